import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentShare } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const rate = fc.double({ min: 0, max: 3, noNaN: true });
const growth = fc.double({ min: -3, max: 3, noNaN: true });
const months = fc.integer({ min: 1, max: 120 });

describe('presentShare(hazardPerYear, growthPerYear, months)', () => {
  it('shows a two-year survival of 80 % as 90 to 94 % of recent hires', () => {
    const hazard = -Math.log(0.8) / 2;
    expect(presentShare(hazard, 0).toFixed(3)).toBe('0.896');
    expect(presentShare(hazard, 0.5).toFixed(3)).toBe('0.913');
    expect(presentShare(hazard, 1.5).toFixed(3)).toBe('0.941');
  });

  it('follows the published formula at 24 months', () => {
    const [h, g] = [0.3, 0.7];
    const wanted = (1 - Math.exp(-2 * (h + g))) / (h + g) / ((1 - Math.exp(-2 * g)) / g);
    expectClose(presentShare(h, g), wanted, 1e-14);
  });

  it('is smooth where hiring is steady, and where it shrinks as fast as people leave', () => {
    expectClose(presentShare(0.2, 1e-9), presentShare(0.2, 0), 1e-9);
    expectClose(presentShare(0.2, -0.2), presentShare(0.2, -0.2 + 1e-9), 1e-8);
  });

  it('lies between survival to the end of the window and 1, and rises with growth', () => {
    fc.assert(
      fc.property(rate, growth, growth, months, (h, g, f, m) => {
        const share = presentShare(h, g, m);
        expect(share).toBeGreaterThanOrEqual(Math.exp((-h * m) / 12) * (1 - 1e-12));
        expect(share).toBeLessThanOrEqual(1 + 1e-12);
        const low = presentShare(h, Math.min(g, f), m);
        expect(low).toBeLessThanOrEqual(presentShare(h, Math.max(g, f), m) * (1 + 1e-12));
      }),
    );
  });

  it('refuses a negative hazard and a window of no months', () => {
    expect(() => presentShare(-0.1, 0)).toThrow(
      'invalid hazard per year: -0.1; give a finite number, 0 or more',
    );
    expect(() => presentShare(0.1, 0, 0)).toThrow('invalid months: 0; give a finite number above 0');
    expect(() => presentShare(0.1, Number.NaN)).toThrow(
      'invalid growth per year: NaN; give a continuous rate',
    );
  });
});
