import type { SimulatedSpell } from '../../src/demo/cv.js';
import { spellings } from '../../src/demo/wording.js';
import { talentWar } from '../../src/demo/world.js';

/** A plain second way to count, which shares nothing with the simulation but the spellings of names. */
export interface Episode {
  readonly person: string;
  readonly organisation: string;
  readonly start: number | null;
  end: number | null;
}

export const lastMonth = 2026 * 12 + 6;

const nameOf = new Map(
  talentWar.organisations.flatMap((one) =>
    [one.name, ...spellings(one)].map((written) => [written, one.name] as const),
  ),
);

export function pointOf(date: string | null): number | null {
  if (date === null) return null;
  const [year, month] = date.split('-').map(Number);
  return year! * 12 + (month ?? 7);
}

/** The main path: unbroken time at one organisation after another; what starts inside is a side job. */
export function episodesOf(spells: Iterable<SimulatedSpell>): Episode[] {
  const found: Episode[] = [];
  for (const { person, employer, start: from, end: to, kind } of spells) {
    if (employer === 'Freelance' || !['employee', 'contractor', 'founder'].includes(kind)) continue;
    const organisation = nameOf.get(employer);
    if (organisation === undefined) throw new Error(`unknown employer: ${employer}`);
    const [start, end] = [pointOf(from), pointOf(to)];
    const cur = found.at(-1);
    if (cur?.person === person) {
      if (start === null) throw new Error(`unknown start after the first: ${person}`);
      if (cur.organisation === organisation && cur.end !== null && start - cur.end <= 1) {
        cur.end = end;
        continue;
      }
      if (cur.end === null || start < cur.end) continue;
    }
    found.push({ person, organisation, start, end });
  }
  return found;
}

/** Moves by `from>to`, gaps of at most 3 months. */
export function movesOf(episodes: readonly Episode[]): Map<string, number> {
  const moves = new Map<string, number>();
  for (const [k, next] of episodes.entries()) {
    const cur = episodes[k - 1];
    if (cur?.person !== next.person || cur.end === null || next.start! - cur.end > 3) continue;
    const pair = `${cur.organisation}>${next.organisation}`;
    moves.set(pair, (moves.get(pair) ?? 0) + 1);
  }
  return moves;
}

/** Kaplan-Meier at so many months, with Greenwood's standard error. */
export function survival(episodes: readonly Episode[], months: number): { share: number; error: number } {
  let share = 1;
  let sum = 0;
  for (let t = 1; t <= months; t++) {
    const held = episodes.filter(({ start, end }) => start !== null && (end ?? lastMonth) - start >= t);
    const events = held.filter(({ start, end }) => end !== null && end - start! === t).length;
    if (held.length === 0) break;
    share *= 1 - events / held.length;
    sum += events / (held.length * (held.length - events));
  }
  return { share, error: share * Math.sqrt(sum) };
}
