/** A symmetric matrix as L·Lᵀ over those of its columns that stand on their own; `held` says which. */
export interface Cholesky {
  readonly lower: Float64Array;
  readonly held: readonly boolean[];
  readonly pivots: Float64Array;
}

/**
 * Which columns stand on their own, and what is the root of the matrix of those? In the order given: a column whose pivot falls to
 * `least` of its own or below is a mixture of those before it and left out.
 */
export function cholesky(matrix: Float64Array, size: number, least: (column: number) => number): Cholesky {
  const lower = new Float64Array(size * size);
  const pivots = new Float64Array(size);
  const held: boolean[] = [];
  for (let j = 0; j < size; j++) {
    let pivot = matrix[j * size + j]!;
    for (let k = 0; k < j; k++) pivot -= lower[j * size + k]! ** 2;
    pivots[j] = pivot;
    held.push(pivot > least(j));
    if (!held[j]) continue;
    const root = Math.sqrt(pivot);
    lower[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = sum / root;
    }
  }
  for (let i = 0; i < size; i++) if (!held[i]) lower.fill(0, i * size, i * size + size);
  return { lower, held, pivots };
}

/** The solution of the equations of the columns held; 0 for the others. */
export function solved({ lower, held }: Cholesky, right: ArrayLike<number>): Float64Array {
  const size = held.length;
  const found = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    if (!held[i]) {
      found[i] = 0;
      continue;
    }
    for (let k = 0; k < i; k++) found[i]! -= lower[i * size + k]! * found[k]!;
    found[i]! /= lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    if (!held[i]) continue;
    for (let k = i + 1; k < size; k++) found[i]! -= lower[k * size + i]! * found[k]!;
    found[i]! /= lower[i * size + i]!;
  }
  return found;
}
