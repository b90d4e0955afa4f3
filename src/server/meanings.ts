import type { Column } from '../records/index.js';
import type { Lang } from '../report/index.js';
import { meaningsOfMoves } from './_meaningsOfMoves.js';
import { meaningsOfRest } from './_meaningsOfRest.js';

const french: ReadonlyMap<string, string> = new Map([
  ...Object.entries(meaningsOfMoves),
  ...Object.entries(meaningsOfRest),
]);

/** What do columns mean, in the language that is asked for? A meaning without French stays as the measure has it. */
export function meantIn<C extends Pick<Column, 'meaning'>>(columns: readonly C[], lang: Lang): readonly C[] {
  if (lang === 'en') return columns;
  return columns.map((column) => ({ ...column, meaning: french.get(column.meaning) ?? column.meaning }));
}
