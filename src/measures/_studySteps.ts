import { all, join, list, type Sql, type Steps, sql } from '../warehouse/index.js';
import type { MoveParameters } from './_parameters.js';
import { movedSteps, populationStep } from './_steps.js';
import type { Context } from './measure.js';

/** A flow by its organisations; it leads to `anywhere` where it is of all who leave, whoever hires them. */
export interface Flow {
  readonly from: number;
  readonly to: number;
}

export const anywhere = -1;

/** Fewest hires of a flow that others are compared with. */
export const fewestHires = 5;
/** Most flows among which those that compare are looked for. */
const mostFlows = 400;

type Step = readonly [string, Sql];

/** What a study reads of its parameters. */
export type StudyWindow = MoveParameters & {
  readonly first: number;
  readonly last: number;
  /** Whether flows are of all who leave an organisation. */
  readonly whole: boolean;
};

/** A condition that a row `m` is of one of some flows. */
function isOf(flows: readonly Flow[]): Sql {
  if (flows.length === 0) return sql`false`;
  return sql`(${join(
    flows.map(({ from, to }) => sql`(m.from_organisation = ${from} and m.to_organisation = ${to})`),
    ' or ',
  )})`;
}

function hireSteps(p: StudyWindow, context: Context): Step[] {
  // A peer set is who compares; the flows that are studied may lie outside of it.
  const periods = [{ label: null, first: p.first, last: p.last }];
  const to = p.whole ? sql`${anywhere}` : sql`m.to_organisation`;
  return [
    ...movedSteps(p, { ...context, among: null }, periods),
    [
      'gone',
      sql`select m.from_organisation, ${to} as to_organisation, m.joined_month, m.person, m.known_start, m.cause from moved as m`,
    ],
    ['hired', sql`select * from gone as m where m.known_start and m.cause in ${list(p.cause)}`],
  ];
}

/** Flows that are looked at: those named, and where none are named to compare with, those with most hires. */
export function chosenSteps(
  p: StudyWindow,
  context: Context,
  treated: readonly Flow[],
  against: readonly Flow[] | null,
): Steps {
  const named = isOf([...treated, ...(against ?? [])]);
  const { among } = context;
  const peers =
    among === null
      ? sql`true`
      : sql`m.from_organisation in ${list(among)} and m.to_organisation in ${list([...among, anywhere])}`;
  const most = sql`select from_organisation, to_organisation from counted as m
    where ${all([sql`hires >= ${fewestHires}`, peers])}
    order by hires desc, from_organisation, to_organisation limit ${mostFlows}`;
  return {
    steps: [
      ...hireSteps(p, context),
      [
        'counted',
        sql`select from_organisation, to_organisation, count(*) as hires from hired
          group by from_organisation, to_organisation`,
      ],
      [
        'chosen',
        sql`select from_organisation, to_organisation from counted as m where ${named}
          ${against === null ? sql`union select * from (${most}) as most` : sql``}`,
      ],
    ],
  };
}

/** Hires of the flows chosen, by month of joining. */
export function monthlySteps(p: StudyWindow, context: Context): Steps {
  return {
    steps: [
      ...hireSteps(p, context),
      [
        'monthly',
        sql`select c.from_organisation, c.to_organisation, a.title as from_title, b.title as to_title, m.joined_month as month,
            count(*) as hires
          from chosen as c
          join hired as m on m.from_organisation = c.from_organisation and m.to_organisation = c.to_organisation
          join organisation as a on a.organisation = c.from_organisation
          left join organisation as b on b.organisation = c.to_organisation
          group by c.from_organisation, c.to_organisation, a.title, b.title, m.joined_month
          order by c.from_organisation, c.to_organisation, m.joined_month`,
      ],
    ],
  };
}

/** Moves of the flows that are studied, whoever they count. */
export function treatedSteps(p: StudyWindow, context: Context, treated: readonly Flow[]): Steps {
  return {
    steps: [
      ...hireSteps(p, context),
      [
        'treated',
        sql`select m.from_organisation, m.to_organisation, m.joined_month as month, m.person, m.known_start,
            m.cause in ${list(p.cause)} as counts
          from gone as m where ${isOf(treated)} order by m.from_organisation, m.to_organisation, m.joined_month, m.person`,
      ],
    ],
  };
}

/**
 * Changes of the time at risk by month, in half-months, at every organisation of the flows chosen: summed up to a month they give
 * the person-months in it, out of jobs with a known start. A job that starts and ends in one month is half of one.
 */
export function changeSteps(p: StudyWindow, context: Context): Steps {
  const brief = sql`(e.from_month = e.to_month and e.end_month is not null)`;
  const held = sql`population as e where e.main and e.known_start and e.from_month is not null and e.organisation in (
    select from_organisation from chosen union select to_organisation from chosen)`;
  return {
    steps: [
      populationStep(p, context),
      [
        'changed',
        sql`select e.organisation, e.from_month as month, case when ${brief} then 1 when e.to_month > e.from_month then 2 else 0 end as change
            from ${held}
          union all
          select e.organisation, case when ${brief} then e.to_month + 1 else e.to_month end,
            case when ${brief} then -1 when e.to_month > e.from_month then -2 else 0 end
            from ${held}`,
      ],
      [
        'changes',
        sql`select organisation, month, sum(change) as change from changed group by organisation, month order by organisation, month`,
      ],
    ],
  };
}
