import type { Sides } from './effective.js';
import { differenceLimits, type GrowthSplit } from './growth.js';
import { weightedRate, weightedRatio } from './weighted.js';

/**
 * How much of weighted hires to weighted exits is growth, and how much is that few leave?
 *
 * As `growthSplit`; hires are the one side, exits the other. Method: Fay and Feuer 1997 for the hazard, the effective size of Korn and Graubard
 * 1998 for the ratio; growth is a difference of two rates, with the limits of Zou and Donner 2008, doi:10.1002/sim.3095, from those of each: approximate.
 * @param heaviest the greatest weight of anybody who may leave
 * @param exposure weighted person-years of the people who may leave
 * @param level confidence level, 0.95 unless told
 * @throws RangeError as `weightedRate` and `effectiveSize`
 */
export function weightedGrowth(sides: Sides, heaviest: number, exposure: number, level = 0.95): GrowthSplit {
  const hires = { sum: sides.one, squares: sides.oneSquared, heaviest };
  const exits = { sum: sides.other, squares: sides.otherSquared, heaviest };
  const [hired, hazard] = [weightedRate(hires, exposure, level), weightedRate(exits, exposure, level)];
  const ratio = weightedRatio(sides, level);
  if (hazard.rate === null) return { growth: hazard, hazard, ratio };
  const rate = (sides.one - sides.other) / exposure;
  return { growth: { rate, ...differenceLimits(rate, hired, hazard) }, hazard, ratio };
}
