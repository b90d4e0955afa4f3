import { checkLevel } from './_check.js';
import { normalQuantile } from './normal.js';

/** Spells with one entry, exit and outcome, and how many there are of them. Units: months since the origin. */
export interface CauseGroup {
  /** When observation begins: 0, or later where somebody is only seen from then on. */
  readonly entry: number;
  readonly exit: number;
  /** Which cause ends it, from 0; null where it is censored. */
  readonly cause: number | null;
  readonly count: number;
}

/** One month of a life table with several causes: how many were at risk, and how many had the event of each cause. */
export interface CauseRow {
  readonly month: number;
  readonly atRisk: number;
  readonly events: readonly number[];
}

/** The share that a cause has taken, with its limits; null limits where the variance says nothing. */
export interface Incidence {
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** One step of the incidence of a cause. */
export interface IncidenceStep extends Incidence {
  readonly month: number;
  readonly atRisk: number;
  readonly events: number;
}

/**
 * How many are at risk, and how many have the event of each cause, at each time of an event?
 *
 * At risk as in lifeTable: who entered before t and left at t or later. A spell that ends where it was entered adds nothing.
 *
 * Rows: one per distinct time of an event of any cause, ascending. Counts may be weights.
 * @param causes how many causes there are
 * @throws RangeError where a spell ends before it is entered, a count is negative or a cause is none of them
 */
export function causeTable(groups: readonly CauseGroup[], causes: number): CauseRow[] {
  const changes = new Map<number, { entered: number; left: number; events: number[] }>();
  const at = (month: number) => {
    const found = changes.get(month) ?? { entered: 0, left: 0, events: Array<number>(causes).fill(0) };
    changes.set(month, found);
    return found;
  };
  for (const group of groups) {
    checkGroup(group, causes);
    if (group.exit === group.entry) continue;
    at(group.entry).entered += group.count;
    at(group.exit).left += group.count;
    if (group.cause !== null) at(group.exit).events[group.cause]! += group.count;
  }
  const rows: CauseRow[] = [];
  let atRisk = 0;
  for (const [month, { entered, left, events }] of [...changes].sort((a, b) => a[0] - b[0])) {
    const all = sum(events);
    // Sums of weights are not exact: where all at risk have an event, the shares have to reach 1.
    if (all > 0) rows.push({ month, atRisk: atRisk - all > 1e-9 * all ? atRisk : all, events });
    atRisk += entered - left;
  }
  return rows;
}

/**
 * Which share has each cause taken, month after month, where the causes compete?
 *
 * The shares of all causes and the survival share of all of them together add up to 1. They are no odds of a cause where the others
 * are away: 1 less the survival share of one cause, with the others censored, would be too high. Limits are null where the share is
 * 0 or 1.
 *
 * Rows: for each cause, one step per month with an event of it, ascending.
 * Method: Aalen and Johansen 1978, F_j(t) = sum of S(t-) d_j / n, with left truncation through n; the variance of Aalen 1978 with
 * the correction for ties (n - d) / (n - 1), as cuminc of Gray's cmprsk has it; limits 1 - (1 - F)^exp(±z se / ((1 - F) log(1 - F))).
 * @param table one row per month, in any order
 * @param causes how many causes there are
 * @param level confidence level, 0.95 unless told
 * @throws RangeError where a month comes twice, has more events than people at risk, or not a count for every cause
 */
export function cumulativeIncidence(
  table: readonly CauseRow[],
  causes: number,
  level = 0.95,
): IncidenceStep[][] {
  checkLevel(level);
  const z = normalQuantile((1 + level) / 2);
  const found = Array.from({ length: causes }, () => ({ ...nothing, steps: [] as IncidenceStep[] }));
  let survival = 1;
  let previous = Number.NEGATIVE_INFINITY;
  for (const row of [...table].sort((a, b) => a.month - b.month)) {
    checkRow(row, causes, previous);
    previous = row.month;
    const all = sum(row.events);
    if (all === 0) continue;
    const after = (survival * (row.atRisk - all)) / row.atRisk;
    for (const [cause, taken] of found.entries()) {
      const events = row.events[cause] ?? 0;
      add(taken, events, all - events, row.atRisk, survival, after);
      if (events === 0) continue;
      const share = after === 0 ? Math.min(1, taken.share) : taken.share;
      const { month, atRisk } = row;
      taken.steps.push({
        month,
        atRisk,
        events,
        share,
        ...incidenceLimits(share, z * Math.sqrt(varianceOf(taken))),
      });
    }
    survival = after;
  }
  return found.map(({ steps }) => steps);
}

/**
 * Which share has a cause taken m months after the origin?
 *
 * The last step of the cause at or before m; 0 before the first. Null where nobody was followed to m, unless nobody was left by then.
 *
 * Units: months; share from 0 to 1.
 * @param lastObserved the latest exit, of event or censoring
 * @param survival the share that no cause has taken at m
 * @throws RangeError where m is not a number of 0 or more
 */
export function incidenceAt(
  steps: readonly IncidenceStep[],
  m: number,
  lastObserved: number,
  survival: number,
): Incidence | null {
  if (!(m >= 0)) throw new RangeError(`invalid months: ${m}; give a number of 0 or more`);
  if (m > lastObserved && survival > 0) return null;
  const { share, low, high } = steps.findLast(({ month }) => month <= m) ?? {
    share: 0,
    low: null,
    high: null,
  };
  return { share, low, high };
}

/** The share of a cause so far, and the three sums that its variance is made of. */
interface Taken {
  share: number;
  squared: number;
  crossed: number;
  plain: number;
}

const nothing: Taken = { share: 0, squared: 0, crossed: 0, plain: 0 };

/** Adds the events of one month: those of the cause, and the others. */
function add(
  taken: Taken,
  events: number,
  others: number,
  atRisk: number,
  survival: number,
  after: number,
): void {
  taken.share += (survival * events) / atRisk;
  const inverse = after > 0 ? 1 / after : 0;
  const weigh = (count: number, factor: number): void => {
    if (count === 0) return;
    const ties = count > 1 ? 1 - (count - 1) / (atRisk - 1) : 1;
    const weight = (survival * survival * ties * count) / (atRisk * atRisk);
    taken.squared += factor * factor * weight;
    taken.crossed += factor * inverse * weight;
    taken.plain += inverse * inverse * weight;
  };
  if (after > 0) weigh(others, taken.share * inverse);
  weigh(events, 1 + taken.share * inverse);
}

function varianceOf({ share, squared, crossed, plain }: Taken): number {
  return Math.max(0, squared + share * share * plain - 2 * share * crossed);
}

/** Limits of an incidence on the complementary log-log scale; null where it is 0 or 1. */
export function incidenceLimits(share: number, margin: number): Pick<Incidence, 'low' | 'high'> {
  const exponent = margin / ((1 - share) * Math.log1p(-share));
  if (!(share > 0 && share < 1 && margin > 0 && Number.isFinite(exponent))) return { low: null, high: null };
  const limit = (by: number): number => -Math.expm1(Math.log1p(-share) * Math.exp(by));
  return { low: limit(exponent), high: limit(-exponent) };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

function checkGroup({ entry, exit, cause, count }: CauseGroup, causes: number): void {
  if (!(Number.isFinite(entry) && Number.isFinite(exit) && entry <= exit))
    throw new RangeError(`invalid spell: ${entry} to ${exit}; give an exit at or after the entry`);
  if (!(count >= 0 && Number.isFinite(count)))
    throw new RangeError(`invalid count: ${count}; give a finite number, 0 or more`);
  if (cause !== null && !(Number.isInteger(cause) && cause >= 0 && cause < causes))
    throw new RangeError(`invalid cause: ${cause}; give a number from 0 to ${causes - 1}`);
}

function checkRow({ month, atRisk, events }: CauseRow, causes: number, previous: number): void {
  if (!(month > previous)) throw new RangeError(`invalid month: ${month}; give each month once`);
  if (events.length !== causes)
    throw new RangeError(`invalid events: ${events.length} counts; give one for each of ${causes} causes`);
  if (!(events.every((count) => count >= 0) && sum(events) <= atRisk && Number.isFinite(atRisk)))
    throw new RangeError(
      `invalid events: ${sum(events)} of ${atRisk} at risk; give numbers from 0 to those at risk`,
    );
}
