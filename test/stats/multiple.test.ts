import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const pValue = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));

describe('benjaminiHochberg(pValues)', () => {
  it('keeps nulls in their place and does not count them', () => {
    const found = benjaminiHochberg([0.01, null, 0.04, 0.03, 0.005, 0.03]);
    expect(found[1]).toBeNull();
    expect(found.map((q) => q?.toFixed(4))).toEqual([
      '0.0250',
      undefined,
      '0.0400',
      '0.0375',
      '0.0250',
      '0.0375',
    ]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it('lies between the p-value and 1, in the order of the p-values', () => {
    fc.assert(
      fc.property(fc.array(pValue), (pValues) => {
        const found = benjaminiHochberg(pValues);
        pValues.forEach((p, i) => {
          const q = found[i] ?? null;
          expect(q === null).toBe(p === null);
          if (p === null || q === null) return;
          expect(q >= p * (1 - 1e-15) && q <= 1).toBe(true);
          pValues.forEach((other, j) => {
            if (other !== null && other >= p) expect(found[j]).toBeGreaterThanOrEqual(q);
          });
        });
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.array(pValue), (pValues) => {
        expect(benjaminiHochberg([...pValues].reverse())).toEqual(benjaminiHochberg(pValues).reverse());
      }),
    );
  });

  it('agrees with R 4.2.2, p.adjust', () => {
    const found = benjaminiHochberg([
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.384, 0.569, 0.986,
    ]);
    const golden = [
      0.011, 0.044, 0.09240000000000001, 0.09240000000000001, 0.09240000000000001, 0.10999999999999999,
      0.11628571428571428, 0.281875, 0.4693333333333334, 0.6259, 0.986,
    ];
    golden.forEach((q, i) => {
      expectClose(found[i] ?? null, q, 1e-14);
    });
  });

  it('refuses a p-value above 1', () => {
    expect(() => benjaminiHochberg([0.5, 2])).toThrow('invalid p-value: 2; give a number from 0 to 1');
  });
});
