import { checkCount, checkLevel } from './_check.js';
import type { Interval } from './binomial.js';
import { isExposed, poissonRate, type Rate } from './poisson.js';
import { flowRatio, type Ratio } from './ratio.js';

/** Hires to exits, and the growth and the hazard that it is made of. Units: rates per unit of exposure. */
export interface GrowthSplit {
  /** Hires less exits over the exposure. */
  readonly growth: Rate;
  /** Exits over the exposure. */
  readonly hazard: Rate;
  readonly ratio: Ratio;
}

/**
 * How much of hires to exits is growth, and how much is that few leave?
 *
 * Hires over exposure are growth and hazard together, so that the ratio is (growth + hazard) / hazard: a firm that doubles has many
 * hires for each exit, whoever leaves. Empty sides of the ratio as in flowRatio; without exposure there are no rates, and without exits no ratio.
 *
 * Units: rates per unit of exposure, continuous.
 * Method: Garwood 1936 for the hazard, the conditional binomial for the ratio, both exact; growth is a difference of two rates, with the limits of Zou and
 * Donner 2008, doi:10.1002/sim.3095, from Garwood's: approximate.
 * @param exposure person-years of the people who may leave
 * @param level confidence level, 0.95 unless told
 * @throws RangeError where a count is not a whole number of 0 or more, the exposure is not finite, or the level is not between 0 and 1
 */
export function growthSplit(hires: number, exits: number, exposure: number, level = 0.95): GrowthSplit {
  checkLevel(level);
  checkCount('hires', hires);
  checkCount('exits', exits);
  const ratio = flowRatio(hires, exits, level);
  // Who leaves in the first month of a window was exposed before it.
  if (!isExposed(0, exposure)) return { growth: noRate, hazard: noRate, ratio };
  const [hired, hazard] = [poissonRate(hires, exposure, level), poissonRate(exits, exposure, level)];
  const rate = (hires - exits) / exposure;
  return { growth: { rate, ...differenceLimits(rate, hired, hazard) }, hazard, ratio };
}

/**
 * How many hires does a firm show for each exit, at a steady growth and hazard?
 *
 * Units: continuous rates per year. Without a hazard there are no exits: null.
 * @param growth rate at which the firm grows, ln 3 where it triples in a year; negative where it shrinks
 * @param hazard rate at which its people leave
 * @throws RangeError where a rate is not finite, or the hazard is negative
 */
export function hiresToExits(growth: number, hazard: number): number | null {
  checkRate('growth', growth);
  checkHazard(hazard);
  return hazard === 0 ? null : Math.max(0, (growth + hazard) / hazard);
}

/**
 * At which growth does a firm of a known hazard show a ratio of hires to exits?
 *
 * Units: continuous rates per year.
 * @throws RangeError where the ratio or the hazard is negative or not finite
 */
export function impliedGrowth(ratio: number, hazard: number): number {
  checkRatio(ratio);
  checkHazard(hazard);
  return (ratio - 1) * hazard;
}

/**
 * At which hazard does a firm of a known growth show a ratio of hires to exits?
 *
 * Units: continuous rates per year. Null where no hazard does: a firm that grows shows more than 1, and one that does not grow shows 1 at any hazard.
 * @throws RangeError where the ratio is negative, or a number is not finite
 */
export function impliedHazard(ratio: number, growth: number): number | null {
  checkRatio(ratio);
  checkRate('growth', growth);
  const hazard = ratio === 1 ? Number.NaN : growth / (ratio - 1);
  return hazard > 0 && Number.isFinite(hazard) ? hazard : null;
}

const noRate: Rate = { rate: null, low: null, high: null };

/** Limits of a difference of two rates from the limits of each. */
export function differenceLimits(rate: number, more: Rate, less: Rate): Interval {
  const away = (a: Rate, b: Rate): number =>
    Math.hypot((a.rate ?? 0) - (a.low ?? 0), (b.high ?? 0) - (b.rate ?? 0));
  return { low: rate - away(more, less), high: rate + away(less, more) };
}

function checkRatio(ratio: number): void {
  if (!(ratio >= 0 && ratio < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid ratio: ${ratio}; give a finite number, 0 or more`);
}

function checkHazard(hazard: number): void {
  if (!(hazard >= 0 && hazard < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid hazard: ${hazard}; give a finite rate, 0 or more`);
}

function checkRate(what: string, rate: number): void {
  if (!Number.isFinite(rate)) throw new RangeError(`invalid ${what}: ${rate}; give a finite rate`);
}
