import { all, type Sql, sql } from '../warehouse/index.js';
import { weighing } from './_weights.js';
import type { Context } from './measure.js';

/** Jobs that are counted: a table or a step that holds them, read as `e`, and conditions on them. */
export interface Jobs {
  readonly from: Sql;
  readonly conditions: readonly Sql[];
}

type Weighted = Pick<Context, 'weighted'>;

/** Whether a job begins and ends in one month. */
export const brief = sql`case when e.from_month = e.to_month and e.end_month is not null then 1 else 0 end`;

/**
 * How many people more are at an organisation from each month on, up to some month, and how many more of them who joined on an unknown date.
 *
 * @param came month from which somebody is there
 * @param gone month from which somebody is not, who has left
 */
export function presenceChanges(
  { from, conditions }: Jobs,
  { weighted }: Weighted,
  { came, gone, until }: { readonly came: Sql; readonly gone: Sql; readonly until: number },
): Sql {
  const there = sql`coalesce(${came}, 0)`;
  const went = sql`case when e."open" then e.censored_month + 1 else ${gone} end`;
  const unknown = sql`case when e.from_month is null or (e.begun_by is not null and not e.known_start) then 1 else 0 end`;
  const changed = (month: Sql, sign: Sql): Sql => sql`select e.organisation, ${month} as month,
        ${sign} * count(*) as people, ${sign} * sum(${unknown}) as unknown_start${weighing({ weighted }, sql`, ${sign} * sum(e.weight) as weight`)}
      from ${from} as e
      where ${all(conditions)} and e.main and ${went} > ${there} and ${month} <= ${until} group by e.organisation, ${month}`;
  return sql`${changed(there, sql`1`)} union all ${changed(went, sql`-1`)}`;
}

/** How many jobs with a known start begin and end in each month, up to some month, and how many do both in it (`brief`). */
export function riskChanges({ from, conditions }: Jobs, { weighted }: Weighted, until: number): Sql {
  const lasting = sql`count(case when e.to_month > e.from_month then 1 end)`;
  const atRisk = all([sql`e.main and e.known_start and e.from_month <= ${until}`, ...conditions]);
  return sql`select organisation, month, sum(begun) as begun, sum(ended) as ended, sum(brief) as brief${weighing(
    { weighted },
    sql`, sum(weight) as weight, sum(brief_weight) as brief_weight`,
  )} from (
        select e.organisation, e.from_month as month, ${lasting} as begun, 0 as ended, sum(${brief}) as brief${weighing(
          { weighted },
          sql`, sum(e.weight) as weight, sum(e.weight * ${brief}) as brief_weight`,
        )}
        from ${from} as e where ${atRisk} group by e.organisation, e.from_month
        union all
        select e.organisation, e.to_month, 0, ${lasting}, 0${weighing({ weighted }, sql`, -sum(e.weight), 0`)}
        from ${from} as e where e.to_month <= ${until} and ${atRisk} group by e.organisation, e.to_month) as signed
      group by organisation, month`;
}

/** Starts and ends of main jobs, one by one: whether by choice, and what is known of them. */
export function turns({ from, conditions }: Jobs, { weighted }: Weighted): Sql {
  const weight = weighing({ weighted }, sql`, weight`);
  const main = all([sql`e.main`, ...conditions]);
  return sql`select organisation, person, known_start, from_month as month, 1 as began, true as known_end,
          case when begun_by is null then 1 else 0 end as chosen${weight}
        from ${from} as e where ${main} and from_month is not null
        union all
        select organisation, person, known_start, to_month, 0, end_month is not null,
          case when ended_by is null then 1 else 0 end${weight}
        from ${from} as e where ${main} and not "open"`;
}

/** Which of those are hires, exits and what is neither: each is of one kind. */
export const turnKinds = {
  hires: sql`began = 1 and chosen = 1 and known_start`,
  exits: sql`began = 0 and chosen = 1 and known_end and known_start`,
  taken_in: sql`began = 1 and chosen = 0 and known_start`,
  taken_out: sql`began = 0 and chosen = 0 and known_start`,
  left_out: sql`began = 0 and chosen = 1 and known_end and not known_start`,
  undated: sql`began = 0 and chosen = 1 and not known_end`,
  other: sql`not known_start and (began = 1 or chosen = 0)`,
} as const;
