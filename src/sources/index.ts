import { cncf } from './cncf.js';
import { csv } from './csv.js';
import { jsonl } from './jsonl.js';
import { orcid } from './orcid.js';
import { parquet } from './parquet.js';
import type { Source } from './source.js';

/** Every format that Mercato reads; command line, docs and tests loop over this list. */
export const sources: readonly Source[] = [csv, jsonl, parquet, cncf, orcid];

export { forgetFile, type KeepOptions, keepSpells, sweep } from './keep.js';
export { fingerprintOf, pseudonymOf } from './pseudonym.js';
export { type BadRow, type Field, fields, type InputFile, type Source } from './source.js';
export { commonOddities, type StageOptions, sentenceOf, stage } from './stage.js';
export { type FileStatus, type Status, statusOf } from './status.js';
export { csv };
