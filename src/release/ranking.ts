import type { ResultRow } from '../measures/index.js';
import { filled, numberIn, type ReleasedRow, resting, small } from './cell.js';

const counts = ['moves_in', 'moves_out', 'people_in', 'people_out'];
const figures = [
  'rank',
  'rank_low',
  'rank_high',
  'value',
  'low',
  'high',
  'corrected',
  'p_value',
  'q_value',
  'lost',
];
const residual = ['unexplained', 'unexplained_low', 'unexplained_high'];

/**
 * A ranking. An organisation that fewer people than the minimum joined, or left, shows neither its counts nor any figure: they all rest
 * on those moves. Other counts are lower bounds: beside the totals of all moves they would tell how few come from organisations that are not ranked. Why it is dropped would say that a count is 0, so that it is `few_moves` then. What pay does not explain goes with its pay where that rests on few positions.
 */
export function releaseRanking(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  return rows.map((row) => {
    const paid = 'positions' in row;
    const few = ['people_in', 'people_out'].some((column) => (numberIn(row, column) ?? 0) < min);
    const ranked = row.rank !== null;
    if (few) {
      const own = ranked
        ? filled([...figures, ...(paid ? residual : [])], resting(min))
        : { dropped: 'few_moves' };
      return { ...row, ...pay(row, min), ...filled(counts, small(min)), ...own };
    }
    return { ...row, ...pay(row, min), ...leastCounts(row, min) };
  });
}

/** Counts as lower bounds, so far below them that the totals of all moves, less these, leave every small count of the others possible. */
function leastCounts(row: ResultRow, min: number): ReleasedRow {
  if (min <= 1) return {};
  return Object.fromEntries(
    counts.map((column) => {
      const count = numberIn(row, column) ?? 0;
      return [column, { low: Math.max(min, Math.floor((count - min) / min) * min), high: null }];
    }),
  );
}

/** Positions and wages in filings, which are public, as the measure of pay releases them. */
function pay(row: ResultRow, min: number): ReleasedRow {
  const positions = numberIn(row, 'positions');
  if (positions === null || positions >= min) return {};
  const known = row.median_pay === null ? {} : filled(['median_pay', ...residual], resting(min));
  return { positions: small(min), ...known };
}
