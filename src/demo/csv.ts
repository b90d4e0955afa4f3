import type { SimulatedSpell } from './cv.js';

/** Columns of the text, in order; those that a file of career spells has. */
const csvColumns = ['person', 'employer', 'start', 'end', 'title', 'kind', 'country'] as const;

/**
 * Spells as the text of a CSV file, in pieces, so that a caller can stream them to a file.
 *
 * Quoted where needed (RFC 4180), lines end in `\n`, blank for an unknown start and an open end. The pieces end with a line.
 * @param linesAtOnce spells in a piece
 */
export function* writeCsv(spells: Iterable<SimulatedSpell>, linesAtOnce = 5_000): Generator<string> {
  let piece = `${csvColumns.join(',')}\n`;
  let lines = 0;
  for (const spell of spells) {
    piece += `${csvColumns.map((name) => quoted(spell[name] ?? '')).join(',')}\n`;
    lines++;
    if (lines % linesAtOnce === 0) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
