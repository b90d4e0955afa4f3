import { ask } from '../ask.js';
import type { Claim } from '../claims/index.js';
import { coverage, flows, headcount, type Note, ratio, retention, timeline } from '../measures/index.js';
import { type Cause, causes, fileTable, spellTable } from '../records/index.js';
import { type Released, type ReleasedCell, type ReleasedRow, release } from '../release/index.js';
import type { Desk } from '../subjects.js';
import { sql } from '../warehouse/index.js';
import { choose, mostInPicture } from './choose.js';
import { claimedIn, keptIn, pairsBetween, pairsIn, placesOf } from './claimed.js';
import { gatherDelay } from './delay.js';
import { gatherExits } from './exits.js';
import { gatherGrowth } from './growth.js';
import { inferredOf } from './inferred.js';
import type { Loaded, Material } from './material.js';
import { barsOf, others, shownMoves, sumBeside } from './others.js';
import { type Pair, pairsOf } from './pairs.js';
import { gatherPay } from './pay.js';
import { askedAmong, questionPairs } from './questions.js';
import { gatherRanking } from './ranking.js';
import { gatherStudies } from './study.js';
import { allHires, gatherTotals } from './totals.js';

const mostCompared = 40;
const mostFollowed = 8;
const mostWeighed = 400;
const months = 24;

/**
 * Asks the measures all that the report shows, and releases every answer before anything is chosen from it.
 *
 * Flows, causes and ratios are of one answer or beside the same organisations: two figures of one flow would give away what is between them.
 */
export async function gather(
  desk: Desk,
  minCell: number,
  asked: readonly string[] = [],
  claims: readonly Claim[] = [],
): Promise<Material> {
  const seen = await ask(desk, coverage, {});
  const covered = release(seen, minCell);
  const order = seen.rows.map((row) => String(row.organisation));
  const { rule, chosen } = await choose(desk, order, asked);
  const mostShown = rule === 'asked' ? Math.min(new Set(asked).size, mostInPicture) : mostInPicture;
  const among = (most: number) => chosen.slice(0, most);
  const titles = (most: number) => among(most).map(({ title }) => title);
  const yearly = await ask(desk, flows, { parameters: { by: 'year' } });
  const everywhere = release(
    await ask(desk, flows, { parameters: { cause: [...causes], top: mostWeighed } }),
    minCell,
  );
  const compared = among(mostCompared).map(({ id }) => id);
  const mixed = barsOf(everywhere.rows).filter((row) => shownMoves(row, others) > 0);
  const claimedPairs = claims.length === 0 ? [] : pairsIn(claims, questionPairs);
  const places = await placesOf(desk, [...claimedPairs.flat(), ...keptIn(claims)]);
  const named = [
    ...new Set([
      ...compared,
      ...mixed.flatMap((row) => [String(row.from_id), String(row.to_id)]),
      ...places.map(({ id }) => id),
    ]),
  ];
  const moved = release(await ask(desk, flows, { subjects: named }), minCell);
  const totals = await gatherTotals(desk, named, minCell);
  const isCompared = (id: ReleasedCell | undefined): boolean => compared.includes(String(id));
  const between = {
    ...moved,
    rows: moved.rows.filter((row) => isCompared(row.from_id) && isCompared(row.to_id)),
  };
  const followed = among(Math.min(mostFollowed, mostShown)).map(({ id }) => id);
  const shown = new Set(titles(mostShown));
  const pairs = pairsOf(between.rows);
  const inAll = (of: readonly Cause[]): ReleasedCell => {
    const sum = yearly.rows.reduce(
      (all, row) => of.reduce((some, cause) => some + Number(row[cause]), all),
      0,
    );
    return sumBeside(everywhere.rows, of, sum, minCell);
  };
  const ratios = await ratiosOf(desk, pairs, named, minCell, covered);
  const stayed = [...new Set([...followed, ...places.map(({ id }) => id)])];
  const kept = release(
    await ask(desk, retention, { subjects: stayed, parameters: { months, curve: true } }),
    minCell,
  );
  const follows = new Set(titles(Math.min(mostFollowed, mostShown)));
  const ofFollowed = (released: Released): Released => ({
    ...released,
    rows: released.rows.filter((row) => follows.has(String(row.organisation))),
  });
  const ranked = await gatherRanking(desk, minCell);
  return {
    data: seen.data,
    minCell,
    loaded: await loadedFiles(desk, spellTable.name),
    people: await peopleOf(desk),
    hires: totals === null ? inAll(['hire']) : allHires(totals, moved.rows),
    others: inAll(others),
    organisations: seen.rows.length,
    since: yearly.rows.map((row) => String(row.period)).sort()[0] ?? null,
    rule,
    compared: titles(mostCompared),
    shown: titles(mostShown),
    followed: [...follows],
    flows: between,
    pairs,
    moved,
    ratios,
    retention: ofFollowed(kept),
    exits: ofFollowed(await gatherExits(desk, stayed, followed, months, minCell)),
    growth: ofFollowed(await gatherGrowth(desk, stayed, seen.data.observedUntil, minCell)),
    ranking: ranked,
    headcount: release(
      await ask(desk, headcount, { subjects: followed, parameters: { by: 'year' } }),
      minCell,
    ),
    coverage: { ...covered, rows: covered.rows.filter((row) => shown.has(String(row.organisation))) },
    totals,
    timeline: release(
      await ask(desk, timeline, {
        subjects: followed,
        parameters: { until: seen.data.observedUntil.slice(0, 7) },
      }),
      minCell,
    ),
    studies: await gatherStudies(desk, among(mostCompared), seen.data.observedUntil, minCell),
    pay: await gatherPay(desk, followed, minCell),
    delay: await gatherDelay(desk, minCell),
    months,
    claimed:
      claims.length === 0
        ? null
        : await claimedIn(desk, claims, minCell, {
            moved,
            ratios,
            beside: await ratiosOf(desk, pairsBetween(claimedPairs, places), named, minCell, covered),
            retention: kept,
            inferred: await inferredOf(
              (measure, question) => ask(desk, measure, question),
              askedAmong(places),
              seen.data.observedUntil,
              minCell,
              ranked,
            ),
            places: [...among(mostShown), ...places],
          }),
  };
}

