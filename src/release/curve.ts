import type { ResultRow } from '../measures/index.js';
import { band, numberIn, type ReleasedRow, resting, small } from './cell.js';

const every = 6;

interface Step {
  readonly month: number;
  readonly atRisk: number;
  readonly events: number;
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * A survival curve in steps of 6 months, for as long as the minimum is at risk.
 *
 * `events` are all up to the month. A step is shown as it is where neither they, nor those since the step before, nor those
 * between it and the month the row asks about, nor those who stayed are below the minimum; else its share is a range.
 * `at_risk` is the number at risk at the next departure, so that it is a lower bound.
 *
 * Rows: one per 6 months.
 */
export function releaseCurve(row: ResultRow, min: number): readonly ReleasedRow[] {
  const jobs = numberIn(row, 'episodes') ?? 0;
  const asked = numberIn(row, 'months') ?? 0;
  if ((numberIn(row, 'people') ?? 0) < min || jobs < 2 * min) return [];
  const steps = stepsOf(row);
  const eventsAt = (month: number): number =>
    steps.reduce((sum, step) => (step.month <= month ? sum + step.events : sum), 0);
  const released: ReleasedRow[] = [];
  let above = 1;
  for (let month = every; ; month += every) {
    const next = steps.find((step) => step.month >= month);
    if (next === undefined || next.atRisk < min) return released;
    const events = eventsAt(month);
    const before = Math.max(month - every, month > asked ? asked : 0);
    const counts = [events, jobs - events, events - eventsAt(before)];
    if (month < asked) counts.push(eventsAt(asked) - events);
    const last = steps.findLast((step) => step.month <= month);
    if (last !== undefined && counts.every((count) => count >= min)) {
      above = last.share;
      const { share, low, high } = last;
      released.push({ month, at_risk: next.atRisk, events, share, low, high });
    } else {
      released.push({
        month,
        at_risk: band(next.atRisk, min),
        events: events < min ? small(min) : resting(min),
        share: { low: leastShare(steps, Math.max(month, asked), min), high: above },
        low: resting(min),
        high: resting(min),
      });
    }
  }
}

function stepsOf(row: ResultRow): readonly Step[] {
  const curve = Array.isArray(row.curve) ? (row.curve as readonly ResultRow[]) : [];
  return curve.map((step) => ({
    month: numberIn(step, 'month') ?? 0,
    atRisk: numberIn(step, 'at_risk') ?? 0,
    events: numberIn(step, 'events') ?? 0,
    share: numberIn(step, 'share') ?? 0,
    low: numberIn(step, 'low'),
    high: numberIn(step, 'high'),
  }));
}

/** A bound below every share up to a month, in steps of a tenth: coarse enough to give no count away. */
function leastShare(steps: readonly Step[], month: number, min: number): number {
  const share = steps.findLast((step) => step.month <= month)?.share ?? 1;
  const coarse = Math.floor(share * 10) / 10;
  return min <= 1 ? share : Math.max(0, coarse === share ? coarse - 0.1 : coarse);
}
