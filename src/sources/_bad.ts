import { MercatoError } from '../errors.js';
import type { BadRow, InputFile } from './source.js';

/** Bad rows that a message lists. */
export const longestList = 20;

/** One bad row in a sentence: `invalid start date: "2021-13-01" (people.csv:418); write …`. */
export function sentenceOf(file: string, { line, value, reason }: BadRow): string {
  const [what = reason, fix] = reason.split('; ');
  return `${what}: ${JSON.stringify(value.slice(0, 80))} (${file}:${line})${fix ? `; ${fix}` : ''}`;
}

/** A file with more bad rows than are allowed. */
export function refused(file: InputFile, bad: readonly BadRow[], allowed: number): MercatoError {
  const shown = bad.slice(0, longestList).map((row) => sentenceOf(file.name, row));
  const more = bad.length > longestList ? [`and more: only the first ${longestList} bad rows are shown`] : [];
  const advice = allowed === 0 ? '--skip-bad N loads the rest' : `more than the ${allowed} of --skip-bad`;
  return new MercatoError('source', [...shown, ...more, advice].join('\n'), {
    data: { file: file.name, rows: shown },
  });
}

/** A file of which nothing says until when it observes. */
export function withoutUntil(file: InputFile): MercatoError {
  return new MercatoError(
    'source',
    `observed-until is missing: ${file.name} does not say when it was taken; give --observed-until YYYY-MM-DD`,
  );
}
