import fc from 'fast-check';
import { formatMonth } from '../../src/records/index.js';
import type { CvRow } from '../world.js';

/** Random careers in so few months and places that ties, overlaps and returns abound. */
export const firstMonth = 2020 * 12 + 1;
export const observed = 2021 * 12 + 6;
export const observedUntil = '2021-06-30';

const kind = fc.constantFrom(
  ...['employee', 'employee', 'employee', 'employee', 'contractor', 'founder', 'intern', 'advisor'],
);
const employer = fc.constantFrom(
  ...['Alpha', 'Alpha', 'Beta', 'Beta', 'Gamma', 'Gamma', 'Delta', 'Freelance', 'Unknown'],
);

const line = fc
  .record({
    employer,
    kind,
    start: fc.integer({ min: firstMonth, max: observed }),
    length: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 17 })),
    unknownStart: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    over: fc.constantFrom('ended', 'ended', 'ended', 'ended', 'open', 'unknown'),
  })
  .map(({ employer: at, kind: as, start, length, unknownStart, over }): readonly string[] => [
    at,
    unknownStart ? '' : formatMonth(start),
    over === 'open' ? '' : over === 'unknown' ? '?' : formatMonth(Math.min(start + length, observed)),
    as,
  ]);

const career = fc.array(line, { minLength: 1, maxLength: 6 });

/** That many people drawn from a seed; half of them from CVs without an unknown date, where jobs follow each other. */
export function people(count: number, seed: number): CvRow[] {
  return fc.sample(career, { numRuns: count, seed }).flatMap((lines, i) =>
    lines.map(([at = '', start = '', end = '', kind = 'employee']): CvRow => {
      const plain = i % 2 === 1;
      const from = plain && start === '' ? formatMonth(firstMonth + (i % 12)) : start;
      const to = plain && end !== '' && (end === '?' || end < from) ? from : end;
      return [`p${i}`, at, from, to, { kind }];
    }),
  );
}

/** Rows in another order. */
export function shuffled<T>(rows: readonly T[], seed: number): T[] {
  return fc.sample(fc.shuffledSubarray([...rows], { minLength: rows.length }), { numRuns: 1, seed })[0] ?? [];
}
