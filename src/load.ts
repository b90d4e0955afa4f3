import { createHash } from 'node:crypto';
import { buildCareers } from './careers/index.js';
import { MercatoError } from './errors.js';
import {
  buildOrganisations,
  type Decision,
  hierarchyIn,
  keepRegister,
  keepStandings,
  mergeRegistries,
  type Organisation,
  type Register,
  type RegisterFile,
  registersIn,
} from './organisations/index.js';
import { episodeTable, metaTable, moveTable, registerTable } from './records/index.js';
import { checkSchema, schemaVersion, tables } from './schema.js';
import {
  type BadRow,
  type Field,
  fingerprintOf,
  forgetFile,
  type InputFile,
  keepSpells,
  type Source,
  stage,
  sweep,
} from './sources/index.js';
import { sql, type Warehouse } from './warehouse/index.js';

/** What is loaded and how. */
export interface LoadOptions {
  readonly source: Source;
  readonly files: readonly InputFile[];
  /** The registry that ships; files of a user that the database holds are laid over it. */
  readonly registry: readonly Organisation[];
  /** Key of the pseudonyms. */
  readonly key: Uint8Array;
  readonly map: ReadonlyMap<Field, string>;
  /** Namespace of identifiers that name none; by default each file's name. */
  readonly namespace?: string | undefined;
  readonly observedUntil?: string | undefined;
  readonly skipBad: number;
  /** Whose the one file is, for formats of one person; by default somebody who is in no other file. */
  readonly person?: string | undefined;
  readonly simulated: boolean;
  readonly progress?: ((stage: string, rows: number) => void) | undefined;
}

/** What became of a file. */
export interface FileReport {
  readonly name: string;
  readonly outcome: 'loaded' | 'replaced' | 'unchanged';
  readonly spells: number;
  readonly bad: readonly BadRow[];
}

/**
 * Loads files and builds all that is derived from them, in one transaction: it is done whole or not at all. A file
 * whose content is loaded already is passed over; one that changed replaces what it gave.
 *
 * @throws MercatoError `source` for a file that cannot be read, `parameter` where real and simulated people would meet or
 *   the key is not the database's
 */
export async function load(warehouse: Warehouse, options: LoadOptions): Promise<readonly FileReport[]> {
  return warehouse.transaction(async () => {
    await prepare(warehouse, options.key);
    await keepApart(warehouse, options.simulated);
    const reports: FileReport[] = [];
    for (const file of options.files) reports.push(await loadFile(warehouse, file, options));
    if (reports.some((r) => r.outcome === 'replaced')) await sweep(warehouse);
    await derive(warehouse, options.registry, options.progress);
    return reports;
  });
}

/** A file of the registry to load. */
export interface RegisterInput {
  readonly file: RegisterFile;
  /** What it says of organisations, in blocks. */
  readonly organisations: AsyncIterable<readonly Organisation[]> | Iterable<readonly Organisation[]>;
  readonly decisions: readonly Decision[];
}

/** What became of a file of the registry. */
export interface RegisterReport {
  readonly name: string;
  readonly outcome: FileReport['outcome'];
  readonly organisations: number;
  readonly decisions: number;
}

/**
 * Adds files of the registry to a database and builds anew what rests on them, in one transaction: the whole registry is
 * checked before anything is kept.
 *
 * @param options.registry the registry that ships
 * @throws MercatoError `source`, with file and line, for what `mergeRegistries` refuses
 */
export async function loadRegisters(
  warehouse: Warehouse,
  registers: readonly RegisterInput[],
  options: Pick<LoadOptions, 'registry' | 'key' | 'progress'>,
): Promise<readonly RegisterReport[]> {
  return warehouse.transaction(async () => {
    await prepare(warehouse, options.key);
    const reports: RegisterReport[] = [];
    for (const { file, organisations, decisions } of registers) {
      const kept = await keepRegister(warehouse, file, organisations, decisions);
      reports.push({ name: file.name, ...kept, decisions: decisions.length });
    }
    await derive(warehouse, options.registry, options.progress);
    return reports;
  });
}

