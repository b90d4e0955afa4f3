import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileReport, load } from '../src/load.js';
import { csv, type InputFile, statusOf } from '../src/sources/index.js';
import { openWarehouse, raw, sql, type Warehouse } from '../src/warehouse/index.js';

const key = new Uint8Array(32).fill(7);

function file(name: string, rows: string, more: Partial<InputFile> = {}): InputFile {
  const text = `person,employer,start,end\n${rows}`;
  const hash = (what: string): string => createHash('sha256').update(what).digest('hex');
  return {
    name,
    path: name,
    place: hash(name),
    sha256: hash(text),
    async *open() {
      yield new TextEncoder().encode(text);
    },
    ...more,
  };
}

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse(':memory:', { mode: 'write' });
});
afterEach(() => warehouse.close());

function loaded(files: readonly InputFile[], more: object = {}): Promise<readonly FileReport[]> {
  return load(warehouse, {
    source: csv,
    files,
    registry: [],
    key,
    map: new Map(),
    observedUntil: '2022-12-31',
    skipBad: 0,
    simulated: false,
    ...more,
  });
}

const stored = [
  'person',
  'employer',
  'spell',
  'file',
  'oddity',
  'meta',
  'organisation',
  'resolution',
  'episode',
  'move',
];

/** Every row of every stored table, as text. */
async function everything(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of stored) {
    const rows = await warehouse.query(sql`select * from ${raw(table)}`);
    found[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return found;
}

const a = file('a.csv', 'maud,Acorn,2019-01,2020-06\nmaud,Birch,2020-07,\n');
const b = file('b.csv', 'nils,Birch,2018,2021-03\nnils,Acorn,2021-04,\n');

describe('load(warehouse, options)', () => {
  it('does nothing at all where one of its files is bad', async () => {
    await loaded([a]);
    const before = await everything();
    expect(before.spell).toHaveLength(2);
    expect(before.move).toHaveLength(1);
    const changed = file('a.csv', 'maud,Acorn,2019-01,\n');
    const bad = file('c.csv', 'ida,,2019,\n');
    await expect(loaded([changed, b, bad])).rejects.toMatchObject({ code: 'source' });
    expect(await everything()).toEqual(before);
  });

  it('leaves no table where the first load is bad', async () => {
    await expect(loaded([a, file('c.csv', 'ida,,2019,\n')])).rejects.toMatchObject({ code: 'source' });
    for (const table of stored) expect([table, await warehouse.has(table)]).toEqual([table, false]);
    await loaded([a]);
    expect((await statusOf(warehouse)).spells).toBe(2);
  });

  it('does nothing where a file ends in an error of its own', async () => {
    await loaded([a]);
    const before = await everything();
    const broken = file('c.csv', '', {
      async *open() {
        yield new TextEncoder().encode('person,employer,start,end\nida,Cedar,2019,\n');
        throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
      },
    });
    await expect(loaded([broken])).rejects.toThrow();
    expect(await everything()).toEqual(before);
  });

  it('changes nothing where every file is the same', async () => {
    await loaded([a, b]);
    const before = await everything();
    const reports = await loaded([b, a]);
    expect(reports.map((r) => [r.name, r.outcome, r.spells])).toEqual([
      ['b.csv', 'unchanged', 2],
      ['a.csv', 'unchanged', 2],
    ]);
    expect(await everything()).toEqual(before);
  });

  it('says that a file loaded under another name is there already, and keeps its spells once', async () => {
    await loaded([file('a.csv', 'github:maud,Acorn,2019-01,\n')], { namespace: 'census' });
    const copy = file('copy of a.csv', 'github:maud,Acorn,2019-01,\n');
    const [report] = await loaded([copy], { namespace: 'census' });
    expect(report?.outcome).toBe('unchanged');
    expect((await statusOf(warehouse)).spells).toBe(1);
  });

  it('replaces what a changed file gave, with its people and employers', async () => {
    await loaded([a, b]);
    const [report] = await loaded([file('a.csv', 'ida,Cedar,2019,\n')]);
    expect(report).toMatchObject({ outcome: 'replaced', spells: 1 });
    const fresh = await statusOf(warehouse);
    expect(fresh).toMatchObject({ people: 2, spells: 3, organisations: 3, episodes: 3, moves: 1 });
    const employers = await warehouse.query(sql`select written from employer order by written`);
    expect(employers.map((row) => row.written)).toEqual(['Acorn', 'Birch', 'Cedar']);
  });

  it('keeps nobody of a file that became empty', async () => {
    await loaded([a]);
    await loaded([file('a.csv', '')]);
    expect(await statusOf(warehouse)).toMatchObject({ people: 0, spells: 0, organisations: 0, moves: 0 });
  });

  it('refuses another key, and simulated people among real ones and the reverse', async () => {
    await loaded([a]);
    const before = await everything();
    await expect(loaded([b], { key: new Uint8Array(32).fill(8) })).rejects.toMatchObject({
      code: 'parameter',
    });
    await expect(loaded([b], { simulated: true })).rejects.toMatchObject({
      code: 'parameter',
      message: expect.stringContaining('simulated people cannot join real ones'),
    });
    expect(await everything()).toEqual(before);
    const other = await openWarehouse(':memory:', { mode: 'write' });
    [warehouse] = [other, await warehouse.close()];
    await loaded([a], { simulated: true });
    await expect(loaded([b])).rejects.toThrow('real people cannot join simulated ones');
  });

  it('refuses a database of another version', async () => {
    await loaded([a]);
    await warehouse.run(sql`update meta set value = ${'old'} where fact = ${'schema_version'}`);
    await expect(loaded([b])).rejects.toMatchObject({
      code: 'warehouse',
      message: expect.stringContaining('new database'),
    });
  });

  it('derives anew where the registry changed, and the data version says so', async () => {
    await loaded([a]);
    const version = async () =>
      (await warehouse.query(sql`select value from meta where fact = ${'data_version'}`))[0]?.value;
    const first = await version();
    const acorn = {
      id: 'acorn',
      title: 'Acorn Works',
      kind: 'company',
      names: [],
      aliases: ['Acorn'],
      acronyms: [],
      domains: [],
      parents: [],
      events: [],
      authority: 'shipped',
      source: 'https://acorn.example',
      where: 'test',
    };
    await loaded([a], { registry: [acorn] });
    expect(await version()).not.toBe(first);
    const titles = await warehouse.query(sql`select title from organisation order by title`);
    expect(titles.map((row) => row.title)).toEqual(['Acorn Works', 'Birch']);
  });

  it('gives the same episodes and moves whatever the order of the rows', async () => {
    const rows = [
      'maud,Acorn,2019-01,2020-06',
      'maud,Birch,2020-07,',
      'maud,Cedar,2020-09,2020-12',
      'nils,Birch,2018,2021-03',
      'nils,Acorn,2021-04,',
      'ida,Acorn,,2020-01',
      'ida,Birch,2020-02,?',
      'ida,Birch,2020-02,?',
    ];
    const facts = async (): Promise<unknown> => ({
      episodes:
        await warehouse.query(sql`select p.pseudonym, o.id, e.start_month, e.end_month, e."open", e.main
        from episode as e join person as p on p.person = e.person join organisation as o on o.organisation = e.organisation
        order by p.pseudonym, o.id, e.start_month nulls last`),
      moves: await warehouse.query(sql`select p.pseudonym, m.left_month, m.joined_month, m.gap
        from move as m join person as p on p.person = m.person order by p.pseudonym, m.joined_month`),
    });
    await loaded([file('a.csv', `${rows.join('\n')}\n`)]);
    const expected = await facts();
    expect(expected).not.toEqual({ episodes: [], moves: [] });
    const property = fc.asyncProperty(
      fc.shuffledSubarray(rows, { minLength: rows.length }),
      async (shuffled) => {
        await loaded([file('a.csv', `${shuffled.join('\n')}\n`)]);
        expect(await facts()).toEqual(expected);
      },
    );
    await fc.assert(property, { numRuns: 6 });
  });

  it('stops at the signal and undoes what it did', async () => {
    const stop = new AbortController();
    const interrupted = await openWarehouse(':memory:', { mode: 'write', signal: stop.signal });
    const stopping = file('c.csv', '', {
      async *open() {
        yield new TextEncoder().encode('person,employer,start,end\nida,Cedar,2019,\n');
        stop.abort();
        yield new TextEncoder().encode('ola,Cedar,2019,\n');
      },
    });
    [warehouse] = [interrupted, await warehouse.close()];
    await expect(loaded([a, stopping])).rejects.toMatchObject({ code: 'cancelled' });
  });
});
