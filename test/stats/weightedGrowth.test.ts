import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthSplit, weightedGrowth } from '../../src/stats/index.js';

const count = fc.integer({ min: 0, max: 40 });

describe('weightedGrowth(sides, heaviest, exposure)', () => {
  it('is as unweighted where weights are all the same, of a person each', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 500 }), (hires, exits, each) => {
        const weight = each / 100;
        const sides = {
          ...{ one: hires * weight, other: exits * weight, product: 0, people: hires + exits },
          ...{ oneSquared: hires * weight ** 2, otherSquared: exits * weight ** 2, times: hires + exits },
        };
        const [found, plain] = [weightedGrowth(sides, weight, 100 * weight), growthSplit(hires, exits, 100)];
        for (const part of ['growth', 'hazard'] as const) {
          for (const limit of ['rate', 'low', 'high'] as const) {
            expect(found[part][limit], `${part} ${limit}`).toBeCloseTo(plain[part][limit] ?? -1, 9);
          }
        }
        for (const limit of ['ratio', 'low', 'high'] as const) {
          if (plain.ratio[limit] === null) expect(found.ratio[limit]).toBeNull();
          else
            expect(found.ratio[limit]! / (plain.ratio[limit] || 1)).toBeCloseTo(
              plain.ratio[limit] ? 1 : 0,
              8,
            );
        }
      }),
    );
  });

  it('has a ratio and no rates without exposure', () => {
    const sides = { one: 2, other: 1, oneSquared: 2, otherSquared: 1, product: 0, people: 3, times: 3 };
    const { growth, hazard, ratio } = weightedGrowth(sides, 1, 0);
    expect([growth.rate, hazard.rate, ratio.ratio]).toEqual([null, null, expect.closeTo(2, 12)]);
  });
});
