import type { ResultRow, Tested } from '../measures/index.js';
import type { Cause } from '../records/index.js';
import { benjaminiHochberg } from '../stats/index.js';
import { isRange, type ReleasedCell, type ReleasedRow } from './cell.js';

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
 * @param step by how many the tests that are not among the rows are counted, up to the next multiple above, where their number would tell of whom there was one
 */
export function mostQ(
  rows: readonly Flow[],
  most: readonly (number | null)[],
  tested: readonly Tested[] = [],
  step = 1,
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
    const all = tested.find((each) => each.period === period);
    const unseen = Math.max(0, (all?.pairs ?? 0) - pairs.size);
    const counted = step > 1 && all?.named !== true ? step * (Math.floor(unseen / step) + 1) : unseen;
    const found = [...pairs.values()];
    const q = benjaminiHochberg([...found.map(({ p }) => p), 1], [...found.map(() => 1), counted]);
    for (const [nth, { places }] of found.entries()) for (const i of places) qValues[i] = q[nth] ?? null;
  }
  return qValues;
}

/** Flows with most moves of the causes asked for first, then of all, as far as they are shown; ties by ids. Periods stay in their order. */
export function inShownOrder(rows: readonly ReleasedRow[], asked: readonly Cause[]): readonly ReleasedRow[] {
  const periods = new Map([...new Set(rows.map(({ period }) => period))].map((period, nth) => [period, nth]));
  const keys = new Map(
    rows.map((row) => {
      const counts = asked.reduce((sum, cause) => sum + leastOf(row[cause]), 0);
      return [row, [periods.get(row.period) ?? 0, -counts, -leastOf(row.moves), flowOf(row)] as const];
    }),
  );
  return rows.toSorted((one, other) => {
    const [a, b] = [keys.get(one)!, keys.get(other)!];
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1);
  });
}

/** The least that is said of a count. */
function leastOf(cell: ReleasedCell | undefined): number {
  return typeof cell === 'number' ? cell : isRange(cell) ? (cell.low ?? 0) : 0;
}
