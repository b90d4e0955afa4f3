import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { headcount } from '../../src/measures/index.js';
import { formatMonth } from '../../src/records/index.js';
import { type CvRow, inWorld, type World, worldOf } from '../world.js';
import { firstMonth, isMainIn, observed, observedUntil, places, sampleOf } from './sample.js';

describe('headcount(organisations)', () => {
  const rows: CvRow[] = [
    // Counted from the month of joining up to, not including, the month of leaving.
    ['ana', 'Alpha', '2024-01', '2024-03'],
    // Begun and ended in one month: never there at the end of a month.
    ['ben', 'Alpha', '2024-02', '2024-02'],
    // Open: there in the last month observed.
    ['cid', 'Alpha', '2024-03', ''],
    // Unknown start: there from the first month.
    ['dee', 'Alpha', '', '2024-02'],
    // Beside a main job: not counted.
    ['eve', 'Beta', '2023-12', ''],
    ['eve', 'Alpha', '2024-01', '2024-03', { kind: 'contractor' }],
    // Over on an unknown date: there as long as there is evidence.
    ['fay', 'Alpha', '2024-01', '2024-02'],
    ['fay', 'Alpha', '2024-02', '?'],
    // No main job.
    ['gus', 'Alpha', '2024-01', '2024-04', { kind: 'intern' }],
  ];
  const counted = (subjects: string[], parameters: Record<string, unknown> = {}) =>
    inWorld(
      rows,
      async (world) =>
        (await ask(world, headcount, { subjects, parameters })).rows.map(
          (row) => `${row.organisation} ${row.month} ${row.people} ${row.unknown_start}`,
        ),
      { observedUntil: '2024-04-30' },
    );

  it('counts people once, at the main job, at the end of each month', async () => {
    expect(await counted(['Alpha'])).toEqual([
      'Alpha 2023-12 1 1',
      'Alpha 2024-01 3 1',
      'Alpha 2024-02 1 0',
      'Alpha 2024-03 1 0',
      'Alpha 2024-04 1 0',
    ]);
  });

  it('takes a window, both ends included', async () => {
    expect(await counted(['Beta'], { since: '2024-02', until: '2024-03' })).toEqual([
      'Beta 2024-02 1 0',
      'Beta 2024-03 1 0',
    ]);
  });

  it('takes the last month of each year or quarter, the last observed one included', async () => {
    expect(await counted(['Beta'], { by: 'year' })).toEqual(['Beta 2023-12 1 0', 'Beta 2024-04 1 0']);
    expect(await counted(['Alpha'], { by: 'quarter', since: 2024 })).toEqual([
      'Alpha 2024-03 1 0',
      'Alpha 2024-04 1 0',
    ]);
    expect(await counted([])).toEqual([
      'Alpha 2023-12 1 1',
      'Alpha 2024-04 1 0',
      'Beta 2023-12 1 0',
      'Beta 2024-04 1 0',
    ]);
  });

  it('is empty in a window before or after all that is observed', async () => {
    expect(await counted(['Beta'], { until: '2000' })).toEqual([]);
    expect(await counted(['Beta'], { since: '2030' })).toEqual([]);
  });
});

describe('headcount of 2,000 random people', () => {
  const sample = sampleOf(2_000, 41);
  let world: World;
  beforeAll(async () => {
    world = await worldOf(sample.rows, { observedUntil });
  });
  afterAll(() => world.warehouse.close());
  const asked = async (parameters: Record<string, unknown> = {}) =>
    (await ask(world, headcount, { subjects: places, parameters })).rows;

  it('is the number of those whose main job the plain reference has there', async () => {
    const meant = places.flatMap((place) =>
      Array.from({ length: observed - firstMonth + 1 }, (_, i) => firstMonth + i)
        .map((month) => {
          const there = sample.jobs.filter((job) => job.organisation === place && isMainIn(job, month));
          const unknown = there.filter(({ from }) => !Number.isFinite(from)).length;
          return {
            organisation: place,
            month: formatMonth(month),
            people: there.length,
            unknown_start: unknown,
          };
        })
        .filter(({ people }) => people > 0),
    );
    expect(await asked()).toEqual(meant);
  });

  it('of all organisations is the number of people on a main path in that month', async () => {
    const rows = await asked();
    for (let month = firstMonth; month <= observed; month++) {
      const there = rows.filter((row) => row.month === formatMonth(month));
      const people = sample.careers.filter(({ jobs }) => jobs.some((job) => isMainIn(job, month)));
      expect([month, there.reduce((sum, row) => sum + Number(row.people), 0)]).toEqual([
        month,
        people.length,
      ]);
    }
  });

  it('by year is that of the last month of the year', async () => {
    const monthly = await asked();
    expect(await asked({ by: 'year' })).toEqual(
      monthly.filter((row) => row.month === '2020-12' || row.month === '2021-06'),
    );
  });

  it('of one kind of position is not above that of all', async () => {
    const all = new Map(
      (await asked()).map((row) => [`${row.organisation} ${row.month}`, Number(row.people)]),
    );
    const some = await asked({ kind: 'contractor' });
    expect(some.length).toBeGreaterThan(0);
    for (const row of some) {
      expect(Number(row.people)).toBeLessThanOrEqual(all.get(`${row.organisation} ${row.month}`) ?? 0);
    }
  });
});
