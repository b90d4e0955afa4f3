import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { ratio } from '../../src/measures/index.js';
import { formatMonth } from '../../src/records/index.js';
import { type CvRow, inWorld, type World, worldOf } from '../world.js';
import { exposureOf, firstMonth, observed, observedUntil, places, sampleOf, valuesOf } from './sample.js';

const asked = (
  rows: readonly CvRow[],
  parameters: Record<string, unknown> = {},
  subjects = ['Alpha', 'Beta'],
) => inWorld(rows, async (world) => (await ask(world, ratio, { subjects, parameters })).rows);

/** People who go there, people who come back, each a month at either. */
function crossing(there: number, back: number): CvRow[] {
  const go = (n: number, person: string, from: string, to: string): CvRow[] =>
    Array.from({ length: n }, (_, i): CvRow[] => [
      [`${person}${i}`, from, '2020-01', '2020-02'],
      [`${person}${i}`, to, '2020-02', '2020-03'],
    ]).flat();
  return [...go(there, 'there', 'Alpha', 'Beta'), ...go(back, 'back', 'Beta', 'Alpha')];
}

/** People who stay that many months in all and then leave for nowhere. */
function staying(place: string, months: number): CvRow[] {
  const longest = 240;
  return Array.from({ length: Math.ceil(months / longest) }, (_, i): CvRow => {
    const own = Math.min(longest, months - i * longest);
    return [`${place}${i}`, place, '2000-01', formatMonth(2000 * 12 + 1 + own)];
  });
}

describe('ratio(A, B)', () => {
  it('counts moves there and back, with people and months at risk', async () => {
    const [row] = await asked([
      ['ana', 'Alpha', '2018-01', '2018-07'],
      ['ana', 'Beta', '2018-07', '2019-01'],
      ['ana', 'Alpha', '2019-01', '2019-07'],
      ['ana', 'Beta', '2019-07', '2020-01'],
    ]);
    expect(row).toMatchObject({
      ...{ forward: 2, backward: 1, ratio: 2, rate_forward: 2, rate_backward: 1, left_out: 0 },
      ...{
        person_months_from: 12,
        person_months_to: 12,
        rate_ratio: 2,
        people_forward: 1,
        people_backward: 1,
      },
    });
  });

  it('leaves moves out of jobs with an unknown start out of the rates only', async () => {
    const [row] = await asked([
      ['ana', 'Alpha', '', '2018-07'],
      ['ana', 'Beta', '2018-07', '2019-01'],
      ['ana', 'Alpha', '2019-01', ''],
    ]);
    expect(row).toMatchObject({ forward: 1, backward: 1, rate_forward: 0, rate_backward: 1, left_out: 1 });
    expect(row).toMatchObject({ person_months_from: 71, person_months_to: 6 });
  });

  it('counts half a month for a job begun and ended in one month', async () => {
    const [row] = await asked([
      ['ana', 'Alpha', '2018-01', '2018-01'],
      ['ana', 'Beta', '2018-01', '2018-01'],
      ['ben', 'Alpha', '2018-01', '2018-03'],
    ]);
    expect(row).toMatchObject({ forward: 1, person_months_from: 2.5, person_months_to: 0.5 });
  });

  it('counts the months of a job inside the window, whatever follows', async () => {
    const [row] = await asked(
      [
        ['ana', 'Alpha', '2017-01', '2019-03'],
        ['ben', 'Alpha', '2018-11', ''],
        ['cid', 'Beta', '2018-12', '2018-12'],
        ['dee', 'Alpha', '2019-01', '2019-01'],
      ],
      { since: 2018, until: 2018 },
    );
    expect(row).toMatchObject({ person_months_from: 12 + 2, person_months_to: 0.5 });
  });

  it('is null where nobody goes back, and all null where nobody goes', async () => {
    expect((await asked(crossing(3, 0)))[0]).toMatchObject({ forward: 3, ratio: null, high: null });
    expect(Number((await asked(crossing(3, 0)))[0]?.low)).toBeCloseTo(
      0.025 ** (1 / 3) / (1 - 0.025 ** (1 / 3)),
      10,
    );
    const none = (await asked([...staying('Alpha', 3), ...staying('Beta', 3)]))[0];
    expect(none).toMatchObject({
      forward: 0,
      backward: 0,
      ratio: null,
      low: null,
      high: null,
      p_value: null,
    });
  });

  it('has a row for every year of the window', async () => {
    const rows = await asked(crossing(2, 1), { by: 'year', since: 2019, until: 2021 });
    expect(rows.map((row) => [row.period, row.forward, row.backward])).toEqual([
      ['2019', 0, 0],
      ['2020', 2, 1],
      ['2021', 0, 0],
    ]);
  });

  it('is of two different organisations, under whatever names', async () => {
    await expect(asked(crossing(2, 1), {}, ['Alpha', 'Alpha'])).rejects.toThrow(
      /two different organisations/,
    );
    await expect(asked(crossing(2, 1), {}, ['Alpha', 'ALPHA'])).rejects.toThrow(
      /two different organisations/,
    );
    await expect(asked(crossing(2, 1), {}, ['Alpha'])).rejects.toThrow(/takes two organisations/);
  });
});

