import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, type Question } from '../../src/ask.js';
import { demand } from '../../src/measures/index.js';
import { release } from '../../src/release/index.js';
import { hiringlab } from '../../src/sources/hiringlab.js';
import { studentQuantile } from '../../src/stats/index.js';
import { openWarehouse, type Warehouse } from '../../src/warehouse/index.js';
import { loadInto } from '../sources/loading.js';

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse(':memory:', { mode: 'write' });
});
afterEach(() => warehouse.close());

const load = (files: Readonly<Record<string, string>>) =>
  loadInto(warehouse, hiringlab, files, { observedUntil: undefined });
const asked = (parameters: Question['parameters'] = {}) =>
  ask({ warehouse, known: async () => ({ registry: [], peers: [] }) }, demand, { parameters });

/** A file of shares: `US 2024-01 2 3` gives that country the values on the first days of the month. */
const shares = (...lines: readonly string[]): string =>
  ['date,jobcountry,AI_share_postings', ...lines.flatMap((line) => daysOf(line, (value) => value))].join(
    '\n',
  );

/** A file of indices: total as given, the others 10 more each. */
const indices = (...lines: readonly string[]): string =>
  [
    'date,jobcountry,indeed_job_postings_index_SA,indeed_job_postings_index_NSA,variable',
    ...lines.flatMap((line) => [
      ...daysOf(line, (value) => `${value},${value + 10},total postings`),
      ...daysOf(line, (value) => `${value + 20},${value + 30},new postings`),
    ]),
  ].join('\n');

function daysOf(line: string, cells: (value: number) => string | number): string[] {
  const [country = '', month = '', ...values] = line.split(' ');
  return values.map(
    (value, i) => `${month}-${String(i + 1).padStart(2, '0')},${country},${cells(Number(value))}`,
  );
}

/** Every day of a month at one value. */
function month(country: string, name: string, value: number): string {
  const [year = 0, nth = 0] = name.split('-').map(Number);
  const days = new Date(Date.UTC(year, nth, 0)).getUTCDate();
  return [country, name, ...Array.from({ length: days }, () => String(value))].join(' ');
}

const year = (country: string, values: readonly number[]): string[] =>
  values.map((value, i) => month(country, `2024-${String(i + 1).padStart(2, '0')}`, value));

