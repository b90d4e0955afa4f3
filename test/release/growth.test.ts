import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth, type ResultRow } from '../../src/measures/index.js';
import { isRange, release } from '../../src/release/index.js';
import { growthSplit } from '../../src/stats/index.js';
import { numbersOf, resultOf } from './result.js';

function rowOf(hires: number, exits: number, more: ResultRow = {}): ResultRow {
  const { growth: net, hazard, ratio } = growthSplit(hires, exits, 100);
  return {
    ...{ organisation: 'A', period: null, people: 150, hires, exits, person_months: 1200 },
    ...{ growth: net.rate, growth_low: net.low, growth_high: net.high },
    ...{ hazard: hazard.rate, hazard_low: hazard.low, hazard_high: hazard.high },
    ...{ ratio: ratio.ratio, low: ratio.low, high: ratio.high },
    ...{ taken_in: 8, taken_out: 9, growth_taken: -0.01, left_out: 12 },
    ...{ people_hired: hires, people_left: exits },
    ...more,
  };
}

const released = (row: ResultRow, min = 5) => release(resultOf(growth, [row]), min).rows[0]!;
const rows = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
  .map(([hires, exits]) => rowOf(hires, exits));

describe('release(growth)', () => {
  it('shows hires, exits and all that follows where both are many', () => {
    expect(released(rowOf(53, 5))).toMatchObject(rowOf(53, 5));
  });

  it('says of few exits only that they are few, and of the hires as many, in steps of the minimum', () => {
    const row = released(rowOf(53, 2));
    expect(row).toMatchObject({
      exits: { withheld: '<5' },
      hires: { low: 50, high: 54 },
      people: { low: 150, high: 154 },
    });
    expect(row.hazard).toEqual({ low: 0, high: 0.04 });
    expect(row.ratio).toEqual({ low: 12.5, high: null });
  });

  it('says the same of 0 exits and of 4, and of 50 hires and of 54', () => {
    expect(released(rowOf(50, 0))).toEqual(released(rowOf(54, 4)));
  });

  it('says nothing where hires and exits are few, or few people had them', () => {
    expect(released(rowOf(2, 3))).toMatchObject({ hires: { withheld: 'n<5' }, ratio: { withheld: 'n<5' } });
    expect(released(rowOf(20, 20, { people_left: 4 }))).toMatchObject({
      exits: { withheld: 'n<5' },
      hazard: { withheld: 'n<5' },
    });
  });

  it('withholds takeovers of few, and the growth by them', () => {
    expect(released(rowOf(20, 20, { taken_in: 0 }))).toMatchObject({
      ...{ taken_in: { withheld: '<5' }, growth_taken: { withheld: 'n<5' }, taken_out: 9 },
    });
  });

  it('withholds everything of few people', () => {
    const row = released(rowOf(20, 20, { people: 4 }));
    expect(Object.values(row).filter((cell) => typeof cell === 'number')).toEqual([]);
  });

  it('tells nowhere that nobody left', () => {
    const notes = ['no_exits', 'no_exposure', 'coverage'].map((code) => ({ code, en: code, fr: code }));
    const shown = release({ ...resultOf(growth, [rowOf(20, 0)]), notes }, 5);
    expect(shown.notes.map(({ code }) => code)).toEqual(['coverage', 'withheld']);
  });

  it('lets no count below the minimum through, and holds every withheld figure in its range', () => {
    const counts = new Set(['hires', 'exits', 'people_hired', 'people_left']);
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (row, min) => {
        const shown = released(row, min);
        expect(numbersOf([shown], counts).every((n) => n >= min)).toBe(true);
        for (const [name, cell] of Object.entries(shown)) {
          const figure = row[name];
          if (!isRange(cell) || typeof figure !== 'number') continue;
          expect(figure).toBeGreaterThanOrEqual((cell.low ?? Number.NEGATIVE_INFINITY) - 1e-12);
          expect(figure).toBeLessThanOrEqual((cell.high ?? Number.POSITIVE_INFINITY) + 1e-12);
        }
      }),
    );
  });
});
