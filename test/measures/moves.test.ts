import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { flows, moves } from '../../src/measures/index.js';
import { type CvRow, inWorld, type World, worldOf } from '../world.js';
import { observedUntil, places, sampleOf } from './sample.js';

const asked = (rows: readonly CvRow[], parameters: Record<string, unknown> = {}) =>
  inWorld(rows, async (world) => {
    const found = (await ask(world, moves, { subjects: ['Alpha', 'Beta'], parameters })).rows;
    return found.map((row) => ({ ...row, person: world.people.get(String(row.person)) }));
  });

describe('moves(A, B)', () => {
  it('shows dates, class, flags and the line where each job begins', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-01'],
      ['ana', 'Beta', '2019-02', ''],
      ['ben', 'Alpha', '', '2019-03'],
      ['ben', 'Freelance', '2019-03', '2019-06'],
      ['ben', 'Beta', '2019-06', ''],
      ['cid', 'Beta', '2018-01', '2019-01'],
      ['cid', 'Alpha', '2019-01', '2020'],
      ['cid', 'Beta', '2020-04', ''],
      ['dee', 'Alpha', '2018-01', '2020-06'],
      ['dee', 'Beta', '2019-06', ''],
    ];
    const shared = { from: 'Alpha', to: 'Beta', cause: 'hire', written: null };
    const direct = { ...shared, class: 'direct' };
    expect(await asked(rows)).toEqual([
      {
        ...{ ...direct, person: 'ana', left: '2019-01', joined: '2019-02', gap: 1, flags: '' },
        ...{ from_line: 'world.csv:2', to_line: 'world.csv:3' },
      },
      {
        ...{ ...shared, person: 'ben', left: '2019-03', joined: '2019-06', gap: 3, class: 'short break' },
        ...{ flags: 'via_state unknown_start', from_line: 'world.csv:4', to_line: 'world.csv:6' },
      },
      {
        ...{
          ...direct,
          person: 'cid',
          left: '2020-04',
          joined: '2020-04',
          gap: 0,
          flags: 'by_precision return',
        },
        ...{ from_line: 'world.csv:8', to_line: 'world.csv:9' },
      },
      {
        ...{ ...direct, person: 'dee', left: '2020-06', joined: '2020-06', gap: 0, flags: 'was_concurrent' },
        ...{ from_line: 'world.csv:10', to_line: 'world.csv:11' },
      },
    ]);
  });

  it('shows the line where a job begins even where a later one of its lines comes first', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-07', '2019-01', { title: 'Manager' }],
      ['ana', 'Alpha', '2018-01', '2018-07', { title: 'Engineer' }],
      ['ana', 'Beta', '2019-01', ''],
    ];
    expect(await asked(rows)).toMatchObject([{ from_line: 'world.csv:3', to_line: 'world.csv:4' }]);
  });

  it('calls a gap of more than 3 months a long break', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-01'],
      ['ana', 'Beta', '2019-05', ''],
    ];
    expect(await asked(rows)).toEqual([]);
    expect(await asked(rows, { maxGap: 4 })).toMatchObject([{ gap: 4, class: 'long break' }]);
  });
});

describe('moves of 2,000 random people', () => {
  const sample = sampleOf(2_000, 46);
  let world: World;
  beforeAll(async () => {
    world = await worldOf(sample.rows, { observedUntil });
  });
  afterAll(() => world.warehouse.close());

  it.each([[{}], [{ since: '2020-05', until: '2020-08' }], [{ maxGap: 9, kind: 'founder' }]])(
    'are as many as flows count, with %o',
    async (parameters) => {
      const { rows } = await ask(world, flows, { parameters });
      for (const a of places) {
        for (const b of places.filter((place) => place !== a)) {
          const found = await ask(world, moves, { subjects: [a, b], parameters });
          const count = rows.find(({ from, to }) => from === a && to === b)?.moves ?? 0;
          expect([a, b, found.rows.length]).toEqual([a, b, count]);
        }
      }
    },
  );

  it('are by month of joining, with the gap between their months', async () => {
    const { rows } = await ask(world, moves, { subjects: ['Alpha', 'Beta'] });
    const months = rows.map((row) => String(row.joined));
    expect(months).toEqual([...months].sort());
    for (const { left, joined, gap } of rows) {
      const [from, to] = [left, joined].map(
        (m) => Number(String(m).slice(0, 4)) * 12 + Number(String(m).slice(5)),
      );
      expect((to ?? 0) - (from ?? 0)).toBe(gap);
    }
  });
});
