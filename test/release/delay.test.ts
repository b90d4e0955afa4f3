import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delay, type ResultRow } from '../../src/measures/index.js';
import { release } from '../../src/release/index.js';
import { nowcastOf, reportedShare } from '../../src/stats/index.js';
import { resultOf } from './result.js';

/** A month of a source whose two vintages tell of one age only. */
function month(reported: number, followed: number, known: number): ResultRow {
  const by = reportedShare(new Map([[0, { followed, known }]]), { age: 0, apart: 3, longest: 3 });
  const { nowcast, low, high } = nowcastOf(reported, by);
  return {
    source: 'csv',
    month: '2024-12',
    age: 0,
    reported,
    final: (by?.share ?? 0) >= 0.95,
    followed,
    known,
    reported_share: by?.share ?? null,
    reported_low: by?.low ?? null,
    reported_high: by?.high ?? null,
    nowcast,
    nowcast_low: low,
    nowcast_high: high,
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
      reported_share: 0.62,
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
      reported_share: hidden,
      nowcast: hidden,
    });
    expect(row).toMatchObject({
      final: true,
      nowcast_low: hidden,
      nowcast_high: hidden,
      reported_low: hidden,
    });
  });

  it('is no nowcast where few moves are reported', () => {
    const row = released(month(3, 60, 37));
    expect(row).toMatchObject({
      reported: { withheld: '<5' },
      reported_share: 0.62,
      nowcast: hidden,
      nowcast_high: hidden,
    });
  });

  it('leaves two months of a year open where one is small', () => {
    const year = [8, 3, 6, 9].map((reported, i) => ({ ...month(reported, 60, 37), month: `2023-0${i + 1}` }));
    const rows = release(resultOf(delay, [...year, month(7, 60, 37)])).rows;
    expect(rows.map(({ reported }) => reported)).toEqual([8, { withheld: '<5' }, hidden, 9, 7]);
    expect(rows[2]).toMatchObject({ reported_share: 0.62, nowcast: hidden });
    const two = year.map((row, i) => (i === 0 ? { ...row, reported: 2 } : row));
    expect(release(resultOf(delay, two)).rows.map(({ reported }) => reported)).toEqual([
      { withheld: '<5' },
      { withheld: '<5' },
      6,
      9,
    ]);
  });

  it('is the count alone where there are no two vintages', () => {
    const none = {
      followed: null,
      known: null,
      reported_share: null,
      reported_low: null,
      reported_high: null,
    };
    const row = { ...month(9, 9, 9), ...none, nowcast: null, nowcast_low: null, nowcast_high: null };
    expect(released(row)).toMatchObject(row);
    expect(released({ ...row, reported: 2 })).toMatchObject({ ...row, reported: { withheld: '<5' } });
  });

  it('never gives away how many report late where they are few', () => {
    const count = fc.integer({ min: 0, max: 80 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 4 }), (reported, known, late) => {
        const row = released(month(reported, known + late, known));
        const numbers = [
          'followed',
          'known',
          'reported_share',
          'reported_low',
          'reported_high',
          'nowcast',
          'nowcast_low',
          'nowcast_high',
        ];
        expect(numbers.filter((name) => typeof row[name] === 'number')).toEqual([]);
      }),
    );
  });
});
