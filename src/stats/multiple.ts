import { checkProbability } from './_check.js';

/**
 * Which of many comparisons stand out, once it is allowed that some of many do so by chance?
 *
 * The q-value of a comparison is the least share of false findings at which it would be listed. Nulls stay
 * null and do not count as comparisons; ties get one q-value.
 *
 * Rows: one per p-value, in the order given.
 * Method: Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x, step-up, adjusted values as in
 * R's p.adjust.
 * @param times how many comparisons each p-value stands for, one each unless told
 * @throws RangeError where a p-value is outside 0 to 1
 */
export function benjaminiHochberg(
  pValues: readonly (number | null)[],
  times: readonly number[] = pValues.map(() => 1),
): (number | null)[] {
  const known = pValues.flatMap((p, place) => (p === null ? [] : [{ p, place }]));
  for (const { p } of known) checkProbability('p-value', p);
  known.sort((left, right) => right.p - left.p);
  const all = known.reduce((sum, { place }) => sum + (times[place] ?? 1), 0);
  const qValues = pValues.map((): number | null => null);
  let least = 1;
  let greater = 0;
  for (const { p, place } of known) {
    least = Math.min(least, (p * all) / (all - greater));
    qValues[place] = least;
    greater += times[place] ?? 1;
  }
  return qValues;
}
