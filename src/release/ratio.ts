import type { ResultRow } from '../measures/index.js';
import { flowRatio, type Ratio, rateRatio } from '../stats/index.js';
import { between, filled, numberIn, type Range, type ReleasedRow, resting, small } from './cell.js';

const flowColumns = ['ratio', 'low', 'high', 'p_value'];
const rateColumns = ['rate_ratio', 'rate_low', 'rate_high', 'rate_p_value'];
const rateCounts = ['rate_forward', 'rate_backward', 'left_out'];
const exposures = ['person_months_from', 'person_months_to'];

/**
 * Ratios of two flows. With one flow below the minimum the ratio is the range that any count below it would give, computed
 * from the other flow alone; with both there is none. The rate ratio is a range where the moves left out are below the
 * minimum, since they and the flows would give its counts away.
 */
export function releaseRatio(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  return rows.map((row) => {
    const forward = flow(row, 'forward', min);
    const backward = flow(row, 'backward', min);
    return {
      ...row,
      ...forward.cells,
      ...backward.cells,
      ...flows(forward, backward, min),
      ...rates(row, forward, backward, min),
    };
  });
}

interface Flow {
  readonly cells: ReleasedRow;
  /** The count where it is shown. */
  readonly shown: number | null;
  /** The most it can be: few people may move often. */
  readonly most: number | null;
}

function flow(row: ResultRow, side: 'forward' | 'backward', min: number): Flow {
  const moves = numberIn(row, side) ?? 0;
  const people = numberIn(row, `people_${side}`) ?? moves;
  if (moves >= min && people >= min) return { cells: {}, shown: moves, most: moves };
  return {
    cells: filled([side, `people_${side}`], small(min)),
    shown: null,
    most: moves < min ? min - 1 : null,
  };
}

function flows(forward: Flow, backward: Flow, min: number): ReleasedRow {
  if (forward.shown !== null && backward.shown !== null) return {};
  if (forward.shown !== null && backward.most !== null) {
    return ranges(flowRatio(forward.shown, backward.most), flowRatio(forward.shown, 0));
  }
  if (backward.shown !== null && forward.most !== null) {
    return ranges(flowRatio(0, backward.shown), flowRatio(forward.most, backward.shown));
  }
  return filled(flowColumns, resting(min));
}

function ranges(least: Ratio, most: Ratio): ReleasedRow {
  return {
    ratio: between(least.ratio, most.ratio),
    low: between(least.low, most.low),
    high: between(least.high, most.high),
    p_value: pRange(least, most),
  };
}

/** A p-value passes through 1 where the ratio does. */
function pRange(least: Ratio, most: Ratio): Range {
  const [a, b] = [least.pValue ?? 1, most.pValue ?? 1];
  const crosses = (least.ratio ?? 0) < 1 && (most.ratio ?? Number.POSITIVE_INFINITY) > 1;
  return { low: Math.min(a, b), high: crosses ? 1 : Math.max(a, b) };
}

function rates(row: ResultRow, forward: Flow, backward: Flow, min: number): ReleasedRow {
  const there = knownOf(forward, numberIn(row, 'rate_forward') ?? 0, min);
  const back = knownOf(backward, numberIn(row, 'rate_backward') ?? 0, min);
  const monthsFrom = numberIn(row, 'person_months_from') ?? 0;
  const monthsTo = numberIn(row, 'person_months_to') ?? 0;
  if (there === null || back === null || !(monthsFrom > 0 && monthsTo > 0)) {
    return filled([...rateCounts, ...rateColumns, ...exposures], resting(min));
  }
  if (typeof there === 'number' && typeof back === 'number') return {};
  const [fewestThere, mostThere] = endsOf(there);
  const [fewestBack, mostBack] = endsOf(back);
  const least = rateRatio(fewestThere, monthsFrom, mostBack, monthsTo);
  const most = rateRatio(mostThere, monthsFrom, fewestBack, monthsTo);
  return {
    ...filled(exposures, resting(min)),
    rate_forward: there,
    rate_backward: back,
    left_out: (numberIn(row, 'left_out') ?? 0) < min ? small(min) : resting(min),
    rate_ratio: between(least.ratio, most.ratio),
    rate_low: between(least.low, most.low),
    rate_high: between(least.high, most.high),
    rate_p_value: pRange(least, most),
  };
}

/** Moves out of jobs with a known start: as they are where the others are many too, else all that the flow allows. */
function knownOf({ shown }: Flow, known: number, min: number): number | KnownRange | null {
  if (shown === null) return null;
  if (shown - known < min) return { low: Math.max(0, shown - (min - 1)), high: shown };
  return known < min ? null : known;
}

type KnownRange = { readonly low: number; readonly high: number };

function endsOf(count: number | KnownRange): readonly [number, number] {
  return typeof count === 'number' ? [count, count] : [count.low, count.high];
}
