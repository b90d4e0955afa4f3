import { all, list, type Sql, type Steps, sql } from '../warehouse/index.js';
import { type WindowParameters, windowOf } from './_parameters.js';
import { populationStep } from './_steps.js';
import { type Context, where } from './measure.js';

type Asked = WindowParameters & { readonly months: number };

/** Main jobs `e` of the organisations named or of the peer set. */
export function mainJobs(context: Context): Sql[] {
  return [sql`e.main`, ...jobsThere(context)];
}

/** Jobs `e` of the organisations named or of the peer set. */
export function jobsThere({ among, subjects }: Context): Sql[] {
  return where([
    subjects.length === 0 ? null : sql`e.organisation in ${list(subjects.map((s) => s.organisation))}`,
    among === null ? null : sql`e.organisation in ${list(among)}`,
  ]);
}

/** Jobs begun in the last m months, and whether they are held at T. */
export function recent(p: Asked, context: Context): Steps {
  const { until } = windowOf(p, context.observedMonth);
  const begun = sql`e.start_month >= ${until - p.months} and e.start_month < ${until} and ${observedAt(until)}`;
  return {
    steps: [
      populationStep(p, context),
      [
        'hired',
        sql`select e.organisation, e.person, case when ${heldAt(until, sql`e.end_month`)} then 1 else 0 end as held
          from population as e where ${all([...mainJobs(context), begun])}`,
      ],
      [
        'recent',
        sql`select o.title, h.* from (
            select organisation, count(distinct person) as people, count(*) as jobs, sum(held) as held
            from hired group by organisation) as h
          join organisation as o on o.organisation = h.organisation`,
      ],
    ],
  };
}

/** People whose main job is there at T - m, and whether it is at T. */
export function staff(p: Asked, context: Context): Steps {
  const { until } = windowOf(p, context.observedMonth);
  const earlier = until - p.months;
  const there = sql`coalesce(e.from_month, 0) <= ${earlier} and ${heldAt(earlier, sql`e.to_month`)} and ${observedAt(until)}`;
  return {
    steps: [
      populationStep(p, context),
      [
        'before',
        sql`select distinct e.organisation, e.person from population as e where ${all([...mainJobs(context), there])}`,
      ],
      [
        'after',
        sql`select distinct e.organisation, e.person from population as e
          where ${all([...mainJobs(context), sql`coalesce(e.from_month, 0) <= ${until}`, heldAt(until, sql`e.to_month`)])}`,
      ],
      [
        'staff',
        sql`select o.title, s.* from (
            select b.organisation, count(*) as people, count(*) as jobs, count(a.person) as held
            from before as b left join after as a on a.organisation = b.organisation and a.person = b.person
            group by b.organisation) as s
          join organisation as o on o.organisation = s.organisation`,
      ],
    ],
  };
}

/** Whether a job goes on after a month; an open one does in the last month observed. */
function heldAt(month: number, end: Sql): Sql {
  return sql`(${end} > ${month} or (e."open" and e.censored_month >= ${month}))`;
}

/** Whether the source says how the job stands in a month: one that observes so far, and knows of an end when it was. */
function observedAt(month: number): Sql {
  return sql`(e.observed_month >= ${month} and (e.end_month is not null or e."open"))`;
}

/** Main jobs whose start is unknown. */
export function unknownStarts(p: WindowParameters, context: Context): Steps {
  return {
    steps: [
      populationStep(p, context),
      [
        'unknown',
        sql`select count(*) as jobs from population as e where ${all([...mainJobs(context), sql`not e.known_start`])}`,
      ],
    ],
  };
}
