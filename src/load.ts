import { type Earlier, keepEarlier, keepVintage } from './careers/index.js';
import { derive, hashOf, prepare } from './derive.js';
import { MercatoError } from './errors.js';
import type { Organisation } from './organisations/index.js';
import { spellTable } from './records/index.js';
import {
  type BadRow,
  type Field,
  fillTable,
  forgetFile,
  type InputFile,
  keepSpells,
  type OptOuts,
  optOut,
  optOutsIn,
  type Removed,
  readOptOut,
  type Source,
  stage,
  sweep,
  type TableSource,
} from './sources/index.js';
import { list, sql, type Warehouse } from './warehouse/index.js';
/** What is loaded and how. */
export interface LoadOptions {
  /** A format of careers, or one that fills a table of its own; the latter takes no options about people. */
  readonly source: Source | TableSource;
  readonly files: readonly InputFile[];
  /** The registry that ships; files of a user that the database holds are laid over it. */
  readonly registry: readonly Organisation[];
  /** Key of the pseudonyms. */
  readonly key: Uint8Array;
  readonly map: ReadonlyMap<Field, string>;
  /** Namespace of identifiers that name none; by default each file's name, or that of the file it replaces. */
  readonly namespace?: string | undefined;
  /** An earlier vintage of the one file, loaded from another place. */
  readonly replaces?: Pick<InputFile, 'name' | 'place'> | undefined;
  readonly observedUntil?: string | undefined;
  readonly skipBad: number;
  /** Whose the one file is, for formats of one person; by default somebody who is in no other file. */
  readonly person?: string | undefined;
  /** Months without a sighting after which a job is another one, for sources of sightings. */
  readonly gap?: number | undefined;
  readonly simulated: boolean;
  /** Whether identifiers are kept beside the pseudonyms, for those who may; not unless told. */
  readonly keepNames?: boolean | undefined;
  /** List of people who stay out, of these files and of all later ones. */
  readonly optOut?: InputFile | undefined;
  /** Is told what the list removed of what was loaded already. */
  readonly removed?: ((removed: Removed) => void) | undefined;
  /** Is told how many people are in no file any more, because the file that held them was replaced. */
  readonly left?: ((people: number) => void) | undefined;
  readonly progress?: ((stage: string, rows: number) => void) | undefined;
}

/** What became of a file. */
export interface FileReport {
  readonly name: string;
  readonly outcome: 'loaded' | 'replaced' | 'unchanged';
  readonly spells: number;
  /** The table it fills, and the rows it gave to it. */
  readonly fills: string;
  readonly rows: number;
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
    await keepApart(warehouse, options);
    const places = [...options.files, ...(options.replaces ? [options.replaces] : [])].map((f) => f.place);
    const there = await warehouse.query(sql`select file from file where place in ${list(places)}`);
    // What is replaced is compared with what replaces it, by one registry.
    if (there.length > 0 && !('fills' in options.source))
      await derive(warehouse, options.registry, options.progress);
    let earlier: Earlier | null | undefined;
    const replacing = async (): Promise<void> => {
      if (earlier === undefined) earlier = await keepEarlier(warehouse, options.source.name, places);
    };
    if (options.optOut !== undefined) {
      const spaces = options.files.map((file) => namespaceOf(file, options));
      const entries = await readOptOut(options.optOut);
      options.removed?.(await optOut(warehouse, options.key, entries, [...new Set(spaces)]));
    }
    const optOuts = await optOutsIn(warehouse, options.key);
    const reports: FileReport[] = [];
    for (const file of options.files)
      reports.push(await loadFile(warehouse, file, options, optOuts, replacing));
    if (reports.some((r) => r.outcome === 'replaced')) {
      const people = await sweep(warehouse);
      options.left?.(people);
    }
    await derive(warehouse, options.registry, options.progress);
    if (earlier) {
      const people = await keepVintage(warehouse, earlier, places);
      if (options.replaces !== undefined && people === 0) throw strangers(options.files, options.replaces);
      await derive(warehouse, options.registry, options.progress);
    }
    return reports;
  });
}

