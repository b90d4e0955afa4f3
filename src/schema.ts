import { createHash } from 'node:crypto';
import { MercatoError } from './errors.js';
import {
  arrivalTable,
  decisionTable,
  employerTable,
  episodeTable,
  eventTable,
  filerTable,
  fileTable,
  filingTable,
  metaTable,
  moveTable,
  oddityTable,
  optOutTable,
  organisationTable,
  parentTable,
  payerTable,
  personNameTable,
  personTable,
  postingTable,
  registerTable,
  registrationTable,
  resolutionTable,
  spellTable,
  vintageTable,
} from './records/index.js';

/** Tables of a database: those that loads fill, then those that are derived from them. */
export const tables = [
  personTable,
  employerTable,
  spellTable,
  postingTable,
  filingTable,
  fileTable,
  oddityTable,
  vintageTable,
  metaTable,
  personNameTable,
  optOutTable,
  registerTable,
  registrationTable,
  decisionTable,
  organisationTable,
  parentTable,
  eventTable,
  resolutionTable,
  episodeTable,
  moveTable,
  arrivalTable,
  filerTable,
  payerTable,
];

/** Version of the tables, which is a hash of their columns; a database of another version is built anew. */
export const schemaVersion = createHash('sha256')
  .update(JSON.stringify(tables.map(({ name, columns }) => [name, ...columns.map((c) => [c.name, c.type])])))
  .digest('hex')
  .slice(0, 8);

/** @throws MercatoError `warehouse` where a database says that it has tables of another version */
export function checkSchema(found: string | undefined): void {
  if (found === schemaVersion) return;
  throw new MercatoError(
    'warehouse',
    `database of version ${found ?? '?'}, this is version ${schemaVersion}; load its files into a new database`,
  );
}
