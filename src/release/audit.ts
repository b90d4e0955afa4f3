import { type Bordered, limitsOf, type Printed } from './bordered.js';
import { networkOf } from './network.js';

/** All that a reader can work out of a withheld cell. */
export interface Interval {
  /** Its place in the table, row by row. */
  readonly cell: number;
  readonly low: number;
  /** Null where nothing limits it. */
  readonly high: number | null;
}

/**
 * What can a reader work out of each withheld cell?
 *
 * From what is shown, that every total is the sum of its row or column, that no count is negative, and how a cell is printed: a
 * small one is below the minimum, another withheld one is not. The limits are reached: each is the count of some table that the
 * reader cannot tell from the true one.
 *
 * Rows: one per withheld cell, in their order. Method: maximum flow in the residual network, Edmonds and Karp 1972
 * (10.1145/321694.321699).
 */
export function audit(table: Bordered, printed: readonly Printed[], min: number): readonly Interval[] {
  const network = networkOf(table, printed, min);
  return table.cells.flatMap((cell, c) => {
    if (cell === null || printed[c] === 'shown') return [];
    const high = cell.count + network.room(c, 1, Number.POSITIVE_INFINITY);
    const low = cell.count - network.room(c, -1, Number.POSITIVE_INFINITY);
    return [{ cell: c, low, high: high === Number.POSITIVE_INFINITY ? null : high }];
  });
}

/**
 * What a reader must not be able to rule out of a withheld cell.
 *
 * Of a small cell, every number below the minimum. Of one whose part that no other table shows is small, every number that part could be. Of
 * another, as many numbers as the minimum, whichever (`width`).
 */
export interface Protection {
  readonly low: number;
  readonly high: number;
  readonly width: number;
}

/** The protection interval of a withheld cell. */
export function protectionOf(table: Bordered, c: number, printed: Printed, min: number): Protection {
  const cell = table.cells[c]!;
  const { low } = limitsOf(cell, printed, min);
  const isPart = printed === 'small' || cell.count - cell.known < min;
  return isPart
    ? { low, high: Math.max(low, printed === 'small' ? min - 1 : low + min - 1), width: 0 }
    : { low: cell.count, high: cell.count, width: min - 1 };
}

/** Cells of which a reader can work out more than they may. Rows: in the order of the intervals. */
export function unprotected(
  table: Bordered,
  printed: readonly Printed[],
  intervals: readonly Interval[],
  min: number,
): readonly Interval[] {
  return intervals.filter(({ cell, low, high }) => {
    const must = protectionOf(table, cell, printed[cell]!, min);
    const top = high ?? Number.POSITIVE_INFINITY;
    return low > must.low || top < must.high || top - low < must.width;
  });
}
