import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { withDerived } from '../../src/derived.js';
import { departures, otherDestinations } from '../../src/measures/_destinations.js';
import { exits, type ResultRow, retention } from '../../src/measures/index.js';
import { parseRegistry } from '../../src/organisations/index.js';
import { levels } from '../../src/records/index.js';
import { scopeOf } from '../../src/scope.js';
import { name, type Sql, sql, upTo } from '../../src/warehouse/index.js';
import { houseOf, peopleOf, registryOf } from '../careers/houses.js';
import { type CvRow, inWorld, type World, type WorldOptions, worldOf } from '../world.js';
import { house, people as houseFolk } from './house.js';
import { observedUntil, places, sampleOf } from './sample.js';

const registry = parseRegistry(
  `organisations:
  - {id: alpha, title: Alpha, kind: company, source: 'https://example.org/alpha'}
  - {id: beta, title: Beta, kind: company, source: 'https://example.org/beta'}
  - {id: campus, title: Campus, kind: university, source: 'https://example.org/campus'}
  - {id: charity, title: Charity, kind: non-profit, source: 'https://example.org/charity'}
  - {id: office, title: Office, kind: government, source: 'https://example.org/office'}
`,
  'kinds.yaml',
);

const asked = (
  rows: readonly CvRow[],
  parameters: Record<string, unknown> = {},
  options: WorldOptions = { registry },
  subjects = ['Alpha'],
) => inWorld(rows, (world) => ask(world, exits, { subjects, parameters }), options);

/** Destinations that somebody left for, with their number of events. */
const went = (rows: readonly ResultRow[]) =>
  rows.filter((row) => Number(row.events) > 0).map((row) => `${row.destination} ${row.events}`);

const year: CvRow = ['ana', 'Alpha', '2020-01', '2021-01'];
const atBeta: CvRow = ['zoe', 'Beta', '2019-01', ''];

describe('exits(), the destination', () => {
  it.each<[string, CvRow[]]>([
    ['Beta', [['ana', 'Beta', '2021-01', '']]],
    ['another company', [['ana', 'Nobody Knows', '2021-04', '']]],
    ['not seen again', [['ana', 'Nobody Knows', '2021-05', '']]],
    ['founded one', [['ana', 'Nobody Knows', '2021-02', '', { kind: 'founder' }]]],
    ['Beta', [['ana', 'Beta', '2021-02', '', { kind: 'founder' }]]],
    ['university', [['ana', 'Campus', '2021-02', '']]],
    ['non-profit or government', [['ana', 'Charity', '2021-02', '']]],
    ['non-profit or government', [['ana', 'Office', '2021-02', '']]],
    ['self-employed', [['ana', 'Freelance', '2021-04', '']]],
    ['self-employed', [['ana', 'Freelance', '2020-10', '']]],
    ['not seen again', [['ana', 'Freelance', '2021-05', '']]],
    ['not seen again', [['ana', 'Freelance', '2020-09', '']]],
    ['not seen again', [['ana', 'Unknown', '2021-01', '']]],
    ['not seen again', [['ana', 'Campus', '2021-01', '', { kind: 'student' }]]],
    ['not seen again', []],
  ])('is %s: %j', async (destination, next) => {
    expect(went((await asked([year, atBeta, ...next], { to: ['Beta'] })).rows)).toEqual([`${destination} 1`]);
  });

  it('is the job before the state that lies between', async () => {
    const rows: CvRow[] = [year, ['ana', 'Freelance', '2021-01', '2021-03'], ['ana', 'Beta', '2021-03', '']];
    expect(went((await asked(rows)).rows)).toEqual(['another company 1']);
  });

  it('is the same organisation for who comes back to it', async () => {
    const rows: CvRow[] = [year, ['ana', 'Alpha', '2021-04', '']];
    expect(went((await asked(rows)).rows)).toEqual(['came back 1']);
    expect(went((await asked(rows, { maxGap: 2 })).rows)).toEqual(['not seen again 1']);
  });

  it('is a job first held beside the one left', async () => {
    const rows: CvRow[] = [year, ['ana', 'Beta', '2020-03', '2022-01']];
    expect(went((await asked(rows, { to: ['Beta'] })).rows)).toEqual(['Beta 1']);
  });

  it('is not known yet for who left in the last months, and known where a later month is observed', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2020-01', '2024-10'],
      ['ben', 'Alpha', '2020-01', '2024-08'],
      // Whoever left in September would be seen elsewhere in December.
      ['dan', 'Alpha', '2020-01', '2024-09'],
      ['cid', 'Alpha', '2020-01', '2024-11'],
      ['cid', 'Beta', '2024-12', ''],
    ];
    const late = await asked(rows, { months: 60 });
    expect(went(late.rows)).toEqual(['another company 1', 'too recent 1', 'not seen again 2']);
    expect(late.notes.find(({ code }) => code === 'too_recent')?.en).toMatch(/: 1\.$/);
    // Ben, seen elsewhere three months after the end of the window.
    const before = [...rows, ['ben', 'Beta', '2024-11', ''] as const];
    expect(went((await asked(before, { months: 60, until: '2024-08' })).rows)).toEqual(['another company 1']);
  });

  it('has no row for the organisation itself, and one for each named', async () => {
    const { rows } = await asked(
      [year, ['ben', 'Beta', '2020-01', '']],
      { to: ['Beta', 'Alpha'] },
      { registry },
      ['Alpha', 'Beta'],
    );
    expect(rows.filter((row) => row.named).map((row) => `${row.organisation} ${row.destination}`)).toEqual([
      'Alpha Beta',
      'Beta Alpha',
    ]);
  });

  it('refuses a destination where nobody is', async () => {
    await expect(asked([year], { to: ['Campus'] })).rejects.toThrow('nobody in the data is or was at Campus');
  });

  it('says of the jobs not seen again how many were seen later', async () => {
    const { notes } = await asked([
      year,
      ['ana', 'Beta', '2022-01', ''],
      ['ben', 'Alpha', '2020-01', '2021-01'],
    ]);
    expect(notes.find(({ code }) => code === 'seen_later')?.en).toMatch(/: 1\.$/);
  });

  it.each<[string, CvRow[], string]>([
    // Cobalt is Boreal's by then: the same part, so that nobody moved.
    ['again at a part that has other owners', [['ana', 'Cobalt', '2019-01', '']], '1'],
    ['again at the same one', [['ana', 'Cobalt', '2017-01', '2017-06']], '1'],
    ['elsewhere', [['ana', 'Ember', '2017-01', '']], '1'],
    [
      'at one beside a state',
      [
        ['ana', 'Freelance', '2016-01', '2016-12'],
        ['ana', 'Ember', '2017-01', ''],
      ],
      '1',
    ],
    ['nowhere', [], '0'],
  ])('counts who is seen later %s', async (_, later, count) => {
    const rows: CvRow[] = [
      ['ana', 'Cobalt', '2014-01', '2015-01'],
      ['zoe', 'Boreal', '2014-01', ''],
      ['zac', 'Ember', '2014-01', ''],
      ...later,
    ];
    const { notes } = await asked(rows, {}, house, ['Cobalt']);
    expect(notes.find(({ code }) => code === 'seen_later')?.en.match(/(\d+)\.$/)?.[1] ?? '0').toBe(count);
  });
});

