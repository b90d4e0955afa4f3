const ENOUGH = 1e-10;
const STEPS = 400;

export interface LogTail {
  readonly value: number;
  readonly slope: number;
}

// Newton on the log of a tail: against log x where it rises, against x where it falls, so that the function is
// concave and one step brings the search to the side from which it converges; the bracket catches the rest.
export function solveTail(
  tail: (x: number) => LogTail,
  logTarget: number,
  start: number,
  most: number,
  rising: boolean,
): number {
  let low = 0;
  let high = most;
  let x = start;
  for (let i = 0; i < STEPS; i++) {
    const { value, slope } = tail(x);
    const miss = value - logTarget;
    if (miss === 0) return x;
    if (miss > 0 === rising) high = x;
    else low = x;
    const next = rising ? x * Math.exp(-miss / (slope * x)) : x - miss / slope;
    if (next > low && next < high) {
      if (Math.abs(next - x) <= ENOUGH * x) return next;
      x = next;
    } else {
      const middle = between(low, high, x);
      if (middle === 0 || middle === low || middle === high) return middle;
      x = middle;
    }
  }
  throw new RangeError(`no quantile found: log probability ${logTarget}; give less extreme arguments`);
}

function between(low: number, high: number, x: number): number {
  if (low === 0) return x * 1e-50;
  if (high === Number.POSITIVE_INFINITY) return 2 * x;
  return high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
}
