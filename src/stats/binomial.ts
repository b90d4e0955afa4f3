import { checkCount, checkLevel, checkProbability } from './_check.js';
import { betaCdf, betaQuantile, betaUpper, betaUpperQuantile } from './beta.js';

/** Confidence limits; which quantity they bound is the caller's. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Between which shares does the true share lie, given so many successes in so many trials?
 *
 * Both limits stand at half of 1 - level, also where successes are 0 or all: the limit at the edge is then
 * exactly 0 or 1, and the other one does not move. No trials exclude nothing: 0 to 1. Counts may be
 * fractions, for effective sample sizes.
 *
 * Units: shares from 0 to 1.
 * Method: Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404, by beta quantiles.
 * @param level confidence level, 0.95 unless told
 * @throws RangeError where successes are negative or above trials, or the level is not between 0 and 1
 */
export function clopperPearson(successes: number, trials: number, level = 0.95): Interval {
  checkLevel(level);
  if (!(trials >= 0 && trials < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid trials: ${trials}; give a finite number, 0 or more`);
  if (!(successes >= 0 && successes <= trials))
    throw new RangeError(`invalid successes: ${successes}; give a number from 0 to the ${trials} trials`);
  const tail = (1 - level) / 2;
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    high: failures === 0 ? 1 : betaUpperQuantile(tail, successes + 1, failures),
  };
}

/**
 * How surprising are x successes in n trials, if each succeeds with probability p?
 *
 * Central and two-sided, twice the smaller tail and at most 1, so that the value falls below 1 - level
 * exactly where the Clopper-Pearson interval at that level leaves p out. No trials give 1.
 *
 * Method: Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404; unlike R's binom.test, which adds up the
 * outcomes no likelier than x.
 * @throws RangeError where x and n are not whole numbers with x at most n, or p is outside 0 to 1
 */
export function binomialPValue(x: number, n: number, p: number): number {
  checkCount('trials', n);
  checkCount('successes', x);
  checkProbability('probability', p);
  if (x > n) throw new RangeError(`invalid successes: ${x}; give a number from 0 to the ${n} trials`);
  return centralPValue(x, n, p);
}

/** The same of counts that may be fractions, as effective sample sizes are; nothing is checked. */
export function centralPValue(x: number, n: number, p: number): number {
  const atMost = x === n ? 1 : betaUpper(p, x + 1, n - x);
  const atLeast = x === 0 ? 1 : betaCdf(p, x, n - x + 1);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}
