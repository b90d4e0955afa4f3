import type { ResultRow, Tested } from '../measures/index.js';
import { benjaminiHochberg } from '../stats/index.js';
import type { ReleasedRow } from './cell.js';

type Flow = ResultRow | ReleasedRow;

/** The key of a flow of a result: whence, where to, when. */
export function flowOf({ from_id: from, to_id: to, period }: Flow): string {
  return `${from}\n${to}\n${period}`;
}

/** The key of the flow back. */
export function flowBack({ from_id: from, to_id: to, period }: Flow): string {
  return `${to}\n${from}\n${period}`;
}

/**
 * The q-values that rows have at most: each pair of a period is tested once, in whichever direction, and those that are not among the rows
 * count as tests that found nothing.
 *
 * @param most the largest p-value of each row that what is shown allows; null where there is no test
 * @param tested how many pairs were tested in each period; those among the rows unless told
 */
export function mostQ(
  rows: readonly Flow[],
  most: readonly (number | null)[],
  tested: readonly Tested[] = [],
): readonly (number | null)[] {
  const qValues: (number | null)[] = rows.map(() => null);
  const periods = new Map<string | null, Map<string, { readonly p: number; readonly places: number[] }>>();
  for (const [i, row] of rows.entries()) {
    const p = most[i] ?? null;
    if (p === null) continue;
    const period = typeof row.period === 'string' ? row.period : null;
    const pairs = periods.get(period) ?? new Map();
    periods.set(period, pairs);
    const known = pairs.get(flowBack(row));
    if (known === undefined) pairs.set(flowOf(row), { p, places: [i] });
    else pairs.set(flowBack(row), { p: Math.max(p, known.p), places: [...known.places, i] });
  }
  for (const [period, pairs] of periods) {
    const unseen = (tested.find((each) => each.period === period)?.pairs ?? 0) - pairs.size;
    const found = [...pairs.values()];
    const q = benjaminiHochberg(
      [...found.map(({ p }) => p), 1],
      [...found.map(() => 1), Math.max(0, unseen)],
    );
    for (const [nth, { places }] of found.entries()) for (const i of places) qValues[i] = q[nth] ?? null;
  }
  return qValues;
}
