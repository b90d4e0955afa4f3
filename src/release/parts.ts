import type { ResultRow } from '../measures/index.js';
import type { Column } from '../records/index.js';
import {
  band,
  filled,
  numberIn,
  type Range,
  type ReleasedCell,
  type ReleasedRow,
  resting,
  small,
} from './cell.js';

const countUnits = new Set(['people', 'moves', 'jobs', 'spells']);

/**
 * How is a part of a whole shown, where the whole is shown?
 *
 * As it is only where neither the part nor the rest is below the minimum; nothing where both could be, since the whole would
 * then give them away.
 */
export function partOf(part: number, whole: number, min: number): number | Range | ReturnType<typeof small> {
  if (whole < 2 * min) return resting(min);
  if (part < min) return small(min);
  if (whole - part < min) return { low: whole - (min - 1), high: whole };
  return part;
}

/** A headcount, and how many of it joined on an unknown date. */
export function releaseHeadcount(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  return rows.map((row) => {
    const people = numberIn(row, 'people') ?? 0;
    if (people < min) return { ...row, people: small(min), unknown_start: small(min) };
    return { ...row, unknown_start: partOf(numberIn(row, 'unknown_start') ?? 0, people, min) };
  });
}

const jobParts = ['unknown_start', 'unknown_end', 'coarse_dates', 'side', 'overlapping_open'];

/** What a source sees of an organisation; the user's own headcount is theirs to show. */
export function releaseCoverage(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  return rows.map((row) => {
    const held = heldAgainst(row, min);
    if ((numberIn(row, 'people') ?? 0) < min) {
      return { ...row, ...filled(['people', 'spells', 'episodes', ...jobParts], small(min)), ...held };
    }
    const jobs = numberIn(row, 'episodes') ?? 0;
    const parts = jobParts.map((column) => [column, partOf(numberIn(row, column) ?? 0, jobs, min)]);
    // What is left of all jobs without the parts and the hires of D1 would be the small one.
    const whole = jobParts.some((column) => (numberIn(row, column) ?? 0) < min) && min > 1;
    const episodes = whole ? { episodes: band(jobs, min) } : {};
    return {
      ...row,
      spells: shownCount(row, 'spells', min),
      ...episodes,
      ...Object.fromEntries(parts),
      ...held,
    };
  });
}

function heldAgainst(row: ResultRow, min: number): ReleasedRow {
  const counted = numberIn(row, 'counted');
  const headcount = numberIn(row, 'headcount');
  if (counted === null || headcount === null || counted >= min) return {};
  return { counted: small(min), share: { low: 0, high: (min - 1) / headcount } };
}

function shownCount(row: ResultRow, column: string, min: number): ReleasedCell {
  const count = numberIn(row, column);
  return count === null || count >= min ? count : small(min);
}

/**
 * Rows of a measure that has no rule of its own: counts below the minimum are withheld, and with one of them every count of
 * people's doings and every figure of its row.
 */
export function releaseAny(
  rows: readonly ResultRow[],
  min: number,
  columns: readonly Column[],
): readonly ReleasedRow[] {
  const counts = columns.filter((c) => c.type === 'integer' && countUnits.has(c.unit)).map((c) => c.name);
  const figures = columns.filter((c) => c.type === 'number').map((c) => c.name);
  return rows.map((row) => {
    const few = counts.filter((name) => (numberIn(row, name) ?? min) < min);
    if (few.length === 0) return withoutCurves(row, min);
    return withoutCurves(
      { ...row, ...filled([...counts, ...figures], resting(min)), ...filled(few, small(min)) },
      min,
    );
  });
}

function withoutCurves(row: ReleasedRow, min: number): ReleasedRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, Array.isArray(cell) ? resting(min) : cell]),
  );
}
