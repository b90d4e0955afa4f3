/** One cell of a table with its margins, as whoever publishes it knows it. */
export interface BorderedCell {
  readonly count: number;
  /** People behind it. */
  readonly people: number;
  /** How much of the count readers know from other tables. */
  readonly known: number;
  /** Whether it may be withheld for the sake of others; a cell that another table shows may not. */
  readonly free: boolean;
}

/** A table of counts with a last column and a last row of totals: each total is the sum of its row or column. */
export interface Bordered {
  /** Rows and columns, those of totals included. */
  readonly rows: number;
  readonly columns: number;
  /** Row by row; null where there can be nothing. */
  readonly cells: readonly (BorderedCell | null)[];
}

/**
 * How a cell is printed: as it is; `small`, below the minimum (primary suppression); `near`, not small, but one could be
 * computed from it (complementary suppression).
 */
export type Printed = 'shown' | 'small' | 'near';

/** What a reader knows of a withheld cell without any arithmetic: it lies between these; no upper limit is infinite. */
export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** What the way in which a cell is printed tells of it. Few people may move often, and then a small cell holds many moves. */
export function limitsOf({ count, known }: BorderedCell, printed: Printed, min: number): Limits {
  if (printed === 'shown') return { low: count, high: count };
  if (printed === 'small') return { low: known, high: Math.max(min - 1, count) };
  return { low: Math.min(count, Math.max(min, known)), high: Number.POSITIVE_INFINITY };
}

/** How cells are printed where only those below the minimum are withheld. */
export function primaryIn({ cells }: Bordered, min: number): Printed[] {
  return cells.map((cell) => (cell !== null && isSmall(cell, min) ? 'small' : 'shown'));
}

/** Whether fewer people or counts than the minimum are behind a cell; with a minimum of 1 nothing is withheld, 0 neither. */
function isSmall({ count, people }: BorderedCell, min: number): boolean {
  return min > 1 && (count < min || people < min);
}
