import type { DataLine } from '../dataLine.js';
import { type Column, column, parseDate, parseMonth } from '../records/index.js';
import { isRange, isWithheld, type ReleasedCell, type ReleasedRow } from './cell.js';

/** What a row of a released table says of its cells. */
export const flagColumn: Column = column(
  'flags',
  'text',
  '',
  'withheld: a cell is not shown; computed: a range is computed from what is released; not_final: it reaches into the last three months, of which not all moves are reported yet',
);

/** Months before the last one observed, it included, of which not all moves are reported yet. */
export const lateMonths = 3;

/**
 * Rows with what their cells are: `withheld`, `computed` from what is released, `not_final`.
 *
 * A row is not final where its month, its period or the whole window reaches into the last three months that the data observes: moves are
 * reported late. Null where nothing is to be said.
 */
export function flagged(
  rows: readonly ReleasedRow[],
  { observedUntil }: Pick<DataLine, 'observedUntil'>,
  parameters: { readonly [name: string]: unknown },
): readonly ReleasedRow[] {
  const observed = parseDate(observedUntil)?.first ?? 0;
  return rows.map((row) => ({
    ...row,
    flags: flagsOf(Object.values(row), lastOf(row, parameters, observed) > observed - lateMonths),
  }));
}

/** The flags of some cells of a row; null where nothing is to be said. */
export function flagsOf(cells: readonly (ReleasedCell | undefined)[], isLate: boolean): string | null {
  const flags = [
    ...(cells.some((cell) => has(cell, isWithheld)) ? ['withheld'] : []),
    ...(cells.some((cell) => has(cell, isRange)) ? ['computed'] : []),
    ...(isLate ? ['not_final'] : []),
  ];
  return flags.length === 0 ? null : flags.join(' ');
}

function has(cell: ReleasedCell | undefined, is: (cell: ReleasedCell | undefined) => boolean): boolean {
  return (
    is(cell) || (Array.isArray(cell) && cell.some((point: ReleasedRow) => Object.values(point).some(is)))
  );
}

/** The last month that a row reaches. */
function lastOf(row: ReleasedRow, { until }: { readonly [name: string]: unknown }, observed: number): number {
  const end = until === undefined ? observed : (parseMonth(String(until), 'last') ?? observed);
  const own = row.month ?? row.period ?? null;
  if (own === null || typeof own === 'object') return Math.min(end, observed);
  const [year = '', quarter] = String(own).split('-Q');
  const last = quarter === undefined ? year : `${year}-${String(Number(quarter) * 3).padStart(2, '0')}`;
  return Math.min(parseMonth(last, 'last') ?? observed, end, observed);
}
