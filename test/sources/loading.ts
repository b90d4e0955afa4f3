import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { inputFile } from '../../src/cli/effects.js';
import type { MercatoError } from '../../src/errors.js';
import { type FileReport, type LoadOptions, load } from '../../src/load.js';
import type { Field, Source, Status, TableSource } from '../../src/sources/index.js';
import { statusOf } from '../../src/sources/index.js';
import { openWarehouse, type Row, sql, type Warehouse } from '../../src/warehouse/index.js';

/** A folder for the files of one test file, removed at its end. */
export const folder = mkdtempSync(join(tmpdir(), 'mercato-sources-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export const key = new Uint8Array(32).fill(7);

/** Content of files by name. */
export type Contents = Readonly<Record<string, string | Uint8Array>>;

export type Given = Partial<Omit<LoadOptions, 'map'>> & {
  readonly map?: Partial<Record<Field, string>>;
  readonly database?: string;
};

/** What is in the warehouse after a load. */
export interface Loaded {
  readonly reports: readonly FileReport[];
  readonly spells: readonly Row[];
  readonly status: Status;
  /** Pseudonyms, by the order in which their people's spells stand in the files. */
  readonly people: readonly string[];
}

/** Loads files of one source, the first time into `:memory:` unless a database is named. */
export async function loading(
  source: Source | TableSource,
  contents: Contents,
  given: Given = {},
): Promise<Loaded> {
  const warehouse = await openWarehouse(given.database ?? ':memory:', { mode: 'write' });
  try {
    const reports = await loadInto(warehouse, source, contents, given);
    const spells =
      await warehouse.query(sql`select p.pseudonym, w.written as employer, s.start_date, s.start_precision,
        s.end_date, s.end_precision, s.end_status, s.title, s.kind, s.country, s.source, s.line, f.name as file
      from spell as s join person as p on p.person = s.person join employer as w on w.employer = s.employer
      join file as f on f.file = s.file order by f.name, s.line, s.spell`);
    const people = [...new Set(spells.map((s) => String(s.pseudonym)))];
    return { reports, spells, status: await statusOf(warehouse), people };
  } finally {
    await warehouse.close();
  }
}

/** Writes the files and loads them into a warehouse that is open. */
export async function loadInto(
  warehouse: Warehouse,
  source: Source | TableSource,
  contents: Contents,
  { map = {}, database: _, ...options }: Given = {},
): Promise<readonly FileReport[]> {
  const files = [];
  for (const [name, content] of Object.entries(contents)) {
    const path = join(folder, name);
    writeFileSync(path, content);
    files.push(await inputFile(path));
  }
  return load(warehouse, {
    source,
    files,
    registry: [],
    key,
    map: new Map(Object.entries(map) as [Field, string][]),
    observedUntil: '2022-12-31',
    skipBad: 0,
    simulated: false,
    ...options,
  });
}

/** Loads what cannot be loaded, and gives the error; fails where it can. */
export async function refused(
  source: Source | TableSource,
  contents: Contents,
  given: Given = {},
): Promise<MercatoError> {
  const error = await loading(source, contents, given).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error === null) throw new Error(`loaded, though it cannot be: ${Object.keys(contents).join()}`);
  return error as MercatoError;
}

/** A start or end as it was read: `2019-05 month`, `open`, `unknown`. */
export function dates(spell: Row | undefined): string {
  const start = spell?.start_date === null ? 'unknown' : `${spell?.start_date} ${spell?.start_precision}`;
  const end = spell?.end_status === 'ended' ? `${spell.end_date} ${spell.end_precision}` : spell?.end_status;
  return `${start} to ${end}`;
}
