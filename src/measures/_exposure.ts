import { all, list, type Sql, sql } from '../warehouse/index.js';
import type { WindowParameters } from './_parameters.js';
import { type Period, periodRows } from './_period.js';
import { populationIn } from './_steps.js';
import { weighing, weightSum } from './_weights.js';
import { type Context, where } from './measure.js';

type Step = readonly [string, Sql];

const brief = sql`case when e.from_month = e.to_month and e.end_month is not null then 1 else 0 end`;

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
  const { steps, from } = populationIn(parameters, context);
  const conditions = atRisk(context, periods, also);
  const [only, other] = periods;
  return [
    ['period', periodRows(periods)],
    ...steps,
    ...(only !== undefined && other === undefined
      ? [inOne(only, from, conditions, context)]
      : inSeveral(periods, from, conditions, context)),
  ];
}

/** The jobs `e` that are at risk, one by one: whose, where, from when to when, and whether they begin and end in one month. */
export function atRiskStep(
  parameters: WindowParameters,
  context: Context,
  periods: readonly Period[],
  also: readonly Sql[] = [],
): Step {
  const { from } = populationIn(parameters, context);
  return [
    'at_risk',
    sql`select e.organisation, e.person, e.from_month, e.to_month, ${brief} as brief
      from ${from} as e where ${all(atRisk(context, periods, also))}`,
  ];
}

function atRisk({ among }: Context, periods: readonly Period[], also: readonly Sql[]): readonly Sql[] {
  return where([
    sql`e.main and e.known_start and e.from_month <= ${Math.max(0, ...periods.map(({ last }) => last))}`,
    among === null ? null : sql`e.organisation in ${list(among)}`,
    ...also,
  ]);
}

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

/** Of several: people who begin and end in each month, and how long that is before the end of each period. */
function inSeveral(
  periods: readonly Period[],
  population: Sql,
  atRisk: readonly Sql[],
  context: Context,
): readonly Step[] {
  const until = Math.max(0, ...periods.map(({ last }) => last));
  const from = sql`case when s.month < p.first_month then p.first_month else s.month end`;
  const halves = (people: Sql, brief: Sql): Sql =>
    sql`2 * ${people} * (p.last_month + 1 - ${from}) + case when s.month >= p.first_month then ${brief} else 0 end`;
  return [
    [
      'step',
      sql`select organisation, month, sum(people) as people, sum(brief) as brief${weighing(
        context,
        sql`, sum(weight) as weight, sum(brief_weight) as brief_weight`,
      )} from (
          select e.organisation, e.from_month as month, count(*) as people, sum(${brief}) as brief${weighing(
            context,
            sql`, sum(e.weight) as weight, sum(e.weight * ${brief}) as brief_weight`,
          )}
          from ${population} as e where ${all(atRisk)} group by e.organisation, e.from_month
          union all
          select e.organisation, e.to_month, -count(*), 0${weighing(context, sql`, -sum(e.weight), 0`)}
          from ${population} as e where e.to_month <= ${until} and ${all(atRisk)} group by e.organisation, e.to_month) as signed
        group by organisation, month`,
    ],
    ...(context.weighted
      ? ([
          [
            'heavy',
            sql`select p.nth, e.organisation, max(e.weight) as heaviest from ${population} as e
              join period as p on e.from_month <= p.last_month and e.to_month >= p.first_month
              where ${all(atRisk)} group by p.nth, e.organisation`,
          ],
        ] as const)
      : []),
    [
      'exposure',
      sql`select p.nth, s.organisation, sum(${halves(sql`s.people`, sql`s.brief`)}) as half_months${weighing(
        context,
        sql`, ${weightSum(halves(sql`s.weight`, sql`s.brief_weight`))} as weighted_half_months, max(h.heaviest) as heaviest`,
      )}
        from step as s join period as p on s.month <= p.last_month
        ${weighing(context, sql`left join heavy as h on h.nth = p.nth and h.organisation = s.organisation`)}
        group by p.nth, s.organisation having sum(${halves(sql`s.people`, sql`s.brief`)}) > 0`,
    ],
  ];
}
