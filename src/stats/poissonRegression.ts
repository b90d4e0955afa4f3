import { type Cholesky, cholesky, solved } from './_cholesky.js';
import { type PoissonCells, type Prepared, prepared } from './_poissonCells.js';
import { devianceAt, informationAt, likelihoodAt, predictors } from './_poissonFit.js';

export type { PoissonCells };

/** A Poisson regression; figures are null for columns that the data cannot tell. */
export interface PoissonRegression {
  readonly coefficients: readonly (number | null)[];
  /** Standard errors by the information, as R's summary(glm) has them. */
  readonly errors: readonly (number | null)[];
  readonly deviance: number;
  /** Columns that are a mixture of those before them and of the groups. */
  readonly aliased: readonly number[];
  /** Columns whose coefficient runs off to infinity, and in which direction; the deviance is the limit. */
  readonly separated: readonly { readonly column: number; readonly sign: 1 | -1 }[];
  /** Groups without a single event: they say nothing and are left out. */
  readonly empty: readonly number[];
  readonly converged: boolean;
  readonly iterations: number;
  /** Where the search ended, to begin another one from. */
  readonly end: Float64Array;
}

const mostSteps = 80;
const sameAs = 1e-10;
const settled = 1e-10;
const flat = 1e-12;

/**
 * How does a rate depend on covariates, where each group has a level of its own?
 *
 * `log E[count] = log exposure + level of the group + row of the design · coefficients`. The levels are never held: given the
 * coefficients they follow from the totals, so there may be many. Cells without exposure are left out, and so are groups without events. A column that
 * is a mixture of others is left out and named, as R does; where a coefficient has no finite best value it is named with its direction.
 *
 * Units: rates per unit of exposure, coefficients in logs of it. Method: maximum likelihood by Newton's steps on the likelihood without the levels,
 * halved where it would fall; for the log link these are the steps of iteratively reweighted least squares (McCullagh and Nelder 1989).
 * @param design rows of covariates, all of one length
 * @param start coefficients to begin from, 0 unless told
 * @throws RangeError where a count is no whole number of 0 or more, an exposure is below 0, or there are events without exposure
 */
export function poissonRegression(
  cells: PoissonCells,
  design: readonly (readonly number[])[],
  start?: ArrayLike<number>,
): PoissonRegression {
  const data = prepared(cells, design);
  const { size } = data;
  let at: Float64Array = Float64Array.from({ length: size }, (_, j) => start?.[j] ?? 0);
  const first = informationAt(data, new Float64Array(size));
  const scale = first.squares;
  const { held: told, pivots } = cholesky(first.information, size, (j) => sameAs * scale[j]!);
  for (let j = 0; j < size; j++) if (!told[j]) at[j] = 0;
  let likelihood = likelihoodAt(data, at);
  let converged = false;
  let iterations = 0;
  let idle = 0;
  const running = new Map<number, 1 | -1>();
  while (!converged && iterations < mostSteps && idle < 2) {
    iterations++;
    const { information, score } = informationAt(data, at);
    const root = cholesky(information, size, (j) =>
      told[j] ? 1e-13 * pivots[j]! : Number.POSITIVE_INFINITY,
    );
    const step = solved(root, score);
    const far = farthest(data, step);
    const { next, reached, share } = walked(data, at, step, likelihood, Math.min(1, 8 / far));
    converged = far * share < settled;
    const isFlat = reached - likelihood < flat * (1 + Math.abs(likelihood));
    // Steps that stay long though nothing is gained any more lead to infinity.
    idle = isFlat && far * share > 0.3 ? idle + 1 : 0;
    if (idle === 2)
      for (const [j, along] of step.entries())
        if (Math.abs(along) * data.range[j]! > 0.05) running.set(j, along > 0 ? 1 : -1);
    for (const [j, isTold] of told.entries())
      if (isTold && !root.held[j]) running.set(j, at[j]! > 0 ? 1 : -1);
    at = next;
    likelihood = reached;
  }
  const separated = [...running].map(([column, sign]) => ({ column, sign }));
  const isTold = (j: number): boolean => told[j] === true && !running.has(j);
  const { information } = informationAt(data, at);
  const root = cholesky(information, size, (j) =>
    isTold(j) ? 1e-13 * pivots[j]! : Number.POSITIVE_INFINITY,
  );
  return {
    coefficients: Array.from(at, (value, j) => (isTold(j) ? value : null)),
    errors: Array.from(at, (_, j) => (root.held[j] ? Math.sqrt(inverseAt(root, j)) : null)),
    deviance: devianceAt(data, at),
    aliased: [...told.keys()].filter((j) => !told[j]),
    separated,
    empty: data.empty,
    converged: converged || running.size > 0,
    iterations,
    end: at,
  };
}

/** The most that a step changes the log of any rate. */
function farthest(data: Prepared, step: Float64Array): number {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const change of predictors(data, step)) {
    least = Math.min(least, change);
    most = Math.max(most, change);
  }
  return most - least;
}

function walked(data: Prepared, at: Float64Array, step: Float64Array, likelihood: number, most: number) {
  let share = most;
  for (let tries = 0; tries < 40; tries++) {
    const next = at.map((value, j) => value + share * step[j]!);
    const reached = likelihoodAt(data, next);
    if (reached >= likelihood - 1e-13 * (1 + Math.abs(likelihood))) return { next, reached, share };
    share /= 2;
  }
  return { next: at, reached: likelihood, share: 0 };
}

function inverseAt(root: Cholesky, j: number): number {
  const unit = new Float64Array(root.held.length);
  unit[j] = 1;
  return solved(root, unit)[j]!;
}
