import { checkPositive, checkProbability } from './_check.js';
import { solveTail } from './_root.js';
import { deviance, stirlingCorrection } from './gamma.js';

const LOG_TWO_PI = 1.8378770664093456;
const TINY = 1e-300;
const TERMS = 1e7;

/**
 * With what probability is a gamma variable of this shape and scale 1 at most x?
 *
 * The regularised incomplete gamma function P(shape, x).
 *
 * Method: power series below shape + 1 (DLMF 8.7.1), continued fraction above (DLMF 8.9.2), both times a
 * factor in Loader's deviance form.
 * @param x 0 or more
 * @throws RangeError where x is negative, or the shape is not a finite number above 0
 */
export function gammaCdf(x: number, shape: number): number {
  checkArguments(x, shape);
  return Math.exp(logTails(x, shape).lower);
}

/**
 * With what probability does a gamma variable of this shape and scale 1 exceed x?
 *
 * Q(shape, x), computed so that a small upper tail keeps its digits. Method: as gammaCdf.
 * @param x 0 or more
 * @throws RangeError where x is negative, or the shape is not a finite number above 0
 */
export function gammaUpper(x: number, shape: number): number {
  checkArguments(x, shape);
  return Math.exp(logTails(x, shape).upper);
}

/**
 * Below which x does a gamma variable of this shape and scale 1 fall with probability p?
 *
 * Method: bracketed Newton steps on the logarithm of the smaller tail. Relative error is below 1e-12.
 * @param p lower tail probability, from 0 to 1
 * @throws RangeError where p is outside 0 to 1, or the shape is not a finite number above 0
 */
export function gammaQuantile(p: number, shape: number): number {
  checkProbability('probability', p);
  checkPositive('shape of the gamma distribution', shape);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  return p <= 0.5 ? solve(Math.log(p), true, shape) : solve(Math.log(1 - p), false, shape);
}

/**
 * Which x does a gamma variable of this shape and scale 1 exceed with probability q?
 *
 * gammaQuantile(1 - q, shape) without the rounding of 1 - q. Method: as gammaQuantile.
 * @param q upper tail probability, from 0 to 1
 * @throws RangeError where q is outside 0 to 1, or the shape is not a finite number above 0
 */
export function gammaUpperQuantile(q: number, shape: number): number {
  checkProbability('probability', q);
  checkPositive('shape of the gamma distribution', shape);
  if (q === 0) return Number.POSITIVE_INFINITY;
  if (q === 1) return 0;
  return q <= 0.5 ? solve(Math.log(q), false, shape) : solve(Math.log(1 - q), true, shape);
}

function checkArguments(x: number, shape: number): void {
  if (!(x >= 0)) throw new RangeError(`invalid x: ${x}; give a number of 0 or more`);
  checkPositive('shape of the gamma distribution', shape);
}

function solve(logTarget: number, isLower: boolean, shape: number): number {
  const tail = (x: number) => {
    const { lower, upper, log } = logTails(x, shape);
    const value = isLower ? lower : upper;
    const density = Math.exp(log - value) / x;
    return { value, slope: isLower ? density : -density };
  };
  return solveTail(tail, logTarget, shape, Number.POSITIVE_INFINITY, isLower);
}

function logTails(x: number, shape: number): { lower: number; upper: number; log: number } {
  if (x === 0) return { lower: Number.NEGATIVE_INFINITY, upper: 0, log: Number.NEGATIVE_INFINITY };
  if (x === Number.POSITIVE_INFINITY)
    return { lower: 0, upper: Number.NEGATIVE_INFINITY, log: Number.NEGATIVE_INFINITY };
  const log = 0.5 * (Math.log(shape) - LOG_TWO_PI) - stirlingCorrection(shape) - deviance(shape, x);
  if (x < shape + 1) {
    const lower = Math.min(0, log - Math.log(shape) + Math.log(series(x, shape)));
    return { lower, upper: Math.log(-Math.expm1(lower)), log };
  }
  const upper = Math.min(0, log + Math.log(fraction(x, shape)));
  return { lower: Math.log(-Math.expm1(upper)), upper, log };
}

function series(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < TERMS; k++) {
    term *= x / (shape + k);
    sum += term;
    if (term < sum * 1e-18) return sum;
  }
  throw new RangeError(`gamma distribution with shape ${shape}: no convergence; give a smaller shape`);
}

function fraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let product = d;
  for (let k = 1; k < TERMS; k++) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    product *= d * c;
    if (Math.abs(d * c - 1) <= 2.3e-16) return product;
  }
  throw new RangeError(`gamma distribution with shape ${shape}: no convergence; give a smaller shape`);
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
