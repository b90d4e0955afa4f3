import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Result } from '../../src/ask.js';
import {
  type AnyMeasure,
  coverage,
  exits,
  flows,
  growth,
  headcount,
  moves,
  ratio,
  retention,
} from '../../src/measures/index.js';
import { type CvRow, inWorld, type World, worldOf } from '../world.js';
import { observedUntil, sampleOf } from './sample.js';

/** A line of a CV with a weight; `''` is none. */
const of = (
  weight: string,
  ...[person, employer, start, end]: readonly [string, string, string, string]
): CvRow => [...([person, employer, start, end] as const), { weight }];

const asked = (
  rows: readonly CvRow[],
  measure: AnyMeasure,
  subjects: readonly string[] = ['Alpha', 'Beta'],
  parameters: Record<string, unknown> = {},
): Promise<Result> => inWorld(rows, (world) => ask(world, measure, { subjects, parameters }));

/** Three go from Alpha to Beta and two come back, all in 2020. */
const crossing = [
  of('2', 'ana', 'Alpha', '2019-01', '2020-01'),
  of('9', 'ana', 'Beta', '2020-01', '2021-01'),
  of('0.5', 'ben', 'Alpha', '2019-01', '2020-02'),
  of('', 'ben', 'Beta', '2020-02', ''),
  of('', 'cid', 'Alpha', '', '2020-03'),
  of('', 'cid', 'Beta', '2020-03', ''),
  of('3', 'dee', 'Beta', '2019-07', '2020-01'),
  of('', 'dee', 'Alpha', '2020-01', ''),
  of('0.25', 'eve', 'Beta', '2020-01', '2020-07'),
  of('', 'eve', 'Alpha', '2020-07', ''),
];

describe('sampling weights: ratio(A, B)', () => {
  it('takes a move with the weight of the job left, 1 where its row gives none', async () => {
    const { rows } = await asked(crossing, ratio);
    expect(rows[0]).toMatchObject({
      ...{ forward: 3, backward: 2, weighted_forward: 3.5, weighted_backward: 3.25, ratio: 3.5 / 3.25 },
      ...{ rate_forward: 2, weighted_rate_forward: 2.5, rate_backward: 2, weighted_rate_backward: 3.25 },
    });
  });

  it('takes months at risk with the weight of their job', async () => {
    const { rows } = await asked(crossing, ratio, ['Alpha', 'Beta'], { until: '2020-12' });
    const [from, to] = [12 * 2 + 13 * 0.5 + 12 + 6, 12 * 9 + 11 + 10 + 6 * 3 + 6 * 0.25];
    expect(rows[0]).toMatchObject({ weighted_person_months_from: from, weighted_person_months_to: to });
    expect(rows[0]?.rate_ratio).toBeCloseTo(((2.5 / 3.25) * to) / from, 12);
  });

  it('has a smallest and a largest ratio by weight where dates are coarse', async () => {
    const rows = [
      of('2', 'ana', 'Alpha', '2019-01', '2020-01'),
      of('1', 'ana', 'Beta', '2020-01', ''),
      of('3', 'ben', 'Alpha', '2019-01', '2020'),
      of('1', 'ben', 'Beta', '2020', ''),
      of('4', 'cid', 'Beta', '2019-01', '2020-01'),
      of('1', 'cid', 'Alpha', '2020-01', ''),
    ];
    const { rows: found } = await asked(rows, ratio, undefined, { until: '2020-01', bounds: true });
    expect(found[0]).toMatchObject({ forward_min: 1, forward_max: 2, ratio_min: 2 / 4, ratio_max: 5 / 4 });
  });
});

describe('sampling weights: flows()', () => {
  it('says moves, hires and net by weight beside their counts', async () => {
    const { rows } = await asked(crossing, flows);
    expect(rows.map((row) => [row.from, row.hire, row.weighted_hire, row.net, row.weighted_net])).toEqual([
      ['Alpha', 3, 3.5, 1, 0.25],
      ['Beta', 2, 3.25, -1, -0.25],
    ]);
    const months = Number(rows[0]?.weighted_person_months);
    expect(rows[0]).toMatchObject({ rate_hire: 2, weighted_moves: 3.5, rate: (2.5 * 1200) / months });
  });

  it('tests a pair once, the same in both directions, as the ratio does', async () => {
    const { rows } = await asked(crossing, flows);
    const [row] = (await asked(crossing, ratio)).rows;
    for (const each of rows) expect(each.p_value).toBeCloseTo(Number(row?.p_value), 12);
    expect(rows[0]?.q_value).toBe(rows[0]?.p_value);
  });
});

describe('sampling weights: moves(A, B)', () => {
  it('says what each move weighs', async () => {
    const { rows } = await asked(crossing, moves);
    expect(rows.map(({ joined, weight }) => [joined, weight])).toEqual([
      ['2020-01', 2],
      ['2020-02', 0.5],
      ['2020-03', 1],
    ]);
  });
});