async function ratiosOf(
  desk: Desk,
  pairs: readonly Pair[],
  beside: readonly string[],
  minCell: number,
  empty: Released,
): Promise<Released> {
  const rows: ReleasedRow[] = [];
  const notes = new Map<string, Note>();
  let last: Released | undefined;
  for (const { from, to, fromId, toId, q } of pairs) {
    last = release(await ask(desk, ratio, { subjects: [fromId, toId], beside }), minCell);
    for (const note of last.notes) notes.set(note.en, note);
    rows.push(...last.rows.map((row) => ({ ...row, from, from_id: fromId, to, to_id: toId, q_value: q })));
  }
  const { organisations: _, ...parameters } = last?.parameters ?? {};
  return {
    ...(last ?? empty),
    measure: ratio.name,
    parameters,
    columns: ratio.columns,
    rows,
    notes: [...notes.values()],
  };
}

async function peopleOf({ warehouse }: Desk): Promise<number> {
  const [row] = await warehouse.query<{ people: number }>(
    sql`select cast(count(*) as integer) as people from person`,
  );
  return Number(row?.people ?? 0);
}

/** Sources whose files fill a table. */
export async function loadedFiles({ warehouse }: Desk, fills: string): Promise<readonly Loaded[]> {
  if (!(await warehouse.has(fileTable.name))) return [];
  const found = await warehouse.query<{ source: string; files: number; given: number; until: string }>(
    sql`select source, count(*) as files, sum("rows") as given, max(observed_until) as until
      from file where fills = ${fills} group by source order by source`,
  );
  return found.map(({ source, files, given, until }) => ({
    source,
    files: Number(files),
    rows: Number(given),
    observedUntil: until,
  }));
}
