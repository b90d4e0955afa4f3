import { name, type Sql, sql } from './sql.js';

/** Where engines differ, by meaning. Everything else is written in what DuckDB and Trino share. */
export interface Dialect {
  readonly name: 'duckdb' | 'trino';
  /** Last day of the month of a date. */
  lastDay(date: Sql): Sql;
  /** Whether a text matches a regular expression anywhere. */
  matches(text: Sql, pattern: Sql): Sql;
  /** Rows of a Parquet file, with their place in it, from 0, as `file_row_number`. */
  parquet(path: string): Sql;
}

/** What DuckDB writes. */
export const duckdbDialect: Dialect = {
  name: 'duckdb',
  lastDay: (date) => sql`last_day(${date})`,
  matches: (text, pattern) => sql`regexp_matches(${text}, ${pattern})`,
  parquet: (path) => sql`read_parquet(${path}, file_row_number = true)`,
};

/** Rendered only to check that statements stay in the common subset: no cluster has run them. */
export const trinoDialect: Dialect = {
  name: 'trino',
  lastDay: (date) => sql`last_day_of_month(${date})`,
  matches: (text, pattern) => sql`regexp_like(${text}, ${pattern})`,
  parquet: (path) => name(path),
};

/** Month count `year * 12 + month` of a date: the unit of career time. */
export function monthOf(date: Sql): Sql {
  return sql`(year(${date}) * 12 + month(${date}))`;
}

/** The middle of two months, the later where two are: what stands for a date that lies between them. */
export function middleMonth(first: Sql, last: Sql): Sql {
  return sql`cast(floor((${first} + ${last} + 1) / 2.0) as integer)`;
}

/** Whole months elapsed from one date to a later one; the last day of a month completes it (31 January to 28 February: 1). */
export function monthsBetween(dialect: Dialect, from: Sql, to: Sql): Sql {
  const unfinished = sql`day(${to}) < day(${from}) and ${to} < ${dialect.lastDay(to)}`;
  return sql`(${monthOf(to)} - ${monthOf(from)} - case when ${unfinished} then 1 else 0 end)`;
}

/** Calendar date of a month count, its first day. */
export function firstDay(month: Sql): Sql {
  const year = sql`cast(floor((${month} - 1) / 12.0) as integer)`;
  return sql`cast(concat(cast(${year} as varchar), '-', lpad(cast(${month} - ${year} * 12 as varchar), 2, '0'), '-01') as date)`;
}