describe('ratio of 2,000 random people', () => {
  const sample = sampleOf(2_000, 43);
  let world: World;
  beforeAll(async () => {
    world = await worldOf(sample.rows, { observedUntil });
  });
  afterAll(() => world.warehouse.close());
  const found = async (subjects: string[], parameters: Record<string, unknown> = {}) =>
    (await ask(world, ratio, { subjects, parameters })).rows;
  const pairs = places.flatMap((a) => places.filter((b) => b !== a).map((b): [string, string] => [a, b]));

  it('has counts and months at risk of the plain reference', async () => {
    for (const [a, b] of pairs) {
      for (const [since, until, first, last] of [
        ['2020-01', '2021-06', firstMonth, observed],
        ['2020-04', '2020-11', firstMonth + 3, firstMonth + 10],
      ] as const) {
        const [row] = await found([a, b], { since, until });
        const count = (from: string, to: string, known = false) =>
          sample.moves.filter(
            (m) =>
              m.a.organisation === from &&
              m.b.organisation === to &&
              m.joined - m.left <= 3 &&
              m.joined >= first &&
              m.joined <= last &&
              (!known || Number.isFinite(m.a.start)),
          ).length;
        expect(row).toMatchObject({
          ...{ forward: count(a, b), backward: count(b, a) },
          ...{ rate_forward: count(a, b, true), rate_backward: count(b, a, true) },
          person_months_from: exposureOf(sample.jobs, a, first, last),
          person_months_to: exposureOf(sample.jobs, b, first, last),
        });
      }
    }
  });

  it('of A to B is the inverse of that of B to A', async () => {
    for (const [a, b] of pairs) {
      const [[there], [back]] = [await found([a, b]), await found([b, a])];
      for (const [value, other] of [
        ['ratio', 'ratio'],
        ['low', 'high'],
        ['rate_ratio', 'rate_ratio'],
        ['rate_low', 'rate_high'],
      ] as const) {
        expect(Number(there?.[value]) * Number(back?.[other])).toBeCloseTo(1, 9);
      }
      expect(Number(there?.p_value)).toBeCloseTo(Number(back?.p_value), 12);
      expect(Number(there?.rate_p_value)).toBeCloseTo(Number(back?.rate_p_value), 12);
    }
  });

  it('adds up over quarters to the whole window, and so do the months at risk', async () => {
    const [whole] = await found(['Alpha', 'Beta']);
    const parts = await found(['Alpha', 'Beta'], { by: 'quarter' });
    for (const column of ['forward', 'backward', 'left_out', 'person_months_from', 'person_months_to']) {
      expect([column, valuesOf(parts, column).reduce((a, b) => a + b, 0)]).toEqual([column, whole?.[column]]);
    }
  });
});

describe('ratio, published vectors', () => {
  // The press's 10.6 and 8.2 as the least counts that round to them; limits also of binom.test in R 4.2.2.
  it.each([
    [53, 5, 4.26798341018, 33.9821035816],
    [41, 5, 3.24274076368, 26.5874459412],
    [82, 10, 4.240449283, 17.7371394867],
    [2, 1, 0.104117537454, 117.994373887],
  ])('has the limits of %i there and %i back', async (there, back, low, high) => {
    const [row] = await asked(crossing(there, back));
    expect(row).toMatchObject({ forward: there, backward: back, ratio: there / back });
    expect(Number(row?.low)).toBeCloseTo(low, 8);
    expect(Number(row?.high)).toBeCloseTo(high, 7);
  });

  // Rate ratios of poisson.test in R 4.2.2; movers are a month at either place and fill the rest with people who stay.
  it.each([
    [2, 10, 17_877, 20_000, 0.2237512, 0.02383738, 1.04995468],
    [2, 9, 17_877, 16_660, 0.2070941557, 0.02177406, 1.0005491],
  ])(
    'has the rate ratio of %i and %i moves in %i and %i months',
    async (there, back, monthsFrom, monthsTo, rate, low, high) => {
      const movers = there + back;
      const rows = [
        ...crossing(there, back),
        ...staying('Alpha', monthsFrom - movers),
        ...staying('Beta', monthsTo - movers),
      ];
      const [row] = await asked(rows);
      expect(row).toMatchObject({ person_months_from: monthsFrom, person_months_to: monthsTo });
      expect(Number(row?.rate_ratio)).toBeCloseTo(rate, 7);
      expect(Number(row?.rate_low)).toBeCloseTo(low, 7);
      expect(Number(row?.rate_high)).toBeCloseTo(high, 7);
      if (back === 9) expect(Number(row?.rate_p_value)).toBeCloseTo(0.05011, 5);
    },
  );
});