describe('exits(), the shares', () => {
  const six: CvRow[] = [
    ['ana', 'Alpha', '2024-11', ''],
    ['ben', 'Alpha', '2020-01', '2020-03'],
    ['ben', 'Beta', '2020-03', ''],
    ['cid', 'Alpha', '2020-01', '2020-04'],
    ['cid', 'Beta', '2020-04', ''],
    ['dee', 'Alpha', '2020-01', '2020-05'],
    ['dee', 'Delta', '2020-05', ''],
    ['eve', 'Alpha', '2020-01', '2020-06'],
    ['eve', 'Delta', '2020-06', ''],
    ['fay', 'Alpha', '2024-06', ''],
  ];

  it('are those of the vector: six who are censored, go twice to one and twice to the other, and are censored', async () => {
    const { rows } = await asked(six, { to: ['Beta', 'Delta'], months: 6, curve: true });
    const [beta, delta] = rows;
    expect(beta?.incidence).toBeCloseTo(0.4, 12);
    expect(delta).toMatchObject({ people: 6, episodes: 6, events: 2, leavers: 2, months: 6, named: true });
    expect(delta?.incidence).toBeCloseTo(0.4, 12);
    expect(delta?.curve).toMatchObject([
      { month: 4, at_risk: 3, events: 1 },
      { month: 5, at_risk: 2, events: 1 },
    ]);
  });

  it('say why there is none: nobody hired, nobody followed so far, nobody gone', async () => {
    const none = await asked([['ana', 'Alpha', '', '']]);
    expect(none.rows.every((row) => row.incidence === null && row.episodes === 0)).toBe(true);
    expect(none.notes.map(({ code }) => code)).toContain('nobody_hired');
    const short = await asked([['ana', 'Alpha', '2024-06', '']]);
    expect(short.rows.every((row) => row.incidence === null && row.low === null)).toBe(true);
    expect(short.notes.map(({ code }) => code)).toContain('not_followed');
    const still = await asked([['ana', 'Alpha', '2020-06', '']]);
    expect(still.rows.every((row) => row.incidence === 0 && row.low === null)).toBe(true);
    expect(still.notes.map(({ code }) => code)).toContain('no_limits');
  });

  it('answer for a window of one month', async () => {
    const { rows } = await asked(six, { since: '2020-01', until: '2020-01', months: 1 });
    expect(rows.map((row) => row.incidence).every((share) => share === null)).toBe(true);
    expect(rows[0]).toMatchObject({ episodes: 4, events: 0 });
  });
});

const sumOf = (rows: readonly ResultRow[], column: string) =>
  rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);

