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
 * on those moves. Values are rounded to a tenth: they solve the balance of all flows, which exact ones would give away. Other counts are lower bounds: beside the totals of all moves they would tell how few come from organisations that are not ranked. Why it is dropped would say that a count is 0, so that it is `few_moves` then. What pay does not explain goes with its pay where that rests on few positions.
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
    const paidFor = pay(row, min);
    return { ...row, ...coarse(row, min), ...paidFor, ...leastCounts(row, min) };
  });
}

/** Figures so coarse that the flows behind them cannot be worked out of the balance that they are the solution of. */
function coarse(row: ResultRow, min: number): ReleasedRow {
  if (min <= 1) return {};
  return Object.fromEntries(
    Object.entries(digits).flatMap(([column, places]) => {
      const figure = numberIn(row, column);
      return figure === null ? [] : [[column, Math.round(figure * 10 ** places) / 10 ** places || 0]];
    }),
  );
}

const digits: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...['value', 'low', 'high', 'corrected'], ...residual].map((name) => [name, 1])),
  ...{ p_value: 2, q_value: 2, lost: 2 },
};

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
