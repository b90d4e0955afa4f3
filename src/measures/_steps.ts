import { arrivalTable, mainKinds } from '../records/index.js';
import { all, join, list, middleMonth, monthOf, name, type Sql, sql } from '../warehouse/index.js';
import type { MoveParameters, PopulationParameters } from './_parameters.js';
import { type Period, periodRows } from './_period.js';
import { type Context, where } from './measure.js';

type Step = readonly [string, Sql];

/**
 * Episodes that the population keeps, all where nothing narrows it. A spell belongs to the episode at its organisation
 * whose months hold its start; an episode is kept if one of its spells answers.
 */
export function populationStep(parameters: PopulationParameters, context: Context): Step {
  const episode = name(context.tables.episode);
  if (!isNarrowed(parameters)) return ['population', sql`select * from ${episode}`];
  return [
    'population',
    sql`select * from ${episode} where episode in (
      select e.episode from ${episode} as e
      join (${placedSpells(parameters, context)}) as s on s.person = e.person and s.organisation = e.organisation
      where s.begun >= coalesce(e.start_first, 0) and s.begun <= coalesce(e.end_last, e.censored_month, 0))`,
  ];
}

/** The episodes that the population keeps, for queries that read them more than once: a table where nothing narrows it. */
export function populationIn(
  parameters: PopulationParameters,
  context: Context,
): { readonly steps: readonly Step[]; readonly from: Sql } {
  if (!isNarrowed(parameters)) return { steps: [], from: name(context.tables.episode) };
  return { steps: [populationStep(parameters, context)], from: name('population') };
}

/** Spells that answer, by the organisations they stand at and the month from which they do. */
export function placedSpells(parameters: PopulationParameters, context: Context): Sql {
  const begun = sql`coalesce(${monthOf(sql`s.start_date`)}, 0)`;
  const [start, end] = [
    middleMonth(monthOf(sql`s.start_date`), monthOf(sql`s.start_latest`)),
    middleMonth(monthOf(sql`s.end_date`), monthOf(sql`s.end_latest`)),
  ];
  const point = sql`coalesce(case when ${monthOf(sql`s.end_latest`)} < ${start} then ${monthOf(sql`s.end_latest`)} else ${start} end, 0)`;
  return sql`select s.spell, s.person, coalesce(t.stands, r.organisation) as organisation,
      case when t.since > ${begun} then t.since else ${begun} end as begun
    from spell as s
    join resolution as r on r.employer = s.employer
    join (select file, ${monthOf(sql`observed_until`)} as seen from file) as f on f.file = s.file
    left join ${name(context.tables.standing)} as t on t.organisation = r.organisation
    where ${all(askedSpells(parameters, context))}
      and (t.until is null or t.until > ${point})
      and (t.since is null or ${point} >= t.since or ${end} > t.since
        or (s.end_status = 'open' and coalesce(${monthOf(sql`s.seen_until`)}, f.seen) >= t.since))`;
}

/** Conditions on spells `s`: of a main kind of position, and what the population asks of them. */
export function askedSpells({ title, kind, country, source }: PopulationParameters, context: Context): Sql[] {
  return where([
    sql`s.kind in ${list([...mainKinds])}`,
    title === undefined ? null : context.dialect.matches(sql`s.title`, sql`${title}`),
    country === undefined ? null : sql`s.country = ${country}`,
    source === undefined ? null : sql`s.source = ${source}`,
    kind === undefined ? null : sql`s.kind = ${kind}`,
  ]);
}

/** Whether anything but the window narrows who is counted. */
export function isNarrowed({ title, kind, country, source }: PopulationParameters): boolean {
  return [title, kind, country, source].some((filter) => filter !== undefined);
}

/** Conditions on moves `m` besides their dates: both organisations in the peer set, the episode left in the population. */
export function moveConditions(
  parameters: MoveParameters,
  { among }: Context,
  also: readonly Sql[],
): readonly Sql[] {
  return where([
    among === null
      ? null
      : sql`m.from_organisation in ${list(among)} and m.to_organisation in ${list(among)}`,
    isNarrowed(parameters) ? sql`m.from_episode in (select episode from population)` : null,
    ...also,
  ]);
}

/**
 * Moves that count, with their period: gap at most `maxGap`, joined in the period, both organisations in the peer set,
 * the episode left in the population.
 */
export function movedSteps(
  parameters: MoveParameters,
  context: Context,
  periods: readonly Period[],
  also: readonly Sql[] = [],
  table = context.tables.move,
): Step[] {
  return [
    ...movingSteps(parameters, context, periods),
    ['moved', movedIn(table, sql`m.*`, parameters, context, periods, also)],
  ];
}

/** The same of one organisation: those who leave it, and those who join it, which are found in the order of arrivals. */
export function movedOfOneSteps(
  parameters: MoveParameters,
  context: Context,
  periods: readonly Period[],
  organisation: number,
): Step[] {
  const columns = join(arrivalTable.columns.map((column) => sql`m.${name(column.name)}`));
  const moved = (table: string, side: Sql): Sql =>
    movedIn(table, columns, parameters, context, periods, [sql`${side} = ${organisation}`]);
  return [
    ...movingSteps(parameters, context, periods),
    [
      'moved',
      sql`${moved(context.tables.move, sql`m.from_organisation`)}
        union all ${moved(context.tables.arrival, sql`m.to_organisation`)}`,
    ],
  ];
}

function movingSteps(parameters: MoveParameters, context: Context, periods: readonly Period[]): Step[] {
  return [['period', periodRows(periods)], ...populationIn(parameters, context).steps];
}

function movedIn(
  table: string,
  columns: Sql,
  parameters: MoveParameters,
  context: Context,
  periods: readonly Period[],
  also: readonly Sql[],
): Sql {
  const conditions = [sql`m.gap <= ${parameters.maxGap}`, ...moveConditions(parameters, context, also)];
  const only = periods.length === 1 ? periods[0] : undefined;
  return only
    ? sql`select 0 as nth, ${columns} from ${name(table)} as m
            where m.joined_month >= ${only.first} and m.joined_month <= ${only.last} and ${all(conditions)}`
    : sql`select p.nth, ${columns} from ${name(table)} as m
            join period as p on m.joined_month >= p.first_month and m.joined_month <= p.last_month
            where ${all(conditions)}`;
}
