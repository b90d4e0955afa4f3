import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  flowRatio,
  impliedCounts,
  impliedShare,
  leastExcludingParity,
  partsOf,
} from '../../src/stats/index.js';

const pair = ({ forward, backward }: { forward: number; backward: number }) => `${forward}:${backward}`;

// Long division in whole numbers, written apart from the code under test.
function roundings(
  forward: number,
  backward: number,
  decimals: number,
): { halfUp: number; halfEven: number } {
  const scaled = forward * 10 ** decimals;
  const whole = Math.trunc(scaled / backward);
  const twice = 2 * (scaled - whole * backward);
  const up = twice >= backward ? whole + 1 : whole;
  const isHalf = twice === backward;
  return { halfUp: up, halfEven: isHalf ? whole + (whole % 2) : up };
}

const figure = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 1 }))
  .map(([digits, decimals]) => ({ digits, decimals, text: (digits / 10 ** decimals).toFixed(decimals) }));

describe('impliedCounts(printed)', () => {
  it('finds 53:5 behind 10.6 and 2:1 behind 2.0', () => {
    expect(pair(impliedCounts(10.6))).toBe('53:5');
    expect(pair(impliedCounts('2.0'))).toBe('2:1');
    expect(pair(impliedCounts(2, 1))).toBe('2:1');
  });

  it('tells the rounding rules apart: 33:4 is 8.25', () => {
    const found = impliedCounts(8.2);
    expect(pair(found)).toBe('41:5');
    expect(pair(found.halfUp)).toBe('41:5');
    expect(pair(found.halfEven)).toBe('33:4');
  });

  it('gives the interval that those counts would have', () => {
    expect(impliedCounts(10.6)).toMatchObject(flowRatio(53, 5));
  });

  it('reads 0.0 as nobody against one, and keeps seven digits of pi', () => {
    expect(pair(impliedCounts('0.0'))).toBe('0:1');
    expect(pair(impliedCounts('3.141593'))).toBe('355:113');
  });

  it('rounds back to the figure, and no smaller total does', () => {
    fc.assert(
      fc.property(figure, ({ digits, decimals, text }) => {
        const found = impliedCounts(text);
        const fits = (forward: number, backward: number) => {
          const { halfUp, halfEven } = roundings(forward, backward, decimals);
          return { halfUp: halfUp === digits, halfEven: halfEven === digits };
        };
        expect(fits(found.forward, found.backward)).toEqual({ halfUp: true, halfEven: true });
        expect(fits(found.halfUp.forward, found.halfUp.backward).halfUp).toBe(true);
        expect(fits(found.halfEven.forward, found.halfEven.backward).halfEven).toBe(true);
        const smaller = { both: false, halfUp: false, halfEven: false };
        const sum = (counts: { forward: number; backward: number }) => counts.forward + counts.backward;
        for (let total = 1; total < sum(found); total++)
          for (let backward = 1; backward <= total; backward++) {
            const { halfUp, halfEven } = fits(total - backward, backward);
            smaller.both ||= halfUp && halfEven;
            smaller.halfUp ||= halfUp && total < sum(found.halfUp);
            smaller.halfEven ||= halfEven && total < sum(found.halfEven);
          }
        expect(smaller).toEqual({ both: false, halfUp: false, halfEven: false });
      }),
      { numRuns: 40 },
    );
  });

  it('refuses more digits than whole numbers can compare exactly', () => {
    expect(() => impliedCounts('123456.654321')).toThrow('invalid printed ratio: 123456.654321; give fewer');
  });

  it('refuses what is no plain number, and fewer decimals than printed', () => {
    expect(() => impliedCounts('about 10')).toThrow('invalid printed ratio: about 10; give a plain number');
    expect(() => impliedCounts(-1)).toThrow('invalid printed ratio: -1; give a plain number such as 10.6');
    expect(() => impliedCounts(10.64, 1)).toThrow('invalid decimals: 1 for 10.64; give 2 to 6');
  });
});

