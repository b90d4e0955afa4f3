/** Between which values do the middle 95 % of draws lie? Null where there are too few draws to say. */
export function percentileInterval(
  draws: readonly number[],
  level = 0.95,
): { readonly low: number; readonly high: number } | null {
  if (draws.length < fewestDraws) return null;
  const sorted = Float64Array.from(draws).sort();
  return { low: quantileOf(sorted, (1 - level) / 2), high: quantileOf(sorted, (1 + level) / 2) };
}

/** Draws below which the ends of an interval are not known. */
const fewestDraws = 40;

/**
 * How often would draws lie as far on the other side of a value, were there nothing on either?
 *
 * Twice the smaller share of draws on a side, each with one more, so that it is never 0; null where there is no interval either.
 * Method: Davison and Hinkley 1997, doi:10.1017/CBO9780511802843, 4.2.
 */
export function sidedPValue(draws: readonly number[], value = 0): number | null {
  if (draws.length < fewestDraws) return null;
  const below = draws.filter((draw) => draw <= value).length;
  const above = draws.filter((draw) => draw >= value).length;
  return Math.min(1, (2 * (Math.min(below, above) + 1)) / (draws.length + 1));
}

/** Hyndman and Fan's definition 7, as R's `quantile`. */
function quantileOf(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}
