import { isRange, isWithheld, type ReleasedCell, type ReleasedRow } from './cell.js';

/**
 * Rows as CSV (RFC 4180): commas, quotes where needed, lines that end in CR LF.
 *
 * Numbers stay numbers with their minus sign. Text that a spreadsheet would take for a formula gets a leading apostrophe. A
 * withheld cell is `<5`, a range `[13.25, inf)`.
 */
export function writeCsv(columns: readonly string[], rows: readonly ReleasedRow[]): string {
  const lines = [columns.map(csvText), ...rows.map((row) => columns.map((column) => csvCell(row[column])))];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function csvCell(cell: ReleasedCell | undefined): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (isWithheld(cell)) return csvText(cell.withheld);
  if (isRange(cell)) {
    return csvText(
      `${cell.low === null ? '(-inf' : `[${cell.low}`}, ${cell.high === null ? 'inf)' : `${cell.high}]`}`,
    );
  }
  return typeof cell === 'string' ? csvText(cell) : '';
}

function csvText(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
