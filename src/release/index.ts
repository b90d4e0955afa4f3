export {
  isRange,
  isWithheld,
  type Range,
  type ReleasedCell,
  type ReleasedRow,
  type Withheld,
} from './cell.js';
export { flagsOf } from './flags.js';
export { type History, historyOf } from './history.js';
export { servedNotes } from './notes.js';
export { type Released, release } from './release.js';
export type { Published } from './seen.js';
export { writeCsv } from './tabular.js';
export { heldTo, parsePublished, publishedLines, publishedNow } from './versions.js';
