/** A straight line through points, and how far each point is above it. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
  readonly residuals: readonly number[];
  /** Share of the weighted variance of y that the line explains. */
  readonly explained: number;
}

/**
 * Which straight line lies nearest to weighted points?
 *
 * Rows: one residual per point. Null where fewer than three points, or points at one x alone, leave nothing to say.
 * Method: least squares with weights, as R's `lm(y ~ x, weights = w)`; the share explained is its R squared, 1 where y does not vary.
 * @param weights above 0
 */
export function weightedLine(
  x: readonly number[],
  y: readonly number[],
  weights: readonly number[],
): Line | null {
  if (x.length < 3) return null;
  const all = sum(weights, () => 1);
  const [meanX, meanY] = [x, y].map((values) => sum(weights, (i) => values[i]!) / all) as [number, number];
  const across = sum(weights, (i) => (x[i]! - meanX) ** 2);
  const spread = sum(weights, (i) => (y[i]! - meanY) ** 2);
  const scale = sum(weights, (i) => x[i]! ** 2);
  if (!(across > 1e-20 * scale)) return null;
  const slope = sum(weights, (i) => (x[i]! - meanX) * (y[i]! - meanY)) / across;
  const residuals = y.map((value, i) => value - meanY - slope * (x[i]! - meanX));
  const left = sum(weights, (i) => residuals[i]! ** 2);
  return {
    intercept: meanY - slope * meanX,
    slope,
    residuals,
    explained: spread === 0 ? 1 : 1 - left / spread,
  };
}

function sum(weights: readonly number[], of: (i: number) => number): number {
  return weights.reduce((total, weight, i) => total + weight * of(i), 0);
}
