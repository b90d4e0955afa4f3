import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { flows, type ResultRow } from '../../src/measures/index.js';
import { type CvRow, inWorld, type World, type WorldOptions, worldOf } from '../world.js';
import { exposureOf, firstMonth, observed, observedUntil, places, sampleOf, valuesOf } from './sample.js';

const asked = (
  rows: readonly CvRow[],
  parameters: Record<string, unknown> = {},
  subjects: string[] = [],
  o: WorldOptions = {},
) => inWorld(rows, async (world) => (await ask(world, flows, { subjects, parameters })).rows, o);

describe('flows()', () => {
  const rows: CvRow[] = [
    // Two there, one of them out of a job with an unknown start; one back; one on to Gamma after a gap of 4 months.
    ['ana', 'Alpha', '2018-01', '2019-01'],
    ['ana', 'Beta', '2019-02', ''],
    ['ben', 'Alpha', '', '2019-06'],
    ['ben', 'Beta', '2019-06', ''],
    ['cid', 'Beta', '2018-01', '2018-02'],
    ['cid', 'Alpha', '2018-02', '2018-08'],
    ['cid', 'Gamma', '2018-12', ''],
  ];

  it('counts moves there and back', async () => {
    const found = await asked(rows);
    expect(found.map((row) => [row.from, row.to, row.moves, row.hire, row.net, row.people])).toEqual([
      ['Alpha', 'Beta', 2, 2, 1, 2],
      ['Beta', 'Alpha', 1, 1, -1, 1],
    ]);
    expect(found[0]).toMatchObject({
      internal: 0,
      acquired: 0,
      spun_off: 0,
      licensed_and_hired: 0,
      period: null,
    });
  });

  it('gives the rate out of jobs with a known start per 100 person-years', async () => {
    const [there] = await asked(rows);
    // Ana is 12 months at Alpha, Cid 6: one move in 18 months. Ben's months are not known.
    expect(there).toMatchObject({ person_months: 18, rate: 1200 / 18 });
  });

  it('takes the one organisation that is named with all others, and gives the rates of leaving it', async () => {
    const found = await asked(
      [...rows, ['dan', 'Gamma', '2018-01', '2019-01'], ['dan', 'Delta', '2019-01', '']],
      {},
      ['Alpha'],
    );
    expect(found.map((row) => [row.from, row.to, row.hire, row.net, row.person_months, row.rate])).toEqual([
      ['Alpha', 'Beta', 2, 1, 18, 1200 / 18],
      ['Beta', 'Alpha', 1, -1, null, null],
    ]);
  });

  it('takes a longer gap when asked', async () => {
    const found = await asked(rows, { maxGap: 4 });
    expect(found.map((row) => `${row.from} > ${row.to}`)).toEqual([
      'Alpha > Beta',
      'Alpha > Gamma',
      'Beta > Alpha',
    ]);
  });

  it('selects windows on the month of joining', async () => {
    const pairs = async (parameters: Record<string, unknown>) =>
      (await asked(rows, parameters)).map((row) => `${row.from} ${row.to} ${row.moves}`);
    expect(await pairs({ since: '2019-02', until: '2019-02' })).toEqual(['Alpha Beta 1']);
    expect(await pairs({ since: '2019-01', until: '2019-01' })).toEqual([]);
    expect(await pairs({ until: 2018 })).toEqual(['Beta Alpha 1']);
  });

  it('counts a person who goes twice as two moves of one', async () => {
    const again: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2018-06'],
      ['ana', 'Beta', '2018-06', '2018-12'],
      ['ana', 'Alpha', '2018-12', '2019-06'],
      ['ana', 'Beta', '2019-06', ''],
    ];
    expect((await asked(again))[0]).toMatchObject({ from: 'Alpha', to: 'Beta', moves: 2, people: 1 });
  });

  it('leaves out pairs of fewer people than asked for, and tests and counts them all the same', async () => {
    const more: CvRow[] = [
      ...rows,
      // Twice from Delta to Gamma, and one person alone.
      ['eva', 'Delta', '2017-01', '2017-06'],
      ['eva', 'Gamma', '2017-06', '2018-01'],
      ['eva', 'Delta', '2018-01', '2018-06'],
      ['eva', 'Gamma', '2018-06', ''],
    ];
    const whole = await asked(more);
    expect(whole.map((row) => `${row.from} ${row.to} ${row.moves} ${row.people}`)).toEqual([
      'Alpha Beta 2 2',
      'Delta Gamma 2 1',
      'Beta Alpha 1 1',
      'Gamma Delta 1 1',
    ]);
    const {
      rows: some,
      total,
      tested,
    } = await inWorld(more, (world) => ask(world, flows, { parameters: { minPeople: 2 } }));
    expect(some).toEqual(whole.slice(0, 1));
    expect([total, tested]).toEqual([4, [{ period: null, pairs: 2 }]]);
    await expect(asked(more, { minPeople: 0 })).rejects.toThrow('write a whole number from 1');
  });

  it('is among the named organisations, or a peer set', async () => {
    const named = await asked(rows, { maxGap: 4 }, ['Alpha', 'Gamma']);
    expect(named.map((row) => `${row.from} > ${row.to}`)).toEqual(['Alpha > Gamma']);
  });

  it('narrows to the job left', async () => {
    const two: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-01', { title: 'Data Engineer', country: 'FR' }],
      ['ana', 'Beta', '2019-01', '', { title: 'Designer' }],
      ['ben', 'Alpha', '2018-01', '2019-01', { title: 'Designer', kind: 'contractor' }],
      ['ben', 'Beta', '2019-01', '', { title: 'Data Engineer' }],
    ];
    expect(valuesOf(await asked(two, { title: 'Engineer' }), 'moves')).toEqual([1]);
    expect(valuesOf(await asked(two, { kind: 'contractor' }), 'moves')).toEqual([1]);
    expect(valuesOf(await asked(two, { country: 'FR' }), 'person_months')).toEqual([12]);
    expect(await asked(two, { title: '^Engineer' })).toEqual([]);
  });

  it('does not narrow by the title of a position that is no part of the job', async () => {
    // The internship lies inside the months of the job and is no line of it.
    const two: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-01', { title: 'Engineer' }],
      ['ana', 'Alpha', '2018-03', '2018-05', { title: 'Fellow', kind: 'affiliate' }],
      ['ana', 'Beta', '2019-01', ''],
    ];
    expect(await asked(two, { title: 'Fellow' })).toEqual([]);
  });

  it('by year adds up where a move is older than every known start', async () => {
    // Both starts are unknown: Ana is first seen to move in 2015, and no start is known before 2018.
    const early: CvRow[] = [
      ['ana', 'Alpha', '', '2015-01'],
      ['ana', 'Beta', '', '2016-01'],
      ['ben', 'Alpha', '2018-01', '2019-01'],
      ['ben', 'Beta', '2019-01', ''],
    ];
    const whole = await asked(early);
    const yearly = await asked(early, { by: 'year' });
    expect(valuesOf(whole, 'moves')).toEqual([2]);
    expect(valuesOf(yearly, 'moves').reduce((a, b) => a + b, 0)).toBe(2);
  });

  it('is empty in a window before or after all that is observed', async () => {
    expect(await asked(rows, { until: '2000', by: 'year' })).toEqual([]);
    expect(await asked(rows, { since: '2030', by: 'year' })).toEqual([]);
    expect(await asked(rows, { since: '2030' })).toEqual([]);
  });
});

