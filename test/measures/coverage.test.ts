import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { coverage } from '../../src/measures/index.js';
import { type CvRow, inWorld } from '../world.js';
import { isMainIn, observed, observedUntil, places, sampleOf } from './sample.js';

const asked = (rows: readonly CvRow[], parameters: Record<string, unknown> = {}, subjects: string[] = []) =>
  inWorld(rows, async (world) => (await ask(world, coverage, { subjects, parameters })).rows);

describe('coverage()', () => {
  const rows: CvRow[] = [
    // A promotion: two spells, one job.
    ['ana', 'Alpha', '2018-01', '2019-01'],
    ['ana', 'Alpha', '2019-01', ''],
    ['ben', 'Alpha', '', '2019-06'],
    ['cid', 'Alpha', '2018-01', '?'],
    // A year, after which Ana's open job is beside nothing; Dee's is open beside an open one, Eve's beside a longer one.
    ['dee', 'Beta', '2018-01', ''],
    ['dee', 'Alpha', '2019', ''],
    ['eve', 'Beta', '2018-01', '2020-01'],
    ['eve', 'Alpha', '2018-05', '2018-07'],
  ];

  it('counts people, spells, jobs and what is not known of them, most people first', async () => {
    expect(await asked(rows)).toMatchObject([
      {
        ...{ organisation: 'Alpha', people: 5, spells: 6, episodes: 5, unknown_start: 1, unknown_end: 1 },
        ...{ coarse_dates: 1, side: 1, overlapping_open: 1, month: null, counted: null, share: null },
      },
      {
        organisation: 'Beta',
        people: 2,
        spells: 2,
        episodes: 2,
        side: 0,
        overlapping_open: 0,
        coarse_dates: 0,
      },
    ]);
  });

  it('counts spells in a main kind of position only', async () => {
    const [row] = await asked([...rows, ['fay', 'Alpha', '2018-01', '2018-03', { kind: 'intern' }]], {}, [
      'Alpha',
    ]);
    expect(row).toMatchObject({ people: 5, spells: 6 });
  });

  it('counts spells of the asked source only', async () => {
    const two: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '', { source: 'one' }],
      ['ben', 'Alpha', '2018-01', '', { source: 'two' }],
    ];
    expect(await asked(two, { source: 'one' })).toMatchObject([{ people: 1, episodes: 1, spells: 1 }]);
  });

  it('holds the count of a month against a headcount', async () => {
    const against = [
      { organisation: 'Alpha', month: '2018-06', headcount: 8 },
      { organisation: 'Alpha', month: '2017-06', headcount: '4' },
      { organisation: 'Beta', month: '2024-12', headcount: 2 },
    ];
    // June 2018 at Alpha: Ana and Ben; Cid has no evidence after January, Eve is at Beta. Before: Ben.
    expect(await asked(rows, { against })).toMatchObject([
      { organisation: 'Alpha', month: '2017-06', counted: 1, headcount: 4, share: 1 / 4 },
      { organisation: 'Alpha', month: '2018-06', counted: 2, headcount: 8, share: 2 / 8 },
      { organisation: 'Beta', month: '2024-12', counted: 1, headcount: 2, share: 1 / 2 },
    ]);
  });

  it('of random people is that of the plain reference', async () => {
    const sample = sampleOf(1_000, 45);
    const month = '2020-11';
    const found = await inWorld(
      sample.rows,
      async (world) => {
        const against = places.map((organisation) => ({ organisation, month, headcount: 1_000 }));
        return (await ask(world, coverage, { parameters: { against } })).rows;
      },
      { observedUntil },
    );
    expect(observed).toBeGreaterThan(2020 * 12 + 11);
    for (const row of found) {
      const jobs = sample.jobs.filter((job) => job.organisation === row.organisation);
      const count = (keep: (job: (typeof jobs)[number]) => boolean): number => jobs.filter(keep).length;
      expect(row).toMatchObject({
        people: new Set(jobs.map(({ person }) => person)).size,
        episodes: jobs.length,
        unknown_start: count(({ start }) => !Number.isFinite(start)),
        unknown_end: count(({ over }) => over === 'unknown'),
        coarse_dates: 0,
        side: count(({ role }) => role === 'side'),
        overlapping_open: count(({ role }) => role === 'overlapping_open'),
        counted: count((job) => isMainIn(job, 2020 * 12 + 11)),
      });
    }
    expect(found.map((row) => row.organisation).sort()).toEqual(places);
  });
});
