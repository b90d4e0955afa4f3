import { benjaminiHochberg, binomialPValue } from '../stats/index.js';
import { type Row, sql } from '../warehouse/index.js';
import type { Tested } from './measure.js';

/** Hires there and back of each pair of a step `flow`, in one direction, and how many pairs have as many. */
export const testSteps = sql`select coalesce(f.nth, r.nth) as nth, coalesce(f.hire, 0) as hire, coalesce(r.hire, 0) as back,
    count(*) as pairs, count(f.nth) + count(r.nth) as listed,
    sum(coalesce(f.moves - f.asked, 0) + coalesce(r.moves - r.asked, 0)) as others
  from (select * from flow where from_organisation < to_organisation) as f
  full join (select * from flow where from_organisation > to_organisation) as r
    on r.nth = f.nth and r.from_organisation = f.to_organisation and r.to_organisation = f.from_organisation
  group by coalesce(f.nth, r.nth), coalesce(f.hire, 0), coalesce(r.hire, 0)`;

/** The key of a pair's test, which is the same in both directions. */
export const testOf = (row: Row): string =>
  `${row.nth} ${Math.max(Number(row.hire), Number(row.back))} ${Math.min(Number(row.hire), Number(row.back))}`;

/** Tests of equal hires there and back, by counts: a pair is tested once, though it is listed in both directions. */
export function testsOf(
  tests: readonly Row[],
): Map<string, { readonly p: number | null; readonly q: number | null }> {
  const found = new Map<string, { p: number | null; q: number | null }>();
  for (const nth of new Set(tests.map((row) => row.nth))) {
    const own = tests.filter((row) => row.nth === nth);
    const values = own.map((row) => {
      const moves = Number(row.hire) + Number(row.back);
      const more = Math.max(Number(row.hire), Number(row.back));
      return moves === 0 ? null : binomialPValue(more, moves, 0.5);
    });
    const adjusted = benjaminiHochberg(
      values,
      own.map((row) => Number(row.pairs)),
    );
    own.forEach((row, i) => {
      found.set(testOf(row), { p: values[i] ?? null, q: adjusted[i] ?? null });
    });
  }
  return found;
}

/** How many pairs with a hire are tested in each period, by the labels of the periods. */
export function testedIn(tests: readonly Row[], labels: readonly (string | null)[]): readonly Tested[] {
  const pairs = labels.map(() => 0);
  for (const row of tests) {
    const nth = Number(row.nth);
    if (Number(row.hire) + Number(row.back) > 0) pairs[nth] = (pairs[nth] ?? 0) + Number(row.pairs);
  }
  return labels.map((period, nth) => ({ period, pairs: pairs[nth] ?? 0 }));
}

/** All pairs of so many organisations, in each period. */
export function pairsOf(organisations: number, labels: readonly (string | null)[]): readonly Tested[] {
  const pairs = (organisations * (organisations - 1)) / 2;
  return labels.map((period) => ({ period, pairs, named: true }));
}
