import { describe, expect, it } from 'vitest';
import { type Alarms, type Calibrated, calibrate } from '../bench/calibrate/calibrate.js';
import { tally } from '../bench/calibrate/tally.js';
import { type Chances, truthOf, valuesOf } from '../bench/calibrate/truth.js';
import * as mercato from '../src/index.js';

/** Two firms whose people come in the first month and leave for no job. */
const leaving: Chances = {
  firms: ['Alder', 'Birch'],
  hazards: [0.02, 0.01],
  destinations: [
    [0, 0.25, 0.75],
    [0.5, 0, 0.5],
  ],
  gaps: [1],
  shortestBreak: 4,
  entries: [0.5, 0.5],
  early: 1,
  returning: 0,
  last: 60,
};

describe('the true values of a world', () => {
  it('follow from the chances where nobody comes back', () => {
    const alone = {
      ...leaving,
      destinations: [
        [0, 0.25, 0.75],
        [0, 0, 1],
      ],
    };
    const { D1, D3, rate_ratio } = truthOf({ ...alone }, 24);
    expect(D1).toBeCloseTo(0.98 ** 24, 14);
    expect(D3).toBeCloseTo(0.98 ** 24, 14);
    expect(rate_ratio).toBe(Number.POSITIVE_INFINITY);
  });

  it('divide those who leave by where they go', () => {
    expect(truthOf(leaving, 24).incidence).toBeCloseTo(0.25 * (1 - 0.98 ** 24), 14);
  });

  it('count those who come back among the staff, and not among the cohort', () => {
    const { D1, D3 } = truthOf(leaving, 2);
    expect(D1).toBeCloseTo(0.98 ** 2, 14);
    // Who leaves for Birch in the first month is back a month later with a chance of half a percent.
    expect(D3).toBeCloseTo(0.98 ** 2 + 0.02 * 0.25 * 0.01 * 0.5, 14);
  });

  it('let moves arrive by the last month only', () => {
    const { ratio } = truthOf({ ...leaving, last: 1, gaps: [0.5, 0.5] }, 24);
    expect(ratio).toBeCloseTo((0.02 * 0.25) / (0.01 * 0.5), 14);
  });

  it('of two firms lie the logarithm of their flow ratio apart, with mean 0 over moves', () => {
    const values = valuesOf(leaving);
    const [first = 0, second = 0] = values;
    expect(second - first).toBeCloseTo(Math.log(truthOf(leaving, 24).ratio), 12);
    expect(first + second).toBeCloseTo(0, 12);
  });

  it('weigh recent hires by the months since they joined', () => {
    const { D2 } = truthOf(
      {
        ...leaving,
        early: 0,
        destinations: [
          [0, 0, 1],
          [0, 0, 1],
        ],
      },
      3,
    );
    expect(D2).toBeCloseTo((0.98 ** 3 + 0.98 ** 2 + 0.98) / 3, 14);
  });
});

describe('a tally', () => {
  it('counts what holds, what lies below and above, and nothing where no interval is printed', () => {
    const { counts, add } = tally();
    add({ low: 1, high: 3 }, 2);
    add({ low: 1, high: 3 }, 0.5);
    add({ low: 1, high: 3 }, 4);
    add({ low: 1, high: null }, 4);
    add({ low: null, high: null }, 4);
    expect(counts).toEqual({ worlds: 5, printed: 4, held: 2, below: 1, above: 1 });
  });
});

const intervals = (rows: readonly (Calibrated | Alarms)[]) =>
  rows.filter((row): row is Calibrated => 'interval' in row);

describe('calibration', () => {
  it('finds what is true in 95 % intervals of loaded careers', async () => {
    const worlds = 40;
    const rows = intervals(await calibrate(mercato, 'careers', { worlds, people: 400, seed: 1 }));
    expect(rows.map(({ interval }) => interval)).toEqual([
      'ratio',
      'rate_ratio',
      'D1',
      'D2',
      'D3',
      'incidence',
    ]);
    for (const { interval, printed, below, above } of rows) {
      expect(printed, interval).toBeGreaterThan(0.9 * worlds);
      // Of 40 intervals of 95 %, more than 7 miss in fewer than one run of a thousand, and so do more than 5 on one side.
      expect(below + above, interval).toBeLessThanOrEqual(7);
      expect(Math.max(below, above), interval).toBeLessThanOrEqual(5);
    }
  }, 240_000);

  it('finds effects in the intervals of studies, and few that are not there', async () => {
    const rows = await calibrate(mercato, 'study', { worlds: 16, people: 900, seed: 1 });
    const [study] = intervals(rows);
    expect(study).toMatchObject({ interval: 'study', worlds: 4, printed: 4 });
    // Of 4 intervals more than 2 miss in fewer than one run of a thousand; both of 2 events that change nothing are found in three.
    expect(study?.held).toBeGreaterThanOrEqual(2);
    const alarms = rows.find((row): row is Alarms => 'alarms' in row);
    expect(alarms).toMatchObject({ alarms: 'study', worlds: 2, printed: 2 });
    expect(alarms?.count).toBeLessThanOrEqual(1);
  }, 240_000);

  it('finds values and ranks in the intervals of draws', async () => {
    const rows = intervals(await calibrate(mercato, 'ranking', { worlds: 24, people: 700, seed: 1 }));
    expect(rows.map(({ interval, printed }) => [interval, printed])).toEqual([
      ['ranking', 6],
      ['rank', 6],
    ]);
    // Of 6 intervals more than 2 miss in two runs of a thousand.
    for (const { held } of rows) expect(held).toBeGreaterThanOrEqual(4);
  }, 240_000);

  it('gives the same rows for the same seed', async () => {
    const some = { worlds: 3, people: 200, seed: 5 };
    expect(await calibrate(mercato, 'careers', some)).toEqual(await calibrate(mercato, 'careers', some));
  }, 240_000);
});
