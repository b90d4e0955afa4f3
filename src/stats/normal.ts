import { checkProbability } from './_check.js';

const SQRT_TWO_PI = 2.5066282746310007;
const CENTRE = 1.5;
const FARTHEST = 40;

/**
 * With what probability is a standard normal variable at most z?
 *
 * Both tails keep their digits: the lower one down to the smallest double.
 *
 * Method: series around 0, Laplace's continued fraction for Mills' ratio beyond 1.5; Abramowitz and Stegun
 * 1964, 26.2.11 and 26.2.14.
 * @throws RangeError where z is not a number
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError(`invalid z: ${z}; give a number`);
  if (Math.abs(z) < CENTRE) return 0.5 + centre(z);
  return z < 0 ? density(z) * mills(-z) : 1 - density(z) * mills(z);
}

/**
 * Below which z does a standard normal variable fall with probability p?
 *
 * Method: Newton on the central area for p within 0.4 of one half, else on the logarithm of the tail.
 * @param p lower tail probability, from 0 to 1; 0 and 1 give the infinities
 * @throws RangeError where p is outside 0 to 1
 */
export function normalQuantile(p: number): number {
  checkProbability('probability', p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (Math.abs(p - 0.5) < 0.4) return newton((z) => (centre(z) - (p - 0.5)) / density(z), 0);
  const target = Math.log(Math.min(p, 1 - p));
  const excess = (z: number) => Math.log(mills(z) / SQRT_TWO_PI) - 0.5 * z * z - target;
  const upper = newton((z) => -excess(z) * mills(z), Math.sqrt(-2 * (Math.LN2 + target)));
  return p < 0.5 ? -upper : upper;
}

function newton(step: (z: number) => number, start: number): number {
  let z = start;
  for (let i = 0; i < 100; i++) {
    const change = step(z);
    z -= change;
    if (Math.abs(change) <= 1e-9 * Math.abs(z)) break;
  }
  return z;
}

function density(z: number): number {
  if (Math.abs(z) > FARTHEST) return 0;
  // Split, so that the rounding of a large square does not reach the exponent.
  const rounded = Math.trunc(z * 16) / 16;
  return (Math.exp(-0.5 * rounded * rounded) * Math.exp(-0.5 * (z - rounded) * (z + rounded))) / SQRT_TWO_PI;
}

function centre(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > Math.abs(sum) * 1e-18; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return density(z) * sum;
}

function mills(z: number): number {
  let tail = z;
  for (let k = Math.ceil(20 + 400 / (z * z)); k > 0; k--) tail = z + k / tail;
  return 1 / tail;
}
