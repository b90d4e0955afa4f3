import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/stats/index.js';
import { expectClose } from './close.js';

describe('normalCdf(z)', () => {
  it('is one half at 0 and reaches 0 and 1 at the infinities', () => {
    expect([normalCdf(0), normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0.5, 0, 1]);
  });

  it('rises, and mirrors at 0', () => {
    const score = fc.double({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(score, score, (y, z) => {
        expect(normalCdf(z) + normalCdf(-z)).toBeCloseTo(1, 14);
        expect(normalCdf(Math.min(y, z))).toBeLessThanOrEqual(normalCdf(Math.max(y, z)) + 1e-15);
      }),
    );
  });

  it('agrees with mpmath 1.3.0', () => {
    const golden: [number, number][] = [
      [-20, 2.7536241186062337e-89],
      [-8, 6.220960574271784e-16],
      [-3, 0.0013498980316300946],
      [-1.6, 0.05479929169955798],
      [-1.4, 0.08075665923377107],
      [-0.1, 0.460172162722971],
      [0.7, 0.758036347776927],
      [2, 0.9772498680518208],
    ];
    for (const [z, p] of golden) expectClose(normalCdf(z), p, 1e-14);
  });
});

describe('normalQuantile(p)', () => {
  it('is where the distribution reaches p', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1, maxExcluded: true, noNaN: true }), (p) => {
        expectClose(normalCdf(normalQuantile(p)), p, 1e-13);
      }),
    );
  });

  it('agrees with mpmath 1.3.0', () => {
    const golden: [number, number][] = [
      [1e-300, -37.0470962993612],
      [1e-15, -7.941345326170997],
      [1e-5, -4.264890793922825],
      [0.025, -1.9599639845400543],
      [0.1, -1.2815515655446004],
      [0.3, -0.5244005127080408],
      [0.500001, 2.5066282747057052e-6],
      [0.9, 1.2815515655446006],
      [0.975, 1.9599639845400538],
      [0.99999, 4.264890793923841],
    ];
    for (const [p, z] of golden) expectClose(normalQuantile(p), z, 1e-14);
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
  });

  it('refuses a probability above 1', () => {
    expect(() => normalQuantile(1.1)).toThrow('invalid probability: 1.1; give a number from 0 to 1');
  });
});
