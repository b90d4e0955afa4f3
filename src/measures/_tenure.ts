import { name, type Sql, sql } from '../warehouse/index.js';
import type { WindowParameters } from './_parameters.js';
import { populationStep } from './_steps.js';
import type { Context } from './measure.js';

/**
 * Jobs of the population, and how long each goes on: `last_episode`, `last_end`, `last_to`, `last_open`, `last_censored`, `last_ended_by`. By the owners of each month a job ends
 * where it ends; by those of today it goes on in the next one, where no hire begins that.
 */
export function tenureSteps(p: WindowParameters, context: Context): (readonly [string, Sql])[] {
  if (p.view === 'point-in-time') {
    return [
      populationStep(p, context),
      [
        'tenure',
        sql`select *, episode as last_episode, end_month as last_end, end_first as last_end_first, end_last as last_end_last, to_month as last_to, "open" as last_open, censored_month as last_censored,
            ended_by as last_ended_by from population`,
      ],
    ];
  }
  const order = sql`order by coalesce(from_month, 0), to_month, episode`;
  const last = (column: Sql): Sql =>
    sql`last_value(${column}) over (partition by person, chain ${order} rows between unbounded preceding and unbounded following)`;
  return [
    populationStep(p, context),
    [
      'chained',
      sql`select *, sum(case when begun_by is null then 1 else 0 end) over (
          partition by person ${order} rows unbounded preceding) as chain
        from ${name(context.tables.episode)} where main`,
    ],
    [
      'lasting',
      sql`select episode, ${last(sql`episode`)} as last_episode, ${last(sql`end_month`)} as last_end, ${last(sql`end_first`)} as last_end_first,
          ${last(sql`end_last`)} as last_end_last, ${last(sql`to_month`)} as last_to,
          ${last(sql`"open"`)} as last_open, ${last(sql`censored_month`)} as last_censored,
          ${last(sql`ended_by`)} as last_ended_by
        from chained`,
    ],
    [
      'tenure',
      sql`select e.*, last_episode, last_end, last_end_first, last_end_last, last_to, last_open, last_censored, last_ended_by
        from population as e join lasting as l on l.episode = e.episode`,
    ],
  ];
}