async function keepApart(warehouse: Warehouse, { simulated, source }: LoadOptions): Promise<void> {
  const others = await warehouse.query<{ simulated: boolean }>(
    sql`select simulated from file where simulated <> ${simulated} limit 1`,
  );
  if (others.length > 0) {
    const [there, here] = simulated ? ['real', 'simulated'] : ['simulated', 'real'];
    throw new MercatoError(
      'parameter',
      `${here} ${'fills' in source ? 'files' : 'people'} cannot join ${there} ones in a database; give another with --db`,
    );
  }
}

/** Whose bare identifiers are whose: a later vintage means the same people as the file that it replaces. */
function namespaceOf(file: InputFile, { namespace, replaces }: LoadOptions): string {
  return namespace ?? `file:${replaces?.name ?? file.name}`;
}

function strangers([file]: readonly InputFile[], replaces: Pick<InputFile, 'name'>): MercatoError {
  return new MercatoError(
    'parameter',
    `no person of ${replaces.name} is in ${file?.name}; give the --namespace that the earlier file was loaded with, or leave out --replaces`,
  );
}

async function loadFile(
  warehouse: Warehouse,
  file: InputFile,
  options: LoadOptions,
  optOuts: OptOuts,
  replacing: () => Promise<void>,
): Promise<FileReport> {
  const { source, simulated, replaces } = options;
  const namespace = namespaceOf(file, options);
  const version = hashOf([
    source.name,
    file.sha256,
    ...('fills' in source ? [] : [namespace]),
    options.observedUntil ?? '',
    String(options.skipBad),
    ...(options.gap === undefined ? [] : [`gap ${options.gap}`]),
    ...(options.keepNames ? ['names'] : []),
    ...(optOuts.version === '' || 'fills' in source ? [] : [`opt-out ${optOuts.version}`]),
    ...[...options.map].map(([field, name]) => `${field}=${name}`).sort(),
    ...(options.person === undefined ? [] : [`person ${options.person}`]),
  ]);
  const [same] = await warehouse.query<{ fills: string; rows: number }>(
    sql`select fills, "rows" from file where version = ${version}`,
  );
  if (same) return reportOf(file, 'unchanged', same.fills, same.rows, []);
  const places = [file.place, ...(replaces === undefined ? [] : [replaces.place])];
  const before = await warehouse.query<{ place: string; source: string }>(
    sql`select place, source from file where place in ${list(places)}`,
  );
  const isThere = before.some((f) => f.place === replaces?.place && f.source === source.name);
  if (replaces !== undefined && !isThere) {
    throw new MercatoError(
      'parameter',
      `not loaded as ${source.name}: ${replaces.name}; load the earlier file first, or leave out --replaces`,
    );
  }
  if (before.length > 0 && !('fills' in source)) await replacing();
  for (const place of places) await forgetFile(warehouse, place);
  const outcome = before.length > 0 ? 'replaced' : 'loaded';
  const progress = (rows: number): void => options.progress?.(file.name, rows);
  if ('fills' in source) {
    const { rows, bad } = await fillTable(warehouse, source, file, { ...options, version, progress });
    return reportOf(file, outcome, source.fills.name, rows, bad);
  }
  const staged = await stage(warehouse, source, file, {
    ...options,
    optedOut: (identifiers) => optOuts.size > 0 && identifiers.some((id) => optOuts.has(id, namespace)),
    progress,
  });
  const spells = await keepSpells(warehouse, source, file, staged, {
    key: options.key,
    namespace,
    simulated,
    version,
    keepNames: options.keepNames === true,
    optOuts,
  });
  return reportOf(file, outcome, spellTable.name, spells, staged.bad);
}

function reportOf(
  { name }: InputFile,
  outcome: FileReport['outcome'],
  fills: string,
  rows: number,
  bad: readonly BadRow[],
): FileReport {
  return { name, outcome, spells: fills === spellTable.name ? rows : 0, fills, rows, bad };
}
