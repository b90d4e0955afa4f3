import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonInterval, poissonRate } from '../../src/stats/index.js';
import { expectClose } from './close.js';

describe('poissonInterval(count)', () => {
  it('starts at exactly 0 for a count of 0', () => {
    const { low, high } = poissonInterval(0);
    expect(low).toBe(0);
    expectClose(high, -Math.log(0.025), 1e-14);
  });

  it('holds the count and moves up with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (count) => {
        const { low, high } = poissonInterval(count);
        expect(low <= count && count < high).toBe(true);
        const next = poissonInterval(count + 1);
        expect(low < next.low && high < next.high).toBe(true);
      }),
    );
  });

  it('agrees with R 4.2.2, qgamma', () => {
    const golden: [number, number, number][] = [
      [1, 0.025317807984289876, 5.571643390938899],
      [5, 1.6234863901184207, 11.668332079322672],
      [10, 4.7953886961324335, 18.390356042017775],
      [100, 81.36399125092315, 121.62679379242637],
      [12345, 12128.18090789908, 12564.722206913333],
      [1e6, 998040.98334029387, 1001961.9119454322],
    ];
    for (const [count, low, high] of golden) {
      const found = poissonInterval(count);
      expectClose(found.low, low, 1e-13);
      expectClose(found.high, high, 1e-13);
    }
  });

  it('refuses part of an event', () => {
    expect(() => poissonInterval(0.5)).toThrow('invalid count: 0.5; give a whole number, 0 or more');
  });
});

describe('poissonRate(count, exposure)', () => {
  it('divides count and limits by the exposure', () => {
    const { rate, low, high } = poissonRate(10, 1200);
    expectClose(rate, 10 / 1200, 1e-15);
    expectClose(low, 4.7953886961324335 / 1200, 1e-13);
    expectClose(high, 18.390356042017775 / 1200, 1e-13);
  });

  it('has no rate without exposure', () => {
    expect(poissonRate(0, 0)).toEqual({ rate: null, low: null, high: null });
  });

  it('refuses events without exposure', () => {
    expect(() => poissonRate(2, 0)).toThrow('invalid exposure: 0 for 2 events; give a number above 0');
    expect(() => poissonRate(0, Number.NaN)).toThrow('invalid exposure: NaN; give a finite number');
  });
});
