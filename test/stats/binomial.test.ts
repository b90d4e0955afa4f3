import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialPValue, clopperPearson } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const counts = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
  .map(([x, rest]) => [x, x + rest] as const);

describe('clopperPearson(successes, trials)', () => {
  it('leaves the other limit at half of 1 - level where nobody or everybody succeeds', () => {
    const none = clopperPearson(0, 10);
    expect(none.low).toBe(0);
    expectClose(none.high, 1 - 0.025 ** 0.1, 1e-14);
    const all = clopperPearson(10, 10);
    expectClose(all.low, 0.025 ** 0.1, 1e-14);
    expect(all.high).toBe(1);
  });

  it('excludes nothing without trials', () => {
    expect(clopperPearson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('takes the fractions of an effective sample size', () => {
    const { low, high } = clopperPearson(6.3, 18.9);
    expect(low).toBeGreaterThan(clopperPearson(6, 19).low);
    expect(high).toBeLessThan(clopperPearson(7, 19).high);
  });

  it('holds the estimate, mirrors, and widens with the level', () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const { low, high } = clopperPearson(x, n);
        if (n > 0) expect(low <= x / n && x / n <= high).toBe(true);
        const mirrored = clopperPearson(n - x, n);
        expect(1 - mirrored.high).toBeCloseTo(low, 13);
        const wider = clopperPearson(x, n, 0.99);
        expect(wider.low <= low && high <= wider.high).toBe(true);
      }),
    );
  });

  it('agrees with R 4.2.2, binom.test', () => {
    const golden: [number, number, number, number][] = [
      [53, 58, 0.8101740415377491, 0.971413954633483],
      [1, 1e6, 2.531780766379421e-8, 5.571630655172237e-6],
      [999999, 1e6, 0.9999944283693448, 0.9999999746821924],
      [5e5, 1e6, 0.49901951919531184, 0.5009804808046882],
      [7, 20, 0.15390920478454115, 0.5921885345328282],
      [12, 34567, 0.00017939091111094212, 0.0006063259146543206],
    ];
    for (const [x, n, low, high] of golden) {
      const found = clopperPearson(x, n);
      expectClose(found.low, low, 1e-12);
      expectClose(found.high, high, 1e-12);
    }
  });

  it('refuses more successes than trials and a level in percent', () => {
    expect(() => clopperPearson(3, 2)).toThrow('invalid successes: 3; give a number from 0 to the 2 trials');
    expect(() => clopperPearson(1, 2, 95)).toThrow('invalid level: 95; give a number between 0 and 1');
  });
});

describe('binomialPValue(x, n, p)', () => {
  it('is twice the smaller tail, and 1 at the middle', () => {
    expectClose(binomialPValue(7, 7, 0.5), 2 / 128, 1e-14);
    expect(binomialPValue(5, 10, 0.5)).toBe(1);
    expect(binomialPValue(0, 0, 0.5)).toBe(1);
  });

  it('falls below 0.05 exactly where the 95 % interval leaves p out', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([x, n], p) => {
        const { low, high } = clopperPearson(x, n);
        fc.pre(Math.abs(low / p - 1) > 1e-9 && Math.abs(high / p - 1) > 1e-9);
        expect(binomialPValue(x, n, p) < 0.05).toBe(p < low || p > high);
      }),
    );
  });

  it('agrees with R 4.2.2, pbinom', () => {
    expectClose(binomialPValue(53, 58, 0.5), 3.496476719266898e-11, 1e-13);
    expectClose(binomialPValue(3, 10, 0.2), 0.6444009472000005, 1e-13);
    expectClose(binomialPValue(120, 1000, 0.1), 0.04399228993158877, 1e-13);
    expectClose(binomialPValue(2, 12, 17877 / 37877), 0.06055644843367561, 1e-13);
  });

  it('refuses part of a move', () => {
    expect(() => binomialPValue(1.5, 3, 0.5)).toThrow(
      'invalid successes: 1.5; give a whole number, 0 or more',
    );
  });
});
