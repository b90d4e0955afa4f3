import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { inputFile } from '../../src/cli/effects.js';
import { forget } from '../../src/forget.js';
import { moves } from '../../src/measures/index.js';
import { release } from '../../src/release/index.js';
import { cncf } from '../../src/sources/cncf.js';
import { csv } from '../../src/sources/csv.js';
import { pseudonymOf, type Removed, statusOf } from '../../src/sources/index.js';
import {
  openWarehouse,
  type Row,
  raw,
  rewriteWarehouse,
  sql,
  type Warehouse,
} from '../../src/warehouse/index.js';
import { type Contents, folder, type Given, key, loadInto } from './loading.js';

const database = join(folder, 'out.duckdb');
let warehouse: Warehouse;
beforeEach(async () => {
  rmSync(database, { force: true });
  warehouse = await openWarehouse(database, { mode: 'write' });
});
afterEach(() => warehouse.close());

const careers = `person,employer,start,end
github:maudlin-quill,Acorn,2018-01,2019-05
github:maudlin-quill,Birch,2019-06,
email:Nils@Birch-Hollow.example,Acorn,2019-01,2020-01
email:Nils@Birch-Hollow.example,Birch,2020-02,
winifred-yarrow,Acorn,2018-01,2020-02
winifred-yarrow,Birch,2020-03,
`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is there, after all files are closed and opened again. */
async function contents(): Promise<{
  people: string[];
  spells: number;
  files: Row[];
  moves: number;
  version: string;
}> {
  const people = await warehouse.query<{ pseudonym: string }>(
    sql`select pseudonym from person order by pseudonym`,
  );
  const status = await statusOf(warehouse);
  const [version] = await warehouse.query<{ value: string }>(
    sql`select value from meta where fact = 'data_version'`,
  );
  const [named] = await warehouse.query<{ n: number }>(
    sql`select count(*) as n from spell where person not in (select person from person)`,
  );
  expect(named?.n).toBe(0);
  return {
    people: people.map((p) => p.pseudonym),
    spells: status.spells,
    files: status.sources.map((f) => ({ file: f.file, spells: f.spells, ...f.oddities })),
    moves: status.moves,
    version: version?.value ?? '',
  };
}

const idOf = (identifier: string, space = 'file:careers.csv'): string => pseudonymOf(key, identifier, space);
const everybody = ['github:maudlin-quill', 'email:nils@birch-hollow.example', 'winifred-yarrow']
  .map((i) => idOf(i))
  .sort();

async function loaded(files: Contents = { 'careers.csv': careers }, given: Given = {}): Promise<void> {
  await loadInto(warehouse, csv, files, given);
}

/** Loads with a list of people who stay out, and gives what it removed. */
async function loadedWithout(lines: string, files: Contents = { 'careers.csv': careers }, given: Given = {}) {
  const path = join(folder, 'out.txt');
  writeFileSync(path, lines);
  let removed: Removed | undefined;
  await loadInto(warehouse, given.source ?? csv, files, {
    ...given,
    optOut: await inputFile(path),
    removed: (found) => {
      removed = found;
    },
  });
  return removed;
}

/** The bytes of the database once it is closed. */
async function bytesOf(): Promise<string> {
  await warehouse.close();
  const paths = [database, `${database}.wal`].filter((path) => existsSync(path));
  const bytes = Buffer.concat(paths.map((path) => readFileSync(path)))
    .toString('latin1')
    .toLowerCase();
  warehouse = await openWarehouse(database, { mode: 'write' });
  return bytes;
}

