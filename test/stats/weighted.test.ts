import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clopperPearson,
  effectiveSize,
  flowRatio,
  poissonRate,
  rateRatio,
  type Sides,
  shareVariance,
  weightedRate,
  weightedRateRatio,
  weightedRatio,
  weightedShare,
} from '../../src/stats/index.js';
import { expectClose } from './close.js';

interface Observation {
  readonly person: number;
  readonly one: boolean;
  readonly weight: number;
}

/** What observations of people sum to. */
function sidesOf(observations: readonly Observation[]): Sides {
  const people = new Map<number, [number, number]>();
  for (const { person, one, weight } of observations) {
    const [there, back] = people.get(person) ?? [0, 0];
    people.set(person, one ? [there + weight, back] : [there, back + weight]);
  }
  const sum = (of: (pair: readonly [number, number]) => number): number =>
    [...people.values()].reduce((all, pair) => all + of(pair), 0);
  return {
    one: sum(([a]) => a),
    other: sum(([, b]) => b),
    oneSquared: sum(([a]) => a * a),
    otherSquared: sum(([, b]) => b * b),
    product: sum(([a, b]) => a * b),
    people: people.size,
    times: observations.length,
  };
}

const observed = (...rows: readonly (readonly [person: number, one: 0 | 1, weight: number])[]) =>
  sidesOf(rows.map(([person, one, weight]) => ({ person, one: one === 1, weight })));

/** Twelve observations of ten people: the first is on both sides, the sixth twice on one. */
const dozen = observed(
  ...([
    [1, 1, 2],
    [1, 0, 1.5],
    [2, 1, 0.5],
    [3, 1, 1],
    [4, 1, 3.25],
    [5, 0, 1],
    [6, 1, 0.75],
    [6, 1, 0.8],
    [7, 1, 4],
    [8, 0, 2],
    [9, 1, 1],
    [10, 1, 0.1],
  ] as const),
);

const weight = fc.integer({ min: 1, max: 5_000_000 }).map((n) => n / 1_000_000);
const times = fc.integer({ min: 0, max: 60 });
/** People of one weight, each on a side. */
const even = (there: number, back: number, each: number): Sides =>
  observed(
    ...Array.from({ length: there }, (_, i): [number, 0 | 1, number] => [i, 1, each]),
    ...Array.from({ length: back }, (_, i): [number, 0 | 1, number] => [there + i, 0, each]),
  );

describe('shareVariance(sides)', () => {
  it('is that of survey 4.1-1 in R: svymean of svydesign(ids = ~person, weights = ~w)', () => {
    expectClose(shareVariance(dozen), 0.0178937473468049, 1e-9);
  });
});

describe('effectiveSize(sides)', () => {
  it('is that of svyciprop(method = "beta") in R, but for the factor that its design effect leaves out', () => {
    const size = effectiveSize(dozen);
    expectClose((size * 11) / 12, 9.9563150283925, 1e-9);
    const limits = clopperPearson(
      (size * 11 * dozen.one) / (12 * (dozen.one + dozen.other)),
      (size * 11) / 12,
    );
    expectClose(limits.low, 0.391992385207095, 1e-9);
    expectClose(limits.high, 0.95560975861648, 1e-9);
  });

  it('is the number of observations where weights are all the same, of a person each', () => {
    fc.assert(
      fc.property(times, times, weight, (there, back, each) => {
        fc.pre(there + back > 0);
        expectClose(effectiveSize(even(there, back, each)), there + back, 1e-9);
      }),
    );
  });

  it('is between 0 and the number of observations, whatever the weights and whoever counts twice', () => {
    const observation = fc.record({ person: fc.integer({ min: 1, max: 12 }), one: fc.boolean(), weight });
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1, maxLength: 30 }), (observations) => {
        const size = effectiveSize(sidesOf(observations));
        expect(size).toBeGreaterThan(0);
        expect(size).toBeLessThanOrEqual(observations.length);
      }),
    );
  });

  it('is what weights that differ leave where all are on one side, or one person is behind all', () => {
    expect(effectiveSize(observed([1, 1, 1], [2, 1, 3]))).toBeCloseTo(16 / 10, 12);
    expect(effectiveSize(observed([1, 1, 2], [1, 0, 2]))).toBe(1);
  });

  it('refuses a question without weight', () => {
    expect(() => effectiveSize(observed())).toThrow(RangeError);
  });
});

