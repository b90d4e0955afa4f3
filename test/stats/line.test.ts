import { describe, expect, it } from 'vitest';
import { percentileInterval, sidedPValue, weightedLine } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const pay = [120_000, 150_000, 95_000, 180_000, 133_000, 142_000].map(Math.log);
const values = [0.4, 0.9, -0.7, 1.1, -0.2, 0.35];
const moves = [40, 12, 55, 8, 21, 33];

describe('weightedLine(x, y, weights)', () => {
  it('is that of lm in R 4.2.2', () => {
    const line = weightedLine(pay, values, moves);
    expectClose(line?.intercept ?? null, -31.717840151352885, 1e-11);
    expectClose(line?.slope ?? null, 2.7131983980994878, 1e-11);
    expectClose(line?.explained ?? null, 0.7766522818269682, 1e-11);
    const residuals = [
      0.3863146665244952, 0.28088194055255239, -0.079841893477592879, -0.013792615279804283,
      -0.4927578268832154, -0.12041243998657171,
    ];
    for (const [i, wanted] of residuals.entries()) expect(line?.residuals[i]).toBeCloseTo(wanted, 11);
  });

  it('is none through fewer than three points, or points one above the other', () => {
    expect(weightedLine([1, 2], [1, 2], [1, 1])).toBeNull();
    expect(weightedLine([11.5, 11.5, 11.5], [1, 2, 3], [1, 1, 1])).toBeNull();
  });

  it('explains all where y does not vary', () => {
    expect(weightedLine([1, 2, 3], [4, 4, 4], [1, 2, 1])).toMatchObject({ slope: 0, explained: 1 });
  });
});

describe('percentileInterval(draws)', () => {
  it('has the ends of quantile in R', () => {
    const draws = [3, 1, 4, 1.5, 9, 2.6, 5, 3.5, 8, 9.7].flatMap((draw) => Array<number>(5).fill(draw));
    expect(percentileInterval(draws, 0.95)).toEqual({ low: 1, high: 9.7 });
    const spread = Array.from({ length: 101 }, (_, i) => i);
    const { low, high } = percentileInterval(spread) ?? { low: 0, high: 0 };
    expect([low, high].map((end) => end.toFixed(9))).toEqual(['2.500000000', '97.500000000']);
  });

  it('is none of few draws', () => {
    expect(percentileInterval([1, 2, 3])).toBeNull();
    expect(sidedPValue([1, 2, 3])).toBeNull();
  });
});

describe('sidedPValue(draws)', () => {
  it('is small where all draws lie on one side, and never 0', () => {
    expect(sidedPValue(Array<number>(500).fill(1))).toBe(2 / 501);
  });

  it('is 1 where as many lie on either side', () => {
    expect(sidedPValue(Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? -1 : 1)))).toBe(1);
  });
});
