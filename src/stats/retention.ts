import { checkPositive } from './_check.js';

/**
 * Which share of the recent hires is still present, at a steady rate of leaving and a steady growth of
 * hiring?
 *
 * Turns cohort survival into what a count of recent hires shows: those hired within the last months, weighted
 * by when they were hired. The faster hiring grows, the more of them are new and the higher the share, with
 * nobody staying longer.
 *
 * Units: continuous rates per year; months of the window.
 * Method: with T = months/12, [(1 - e^(-T(h+g)))/(h+g)] / [(1 - e^(-Tg))/g], and (1 - e^(-Th))/(Th) at g = 0;
 * the mean of e^(-hs) over ages s with density in proportion to e^(-gs).
 * @param hazardPerYear rate of leaving, 0 or more
 * @param growthPerYear rate at which hiring grows; negative where it shrinks
 * @param months length of the window, 24 unless told
 * @throws RangeError where the hazard is negative, the months are not above 0, or the growth leaves no finite
 * answer
 */
export function presentShare(hazardPerYear: number, growthPerYear: number, months = 24): number {
  if (!(hazardPerYear >= 0 && hazardPerYear < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid hazard per year: ${hazardPerYear}; give a finite number, 0 or more`);
  checkPositive('months', months);
  const years = months / 12;
  const share = meanDecay(years * (hazardPerYear + growthPerYear)) / meanDecay(years * growthPerYear);
  if (!Number.isFinite(share))
    throw new RangeError(`invalid growth per year: ${growthPerYear}; give a continuous rate such as 0.5`);
  return share;
}

function meanDecay(z: number): number {
  return z === 0 ? 1 : -Math.expm1(-z) / z;
}
