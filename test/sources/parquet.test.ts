import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parquet } from '../../src/sources/parquet.js';
import { openWarehouse, raw, sql } from '../../src/warehouse/index.js';
import { dates, folder, loadInto, loading, refused } from './loading.js';

let written = 0;

/** A Parquet file of what a query gives. */
async function fileOf(query: string): Promise<Buffer> {
  const path = join(folder, `written${written++}.parquet`);
  const warehouse = await openWarehouse(':memory:', { mode: 'write' });
  await warehouse.run(raw(`copy (${query}) to '${path}' (format parquet)`));
  await warehouse.close();
  return readFileSync(path);
}

describe('parquet', () => {
  it('reads texts, one spell a row, numbered from 1', async () => {
    const file = await fileOf(`select * from (values
      ('maud', 'Acorn Works', '2019-05', null, 'Baker'), ('nils', 'Birch; "Labs"', '2018', '?', null))
      as t (person, employer, "start", "end", title)`);
    const { spells } = await loading(parquet, { 'a.parquet': file });
    expect(spells.map((s) => [s.employer, dates(s), s.title, s.line])).toEqual([
      ['Acorn Works', '2019-05-01 month to open', 'Baker', 1],
      ['Birch; "Labs"', '2018-01-01 year to unknown', null, 2],
    ]);
  });

  it('reads dates, times and years as numbers', async () => {
    const file = await fileOf(`select 1 as person, 'Acorn' as employer, date '2019-05-17' as "start",
      timestamp '2020-02-03 23:59:59' as "end" union all select 2, 'Birch', date '2018-03-04', null`);
    const { spells } = await loading(parquet, { 'a.parquet': file });
    expect(spells.map(dates)).toEqual(['2019-05-17 day to 2020-02-03 day', '2018-03-04 day to open']);
    const years = await fileOf(`select 'maud' as person, 'Acorn' as employer, 2019 as "start"`);
    expect((await loading(parquet, { 'b.parquet': years })).spells.map(dates)).toEqual([
      '2019-01-01 year to open',
    ]);
  });

  it('takes other column names where they are mapped, whatever is in them', async () => {
    const file = await fileOf(
      `select 'maud' as id, 'Acorn' as "Firm ""x""; drop table spell", '2019' as "from"`,
    );
    const { spells } = await loading(
      parquet,
      { 'a.parquet': file },
      { map: { person: 'id', employer: 'Firm "x"; drop table spell', start: 'from' } },
    );
    expect(spells.map((s) => s.employer)).toEqual(['Acorn']);
  });

  it('reads a file whose name is not harmless', async () => {
    const file = await fileOf(`select 'maud' as person, 'Acorn' as employer, '2019' as "start"`);
    for (const name of ["it's [a] *?.parquet", 'öäü 東京.parquet', '"quoted".parquet']) {
      expect((await loading(parquet, { [name]: file })).spells).toHaveLength(1);
    }
  });

  it('reads many rows, each with its own line', async () => {
    const file = await fileOf(
      `select concat('p', range) as person, 'Acorn' as employer, '2019' as "start" from range(100010)`,
    );
    const warehouse = await openWarehouse(':memory:', { mode: 'write' });
    await loadInto(warehouse, parquet, { 'many.parquet': file });
    const rows = await warehouse.query(sql`select count(*) as spells, count(distinct line) as lines,
      count(distinct person) as people, (select count(distinct pseudonym) from person) as pseudonyms from spell`);
    await warehouse.close();
    expect(rows).toEqual([{ spells: 100_010, lines: 100_010, people: 100_010, pseudonyms: 100_010 }]);
  });

  it('names the row of a date that is none', async () => {
    const file = await fileOf(`select * from (values ('maud', 'Acorn', '2019'), ('nils', 'Birch', 'May 2019'))
      as t (person, employer, "start")`);
    const error = await refused(parquet, { 'bad.parquet': file });
    expect(error.message).toContain('invalid start date: "May 2019" (bad.parquet:2)');
  });

  it('says that a column is missing', async () => {
    const error = await refused(parquet, {
      'bad.parquet': await fileOf(`select 'maud' as person, 1 as "start"`),
    });
    expect(error.message).toContain('missing column: employer');
  });

  it('says that a file is no Parquet, or cut off', async () => {
    const file = await fileOf(`select 'maud' as person, 'Acorn' as employer, '2019' as "start"`);
    for (const content of [
      file.subarray(0, file.length - 20),
      Buffer.from('person,employer,start\n'),
      Buffer.from(''),
    ]) {
      const error = await refused(parquet, { 'bad.parquet': content });
      expect(error.code).toBe('source');
      expect(error.message).toContain('not a Parquet file, or cut off: bad.parquet');
    }
  });
});
