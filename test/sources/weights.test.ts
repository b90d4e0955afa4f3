import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csv } from '../../src/sources/csv.js';
import { jsonl } from '../../src/sources/jsonl.js';
import { parquet } from '../../src/sources/parquet.js';
import { openWarehouse, raw, sql, type Warehouse } from '../../src/warehouse/index.js';
import { folder, loadInto, refused } from './loading.js';

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse(':memory:', { mode: 'write' });
});
afterEach(() => warehouse.close());

const weights = async (table = 'spell', order = 'line') =>
  (await warehouse.query(sql`select weight from ${raw(table)} order by ${raw(order)}`)).map(
    (row) => row.weight,
  );

const head = 'person,employer,start,end,weight';

describe('a sampling weight', () => {
  it('is a number of a row of CSV, kept in whole millionths; blank is none', async () => {
    const cells = ['1', ' 2.5 ', '', '1e3', '0.000001', '1000000', '0.1234567'];
    const rows = cells.map((cell, i) => `p${i},Acorn,2019,,${cell}`).join('\n');
    await loadInto(warehouse, csv, { 'w.csv': `${head}\n${rows}\n` });
    expect(await weights()).toEqual([1e6, 2.5e6, null, 1e9, 1, 1e12, 123_457]);
  });

  it('is read from another column where it is mapped, in JSON Lines as in CSV', async () => {
    const lines =
      '{"person":"maud","employer":"Acorn","start":"2019","w":1.5}\n{"person":"nils","employer":"Acorn","start":"2019","w":null}\n';
    await loadInto(warehouse, jsonl, { 'w.jsonl': lines }, { map: { weight: 'w' } });
    expect(await weights()).toEqual([1.5e6, null]);
  });

  it('is read from a column of numbers in Parquet', async () => {
    const path = join(folder, 'w.parquet');
    const values = "('maud', 'Acorn', '2019', cast(0.75 as double)), ('nils', 'Acorn', '2019', null)";
    await warehouse.run(
      raw(
        `copy (select * from (values ${values}) as t (person, employer, "start", weight)) to '${path}' (format parquet)`,
      ),
    );
    await loadInto(warehouse, parquet, { 'w.parquet': readFileSync(path) });
    expect(await weights()).toEqual([750_000, null]);
  });

  it.each([
    '0',
    '-1',
    'NaN',
    'inf',
    '-Infinity',
    '1e400',
    '1000001',
    '0.0000001',
    'two',
    '1,5',
    '1 000',
    '0x10',
  ])('that is %s is bad, with its file, line and value', async (cell) => {
    const error = await refused(csv, {
      'bad.csv': `${head}\nmaud,Acorn,2019,,1\nnils,Birch,2019,,"${cell}"\n`,
    });
    expect(error.message).toContain(
      `invalid weight: "${cell}" (bad.csv:3); write a number from 0.000001 to 1000000`,
    );
  });

  it('that is bad is read past and counted under --skip-bad', async () => {
    const content = `${head}\nmaud,Acorn,2019,,1\nnils,Birch,2019,,-2\n`;
    const [report] = await loadInto(warehouse, csv, { 'some.csv': content }, { skipBad: 1 });
    expect(report).toMatchObject({ spells: 1, bad: [{ line: 3, field: 'weight', value: '-2' }] });
    expect(await weights()).toEqual([1e6]);
  });

  it('tells a row from one that says the same without it', async () => {
    const content = `${head}\nmaud,Acorn,2019,,1\nmaud,Acorn,2019,,2\nmaud,Acorn,2019,,2\n`;
    const [report] = await loadInto(warehouse, csv, { 'again.csv': content });
    expect(report?.spells).toBe(2);
  });

  it('is that of the spell that begins an episode, and of the episode that a move leaves; 1 where its row gives none', async () => {
    const rows = [
      'maud,Acorn,2018-01,2019-01,3',
      'maud,Acorn,2019-01,2020-01,5',
      'maud,Birch,2020-01,2021-01,',
      'maud,Cedar,2021-01,,7',
    ];
    await loadInto(warehouse, csv, { 'w.csv': `${head}\n${rows.join('\n')}\n` });
    expect(await weights('episode', 'start_month')).toEqual([3e6, 1e6, 7e6]);
    expect(await weights('move', 'joined_month')).toEqual([3e6, 1e6]);
  });

  it('is nowhere where no spell of the database has one', async () => {
    await loadInto(warehouse, csv, {
      'w.csv': `${head}\nmaud,Acorn,2018-01,2019-01,\nmaud,Birch,2019-01,,\n`,
    });
    expect([...(await weights('episode', 'episode')), ...(await weights('move', 'person'))]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
