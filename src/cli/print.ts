import type { Result } from '../ask.js';
import type { AnyMeasure, ResultRow } from '../measures/index.js';
import { type Column, column } from '../records/index.js';
import type { Language } from './table.js';

/** How a result is printed. */
export interface Printing {
  readonly format: 'table' | 'json' | 'csv';
  readonly lang: Language;
  readonly top: number | undefined;
  readonly matrix: boolean;
}

/** A result as text: a table for people, one JSON document, or CSV. */
export async function printed(
  result: Result,
  measure: AnyMeasure,
  { format, lang, top, matrix }: Printing,
): Promise<string> {
  if (format === 'json') return `${JSON.stringify(jsonOf(result, lang, top), null, 2)}\n`;
  if (format === 'csv') {
    const { writeCsv } = await import('../release/index.js');
    return writeCsv(
      result.columns.map((c) => c.name),
      result.rows.slice(0, top),
    );
  }
  const { grid, tableOf } = await import('./table.js');
  if (!matrix || measure.matrix === undefined) return tableOf(result, lang, top);
  const { columns, rows } = matrixOf(result.rows, measure.matrix, top ?? 15);
  return `${grid(columns, rows, lang)}\n${tableOf({ ...result, columns: [], rows: [] }, lang, undefined)
    .split('\n')
    .slice(1)
    .join('\n')}`;
}

/** A result as JSON: notes in one language, columns without what only the program needs. */
export function jsonOf(result: Result, lang: Language, top?: number): unknown {
  const { measure, parameters, data, columns, rows, notes } = result;
  return {
    measure,
    parameters,
    data,
    columns: columns.map(({ optional: _, ...column }) => column),
    rows: top === undefined ? rows : rows.slice(0, top),
    notes: notes.map((note) => note[lang]),
  };
}

function matrixOf(
  rows: readonly ResultRow[],
  { down, across, cell }: NonNullable<AnyMeasure['matrix']>,
  size: number,
): { readonly columns: readonly Column[]; readonly rows: readonly ResultRow[] } {
  const weights = new Map<string, number>();
  for (const row of rows) {
    for (const side of [String(row[down]), String(row[across])]) {
      weights.set(side, (weights.get(side) ?? 0) + Number(row[cell]));
    }
  }
  const names = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, size);
  const titles = names.map(([title]) => title);
  const cells = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify([row[down], row[across]]);
    cells.set(key, (cells.get(key) ?? 0) + Number(row[cell]));
  }
  return {
    columns: [
      column(down, 'text', '', `${down} \\ ${across}`),
      ...titles.map((title) => column(title, 'integer', 'moves', title)),
    ],
    rows: titles.map((from) => ({
      [down]: from,
      ...Object.fromEntries(titles.map((to) => [to, cells.get(JSON.stringify([from, to])) ?? null])),
    })),
  };
}
