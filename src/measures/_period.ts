import { formatMonth } from '../records/index.js';
import { join, raw, type Sql, sql } from '../warehouse/index.js';

/** A stretch of months, both ends included; `label` is null where the whole window is one. */
export interface Period {
  readonly label: string | null;
  readonly first: number;
  readonly last: number;
}

/** The window cut into years or quarters of the calendar, or whole. */
export function periodsOf(
  since: number,
  until: number,
  by: 'year' | 'quarter' | undefined,
): readonly Period[] {
  if (by === undefined) return [{ label: null, first: since, last: until }];
  const length = by === 'year' ? 12 : 3;
  const periods: Period[] = [];
  for (let first = since - ((since - 1) % length); first <= until; first += length) {
    periods.push({
      label: by === 'year' ? formatMonth(first).slice(0, 4) : quarter(first),
      first: Math.max(first, since),
      last: Math.min(first + length - 1, until),
    });
  }
  return periods;
}

/** The periods as rows: nth, first, last; where there are none, one that no month is in. */
export function periodRows(periods: readonly Period[]): Sql {
  const rows = periods.map((p, i) => sql`(${i}, ${p.first}, ${p.last})`);
  if (rows.length === 0) rows.push(raw('(0, 1, 0)'));
  return sql`select nth, first_month, last_month from (values ${join(rows)}) as period (nth, first_month, last_month)`;
}

function quarter(first: number): string {
  const month = formatMonth(first);
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}
