import { causes } from '../records/index.js';
import { join, list, name, type Row, raw, type Sql, type Steps, sql } from '../warehouse/index.js';
import { countsIn } from './_counts.js';
import type { MoveParameters } from './_parameters.js';
import type { Period } from './_period.js';
import { movedOfOneSteps, movedSteps } from './_steps.js';
import type { Context } from './measure.js';

type Asked = MoveParameters & { readonly top?: number | undefined; readonly minPeople?: number | undefined };

/** The moves between organisations that are named, or from or to the one that is, as `moved`. */
export function movesAsked(p: MoveParameters, context: Context, periods: readonly Period[]): Steps['steps'] {
  const [one, other] = context.subjects;
  if (one !== undefined && other === undefined) return movedOfOneSteps(p, context, periods, one.organisation);
  const counts = countsIn(p, context);
  return movedSteps(p, context, periods, amongNamed(context), counts?.between);
}

/** Conditions on a move `m` that it is between organisations that are named, or from or to the one that is. */
export function amongNamed(context: Context): Sql[] {
  const [one, other] = context.subjects;
  const named = subjectsIn(context);
  if (one === undefined || other !== undefined)
    return [...named('m.from_organisation'), ...named('m.to_organisation')];
  return [sql`(m.from_organisation = ${one.organisation} or m.to_organisation = ${one.organisation})`];
}

/** A condition that a column is one of the organisations named, where any is. */
export function subjectsIn({ subjects }: Context): (column: string) => Sql[] {
  const named = subjects.map((s) => s.organisation);
  return (column) => (named.length === 0 ? [] : [sql`${raw(column)} in ${list(named)}`]);
}

/** Pairs with their moves, and those of the causes asked for, by which they are ordered; reads `moved`. */
export function flow(asked: MoveParameters['cause']): Sql {
  return sql`select nth, from_organisation, to_organisation, count(*) as moves,
      count(case when cause = 'hire' then 1 end) as hire, count(case when cause in ${list(asked)} then 1 end) as asked,
      count(case when cause = 'hire' and known_start then 1 end) as known
    from moved group by nth, from_organisation, to_organisation`;
}

/** Pairs that are listed, with what is counted of each; reads `moved` and `flow`. */
export function listedSteps({ top, minPeople = 1 }: Asked): Steps['steps'] {
  const enough = sql`select f.*, ${join(otherCauses.map((c) => sql`coalesce(x.${name(c)}, 0) as ${name(c)}`))},
        f.moves - coalesce(x.again, 0) as people
      from (select * from flow where moves >= ${minPeople}) as f
      left join counted_apart as x on x.nth = f.nth and x.from_organisation = f.from_organisation
        and x.to_organisation = f.to_organisation
      where f.moves - coalesce(x.again, 0) >= ${minPeople}`;
  return [
    ['apart', apart],
    ['counted_apart', countedApart],
    ['enough', enough],
    [
      'listed',
      top === undefined ? sql`select * from enough` : sql`select * from enough ${mostFirst} limit ${top}`,
    ],
    [
      'flows',
      sql`select ${raw(listed)}, cast(coalesce(r.hire, 0) as integer) as back,
          a.title as from_title, a.id as from_id, b.title as to_title, b.id as to_id
        from listed as f
        left join flow as r on r.nth = f.nth and r.from_organisation = f.to_organisation
          and r.to_organisation = f.from_organisation
        join organisation as a on a.organisation = f.from_organisation
        join organisation as b on b.organisation = f.to_organisation
        order by f.nth, f.asked desc, f.moves desc, f.from_organisation, f.to_organisation`,
    ],
  ];
}

const otherCauses = causes.filter((cause) => cause !== 'hire');

/** Counts of one pair are small whole numbers, which come faster than large ones. */
const listed = ['nth', 'moves', 'hire', 'known', 'people', ...otherCauses]
  .map((column) => `cast(f."${column}" as integer) as "${column}"`)
  .concat('f.from_organisation', 'f.to_organisation')
  .join(', ');

const mostFirst = raw('order by nth, asked desc, moves desc, from_organisation, to_organisation');

/** The few moves that are counted apart: those by another cause, and those of people who returned, for only they can make the same move again. */
const apart = sql`select * from moved
  where cause <> 'hire' or person in (select person from moved where is_return)`;

const countedApart = sql`select nth, from_organisation, to_organisation, count(*) - count(distinct person) as again,
    ${join(otherCauses.map((c) => sql`count(case when cause = ${c} then 1 end) as ${name(c)}`))}
  from apart group by nth, from_organisation, to_organisation`;

/** Moves that the precision of dates allows, of the pairs that are listed and maybe of others; reads `possible` and `flow`. */
export function bounded({ top, minPeople }: Asked): Sql {
  const cut = top === undefined || minPeople !== undefined ? raw('') : sql`${mostFirst} limit ${top}`;
  return sql`select b.nth, b.from_organisation, b.to_organisation, sum(sure) as moves_min, count(*) as moves_max,
      sum(case when cause = 'hire' then sure else 0 end) as hire_min, count(case when cause = 'hire' then 1 end) as hire_max
    from possible as b
    join (select nth, from_organisation, to_organisation from flow where moves >= ${minPeople ?? 1} ${cut}) as f
      on f.nth = b.nth and f.from_organisation = b.from_organisation and f.to_organisation = b.to_organisation
    group by b.nth, b.from_organisation, b.to_organisation`;
}

/** A key of a pair in a period. */
export const pairOf = (row: Row): string => `${row.nth} ${row.from_organisation} ${row.to_organisation}`;
