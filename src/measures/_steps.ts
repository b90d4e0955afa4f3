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
  const until = Math.max(0, ...periods.map(({ last }) => last));
  const from = sql`case when s.month < p.first_month then p.first_month else s.month end`;
  const halves = (people: Sql, brief: Sql): Sql =>
    sql`2 * ${people} * (p.last_month + 1 - ${from}) + case when s.month >= p.first_month then ${brief} else 0 end`;
  return [
    ['period', periodRows(periods)],
    populationStep(parameters, context),
    [
      'at_risk',
      sql`select organisation, person, from_month, to_month${weighing(context, sql`, weight`)},
          case when from_month = to_month and end_month is not null then 1 else 0 end as brief
        from population as e where e.from_month <= ${until} and ${all(conditions)}`,
    ],
    [
      'step',
      sql`select organisation, month, sum(people) as people, sum(brief) as brief${weighing(
        context,
        sql`, sum(people * weight) as weight, sum(brief * weight) as brief_weight`,
      )} from (
          select organisation, from_month as month, 1 as people, brief${weighing(context, sql`, weight`)} from at_risk
          union all select organisation, to_month, -1, 0${weighing(context, sql`, weight`)}
          from at_risk where to_month <= ${until}) as signed
        group by organisation, month`,
    ],
    ...(context.weighted
      ? ([
          [
            'heavy',
            sql`select p.nth, r.organisation, max(r.weight) as heaviest from at_risk as r
              join period as p on r.from_month <= p.last_month and r.to_month >= p.first_month
              group by p.nth, r.organisation`,
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
