/** How exactly a source dates something; `multi-year` leaves 24 months either way, `interval` says both ends. */
export type Precision = 'day' | 'month' | 'year' | 'multi-year' | 'interval';

/**
 * A date as its source gives it: an interval from the earliest day, as long as the precision says.
 *
 * Units: months are counted as `year * 12 + month`, January being month 1.
 */
export interface PartialDate {
  /** The earliest and the latest day, `YYYY-MM-DD`. */
  readonly earliest: string;
  readonly latest: string;
  readonly precision: Precision;
  /** First and last month that the date may mean, and the month that stands for it in point estimates. */
  readonly first: number;
  readonly last: number;
  readonly month: number;
}

/** Months that a written date leaves open after its first. */
const spanOf = { day: 0, month: 0, year: 11, 'multi-year': 48 } as const;

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/;

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, `YYYY~` for a year that may be 24 months off either way, and two dates with a `/`
 * between them for an interval (as ISO 8601-2 writes them).
 *
 * @returns null where the text is no date of the calendar between the years 1900 and 2200
 */
export function parseDate(text: string): PartialDate | null {
  const [from, to, more] = text.split('/');
  if (to === undefined) return single(text);
  const [first, last] = [single(from ?? ''), single(to)];
  if (first === null || last === null || more !== undefined || last.latest < first.earliest) return null;
  if (first.earliest === last.latest) return first;
  return between(first.first, last.last, {
    earliest: first.earliest,
    latest: last.latest,
    precision: 'interval',
  });
}

function single(text: string): PartialDate | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  const month = found[2] === undefined ? undefined : Number(found[2]);
  const day = found[3] === undefined ? undefined : Number(found[3]);
  if (year < 1900 || year > 2200) return null;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (month !== undefined && day !== undefined && (day < 1 || day > daysIn(year, month))) return null;
  if (found[4]) return month === undefined ? dated(year * 12 + 1 - 18, 1, 'multi-year') : null;
  if (month === undefined) return dated(year * 12 + 1, 1, 'year');
  return dated(year * 12 + month, day ?? 1, day === undefined ? 'month' : 'day');
}

/** The month count of `YYYY-MM`, or of `YYYY` as its first or last month; null where it is neither. */
export function parseMonth(text: string, end: 'first' | 'last'): number | null {
  const date = /^\d{4}(-\d{2})?$/.test(text) ? parseDate(text) : null;
  return date === null ? null : end === 'first' ? date.first : date.last;
}

/** `YYYY-MM` of a month count. */
export function formatMonth(month: number): string {
  const year = Math.floor((month - 1) / 12);
  return `${String(year).padStart(4, '0')}-${String(month - year * 12).padStart(2, '0')}`;
}

function dated(first: number, day: number, precision: keyof typeof spanOf): PartialDate {
  const last = first + spanOf[precision];
  const year = Math.floor((last - 1) / 12);
  const latest = precision === 'day' ? day : daysIn(year, last - year * 12);
  return between(first, last, { earliest: dayIn(first, day), latest: dayIn(last, latest), precision });
}

/** The point is the middle month, the later of two: July for a year. */
function between(
  first: number,
  last: number,
  rest: Pick<PartialDate, 'earliest' | 'latest' | 'precision'>,
): PartialDate {
  return { ...rest, first, last, month: Math.floor((first + last + 1) / 2) };
}

function dayIn(month: number, day: number): string {
  return `${formatMonth(month)}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
