import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Constraint, solve } from 'yalps';
import { type ResultRow, ratio } from '../../src/measures/index.js';
import { blocksOf, isWhole, within } from '../../src/release/blocks.js';
import { flowKey, type Series } from '../../src/release/history.js';
import { type Published, release } from '../../src/release/index.js';
import { flowRatio } from '../../src/stats/index.js';
import { resultOf } from './result.js';

const years = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }) },
  ),
  { minLength: 1, maxLength: 6 },
);
const least = fc.integer({ min: 2, max: 6 });
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

describe('blocksOf(years, min)', () => {
  it('joins years until the minimum is reached, and what is left to the last block', () => {
    expect(blocksOf([0, 2, 3, 9, 1, 1], 5)).toEqual([
      { first: 0, last: 2, count: 5 },
      { first: 3, last: 5, count: 11 },
    ]);
    expect(blocksOf([1, 2], 5)).toEqual([]);
  });

  it('shows a window of whole blocks as it is, another as what they allow', () => {
    const blocks = blocksOf([0, 2, 3, 9, 7], 5);
    expect([isWhole(blocks, 0, 2), within(blocks, 0, 2)]).toEqual([true, { low: 5, high: 5 }]);
    expect([isWhole(blocks, 2, 3), within(blocks, 2, 3)]).toEqual([false, { low: 9, high: 14 }]);
  });

  it('leaves every number below the minimum open for a small year, whatever windows are asked for', () => {
    fc.assert(
      fc.property(years, least, (counts, min) => {
        const blocks = blocksOf(counts, min);
        fc.pre(blocks.length > 0);
        const constraints: Record<string, Constraint> = {};
        const variables: Record<string, Record<string, number>> = Object.fromEntries(
          counts.map((_, y) => [`y${y}`, { [`seek${y}`]: 1 }]),
        );
        for (let first = 0; first < counts.length; first += 1)
          for (let last = first; last < counts.length; last += 1) {
            const { low, high } = within(blocks, first, last);
            const count = sum(counts.slice(first, last + 1));
            expect([low <= count, count <= high]).toEqual([true, true]);
            constraints[`w${first}-${last}`] = { min: low, max: high };
            for (let y = first; y <= last; y += 1) variables[`y${y}`]![`w${first}-${last}`] = 1;
          }
        counts.forEach((count, y) => {
          if (count >= min) return;
          const end = (direction: 'minimize' | 'maximize') =>
            Math.round(solve({ direction, objective: `seek${y}`, constraints, variables }).result);
          expect([end('minimize') <= 0, end('maximize') >= min - 1]).toEqual([true, true]);
        });
      }),
      { numRuns: 150 },
    );
  });
});

const none: Series['causes'] = { hire: [], internal: [], acquired: [], spun_off: [], licensed_and_hired: [] };

/** Flows of each company of a group to Fir, year by year from 2020, as they are published. */
function publishedOf(
  flows: Readonly<Record<string, readonly number[]>>,
  min: number,
  part?: readonly number[],
): Published {
  const series = (counts: readonly number[]): Series => ({
    causes: {
      ...Object.fromEntries(Object.keys(none).map((cause) => [cause, counts.map(() => 0)])),
      hire: counts,
    } as Series['causes'],
    known: counts,
    quarters: counts.flatMap((count) => [count, 0, 0, 0]),
  });
  const shown = Object.entries(flows).filter(([, counts]) => sum(counts) >= min);
  return {
    history: {
      firstYear: 2020,
      years: Math.max(...Object.values(flows).map(({ length }) => length)),
      parts: new Map(part === undefined ? [] : [[flowKey('part', 'fir'), series(part)]]),
      flows: new Map(shown.map(([id, counts]) => [flowKey(id, 'fir'), series(counts)])),
    },
    idOf: new Map([...Object.keys(flows), 'group', 'part', 'fir'].map((id) => [id, id])),
    aboveOf: (id) => (id === 'part' ? ['oak'] : []),
    belowOf: (id) => (id === 'group' ? ['group', ...Object.keys(flows)] : [id]),
  };
}

function rowOf(from: string, forward: number): ResultRow {
  const flow = flowRatio(forward, 0);
  return {
    from,
    to: 'fir',
    period: null,
    forward,
    backward: 0,
    ratio: flow.ratio,
    low: flow.low,
    high: flow.high,
    p_value: flow.pValue,
    rate_forward: forward,
    rate_backward: 0,
    left_out: 0,
    person_months_from: 100,
    person_months_to: 100,
    rate_ratio: null,
    rate_low: null,
    rate_high: null,
    rate_p_value: null,
    people_forward: forward,
    people_backward: 0,
  };
}

