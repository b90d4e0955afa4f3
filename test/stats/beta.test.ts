import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile, betaUpper, betaUpperQuantile } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const shape = fc.integer({ min: 1, max: 40 }).chain((size) => fc.constant((size * size * size) / 8));
const probability = fc.double({ min: 1e-9, max: 0.999, noNaN: true });

describe('betaCdf(x, a, b)', () => {
  it('is x itself for shapes of 1, and a power where one shape is 1', () => {
    expectClose(betaCdf(0.3, 1, 1), 0.3, 1e-15);
    expectClose(betaCdf(0.3, 4, 1), 0.3 ** 4, 1e-15);
    expectClose(betaUpper(0.3, 1, 4), 0.7 ** 4, 1e-15);
  });

  it('is 0 at 0 and 1 at 1', () => {
    expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaUpper(0, 2, 3), betaUpper(1, 2, 3)]).toEqual([
      0, 1, 1, 0,
    ]);
  });

  it('rises with x, and its tails sum to 1', () => {
    fc.assert(
      fc.property(shape, shape, probability, probability, (a, b, x, y) => {
        expect(betaCdf(x, a, b) + betaUpper(x, a, b)).toBeCloseTo(1, 13);
        expect(betaCdf(Math.min(x, y), a, b)).toBeLessThanOrEqual(
          betaCdf(Math.max(x, y), a, b) * (1 + 1e-12),
        );
      }),
    );
  });

  it('refuses an x outside 0 to 1 and a shape of 0', () => {
    expect(() => betaCdf(1.5, 1, 1)).toThrow('invalid x: 1.5; give a number from 0 to 1');
    expect(() => betaCdf(0.5, 0, 1)).toThrow('invalid shape of the beta distribution: 0; give a finite');
  });
});

describe('betaQuantile(p, a, b)', () => {
  it('is where the distribution reaches p', () => {
    fc.assert(
      fc.property(shape, shape, probability, (a, b, p) => {
        const below = betaQuantile(p, a, b);
        fc.pre(below > 1e-300 && below < 1 - 1e-3);
        expectClose(betaCdf(below, a, b), p, 1e-10);
        const above = betaUpperQuantile(p, a, b);
        fc.pre(above > 1e-300 && above < 1 - 1e-3);
        expectClose(betaUpper(above, a, b), p, 1e-10);
      }),
    );
  });

  it('rises with p', () => {
    fc.assert(
      fc.property(shape, shape, probability, probability, (a, b, p, q) => {
        const low = betaQuantile(Math.min(p, q), a, b);
        expect(low).toBeLessThanOrEqual(betaQuantile(Math.max(p, q), a, b) * (1 + 1e-13));
      }),
    );
  });

  it('gives 0 where the answer is below the smallest double', () => {
    expect(betaQuantile(0.025, 0.001, 3)).toBe(0);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), betaUpperQuantile(0, 2, 3)]).toEqual([0, 1, 1]);
  });

  it('agrees with mpmath 1.3.0 and R 4.2.2', () => {
    const golden: [number, number, number, number][] = [
      [0.975, 1000.5, 9e5, 0.0011802436120562187],
      [0.025, 0.5, 100.5, 4.898073104397485e-6],
      [0.025, 1, 1, 0.025],
      [0.025, 2, 1, 0.15811388300841897],
      [0.025, 5, 6, 0.18708602844739852],
      [0.975, 53, 6, 0.9610791680776357],
      [0.025, 53, 6, 0.8101740415377491],
      [0.975, 83, 10, 0.9466300605430694],
      [0.025, 82, 11, 0.8091766667328897],
      [0.5, 0.5, 0.5, 0.5],
      [0.975, 0.5, 100.5, 0.024745270015269893],
      [1e-15, 3, 7, 2.283363522596007e-6],
      [1e-100, 3, 7, 1.0598398329483264e-34],
      [1e-290, 2, 50, 2.80056016805602e-147],
      [0.025, 12, 34556, 0.00017939091111094212],
      [0.975, 13, 34555, 0.0006063259146543205],
      [0.01, 200, 300, 0.3497330112455415],
      [0.99, 201, 299, 0.4534725211120423],
      [0.001, 1000, 9000, 0.09095874056891502],
      [0.025, 1, 1e6, 2.5317807663794178e-8],
      [0.975, 1, 1e6, 3.688872650206488e-6],
      [0.025, 7, 999994, 2.8143675343022195e-6],
      [1e-10, 40, 2, 0.5216777905643855],
      [0.3, 100.5, 0.5, 0.9946567718098769],
      [0.025, 5e5, 500001, 0.49901951919531184],
      [0.975, 500001, 5e5, 0.5009804808046882],
    ];
    for (const [p, a, b, x] of golden) expectClose(betaQuantile(p, a, b), x, 1e-13);
  });
});
