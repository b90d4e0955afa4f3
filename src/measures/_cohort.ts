import { all, type Row, raw, type Sql, type Steps, sql } from '../warehouse/index.js';
import { type WindowParameters, windowOf } from './_parameters.js';
import { mainJobs } from './_presence.js';
import { tenureSteps } from './_tenure.js';
import { productSum, weighing, weightSum } from './_weights.js';
import type { Context } from './measure.js';

/** How long a job of coarse dates may have lasted: as the point estimates say, or as short or as long as the precision allows. */
export type Length = 'point' | 'shortest' | 'longest';

const lengths: Readonly<Record<Length, { readonly start: Sql; readonly end: Sql }>> = {
  point: { start: sql`e.start_month`, end: sql`e.last_end` },
  shortest: { start: sql`e.start_last`, end: sql`e.last_end_first` },
  longest: { start: sql`e.start_first`, end: sql`e.last_end_last` },
};

/** Jobs begun in the window, with entry and exit in half-months, and whether the exit is an end; `also` are further columns of a job `e`. */
export function hired(
  p: WindowParameters,
  context: Context,
  length: Length = 'point',
  also: Sql = raw(''),
): Steps {
  const { start, end } = lengths[length];
  const { since, until } = windowOf(p, context.observedMonth);
  const begun = sql`e.begun_by is null and e.start_month >= ${since ?? 0} and e.start_month <= ${until} and e.from_month <= ${until}`;
  const over = sql`e.last_end is not null and ${end} <= ${until}`;
  const seen = sql`case when e.last_end is not null or e.last_censored > ${until} then ${until} else e.last_censored end`;
  return {
    steps: [
      ...tenureSteps(p, context),
      [
        'hired',
        sql`select e.organisation, e.person${also},
            2 * (case when e.from_month > e.start_month then e.from_month - e.start_month else 0 end) as entry,
            case when ${over} then case when ${end} > ${start} then 2 * (${end} - ${start}) else 1 end
              else 2 * (${seen} - ${start}) end as leaving,
            case when ${over} and e.last_ended_by is null then 1 else 0 end as event${weighing(context, sql`, e.weight`)}
          from tenure as e where ${all([...mainJobs(context), begun])}`,
      ],
    ],
  };
}

/** The life table of those jobs, up to the longest months asked for: at risk is who entered before, and left then or later. Who enters comes after who leaves then. */
export function cohort(longest: number): Steps {
  const earlier = raw(
    'partition by organisation order by t, entered rows between unbounded preceding and 1 preceding',
  );
  return {
    steps: [
      [
        'exits',
        sql`select organisation, leaving as t, count(*) as gone, count(case when event = 1 then 1 end) as events
          from hired where leaving > entry group by organisation, leaving`,
      ],
      [
        'entries',
        sql`select organisation, entry as t, count(*) as entered
          from hired where leaving > entry group by organisation, entry`,
      ],
      [
        'changed',
        sql`select organisation, t, entered, 0 as gone, 0 as events from entries
          union all select organisation, t, 0, gone, events from exits`,
      ],
      [
        'life_table',
        sql`select organisation, t, events, sum(entered - gone) over (${earlier}) as at_risk from changed`,
      ],
      [
        'cohort',
        sql`select cast(organisation as integer) as organisation, cast(t as integer) as t,
            cast(events as integer) as events, cast(at_risk as integer) as at_risk from life_table
          where events > 0 and t <= ${2 * longest} order by organisation, t`,
      ],
    ],
  };
}

/** Weights of those jobs by entry, exit and outcome; of people with several, by person. */
export const cohortWeights: Steps = {
  steps: [
    ['repeated', sql`select *, count(*) over (partition by organisation, person) as jobs from hired`],
    [
      'weights',
      sql`select * from (
          select organisation, case when jobs > 1 then person end as person, entry, leaving, event,
            ${weightSum(sql`weight`)} as weight, ${productSum(sql`weight`, sql`weight`)} as squares
          from repeated
          group by organisation, case when jobs > 1 then person end, entry, leaving, event) as grouped
        order by organisation, coalesce(person, 0), entry, leaving, event`,
    ],
  ],
};

/** Size of each cohort and how long anybody of it was followed. */
export const cohortSizes: Steps = {
  steps: [
    [
      'sizes',
      sql`select o.title, h.* from (
          select organisation, count(*) as people, sum(jobs) as jobs, max(leaving) as followed from (
            select organisation, person, count(*) as jobs, max(leaving) as leaving
            from hired group by organisation, person) as there
          group by organisation) as h
        join organisation as o on o.organisation = h.organisation order by h.organisation`,
    ],
  ],
};

/** The rows of each organisation, as they come: in the order of time. */
export function byOrganisation(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(Number(row.organisation));
    if (group) group.push(row);
    else groups.set(Number(row.organisation), [row]);
  }
  return groups;
}
