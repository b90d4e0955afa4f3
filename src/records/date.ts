/** How exactly a source dates something; `multi-year` leaves 24 months either way. */
export type Precision = 'day' | 'month' | 'year' | 'multi-year';

/**
 * A date as its source gives it: an interval from the earliest day, as long as the precision says.
 *
 * Units: months are counted as `year * 12 + month`, January being month 1.
 */
export interface PartialDate {
  /** The earliest day, `YYYY-MM-DD`. */
  readonly earliest: string;
  readonly precision: Precision;
  /** First and last month that the date may mean, and the month that stands for it in point estimates. */
  readonly first: number;
  readonly last: number;
  readonly month: number;
}

/** Months that a precision leaves open after the first. */
export const spanOf: Readonly<Record<Precision, number>> = { day: 0, month: 0, year: 11, 'multi-year': 48 };

/** Months from the first to the point estimate: July for a year, the middle for several. */
export const pointOf: Readonly<Record<Precision, number>> = { day: 0, month: 0, year: 6, 'multi-year': 24 };

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/;

/**
 * Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and `YYYY~` for a year that may be 24 months off either way.
 *
 * @returns null where the text is no date of the calendar between the years 1900 and 2200
 */
export function parseDate(text: string): PartialDate | null {
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

function dated(first: number, day: number, precision: Precision): PartialDate {
  return {
    earliest: `${formatMonth(first)}-${String(day).padStart(2, '0')}`,
    precision,
    first,
    last: first + spanOf[precision],
    month: first + pointOf[precision],
  };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
