import { all, list, type Sql, sql } from '../warehouse/index.js';
import { countsIn, monthlyIn } from './_counts.js';
import { brief, type Jobs, riskChanges } from './_monthly.js';
import type { WindowParameters } from './_parameters.js';
import { type Period, periodRows } from './_period.js';
import { populationIn } from './_steps.js';
import { weighing, weightSum } from './_weights.js';
import { type Context, where } from './measure.js';

type Step = readonly [string, Sql];

/**
 * Time at risk: months of every main job with a known start, inside each period, as whole half-months (a spell that
 * starts and ends in one month lasts half of one). Where the data has weights, also `weighted_half_months` and the `heaviest` weight, in millionths.
 */
export function exposureSteps(
  parameters: WindowParameters,
  context: Context,
  periods: readonly Period[],
  also: readonly Sql[] = [],
): Step[] {
  const conditions = organisations(context, also);
  const counts = countsIn(parameters, context);
  if (counts !== undefined) {
    return [
      ['period', periodRows(periods)],
      ['step', monthlyIn(counts, ['begun', 'ended', 'brief'], conditions)],
      addedUp(context),
    ];
  }
  const { steps, from } = populationIn(parameters, context);
  const [only, other] = periods;
  return [
    ['period', periodRows(periods)],
    ...steps,
    ...(only !== undefined && other === undefined
      ? [inOne(only, from, atRisk(periods, conditions), context)]
      : inSeveral(periods, { from, conditions }, context)),
  ];
}

/** The jobs `e` that are at risk, one by one: whose, where, from when to when, and whether they begin and end in one month. */
export function atRiskStep(
  from: Sql,
  context: Context,
  periods: readonly Period[],
  also: readonly Sql[] = [],
): Step {
  return [
    'at_risk',
    sql`select e.organisation, e.person, e.from_month, e.to_month, ${brief} as brief
      from ${from} as e where ${all(atRisk(periods, organisations(context, also)))}`,
  ];
}

function organisations({ among }: Context, also: readonly Sql[]): readonly Sql[] {
  return where([among === null ? null : sql`e.organisation in ${list(among)}`, ...also]);
}

function atRisk(periods: readonly Period[], conditions: readonly Sql[]): readonly Sql[] {
  return [sql`e.main and e.known_start and e.from_month <= ${lastOf(periods)}`, ...conditions];
}

const lastOf = (periods: readonly Period[]): number => Math.max(0, ...periods.map(({ last }) => last));

/** Of one period: what each job lasts inside it, added up. */
function inOne({ first, last }: Period, people: Sql, atRisk: readonly Sql[], context: Context): Step {
  const from = sql`case when e.from_month < ${first} then ${first} else e.from_month end`;
  const to = sql`case when e.to_month > ${last} then ${last + 1} else e.to_month end`;
  return [
    'exposure',
    sql`select 0 as nth, organisation, sum(halves) as half_months${weighing(
      context,
      sql`, ${weightSum(sql`halves * weight`)} as weighted_half_months, max(weight) as heaviest`,
    )}
      from (select e.organisation, 2 * (${to} - ${from}) + case when e.from_month >= ${first} then ${brief} else 0 end as halves${weighing(context, sql`, e.weight`)}
        from ${people} as e where e.to_month >= ${first} and ${all(atRisk)}) as lasting
      group by organisation having sum(halves) > 0`,
  ];
}

/** Of several: jobs that begin and end in each month, and how long that is before the end of each period. */
function inSeveral(periods: readonly Period[], jobs: Jobs, context: Context): readonly Step[] {
  return [
    ['step', riskChanges(jobs, context, lastOf(periods))],
    ...(context.weighted
      ? ([
          [
            'heavy',
            sql`select p.nth, e.organisation, max(e.weight) as heaviest from ${jobs.from} as e
              join period as p on e.from_month <= p.last_month and e.to_month >= p.first_month
              where ${all(atRisk(periods, jobs.conditions))} group by p.nth, e.organisation`,
          ],
        ] as const)
      : []),
    addedUp(context),
  ];
}

function addedUp(context: Context): Step {
  const from = sql`case when s.month < p.first_month then p.first_month else s.month end`;
  const halves = (jobs: Sql, brief: Sql): Sql =>
    sql`2 * ${jobs} * (p.last_month + 1 - ${from}) + case when s.month >= p.first_month then ${brief} else 0 end`;
  const lasting = sql`sum(${halves(sql`(s.begun - s.ended)`, sql`s.brief`)})`;
  return [
    'exposure',
    sql`select p.nth, s.organisation, ${lasting} as half_months${weighing(
      context,
      sql`, ${weightSum(halves(sql`s.weight`, sql`s.brief_weight`))} as weighted_half_months, max(h.heaviest) as heaviest`,
    )}
      from step as s join period as p on s.month <= p.last_month
      ${weighing(context, sql`left join heavy as h on h.nth = p.nth and h.organisation = s.organisation`)}
      group by p.nth, s.organisation having ${lasting} > 0`,
  ];
}
