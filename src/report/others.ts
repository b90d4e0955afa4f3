import { type Cause, causes } from '../records/index.js';
import type { ReleasedCell, ReleasedRow } from '../release/index.js';

const mostBars = 14;
const mostMixed = 8;

/** Causes of moves that are no hires. */
export const others = causes.filter((cause) => cause !== 'hire');

/** Moves of a flow whose cause is shown, of all causes or of some. */
export function shownMoves(row: ReleasedRow, of: readonly Cause[] = causes): number {
  return of.reduce((sum, cause) => sum + (typeof row[cause] === 'number' ? row[cause] : 0), 0);
}

/**
 * Which flows stand in the picture of causes?
 *
 * The largest eight with moves of another cause than hire that can be shown, and the largest of hires alone, fourteen in all. Withheld moves
 * count 0, so that the choice says nothing of them. Rows: most moves shown first.
 */
export function barsOf(rows: readonly ReleasedRow[]): readonly ReleasedRow[] {
  const bySize = (some: readonly ReleasedRow[]): ReleasedRow[] =>
    some.toSorted((a, b) => shownMoves(b) - shownMoves(a) || compare(nameOf(a), nameOf(b)));
  const shown = rows.filter((row) => shownMoves(row) > 0);
  const mixed = shown.filter((row) => shownMoves(row, others) > 0);
  const plain = shown.filter((row) => shownMoves(row, others) === 0);
  return bySize([...bySize(mixed).slice(0, mostMixed), ...bySize(plain)].slice(0, mostBars));
}

/**
 * How is the number of all moves of some causes shown, beside flows of which some are withheld?
 *
 * As it is only where neither the sum nor what is not shown of it is below the minimum; else a range, since a withheld flow could be told from it.
 */
export function sumBeside(
  rows: readonly ReleasedRow[],
  of: readonly Cause[],
  sum: number,
  min: number,
): ReleasedCell {
  const shown = rows.reduce((all, row) => all + shownMoves(row, of), 0);
  if (sum < min) return { withheld: `<${min}` };
  return sum - shown < min ? { low: shown, high: shown + min - 1 } : sum;
}

function nameOf({ from_id: from, to_id: to }: ReleasedRow): string {
  return JSON.stringify([from ?? null, to ?? null]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
