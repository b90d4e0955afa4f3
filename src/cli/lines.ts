import { visible } from './table.js';

/** Letters of a line for people. */
export const wide = 100;

/** Lines of a text with a margin, without what could steer the terminal. */
export function indented(text: string, margin: string): string[] {
  return wrapped(visible(text), wide - margin.length).map((line) => `${margin}${line}`);
}

/** Lines of a text, broken at spaces that may break. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Cells side by side, each broken at the width of its column. */
export function beside(cells: readonly string[], widths: readonly number[]): string[] {
  const columns = cells.map((cell, i) => wrapped(visible(cell), widths[i] ?? wide));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns
      .map((lines, i) => (lines[row] ?? '').padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
