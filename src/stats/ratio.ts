import { checkCount, checkLevel } from './_check.js';
import { centralPValue, clopperPearson } from './binomial.js';
import { isExposed } from './poisson.js';

/** A ratio with exact limits and the central p-value of a ratio of 1; null is undefined or unbounded. */
export interface Ratio {
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly pValue: number | null;
}

/** Nothing to compare. */
export const nothing: Ratio = { ratio: null, low: null, high: null, pValue: null };

/**
 * How many people move forward for every one who moves backward?
 *
 * Nobody backward: ratio and upper limit are null, the lower limit still stands at half of 1 - level. Nobody
 * forward: ratio and lower limit are 0. Nobody at all: all null. The p-value is below 1 - level exactly where
 * the interval leaves 1 out.
 *
 * Method: given the total, forward moves are binomial; Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404,
 * on p, turned into the odds p/(1-p).
 * @param level confidence level, 0.95 unless told
 * @throws RangeError where a count is not a whole number of 0 or more, or the level is not between 0 and 1
 */
export function flowRatio(forward: number, backward: number, level = 0.95): Ratio {
  checkMoves(forward, backward, level);
  return oddsTimes(forward, backward, 1, 0.5, level);
}

/**
 * How many times likelier is a month at the one place to end in a forward move than a month at the other in a
 * backward one?
 *
 * Empty sides as in flowRatio. A side with no exposure and no moves has no rate: all null. The p-value tests
 * equal rates.
 *
 * Method: the interval of flowRatio times exposureBackward / exposureForward; Przyborowski and Wilenski 1940,
 * doi:10.1093/biomet/31.3-4.313, for the conditional test.
 * @param exposureForward person-months from which forward moves start
 * @param exposureBackward person-months from which backward moves start
 * @param level confidence level, 0.95 unless told
 * @throws RangeError where moves start from no exposure, a count is not a whole number of 0 or more, or the
 * level is not between 0 and 1
 */
export function rateRatio(
  forward: number,
  exposureForward: number,
  backward: number,
  exposureBackward: number,
  level = 0.95,
): Ratio {
  checkMoves(forward, backward, level);
  const exposed = [isExposed(forward, exposureForward), isExposed(backward, exposureBackward)];
  if (exposed.includes(false)) return nothing;
  const share = exposureForward / (exposureForward + exposureBackward);
  return oddsTimes(forward, backward, exposureBackward / exposureForward, share, level);
}

/** Odds of a share times a factor, with limits and the test that it has the share told; counts may be fractions. */
export function oddsTimes(
  forward: number,
  backward: number,
  factor: number,
  share: number,
  level: number,
): Ratio {
  const total = forward + backward;
  if (total === 0) return nothing;
  const p = clopperPearson(forward, total, level);
  // The complements on their own, since 1 - p has lost its digits where p is near 1.
  const q = clopperPearson(backward, total, level);
  return {
    ratio: backward === 0 ? null : (forward / backward) * factor,
    low: (p.low / q.high) * factor,
    high: backward === 0 ? null : (p.high / q.low) * factor,
    pValue: centralPValue(forward, total, share),
  };
}

function checkMoves(forward: number, backward: number, level: number): void {
  checkCount('forward moves', forward);
  checkCount('backward moves', backward);
  checkLevel(level);
}
