import { checkPositive, checkProbability } from './_check.js';
import { solveTail } from './_root.js';
import { deviance, stirlingCorrection } from './gamma.js';

const LOG_TWO_PI = 1.8378770664093456;
const TINY = 1e-300;

/**
 * With what probability is a beta(a, b) variable at most x?
 *
 * The regularised incomplete beta function I_x(a, b).
 *
 * Method: the continued fraction of DiDonato and Morris 1992, doi:10.1145/131766.131776, BFRAC, by the
 * modified Lentz algorithm; its factor in Loader's deviance form, which keeps its digits at a and b of
 * millions.
 * @param x from 0 to 1
 * @throws RangeError where x is outside 0 to 1, or a or b is not a finite number above 0
 */
export function betaCdf(x: number, a: number, b: number): number {
  checkArguments('x', x, a, b);
  return Math.exp(logTails(x, 1 - x, a, b).lower);
}

/**
 * With what probability does a beta(a, b) variable exceed x?
 *
 * Computed on its own, so that a small upper tail keeps its digits. Method: as betaCdf.
 * @param x from 0 to 1
 * @throws RangeError where x is outside 0 to 1, or a or b is not a finite number above 0
 */
export function betaUpper(x: number, a: number, b: number): number {
  checkArguments('x', x, a, b);
  return Math.exp(logTails(x, 1 - x, a, b).upper);
}

/**
 * Below which x does a beta(a, b) variable fall with probability p?
 *
 * Below 1e-308 the answer is 0. Relative error is below 1e-12, for a and b up to millions and p down to
 * 1e-300.
 *
 * Method: bracketed Newton steps on the logarithm of the smaller tail, in x or 1 - x, whichever is smaller.
 * @param p lower tail probability, from 0 to 1
 * @throws RangeError where p is outside 0 to 1, or a or b is not a finite number above 0
 */
export function betaQuantile(p: number, a: number, b: number): number {
  checkArguments('probability', p, a, b);
  if (p === 0 || p === 1) return p;
  return p <= 0.5 ? solve(Math.log(p), true, a, b) : solve(Math.log(1 - p), false, a, b);
}

/**
 * Which x does a beta(a, b) variable exceed with probability q?
 *
 * betaQuantile(1 - q, a, b) without the rounding of 1 - q. Method: as betaQuantile.
 * @param q upper tail probability, from 0 to 1
 * @throws RangeError where q is outside 0 to 1, or a or b is not a finite number above 0
 */
export function betaUpperQuantile(q: number, a: number, b: number): number {
  checkArguments('probability', q, a, b);
  if (q === 0 || q === 1) return 1 - q;
  return q <= 0.5 ? solve(Math.log(q), false, a, b) : solve(Math.log(1 - q), true, a, b);
}

function checkArguments(what: string, p: number, a: number, b: number): void {
  checkProbability(what, p);
  checkPositive('shape of the beta distribution', a);
  checkPositive('shape of the beta distribution', b);
}

function solve(logTarget: number, isLower: boolean, a: number, b: number): number {
  const middle = logTails(0.5, 0.5, a, b);
  const left = isLower ? middle.lower >= logTarget : middle.upper <= logTarget;
  return left ? solveLeft(logTarget, isLower, a, b) : 1 - solveLeft(logTarget, !isLower, b, a);
}

function solveLeft(logTarget: number, isLower: boolean, a: number, b: number): number {
  const tail = (x: number) => {
    const { lower, upper, log } = logTails(x, 1 - x, a, b);
    const value = isLower ? lower : upper;
    const density = Math.exp(log - value) / (x * (1 - x));
    return { value, slope: isLower ? density : -density };
  };
  return solveTail(tail, logTarget, Math.min(0.5, a / (a + b)), 0.5 + 2e-16, isLower);
}

function logTails(x: number, y: number, a: number, b: number): { lower: number; upper: number; log: number } {
  if (x === 0) return { lower: Number.NEGATIVE_INFINITY, upper: 0, log: Number.NEGATIVE_INFINITY };
  if (y === 0) return { lower: 0, upper: Number.NEGATIVE_INFINITY, log: Number.NEGATIVE_INFINITY };
  const n = a + b;
  const correction = stirlingCorrection(n) - stirlingCorrection(a) - stirlingCorrection(b);
  const scale = 0.5 * (Math.log(a) + Math.log(b / n) - LOG_TWO_PI);
  const log = scale + correction - deviance(a, n * x) - deviance(b, n * y);
  if (x <= (a + 1) / (n + 2)) {
    const lower = Math.min(0, log + Math.log(fraction(x, y, a, b)));
    return { lower, upper: Math.log(-Math.expm1(lower)), log };
  }
  const upper = Math.min(0, log + Math.log(fraction(y, x, b, a)));
  return { lower: Math.log(-Math.expm1(upper)), upper, log };
}

function fraction(x: number, y: number, a: number, b: number): number {
  const excess = a * y - b * x + 1;
  let c = nonZero((a * excess) / (a + 1));
  let d = 0;
  let product = c;
  for (let m = 1; m < 1e7; m++) {
    const odd = a + 2 * m - 1;
    const inner = (m * (b - m) * x) / odd;
    const numerator = (inner * (a + m - 1) * (a + b + m - 1) * x) / odd;
    const denominator = m + inner + ((a + m) * (excess + m * (1 + y))) / (odd + 2);
    d = 1 / nonZero(denominator + numerator * d);
    c = nonZero(denominator + numerator / c);
    product *= c * d;
    if (Math.abs(c * d - 1) <= 2.3e-16) return 1 / product;
  }
  throw new RangeError(`beta distribution with shapes ${a} and ${b}: no convergence; give smaller shapes`);
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
