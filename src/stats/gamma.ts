import { checkPositive } from './_check.js';

const HALF_LOG_TWO_PI = 0.9189385332046727;
const SHIFT = 16;

/**
 * What is the natural logarithm of the gamma function at x?
 *
 * The error is at most about 2e-15, relative or absolute, whichever is larger (the value crosses 0 at 1 and
 * 2).
 *
 * Method: Stirling's series with the Bernoulli corrections, after moving x to 16 or more by recurrence;
 * Abramowitz and Stegun 1964, 6.1.41.
 * @param x a finite number above 0
 * @throws RangeError where x is not a finite number above 0
 */
export function logGamma(x: number): number {
  checkPositive('argument of logGamma', x);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingCorrection(x);
}

/**
 * What is the natural logarithm of the beta function at (a, b)?
 *
 * The terms that grow like a and b cancel on paper and not in floating point, so large arguments keep their
 * digits.
 *
 * Method: differences of Stirling corrections; DiDonato and Morris 1992, doi:10.1145/131766.131776, BCORR.
 * @param a a finite number above 0
 * @param b a finite number above 0
 * @throws RangeError where a or b is not a finite number above 0
 */
export function logBeta(a: number, b: number): number {
  checkPositive('argument of logBeta', a);
  checkPositive('argument of logBeta', b);
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const correction = stirlingCorrection(small) + (stirlingCorrection(large) - stirlingCorrection(a + b));
  const smooth = (small - 0.5) * Math.log(small / (a + b)) - large * Math.log1p(small / large);
  return smooth + HALF_LOG_TWO_PI - 0.5 * Math.log(large) + correction;
}

/**
 * By how much does Stirling's formula for log gamma fall short at x?
 *
 * logGamma(x) = (x - 1/2) log x - x + log(2 pi)/2 + stirlingCorrection(x).
 *
 * Method: asymptotic series from 16 on; below it the recurrence, each step of which is
 * (x + 1/2) log(1 + 1/x) - 1.
 */
export function stirlingCorrection(x: number): number {
  let shifted = x;
  let steps = 0;
  while (shifted < SHIFT) {
    steps += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
    shifted += 1;
  }
  const r = 1 / (shifted * shifted);
  const tail = 1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r / 156)));
  return steps + (1 / 12 - r * (1 / 360 - r * tail)) / shifted;
}

/**
 * How far is x from its mean m, as the deviance x log(x/m) + m - x?
 *
 * Where x is near m the difference is summed as a series, so nothing cancels.
 *
 * Method: Loader 2000, "Fast and accurate computation of binomial probabilities", bd0.
 */
export function deviance(x: number, mean: number): number {
  const gap = x - mean;
  if (Math.abs(gap) >= 0.1 * (x + mean)) return x * (Math.log(x) - Math.log(mean)) + mean - x;
  const v = gap / (x + mean);
  let sum = gap * v;
  let power = 2 * x * v;
  for (let k = 3; ; k += 2) {
    power *= v * v;
    const next = sum + power / k;
    if (next === sum) return sum;
    sum = next;
  }
}