async function checkSums(world: World, subjects: readonly string[], parameters: Record<string, unknown>) {
  const { rows } = await ask(world, exits, { subjects, parameters });
  const { to: _, maxGap: __, ...same } = parameters;
  const kept = (await ask(world, retention, { subjects, parameters: same })).rows;
  for (const d1 of kept.filter((row) => row.definition === 'D1')) {
    const own = rows.filter((row) => row.organisation === d1.organisation);
    expect(own.length).toBeGreaterThan(6);
    expect(sumOf(own, 'events')).toBe(d1.events);
    expect(new Set(own.map((row) => `${row.people} ${row.episodes}`))).toEqual(
      new Set([`${d1.people} ${d1.episodes}`]),
    );
    if (d1.share === null) expect(own.every((row) => row.incidence === null)).toBe(true);
    else expect(sumOf(own, 'incidence') + Number(d1.share)).toBeCloseTo(1, 9);
  }
}

describe('exits of random people', () => {
  const sample = sampleOf(1_500, 71);
  let world: World;
  beforeAll(async () => {
    world = await worldOf(sample.rows, { observedUntil });
  });
  afterAll(() => world.warehouse.close());

  it('and D1 of retention add up to 1, and their events to its events', async () => {
    const months = fc.integer({ min: 1, max: 16 });
    const gap = fc.integer({ min: 0, max: 5 });
    const to = fc.subarray(['Beta', 'Gamma']);
    for (const [m, maxGap, named] of fc.sample(fc.tuple(months, gap, to), { numRuns: 6, seed: 5 })) {
      await checkSums(world, places, { months: m, maxGap, to: named, since: '2020-02' });
    }
  });

  it('go to a place as the moves of the plain reference do', async () => {
    const { rows } = await ask(world, exits, {
      subjects: ['Alpha'],
      parameters: { months: 60, to: ['Beta'] },
    });
    const there = sample.moves.filter(
      ({ a, b, left, joined }) =>
        a.organisation === 'Alpha' &&
        b.organisation === 'Beta' &&
        a.role === 'main' &&
        Number.isFinite(a.start) &&
        joined - left <= 3 &&
        // A job that is never at risk has no event: entered, held beside another, in the month it ends.
        (a.from < a.end || a.from === a.start),
    );
    expect(there.length).toBeGreaterThan(20);
    expect(rows[0]).toMatchObject({ destination: 'Beta', events: there.length });
  });
});

describe('exits where organisations stand at others', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldOf(houseFolk, house);
  });
  afterAll(() => world.warehouse.close());

  it.each([
    ['unit', 'point-in-time'],
    ['company', 'point-in-time'],
    ['group', 'point-in-time'],
    ['company', 'pro-forma'],
    ['group', 'pro-forma'],
  ])('add up with D1 at level %s, %s', async (level, view) => {
    await checkSums(world, [], { level, view, months: 12 });
  });
});

/** Jobs left, where to, and of those not seen again whether the person was seen later: by another step for that, where one is given. */
async function goneIn(
  { warehouse, known }: World,
  level: (typeof levels)[number],
  later?: (episode: Sql) => Sql,
) {
  const view = 'point-in-time' as const;
  const scope = await scopeOf(warehouse, [], [], { level, view, closeStale: false });
  return withDerived({ warehouse, known }, [scope.derivation], async () => {
    const [last] = await warehouse.query(
      sql`select max(observed_month) as month from ${name(scope.tables.episode)}`,
    );
    const asked = departures(exits.parameters.parse({ level, view, maxGap: 0 }), {
      dialect: warehouse.dialect,
      tables: scope.tables,
      taken: [],
      weighted: false,
      firstMonth: 0,
      observedMonth: Number(last?.month),
      subjects: [],
      named: 0,
      destinations: [],
      among: null,
    });
    const steps = asked.steps.map(
      ([step, query]) =>
        [step, step === 'main_later' && later ? later(name(scope.tables.episode)) : query] as const,
    );
    const rows = await warehouse.query(upTo({ steps }, 'gone'));
    return rows
      .map(({ episode, destination, later: seen }) => {
        const unseen = otherDestinations[Number(destination)] === 'not seen again';
        return [Number(episode), Number(destination), unseen ? Number(seen) : 0] as const;
      })
      .sort(([a], [b]) => a - b);
  });
}

describe('somebody who is seen later', () => {
  it.each([31, 32, 33, 34, 35])('is found as among all jobs, in a random house (%i)', async (seed) => {
    const options = { observedUntil, registry: registryOf(houseOf(seed)) };
    const amongAll = (episode: Sql): Sql =>
      sql`select l.episode, min(case when e.organisation = l.organisation then e.from_month - l.last_end end) as back_after
        from leaver as l join ${episode} as e on e.person = l.person
        where e.main and e.episode <> l.episode and e.from_month >= l.last_end
          and (e.organisation = l.organisation or e.from_month > l.from_month) group by l.episode`;
    await inWorld(
      peopleOf(800, seed, seed % 2 === 1),
      async (world) => {
        for (const level of levels) {
          const found = await goneIn(world, level);
          expect(found.filter(([, , later]) => later === 1).length).toBeGreaterThan(20);
          expect(found).toEqual(await goneIn(world, level, amongAll));
        }
      },
      options,
    );
  });
});
