import { betaQuantile } from './beta.js';

/** A change from a first value to a last, with its interval; no limits where there are too few values for them. */
export interface Change {
  readonly change: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Standard deviation of one value around its own level; null where there are no limits. */
  readonly noise: number | null;
}

/** Values between the first and the last that limits need. */
const fewestInner = 2;

/**
 * By how much did a series change from its first value to its last, beyond the noise of single values?
 *
 * The noise is what values differ by from the middle of their two neighbours: a steady rise or fall has none, whatever its slope,
 * and a bend counts as noise, so that limits are wide rather than narrow. Values must be equally spaced, and their noise must not
 * outlast the step between them: of daily values that average a week, give the means of months. The interval is of the change that
 * took place, not of one that would go on. Limits need four values.
 *
 * Units: those of the series.
 * Method: Gasser, Sroka and Jennen-Steinmetz 1986, doi:10.1093/biomet/73.3.625: variance of the noise `2 / 3` of the mean square of
 * the pseudo-residuals `(x[i-1] + x[i+1]) / 2 - x[i]`; the change has twice that variance. Student's t, its degrees of freedom by
 * Satterthwaite 1946, doi:10.2307/3002019, as neighbouring pseudo-residuals share values.
 * @param values one after the other, at least two
 * @param level confidence level, 0.95 unless told
 * @throws RangeError for fewer than two values, or one that is no number
 */
export function changeOver(values: readonly number[], level = 0.95): Change {
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined || values.length < 2) {
    throw new RangeError(`too few values: ${values.length}; a change needs two`);
  }
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`invalid value: ${wrong}; give numbers`);
  const change = last - first;
  const inner = values.length - 2;
  if (inner < fewestInner) return { change, low: null, high: null, noise: null };
  let squares = 0;
  for (let i = 1; i <= inner; i++) {
    const middle = ((values[i - 1] ?? 0) + (values[i + 1] ?? 0)) / 2;
    squares += (middle - (values[i] ?? 0)) ** 2;
  }
  const variance = ((2 / 3) * squares) / inner;
  const half = studentQuantile((1 + level) / 2, freedom(inner)) * Math.sqrt(2 * variance);
  return { change, low: change - half, high: change + half, noise: Math.sqrt(variance) };
}

/** Degrees of freedom of a mean of so many squared pseudo-residuals: `tr(A)^2 / tr(A^2)`, their covariances 3/2, -1 and 1/4. */
function freedom(inner: number): number {
  const traceOfSquare = inner * 1.5 ** 2 + 2 * (inner - 1) + 2 * Math.max(0, inner - 2) * 0.25 ** 2;
  return (1.5 * inner) ** 2 / traceOfSquare;
}

/**
 * Below which t does Student's variable fall with probability p?
 *
 * Method: by the beta distribution; Abramowitz and Stegun 1964, 26.7.1.
 * @param p from 0.5 to below 1
 * @param degrees degrees of freedom, above 0; may be a fraction
 * @throws RangeError where p is outside 0.5 to 1
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p >= 0.5 && p < 1))
    throw new RangeError(`invalid probability: ${p}; give 0.5 or more and less than 1`);
  const part = betaQuantile(2 * (1 - p), degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - part)) / part);
}
