import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ResultRow, ratio } from '../../src/measures/index.js';
import { release } from '../../src/release/index.js';
import { flowRatio, rateRatio } from '../../src/stats/index.js';
import { exactCells, numbersOf, resultOf } from './result.js';

function pair(forward: number, backward: number, unknown: readonly [number, number] = [0, 0]): ResultRow {
  const [there, back] = [forward - unknown[0], backward - unknown[1]];
  const flow = flowRatio(forward, backward);
  const rate = rateRatio(there, 1000, back, 500);
  return {
    from: 'A',
    to: 'B',
    period: null,
    forward,
    backward,
    ratio: flow.ratio,
    low: flow.low,
    high: flow.high,
    p_value: flow.pValue,
    rate_forward: there,
    rate_backward: back,
    left_out: unknown[0] + unknown[1],
    person_months_from: 1000,
    person_months_to: 500,
    rate_ratio: rate.ratio,
    rate_low: rate.low,
    rate_high: rate.high,
    rate_p_value: rate.pValue,
    people_forward: forward,
    people_backward: backward,
  };
}

const released = (row: ResultRow, min = 5) => release(resultOf(ratio, [row]), min).rows[0]!;
const count = fc.integer({ min: 0, max: 40 });
const pairs = fc
  .tuple(count, count, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([f, b, x, y]) => pair(f, b, [Math.floor(f * x), Math.floor(b * y)]));
const counts = new Set([
  'forward',
  'backward',
  'people_forward',
  'people_backward',
  'rate_forward',
  'rate_backward',
  'left_out',
]);

describe('release(ratio)', () => {
  it('says only the least ratio where the flow back is below the minimum', () => {
    const row = released(pair(53, 2));
    expect(row.backward).toEqual({ withheld: '<5' });
    expect(row.forward).toBe(53);
    expect(row.ratio).toEqual({ low: 13.25, high: null });
    expect(row.left_out).toEqual({ withheld: 'n<5' });
  });

  it('leaves out bounds, which would tell a withheld count', () => {
    const row = {
      ...pair(53, 2),
      forward_min: 50,
      forward_max: 53,
      backward_min: 2,
      backward_max: 2,
      ratio_min: 25,
      ratio_max: 26.5,
    };
    const { rows, columns } = release(resultOf(ratio, [row]));
    expect(Object.keys(rows[0] ?? {}).filter((name) => /_(min|max)$/.test(name))).toEqual([]);
    expect(columns.some(({ name }) => /_(min|max)$/.test(name))).toBe(false);
  });

  it('says the same of 0 and of 4', () => {
    expect(released(pair(53, 0))).toEqual(released(pair(53, 4)));
    expect(released(pair(0, 53))).toEqual(released(pair(4, 53)));
  });

  it('says no ratio where both flows are below it', () => {
    const row = released(pair(3, 2));
    expect(row.ratio).toEqual({ withheld: 'n<5' });
    expect(row.p_value).toEqual({ withheld: 'n<5' });
  });

  it('withholds many moves of few people', () => {
    const row = released({ ...pair(53, 6), people_backward: 3 });
    expect(row.backward).toEqual({ withheld: '<5' });
    expect(row.ratio).toEqual({ withheld: 'n<5' });
  });

  it('shows the rates where known and unknown starts are many, and a range where the unknown are few', () => {
    expect(released(pair(53, 20, [10, 8])).rate_ratio).toBe(pair(53, 20, [10, 8]).rate_ratio);
    const { rate_ratio: range } = released(pair(53, 20, [1, 2]));
    expect(range).toEqual({ low: 49 / 20 / 2, high: 53 / 16 / 2 });
  });

  it('lets no count below the minimum through', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 12 }), (row, min) => {
        expect(numbersOf([released(row, min)], counts).every((n) => n >= min)).toBe(true);
      }),
    );
  });

  it('says the same of rows that differ only in what is withheld', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 40 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        (shown, one, other) => {
          expect(released(pair(shown, one))).toEqual(released(pair(shown, other)));
        },
      ),
    );
  });

  it('holds the withheld figure in its range', () => {
    fc.assert(
      fc.property(pairs, (row) => {
        const { ratio: cell } = released(row);
        if (cell === null || typeof cell !== 'object' || !('low' in cell)) return;
        const value = row.ratio === null ? Number.POSITIVE_INFINITY : Number(row.ratio);
        expect(value).toBeGreaterThanOrEqual(Number(cell.low));
        expect(value).toBeLessThanOrEqual(cell.high === null ? Number.POSITIVE_INFINITY : Number(cell.high));
      }),
    );
  });

  it('withholds more under a higher minimum, and never less', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        (row, min, more) => {
          const low = exactCells([released(row, min)]);
          for (const cell of exactCells([released(row, min + more)])) expect(low).toContain(cell);
        },
      ),
    );
  });
});
