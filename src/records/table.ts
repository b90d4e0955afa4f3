/** Types that a column may have; `curve`, a list of points, only in results. */
export type ColumnType = 'integer' | 'number' | 'text' | 'date' | 'month' | 'boolean' | 'curve';

/** One column: its name in snake_case, its type, its unit (`''` where it has none) and what it means. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly unit: string;
  readonly meaning: string;
  /** Only in results that ask for it. */
  readonly optional?: boolean;
}

/** A column that a result has only where it is asked for. */
export function optional(column: Column): Column {
  return { ...column, optional: true };
}

/** A table that stages share: its name, what one row is, and its columns in order. */
export interface Table {
  readonly name: string;
  readonly grain: string;
  readonly columns: readonly Column[];
}

/** A column in one line: `column('start_month', 'integer', 'months', 'month of joining')`. */
export function column(name: string, type: ColumnType, unit: string, meaning: string): Column {
  return { name, type, unit, meaning };
}
