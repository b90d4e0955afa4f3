import { ask, type Question, type Result } from '../ask.js';
import { type CheckedClaim, isNothingLoaded, type Known, payClaims } from '../claims/index.js';
import { type DataLine, dataLine } from '../dataLine.js';
import { type AnyMeasure, ratio, retention } from '../measures/index.js';
import { type Published, type Released, type ReleasedRow, release } from '../release/index.js';
import type { Desk } from '../subjects.js';
import { familiesOf, keptIn, pairsBetween, pairsIn, placesOf } from './claimed.js';
import { type Counted, discloseClaims, keysOf } from './disclose.js';
import { inferredOf } from './inferred.js';
import type { Claimed } from './material.js';
import { askedAmong, questionPairs } from './questions.js';

/** Months after which it is looked who stayed. */
export const followedMonths = 24;

const views = ['point-in-time', 'pro-forma'] as const;
const counts = ['forward', 'backward', 'rate_forward', 'rate_backward'] as const;

/**
 * Verdicts as they may be shown where anybody may ask for the flows and retentions of whole calendar years.
 *
 * A figure that a claim is held against is shown only where its counts are not within the minimum of what some window of whole years has:
 * else the two would give away the few people between them.
 *
 * @param checked every claim with its verdict
 * @param min the least count that is shown
 * @param known answers of the check, and where those to further questions are kept
 * @param published the flows that ratios are held against
 * @throws MercatoError `cancelled` where the signal fires
 */
export async function claimedByYears(
  desk: Desk,
  checked: readonly CheckedClaim[],
  min: number,
  known: Known,
  signal: AbortSignal,
  published?: () => Promise<Published>,
): Promise<Claimed> {
  const claims = checked.map(({ claim }) => claim);
  const { registry } = await desk.known();
  const familyOf = familiesOf(registry);
  const named = pairsIn(claims, questionPairs);
  const data = await careersOf(desk);
  const places = data === null ? [] : await placesOf(desk, [...named.flat(), ...keptIn(claims)]);
  const pairs = pairsBetween(named, places);
  const put = async (measure: AnyMeasure, question: Question): Promise<Result> => {
    const key = JSON.stringify([measure.name, question]);
    const answer = known.get(key) ?? ask(desk, measure, question, signal);
    known.set(key, answer);
    try {
      return await answer;
    } catch (error) {
      known.delete(key);
      throw error;
    }
  };
  const asked = async (measure: AnyMeasure, question: Question) => (await put(measure, question)).rows;
  const counted = new Map<string, Set<number>>();
  const add = (measure: string, of: readonly string[], row: Readonly<Record<string, number>>): void => {
    for (const [key, count] of keysOf({ measure, of: [...of] }, row, familyOf) ?? [])
      counted.set(key, (counted.get(key) ?? new Set()).add(count));
  };
  const rows: ReleasedRow[] = [];
  let last: Released | undefined;
  for (const { from, to, fromId, toId } of pairs) {
    const subjects = [fromId, toId];
    last = release(await put(ratio, { subjects }), min, await published?.());
    rows.push(...last.rows.map((row) => ({ ...row, from, from_id: fromId, to, to_id: toId })));
    for (const view of views) {
      const years = await asked(ratio, { subjects, parameters: { by: 'year', view } });
      for (const sums of windowsIn(years)) add(ratio.name, subjects, sums);
    }
  }
  const subjects = places.map(({ id }) => id);
  const parameters = { months: followedMonths };
  const kept = subjects.length === 0 ? null : release(await put(retention, { subjects, parameters }), min);
  const idOf = new Map(places.map(({ id, title }) => [title, id]));
  const year = Number(data?.observedUntil.slice(0, 4));
  const ends = kept === null ? [] : [undefined, String(year - 1), String(year - 2)];
  for (const until of ends) {
    for (const row of await asked(retention, {
      subjects,
      parameters: { ...parameters, ...(until ? { until } : {}) },
    })) {
      const { people, episodes, events } = row;
      const own = { people: Number(people), episodes: Number(episodes), events: Number(events) };
      add(retention.name, [idOf.get(String(row.organisation)) ?? ''], own);
    }
  }
  const shown: Counted = new Map([...counted].map(([key, known]) => [key, [...known]]));
  return {
    claims: discloseClaims(checked, shown, familyOf, min, true),
    pay: payClaims(checked),
    ratios: { ...(last ?? nothing(ratio.name, min)), rows },
    retention: {
      ...(kept ?? nothing(retention.name, min)),
      rows: (kept?.rows ?? []).map((row) => ({ ...row, id: idOf.get(String(row.organisation)) ?? null })),
    },
    inferred: await inferredOf(put, askedAmong(places), data?.observedUntil ?? '', min),
  };
}

/** What every window of whole years counts: the sums of neighbouring years. */
function windowsIn(
  years: readonly { readonly [column: string]: unknown }[],
): Readonly<Record<string, number>>[] {
  const windows: Record<string, number>[] = [];
  years.forEach((_, first) => {
    const sums: Record<string, number> = Object.fromEntries(counts.map((name) => [name, 0]));
    for (const row of years.slice(first)) {
      for (const name of counts) sums[name] = (sums[name] ?? 0) + Number(row[name]);
      windows.push({ ...sums });
    }
  });
  return windows;
}

/** What careers are loaded; null where none are. */
async function careersOf(desk: Desk): Promise<DataLine | null> {
  try {
    return await dataLine(desk, {}, ratio.reads);
  } catch (error) {
    if (isNothingLoaded(error)) return null;
    throw error;
  }
}

function nothing(measure: string, minCell: number): Released {
  const data = { version: '', observedUntil: '', sources: [], population: '', simulated: false };
  return { measure, parameters: {}, data, columns: [], rows: [], total: 0, notes: [], minCell, withheld: 0 };
}
