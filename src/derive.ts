import { createHash } from 'node:crypto';
import { buildCareers } from './careers/index.js';
import { MercatoError } from './errors.js';
import {
  buildFilers,
  buildOrganisations,
  checkDecisions,
  hierarchyIn,
  keepStandings,
  mergeRegistries,
  type Organisation,
  type Register,
  registersIn,
} from './organisations/index.js';
import {
  arrivalTable,
  episodeTable,
  metaTable,
  moveTable,
  registerTable,
  spellTable,
} from './records/index.js';
import { checkSchema, schemaVersion, tables } from './schema.js';
import { fingerprintOf } from './sources/index.js';
import { sql, type Warehouse } from './warehouse/index.js';

/** What building needs beside the tables: the registry that ships, the key of the pseudonyms, and whom to tell how far it is. */
export interface Building {
  readonly registry: readonly Organisation[];
  readonly key: Uint8Array;
  readonly progress?: ((stage: string, rows: number) => void) | undefined;
}

/** Makes the tables of a new database, and checks those of another: their version, and whose key it takes. */
export async function prepare(warehouse: Warehouse, key: Uint8Array): Promise<void> {
  const fingerprint = fingerprintOf(key);
  if (!(await warehouse.has(metaTable.name))) {
    for (const table of tables) {
      await warehouse.create(table.name, 'stored', table.columns);
    }
    await setFact(warehouse, 'schema_version', schemaVersion);
    await setFact(warehouse, 'key_fingerprint', fingerprint);
  }
  checkSchema(await factOf(warehouse, 'schema_version'));
  if ((await factOf(warehouse, 'key_fingerprint')) !== fingerprint) {
    throw new MercatoError(
      'parameter',
      'the key is not the one of this database; give its key file with MERCATO_KEY',
    );
  }
}

/** The registry of a database: what ships, under what its users loaded. */
export async function registryIn(warehouse: Warehouse, shipped: readonly Organisation[]): Promise<Register> {
  if (!(await warehouse.has(registerTable.name))) return { organisations: shipped, decisions: [] };
  const { organisations: own, decisions } = await registersIn(warehouse);
  const organisations = own.length === 0 ? shipped : mergeRegistries(shipped, [own]);
  checkDecisions(decisions, organisations);
  return { organisations, decisions };
}

/** Builds organisations, episodes and moves from the spells. */
export async function rebuild(
  warehouse: Warehouse,
  register: Register,
  progress?: (stage: string, rows: number) => void,
): Promise<void> {
  progress?.('organisations', 0);
  await buildOrganisations(warehouse, register);
  progress?.('careers', 0);
  const standings = { standing: 'standing', line: 'line', grouping: 'grouping' };
  const stance = { level: 'company', view: 'point-in-time', named: new Set<number>() } as const;
  await keepStandings(warehouse, standings, await hierarchyIn(warehouse), stance);
  const tables = { episode: episodeTable.name, move: moveTable.name, arrival: arrivalTable.name };
  await buildCareers(warehouse, tables, 'stored', { closeStale: false }, standings);
  for (const table of Object.values(standings)) await warehouse.drop(table);
}

/**
 * Builds what is derived, where anything that it rests on has changed. Files that tell of no person change the version of the
 * data and whose filings are, and nothing of careers.
 */
export async function derive(
  warehouse: Warehouse,
  shipped: readonly Organisation[],
  progress: Building['progress'],
): Promise<void> {
  const { careers, data } = await versions(warehouse, shipped);
  if (careers !== (await factOf(warehouse, 'careers_version'))) {
    await rebuild(warehouse, await registryIn(warehouse, shipped), progress);
    await setFact(warehouse, 'careers_version', careers);
  }
  if (data === (await factOf(warehouse, 'data_version'))) return;
  const filings = await warehouse.query(sql`select file from filing limit 1`);
  const none: Register = { organisations: [], decisions: [] };
  await buildFilers(warehouse, filings.length > 0 ? await registryIn(warehouse, shipped) : none);
  await setFact(warehouse, 'data_version', data);
}

/** The version of what careers rest on, and that of all data; the same where every file is of careers. */
async function versions(
  warehouse: Warehouse,
  shipped: readonly Organisation[],
): Promise<{ readonly careers: string; readonly data: string }> {
  const files = await warehouse.query<{ version: string; fills: string }>(
    sql`select version, fills from file order by version`,
  );
  const registers = await warehouse.query<{ version: string }>(
    sql`select version from register order by register`,
  );
  const outs = await warehouse.query<{ version: string }>(
    sql`select entry as version from opt_out order by kind, entry`,
  );
  const replaced = await warehouse.query<{ version: string }>(
    sql`select distinct source || files || cast(earlier as varchar) || cast(later as varchar) as version
      from vintage order by version`,
  );
  const known = JSON.stringify(shipped, (key, value) => (key === 'where' ? undefined : value));
  const version = (some: readonly { readonly version: string }[]): string =>
    hashOf([schemaVersion, known, ...[...some, ...registers, ...outs].map((f) => f.version)]).slice(0, 12);
  return {
    careers: version(files.filter(({ fills }) => fills === spellTable.name)),
    data: version([...files, ...replaced]),
  };
}

async function factOf(warehouse: Warehouse, fact: string): Promise<string | undefined> {
  const rows = await warehouse.query<{ value: string }>(sql`select value from meta where fact = ${fact}`);
  return rows[0]?.value;
}

async function setFact(warehouse: Warehouse, fact: string, value: string): Promise<void> {
  await warehouse.run(sql`delete from meta where fact = ${fact}`);
  await warehouse.run(sql`insert into meta select ${fact}, ${value}`);
}

/** A version: the SHA-256 of what it stands for. */
export function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
