import { checkCount, checkLevel } from './_check.js';
import type { Interval } from './binomial.js';
import { gammaQuantile, gammaUpperQuantile } from './gammaQuantile.js';

/** A rate with its limits; all null where nothing was exposed. */
export interface Rate {
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Between which means does a Poisson variable's true mean lie, given one count of it?
 *
 * Both limits stand at half of 1 - level; for a count of 0 the lower one is exactly 0 and the upper one
 * stays.
 *
 * Method: Garwood 1936, doi:10.1093/biomet/28.3-4.437, by gamma quantiles.
 * @param level confidence level, 0.95 unless told
 * @throws RangeError where the count is not a whole number of 0 or more, or the level is not between 0 and 1
 */
export function poissonInterval(count: number, level = 0.95): Interval {
  checkLevel(level);
  checkCount('count', count);
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : gammaQuantile(tail, count),
    high: gammaUpperQuantile(tail, count + 1),
  };
}

/**
 * At which rate do events fall, given a count of them over an exposure?
 *
 * Units: events per unit of exposure, whatever unit that has. No exposure and no events: all null.
 * Method: as poissonInterval, divided by the exposure.
 * @param exposure person-months or person-years, say
 * @param level confidence level, 0.95 unless told
 * @throws RangeError where events fall without exposure, or the count is not a whole number of 0 or more
 */
export function poissonRate(count: number, exposure: number, level = 0.95): Rate {
  const { low, high } = poissonInterval(count, level);
  if (!isExposed(count, exposure)) return { rate: null, low: null, high: null };
  return { rate: count / exposure, low: low / exposure, high: high / exposure };
}

/** Is there exposure to divide by? Events without it are an error in the data. */
export function isExposed(count: number, exposure: number): boolean {
  if (!Number.isFinite(exposure)) throw new RangeError(`invalid exposure: ${exposure}; give a finite number`);
  if (exposure > 0) return true;
  if (count > 0)
    throw new RangeError(`invalid exposure: ${exposure} for ${count} events; give a number above 0`);
  return false;
}
