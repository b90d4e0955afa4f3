import { describe, expect, it } from 'vitest';
import type { Desk } from '../../src/subjects.js';
import { intervalsOf } from '../release/reader.js';
import { deskOf, deskOfTakeover, filesOf } from './world.js';

type Row = Record<
  string,
  string | number | null | { withheld: string } | { low: number; high: number | null }
>;
const min = 5;

/** What the other tables of a report say of hires from one organisation to another. */
function saidOf(files: ReadonlyMap<string, string>): Map<string, { min: number; max?: number }> {
  const said = new Map<string, { min: number; max?: number }>();
  const add = (name: string, cell: Row[string] | undefined): void => {
    if (typeof cell === 'number') said.set(name, { min: cell, max: cell });
    else if (typeof cell === 'object' && cell !== null && 'low' in cell)
      said.set(name, { min: cell.low, ...(cell.high === null ? {} : { max: cell.high }) });
  };
  const rowsOf = (file: string): readonly Row[] => {
    const text = files.get(`data/${file}.json`);
    return text === undefined ? [] : JSON.parse(text).rows;
  };
  for (const file of ['flows', 'causes'])
    for (const row of rowsOf(file)) add(`${row.from}>${row.to}`, row.hire);
  for (const row of rowsOf('ratios')) {
    add(`${row.from}>${row.to}`, row.forward);
    add(`${row.to}>${row.from}`, row.backward);
  }
  for (const row of rowsOf('totals')) {
    add(`${row.organisation}>all`, row.lost);
    add(`all>${row.organisation}`, row.won);
  }
  return said;
}

async function audited(desk: Desk): Promise<{ rows: readonly Row[]; found: ReturnType<typeof intervalsOf> }> {
  const files = await filesOf(desk, 'en');
  await desk.warehouse.close();
  const { rows } = JSON.parse(files.get('data/table.json') ?? '') as { rows: readonly Row[] };
  const cells = rows.map((row) => ({ ...row, moves: row.hire }));
  return { rows, found: intervalsOf(cells as Parameters<typeof intervalsOf>[0], min, saidOf(files)) };
}

describe('the report as it is printed', () => {
  it.each([
    ['a small world', () => deskOf()],
    ['a world with takeovers', () => deskOfTakeover(3, 2)],
    [
      'a world of two organisations',
      () => deskOf(true, { text: 'person,employer,start,end\na,Oak,2010,2012\na,Fir,2012,\n' }),
    ],
  ])('has no cell that a reader of all its tables can narrow, in %s', async (_, world) => {
    const { rows, found } = await audited(await world());
    expect(rows.length).toBeGreaterThan(0);
    expect(found.length).toBeGreaterThan(0);
    for (const { mark, low, high } of found) {
      if (mark === `<${min}`) expect([low, high >= min - 1]).toEqual([0, true]);
      else expect(high - low).toBeGreaterThanOrEqual(min - 1);
    }
  });
});