describe('leastExcludingParity(printed)', () => {
  it('needs 28:14 for 2.0, and no more than the least counts for 10.6 and 8.2', () => {
    expect(leastExcludingParity('2.0')).toMatchObject({ forward: 28, backward: 14, ratio: 2 });
    expect(leastExcludingParity(10.6)).toMatchObject({ forward: 53, backward: 5 });
    expect(leastExcludingParity(8.2)).toMatchObject({ forward: 41, backward: 5 });
  });

  it('works below 1, where the upper limit has to be below 1', () => {
    const found = leastExcludingParity('0.5');
    expect(found).toMatchObject({ forward: 11, backward: 24 });
    expect(found?.high).toBeLessThan(1);
  });

  it('gives up on a figure that reads 1, and on one that would take a million moves', () => {
    expect(leastExcludingParity('1.0')).toBeNull();
    expect(leastExcludingParity('1.001')).toBeNull();
  });

  it('finds the smallest total whose interval leaves 1 out', () => {
    for (const [text, digits, decimals] of [
      ['2', 2, 0],
      ['3', 3, 0],
      ['1.7', 17, 1],
      ['0.4', 4, 1],
      ['0', 0, 0],
    ] as const) {
      const found = leastExcludingParity(text);
      let least = 0;
      for (let total = 1; least === 0; total++)
        for (let backward = 1; backward <= total; backward++) {
          const { halfUp, halfEven } = roundings(total - backward, backward, decimals);
          if (halfUp !== digits || halfEven !== digits) continue;
          const { low, high } = flowRatio(total - backward, backward);
          if ((low ?? 0) > 1 || (high ?? 2) < 1) least = total;
        }
      expect((found?.forward ?? 0) + (found?.backward ?? 0), text).toBe(least);
    }
  });
});

describe('impliedShare(printed)', () => {
  // By hand: 4/5 = 80 %; 7/9 = 77.8 %; 2/3 = 66.7 %; 7/11 = 63.6 %, and no smaller whole has a part that reads so.
  it.each([
    ['80', '4/5'],
    ['78', '7/9'],
    ['67', '2/3'],
    ['64', '7/11'],
    ['100', '1/1'],
    ['0', '0/1'],
  ])('finds the least whole behind %s %%', (printed, found) => {
    const { part, whole } = impliedShare(printed);
    expect(`${part}/${whole}`).toBe(found);
  });

  it('passes over a half, which printers round either way: 1/8 is 12.5 %', () => {
    expect(impliedShare('12')).toMatchObject({ part: 2, whole: 17 });
    expect(impliedShare('13')).toMatchObject({ part: 2, whole: 15 });
    expect(impliedShare('12.5')).toMatchObject({ part: 1, whole: 8 });
  });

  it('rounds back to the figure, and no smaller whole does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (digits) => {
        const { part, whole } = impliedShare((digits / 10).toFixed(1));
        const reads = (k: number, n: number) => {
          const { halfUp, halfEven } = roundings(100 * k, n, 1);
          return halfUp === digits && halfEven === digits;
        };
        expect(reads(part, whole)).toBe(true);
        let smaller = 0;
        for (let n = 1; n < whole; n++) for (let k = 0; k <= n; k++) smaller += reads(k, n) ? 1 : 0;
        expect(smaller).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the interval of that many of that many', () => {
    // 4 of 5: the upper limit is 0.975^(1/5), at the lower one 5 p^4 (1 - p) + p^5 is 0.025.
    const { low, high } = impliedShare('80');
    expect(5 * low ** 4 * (1 - low) + low ** 5).toBeCloseTo(0.025, 10);
    expect(high).toBeCloseTo(0.975 ** 0.2, 10);
  });

  it('refuses what is no percentage of people', () => {
    expect(() => impliedShare('101')).toThrow('invalid share: 101');
    expect(() => impliedShare('much')).toThrow('invalid printed ratio: much');
  });
});

describe('partsOf(printed, whole)', () => {
  it('counts the people behind a percentage of them', () => {
    expect(partsOf('64', 25)).toEqual({ least: 16, most: 16 });
    expect(partsOf('64', 250)).toEqual({ least: 159, most: 161 });
    expect(partsOf('100', 3)).toEqual({ least: 3, most: 3 });
    expect(partsOf('0', 3)).toEqual({ least: 0, most: 0 });
  });

  it('says that no number of them gives it: 7 of 10 is 70 %, 8 of 10 is 80 %', () => {
    expect(partsOf('78', 10)).toBeNull();
  });

  it('takes a half either way: 1 of 8 is 12 % and 13 %', () => {
    expect(partsOf('12', 8)).toEqual({ least: 1, most: 1 });
    expect(partsOf('13', 8)).toEqual({ least: 1, most: 1 });
  });

  it('holds every count whose share rounds to the figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (whole, some) => {
        const part = Math.min(some, whole);
        const { halfUp, halfEven } = roundings(100 * part, whole, 0);
        for (const digits of [halfUp, halfEven]) {
          const found = partsOf(digits, whole);
          expect(found !== null && found.least <= part && part <= found.most).toBe(true);
        }
      }),
    );
  });

  it('refuses what is no count', () => {
    expect(() => partsOf('80', 0)).toThrow('invalid whole: 0');
    expect(() => partsOf('80', 2.5)).toThrow('invalid whole: 2.5');
  });
});
