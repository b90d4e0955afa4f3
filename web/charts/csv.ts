import type { Column } from '../../src/records/index.js';
import type { ReleasedCell, ReleasedRow } from '../../src/release/index.js';
import { isRange, isWithheld } from '../app/format.js';

/** Rows as the API writes them in a file (RFC 4180), for a table that is put together on the page: no cell is a formula. */
export function csvOf(columns: readonly Column[], rows: readonly ReleasedRow[]): string {
  const lines = [
    columns.map(({ name }) => quoted(name)),
    ...rows.map((row) => columns.map(({ name }) => written(row[name]))),
  ];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function written(cell: ReleasedCell | undefined): string {
  if (cell === undefined || cell === null || Array.isArray(cell)) return '';
  if (isWithheld(cell)) return quoted(cell.withheld);
  if (isRange(cell)) {
    return quoted(
      `${cell.low === null ? '(-inf' : `[${cell.low}`}, ${cell.high === null ? 'inf)' : `${cell.high}]`}`,
    );
  }
  return typeof cell === 'string' ? quoted(cell) : String(cell);
}

function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
