import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaCdf, gammaQuantile, gammaUpper, gammaUpperQuantile } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const shape = fc.double({ min: 0.5, max: 5000, noNaN: true });
const probability = fc.double({ min: 1e-9, max: 0.999, noNaN: true });

describe('gammaCdf(x, shape)', () => {
  it('is exponential for a shape of 1', () => {
    expectClose(gammaCdf(0.3, 1), -Math.expm1(-0.3), 1e-15);
    expectClose(gammaUpper(40, 1), Math.exp(-40), 1e-14);
  });

  it('is 0 at 0 and 1 at infinity', () => {
    const ends = [gammaCdf(0, 2), gammaUpper(0, 2), gammaCdf(Number.POSITIVE_INFINITY, 2)];
    expect(ends).toEqual([0, 1, 1]);
  });

  it('refuses a negative x', () => {
    expect(() => gammaCdf(-1, 2)).toThrow('invalid x: -1; give a number of 0 or more');
  });
});

describe('gammaQuantile(p, shape)', () => {
  it('is where the distribution reaches p', () => {
    fc.assert(
      fc.property(shape, probability, (size, p) => {
        expectClose(gammaCdf(gammaQuantile(p, size), size), p, 1e-10);
        expectClose(gammaUpper(gammaUpperQuantile(p, size), size), p, 1e-10);
      }),
    );
  });

  it('reaches the ends for probabilities of 0 and 1', () => {
    expect([gammaQuantile(0, 3), gammaUpperQuantile(1, 3)]).toEqual([0, 0]);
    expect([gammaQuantile(1, 3), gammaUpperQuantile(0, 3)]).toEqual([Infinity, Infinity]);
  });

  it('agrees with mpmath 1.3.0', () => {
    const golden: [number, number, number][] = [
      [0.975, 1e5, 100620.74164077373],
      [0.025, 1, 0.025317807984289876],
      [0.975, 6, 11.668332079322669],
      [0.025, 100, 81.36399125092314],
      [0.975, 1000, 1062.9211512248878],
      [1e-15, 5, 0.002606302939560587],
      [0.025, 0.5, 0.000491034558587628],
      [0.5, 0.5, 0.2274682115597864],
      [1e-100, 12, 2.4548676404813334e-8],
    ];
    for (const [p, size, x] of golden) expectClose(gammaQuantile(p, size), x, 1e-14);
  });
});
