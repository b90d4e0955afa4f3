import { aiwatch } from './aiwatch.js';
import { cncf } from './cncf.js';
import { csv } from './csv.js';
import { hiringlab } from './hiringlab.js';
import { jsonl } from './jsonl.js';
import { jsonresume } from './jsonresume.js';
import { lca } from './lca.js';
import { linkedin } from './linkedin.js';
import { orcid } from './orcid.js';
import { parquet } from './parquet.js';
import { pdl } from './pdl.js';
import { sightings } from './sightings.js';
import type { Format, Source, TableSource } from './source.js';
import { stackalytics } from './stackalytics.js';

/** Every format of careers that Mercato reads; command line, docs and tests loop over this list. */
export const sources: readonly Source[] = [
  csv,
  jsonl,
  parquet,
  cncf,
  aiwatch,
  stackalytics,
  linkedin,
  jsonresume,
  pdl,
  orcid,
  sightings,
];

/** Every format that tells of no person and fills a table of its own. */
export const tableSources: readonly TableSource[] = [hiringlab, lca];

/** Every published format, of careers and of anything else. */
export const formats: readonly Format[] = [...sources, ...tableSources];

export { sentenceOf } from './_bad.js';
export type { Disagreement } from './disagreement.js';
export { type Filled, type FillOptions, fillTable } from './fill.js';
export { forgetFile, type KeepOptions, keepSpells, sweep } from './keep.js';
export { type OptOuts, optOut, optOutPseudonyms, optOutsIn, type Removed, readOptOut } from './optout.js';
export { fingerprintOf, pseudonymIn, pseudonymOf } from './pseudonym.js';
export {
  type BadRow,
  type Field,
  type FileReading,
  type FilledRow,
  type Format,
  fields,
  type InputFile,
  type Source,
  type TableSource,
} from './source.js';
export { commonOddities, type StageOptions, stage } from './stage.js';
export { type FileStatus, loadedOf, type Status, statusOf } from './status.js';
export { csv, lca };
