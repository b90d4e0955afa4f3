import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowRatio, rateRatio } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const count = fc.integer({ min: 0, max: 300 });
const some = fc.integer({ min: 1, max: 300 });
const exposure = fc.double({ min: 1, max: 1e5, noNaN: true });
const nothing = { ratio: null, low: null, high: null, pValue: null };

describe('flowRatio(forward, backward)', () => {
  it('gives the published figures their exact 95 % intervals', () => {
    const shown = (forward: number, backward: number) => {
      const { low, high } = flowRatio(forward, backward);
      return `${low?.toFixed(2)}-${high?.toFixed(2)}`;
    };
    expect(shown(53, 5)).toBe('4.27-33.98');
    expect(shown(41, 5)).toBe('3.24-26.59');
    expect(shown(82, 10)).toBe('4.24-17.74');
    expect(shown(2, 1)).toBe('0.10-117.99');
  });

  it('has no ratio and no upper limit where nobody comes back', () => {
    const { ratio, low, high, pValue } = flowRatio(7, 0);
    expect([ratio, high]).toEqual([null, null]);
    const p = 0.025 ** (1 / 7);
    expectClose(low, p / (1 - p), 1e-13);
    expectClose(pValue, 2 / 128, 1e-13);
  });

  it('is 0 with a finite upper limit where nobody goes', () => {
    const { ratio, low, high } = flowRatio(0, 7);
    expect([ratio, low]).toEqual([0, 0]);
    expectClose(high, 1 / (flowRatio(7, 0).low ?? 0), 1e-13);
  });

  it('says nothing where nobody moves', () => {
    expect(flowRatio(0, 0)).toEqual(nothing);
  });

  it('keeps the digits of a lower limit in the hundred thousands', () => {
    const logOfShare = Math.log(0.025) / 1e6;
    expectClose(flowRatio(1e6, 0).low, Math.exp(logOfShare) / -Math.expm1(logOfShare), 1e-13);
  });

  it('inverts when the directions are swapped, and holds its estimate', () => {
    fc.assert(
      fc.property(some, some, (forward, backward) => {
        const there = flowRatio(forward, backward);
        const back = flowRatio(backward, forward);
        expectClose(there.ratio, 1 / (back.ratio ?? 0), 1e-13);
        expectClose(there.low, 1 / (back.high ?? 0), 1e-13);
        expectClose(there.high, 1 / (back.low ?? 0), 1e-13);
        expectClose(there.pValue, back.pValue ?? 0, 1e-11);
        expect((there.low ?? 0) < forward / backward && forward / backward < (there.high ?? 0)).toBe(true);
      }),
    );
  });

  it('excludes 1 exactly where the p-value is below 0.05', () => {
    fc.assert(
      fc.property(count, count, (forward, backward) => {
        fc.pre(forward + backward > 0);
        const { low, high, pValue } = flowRatio(forward, backward);
        const isOut = (low ?? 0) > 1 || (high !== null && high < 1);
        expect(isOut).toBe((pValue ?? 1) < 0.05);
      }),
    );
  });

  it('refuses a negative count', () => {
    expect(() => flowRatio(-1, 2)).toThrow('invalid forward moves: -1; give a whole number, 0 or more');
  });
});

describe('rateRatio(forward, exposureForward, backward, exposureBackward)', () => {
  it('agrees with R 4.2.2, poisson.test', () => {
    const found = rateRatio(2, 17877, 10, 20000);
    expectClose(found.ratio, 0.22375118867818986, 1e-13);
    expectClose(found.low, 0.023837382348776668, 1e-13);
    expectClose(found.high, 1.0499546775959363, 1e-13);
  });

  it('barely fails to exclude 1 at 2 of 17877 against 9 of 16660', () => {
    const { ratio, low, high, pValue } = rateRatio(2, 17877, 9, 16660);
    expect(ratio?.toFixed(10)).toBe('0.2070941557');
    expect(low?.toFixed(8)).toBe('0.02177406');
    expect(high?.toFixed(8)).toBe('1.00054910');
    expect(pValue?.toFixed(5)).toBe('0.05011');
  });

  it('has no rate without exposure', () => {
    expect(rateRatio(0, 0, 5, 100)).toEqual(nothing);
    expect(rateRatio(5, 100, 0, 0)).toEqual(nothing);
    expect(rateRatio(0, -3, 0, 100)).toEqual(nothing);
    expect(rateRatio(0, 100, 0, 100)).toEqual(nothing);
  });

  it('treats empty sides as the flow ratio does', () => {
    const { ratio, low, high } = rateRatio(7, 100, 0, 300);
    expect([ratio, high]).toEqual([null, null]);
    expectClose(low, 3 * (flowRatio(7, 0).low ?? 0), 1e-13);
    expect(rateRatio(0, 100, 7, 300).ratio).toBe(0);
  });

  it('is the flow ratio at equal exposures, and its p-value goes with its interval', () => {
    fc.assert(
      fc.property(some, some, exposure, exposure, (forward, backward, here, there) => {
        expect(rateRatio(forward, here, backward, here)).toEqual(flowRatio(forward, backward));
        const { low, high, pValue } = rateRatio(forward, here, backward, there);
        fc.pre(Math.abs((pValue ?? 1) / 0.05 - 1) > 1e-9);
        expect((low ?? 0) > 1 || (high ?? 0) < 1).toBe((pValue ?? 1) < 0.05);
      }),
    );
  });

  it('refuses moves that start from no exposure', () => {
    expect(() => rateRatio(3, 0, 5, 100)).toThrow('invalid exposure: 0 for 3 events; give a number above 0');
  });
});