const asked = (row: ResultRow, published: Published, min: number, parameters = {}) =>
  release({ ...resultOf(ratio, [row]), parameters }, min, published).rows[0];

describe('release(ratio) beside what is published', () => {
  it('shows the window that is published, and one of whole blocks', () => {
    const published = publishedOf({ oak: [9, 2, 7] }, 5);
    expect(asked(rowOf('oak', 18), published, 5)?.forward).toBe(18);
    expect(asked(rowOf('oak', 9), published, 5, { until: '2020' })?.forward).toBe(9);
    expect(asked(rowOf('oak', 7), published, 5, { since: '2022' })?.forward).toEqual({ low: 0, high: 9 });
  });

  it('shows the same flow at another gap as a range beside the published one, unless they are equal', () => {
    const published = publishedOf({ oak: [20] }, 5);
    const shown = asked(rowOf('oak', 22), published, 5);
    expect(shown?.forward).toEqual({ low: 20, high: 24 });
    expect(shown?.ratio).toMatchObject({ low: expect.any(Number), high: null });
    expect(shown?.rate_forward).toEqual({ withheld: 'n<5' });
    expect(asked(rowOf('oak', 18), published, 5)?.forward).toEqual({ low: 15, high: 19 });
    expect(asked(rowOf('oak', 20), published, 5)?.forward).toBe(20);
  });

  it('does not let a group tell what a small company of it holds', () => {
    const published = publishedOf({ oak: [30], elm: [3], ash: [0] }, 5);
    expect(asked(rowOf('group', 33), published, 5)?.forward).toEqual({ low: 30, high: 34 });
  });

  it('shows what stands in a company for itself, unless few more are in the company', () => {
    expect(asked(rowOf('part', 20), publishedOf({ oak: [30] }, 5, [20]), 5)?.forward).toBe(20);
    expect(asked(rowOf('part', 20), publishedOf({ oak: [22] }, 5, [20]), 5)?.forward).toEqual({
      low: 17,
      high: 21,
    });
  });

  it('shows no part where few moves are left of the company without it and others', () => {
    const withOther = (whole: number, above: readonly string[] = ['oak']): Published => {
      const published = publishedOf({ oak: [whole] }, 5, [12]);
      const [part] = published.history.parts.values();
      const hire = part!.causes.hire.map(() => 8);
      const parts = new Map(published.history.parts).set(flowKey('other', 'fir'), {
        ...part!,
        causes: { ...part!.causes, hire },
      });
      return {
        ...published,
        history: { ...published.history, parts },
        aboveOf: (id) => (id === 'part' ? ['oak'] : id === 'other' ? above : []),
        belowOf: (id) => (id === 'oak' ? ['oak', 'part', 'other'] : [id]),
      };
    };
    const shown = (published: Published): unknown => asked(rowOf('part', 12), published, 5)?.forward;
    expect(shown(withOther(24))).toEqual({ low: 9, high: 13 });
    expect(shown(withOther(20))).toBe(12);
    expect(shown(withOther(26))).toBe(12);
    // One that stands in the part is no further one.
    expect(shown(withOther(24, ['part', 'oak']))).toBe(12);
  });

  it('pins no company of a group beside all others, unless every one of them is as large as it can be', () => {
    const companies = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(companies, least, (counts, min) => {
        const published = publishedOf(Object.fromEntries(counts.map((count, i) => [`o${i}`, [count]])), min);
        const hidden = counts.filter((count) => count < min);
        fc.pre(
          hidden.length > 0 &&
            sum(counts) >= min &&
            sum(hidden) > 0 &&
            hidden.some((count) => count < min - 1),
        );
        const shown = sum(counts) - sum(hidden);
        const cell = asked(rowOf('group', sum(counts)), published, min)?.forward as {
          low: number;
          high: number;
        };
        const others = (hidden.length - 1) * (min - 1);
        const low = Math.max(0, cell.low - shown - others);
        const high = Math.min(min - 1, cell.high - shown);
        expect([cell.low <= sum(counts), cell.high >= sum(counts), low < high]).toEqual([true, true, true]);
      }),
    );
  });

  it('shows everything under a minimum of 1', () => {
    const published = publishedOf({ oak: [20] }, 1);
    expect(asked(rowOf('oak', 22), published, 1)?.forward).toBe(22);
  });
});
