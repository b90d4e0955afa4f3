import { aiwatch } from './aiwatch.js';
import { cncf } from './cncf.js';
import { csv } from './csv.js';
import { jsonl } from './jsonl.js';
import { jsonresume } from './jsonresume.js';
import { linkedin } from './linkedin.js';
import { orcid } from './orcid.js';
import { parquet } from './parquet.js';
import { pdl } from './pdl.js';
import { sightings } from './sightings.js';
import type { Source } from './source.js';
import { stackalytics } from './stackalytics.js';

/** Every format that Mercato reads; command line, docs and tests loop over this list. */
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

export type { Disagreement } from './disagreement.js';
export { forgetFile, type KeepOptions, keepSpells, sweep } from './keep.js';
export { type OptOuts, optOut, optOutPseudonyms, optOutsIn, type Removed, readOptOut } from './optout.js';
export { fingerprintOf, pseudonymIn, pseudonymOf } from './pseudonym.js';
export { type BadRow, type Field, fields, type InputFile, type Source } from './source.js';
export { commonOddities, type StageOptions, sentenceOf, stage } from './stage.js';
export { type FileStatus, type Status, statusOf } from './status.js';
export { csv };
