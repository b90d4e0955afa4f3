import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { column } from '../../src/records/index.js';
import { openWarehouse, sql } from '../../src/warehouse/index.js';
import { behavesAsWarehouse } from './behaviour.js';

const folder = mkdtempSync(join(tmpdir(), 'mercato-duckdb-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (): string => join(folder, `${files++}.duckdb`);

behavesAsWarehouse('DuckDB in memory', (signal) => openWarehouse(':memory:', { mode: 'write', signal }));
behavesAsWarehouse('a DuckDB file', (signal) => openWarehouse(newFile(), { mode: 'write', signal }));

describe('what DuckDB does differently', () => {
  it('loses a byte-order mark at the beginning of a text, because its driver decodes so', async () => {
    const warehouse = await openWarehouse(':memory:', { mode: 'write' });
    expect(await warehouse.query(sql`select cast(${'\ufeffmark'} as varchar) as value`)).toEqual([
      { value: 'mark' },
    ]);
    await warehouse.close();
  });
});

describe('openWarehouse(path)', () => {
  it('finds in a file what was stored, and nothing of a session', async () => {
    const path = newFile();
    const first = await openWarehouse(path, { mode: 'write' });
    await first.keep('stays', 'stored', sql`select 7 as n, 'x' as letter`);
    await first.keep('goes', 'session', sql`select 1 as n`);
    await first.close();
    const again = await openWarehouse(path, { mode: 'read' });
    expect(await again.query(sql`select n, letter from stays`)).toEqual([{ n: 7, letter: 'x' }]);
    expect(await again.has('goes')).toBe(false);
    await again.close();
  });

  it('refuses to store where it was opened to read, and lets a session derive tables', async () => {
    const path = newFile();
    await (await openWarehouse(path, { mode: 'write' })).close();
    const reader = await openWarehouse(path, { mode: 'read' });
    expect(reader.writable).toBe(false);
    await expect(reader.keep('kept', 'stored', sql`select 1 as n`)).rejects.toMatchObject({
      code: 'warehouse',
    });
    await reader.keep('derived', 'session', sql`select 1 as n`);
    expect(await reader.query(sql`select n from derived`)).toEqual([{ n: 1 }]);
    const columns = [column('n', 'integer', '', 'a number')];
    await reader.create('filled', 'session', columns);
    await reader.append('filled', columns, [[[2, 3]]]);
    expect(await reader.query(sql`select sum(n) as n from filled`)).toEqual([{ n: 5 }]);
    await reader.close();
  });

  it('says that there is no database where there is none to read', async () => {
    const path = newFile();
    await expect(openWarehouse(path, { mode: 'read' })).rejects.toMatchObject({
      code: 'warehouse',
      message: expect.stringContaining('no database'),
    });
  });

  it('says that a file is no database', async () => {
    const path = newFile();
    writeFileSync(path, 'person,employer,start\n');
    for (const mode of ['read', 'write'] as const) {
      await expect(openWarehouse(path, { mode })).rejects.toMatchObject({
        code: 'warehouse',
        message: expect.stringContaining('not a DuckDB database'),
      });
    }
  });

  it('ends the statement that runs when it is closed, and takes none after', async () => {
    const warehouse = await openWarehouse(':memory:', { mode: 'write' });
    const endless = warehouse.query(sql`select sum(a.n * b.n) from
      (select range as n from range(100000000)) as a, (select range as n from range(100000000)) as b`);
    const ended = expect(endless).rejects.toThrow('cancelled');
    await warehouse.close();
    await ended;
    await expect(warehouse.query(sql`select 1 as one`)).rejects.toThrow('the database is closed');
  });

  it('knows no other engine', async () => {
    await expect(openWarehouse('postgres://host/db', { mode: 'read' })).rejects.toMatchObject({
      code: 'warehouse',
      message: expect.stringContaining('postgres://'),
    });
  });

  it('fetches nothing: an extension that is not built in stays out', async () => {
    const warehouse = await openWarehouse(':memory:', { mode: 'write' });
    await expect(
      warehouse.query(sql`select * from read_csv('https://example.org/a.csv')`),
    ).rejects.toMatchObject({ code: 'warehouse' });
    await warehouse.close();
  });

  it('refuses to append dates, which travel as text', async () => {
    const warehouse = await openWarehouse(':memory:', { mode: 'write' });
    const columns = [column('day', 'date', '', '')];
    await warehouse.create('days', 'session', columns);
    await expect(warehouse.append('days', columns, [[['2024-01-01']]])).rejects.toThrow(RangeError);
    await warehouse.close();
  });
});