/** The registry of a database: what ships, under what its users loaded. */
export async function registryIn(warehouse: Warehouse, shipped: readonly Organisation[]): Promise<Register> {
  if (!(await warehouse.has(registerTable.name))) return { organisations: shipped, decisions: [] };
  const { organisations, decisions } = await registersIn(warehouse);
  if (organisations.length === 0) return { organisations: shipped, decisions };
  return { organisations: mergeRegistries(shipped, [organisations]), decisions };
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
  const tables = { episode: episodeTable.name, move: moveTable.name };
  await buildCareers(warehouse, tables, 'stored', { closeStale: false }, standings);
  for (const table of Object.values(standings)) await warehouse.drop(table);
}

/** Builds what is derived, where anything that it rests on has changed. */
async function derive(
  warehouse: Warehouse,
  shipped: readonly Organisation[],
  progress: LoadOptions['progress'],
): Promise<void> {
  const version = await dataVersion(warehouse, shipped);
  if (version === (await factOf(warehouse, 'data_version'))) return;
  await rebuild(warehouse, await registryIn(warehouse, shipped), progress);
  await setFact(warehouse, 'data_version', version);
}

async function prepare(warehouse: Warehouse, key: Uint8Array): Promise<void> {
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

async function keepApart(warehouse: Warehouse, simulated: boolean): Promise<void> {
  const others = await warehouse.query<{ simulated: boolean }>(
    sql`select simulated from file where simulated <> ${simulated} limit 1`,
  );
  if (others.length > 0) {
    const [there, here] = simulated ? ['real', 'simulated'] : ['simulated', 'real'];
    throw new MercatoError(
      'parameter',
      `${here} people cannot join ${there} ones in a database; give another with --db`,
    );
  }
}

async function loadFile(warehouse: Warehouse, file: InputFile, options: LoadOptions): Promise<FileReport> {
  const namespace = options.namespace ?? `file:${file.name}`;
  const version = hashOf([
    options.source.name,
    file.sha256,
    namespace,
    options.observedUntil ?? '',
    String(options.skipBad),
    ...[...options.map].map(([field, name]) => `${field}=${name}`).sort(),
    ...(options.person === undefined ? [] : [`person ${options.person}`]),
  ]);
  const [same] = await warehouse.query<{ spells: number }>(
    sql`select spells from file where version = ${version}`,
  );
  if (same) return { name: file.name, outcome: 'unchanged', spells: same.spells, bad: [] };
  const [before] = await warehouse.query(sql`select file from file where place = ${file.place}`);
  await forgetFile(warehouse, file.place);
  const staged = await stage(warehouse, options.source, file, {
    ...options,
    progress: (rows) => options.progress?.(file.name, rows),
  });
  const { simulated, key } = options;
  const spells = await keepSpells(warehouse, options.source, file, staged, {
    key,
    namespace,
    simulated,
    version,
  });
  return { name: file.name, outcome: before ? 'replaced' : 'loaded', spells, bad: staged.bad };
}

async function dataVersion(warehouse: Warehouse, shipped: readonly Organisation[]): Promise<string> {
  const files = await warehouse.query<{ version: string }>(sql`select version from file order by version`);
  const registers = await warehouse.query<{ version: string }>(
    sql`select version from register order by register`,
  );
  const known = JSON.stringify(shipped, (key, value) => (key === 'where' ? undefined : value));
  return hashOf([schemaVersion, known, ...[...files, ...registers].map((f) => f.version)]).slice(0, 12);
}

async function factOf(warehouse: Warehouse, fact: string): Promise<string | undefined> {
  const rows = await warehouse.query<{ value: string }>(sql`select value from meta where fact = ${fact}`);
  return rows[0]?.value;
}

async function setFact(warehouse: Warehouse, fact: string, value: string): Promise<void> {
  await warehouse.run(sql`delete from meta where fact = ${fact}`);
  await warehouse.run(sql`insert into meta select ${fact}, ${value}`);
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