describe('an opt-out list', () => {
  it('keeps people out of the load it is given with, and of later ones, also of other files', async () => {
    expect(await loadedWithout('# asked by mail\n\nGitHub:maudlin-quill\n')).toEqual({
      people: 0,
      spells: 0,
    });
    expect(await contents()).toMatchObject({
      people: everybody.filter((p) => p !== idOf('github:maudlin-quill')),
      spells: 4,
      files: [{ file: 'careers.csv', spells: 4, opted_out: 2 }],
      moves: 2,
    });
    await loaded({ 'other.csv': `${careers}github:someone-else,Acorn,2018-01,\n` });
    const people = (await contents()).people;
    expect(people).not.toContain(idOf('github:maudlin-quill'));
    expect(people).toContain(idOf('github:someone-else'));
  });

  it('is applied at once to people who are loaded, and figures follow', async () => {
    await loaded();
    const before = await contents();
    expect(before).toMatchObject({ people: everybody, spells: 6, moves: 3 });
    expect(await loadedWithout('winifred-yarrow\nnils@birch-hollow.EXAMPLE')).toEqual({
      people: 2,
      spells: 4,
    });
    const after = await contents();
    expect(after).toMatchObject({
      people: [idOf('github:maudlin-quill')],
      spells: 2,
      files: [{ file: 'careers.csv', spells: 2 }],
      moves: 1,
    });
    expect(after.version).not.toBe(before.version);
  });

  it('means a bare identifier in the namespace of the files, and nobody of another file', async () => {
    await loadedWithout('winifred-yarrow');
    await loaded({ 'other.csv': careers });
    const { people } = await contents();
    expect(people).not.toContain(idOf('winifred-yarrow'));
    expect(people).toContain(idOf('winifred-yarrow', 'file:other.csv'));
    await loadedWithout('winifred-yarrow', { 'third.csv': careers }, { namespace: 'census' });
    expect((await contents()).people).not.toContain(idOf('winifred-yarrow', 'census'));
  });

  it('may be SHA-256 of an identifier without namespace, as written or in lower case, honoured when a file is read', async () => {
    const hashes = [
      sha256('maudlin-quill').toUpperCase(),
      sha256('nils@birch-hollow.example'),
      sha256('winifred-yarrow'),
    ];
    for (const hash of [...hashes, `sha\n${hashes[0]}`]) {
      rmSync(database, { force: true });
      await warehouse.close();
      warehouse = await openWarehouse(database, { mode: 'write' });
      await loadedWithout(hash);
      expect(await contents()).toMatchObject({ spells: 4, files: [{ opted_out: 2 }] });
    }
    rmSync(database, { force: true });
    await warehouse.close();
    warehouse = await openWarehouse(database, { mode: 'write' });
    await loaded();
    // A hash says nothing of pseudonyms: the file that is named again is read again, others stay as they are.
    expect(await loadedWithout(sha256('maudlin-quill'), { 'other.csv': careers })).toEqual({
      people: 0,
      spells: 0,
    });
    expect((await contents()).people).toContain(idOf('github:maudlin-quill'));
    await loaded();
    expect((await contents()).people).not.toContain(idOf('github:maudlin-quill'));
  });

  it('knows the addresses that the files of the CNCF hold and nobody keeps', async () => {
    const text = `maudlin-quill: m.quill!birch-hollow.example, maud!other.example\n\tAcorn until 2019-01-01\n\tBirch from 2019-01-01\nnils: n!acorn.example\n\tAcorn\n`;
    for (const entry of [
      'email:M.Quill@birch-hollow.example',
      sha256('m.quill@birch-hollow.example'),
      sha256('maud!other.example'),
    ]) {
      rmSync(database, { force: true });
      await warehouse.close();
      warehouse = await openWarehouse(database, { mode: 'write' });
      await loadedWithout(entry, { 'people.txt': text }, { source: cncf });
      expect(await contents()).toMatchObject({ people: [idOf('github:nils')], files: [{ opted_out: 2 }] });
    }
  });

  it('holds all that share a handle', async () => {
    const text = `maud: a!x.example\n\tAcorn\nmaud: b!x.example\n\tBirch\nnils: c!x.example\n\tCedar\n`;
    await loadInto(warehouse, cncf, { 'people.txt': text });
    expect(await loadedWithout('github:maud', { 'more.txt': text }, { source: cncf })).toEqual({
      people: 2,
      spells: 2,
    });
    expect((await contents()).people).toEqual([idOf('github:nils')]);
  });

  it('refuses an empty list and a line that is none, and changes nothing', async () => {
    await loaded();
    const before = await contents();
    await expect(loadedWithout('# nobody\n')).rejects.toThrow('empty opt-out list: out.txt');
    await expect(loadedWithout(`maud\n${'x'.repeat(500)}`)).rejects.toThrow(
      '(out.txt:2); write one per line',
    );
    expect(await contents()).toEqual(before);
  });
});

