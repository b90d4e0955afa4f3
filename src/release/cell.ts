import type { Cell, ResultRow } from '../measures/index.js';

/** A cell that is not shown: `<5` for a count below the minimum, `n<5` for a figure that rests on one. */
export interface Withheld {
  readonly withheld: string;
}

/** All that is said of a figure: it lies between two limits; null where there is none on that side. */
export interface Range {
  readonly low: number | null;
  readonly high: number | null;
}

/** A cell of a released row: as it was, withheld, a range, or the points of a curve. */
export type ReleasedCell = string | number | boolean | null | Withheld | Range | readonly ReleasedRow[];
export type ReleasedRow = { readonly [column: string]: ReleasedCell };

/** Whether a cell says nothing of its figure. */
export function isWithheld(cell: ReleasedCell | undefined): cell is Withheld {
  return typeof cell === 'object' && cell !== null && 'withheld' in cell;
}

/** Whether a cell says only where its figure lies. */
export function isRange(cell: ReleasedCell | undefined): cell is Range {
  return typeof cell === 'object' && cell !== null && 'low' in cell && 'high' in cell && !Array.isArray(cell);
}

/** A count below the minimum. */
export function small(min: number): Withheld {
  return { withheld: `<${min}` };
}

/** A figure that would reveal a count below the minimum. */
export function resting(min: number): Withheld {
  return { withheld: `n<${min}` };
}

/** From the figure that the lower end of a count gives to that of its upper end; null above is infinite. */
export function between(low: number | null, high: number | null): Range {
  return { low: low ?? 0, high };
}

/** A count by the band of the minimum's width that it lies in. */
export function band(count: number, min: number): Range {
  const low = count - (count % min);
  return { low, high: low + min - 1 };
}

/** A number of a row; null where the cell is empty or no number. */
export function numberIn(row: ResultRow, column: string): number | null {
  const cell: Cell | undefined = row[column];
  return typeof cell === 'number' ? cell : null;
}

/** Every given column with one cell. */
export function filled(columns: readonly string[], cell: ReleasedCell): ReleasedRow {
  return Object.fromEntries(columns.map((column) => [column, cell]));
}
