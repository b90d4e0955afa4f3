import type { Result } from '../../src/ask.js';
import type { AnyMeasure, ResultRow } from '../../src/measures/index.js';
import type { ReleasedCell, ReleasedRow } from '../../src/release/index.js';

/** A result of a measure with given rows. */
export function resultOf({ name, columns }: AnyMeasure, rows: readonly ResultRow[]): Result {
  const data = {
    version: 'v',
    observedUntil: '2024-12-31',
    sources: ['csv'],
    population: 'everybody',
    simulated: true,
  };
  return { measure: name, parameters: {}, data, columns, rows, total: rows.length, notes: [] };
}

/** Cells that are shown as they are, by row and column, curves by month. */
export function exactCells(rows: readonly ReleasedRow[]): Set<string> {
  const found = new Set<string>();
  const walk = (row: ReleasedRow, path: string): void => {
    for (const [name, cell] of Object.entries(row)) {
      if (Array.isArray(cell)) cell.forEach((point) => void walk(point, `${path}/${name}@${point.month}`));
      else if (typeof cell === 'number') found.add(`${path}/${name}`);
    }
  };
  rows.forEach((row, i) => void walk(row, String(i)));
  return found;
}

/** Every exact number of the named columns, at any depth. */
export function numbersOf(rows: readonly ReleasedRow[], columns: ReadonlySet<string>): number[] {
  return rows.flatMap((row) =>
    Object.entries(row).flatMap(([name, cell]: [string, ReleasedCell]) =>
      Array.isArray(cell)
        ? numbersOf(cell, columns)
        : typeof cell === 'number' && columns.has(name)
          ? [cell]
          : [],
    ),
  );
}