describe('sampling weights: headcount(), coverage()', () => {
  it('adds up the weights of those who are there', async () => {
    const { rows } = await asked(crossing, headcount, ['Beta'], { since: '2020-01', until: '2020-03' });
    expect(rows.map(({ people, weighted_people }) => [people, weighted_people])).toEqual([
      [2, 9.25],
      [3, 10.25],
      [4, 11.25],
    ]);
  });

  it('says how much weight the jobs of an organisation have', async () => {
    const against = [{ organisation: 'Beta', month: '2020-02', headcount: 100 }];
    const { rows } = await asked(crossing, coverage, ['Beta'], { against });
    expect(rows[0]).toMatchObject({
      people: 5,
      weighted_episodes: 14.25,
      counted: 3,
      weighted_counted: 10.25,
    });
  });
});

describe('sampling weights: retention()', () => {
  const rows = [
    of('2', 'ana', 'Alpha', '2020-01', '2020-07'),
    of('1', 'ben', 'Alpha', '2020-01', ''),
    of('0.5', 'cid', 'Alpha', '2020-01', '2021-01'),
    of('4', 'dee', 'Alpha', '2020-02', ''),
  ];

  it('takes the curve, the recent hires and the staff by weight', async () => {
    const parameters = { months: 12, curve: true, until: '2021-01' };
    const [d1, d2, d3] = (await asked(rows, retention, ['Alpha'], parameters)).rows;
    expect(d1).toMatchObject({ episodes: 4, events: 2, weighted_episodes: 7.5, weighted_events: 2.5 });
    expect(d1?.curve).toMatchObject([
      { month: 6, at_risk: 4, events: 1, weighted_at_risk: 7.5, weighted_events: 2, share: 5.5 / 7.5 },
      { month: 12, at_risk: 2, events: 1, weighted_at_risk: 1.5, weighted_events: 0.5 },
    ]);
    expect(d1?.share).toBeCloseTo((5.5 / 7.5) * (1 / 1.5), 12);
    expect(d2).toMatchObject({ episodes: 4, events: 2, weighted_episodes: 7.5, share: 5 / 7.5 });
    expect(d3).toMatchObject({ episodes: 3, events: 2, weighted_episodes: 3.5, weighted_events: 2.5 });
    expect(d3?.share).toBeCloseTo(1 / 3.5, 12);
  });

  it('has the limits of R for people who come back: survfit(weights =, cluster =, robust = TRUE)', async () => {
    const back = [
      ...rows,
      of('3', 'ana', 'Alpha', '2020-09', '2020-12'),
      of('1', 'eve', 'Alpha', '2020-03', '2020-06'),
    ];
    const [d1] = (await asked(back, retention, ['Alpha'], { months: 12, until: '2021-02' })).rows;
    expect(d1?.share).toBeCloseTo(0.4347826086956522, 9);
    expect(d1?.low).toBeCloseTo(0.0224209094204554, 9);
    expect(d1?.high).toBeCloseTo(0.8330428938173758, 9);
  });
});

describe('sampling weights: exits() and growth()', () => {
  const rows = [
    of('2', 'ana', 'Alpha', '2020-01', '2020-07'),
    of('9', 'ana', 'Beta', '2020-07', ''),
    of('1', 'ben', 'Alpha', '2020-01', ''),
    of('0.5', 'cid', 'Alpha', '2020-01', '2021-01'),
    of('4', 'dee', 'Alpha', '2020-02', ''),
  ];

  it('takes the incidence of each destination by weight', async () => {
    const parameters = { to: ['Beta'], months: 12, until: '2021-02', curve: true };
    const { rows: found } = await asked(rows, exits, ['Alpha'], parameters);
    const beta = found.find(({ destination }) => destination === 'Beta');
    expect(beta).toMatchObject({ episodes: 4, events: 1, weighted_episodes: 7.5, weighted_events: 2 });
    expect(beta?.incidence).toBeCloseTo(2 / 7.5, 12);
    expect(beta?.curve).toMatchObject([
      { month: 6, at_risk: 4, events: 1, weighted_at_risk: 7.5, weighted_events: 2 },
    ]);
    const { rows: kept } = await asked(rows, retention, ['Alpha'], { months: 12, until: '2021-02' });
    const all = found.reduce((sum, { incidence }) => sum + Number(incidence), 0);
    expect(all + Number(kept[0]?.share)).toBeCloseTo(1, 12);
  });

  it('takes hires, exits and months by weight', async () => {
    const { rows: found } = await asked(rows, growth, ['Alpha'], { since: '2020', until: '2020-12' });
    const months = 6 * 2 + 12 + 12 * 0.5 + 11 * 4;
    expect(found[0]).toMatchObject({ hires: 4, exits: 1, weighted_hires: 7.5, weighted_exits: 2 });
    expect(found[0]).toMatchObject({ weighted_person_months: months });
    expect(found[0]?.ratio).toBeCloseTo(7.5 / 2, 12);
    expect(found[0]?.hazard).toBeCloseTo((12 * 2) / months, 12);
    expect(found[0]?.growth).toBeCloseTo((12 * 5.5) / months, 12);
  });
});

