import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ResultRow, study } from '../../src/measures/index.js';
import { type ReleasedRow, release } from '../../src/release/index.js';
import { resultOf } from './result.js';

function row(before: number, after: number, more: Partial<ResultRow> = {}): ResultRow {
  return {
    from: 'A',
    to: 'B',
    event: '2025-06',
    dated: null,
    effect: 2.5,
    low: 1.2,
    high: 5.1,
    p_value: 0.01,
    q_value: 0.01,
    placebos: 99,
    months_before: 24,
    months_after: 12,
    hires_before: before,
    hires_after: after,
    people_before: before,
    people_after: after,
    comparisons: 50,
    compared_before: 900,
    compared_after: 400,
    ...more,
  };
}

const released = (rows: readonly ResultRow[], min = 5): readonly ReleasedRow[] =>
  release(resultOf(study, rows), min).rows;
const nothing = { withheld: 'n<5' };
const few = { withheld: '<5' };

describe('release of study', () => {
  it('shows an effect with counts as ranges, so that neighbouring months tell of no single one', () => {
    expect(released([row(23, 31)])[0]).toMatchObject({
      effect: 2.5,
      low: 1.2,
      high: 5.1,
      p_value: 0.01,
      hires_before: { low: 20, high: 24 },
      people_after: { low: 30, high: 34 },
      compared_before: { low: 900, high: 904 },
      placebos: 99,
    });
  });

  it.each([
    [4, 31],
    [31, 4],
    [0, 31],
  ])('withholds a row with %i people before and %i after', (before, after) => {
    const [only] = released([row(before, after)]);
    expect(only).toMatchObject({
      effect: nothing,
      low: nothing,
      high: nothing,
      p_value: nothing,
      q_value: nothing,
    });
    expect(only).toMatchObject({ [before < 5 ? 'people_before' : 'people_after']: few });
  });

  it('withholds a row of many moves by few people', () => {
    expect(released([row(9, 9, { people_after: 4 })])[0]).toMatchObject({
      effect: nothing,
      hires_after: few,
    });
  });

  it('withholds a row that is compared with too few', () => {
    const [only] = released([row(9, 9, { compared_after: 3 })]);
    expect(only).toMatchObject({
      effect: nothing,
      compared_after: few,
      compared_before: { low: 900, high: 904 },
    });
  });

  it('withholds the row of all flows where one of them is withheld, in its month only', () => {
    const all = { from: null, to: null, q_value: null };
    const rows = released([
      row(20, 20, all),
      row(18, 18),
      row(2, 2, { to: 'C' }),
      row(20, 20, { ...all, event: '2025-07' }),
      row(10, 10, { event: '2025-07' }),
    ]);
    expect(rows.map(({ effect }) => effect)).toEqual([nothing, 2.5, nothing, 2.5, 2.5]);
  });

  it('computes q-values as the most they can be given what is shown', () => {
    const rows = released([row(9, 9), row(2, 9, { to: 'C', p_value: 0.001, q_value: 0.002 })]);
    expect(rows.map(({ q_value }) => q_value)).toEqual([0.02, nothing]);
  });

  it('keeps a row that has no effect, without its counts', () => {
    const none = { effect: null, low: null, high: null, p_value: null, q_value: null, placebos: 0 };
    expect(released([row(2, 0, none)])[0]).toMatchObject({ effect: null, p_value: null, people_before: few });
  });

  it('shows no count below the minimum, and none exactly', () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 10 }), (before, after, min) => {
        const [only] = released([row(before, after)], min);
        for (const side of ['hires_before', 'hires_after', 'people_before', 'people_after'])
          expect(typeof only?.[side]).toBe('object');
        if (Math.min(before, after) < min) expect(only?.effect).toEqual({ withheld: `n<${min}` });
      }),
    );
  });
});