describe('weightedShare(sides)', () => {
  it('has the limits of Clopper and Pearson at the effective size', () => {
    const { share, low, high } = weightedShare(dozen);
    expectClose(share ?? 0, 0.748603351955307, 1e-9);
    expectClose(low ?? 0, 0.408536248810687, 1e-9);
    expectClose(high ?? 0, 0.950493258577669, 1e-9);
  });

  it('is as unweighted where weights are all the same, of a person each', () => {
    fc.assert(
      fc.property(times, times, weight, (there, back, each) => {
        fc.pre(there + back > 0);
        const { share, low, high } = weightedShare(even(there, back, each));
        const plain = clopperPearson(there, there + back);
        expectClose(share ?? -1, there / (there + back), 1e-9);
        expectClose(low ?? -1, plain.low, 1e-9);
        expectClose(high ?? -1, plain.high, 1e-9);
      }),
    );
  });

  it('does not change with the unit of the weights', () => {
    fc.assert(
      fc.property(weight, (unit) => {
        const rows = [
          [1, 1, unit],
          [1, 0, 2 * unit],
          [2, 0, 3 * unit],
          [3, 1, unit],
        ] as const;
        const plain = observed([1, 1, 1], [1, 0, 2], [2, 0, 3], [3, 1, 1]);
        expectClose(weightedShare(observed(...rows)).low ?? -1, weightedShare(plain).low ?? -1, 1e-9);
      }),
    );
  });
});

describe('weightedRatio(sides)', () => {
  it('is the odds of the share and of its limits, with the central test', () => {
    const { ratio, low, high, pValue } = weightedRatio(dozen);
    expectClose(ratio ?? 0, 2.97777777777778, 1e-9);
    expectClose(low ?? 0, 0.690720687428781, 1e-9);
    expectClose(high ?? 0, 19.1992692564678, 1e-9);
    expectClose(pValue ?? 0, 0.179460839726503, 1e-9);
  });

  it('is as unweighted where weights are all the same, of a person each', () => {
    fc.assert(
      fc.property(times, times, weight, (there, back, each) => {
        const [found, plain] = [weightedRatio(even(there, back, each)), flowRatio(there, back)];
        for (const key of ['ratio', 'low', 'high', 'pValue'] as const) {
          if (plain[key] === null) expect(found[key]).toBeNull();
          else expectClose(found[key] ?? -1, plain[key], 1e-8);
        }
      }),
    );
  });
});

describe('weightedRateRatio(sides, exposure, exposure)', () => {
  it('tests equal rates', () => {
    expectClose(weightedRateRatio(dozen, 30, 50).pValue ?? 0, 0.0281799424577513, 1e-9);
  });

  it('is as unweighted where weights are all the same, of a person each', () => {
    fc.assert(
      fc.property(times, times, weight, (there, back, each) => {
        const found = weightedRateRatio(even(there, back, each), each * 300, each * 70);
        const plain = rateRatio(there, 300, back, 70);
        for (const key of ['ratio', 'low', 'high', 'pValue'] as const) {
          if (plain[key] === null) expect(found[key]).toBeNull();
          else expectClose(found[key] ?? -1, plain[key], 1e-8);
        }
      }),
    );
  });

  it('is nothing without exposure', () => {
    expect(weightedRateRatio(dozen, 0, 50)).toEqual({ ratio: null, low: null, high: null, pValue: null });
  });
});

describe('weightedRate(events, exposure)', () => {
  it('has the limits of Fay and Feuer, by qchisq in R', () => {
    const { rate, low, high } = weightedRate({ sum: 7.25, squares: 14.8125, heaviest: 3 }, 10);
    expect(rate).toBe(0.725);
    expectClose(low ?? 0, 0.177330469224237, 1e-9);
    expectClose(high ?? 0, 2.179507668651308, 1e-9);
    expectClose(weightedRate({ sum: 0, squares: 0, heaviest: 3 }, 1).high ?? 0, 11.0666383623418, 1e-9);
  });

  it('is as unweighted where weights are all the same, of a person each', () => {
    fc.assert(
      fc.property(times, weight, (count, each) => {
        const events = { sum: count * each, squares: count * each * each, heaviest: each };
        const [found, plain] = [weightedRate(events, each * 40), poissonRate(count, 40)];
        for (const key of ['rate', 'low', 'high'] as const)
          expectClose(found[key] ?? -1, plain[key] ?? -1, 1e-9);
      }),
    );
  });

  it('is nothing without exposure', () => {
    expect(weightedRate({ sum: 1, squares: 1, heaviest: 1 }, 0)).toEqual({
      rate: null,
      low: null,
      high: null,
    });
  });
});
