import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthSplit, hiresToExits, impliedGrowth, impliedHazard } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const rates = fc.double({ min: 0.01, max: 5, noNaN: true });
const counts = fc.integer({ min: 0, max: 400 });
const exposures = fc.double({ min: 0.5, max: 5000, noNaN: true });

describe('hiresToExits(growth, hazard)', () => {
  it.each([
    [Math.log(3), 0.12, 10.2, 'tripling in a year'],
    [2, 0.12, 17.7, 'a growth rate of 2'],
    [0, 0.12, 1, 'a static firm'],
    [-0.06, 0.12, 0.5, 'a firm that replaces half of those who leave'],
  ])('growth %d at a hazard of %d shows %d: %s', (growth, hazard, shown) => {
    expect(Math.round((hiresToExits(growth, hazard) ?? 0) * 10) / 10).toBe(shown);
  });

  it('is null where nobody leaves, and 0 where nobody is hired', () => {
    expect(hiresToExits(1, 0)).toBeNull();
    expect(hiresToExits(-0.5, 0.2)).toBe(0);
  });

  it('is undone by the growth and by the hazard that a ratio implies', () => {
    fc.assert(
      fc.property(rates, rates, (growth, hazard) => {
        const ratio = hiresToExits(growth, hazard) ?? 0;
        expectClose(impliedGrowth(ratio, hazard), growth, 1e-9);
        expectClose(impliedHazard(ratio, growth), hazard, 1e-9);
      }),
    );
  });
});

describe('impliedHazard(ratio, growth)', () => {
  it('is null where no hazard shows the ratio', () => {
    expect(impliedHazard(10.6, -0.1)).toBeNull();
    expect(impliedHazard(10.6, 0)).toBeNull();
    expect(impliedHazard(1, 0)).toBeNull();
    expect(impliedHazard(0.5, -0.1)).toBeCloseTo(0.2, 12);
  });
});

describe('growthSplit(hires, exits, exposure)', () => {
  it('adds up: the ratio is growth and hazard over hazard', () => {
    fc.assert(
      fc.property(counts, counts, exposures, (hires, exits, exposure) => {
        const { growth, hazard, ratio } = growthSplit(hires, exits, exposure);
        if (exits === 0) expect(ratio.ratio).toBeNull();
        else expect(hiresToExits(growth.rate ?? 0, hazard.rate ?? 0)).toBeCloseTo(ratio.ratio ?? -1, 9);
      }),
    );
  });

  it('has its growth in its limits, and those of no exits are those of the hires alone on the upper side', () => {
    fc.assert(
      fc.property(counts, counts, exposures, (hires, exits, exposure) => {
        const { growth } = growthSplit(hires, exits, exposure);
        expect((growth.low ?? 0) <= (growth.rate ?? 0) && (growth.rate ?? 0) <= (growth.high ?? 0)).toBe(
          true,
        );
      }),
    );
    // Garwood's limits of 53 are 39.700637 and 69.325305 (R 4.2.2, qgamma), of 0 they are 0 and 3.688879.
    const { growth } = growthSplit(53, 0, 1);
    expectClose(growth.high, 69.325304929, 1e-9);
    expectClose(growth.low, 53 - Math.hypot(53 - 39.700636932, 3.688879454), 1e-8);
  });

  it('has no ratio without exits, and no rates without exposure; never a number that is none', () => {
    expect(growthSplit(4, 0, 10).ratio).toMatchObject({ ratio: null, high: null });
    expect(growthSplit(0, 0, 10)).toMatchObject({
      growth: { rate: 0 },
      hazard: { rate: 0 },
      ratio: { ratio: null, low: null, high: null },
    });
    expect(growthSplit(0, 3, 0)).toMatchObject({ growth: { rate: null, low: null }, hazard: { rate: null } });
  });
});
