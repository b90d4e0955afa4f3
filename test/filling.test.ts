import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../src/ask.js';
import { inputFile } from '../src/cli/effects.js';
import { dataLine } from '../src/dataLine.js';
import { load } from '../src/load.js';
import { headcount } from '../src/measures/index.js';
import { hiringlab } from '../src/sources/hiringlab.js';
import { csv, type Source, statusOf, type TableSource } from '../src/sources/index.js';
import { openWarehouse, raw, sql, type Warehouse } from '../src/warehouse/index.js';

const folder = mkdtempSync(join(tmpdir(), 'mercato-filling-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let warehouse: Warehouse;
let stages: string[];
beforeEach(async () => {
  warehouse = await openWarehouse(':memory:', { mode: 'write' });
  stages = [];
});
afterEach(() => warehouse.close());

async function loaded(source: Source | TableSource, name: string, content: string, more: object = {}) {
  const path = join(folder, name);
  writeFileSync(path, content);
  stages = [];
  const [report] = await load(warehouse, {
    source,
    files: [await inputFile(path)],
    registry: [],
    key: new Uint8Array(32).fill(7),
    map: new Map(),
    skipBad: 0,
    simulated: false,
    progress: (stage) => {
      if (stages.at(-1) !== stage) stages.push(stage);
    },
    ...more,
  });
  return report;
}

const shares = (value: number, day = '2024-01-01') =>
  `date,jobcountry,AI_share_postings\n${day},US,${value}\n`;
const careers = (more: object = {}) =>
  loaded(csv, 'careers.csv', 'person,employer,start,end\nmaud,Acorn,2019-01,2020-06\nmaud,Birch,2020-07,\n', {
    observedUntil: '2022-12-31',
    ...more,
  });
const values = async () =>
  (
    await warehouse.query(
      sql`select p.value, p.file, f.name from posting as p join file as f on f.file = p.file order by f.name`,
    )
  ).map(({ name, value }) => `${name} ${value}`);
const facts = async () =>
  Object.fromEntries(
    (await warehouse.query(sql`select fact, value from meta`)).map((r) => [r.fact, String(r.value)]),
  );
const derived = async () =>
  Promise.all(
    ['organisation', 'episode', 'move', 'arrival', 'spell', 'person'].map((table) =>
      warehouse.query(sql`select * from ${raw(table)} order by 1`),
    ),
  );

describe('load of a file that tells of no person', () => {
  it('builds no career anew, changes none, and changes the version of the data', async () => {
    await careers();
    const [before, first] = [await derived(), await facts()];
    expect(stages).toEqual(['careers.csv', 'organisations', 'careers']);
    await loaded(hiringlab, 'a.csv', shares(2));
    expect(stages).toEqual(['a.csv']);
    expect(await derived()).toEqual(before);
    const second = await facts();
    expect(second.careers_version).toBe(first.careers_version);
    expect(second.data_version).not.toBe(first.data_version);
  });

  it('is what alone makes the version of the data another than that of careers', async () => {
    await careers();
    const { data_version } = await facts();
    expect(data_version).toBe((await facts()).careers_version);
    await loaded(hiringlab, 'a.csv', shares(2));
    expect((await facts()).data_version).not.toBe((await facts()).careers_version);
  });

  it('is passed over where its content is loaded already, and replaced where it changed', async () => {
    expect(await loaded(hiringlab, 'a.csv', shares(2))).toMatchObject({ outcome: 'loaded', rows: 1 });
    const { data_version } = await facts();
    expect(await loaded(hiringlab, 'copy.csv', shares(2))).toMatchObject({ outcome: 'unchanged', rows: 1 });
    expect((await facts()).data_version).toBe(data_version);
    await loaded(hiringlab, 'b.csv', shares(7));
    expect(await loaded(hiringlab, 'a.csv', shares(3))).toMatchObject({ outcome: 'replaced', rows: 1 });
    expect(await values()).toEqual(['a.csv 3', 'b.csv 7']);
  });

  it('leaves everything as it was where a file is bad', async () => {
    await careers();
    await loaded(hiringlab, 'a.csv', shares(2));
    const before = [await derived(), await facts(), await values()];
    await expect(loaded(hiringlab, 'a.csv', shares(200))).rejects.toMatchObject({ code: 'source' });
    expect([await derived(), await facts(), await values()]).toEqual(before);
  });

  it('gives its place to careers, and takes it from them', async () => {
    await loaded(hiringlab, 'careers.csv', shares(2));
    await careers();
    expect(await values()).toEqual([]);
    expect((await statusOf(warehouse)).sources).toMatchObject([
      { source: 'csv', fills: 'spell', rows: 2, spells: 2 },
    ]);
    await loaded(hiringlab, 'careers.csv', shares(2));
    expect(await statusOf(warehouse)).toMatchObject({
      people: 0,
      spells: 0,
      moves: 0,
      sources: [{ source: 'hiringlab', fills: 'posting', rows: 1, spells: 0 }],
    });
  });

  it('stays apart from simulated people, and they from it', async () => {
    await careers({ simulated: true });
    await expect(loaded(hiringlab, 'a.csv', shares(2))).rejects.toThrow(
      'real files cannot join simulated ones',
    );
    const other = await openWarehouse(':memory:', { mode: 'write' });
    [warehouse] = [other, await warehouse.close()];
    await loaded(hiringlab, 'a.csv', shares(2));
    await expect(careers({ simulated: true })).rejects.toMatchObject({ code: 'parameter' });
  });
});

describe('dataLine(desk, parameters, reads)', () => {
  it('rests on the files that fill what is read', async () => {
    await careers();
    await loaded(hiringlab, 'a.csv', shares(2, '2024-05-06'));
    const line = async (reads?: string[]) => {
      const { sources, observedUntil, population } = await dataLine({ warehouse }, {}, reads);
      return [sources.join(' '), observedUntil, population].join('; ');
    };
    expect(await line(['episode', 'organisation'])).toBe('csv; 2022-12-31; everybody');
    expect(await line(['event', 'organisation'])).toBe('csv; 2022-12-31; everybody');
    expect(await line(['posting', 'organisation'])).toBe('hiringlab; 2024-05-06; ');
    expect(await line(['posting', 'move'])).toBe('csv hiringlab; 2024-05-06; everybody');
    expect(await line()).toBe('csv hiringlab; 2024-05-06; everybody');
  });

  it('says what to load where no file fills what is read', async () => {
    const desk = { warehouse, known: async () => ({ registry: [], peers: [] }) };
    const nothing = 'nothing is loaded; see mercato load --help, or try mercato demo';
    await expect(ask(desk, headcount, {})).rejects.toThrow(nothing);
    await expect(dataLine(desk, {}, ['posting'])).rejects.toThrow('mercato load hiringlab AI_posting.csv');
    await loaded(hiringlab, 'a.csv', shares(2));
    await expect(ask(desk, headcount, {})).rejects.toThrow(
      'nothing of careers is loaded; see mercato load --help',
    );
    const other = await openWarehouse(':memory:', { mode: 'write' });
    [warehouse] = [other, await warehouse.close()];
    await careers();
    await expect(dataLine({ warehouse }, {}, ['posting'])).rejects.toMatchObject({
      code: 'warehouse',
      message: expect.stringMatching(
        /^nothing that fills the table posting is loaded; load some: mercato load hiringlab/,
      ),
    });
  });
});
