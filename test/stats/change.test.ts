import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { changeOver, normalQuantile, studentQuantile } from '../../src/stats/index.js';

describe('studentQuantile(p, degrees)', () => {
  it('has the printed quantiles of Student’s t', () => {
    // Abramowitz and Stegun 1964, table 26.10.
    for (const [p, degrees, printed] of [
      [0.975, 1, 12.706],
      [0.975, 2, 4.303],
      [0.975, 5, 2.571],
      [0.975, 10, 2.228],
      [0.95, 4, 2.132],
      [0.995, 30, 2.75],
    ] as const) {
      expect(studentQuantile(p, degrees)).toBeCloseTo(printed, 3);
    }
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(normalQuantile(0.975), 5);
    expect(studentQuantile(0.5, 3)).toBe(0);
  });

  it('refuses what is no upper probability', () => {
    for (const p of [0.4, 1, Number.NaN]) expect(() => studentQuantile(p, 3)).toThrow(RangeError);
  });
});

describe('changeOver(values)', () => {
  it('takes the noise from what values differ by from the middle of their neighbours', () => {
    // Pseudo-residuals -1 and 1: variance 2 / 3 of 1; degrees of freedom 9 / (4.5 + 2) = 18 / 13.
    const { change, low, high, noise } = changeOver([0, 1, 0, 1]);
    expect(change).toBe(1);
    expect(noise).toBeCloseTo(Math.sqrt(2 / 3), 12);
    const half = studentQuantile(0.975, 18 / 13) * Math.sqrt(4 / 3);
    expect([low, high]).toEqual([expect.closeTo(1 - half, 12), expect.closeTo(1 + half, 12)]);
  });

  it('counts a bend as noise', () => {
    // 0, 1, 4, 9, 16: every pseudo-residual is 1; degrees of freedom 4.5^2 / (6.75 + 4 + 0.125).
    const { change, low, noise } = changeOver([0, 1, 4, 9, 16]);
    expect([change, noise]).toEqual([16, expect.closeTo(Math.sqrt(2 / 3), 12)]);
    expect(low).toBeCloseTo(16 - studentQuantile(0.975, 20.25 / 10.875) * Math.sqrt(4 / 3), 12);
  });

  it('has no limits for three values, and refuses one value and what is no number', () => {
    expect(changeOver([1, 5, 2])).toEqual({ change: 1, low: null, high: null, noise: null });
    expect(() => changeOver([1])).toThrow('too few values: 1');
    expect(() => changeOver([1, Number.NaN, 2, 3])).toThrow('invalid value');
  });

  it('finds no noise in a steady rise, whatever its slope', () => {
    expect(changeOver([1, 3, 5, 7, 9])).toEqual({ change: 8, low: 8, high: 8, noise: 0 });
  });

  const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 30 });
  const width = ({ low, high }: { low: number | null; high: number | null }): number =>
    (high ?? 0) - (low ?? 0);

  it('is as wide with a slope as without, mirrors a series turned round and scales with its unit', () => {
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (values, slope, unit) => {
          const plain = changeOver(values);
          const sloped = changeOver(values.map((value, i) => value + slope * i + 17));
          expect(width(sloped)).toBeCloseTo(width(plain), 6);
          expect(sloped.change).toBe(plain.change + slope * (values.length - 1));
          const turned = changeOver([...values].reverse());
          expect([turned.low, turned.high]).toEqual([
            expect.closeTo(-(plain.high ?? 0), 6),
            expect.closeTo(-(plain.low ?? 0), 6),
          ]);
          expect(width(changeOver(values.map((value) => value * unit)))).toBeCloseTo(width(plain) * unit, 5);
        },
      ),
    );
  });

  it('holds the true change 95 times in a hundred, of months of daily values that average a week with a weekly cycle', () => {
    const random = xoroshiro128plus(20241231);
    const normal = (): number => normalQuantile(((random.next() >>> 0) + 0.5) / 2 ** 32);
    const weekday = [3, 2, 1, 0, -1, -4, -1];
    const rise = 0.01;
    const held = { monthly: 0, daily: 0 };
    const runs = 2000;
    for (let run = 0; run < runs; run++) {
      const raw = Array.from({ length: 366 }, (_, day) => rise * day + (weekday[day % 7] ?? 0) + normal());
      const trailing = raw
        .slice(6)
        .map((_, i) => raw.slice(i, i + 7).reduce((sum, value) => sum + value, 0) / 7);
      const means = Array.from({ length: 12 }, (_, m) => trailing.slice(m * 30, m * 30 + 30)).map(
        (month) => month.reduce((sum, value) => sum + value, 0) / 30,
      );
      const { low, high } = changeOver(means);
      if ((low ?? 0) <= rise * 330 && rise * 330 <= (high ?? 0)) held.monthly++;
      // Day by day, neighbours share six of seven days: taken as if they did not, the interval is far too narrow.
      const naive = changeOver(trailing);
      const truth = rise * (trailing.length - 1);
      if ((naive.low ?? 0) <= truth && truth <= (naive.high ?? 0)) held.daily++;
    }
    expect(held.monthly / runs).toBeGreaterThan(0.93);
    expect(held.monthly / runs).toBeLessThan(0.97);
    expect(held.daily / runs).toBeLessThan(0.6);
  });
});
