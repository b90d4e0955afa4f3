import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonRegression } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const counts = [4, 6, 3, 5, 9, 12, 10, 11, 2, 1, 3, 2, 2, 4, 1, 3, 7, 5, 8, 6, 5, 9, 8, 4];
const exposures = [
  100, 104, 110, 108, 112, 120, 118, 125, 60, 61, 59, 64, 66, 70, 69, 72, 200, 198, 205, 210, 204, 215, 220,
  216,
];
const groups = counts.map((_, i) => Math.floor(i / 8));
const rows = counts.map((_, i) => (i < 8 ? 8 + i : i % 8));
const cells = { counts, exposures, groups, rows };

/** Trend, after month 4, and both for the first group alone. */
const design = [0, 1].flatMap((own) =>
  Array.from({ length: 8 }, (_, t) => [t, t >= 4 ? 1 : 0, own * t, own * (t >= 4 ? 1 : 0)]),
);

describe('poissonRegression(cells, design)', () => {
  it('agrees with glm of R, offset and levels included', () => {
    const found = poissonRegression(cells, design);
    const wanted = [-0.0307017765777272, 0.1100683935476379, 0.027006183815722, 0.633714840687992];
    const errors = [0.107005668650282, 0.490714999698057, 0.157665587558807, 0.731476790156568];
    for (const [j, value] of wanted.entries()) expectClose(found.coefficients[j] ?? null, value, 1e-9);
    for (const [j, value] of errors.entries()) expectClose(found.errors[j] ?? null, value, 1e-9);
    expectClose(found.deviance, 7.86413748702386, 1e-9);
    expect(found).toMatchObject({ converged: true, aliased: [], separated: [], empty: [] });
  });

  it('takes a known effect from the exposure as R does from the offset', () => {
    const known = exposures.map((months, i) => (i >= 4 && i < 8 ? months * Math.exp(0.3) : months));
    const found = poissonRegression(
      { ...cells, exposures: known },
      design.map((row) => row.slice(0, 3)),
    );
    const wanted = [-0.0593363190516475, 0.2604626868751219, 0.0891772160604815];
    for (const [j, value] of wanted.entries()) expectClose(found.coefficients[j] ?? null, value, 1e-9);
    expectClose(found.deviance, 8.07237191886418, 1e-9);
  });

  it('names a column that is a mixture of others, and fits as without it', () => {
    const mixed = design.map(([a = 0, b = 0, c = 0, d = 0]) => [a, b, 2 * a - b, c, d]);
    const found = poissonRegression(cells, mixed);
    expect(found.aliased).toEqual([2]);
    expect(found.coefficients[2]).toBeNull();
    expect(found.errors[2]).toBeNull();
    expectClose(found.coefficients[4] ?? null, 0.633714840687992, 1e-9);
    expectClose(found.deviance, 7.86413748702386, 1e-9);
  });

  it('names a column that is a mixture of the levels', () => {
    const level = [[1], [0]];
    const found = poissonRegression(
      { counts: [3, 5, 2, 8], exposures: [1, 1, 1, 1], groups: [0, 0, 1, 1], rows: [0, 0, 1, 1] },
      level,
    );
    expect(found).toMatchObject({ aliased: [0], coefficients: [null], converged: true });
  });

  it('says where a coefficient runs off, and in which direction', () => {
    const none = counts.map((count, i) => (i >= 4 && i < 8 ? 0 : count));
    const found = poissonRegression({ ...cells, counts: none }, design);
    expect(found.separated).toEqual([{ column: 3, sign: -1 }]);
    expect(found.coefficients[3]).toBeNull();
    const without = poissonRegression(
      {
        counts: none.filter((_, i) => i < 4 || i >= 8),
        exposures: exposures.filter((_, i) => i < 4 || i >= 8),
        groups: groups.filter((_, i) => i < 4 || i >= 8),
        rows: rows.filter((_, i) => i < 4 || i >= 8),
      },
      design.map((row) => row.slice(0, 3)),
    );
    for (const j of [0, 1, 2])
      expect(found.coefficients[j]).toBeCloseTo(without.coefficients[j] ?? Number.NaN, 7);
    expect(found.deviance).toBeCloseTo(without.deviance, 7);
  });

  it('leaves out a group without events, and cells without exposure', () => {
    const found = poissonRegression(
      {
        counts: [...counts, 0, 0, 0],
        exposures: [...exposures, 50, 60, 0],
        groups: [...groups, 3, 3, 0],
        rows: [...rows, 0, 5, 1],
      },
      design,
    );
    expect(found.empty).toEqual([3]);
    expectClose(found.deviance, 7.86413748702386, 1e-9);
  });

  it('has nothing to say where no group has an event', () => {
    const found = poissonRegression({ ...cells, counts: counts.map(() => 0) }, design);
    expect(found).toMatchObject({ deviance: 0, empty: [0, 1, 2], aliased: [0, 1, 2, 3] });
    expect(found.coefficients).toEqual([null, null, null, null]);
  });

  it.each([
    [{ counts: [1.5], exposures: [1] }, 'invalid count: 1.5'],
    [{ counts: [1], exposures: [0] }, 'invalid exposure: 0 for 1 events'],
    [{ counts: [0], exposures: [-1] }, 'invalid exposure: -1'],
    [{ counts: [0], exposures: [Number.NaN] }, 'invalid exposure: NaN'],
  ])('refuses %o', (wrong, message) => {
    expect(() => poissonRegression({ ...wrong, groups: [0], rows: [0] }, [[0]])).toThrow(message);
  });

  it('never gives a number that is none, whatever the counts', () => {
    const small = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(small, (drawn) => {
        const found = poissonRegression({ ...cells, counts: drawn }, design);
        expect(found.converged).toBe(true);
        expect(found.deviance).toBeGreaterThanOrEqual(-1e-9);
        for (const value of [...found.coefficients, ...found.errors])
          expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });

  it('scales with the exposure of a whole group: only the level changes', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (factor) => {
        const scaled = exposures.map((months, i) => (groups[i] === 1 ? months * factor : months));
        const found = poissonRegression({ ...cells, exposures: scaled }, design);
        expectClose(found.coefficients[3] ?? null, 0.633714840687992, 1e-9);
      }),
    );
  });
});
