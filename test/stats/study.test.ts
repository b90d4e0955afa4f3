import { describe, expect, it } from 'vitest';
import { type Study, type StudyPlan, type StudySeries, studyOf } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const firstMonth = 2000 * 12 + 5;

/** Four flows over 36 months, the first with four hires more a month from month 24 on. */
const small: StudySeries = {
  firstMonth,
  counts: [0, 1, 2, 3].map((f) =>
    Array.from(
      { length: 36 },
      (_, t) => ((7 * t + 3 * f ** 2 + t ** 2) % (5 + f)) + (f === 0 && t >= 24 ? 4 : 0),
    ),
  ),
  exposures: [0, 1, 2, 3].map((f) => Array.from({ length: 36 }, (_, t) => 100 + 10 * f + t)),
};
const plan: StudyPlan = { treated: [0], event: 24, before: 24, after: 12, placeboMonths: [] };

/** Numbers from 0 to 1 that are the same every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0;
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

function poisson(mean: number, next: () => number): number {
  let [count, left] = [0, next()];
  while (left > Math.exp(-mean)) {
    left *= next();
    count++;
  }
  return count;
}

/** Flows of many sizes with a season and growth; the first has 2.5 hires a month, times an effect from the event on. */
function world(seed: number, effect: number, event: number, months: number, flows = 20): StudySeries {
  const next = numbers(seed);
  const grown = (t: number): number => Math.exp((t - event) / 80);
  return {
    firstMonth,
    counts: Array.from({ length: flows }, (_, f) => {
      const size = f === 0 ? 2.5 : 0.1 * 30 ** next();
      return Array.from({ length: months }, (_, t) =>
        poisson(size * grown(t) * (1 + 0.3 * Math.sin(t / 2)) * (f === 0 && t >= event ? effect : 1), next),
      );
    }),
    exposures: Array.from({ length: flows }, () => Array.from({ length: months }, (_, t) => 100 * grown(t))),
  };
}

const months = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const wide: StudyPlan = { treated: [0], event: 66, before: 24, after: 10, placeboMonths: months(24, 54) };

function answer(series: StudySeries, asked: StudyPlan): Study {
  const found = studyOf(series, asked);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('studyOf(series, plan)', () => {
  it('estimates as glm of R does, and stands out by the root of the deviance', () => {
    const found = answer(small, plan);
    expectClose(found.estimate, 1.31677720761711, 1e-9);
    expectClose(found.root, 3.21149917408832, 1e-9);
  });

  it('estimates a slope after the event as glm of R does', () => {
    const found = answer(small, { ...plan, slope: true });
    expectClose(found.estimate, 1.31770139, 1e-8);
    expectClose(found.slope?.estimate ?? null, -0.0159795168479277, 1e-9);
  });

  it('puts every comparison flow in the place of the treated', () => {
    const found = answer(small, plan);
    expect(found.placebos).toBe(3);
    expect(found.pValue).toBe(1 / 4);
    expect(found).toMatchObject({ low: null, high: null });
  });

  it('moves with an effect that is put in the exposure', () => {
    const half = small.exposures.map((own, f) => own.map((e, t) => (f === 0 && t >= 24 ? e / 2 : e)));
    const found = answer({ ...small, exposures: half }, plan);
    expectClose(found.estimate, 1.31677720761711 + Math.LN2, 1e-9);
  });

  it('has limits beyond which the test rejects and inside which it does not', () => {
    const series = world(3, 2, 66, 76);
    const found = answer(series, wide);
    const pAt = (effect: number): number => {
      const taken = series.exposures.map((own, f) =>
        own.map((e, t) => (f === 0 && t >= 66 ? e * Math.exp(effect) : e)),
      );
      return answer({ ...series, exposures: taken }, { ...wide, limits: false }).pValue;
    };
    expect(found.placebos).toBeGreaterThanOrEqual(39);
    for (const limit of [found.low, found.high]) {
      if (limit === null || found.estimate === null) throw new Error('no limit');
      const out = Math.sign(limit - found.estimate) * 0.01;
      expect(pAt(limit + out)).toBeLessThanOrEqual(0.05);
      expect(pAt(limit - out)).toBeGreaterThan(0.05);
    }
  });

  it('has no value and one limit where nobody goes that way any more', () => {
    const series = world(5, 0, 66, 76);
    const found = answer(series, wide);
    expect(found.estimate).toBeNull();
    expect(found.root).toBeLessThan(0);
    expect(found.low).toBeNull();
    expect(found.high).not.toBeNull();
  });

  it('says which flows have no event in the months looked at', () => {
    const none = small.counts.map((own, f) => (f === 2 ? own.map(() => 0) : own));
    expect(answer({ ...small, counts: none }, plan)).toMatchObject({ empty: [2], placebos: 2 });
  });

  it('pools several treated flows, and compares with the others', () => {
    const found = answer(small, { ...plan, treated: [0, 1] });
    expect(found.placebos).toBe(2);
  });

  const zero = small.counts.map((own) => own.map(() => 0));
  it.each([
    ['no_events', { ...small, counts: zero }, plan],
    [
      'no_events',
      { ...small, counts: small.counts.map((own, f) => (f === 0 ? own.map(() => 0) : own)) },
      plan,
    ],
    [
      'no_comparison',
      { ...small, counts: small.counts.map((own, f) => (f > 0 ? own.map(() => 0) : own)) },
      plan,
    ],
    ['no_comparison', small, { ...plan, treated: [0, 1, 2, 3] }],
    ['no_contrast', small, { ...plan, event: 0 }],
    ['no_contrast', small, { ...plan, before: 2, after: 0 }],
    [
      'no_contrast',
      {
        ...small,
        counts: small.counts.map((own) => own.slice(1, 2)),
        exposures: small.exposures.map((own) => own.slice(1, 2)),
      },
      { ...plan, event: 0 },
    ],
  ] as const)('says %s where it cannot tell', (reason, series, asked) => {
    expect(studyOf(series, asked)).toBe(reason);
  });

  it('finds a fourfold rate in most worlds and a rate that did not change in few', {
    timeout: 60_000,
  }, () => {
    const asked = { ...wide, event: 70, after: 6, limits: false };
    const placeboMonths = months(24, 58).filter((month) => month % 2 === 0);
    const found = (effect: number, seed: number): boolean =>
      answer(world(seed, effect, 70, 76), { ...asked, placeboMonths }).pValue <= 0.05;
    const share = (effect: number, from: number): number =>
      months(from, from + 29).filter((seed) => found(effect, seed)).length / 30;
    expect(share(4, 100)).toBeGreaterThan(0.7);
    expect(share(1, 500)).toBeLessThan(0.15);
  });
});
