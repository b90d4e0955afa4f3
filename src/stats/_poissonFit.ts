import type { Prepared } from './_poissonCells.js';

/** Logs of the rates at each row, up to a constant. */
export function predictors({ values, columns, from, height }: Prepared, at: Float64Array): Float64Array {
  const found = new Float64Array(height);
  for (let r = 0; r < height; r++)
    for (let v = from[r]!; v < from[r + 1]!; v++) found[r]! += values[v]! * at[columns[v]!]!;
  return found;
}

/** Rates at each row over the largest of them, and their logs. */
function ratesAt(
  data: Prepared,
  at: Float64Array,
): { readonly logs: Float64Array; readonly rates: Float64Array } {
  const logs = predictors(data, at);
  let top = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < logs.length; r++) if (logs[r]! > top) top = logs[r]!;
  const rates = new Float64Array(logs.length);
  for (let r = 0; r < logs.length; r++) {
    logs[r]! -= top;
    rates[r] = Math.exp(logs[r]!);
  }
  return { logs, rates };
}

/** The log likelihood without the levels, up to a constant. */
export function likelihoodAt(data: Prepared, at: Float64Array): number {
  const { starts, totals, rows, exposures, events, height } = data;
  const { logs, rates } = ratesAt(data, at);
  let sum = 0;
  for (let r = 0; r < height; r++) if (events[r]! > 0) sum += events[r]! * logs[r]!;
  for (let g = 0; g < totals.length; g++) {
    let expected = 0;
    for (let i = starts[g]!; i < starts[g + 1]!; i++) expected += exposures[i]! * rates[rows[i]!]!;
    sum -= totals[g]! * Math.log(expected);
  }
  return sum;
}

/** Its slope and curvature, and the weighted squares of the columns. */
export function informationAt(data: Prepared, at: Float64Array) {
  const { size, height, values, columns, from, events, starts, totals, rows, exposures } = data;
  const { rates } = ratesAt(data, at);
  const weights = new Float64Array(height);
  const information = new Float64Array(size * size);
  const mean = new Float64Array(size);
  for (let g = 0; g < totals.length; g++) {
    const [first, end, total] = [starts[g]!, starts[g + 1]!, totals[g]!];
    let expected = 0;
    for (let i = first; i < end; i++) expected += exposures[i]! * rates[rows[i]!]!;
    mean.fill(0);
    for (let i = first; i < end; i++) {
      const row = rows[i]!;
      const fitted = (total * exposures[i]! * rates[row]!) / expected;
      weights[row]! += fitted;
      for (let v = from[row]!; v < from[row + 1]!; v++) mean[columns[v]!]! += fitted * values[v]!;
    }
    for (let j = 0; j < size; j++)
      for (let k = 0; k <= j; k++) information[j * size + k]! -= (mean[j]! * mean[k]!) / total;
  }
  const score = new Float64Array(size);
  const squares = new Float64Array(size);
  for (let r = 0; r < height; r++) {
    const [weight, short] = [weights[r]!, events[r]! - weights[r]!];
    for (let v = from[r]!; v < from[r + 1]!; v++) {
      const j = columns[v]!;
      const weighted = weight * values[v]!;
      score[j]! += short * values[v]!;
      squares[j]! += weighted * values[v]!;
      for (let w = from[r]!; w <= v; w++) information[j * size + columns[w]!]! += weighted * values[w]!;
    }
  }
  for (let j = 0; j < size; j++)
    for (let k = 0; k < j; k++) information[k * size + j] = information[j * size + k]!;
  return { information, score, squares };
}

/** How far the fitted counts lie from those counted. */
export function devianceAt(data: Prepared, at: Float64Array): number {
  const { starts, totals, rows, exposures, counts } = data;
  const { rates } = ratesAt(data, at);
  let sum = 0;
  for (let g = 0; g < totals.length; g++) {
    let expected = 0;
    for (let i = starts[g]!; i < starts[g + 1]!; i++) expected += exposures[i]! * rates[rows[i]!]!;
    for (let i = starts[g]!; i < starts[g + 1]!; i++) {
      if (counts[i] === 0) continue;
      const fitted = (totals[g]! * exposures[i]! * rates[rows[i]!]!) / expected;
      sum += 2 * counts[i]! * Math.log(counts[i]! / fitted);
    }
  }
  return sum;
}
