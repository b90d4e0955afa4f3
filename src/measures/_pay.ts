import { familyCodes } from '../records/index.js';
import { all, list, monthOf, name, raw, type Sql, type Steps, sql } from '../warehouse/index.js';
import { type Context, where } from './measure.js';

/** What narrows the filings that count. */
export interface FilingParameters {
  readonly title?: string | undefined;
  readonly family?: readonly string[] | undefined;
}

/** Quarters of the way through sorted wages at which a row says how much is paid. */
export const quarters = [1, 2, 3] as const;

/** Filings that are asked for, each case once, at the organisation where its employer stands in the month of its certification. */
export function filedSteps(
  p: FilingParameters,
  context: Context,
  { since, until }: { readonly since: number | null; readonly until: number },
): Steps['steps'] {
  const asked = where([
    since === null ? null : sql`f.month >= ${since}`,
    sql`f.month <= ${until}`,
    p.family === undefined ? null : sql`f.title_family in ${list([...p.family])}`,
    p.title === undefined ? null : context.dialect.matches(sql`f.title`, sql`${p.title}`),
  ]);
  const at = where([
    context.subjects.length === 0
      ? null
      : sql`organisation in ${list(context.subjects.map(({ organisation }) => organisation))}`,
    context.among === null ? null : sql`organisation in ${list(context.among)}`,
  ]);
  return [
    [
      'decision',
      sql`select *, row_number() over (partition by case_number order by decided desc, file desc, line desc) as nth
        from filing`,
    ],
    [
      'kept',
      sql`select employer, title, positions, change_employer, full_time, wage, ${monthOf(sql`certified`)} as month,
          ${familyOfSoc} as title_family from decision where nth = 1`,
    ],
    [
      'placed',
      sql`select f.*, case when w.organisation is null then null else coalesce(s.stands, w.organisation) end as organisation
        from kept as f join filer as w on w.written = f.employer
        left join ${name(context.tables.standing)} as s on s.organisation = w.organisation
          and (s.since is null or s.since <= f.month) and (s.until is null or s.until > f.month)
        where ${all(asked)}`,
    ],
    ['filed', at.length === 0 ? sql`select * from placed` : sql`select * from placed where ${all(at)}`],
  ];
}

/** The family of an occupation: the longest code that its own begins with. */
const familyOfSoc: Sql = sql`case ${raw(
  familyCodes.map(({ family, code }) => `when soc like '${code}%' then '${family}'`).join(' '),
)} else 'other' end`;

/**
 * Wages at each quarter of the way, by organisation, family and period: of all positions in the order of their wages, that at
 * the place or before it, and that at the place or after it; `n` positions have places from 0 to `n - 1`.
 */
export function quantileSteps(by: 'year' | 'quarter'): Steps['steps'] {
  const period = raw(`cast(floor((month - 1) / ${by === 'year' ? 12 : 3}.0) as integer)`);
  const at = (quarter: number, round: 'floor' | 'ceil', end: string): string =>
    `min(case when upto > ${round}((n - 1) * ${quarter} / 4.0) then wage end) as ${end}${quarter}`;
  const ends = quarters.flatMap((quarter) => [at(quarter, 'floor', 'low'), at(quarter, 'ceil', 'high')]);
  return [
    [
      'waged',
      sql`select organisation, title_family, ${period} as period, wage, count(*) as filings, sum(positions) as positions,
          sum(change_employer) as change_employer
        from filed where ${paid} group by organisation, title_family, ${period}, wage`,
    ],
    [
      'ranked',
      sql`select *, sum(positions) over (partition by organisation, title_family, period order by wage) as upto,
          sum(positions) over (partition by organisation, title_family, period) as n from waged`,
    ],
    [
      'quantile',
      sql`select organisation, title_family, period, sum(filings) as filings, sum(positions) as positions,
          sum(change_employer) as change_employer, ${raw(ends.join(', '))}
        from ranked group by organisation, title_family, period`,
    ],
  ];
}

/** Filings whose wages are measured. */
const paid = raw('full_time and wage is not null and organisation is not null');