describe('the bytes of a database', () => {
  it('hold no entry of an opt-out list, nor a hash that others could compare', async () => {
    const hash = sha256('maudlin-quill');
    await loadedWithout(`winifred-yarrow\nemail:nils@birch-hollow.example\n${hash}\n`);
    const bytes = await bytesOf();
    expect(bytes).toContain('careers.csv');
    for (const secret of ['winifred', 'birch-hollow', 'maudlin', hash, sha256('winifred-yarrow')]) {
      expect({ secret, stored: bytes.includes(secret) }).toEqual({ secret, stored: false });
    }
  });

  it('hold identifiers where that was asked, and not after they are forgotten', async () => {
    await loaded({ 'careers.csv': careers }, { keepNames: true });
    expect(await bytesOf()).toContain('maudlin-quill');
    await forget(warehouse, 'github:maudlin-quill', { registry: [], key });
    const names = await warehouse.query(sql`select written from person_name order by written`);
    expect(names).toEqual([{ written: 'email:Nils@Birch-Hollow.example' }, { written: 'winifred-yarrow' }]);
    await warehouse.close();
    await rewriteWarehouse(database);
    const left = await bytesOf();
    expect({ forgotten: left.includes('maudlin-quill'), others: left.includes('winifred-yarrow') }).toEqual({
      forgotten: false,
      others: true,
    });
    expect((await contents()).spells).toBe(4);
  });
});

describe('names that are kept', () => {
  const desk = () => ({ warehouse, known: async () => ({ registry: [], peers: [] }) });

  it('are shown by moves, which is never released', async () => {
    await loaded({ 'careers.csv': careers }, { keepNames: true });
    const result = await ask(desk(), moves, { subjects: ['Acorn', 'Birch'] });
    expect(result.rows.map((row) => row.written).sort()).toEqual([
      'email:Nils@Birch-Hollow.example',
      'github:maudlin-quill',
      'winifred-yarrow',
    ]);
    expect(() => release(result)).toThrow('moves shows single people and is not released');
  });

  it('go with the file that had them', async () => {
    await loaded({ 'careers.csv': careers }, { keepNames: true });
    await loaded();
    expect(await warehouse.query(sql`select * from person_name`)).toEqual([]);
    const result = await ask(desk(), moves, { subjects: ['Acorn', 'Birch'] });
    expect(result.rows.map((row) => row.written)).toEqual([null, null, null]);
  });
});

describe('forget(person)', () => {
  const options = { registry: [], key };

  it('removes a person with all that is derived, and a later load keeps them out', async () => {
    await loaded();
    const before = await contents();
    expect(await forget(warehouse, 'github:maudlin-quill', options)).toEqual({ people: 1, spells: 2 });
    const after = await contents();
    expect(after).toMatchObject({ spells: 4, moves: 2, files: [{ spells: 4 }] });
    expect(after.version).not.toBe(before.version);
    for (const table of ['episode', 'move', 'arrival']) {
      const rows = await warehouse.query(
        sql`select person from ${raw(table)} where person not in (select person from person)`,
      );
      expect({ table, rows }).toEqual({ table, rows: [] });
    }
    await loaded();
    expect(await contents()).toEqual(after);
    await loaded({ 'careers.csv': `${careers}\n` });
    expect((await contents()).people).toEqual(after.people);
  });

  it('takes the pseudonym that moves shows, and an identifier in the namespace of a file', async () => {
    await loaded();
    expect(await forget(warehouse, idOf('winifred-yarrow'), options)).toEqual({ people: 1, spells: 2 });
    expect(await forget(warehouse, 'email:NILS@birch-hollow.example', options)).toEqual({
      people: 1,
      spells: 2,
    });
    await loaded({ 'other.csv': careers });
    expect(await forget(warehouse, 'file:other.csv:winifred-yarrow', options)).toEqual({
      people: 1,
      spells: 2,
    });
    expect((await contents()).people).toEqual([idOf('github:maudlin-quill')]);
  });

  it('says that nobody was there, and keeps them out all the same', async () => {
    await loaded({
      'careers.csv': careers.split('\n').slice(0, 1).concat('github:nils,Acorn,2019,').join('\n'),
    });
    expect(await forget(warehouse, 'github:maudlin-quill', options)).toEqual({ people: 0, spells: 0 });
    await loaded();
    expect((await contents()).people).toEqual(everybody.filter((p) => p !== idOf('github:maudlin-quill')));
  });

  it('refuses an identifier without namespace without repeating it, and the key of another installation', async () => {
    await loaded();
    const before = await contents();
    await expect(forget(warehouse, 'winifred', options)).rejects.toThrow(
      /^an identifier without a namespace; write(?!.*winifred)/,
    );
    const other = { registry: [], key: new Uint8Array(32).fill(9) };
    await expect(forget(warehouse, 'github:maudlin-quill', other)).rejects.toThrow(
      'the key is not the one of this database',
    );
    expect(await contents()).toEqual(before);
  });
});
