import { checkLevel } from './_check.js';
import { normalQuantile } from './normal.js';

/** Spells with one entry, exit and outcome, and how many there are of them. Units: months since the origin. */
export interface SpellGroup {
  /** When observation begins: 0, or later where somebody is only seen from then on. */
  readonly entry: number;
  readonly exit: number;
  /** Whether the exit is the event; otherwise the spell is censored there. */
  readonly event: boolean;
  readonly count: number;
}

/** One month of a life table: how many were at risk and how many had the event. */
export interface LifeTableRow {
  readonly month: number;
  readonly atRisk: number;
  readonly events: number;
}

/** The share still without the event, with its limits; null limits where the variance says nothing. */
export interface Survival {
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** One step of a survival curve. */
export interface SurvivalStep extends LifeTableRow, Survival {}

/**
 * How many are at risk, and how many have the event, at each time of an event?
 *
 * At risk at t is who entered before t and left at t or later: entering exactly at t is not being at risk at
 * t, and being censored at t is. A spell that ends where it was entered is never at risk and adds nothing,
 * its event included.
 *
 * Rows: one per distinct event time, ascending. Counts may be weights.
 * @throws RangeError where a spell ends before it is entered, or a count is negative
 */
export function lifeTable(groups: readonly SpellGroup[]): LifeTableRow[] {
  const changes = new Map<number, { entered: number; left: number; events: number }>();
  const at = (month: number) => {
    const found = changes.get(month) ?? { entered: 0, left: 0, events: 0 };
    changes.set(month, found);
    return found;
  };
  for (const group of groups) {
    checkGroup(group);
    if (group.exit === group.entry) continue;
    at(group.entry).entered += group.count;
    at(group.exit).left += group.count;
    if (group.event) at(group.exit).events += group.count;
  }
  const rows: LifeTableRow[] = [];
  let atRisk = 0;
  for (const [month, { entered, left, events }] of [...changes].sort((a, b) => a[0] - b[0])) {
    // Sums of weights are not exact: where all at risk have the event, the share has to reach 0.
    const others = atRisk - events > 1e-9 * events;
    if (events > 0) rows.push({ month, atRisk: others ? atRisk : events, events });
    atRisk += entered - left;
  }
  return rows;
}

/**
 * Which share is still without the event, month after month?
 *
 * With late entries the risk set can be tiny early on: where all of it has the event, the share falls to 0
 * and stays there whoever enters later. Such a curve says nothing about them; start it at a month where
 * enough are at risk. Limits are null where the share is 0 or no event has happened.
 *
 * Rows: one per distinct event time, ascending.
 * Method: Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452, with left truncation as in Tsai, Jewell
 * and Wang 1987, doi:10.1093/biomet/74.4.883; Greenwood's variance; limits S^exp(±z sqrt(variance) / log S),
 * Kalbfleisch and Prentice 1980.
 * @param groups spells, in any order and grouping
 * @param level confidence level, 0.95 unless told
 * @throws RangeError as lifeTable, or where the level is not between 0 and 1
 */
export function survivalCurve(groups: readonly SpellGroup[], level = 0.95): SurvivalStep[] {
  return survivalFromLifeTable(lifeTable(groups), level);
}

/**
 * Which share is still without the event, given the numbers at risk and of events alone?
 *
 * Rows: one per month with an event, ascending; months without one are passed over. Method: as survivalCurve.
 * @param table one row per month, in any order
 * @param level confidence level, 0.95 unless told
 * @throws RangeError where a month comes twice, or has more events than people at risk
 */
export function survivalFromLifeTable(table: readonly LifeTableRow[], level = 0.95): SurvivalStep[] {
  checkLevel(level);
  const z = normalQuantile((1 + level) / 2);
  const steps: SurvivalStep[] = [];
  let share = 1;
  let variance = 0;
  let previous = Number.NEGATIVE_INFINITY;
  for (const { month, atRisk, events } of [...table].sort((a, b) => a.month - b.month)) {
    if (!(month > previous)) throw new RangeError(`invalid month: ${month}; give each month once`);
    if (!(events >= 0 && events <= atRisk && Number.isFinite(atRisk)))
      throw new RangeError(
        `invalid events: ${events} of ${atRisk} at risk; give a number from 0 to those at risk`,
      );
    previous = month;
    if (events === 0) continue;
    share *= (atRisk - events) / atRisk;
    variance += events / (atRisk * (atRisk - events));
    const { low, high } = limitsOf(share, z * Math.sqrt(variance));
    steps.push({ month, atRisk, events, share, low, high });
  }
  return steps;
}

/**
 * Which share is still without the event m months after the origin?
 *
 * The curve's last step at or before m; 1 before the first event. Null where nobody was followed to m, unless
 * the share had reached 0 by then.
 *
 * Units: months; share from 0 to 1.
 * @param lastObserved the latest exit, of event or censoring
 * @throws RangeError where m is not a number of 0 or more
 */
export function survivalAt(curve: readonly SurvivalStep[], m: number, lastObserved: number): Survival | null {
  if (!(m >= 0)) throw new RangeError(`invalid months: ${m}; give a number of 0 or more`);
  const step = curve.findLast(({ month }) => month <= m);
  const { share, low, high } = step ?? { share: 1, low: null, high: null };
  return m > lastObserved && share > 0 ? null : { share, low, high };
}

function checkGroup({ entry, exit, count }: SpellGroup): void {
  if (!(Number.isFinite(entry) && Number.isFinite(exit) && entry <= exit))
    throw new RangeError(`invalid spell: ${entry} to ${exit}; give an exit at or after the entry`);
  if (!(count >= 0 && Number.isFinite(count)))
    throw new RangeError(`invalid count: ${count}; give a finite number, 0 or more`);
}

/** Limits of a survival share on the log-log scale; null where it is 0 or 1. */
export function limitsOf(share: number, margin: number): { low: number | null; high: number | null } {
  const exponent = margin / Math.log(share);
  if (!(share > 0 && share < 1 && Number.isFinite(exponent))) return { low: null, high: null };
  return { low: share ** Math.exp(-exponent), high: share ** Math.exp(exponent) };
}