describe('demand(window)', () => {
  it('gives the mean of the days of each month, by country, with the days it rests on', async () => {
    await load({
      'AI_posting.csv': shares('US 2024-01 2 3 2.5', 'FR 2024-01 1 2', month('US', '2024-02', 4)),
      'aggregate_US.csv': indices('US 2024-02 110 111'),
    });
    const { rows, columns, data } = await asked();
    expect(rows).toEqual([
      {
        country: 'FR',
        month: '2024-01',
        ai_share: 1.5,
        index: null,
        ai_share_days: 2,
        index_days: 0,
        partial: true,
      },
      {
        country: 'US',
        month: '2024-01',
        ai_share: 2.5,
        index: null,
        ai_share_days: 3,
        index_days: 0,
        partial: true,
      },
      {
        country: 'US',
        month: '2024-02',
        ai_share: 4,
        index: 110.5,
        ai_share_days: 29,
        index_days: 2,
        partial: true,
      },
    ]);
    expect(columns.map((c) => c.name)).toEqual([
      'country',
      'month',
      'ai_share',
      'index',
      'ai_share_days',
      'index_days',
      'partial',
    ]);
    expect(data).toMatchObject({
      sources: ['hiringlab'],
      observedUntil: '2024-02-29',
      population: '',
      simulated: false,
    });
  });

  it('flags no month of which every day is there, leap day included', async () => {
    await load({ 'a.csv': shares(month('US', '2024-02', 4)) });
    const { rows, notes } = await asked({ series: ['ai_share'] });
    expect(rows).toEqual([
      { country: 'US', month: '2024-02', ai_share: 4, ai_share_days: 29, partial: false },
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['not_adjusted']);
  });

  it('keeps to the window, both ends included, and to the countries, in any case', async () => {
    await load({
      'a.csv': shares(
        'US 2023-12 1',
        'US 2024-01 2',
        'US 2024-02 3',
        'US 2024-03 4',
        'FR 2024-01 5',
        'GB 2024-01 6',
      ),
    });
    const parameters = { since: '2024-01', until: '2024-02', country: ['us', 'FR', 'DE'] };
    const { rows, notes } = await asked(parameters);
    expect(rows.map((row) => `${row.country} ${row.month} ${row.ai_share}`)).toEqual([
      'FR 2024-01 5',
      'US 2024-01 2',
      'US 2024-02 3',
    ]);
    expect(notes.find(({ code }) => code === 'no_country')?.en).toContain('DE');
    await expect(asked({ country: ['USA'] })).rejects.toThrow(
      'invalid country: ["USA"] (demand); write codes of two letters',
    );
    await expect(asked({ since: '2024-02', until: '2024-01' })).rejects.toThrow('window runs backwards');
    await expect(asked({ level: 'group' })).rejects.toThrow('invalid level');
  });

  it.each([
    ['total', 100],
    ['total_unadjusted', 110],
    ['new', 120],
    ['new_unadjusted', 130],
  ])('takes the index %s', async (index, value) => {
    await load({ 'a.csv': indices('US 2024-01 100') });
    expect((await asked({ index, series: ['index'] })).rows[0]).toMatchObject({ index: value });
  });

  it('takes a day from the file that observes longest, and from an older file what only that has', async () => {
    await load({ 'new.csv': shares('US 2024-01 3 3 3') });
    await load({ 'old.csv': shares('US 2023-12 1', 'US 2024-01 2 2') });
    expect((await asked()).rows.map((row) => [row.month, row.ai_share])).toEqual([
      ['2023-12', 1],
      ['2024-01', 3],
    ]);
  });
});

describe('demand(window, series)', () => {
  it('multiplies the share by the unadjusted index, day by day, where both are there', async () => {
    await load({
      'a.csv': shares('US 2024-01 2 4 5', 'FR 2024-01 1'),
      'b.csv': indices('US 2024-01 90 190'),
    });
    const { rows, notes } = await asked({ series: ['ai_postings'] });
    // 2 % of 100 and 4 % of 200; the third day has no index.
    expect(rows).toEqual([
      { country: 'US', month: '2024-01', ai_postings: 5, ai_postings_days: 2, partial: true },
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['partial', 'share_of_index']);
    const all = await asked({ series: ['ai_postings', 'index', 'ai_share'] });
    expect(all.rows.map((row) => [row.country, row.ai_share, row.index, row.ai_postings])).toEqual([
      ['FR', 1, null, null],
      ['US', 11 / 3, 140, 5],
    ]);
  });

  it('falls where a share rises and all postings fall faster', async () => {
    await load({
      'a.csv': shares(...year('US', [2, 2.1, 2.2, 2.3])),
      'b.csv': indices(...year('US', [100, 90, 80, 70])),
    });
    const { rows } = await asked({ change: true, series: ['ai_share', 'ai_postings'] });
    expect(rows.map((row) => [row.series, Math.sign(Number(row.change))])).toEqual([
      ['ai_share', 1],
      ['ai_postings', -1],
    ]);
  });
});

describe('demand(window, change)', () => {
  it('compares the last month with the first, with limits from how far months lie from their neighbours', async () => {
    await load({ 'a.csv': shares(...year('US', [10, 11, 10, 11])) });
    const { rows, columns } = await asked({ change: true, series: ['ai_share'] });
    // Pseudo-residuals -1 and 1, as in the test of changeOver.
    const half = studentQuantile(0.975, 18 / 13) * Math.sqrt(4 / 3);
    expect(rows).toEqual([
      {
        country: 'US',
        series: 'ai_share',
        first_month: '2024-01',
        last_month: '2024-04',
        first: 10,
        last: 11,
        change: 1,
        low: expect.closeTo(1 - half, 9),
        high: expect.closeTo(1 + half, 9),
        change_percent: 10,
        low_percent: expect.closeTo(10 * (1 - half), 9),
        high_percent: expect.closeTo(10 * (1 + half), 9),
        noise: expect.closeTo(Math.sqrt(2 / 3), 9),
      },
    ]);
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(rows[0] ?? {}));
  });

  it('has a row for each country and series, the share before the index', async () => {
    await load({
      'a.csv': shares(...year('US', [2, 3, 2, 3]), ...year('FR', [1, 1, 1, 1])),
      'b.csv': indices(...year('US', [120, 118, 115, 110])),
    });
    const { rows } = await asked({ change: true });
    expect(rows.map((row) => `${row.country} ${row.series} ${row.change}`)).toEqual([
      'FR ai_share 0',
      'US ai_share 1',
      'US index -10',
    ]);
    expect(Number(rows[2]?.high)).toBeLessThan(0);
  });

  it('leaves out partial months at the ends, and keeps one inside', async () => {
    await load({
      'a.csv': shares(
        'US 2023-12 9',
        ...year('US', [2, 3]),
        'US 2024-03 4',
        month('US', '2024-04', 5),
        'US 2024-05 9 9',
      ),
    });
    const { rows, notes } = await asked({ change: true, series: ['ai_share'] });
    expect(rows).toMatchObject([
      { first_month: '2024-01', last_month: '2024-04', change: 3, low: 3, high: 3 },
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['partial', 'not_adjusted']);
  });

  it('gives no limits over three months, nor over a month that is not there, and no row for one month', async () => {
    await load({
      'a.csv': shares(
        ...year('US', [2, 3, 4]),
        ...year('FR', [2, 3, 4, 5, 6]).filter((line) => !line.includes('2024-03')),
        month('GB', '2024-01', 2),
      ),
    });
    const { rows, notes } = await asked({ change: true, series: ['ai_share'] });
    expect(rows.map((row) => [row.country, row.change, row.low, row.high_percent])).toEqual([
      ['FR', 4, null, null],
      ['US', 2, null, null],
    ]);
    expect(notes.find(({ code }) => code === 'no_interval')?.en).toContain('FR, GB, US');
  });

  it('gives no per cent of nothing', async () => {
    await load({ 'a.csv': shares(...year('US', [0, 1, 2, 3])) });
    expect((await asked({ change: true, series: ['ai_share'] })).rows[0]).toMatchObject({
      change: 3,
      change_percent: null,
      low_percent: null,
    });
  });

  it('adds up: the change of a window is that of its parts, whatever the order of the rows', async () => {
    const value = fc.integer({ min: 0, max: 100 });
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 8, maxLength: 8 }), fc.nat(), async (values, seed) => {
        const [head, ...days] = shares(...year('US', values)).split('\n');
        const turned = days.map((_, i) => days[(i * 7 + seed) % days.length]);
        await load({ 'a.csv': [head, ...(days.length % 7 === 0 ? days : turned)].join('\n') });
        const change = async (since: string, until: string) =>
          Number((await asked({ change: true, series: ['ai_share'], since, until })).rows[0]?.change);
        const parts = (await change('2024-01', '2024-04')) + (await change('2024-04', '2024-08'));
        expect(await change('2024-01', '2024-08')).toBeCloseTo(parts, 9);
        expect(parts).toBeCloseTo((values[7] ?? 0) - (values[0] ?? 0), 9);
      }),
      { numRuns: 5 },
    );
  });
});

describe('release(demand)', () => {
  it('shows it as it is: it tells of nobody', async () => {
    await load({ 'a.csv': shares(...year('US', [2, 3, 2, 3])) });
    for (const parameters of [{}, { change: true }]) {
      const result = await asked(parameters);
      expect(release(result, 5)).toMatchObject({ rows: result.rows, columns: result.columns, withheld: 0 });
    }
  });
});
