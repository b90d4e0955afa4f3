import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exits, flows, headcount, type ResultRow, ratio, retention } from '../../src/measures/index.js';
import { release } from '../../src/release/index.js';
import { resultOf } from './result.js';

const pair = (forward: number, backward: number, more: Partial<ResultRow> = {}): ResultRow => ({
  ...{
    from: 'A',
    to: 'B',
    period: null,
    forward,
    backward,
    people_forward: forward,
    people_backward: backward,
  },
  ...{ ratio: 7.5, low: 3.5, high: 12.5, p_value: 0.01 },
  ...{
    rate_forward: forward,
    rate_backward: backward,
    left_out: 0,
    person_months_from: 900,
    person_months_to: 700,
  },
  ...{ rate_ratio: 6.5, rate_low: 2.5, rate_high: 11.5, rate_p_value: 0.02 },
  ...{
    weighted_forward: 301.5,
    weighted_backward: 40.25,
    weighted_rate_forward: 301.5,
    weighted_rate_backward: 40.25,
  },
  ...{ weighted_person_months_from: 5000.5, weighted_person_months_to: 4000.5 },
  ...more,
});

const hidden = { withheld: 'n<5' };

describe('release() of weighted people', () => {
  it('shows weights and figures where the counts of people are shown', () => {
    const row = pair(20, 10, { rate_forward: 12, rate_backward: 5, left_out: 13 });
    expect(release(resultOf(ratio, [row])).rows[0]).toMatchObject(row);
  });

  it('withholds the weight of a count that is withheld, and every figure that rests on it', () => {
    const [row] = release(resultOf(ratio, [pair(20, 3)])).rows;
    expect(row).toMatchObject({ forward: 20, backward: { withheld: '<5' }, weighted_forward: 301.5 });
    for (const name of [
      'weighted_backward',
      'ratio',
      'low',
      'high',
      'p_value',
      'rate_ratio',
      'weighted_rate_backward',
    ])
      expect(row?.[name], name).toEqual(hidden);
  });

  it('has no range, which counts of people would give, of a weighted share', () => {
    const d2 = {
      ...{ organisation: 'A', definition: 'D2', months: 12, people: 40, episodes: 40, events: 2 },
      ...{ share: 0.7, low: 0.5, high: 0.8, weighted_episodes: 80, weighted_events: 24 },
    };
    const [row] = release(resultOf(retention, [d2])).rows;
    expect(row).toMatchObject({
      share: hidden,
      low: hidden,
      high: hidden,
      weighted_episodes: 80,
      weighted_events: hidden,
    });
  });

  it('shows a weighted rate where the counts of people let it be shown, and tests anew what is left', () => {
    const flow = (to: string, hire: number, p: number, rest: ResultRow = {}): ResultRow => ({
      ...{
        from: 'A',
        from_id: 'a',
        to,
        to_id: to,
        period: null,
        moves: hire + 20,
        hire,
        internal: 5,
        acquired: 5,
      },
      ...{ spun_off: 5, licensed_and_hired: 5, net: hire - 9, people: hire + 20, person_months: 1200 },
      ...{ rate: 3.5, rate_low: 2, rate_high: 5, p_value: p, q_value: p, rate_hire: Math.floor(hire / 2) },
      ...{ weighted_moves: 90, weighted_hire: 70, weighted_net: 12, weighted_person_months: 2400, ...rest },
    });
    const back = (from: string, p: number): ResultRow => ({
      ...flow('A', 9, p),
      ...{ from, from_id: from, to_id: 'a', net: 0 },
    });
    const [shown, , few] = release(
      resultOf(flows, [flow('B', 20, 0.01), back('B', 0.01), flow('C', 3, 0.001), back('C', 0.001)]),
    ).rows;
    expect(shown).toMatchObject({
      rate: 3.5,
      weighted_hire: 70,
      weighted_person_months: 2400,
      p_value: 0.01,
    });
    expect(shown).not.toHaveProperty('rate_hire');
    expect(shown?.q_value).toBeCloseTo(0.02, 12);
    expect(few).toMatchObject({ rate: hidden, weighted_hire: hidden, p_value: hidden, q_value: hidden });
  });

  it('knows the rows that are left where the rule adds one for those withheld together', () => {
    const row = (destination: string, events: number, rest: ResultRow = {}): ResultRow => ({
      ...{ organisation: 'A', destination, named: false, months: 12, people: 90, episodes: 90 },
      ...{ events, leavers: events, incidence: events / 100, low: 0.01, high: 0.9 },
      ...{ weighted_episodes: 200, weighted_events: events * 2.5, ...rest },
    });
    const organisation = (name: string): ResultRow[] =>
      [
        row('another company', 20),
        row('university', 2),
        row('self-employed', 4),
        row('not seen again', 9),
      ].map((one) => ({ ...one, organisation: name }));
    const rows = release(resultOf(exits, [...organisation('A'), ...organisation('B')])).rows;
    const seen = rows.map((one) => [one.organisation, one.destination, one.weighted_events]);
    const each = (name: string) => [
      [name, 'another company', 50],
      [name, 'university', hidden],
      [name, 'self-employed', hidden],
      [name, 'not seen again', 22.5],
      [name, 'withheld, together', hidden],
    ];
    expect(seen).toEqual([...each('A'), ...each('B')]);
  });

  it('never shows a weight where the count beside it is below the minimum', () => {
    const people = fc.integer({ min: 0, max: 12 });
    const rows = fc.array(fc.record({ people, weight: fc.integer({ min: 1, max: 50 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (some) => {
        const counted = some.map(({ people: n, weight }) => ({
          ...{
            organisation: 'A',
            month: '2020-01',
            people: n,
            unknown_start: 0,
            weighted_people: n * weight,
          },
        }));
        release(resultOf(headcount, counted)).rows.forEach((row, i) => {
          const n = counted[i]?.people ?? 0;
          expect(row.weighted_people).toEqual(n < 5 ? hidden : counted[i]?.weighted_people);
        });
      }),
    );
  });
});
