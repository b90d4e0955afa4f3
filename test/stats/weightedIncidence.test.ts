import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  causeTable,
  cumulativeIncidence,
  type WeightedCauses,
  weightedIncidence,
  weightedSurvival,
} from '../../src/stats/index.js';
import { expectClose } from './close.js';

const job = (
  person: number | null,
  entry: number,
  exit: number,
  cause: number | null,
  weight: number,
): WeightedCauses => ({ person, entry, exit, cause, weight, squares: weight * weight });

/** Eleven jobs, three of them entered late, that end for one of two causes. */
const eleven = (
  [
    [0, 3, 0, 1],
    [0, 6, null, 2],
    [0, 6, 1, 0.5],
    [2, 9, 0, 3],
    [0, 6, 0, 1.25],
    [0, 12, null, 2],
    [5, 14, 1, 1],
    [0, 1, 1, 0.75],
    [0, 8, 0, 4],
    [3, 11, 1, 0.2],
    [0, 14, null, 1.5],
  ] as const
).map(([entry, exit, cause, weight]) => job(null, entry, exit, cause, weight));

const jobs = fc.array(
  fc
    .record({
      person: fc.integer({ min: 1, max: 12 }),
      entry: fc.integer({ min: 0, max: 3 }),
      length: fc.integer({ min: 1, max: 6 }),
      cause: fc.constantFrom(0, 1, null),
      weight: fc.integer({ min: 1, max: 50 }),
    })
    .map(({ person, entry, length, cause, weight }) => job(person, entry, entry + length, cause, weight)),
  { maxLength: 25 },
);

describe('weightedIncidence(spells, causes)', () => {
  it('is that of survival 3.5-3 in R: survfit of two states with weights =, id =, and its limits by qnorm', () => {
    const expected = [
      [
        [3, 0.0617906683480454, 0.00816177395005524, 0.391284755617979],
        [6, 0.133029909768729, 0.0313817607124006, 0.472237226184293],
        [8, 0.399963956254435, 0.127792883658967, 0.851627204263231],
        [9, 0.600164491118714, 0.297834801396542, 0.907136520671264],
      ],
      [
        [1, 0.0576923076923077, 0.00740381037364224, 0.378219494273877],
        [6, 0.0861880042605811, 0.0180853792554364, 0.359240125740912],
        [11, 0.0995347065848664, 0.0242651442097484, 0.360766055861969],
        [14, 0.219655027503434, 0.0595715396511817, 0.632682057787081],
      ],
    ];
    const found = weightedIncidence(eleven, 2);
    expected.forEach((steps, cause) => {
      expect(found[cause]?.map(({ month }) => month)).toEqual(steps.map(([month]) => month));
      found[cause]?.forEach(({ share, low, high }, i) => {
        [share, low, high].forEach((value, place) => {
          expectClose(value, steps[i]?.[place + 1] ?? 0, 1e-9);
        });
      });
    });
  });

  it('of one cause is what weighted survival leaves, with its limits, also of people with several jobs', () => {
    fc.assert(
      fc.property(jobs, (some) => {
        const one = some.map((spell) => ({ ...spell, cause: spell.cause === null ? null : 0 }));
        const kept = weightedSurvival(one.map((spell) => ({ ...spell, event: spell.cause === 0 })));
        const [left = []] = weightedIncidence(one, 1);
        expect(left.length).toBe(kept.length);
        left.forEach(({ share, low, high }, i) => {
          const step = kept[i];
          expect(share).toBeCloseTo(1 - (step?.share ?? -1), 9);
          if (step === undefined || step.share < 1e-9) return;
          if (step.low === null || step.high === null) return void expect([low, high]).toEqual([null, null]);
          expect(low).toBeCloseTo(1 - step.high, 6);
          expect(high).toBeCloseTo(1 - step.low, 6);
        });
      }),
    );
  });

  it('has the shares of the unweighted one where weights are all the same', () => {
    fc.assert(
      fc.property(jobs, (some) => {
        const even = some.map((spell) => ({ ...spell, weight: 2.5, squares: 6.25 }));
        const counted = some.map(({ entry, exit, cause }) => ({ entry, exit, cause, count: 1 }));
        const plain = cumulativeIncidence(causeTable(counted, 2), 2);
        weightedIncidence(even, 2).forEach((steps, cause) => {
          expect(steps.map(({ month }) => month)).toEqual(plain[cause]?.map(({ month }) => month));
          for (const [i, { share }] of steps.entries())
            expect(share).toBeCloseTo(plain[cause]?.[i]?.share ?? -1, 9);
        });
      }),
    );
  });

  it('adds up to 1 with what weighted survival leaves', () => {
    fc.assert(
      fc.property(jobs, (some) => {
        const last = weightedSurvival(some.map((spell) => ({ ...spell, event: spell.cause !== null }))).at(
          -1,
        );
        const taken = weightedIncidence(some, 2).map((steps) => steps.at(-1)?.share ?? 0);
        expect(taken.reduce((a, b) => a + b, 0) + (last?.share ?? 1)).toBeCloseTo(1, 9);
      }),
    );
  });
});