describe('flows of 2,000 random people', () => {
  const sample = sampleOf(2_000, 42);
  let world: World;
  beforeAll(async () => {
    world = await worldOf(sample.rows, { observedUntil });
  });
  afterAll(() => world.warehouse.close());
  const found = async (parameters: Record<string, unknown> = {}, subjects: string[] = []) =>
    (await ask(world, flows, { subjects, parameters })).rows;

  it.each([0, 1, 3, 12])(
    'are the transitions of the plain reference with a gap of at most %i months',
    async (maxGap) => {
      const rows = await found({ maxGap });
      const meant = places.flatMap((from) =>
        places.flatMap((to) => {
          const moves = sample.moves.filter(
            (move) =>
              move.a.organisation === from && move.b.organisation === to && move.joined - move.left <= maxGap,
          );
          return moves.length === 0
            ? []
            : [`${from} ${to} ${moves.length} ${new Set(moves.map((m) => m.person)).size}`];
        }),
      );
      expect(rows.map((row) => `${row.from} ${row.to} ${row.moves} ${row.people}`).sort()).toEqual(
        meant.sort(),
      );
    },
  );

  it('have the months at risk of the plain reference, in any window', async () => {
    for (const [since, until, first, last] of [
      [undefined, undefined, 1, observed],
      ['2020-05', '2020-09', firstMonth + 4, firstMonth + 8],
      ['2021-06', '2021-06', observed, observed],
    ] as const) {
      const parameters = { ...(since ? { since } : {}), ...(until ? { until } : {}) };
      for (const row of await found(parameters)) {
        const months = exposureOf(sample.jobs, String(row.from), Math.max(first, firstMonth), last);
        expect([row.from, row.person_months]).toEqual([row.from, months]);
      }
    }
  });

  it('leave and arrive in equal numbers', async () => {
    const rows = await found();
    const net = new Map<string, number>();
    for (const { from, to, hire } of rows) {
      net.set(String(from), (net.get(String(from)) ?? 0) - Number(hire));
      net.set(String(to), (net.get(String(to)) ?? 0) + Number(hire));
    }
    expect([...net.values()].reduce((a, b) => a + b, 0)).toBe(0);
    for (const row of rows) {
      const back = rows.find(({ from, to }) => from === row.to && to === row.from);
      if (back) expect(Number(row.net) + Number(back.net)).toBe(0);
      if (back) expect(row.p_value).toBeCloseTo(Number(back.p_value), 12);
    }
  });

  it('are those of all, where few are asked for', async () => {
    const counts = (rows: readonly ResultRow[]) =>
      rows.map(({ from, to, period, moves, hire, net, people }) => [
        from,
        to,
        period,
        moves,
        hire,
        net,
        people,
      ]);
    for (const by of [undefined, 'year', 'quarter']) {
      const parameters = by === undefined ? {} : { by };
      const all = await found(parameters);
      for (const place of places) {
        const own = all.filter(({ from, to }) => from === place || to === place);
        expect(counts(await found(parameters, [place]))).toEqual(counts(own));
      }
      for (const [subjects, minPeople] of [
        [[], 40],
        [['Alpha'], 12],
        [['Alpha', 'Beta', 'Gamma'], 25],
      ] as const) {
        const whole = await found(parameters, [...subjects]);
        const some = await found({ ...parameters, minPeople }, [...subjects]);
        expect(some).toEqual(whole.filter(({ people }) => Number(people) >= minPeople));
        expect(await found({ ...parameters, minPeople, top: 2 }, [...subjects])).toEqual(some.slice(0, 2));
      }
    }
  });

  it.each(['year', 'quarter'])('add up over each %s to the whole window', async (by) => {
    const whole = await found();
    const parts = await found({ by });
    for (const row of whole) {
      const own = parts.filter(({ from, to }) => from === row.from && to === row.to);
      expect(valuesOf(own, 'moves').reduce((a, b) => a + b, 0)).toBe(row.moves);
    }
    const total = (rows: typeof whole) => valuesOf(rows, 'moves').reduce((a, b) => a + b, 0);
    expect(total(parts)).toBe(total(whole));
  });

  it('have q-values no smaller than p-values, and rates inside their limits', async () => {
    for (const row of await found({ by: 'quarter' })) {
      expect(Number(row.q_value)).toBeGreaterThanOrEqual(Number(row.p_value) - 1e-12);
      expect(Number(row.q_value)).toBeLessThanOrEqual(1);
      if (row.rate === null) continue;
      expect(Number(row.rate_low)).toBeLessThanOrEqual(Number(row.rate));
      expect(Number(row.rate_high)).toBeGreaterThanOrEqual(Number(row.rate));
    }
  });

  it('of some people are not above those of all', async () => {
    const all = new Map((await found()).map((row) => [`${row.from} ${row.to}`, row]));
    for (const parameters of [{ kind: 'contractor' }, { kind: 'founder' }]) {
      for (const row of await found(parameters)) {
        const whole = all.get(`${row.from} ${row.to}`);
        expect(Number(row.moves)).toBeLessThanOrEqual(Number(whole?.moves));
        expect(Number(row.person_months)).toBeLessThanOrEqual(Number(whole?.person_months));
      }
    }
  });
});

describe('flows, rate', () => {
  it('agrees with poisson.test of R 4.2.2: 3 moves in 30 months', async () => {
    const rows = ['ana', 'ben', 'cid'].flatMap((person): CvRow[] => [
      [person, 'Alpha', '2018-01', '2018-11'],
      [person, 'Beta', '2018-11', ''],
    ]);
    const [row] = await asked(rows);
    expect(row).toMatchObject({ moves: 3, person_months: 30, rate: 120 });
    expect(Number(row?.rate_low)).toBeCloseTo(24.7468849158, 8);
    expect(Number(row?.rate_high)).toBeCloseTo(350.6909227897, 8);
  });
});
