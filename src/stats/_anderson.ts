/** Guesses the fixed point of a map from what it made of the points before. */
export interface Accelerator {
  /** From a point and what the map makes of it to the next point. */
  next(point: Float64Array, mapped: Float64Array): Float64Array;
}

/**
 * Method: Anderson 1965, doi:10.1145/321296.321305, in the form of Walker and Ni 2011, doi:10.1137/10078356X: the combination of the last
 * steps that would have changed least; least squares by Gram and Schmidt, steps that depend on others left out.
 * @param memory how many steps are remembered
 */
export function andersonOf(memory: number): Accelerator {
  let steps: { readonly change: Float64Array; readonly mapped: Float64Array }[] = [];
  let last: { readonly change: Float64Array; readonly mapped: Float64Array } | null = null;
  return {
    next(point, mapped) {
      const change = mapped.map((value, k) => value - point[k]!);
      if (last !== null) {
        const before = last;
        steps.push({
          change: change.map((value, k) => value - before.change[k]!),
          mapped: mapped.map((value, k) => value - before.mapped[k]!),
        });
        if (steps.length > memory) steps = steps.slice(1);
      }
      last = { change, mapped };
      const shares = leastSquares(
        steps.map((step) => step.change),
        change,
      );
      const guess = mapped.slice();
      for (const [i, share] of shares.entries()) {
        const step = steps[i]!.mapped;
        if (share !== 0) for (const k of guess.keys()) guess[k] = guess[k]! - share * step[k]!;
      }
      return guess;
    },
  };
}

/** Shares of columns that come nearest to a target together; newest columns first, 0 for one that depends on those. */
function leastSquares(columns: readonly Float64Array[], target: Float64Array): number[] {
  const base: {
    readonly at: number;
    readonly unit: Float64Array;
    readonly parts: number[];
    readonly length: number;
  }[] = [];
  for (let at = columns.length - 1; at >= 0; at--) {
    const unit = columns[at]!.slice();
    const whole = Math.sqrt(dot(unit, unit));
    const parts = base.map(() => 0);
    for (let again = 0; again < 2; again++) {
      for (const [i, other] of base.entries()) {
        const part = dot(other.unit, unit);
        parts[i] = parts[i]! + part;
        for (const k of unit.keys()) unit[k] = unit[k]! - part * other.unit[k]!;
      }
    }
    const length = Math.sqrt(dot(unit, unit));
    if (!(length > 1e-8 * whole)) continue;
    for (const k of unit.keys()) unit[k] = unit[k]! / length;
    base.push({ at, unit, parts, length });
  }
  const shares = columns.map(() => 0);
  const along = base.map(({ unit }) => dot(unit, target));
  for (let i = base.length - 1; i >= 0; i--) {
    const { at, length } = base[i]!;
    let rest = along[i]!;
    for (let j = i + 1; j < base.length; j++) rest -= base[j]!.parts[i]! * shares[base[j]!.at]!;
    shares[at] = rest / length;
  }
  return shares;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
