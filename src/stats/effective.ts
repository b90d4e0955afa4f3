import { checkLevel } from './_check.js';
import { studentQuantile } from './change.js';

/**
 * Weights on two sides of a question (stayed and gone, there and back), summed over people: a person may be on both, and several times.
 * Squares are of what each person sums to on a side, and products of the two sums.
 */
export interface Sides {
  readonly one: number;
  readonly other: number;
  readonly oneSquared: number;
  readonly otherSquared: number;
  readonly product: number;
  /** People behind them, and how often they count. */
  readonly people: number;
  readonly times: number;
}

/**
 * How many unweighted observations say as much of a share as these weighted ones?
 *
 * Weights that differ, and people who count several times, make it smaller than the number of observations; it is never larger. Where
 * all are on one side, or one person is behind everything, the variance says nothing, and it is the size that weights that differ leave.
 *
 * Units: observations. Method: Korn and Graubard 1998, Survey Methodology 24(2), 193-201: the size over the design effect, whose variance
 * is linearised with people as clusters drawn with replacement, corrected for its degrees of freedom by `(t(n - 1) / t(m - 1))^2` for n
 * observations of m people. Of weights that are all the same, of a person each, it is exactly n. R's `svyciprop(method = "beta")` leaves
 * the two factors `n / (n - 1)` of the design effect apart, and so has `(n - 1) / n` of it, without the bound. On one side: Kish 1965, `(sum w)^2 / sum w^2`.
 * @param level confidence level that it is for, 0.95 unless told
 * @throws RangeError where there is nothing on either side, or the level is not between 0 and 1
 */
export function effectiveSize(sides: Sides, level = 0.95): number {
  checkLevel(level);
  const { one, other, oneSquared, otherSquared, product, people, times } = sides;
  const all = one + other;
  if (!(one >= 0 && other >= 0 && all > 0 && all < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`invalid weights: ${one} and ${other}; give sums of weights, 0 or more`);
  }
  const p = one / all;
  const spread = shareVariance(sides);
  if (one === 0 || other === 0 || people < 2 || times < 2 || !(spread > 0)) {
    return Math.min(times, all ** 2 / (oneSquared + 2 * product + otherSquared));
  }
  const simple = (p * (1 - p)) / (times - 1);
  const tail = (1 + level) / 2;
  const freedom = people === times ? 1 : studentQuantile(tail, times - 1) / studentQuantile(tail, people - 1);
  return Math.min(times, (times * simple * freedom ** 2) / spread);
}

/**
 * The variance of the weighted share of one side: that of R's `svymean`, people being clusters of one stratum, drawn with replacement.
 *
 * @returns 0 where fewer than two people are behind it
 */
export function shareVariance({ one, other, oneSquared, otherSquared, product, people }: Sides): number {
  if (people < 2) return 0;
  const all = one + other;
  const [p, q] = [one / all, other / all];
  const squares = q * q * oneSquared - 2 * p * q * product + p * p * otherSquared;
  return (people / (people - 1)) * (Math.max(0, squares) / all ** 2);
}
