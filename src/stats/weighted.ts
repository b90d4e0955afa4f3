import { checkLevel, checkPositive } from './_check.js';
import { clopperPearson } from './binomial.js';
import { effectiveSize, type Sides } from './effective.js';
import { gammaQuantile, gammaUpperQuantile } from './gammaQuantile.js';
import type { Rate } from './poisson.js';
import { nothing, oddsTimes, type Ratio } from './ratio.js';

/**
 * Which share of the weight is on one side, and between which limits?
 *
 * Nothing on either side: all null. Units: shares from 0 to 1.
 * Method: Korn and Graubard 1998, Survey Methodology 24(2), 193-201: the limits of Clopper and Pearson at the effective size.
 * @param level confidence level, 0.95 unless told
 * @throws RangeError as `effectiveSize`
 */
export function weightedShare(
  sides: Sides,
  level = 0.95,
): { readonly share: number | null; readonly low: number | null; readonly high: number | null } {
  const all = sides.one + sides.other;
  if (all === 0) return { share: null, low: null, high: null };
  const size = effectiveSize(sides, level);
  const share = sides.one / all;
  return { share, ...clopperPearson(Math.min(size, share * size), size, level) };
}

/**
 * How much weight is on one side for every one on the other, and between which limits?
 *
 * Empty sides as in `flowRatio`. Method: as `flowRatio`, of the effective size and its weighted shares.
 * @param level confidence level, 0.95 unless told
 * @throws RangeError as `effectiveSize`
 */
export function weightedRatio(sides: Sides, level = 0.95): Ratio {
  return oddsOf(sides, 1, 0.5, level);
}

/**
 * How many times likelier is a weighted month at the one place to end on one side than one at the other place on the other?
 *
 * Method: as `rateRatio`, of the effective size and its weighted shares. A side with no exposure has no rate: all null.
 * @param exposureOne weighted person-months from which moves to the one side start
 * @param exposureOther weighted person-months from which moves to the other start
 * @throws RangeError as `effectiveSize`
 */
export function weightedRateRatio(
  sides: Sides,
  exposureOne: number,
  exposureOther: number,
  level = 0.95,
): Ratio {
  if (!(exposureOne > 0 && exposureOther > 0)) return nothing;
  const share = exposureOne / (exposureOne + exposureOther);
  return oddsOf(sides, exposureOther / exposureOne, share, level);
}

function oddsOf(sides: Sides, factor: number, share: number, level: number): Ratio {
  const { one, other } = sides;
  if (one + other === 0) return nothing;
  const size = effectiveSize(sides, level);
  const side = (weight: number): number => size * (weight / (one + other));
  return oddsTimes(side(one), other === 0 ? 0 : size - side(one), factor, share, level);
}

/** Weighted events: their sum, and the sum over people of the square of what each sums to. */
export interface WeightedEvents {
  readonly sum: number;
  readonly squares: number;
  /** The greatest weight of anybody at risk. */
  readonly heaviest: number;
}

/**
 * At which rate do weighted events fall over a weighted exposure?
 *
 * The lower limit is that of the effective count `sum^2 / squares`; the upper one allows for one more event of the greatest weight. No
 * exposure: all null. Of weights that are all the same, of a person each, limits are those of `poissonRate`.
 *
 * Units: events per unit of exposure. Method: Fay and Feuer 1997, doi:10.1002/(SICI)1097-0258(19970415)16:7<791::AID-SIM500>3.0.CO;2-#.
 * @param level confidence level, 0.95 unless told
 * @throws RangeError where nobody has a weight, or the level is not between 0 and 1
 */
export function weightedRate(
  { sum, squares, heaviest }: WeightedEvents,
  exposure: number,
  level = 0.95,
): Rate {
  checkLevel(level);
  if (!(exposure > 0)) return { rate: null, low: null, high: null };
  checkPositive('greatest weight', heaviest);
  const tail = (1 - level) / 2;
  const [more, moreSquared] = [sum + heaviest, squares + heaviest ** 2];
  const low = sum === 0 ? 0 : (squares / sum) * gammaQuantile(tail, sum ** 2 / squares);
  const high = (moreSquared / more) * gammaUpperQuantile(tail, more ** 2 / moreSquared);
  return { rate: sum / exposure, low: low / exposure, high: high / exposure };
}
