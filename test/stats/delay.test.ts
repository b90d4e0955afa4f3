import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { lookbackAt, nowcastOf, reportedShare } from '../../src/stats/index.js';

const cells = (known: readonly (readonly [known: number, followed: number])[]) =>
  new Map(known.map(([known, followed], age) => [age, { known, followed }]));

describe('the share reported by an age', () => {
  it('is the product over the ages that lie as far apart as the two looks', () => {
    const seen = cells([
      [200, 400],
      [300, 400],
      [360, 400],
      [320, 400],
      [400, 400],
      [390, 400],
      [380, 400],
    ]);
    const share = (age: number, apart: number) => reportedShare(seen, { age, apart, longest: 7 })?.share;
    expect(share(0, 3)).toBeCloseTo((20 / 40) * (32 / 40) * (38 / 40), 14);
    expect(share(1, 3)).toBeCloseTo((30 / 40) * (40 / 40), 14);
    expect(share(0, 7)).toBeCloseTo(20 / 40, 14);
    expect(share(6, 1)).toBeCloseTo(38 / 40, 14);
  });

  it('takes the ages around one that has fewer than a hundred events, at most a third of it either way', () => {
    const seen = cells(Array.from({ length: 30 }, (_, age): [number, number] => [age + 1, 30]));
    expect(lookbackAt(seen, 2)).toEqual({ known: 3, followed: 30, first: 2, last: 2 });
    expect(lookbackAt(seen, 5)).toEqual({ known: 5 + 6 + 7, followed: 90, first: 4, last: 6 });
    expect(lookbackAt(seen, 9)).toEqual({ known: 8 + 9 + 10 + 11 + 12, followed: 150, first: 7, last: 11 });
    expect(lookbackAt(seen, 29)).toEqual({ known: 27 + 28 + 29 + 30, followed: 120, first: 26, last: 32 });
    expect(
      lookbackAt(
        cells([
          [90, 100],
          [70, 100],
        ]),
        1,
      ),
    ).toEqual({ known: 70, followed: 100, first: 1, last: 1 });
  });

  it('is certain from the longest delay on', () => {
    expect(reportedShare(cells([]), { age: 36, apart: 3, longest: 36 })).toEqual({
      share: 1,
      low: 1,
      high: 1,
      variance: 0,
    });
  });

  it('is not certain where a few events were all known', () => {
    const few = reportedShare(cells([[3, 3]]), { age: 0, apart: 1, longest: 1 });
    expect(few?.share).toBe(1);
    expect(few?.low).toBeLessThan(0.7);
    expect(few?.high).toBe(1);
  });

  it('is unknown where an age has no events, or none that was known', () => {
    expect(reportedShare(cells([[4, 5]]), { age: 0, apart: 1, longest: 2 })).toBeNull();
    expect(
      reportedShare(
        cells([
          [0, 5],
          [5, 5],
        ]),
        { age: 0, apart: 1, longest: 2 },
      ),
    ).toBeNull();
  });

  it('refuses what cannot be', () => {
    expect(() => lookbackAt(cells([[6, 5]]), 0)).toThrow('6 of 5');
    expect(() => reportedShare(cells([]), { age: 0, apart: 0, longest: 1 })).toThrow('at least a month');
  });

  it('lies between its limits, and grows with age where looks follow month by month', () => {
    const known = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(fc.array(known, { minLength: 2, maxLength: 12 }), (pairs) => {
        const seen = cells(pairs.map(([known, late]) => [known, known + late]));
        const shares = pairs.map((_, age) => reportedShare(seen, { age, apart: 1, longest: pairs.length })!);
        for (const [age, { share, low, high }] of shares.entries()) {
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
          const next = shares[age + 1]?.share ?? 1;
          expect(share).toBeLessThanOrEqual(next + 1e-12);
        }
      }),
    );
  });
});

describe('a nowcast', () => {
  const half = reportedShare(cells([[50, 100]]), { age: 0, apart: 1, longest: 1 });

  it('is what is reported over the share that is', () => {
    const { nowcast, low, high } = nowcastOf(20, half);
    expect(nowcast).toBe(40);
    expect(low).toBe(27);
    expect(high).toBe(58);
  });

  it('is never less than what is reported', () => {
    const all = reportedShare(cells([[9, 9]]), { age: 0, apart: 1, longest: 1 });
    expect(nowcastOf(7, all)).toMatchObject({ nowcast: 7, low: 7 });
  });

  it('says nothing where nothing is reported, or nobody knows which share is', () => {
    const nothing = { nowcast: null, low: null, high: null };
    expect(nowcastOf(0, half)).toEqual(nothing);
    expect(nowcastOf(5, null)).toEqual(nothing);
  });

  it('holds the number to come in 95 of 100 simulated months of a known delay', () => {
    const generator = xoroshiro128plus(11);
    const some = (count: number, chance: number): number => {
      let found = 0;
      for (let i = 0; i < count; i++) if ((generator.next() >>> 0) / 2 ** 32 < chance) found++;
      return found;
    };
    const [monthly, apart, longest, trials] = [60, 3, 36, 400];
    const by = (age: number): number => 1 - Math.exp(-(age + 0.7) / 4);
    for (const age of [0, 1, 3, 8]) {
      let [held, sum] = [0, 0];
      for (let trial = 0; trial < trials; trial++) {
        const seen = new Map(
          Array.from({ length: longest }, (_, then) => {
            const followed = some(monthly, by(then + apart));
            return [then, { followed, known: some(followed, by(then) / by(then + apart)) }] as const;
          }),
        );
        const { nowcast, low, high } = nowcastOf(
          some(monthly, by(age)),
          reportedShare(seen, { age, apart, longest }),
        );
        if (low !== null && high !== null && low <= monthly && monthly <= high) held++;
        sum += Math.log((nowcast ?? monthly) / monthly);
      }
      // 371 of 400 is two and a half standard errors below 95 %.
      expect(held, String(age)).toBeGreaterThanOrEqual(369);
      expect(Math.abs(sum / trials), String(age)).toBeLessThan(0.06);
    }
  });
});
