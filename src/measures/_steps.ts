import { mainKinds } from '../records/index.js';
import { all, list, middleMonth, monthOf, name, type Sql, sql } from '../warehouse/index.js';
import type { MoveParameters, PopulationParameters, WindowParameters } from './_parameters.js';
import { type Period, periodRows } from './_period.js';
import { weighing, weightSum } from './_weights.js';
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
): Step[] {
  const conditions = [sql`m.gap <= ${parameters.maxGap}`, ...moveConditions(parameters, context, also)];
  const only = periods.length === 1 ? periods[0] : undefined;
  return [
    ['period', periodRows(periods)],
    ...(isNarrowed(parameters) ? [populationStep(parameters, context)] : []),
    [
      'moved',
      only
        ? sql`select 0 as nth, m.* from ${name(context.tables.move)} as m
            where m.joined_month >= ${only.first} and m.joined_month <= ${only.last} and ${all(conditions)}`
        : sql`select p.nth, m.* from ${name(context.tables.move)} as m
            join period as p on m.joined_month >= p.first_month and m.joined_month <= p.last_month
            where ${all(conditions)}`,
    ],
  ];
}

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
  const conditions = where([
    sql`e.main and e.known_start`,
    context.among === null ? null : sql`e.organisation in ${list(context.among)}`,
    ...also,
  ]);
  const from = sql`case when e.from_month < p.first_month then p.first_month else e.from_month end`;
  const to = sql`case when e.to_month > p.last_month + 1 then p.last_month + 1 else e.to_month end`;
  const halves = sql`case when to_month > from_month then 2 * (to_month - from_month) when brief then 1 else 0 end`;
  return [
    ['period', periodRows(periods)],
    populationStep(parameters, context),
    [
      'clipped',
      sql`select p.nth, e.organisation, e.person, ${from} as from_month, ${to} as to_month,
          e.from_month = e.to_month and e.end_month is not null as brief${weighing(context, sql`, e.weight`)}
        from population as e
        join period as p on e.from_month <= p.last_month and e.to_month >= p.first_month
        where ${all(conditions)}`,
    ],
    [
      'exposure',
      sql`select nth, organisation, sum(${halves}) as half_months${weighing(
        context,
        sql`, ${weightSum(sql`weight * ${halves}`)} as weighted_half_months, max(weight) as heaviest`,
      )}
        from clipped group by nth, organisation`,
    ],
  ];
}
