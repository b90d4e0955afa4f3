import type { ResultRow } from '../measures/index.js';
import { clopperPearson } from '../stats/index.js';
import { between, filled, numberIn, type ReleasedRow, resting, small } from './cell.js';
import { releaseCurve } from './curve.js';

/**
 * Shares kept. Where those who left or those who stayed are below the minimum, a share of people present (D2, D3) is the range
 * that any count below it would give, and a survival share (D1) is the range that its curve allows.
 */
export function releaseRetention(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  return rows.map((row) => {
    const curve = row.curve === undefined ? {} : { curve: releaseCurve(row, min) };
    return { ...row, ...(row.definition === 'D1' ? survival(row, min) : present(row, min)), ...curve };
  });
}

/** Whether a row's events and share are shown as they are. */
export function isShown(row: ResultRow, min: number): boolean {
  const [jobs, events] = [numberIn(row, 'episodes') ?? 0, numberIn(row, 'events') ?? 0];
  return (numberIn(row, 'people') ?? 0) >= min && events >= min && jobs - events >= min;
}

const shareColumns = ['share', 'low', 'high'];

function hidden(row: ResultRow, min: number): ReleasedRow | null {
  const jobs = numberIn(row, 'episodes') ?? 0;
  if ((numberIn(row, 'people') ?? 0) < min || jobs < min) {
    return { ...filled(['people', 'episodes', 'events'], small(min)), ...filled(shareColumns, resting(min)) };
  }
  return jobs < 2 * min ? filled(['events', ...shareColumns], resting(min)) : null;
}

function survival(row: ResultRow, min: number): ReleasedRow {
  if (isShown(row, min)) return {};
  const none = hidden(row, min);
  if (none) return none;
  const [jobs, events] = [numberIn(row, 'episodes') ?? 0, numberIn(row, 'events') ?? 0];
  const left = events < min ? small(min) : { low: jobs - (min - 1), high: jobs };
  if (numberIn(row, 'share') === null) return { events: left };
  const limits = filled(['low', 'high'], resting(min));
  if (events >= min) return { events: left, share: resting(min), ...limits };
  return {
    events: left,
    share: { low: leastShare(row, numberIn(row, 'months') ?? 0, min), high: 1 },
    ...limits,
  };
}

function present(row: ResultRow, min: number): ReleasedRow {
  if (isShown(row, min)) return {};
  const none = hidden(row, min);
  if (none) return none;
  const [jobs, events] = [numberIn(row, 'episodes') ?? 0, numberIn(row, 'events') ?? 0];
  const few = events < min;
  const [fewest, most] = few ? [jobs - (min - 1), jobs] : [0, min - 1];
  const [least, greatest] = [clopperPearson(fewest, jobs), clopperPearson(most, jobs)];
  return {
    events: few ? small(min) : { low: jobs - (min - 1), high: jobs },
    share: between(fewest / jobs, most / jobs),
    low: between(least.low, greatest.low),
    high: between(least.high, greatest.high),
  };
}

/** With fewer events than the minimum, each took at most one in the smallest group at risk, in steps of the minimum. */
function leastShare(row: ResultRow, until: number, min: number): number {
  const risks = (Array.isArray(row.curve) ? row.curve : [])
    .filter((step) => Number(step.month) <= until)
    .map((step) => Number(step.at_risk));
  if (row.curve === undefined) return 0;
  const least = Math.floor(Math.min(numberIn(row, 'episodes') ?? 0, ...risks) / min) * min;
  return least === 0 ? 0 : Math.max(0, 1 - (min - 1) / least);
}
