import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { flows, table } from '../../src/measures/index.js';
import { type CvRow, inWorld } from '../world.js';

/** Ana and Ben go from Alpha to Beta, Cid back; Dan from Gamma to Alpha, Eve from Gamma to Delta and home again. */
const rows: CvRow[] = [
  ['ana', 'Alpha', '2018-01', '2019-01'],
  ['ana', 'Beta', '2019-02', ''],
  ['ben', 'Alpha', '2018-01', '2019-06'],
  ['ben', 'Beta', '2019-06', ''],
  ['cid', 'Beta', '2018-01', '2018-02'],
  ['cid', 'Alpha', '2018-02', ''],
  ['dan', 'Gamma', '2018-01', '2018-02'],
  ['dan', 'Alpha', '2018-02', ''],
  ['eve', 'Gamma', '2018-01', '2018-02'],
  ['eve', 'Delta', '2018-02', '2019-02'],
  ['eve', 'Gamma', '2019-02', '2020-02'],
  ['eve', 'Delta', '2020-02', ''],
];

const asked = (parameters: Record<string, unknown> = {}, subjects: string[] = []) =>
  inWorld(rows, async (world) => (await ask(world, table, { subjects, parameters })).rows);

describe('table()', () => {
  it('counts organisations, all others and the totals', async () => {
    const found = await asked({ small: 2 }, ['Alpha', 'Beta']);
    expect(found.map((row) => [row.from, row.to, row.moves, row.people, row.in_flows])).toEqual([
      ['Alpha', 'Beta', 2, 2, 0],
      ['Alpha', 'all others', 0, 0, 0],
      ['Alpha', 'all', 2, 2, 0],
      ['Beta', 'Alpha', 1, 1, 0],
      ['Beta', 'all others', 0, 0, 0],
      ['Beta', 'all', 1, 1, 0],
      ['all others', 'Alpha', 1, 1, 0],
      ['all others', 'Beta', 0, 0, 0],
      // Eve is one person: her two moves to Delta are no flow of two.
      ['all others', 'all others', 3, 1, 0],
      ['all others', 'all', 4, 2, 0],
      ['all', 'Alpha', 2, 2, 0],
      ['all', 'Beta', 2, 2, 0],
      ['all', 'all others', 3, 1, 0],
      ['all', 'all', 7, 5, 0],
    ]);
  });

  it('takes the organisations with the most moves where none is named, and has no others where all are in it', async () => {
    expect([...new Set((await asked({ top: 2 })).map((row) => row.from))]).toEqual([
      'Alpha',
      'Gamma',
      'all others',
      'all',
    ]);
    const whole = await asked();
    expect(new Set(whole.map((row) => row.from)).has('all others')).toBe(false);
    expect(whole).toHaveLength(5 * 5 - 4);
  });

  it('adds up, and has the hires of flows in its cells', async () => {
    await inWorld(rows, async (world) => {
      const { rows: cells } = await ask(world, table, {});
      const listed = new Map(
        (await ask(world, flows, {})).rows.map((row) => [`${row.from} ${row.to}`, row.hire]),
      );
      for (const row of cells.filter(({ from_id, to_id }) => from_id !== null && to_id !== null))
        expect(row.moves).toBe(listed.get(`${row.from} ${row.to}`) ?? 0);
      for (const from of new Set(cells.map((row) => row.from))) {
        const own = cells.filter((row) => row.from === from);
        const inner = own.filter(({ to }) => to !== 'all').reduce((sum, { moves }) => sum + Number(moves), 0);
        expect(own.find(({ to }) => to === 'all')?.moves).toBe(inner);
      }
    });
  });
});
