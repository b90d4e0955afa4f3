import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logBeta, logGamma } from '../../src/stats/index.js';
import { expectClose } from './close.js';

describe('logGamma(x)', () => {
  it('is the logarithm of a factorial at whole numbers', () => {
    expectClose(logGamma(11), Math.log(3628800), 1e-15);
    expect(Math.abs(logGamma(1))).toBeLessThan(2e-15);
    expect(Math.abs(logGamma(2))).toBeLessThan(2e-15);
  });

  it('obeys its recurrence', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (x) => {
        const scale = Math.max(1, Math.abs(logGamma(x)));
        expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) / scale).toBeLessThan(1e-14);
      }),
    );
  });

  it('agrees with mpmath 1.3.0', () => {
    const golden: [number, number][] = [
      [1e-5, 11.512919692895826],
      [0.3, 1.0957979948180756],
      [1.5, -0.12078223763524522],
      [7.25, 7.0521854507385395],
      [171.5, 709.1431630309282],
      [1e6, 12815504.569147611],
    ];
    for (const [x, value] of golden) expectClose(logGamma(x), value, 1e-14);
  });

  it('refuses 0 and less', () => {
    expect(() => logGamma(0)).toThrow('invalid argument of logGamma: 0; give a finite number above 0');
  });
});

describe('logBeta(a, b)', () => {
  it('agrees with mpmath 1.3.0, where log gammas of the size of millions cancel', () => {
    const golden: [number, number, number][] = [
      [0.5, 0.5, 1.1447298858494002],
      [3, 7, -5.529429087511423],
      [1e6, 1e6, -1386300.003362921],
      [1e9, 0.5, -9.789267975423506],
      [1000.5, 9e5, -7808.88629124856],
    ];
    for (const [a, b, value] of golden) {
      expectClose(logBeta(a, b), value, 1e-14);
      expect(logBeta(b, a)).toBe(logBeta(a, b));
    }
  });
});
