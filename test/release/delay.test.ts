import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delay, type ResultRow } from '../../src/measures/index.js';
import { release } from '../../src/release/index.js';
import { nowcastOf, reportedShare } from '../../src/stats/index.js';
import { resultOf } from './result.js';

/** A month of a source whose two vintages tell of one age only. */
function month(reported: number, followed: number, known: number): ResultRow {
  const by = reportedShare(new Map([[0, { followed, known }]]), { age: 0, apart: 3, longest: 3 });
  return {
    source: 'csv',
    month: '2024-12',
    age: 0,
    reported,
    final: (by?.share ?? 0) >= 0.95,
    followed,
    known,
    share: by?.share ?? null,
    share_low: by?.low ?? null,
    share_high: by?.high ?? null,
    ...nowcastOf(reported, by),
  };
}

const released = (row: ResultRow) => release(resultOf(delay, [row])).rows[0]!;
const hidden = { withheld: 'n<5' };

describe('what is shown of a reporting delay', () => {
  it('is all of it where many report in time and many late, rounded', () => {
    expect(released(month(41, 60, 37))).toMatchObject({
      reported: 41,
      followed: 60,
      known: 37,
      share: 0.62,
      nowcast: 66,
      final: false,
    });
  });

  it('is no share where few report late', () => {
    const row = released(month(41, 60, 57));
    expect(row).toMatchObject({
      reported: 41,
      followed: hidden,
      known: hidden,
      share: hidden,
      nowcast: hidden,
    });
    expect(row).toMatchObject({ final: true, low: hidden, high: hidden, share_low: hidden });
  });

  it('is no nowcast where few moves are reported', () => {
    const row = released(month(3, 60, 37));
    expect(row).toMatchObject({ reported: { withheld: '<5' }, share: 0.62, nowcast: hidden, high: hidden });
  });

  it('is the count alone where there are no two vintages', () => {
    const none = { followed: null, known: null, share: null, share_low: null, share_high: null };
    const row = { ...month(9, 9, 9), ...none, nowcast: null, low: null, high: null };
    expect(released(row)).toEqual(row);
    expect(released({ ...row, reported: 2 })).toEqual({ ...row, reported: { withheld: '<5' } });
  });

  it('never gives away how many report late where they are few', () => {
    const count = fc.integer({ min: 0, max: 80 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 4 }), (reported, known, late) => {
        const row = released(month(reported, known + late, known));
        const numbers = ['followed', 'known', 'share', 'share_low', 'share_high', 'nowcast', 'low', 'high'];
        expect(numbers.filter((name) => typeof row[name] === 'number')).toEqual([]);
      }),
    );
  });
});
