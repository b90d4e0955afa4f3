export {
  isRange,
  isWithheld,
  type Range,
  type ReleasedCell,
  type ReleasedRow,
  type Withheld,
} from './cell.js';
export { flagsOf } from './flags.js';
export { type Released, release } from './release.js';
export { writeCsv } from './tabular.js';
