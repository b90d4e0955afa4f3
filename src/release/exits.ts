import type { ResultRow } from '../measures/index.js';
import { filled, numberIn, type ReleasedRow, resting, small } from './cell.js';

/** What the row of the withheld destinations together is called. */
export const together = 'withheld, together';

const shareColumns = ['incidence', 'low', 'high'];
const ownColumns = ['events', 'leavers', ...shareColumns];

/**
 * Destinations of those who left. They and D1 of retention add up to the whole, so a destination below the minimum could be computed from the others: those withheld are
 * always two at least and the minimum together, and none tells which of them are small. A row says what they are together. Others that are withheld with them are first those that
 * no table of flows has. Nothing is said where D1 says nothing.
 *
 * Rows: those of each organisation, those of too few people last and by name, and one of the withheld destinations together where they can be told.
 */
export function releaseExits(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  const all = organisationsIn(rows);
  const few = all.filter((own) => isOfFew(own, min));
  const others = all.filter((own) => !isOfFew(own, min));
  return [...others, ...few.sort(byName)].flatMap((own) => releaseOne(own, min));
}

function isOfFew([first]: readonly ResultRow[], min: number): boolean {
  return ['people', 'episodes'].some((count) => (numberIn(first ?? {}, count) ?? 0) < min);
}

/** The size of what is withheld is told by no order. */
function byName([one]: readonly ResultRow[], [other]: readonly ResultRow[]): number {
  return String(one?.organisation) < String(other?.organisation) ? -1 : 1;
}

/** The rows of one organisation after another; each ends with who was not seen again. */
function organisationsIn(rows: readonly ResultRow[]): readonly (readonly ResultRow[])[] {
  const found: ResultRow[][] = [];
  let fresh = true;
  for (const row of rows) {
    if (fresh) found.push([]);
    found.at(-1)?.push(row);
    fresh = row.destination === 'not seen again' && row.named !== true;
  }
  return found;
}

function releaseOne(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  const first = rows[0];
  if (first === undefined) return [];
  const jobs = numberIn(first, 'episodes') ?? 0;
  const curve = first.curve === undefined ? {} : { curve: [] };
  if (isOfFew(rows, min)) {
    const counts = filled(['people', 'episodes', 'events', 'leavers'], small(min));
    return rows.map((row) => ({ ...row, ...counts, ...filled(shareColumns, resting(min)), ...curve }));
  }
  const all = eventsOf(rows);
  if (all < min || jobs - all < min) {
    return rows.map((row) => ({ ...row, ...filled(ownColumns, resting(min)), ...curve }));
  }
  const hidden = withheldOf(rows, min);
  const shown = rows.filter((row) => !hidden.has(row));
  const months = first.curve === undefined ? [] : monthsOf(shown, [...hidden], jobs, min);
  const released = rows.map((row) => {
    if (hidden.has(row)) return { ...row, ...filled(ownColumns, resting(min)), ...curve };
    return first.curve === undefined
      ? row
      : { ...row, curve: months.map((month) => pointAt(row, month, rows)) };
  });
  if (hidden.size === 0 || eventsOf([...hidden]) < min) return released;
  return [...released, { ...first, ...sumOf([...hidden]), ...curve }];
}

/** Destinations below the minimum, and others with them until they are two at least and the minimum together. */
function withheldOf(rows: readonly ResultRow[], min: number): ReadonlySet<ResultRow> {
  const few = (row: ResultRow): boolean =>
    (numberIn(row, 'events') ?? 0) < min || (numberIn(row, 'leavers') ?? 0) < min;
  const hidden = new Set(rows.filter(few));
  const others = rows
    .filter((row) => !few(row))
    .sort((a, b) => Number(a.named) - Number(b.named) || Number(a.events) - Number(b.events));
  for (const row of others) {
    if (hidden.size === 0 || (hidden.size > 1 && eventsOf([...hidden]) >= min)) break;
    hidden.add(row);
  }
  return hidden;
}

function sumOf(hidden: readonly ResultRow[]): ReleasedRow {
  const shares = hidden.map((row) => numberIn(row, 'incidence'));
  return {
    destination: together,
    named: false,
    events: eventsOf(hidden),
    leavers: null,
    incidence: shares.some((share) => share === null)
      ? null
      : shares.reduce<number>((sum, share) => sum + (share ?? 0), 0),
    low: null,
    high: null,
  };
}

/**
 * Months, in steps of 6, at which all curves may be shown: since the one before, up to the month that the rows ask about, and of those who stayed, nothing shown
 * and nothing that is computed from it is below the minimum; as long as the minimum is at risk.
 */
function monthsOf(
  shown: readonly ResultRow[],
  hidden: readonly ResultRow[],
  jobs: number,
  min: number,
): readonly number[] {
  const rows = [...shown, ...hidden];
  const asked = numberIn(rows[0] ?? {}, 'months') ?? 0;
  const parts = [...shown.map((row) => [row]), ...(hidden.length > 0 ? [hidden] : [])];
  const enough = (from: number, to: number): boolean =>
    parts.every((part) => eventsUpTo(part, to) - eventsUpTo(part, from) >= min);
  const months: number[] = [];
  for (let month = 6; (atRiskAt(rows, month) ?? 0) >= min; month += 6) {
    const before = Math.max(months.at(-1) ?? 0, month > asked ? asked : 0);
    const fits = enough(before, month) && (month >= asked || enough(month, asked));
    if (fits && jobs - eventsUpTo(rows, month) >= min) months.push(month);
  }
  return months;
}

function pointAt(row: ResultRow, month: number, rows: readonly ResultRow[]): ReleasedRow {
  const last = stepsOf(row).findLast((step) => Number(step.month) <= month);
  return {
    month,
    at_risk: atRiskAt(rows, month),
    events: eventsUpTo([row], month),
    share: last === undefined ? 0 : numberIn(last, 'share'),
    low: last === undefined ? null : numberIn(last, 'low'),
    high: last === undefined ? null : numberIn(last, 'high'),
  };
}

/** How many are at risk at the next departure. */
function atRiskAt(rows: readonly ResultRow[], month: number): number | null {
  const next = rows
    .flatMap(stepsOf)
    .filter((step) => Number(step.month) >= month)
    .sort((a, b) => Number(a.month) - Number(b.month));
  return next[0] === undefined ? null : numberIn(next[0], 'at_risk');
}

function eventsUpTo(rows: readonly ResultRow[], month: number): number {
  const steps = rows.flatMap(stepsOf).filter((step) => Number(step.month) <= month);
  return steps.reduce((sum, step) => sum + (numberIn(step, 'events') ?? 0), 0);
}

function eventsOf(rows: readonly ResultRow[]): number {
  return rows.reduce((sum, row) => sum + (numberIn(row, 'events') ?? 0), 0);
}

function stepsOf(row: ResultRow): readonly ResultRow[] {
  return Array.isArray(row.curve) ? (row.curve as readonly ResultRow[]) : [];
}
