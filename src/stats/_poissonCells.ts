import { checkCount } from './_check.js';

/** Counts with their exposure, by group; cells that share covariates share a row of the design. */
export interface PoissonCells {
  readonly counts: ArrayLike<number>;
  readonly exposures: ArrayLike<number>;
  /** Group of each cell, from 0 on: each has a level of its own. */
  readonly groups: ArrayLike<number>;
  /** Row of the design of each cell. */
  readonly rows: ArrayLike<number>;
}

/** Cells with exposure of groups with events, group by group: those of a group lie from its start to the next one's. */
export interface Prepared {
  readonly size: number;
  readonly height: number;
  /** Values other than 0 of the design, row by row from its start to the next one's, and their columns. */
  readonly values: Float64Array;
  readonly columns: Int32Array;
  readonly from: Int32Array;
  readonly range: Float64Array;
  readonly starts: Int32Array;
  readonly totals: Float64Array;
  readonly rows: Int32Array;
  readonly exposures: Float64Array;
  readonly counts: Float64Array;
  readonly empty: readonly number[];
  /** Events at each row of the design. */
  readonly events: Float64Array;
}

/** Cells and design as the regression goes over them.
 *
 * @throws RangeError as the regression
 */
export function prepared(cells: PoissonCells, given: readonly (readonly number[])[]): Prepared {
  checkCells(cells);
  const [size, height] = [given[0]?.length ?? 0, given.length];
  let groups = 0;
  for (let i = 0; i < cells.groups.length; i++) groups = Math.max(groups, cells.groups[i]! + 1);
  const events = new Float64Array(height);
  const sums = new Float64Array(groups);
  for (let i = 0; i < cells.counts.length; i++) {
    events[cells.rows[i]!]! += cells.counts[i]!;
    sums[cells.groups[i]!]! += cells.counts[i]!;
  }
  const isHeld = (i: number): boolean => cells.exposures[i]! > 0 && sums[cells.groups[i]!]! > 0;
  const place = new Int32Array(groups + 1);
  for (let i = 0; i < cells.counts.length; i++) if (isHeld(i)) place[cells.groups[i]! + 1]!++;
  for (let g = 0; g < groups; g++) place[g + 1]! += place[g]!;
  const kept = place[groups]!;
  const [rows, exposures, counts] = [new Int32Array(kept), new Float64Array(kept), new Float64Array(kept)];
  const next = place.slice();
  for (let i = 0; i < cells.counts.length; i++) {
    if (!isHeld(i)) continue;
    const at = next[cells.groups[i]!]!++;
    rows[at] = cells.rows[i]!;
    exposures[at] = cells.exposures[i]!;
    counts[at] = cells.counts[i]!;
  }
  const held = [...sums.keys()].filter((g) => sums[g]! > 0);
  return {
    ...{ size, height, ...sparse(given, size), rows, exposures, counts, events },
    starts: Int32Array.from([...held.map((g) => place[g]!), kept]),
    totals: Float64Array.from(held, (g) => sums[g]!),
    empty: [...sums.keys()].filter((g) => sums[g] === 0),
  };
}

/** The design without its zeros; a column that has none is taken less its mean, which changes nothing but the levels. */
function sparse(given: readonly (readonly number[])[], size: number) {
  const range = new Float64Array(size);
  const mean = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    let [sum, least, most, zeros] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (const row of given) {
      const value = row[j]!;
      sum += value;
      least = Math.min(least, value);
      most = Math.max(most, value);
      if (value === 0) zeros++;
    }
    range[j] = most - least;
    if (zeros === 0) mean[j] = sum / given.length;
  }
  const [values, columns, from]: [number[], number[], number[]] = [[], [], [0]];
  for (const row of given) {
    for (let j = 0; j < size; j++) {
      if (row[j] === 0) continue;
      values.push(row[j]! - mean[j]!);
      columns.push(j);
    }
    from.push(values.length);
  }
  return {
    ...{ range, values: Float64Array.from(values), columns: Int32Array.from(columns) },
    from: Int32Array.from(from),
  };
}

function checkCells({ counts, exposures }: PoissonCells): void {
  for (let i = 0; i < counts.length; i++) {
    checkCount('count', counts[i]!);
    const exposure = exposures[i]!;
    if (!(exposure >= 0 && exposure < Number.POSITIVE_INFINITY) || (exposure === 0 && counts[i]! > 0))
      throw new RangeError(
        `invalid exposure: ${exposure} for ${counts[i]} events; give a finite number of 0 or more, above 0 where there are events`,
      );
  }
}