describe('sampling weights: a database', () => {
  const people = sampleOf(150, 7).rows;
  const weighing = (weight: string): readonly CvRow[] =>
    people.map(([person, employer, start, end, more]) => [person, employer, start, end, { ...more, weight }]);
  let [none, blank, even]: readonly World[] = [];
  beforeAll(async () => {
    [none, blank, even] = await Promise.all(
      [people, weighing(''), weighing('2.5')].map((rows) => worldOf(rows, { observedUntil })),
    );
  });
  afterAll(() => Promise.all([none, blank, even].map((world) => world?.warehouse.close())));

  const questions: readonly (readonly [AnyMeasure, readonly string[], Record<string, unknown>])[] = [
    [headcount, [], {}],
    [headcount, ['Alpha'], { bounds: true }],
    [flows, [], { by: 'year' }],
    [flows, ['Alpha'], { bounds: true }],
    [ratio, ['Alpha', 'Beta'], { bounds: true }],
    [retention, [], { months: 6, bounds: true }],
    [retention, ['Alpha', 'Beta'], { months: 6, curve: true, view: 'pro-forma' }],
    [exits, ['Alpha'], { to: ['Beta'], months: 6, curve: true }],
    [exits, [], { months: 6 }],
    [growth, ['Alpha', 'Beta'], { by: 'year', printed: '3' }],
    [growth, [], {}],
    [coverage, [], {}],
    [moves, ['Alpha', 'Beta'], {}],
  ];

  const answer = async (
    world: World | undefined,
    [measure, subjects, parameters]: (typeof questions)[number],
  ) => {
    if (world === undefined) throw new Error('no world');
    return ask(world, measure, { subjects, parameters });
  };

  it('answers as it does without a column of weights where that is blank', async () => {
    for (const question of questions) {
      const [plain, found] = [await answer(none, question), await answer(blank, question)];
      expect({ ...found, data: plain.data }).toEqual(plain);
    }
  });

  it('has the figures of people where weights are all the same, and sums that many times as large', async () => {
    const estimates = [
      ...['incidence', 'growth', 'hazard', 'growth_taken', 'implied_growth'],
      'ratio',
      'rate_ratio',
      'rate',
      'share',
      'ratio_min',
      'ratio_max',
      'share_min',
      'share_max',
    ];
    for (const question of questions) {
      const [plain, found] = [await answer(none, question), await answer(even, question)];
      expect(found.rows.length).toBe(plain.rows.length);
      plain.rows.forEach((row, i) => {
        const other = found.rows[i] ?? {};
        for (const [name, cell] of Object.entries(row)) {
          if (estimates.includes(name) && typeof cell === 'number') expect(other[name]).toBeCloseTo(cell, 12);
          else if (plain.columns.find((c) => c.name === name)?.type === 'integer')
            expect(other[name]).toBe(cell);
          if (`weighted_${name}` in other)
            expect(other[`weighted_${name}`]).toBe(cell === null ? null : 2.5 * Number(cell));
        }
      });
    }
  });

  it('says in a note that figures take weights, and says nothing where there are none', async () => {
    const notes = async (world: World | undefined) =>
      (await answer(world, questions[0]!)).notes
        .map(({ code }) => code)
        .filter((code) => code.includes('weight'));
    expect([await notes(none), await notes(blank), await notes(even)]).toEqual([[], [], ['weighted']]);
  });
});

describe('sampling weights: limits', () => {
  const cross = (there: number, back: number, weight?: string): CvRow[] => {
    const more = weight === undefined ? {} : { weight };
    const go = (n: number, who: string, from: string, to: string): CvRow[] =>
      Array.from({ length: n }, (_, i): CvRow[] => [
        [`${who}${i}`, from, '2019-01', '2020-02', more],
        [`${who}${i}`, to, '2020-02', '', more],
      ]).flat();
    return [...go(there, 'there', 'Alpha', 'Beta'), ...go(back, 'back', 'Beta', 'Alpha')];
  };

  it('of ratios, rates and shares are as unweighted where weights are all the same, and everybody moves once', async () => {
    const questions: readonly (readonly [AnyMeasure, Record<string, unknown>])[] = [
      [ratio, {}],
      [flows, {}],
      [retention, { months: 24, until: '2020-03' }],
    ];
    for (const [measure, parameters] of questions) {
      const [plain, found] = [
        await asked(cross(9, 4), measure, undefined, parameters),
        await asked(cross(9, 4, '0.3'), measure, undefined, parameters),
      ];
      const limits = ['low', 'high', 'p_value', 'rate_low', 'rate_high', 'rate_p_value', 'q_value'];
      plain.rows.forEach((row, i) => {
        if (row.definition === 'D1') return;
        for (const name of limits.filter((limit) => typeof row[limit] === 'number')) {
          expect(found.rows[i]?.[name], name).toBeCloseTo(Number(row[name]), 10);
        }
      });
    }
  });
});
