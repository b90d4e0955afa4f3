import { join, name, type Sql, type Steps, sql } from '../warehouse/index.js';
import { countsIn, monthlyIn } from './_counts.js';
import { atRiskStep, exposureSteps } from './_exposure.js';
import { turnKinds, turns } from './_monthly.js';
import type { WindowParameters } from './_parameters.js';
import { type Period, periodRows } from './_period.js';
import { jobsThere } from './_presence.js';
import { populationIn } from './_steps.js';
import { weighing } from './_weights.js';
import type { Context } from './measure.js';

/** Months and people at risk, of each organisation and period. */
export function exposed(p: WindowParameters, context: Context, periods: readonly Period[]): Steps {
  const counts = countsIn(p, context);
  const { from } = populationIn(p, context);
  return {
    steps: [
      ...exposureSteps(p, context, periods, jobsThere(context)),
      atRiskStep(counts === undefined ? from : name(counts.returner), context, periods, jobsThere(context)),
      [
        'present',
        sql`select p.nth, r.organisation, count(distinct r.person) as people, count(*) as jobs from at_risk as r
          join period as p on r.from_month <= p.last_month and (r.to_month > r.from_month and r.to_month > p.first_month
            or r.brief = 1 and r.to_month >= p.first_month)
          group by p.nth, r.organisation`,
      ],
      ['there', counts === undefined ? sql`select * from present` : thereByMonths],
      [
        'exposed',
        sql`select o.title, e.nth, e.organisation, e.half_months, coalesce(t.people, 0) as people${weighing(context, sql`, e.weighted_half_months, e.heaviest`)}
          from exposure as e join organisation as o on o.organisation = e.organisation
          left join there as t on t.nth = e.nth and t.organisation = e.organisation
          order by e.organisation, e.nth`,
      ],
    ],
  };
}

/** Jobs that began by the end of a period and had not ended before it, less those of people who held several of them. */
const thereByMonths = sql`select j.nth, j.organisation, j.jobs - coalesce(r.jobs - r.people, 0) as people from (
    select p.nth, s.organisation, sum(s.begun) - sum(case when s.month <= p.first_month then s.ended else 0 end)
        + sum(case when s.month >= p.first_month then s.brief else 0 end) as jobs
      from step as s join period as p on s.month <= p.last_month group by p.nth, s.organisation) as j
    left join present as r on r.nth = j.nth and r.organisation = j.organisation`;

/** Starts and ends of each organisation and period: by hire and by leaving, or by no choice. */
export function changed(p: WindowParameters, context: Context, periods: readonly Period[]): Steps {
  const counts = countsIn(p, context);
  const found = counts === undefined ? perPeriod : changesByMonths(counts, context);
  return {
    steps: [
      ...turned(p, context, periods),
      ...found,
      [
        'changes',
        sql`select o.title, c.* from change as c join organisation as o on o.organisation = c.organisation
          order by c.organisation, c.nth`,
      ],
    ],
  };
}

/** Starts and ends of main jobs, each in its period; of people with several alone where counts are kept. */
export function turned(p: WindowParameters, context: Context, periods: readonly Period[]): Steps['steps'] {
  const { steps, from: population } = populationIn(p, context);
  const counts = countsIn(p, context);
  const from = counts === undefined ? population : name(counts.returner);
  return [
    ['period', periodRows(periods)],
    ...steps,
    ['turn', turns({ from, conditions: jobsThere(context) }, context)],
    [
      'turned',
      sql`select q.nth, t.* from turn as t join period as q on t.month >= q.first_month and t.month <= q.last_month`,
    ],
  ];
}

const count = (condition: Sql, what: Sql): Sql => sql`count(case when ${condition} then ${what} end)`;
const people = (condition: Sql): Sql => sql`count(distinct case when ${condition} then person end)`;
const { hires, exits } = turnKinds;
const kinds = Object.keys(turnKinds);

const perPeriod: Steps['steps'] = [
  [
    'change',
    sql`select nth, organisation, ${join(Object.entries(turnKinds).map(([kind, is]) => sql`${count(is, sql`1`)} as ${name(kind)}`))},
        ${people(hires)} as people_hired, ${people(exits)} as people_left
      from turned group by nth, organisation`,
  ],
];

/** The same of counts by month, where people who held several jobs count once. */
function changesByMonths(counts: { readonly monthly: string }, context: Context): Steps['steps'] {
  const again = (is: Sql): Sql => sql`${count(is, sql`1`)} - ${people(is)}`;
  return [
    [
      'again',
      sql`select nth, organisation, ${again(hires)} as hired, ${again(exits)} as "left" from turned group by nth, organisation`,
    ],
    ['monthly', monthlyIn(counts, kinds, jobsThere(context))],
    [
      'added',
      sql`select q.nth, m.organisation, ${join(kinds.map((kind) => sql`sum(m.${name(kind)}) as ${name(kind)}`))}
        from monthly as m join period as q on m.month >= q.first_month and m.month <= q.last_month
        group by q.nth, m.organisation`,
    ],
    [
      'change',
      sql`select m.*, m.hires - coalesce(a.hired, 0) as people_hired, m.exits - coalesce(a."left", 0) as people_left
        from added as m left join again as a on a.nth = m.nth and a.organisation = m.organisation
        where ${join(
          kinds.map((kind) => sql`m.${name(kind)}`),
          ' + ',
        )} > 0`,
    ],
  ];
}
