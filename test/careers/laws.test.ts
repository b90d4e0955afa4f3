import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatMonth, type Level, levels, type View, views } from '../../src/records/index.js';
import { name, sql } from '../../src/warehouse/index.js';
import { type CvRow, derivedAt, inWorld, type World, worldOf } from '../world.js';
import { houseOf, peopleOf, registryOf } from './houses.js';
import { firstMonth, observed, observedUntil } from './people.js';

const stands = levels.flatMap((level) => views.map((view): [Level, View] => [level, view]));
const tablesAt = (world: World, [level, view]: readonly [Level, View]) =>
  derivedAt(world, { level, view, closeStale: false });

const jobsAt = async (world: World, stand: readonly [Level, View]) => {
  const { episode } = await tablesAt(world, stand);
  return world.warehouse.query(
    sql`select p.pseudonym, o.id, e.main, e."open", e.start_month, e.end_month, e.from_month, e.to_month, e.known_start, e.begun_by, e.ended_by
      from ${name(episode)} as e join person as p on p.person = e.person join organisation as o on o.organisation = e.organisation
      order by p.pseudonym, e.from_month, e.start_month, e.to_month, e.end_month, o.id, e.main`,
  );
};

const movesAt = async (world: World, stand: readonly [Level, View]): Promise<string[]> => {
  const { move } = await tablesAt(world, stand);
  const rows = await world.warehouse.query(
    sql`select distinct p.pseudonym, m.joined_month from ${name(move)} as m join person as p on p.person = m.person`,
  );
  return rows.map((row) => `${row.pseudonym} ${row.joined_month}`);
};

/** People with one job after another, each in the month in which the last ends or more than a month later. */
function inSequence(count: number, seed: number): CvRow[] {
  const step = fc.record({
    employer: fc.constantFrom('Alpha', 'Beta', 'Gamma', 'Delta', 'Eta', 'Zeta'),
    gap: fc.constantFrom(0, 0, 2, 3),
    length: fc.integer({ min: 1, max: 9 }),
  });
  return fc
    .sample(fc.array(step, { minLength: 1, maxLength: 4 }), { numRuns: count, seed })
    .flatMap((steps, i) => {
      let month = firstMonth;
      return steps.flatMap(({ employer, gap, length }): CvRow[] => {
        const start = month + gap;
        month = start + length;
        const end = month > observed ? '' : formatMonth(month);
        return start > observed ? [] : [[`p${i}`, employer, formatMonth(start), end]];
      });
    });
}

describe.each([81, 82, 83])('levels and views (house of seed %i)', (seed) => {
  const house = houseOf(seed);
  const rows = peopleOf(300, seed, seed === 83);
  let world: World;
  beforeAll(async () => {
    world = await worldOf(rows, { registry: registryOf(house), observedUntil });
  });
  afterAll(() => world.warehouse.close());

  it('cut nothing at the level of units, nor by the owners of today', async () => {
    for (const stand of stands.filter(([level, view]) => level === 'unit' || view === 'pro-forma')) {
      const jobs = await jobsAt(world, stand);
      const cut = jobs.filter((job) => job.begun_by === 'reorganised' || job.ended_by === 'reorganised');
      expect(cut, stand.join(' ')).toEqual([]);
    }
    const cuts = (await jobsAt(world, ['company', 'point-in-time'])).filter(
      ({ ended_by }) => ended_by === 'reorganised',
    );
    expect(cuts.length).toBeGreaterThan(0);
  });

  it('leave jobs of units as they are where nobody owns anybody', async () => {
    const plain = (jobs: Awaited<ReturnType<typeof jobsAt>>) =>
      jobs.map(({ begun_by: _, ended_by: __, id, ...job }) => ({ ...job, id: String(id).replace('~', '') }));
    const flat = await inWorld(rows, (other) => jobsAt(other, ['company', 'point-in-time']), {
      observedUntil,
    });
    expect(plain(await jobsAt(world, ['unit', 'point-in-time']))).toEqual(plain(flat));
    expect(flat.filter(({ begun_by, ended_by }) => begun_by !== null || ended_by !== null)).toEqual([]);
  });
});

describe.each([91, 92, 93])('one job after another (house of seed %i)', (seed) => {
  const house = houseOf(seed);
  let world: World;
  beforeAll(async () => {
    world = await worldOf(inSequence(300, seed), { registry: registryOf(house), observedUntil });
  });
  afterAll(() => world.warehouse.close());

  it('has as many people in every month at every level and view', async () => {
    const counts = [];
    for (const stand of stands) {
      const { episode } = await tablesAt(world, stand);
      counts.push(
        await world.warehouse.query(
          sql`select month, count(*) as people from ${name(episode)} as e
            join (select unnest(generate_series(${firstMonth}, ${observed})) as month) as m
              on m.month >= e.from_month and (m.month < e.to_month or e."open")
            where e.main group by month order by month`,
        ),
      );
    }
    for (const count of counts) expect(count).toEqual(counts[0]);
  });

  it('has no move that is none between units', async () => {
    for (const view of views) {
      const unit = await movesAt(world, ['unit', view]);
      const company = await movesAt(world, ['company', view]);
      const group = await movesAt(world, ['group', view]);
      expect(unit.length).toBeGreaterThan(group.length);
      expect(company.filter((move) => !unit.includes(move))).toEqual([]);
      expect(group.filter((move) => !unit.includes(move))).toEqual([]);
    }
  });
});
