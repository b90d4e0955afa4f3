import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOfGap, formatMonth, parseDate, parseMonth } from '../../src/records/index.js';

const january = (year: number): number => year * 12 + 1;

describe('parseDate(text)', () => {
  it.each([
    ['2019', '2019-01-01', '2019-12-31', 'year', january(2019), january(2019) + 11, january(2019) + 6],
    ['2019-05', '2019-05-01', '2019-05-31', 'month', january(2019) + 4, january(2019) + 4, january(2019) + 4],
    [
      '2019-12-31',
      '2019-12-31',
      '2019-12-31',
      'day',
      january(2019) + 11,
      january(2019) + 11,
      january(2019) + 11,
    ],
    [
      '2024-02-29',
      '2024-02-29',
      '2024-02-29',
      'day',
      january(2024) + 1,
      january(2024) + 1,
      january(2024) + 1,
    ],
    ['1900', '1900-01-01', '1900-12-31', 'year', january(1900), january(1900) + 11, january(1900) + 6],
    [
      '2200-12',
      '2200-12-01',
      '2200-12-31',
      'month',
      january(2200) + 11,
      january(2200) + 11,
      january(2200) + 11,
    ],
    [
      '2019-03-05/2019-04-02',
      '2019-03-05',
      '2019-04-02',
      'interval',
      january(2019) + 2,
      january(2019) + 3,
      january(2019) + 3,
    ],
    [
      '2019-03/2020',
      '2019-03-01',
      '2020-12-31',
      'interval',
      january(2019) + 2,
      january(2020) + 11,
      january(2019) + 13,
    ],
    [
      '2019-05-17/2019-05-17',
      '2019-05-17',
      '2019-05-17',
      'day',
      january(2019) + 4,
      january(2019) + 4,
      january(2019) + 4,
    ],
  ])('reads %s as an interval', (text, earliest, latest, precision, first, last, month) => {
    expect(parseDate(text)).toEqual({ earliest, latest, precision, first, last, month });
  });

  it('leaves a year with ~ 24 months either way of its July', () => {
    const date = parseDate('2018~');
    expect(date).toMatchObject({ earliest: '2016-07-01', precision: 'multi-year', month: january(2018) + 6 });
    expect([date?.first, date?.last]).toEqual([january(2018) + 6 - 24, january(2018) + 6 + 24]);
  });

  it.each([
    '',
    ' 2019',
    '2019-1',
    '2019-00',
    '2019-13',
    '2019-02-29',
    '1900-02-29',
    '2019-04-31',
    '2019-05-00',
    '1899',
    '2201',
    '19',
    '20190',
    '2019-05-17T00:00',
    '2019/05/17',
    '17.05.2019',
    '2019-05~',
    '?',
    'today',
    '２０１９',
    '2019\n',
    '2019/2018',
    '2019/',
    '/2019',
    '2019/2020/2021',
    '2019//2020',
  ])('reads %j as no date', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('reads every day of the calendar and no other', () => {
    const parts = fc.tuple(fc.integer({ min: 1900, max: 2200 }), fc.nat({ max: 14 }), fc.nat({ max: 33 }));
    const property = fc.property(parts, ([year, month, day]) => {
      const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
      const date = new Date(`${text}T00:00:00Z`);
      const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
      expect(parseDate(text)?.earliest ?? null).toBe(real ? text : null);
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it('keeps the point between first and last', () => {
    const texts = fc.oneof(
      fc.integer({ min: 1902, max: 2198 }).map((year) => `${year}`),
      fc.integer({ min: 1902, max: 2198 }).map((year) => `${year}~`),
      fc.integer({ min: 1902, max: 2198 }).map((year) => `${year}-07`),
    );
    const property = fc.property(texts, (text) => {
      const date = parseDate(text)!;
      expect(date.first).toBeLessThanOrEqual(date.month);
      expect(date.month).toBeLessThanOrEqual(date.last);
      expect(formatMonth(date.first)).toBe(date.earliest.slice(0, 7));
    });
    fc.assert(property);
  });
});

describe('parseMonth(text, end)', () => {
  it('takes a year as its first or last month, a month as itself', () => {
    expect(parseMonth('2021', 'first')).toBe(january(2021));
    expect(parseMonth('2021', 'last')).toBe(january(2021) + 11);
    expect(parseMonth('2021-05', 'first')).toBe(january(2021) + 4);
    expect(parseMonth('2021-05', 'last')).toBe(january(2021) + 4);
  });

  it.each(['2021-05-17', '2021~', '2021-13', '', 'May 2021'])('takes %j as no month', (text) => {
    expect(parseMonth(text, 'first')).toBeNull();
  });
});

describe('formatMonth(month)', () => {
  it('is what parseMonth reads', () => {
    const property = fc.property(fc.integer({ min: january(1900), max: january(2200) + 11 }), (month) => {
      expect(parseMonth(formatMonth(month), 'first')).toBe(month);
    });
    fc.assert(property);
  });
});

describe('classOfGap(gap)', () => {
  it.each([
    [-3, 'direct'],
    [0, 'direct'],
    [1, 'direct'],
    [2, 'short break'],
    [3, 'short break'],
    [4, 'long break'],
  ] as const)('calls %d months %s', (gap, words) => {
    expect(classOfGap(gap)).toBe(words);
  });
});
