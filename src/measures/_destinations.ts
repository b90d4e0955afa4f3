import { mainKinds } from '../records/index.js';
import { join, list, middleMonth, monthOf, name, type Sql, type Steps, sql } from '../warehouse/index.js';
import { hired } from './_cohort.js';
import type { WindowParameters } from './_parameters.js';
import { weighing } from './_weights.js';
import type { Context, Subject } from './measure.js';

/** Where somebody goes who leaves, besides the organisations named: in the order in which it is decided. */
export const otherDestinations = [
  'came back',
  'founded one',
  'university',
  'non-profit or government',
  'another company',
  'self-employed',
  'too recent',
  'not seen again',
] as const;
export type OtherDestination = (typeof otherDestinations)[number];

/** Months around leaving in which being self-employed begins that somebody leaves for. */
export const stateWithin = 3;

type Asked = WindowParameters & { readonly maxGap: number };

/**
 * Jobs begun in the window, and of those that ended where the person went, as a number: first the organisations named, then the others.
 *
 * Rows of the last step: one per job, in half-months; `destination` is null where it did not end or was ended by no choice, `later` says whether
 * somebody who was not seen in time was seen again afterwards.
 */
export function departures(p: Asked, context: Context): Steps {
  const { episode, counts } = context.tables;
  const founded = counts === undefined ? sql`(${foundersJobs({ episode })})` : name(counts.founding);
  const selfEmployed = counts === undefined ? sql`(${selfEmployment})` : name(counts.alone);
  const cohort = hired(
    p,
    context,
    'point',
    sql`, e.episode, e.from_month, e.last_episode, e.last_end, e.observed_month`,
  );
  return {
    steps: [
      ...cohort.steps,
      ['leaver', sql`select * from hired where event = 1 and leaving > entry`],
      [
        'moved_on',
        sql`select l.episode, m.to_organisation, n.episode is not null as founder, o.kind from leaver as l
          join ${name(context.tables.move)} as m on m.from_episode = l.last_episode and m.gap <= ${p.maxGap}
            ${p.view === 'point-in-time' ? sql`and m.from_organisation = l.organisation` : sql``}
          left join ${founded} as n on n.episode = m.to_episode
          join organisation as o on o.organisation = m.to_organisation`,
      ],
      ['main_later', p.view === 'point-in-time' ? mainLater(p, context) : anyMainLater(context)],
      [
        'self_employed',
        sql`select distinct l.episode from leaver as l
          join ${selfEmployed} as s on s.person = l.person
          where s.begun >= l.last_end - ${stateWithin} and s.begun <= l.last_end + ${stateWithin}`,
      ],
      [
        'gone',
        sql`select l.episode, ${destinationOf(p, context.destinations)} as destination,
            case when b.episode is not null then 1 else 0 end as later
          from leaver as l
          left join moved_on as m on m.episode = l.episode
          left join main_later as b on b.episode = l.episode
          left join self_employed as s on s.episode = l.episode`,
      ],
      [
        'departure',
        sql`select h.organisation, h.person, h.entry, h.leaving, g.destination, g.later${weighing(context, sql`, h.weight`)}
          from hired as h left join gone as g on g.episode = h.episode`,
      ],
    ],
  };
}

const isAfter = sql`e.main and e.episode <> l.last_episode and e.from_month >= l.last_end`;

/** Of two jobs at two organisations that begin in one month it is not known which came later. */
const isLater = sql`${isAfter} and (e.organisation = l.organisation or e.from_month > l.from_month)`;

/** Leavers with a later main job, and after how many months the first one at the same organisation began. */
function anyMainLater({ tables }: Context): Sql {
  return sql`select l.episode, min(case when e.organisation = l.organisation then e.from_month - l.last_end end) as back_after
    from leaver as l join ${name(tables.episode)} as e on e.person = l.person
    where ${isLater} group by l.episode`;
}

/**
 * The same where a job goes on nowhere else, without a look at everybody's jobs: a later one is at the same organisation, or the person moved on, or
 * is again at a part that has other owners by then, which is no move; so only at an organisation that stands elsewhere or is stood at.
 */
function mainLater({ maxGap }: Asked, { tables }: Context): Sql {
  const owned = sql`(select organisation from ${name(tables.standing)} union select stands from ${name(tables.standing)})`;
  return sql`select episode, min(back_after) as back_after from (
      select l.episode, e.from_month - l.last_end as back_after
        from leaver as l join ${name(tables.episode)} as e on e.organisation = l.organisation and e.person = l.person
        where ${isAfter}
      union all
      select l.episode, null from leaver as l
        join ${name(tables.move)} as m on m.from_organisation = l.organisation and m.from_episode = l.last_episode
        where m.gap > ${maxGap}
      union all
      select l.episode, null from leaver as l
        join ${name(tables.episode)} as e on e.person = l.person
        where l.organisation in ${owned} and e.organisation in ${owned} and ${isLater}) as later
    group by episode`;
}

/** The life table of those jobs with an event for each destination, up to the longest months asked for. */
export function causeTableOf(longest: number): Steps {
  const earlier = sql`partition by organisation order by t rows between unbounded preceding and 1 preceding`;
  return {
    steps: [
      ['at_risk', sql`select organisation, entry, leaving, destination from departure where leaving > entry`],
      [
        'changed',
        sql`select organisation, t, sum(entered) as entered, sum(gone) as gone from (
            select organisation, entry as t, 1 as entered, 0 as gone from at_risk
            union all select organisation, leaving, 0, 1 from at_risk) as each
          group by organisation, t`,
      ],
      [
        'risk',
        sql`select organisation, t, coalesce(sum(entered - gone) over (${earlier}), 0) as at_risk from changed`,
      ],
      [
        'ended',
        sql`select organisation, leaving as t, destination, count(*) as events
          from at_risk where destination is not null group by organisation, leaving, destination`,
      ],
      [
        'cause_table',
        sql`select cast(e.organisation as integer) as organisation, cast(e.t as integer) as t,
            cast(e.destination as integer) as destination, cast(e.events as integer) as events,
            cast(r.at_risk as integer) as at_risk
          from ended as e join risk as r on r.organisation = e.organisation and r.t = e.t
          where e.t <= ${2 * longest} order by e.organisation, e.t, e.destination`,
      ],
    ],
  };
}

/** How many left for each destination within some months, and how many of those not seen in time were seen afterwards. */
export function departed(months: number): Steps {
  return {
    steps: [
      [
        'departed',
        sql`select organisation, destination, count(distinct person) as people, sum(later) as later from departure
          where destination is not null and leaving > entry and leaving <= ${2 * months}
          group by organisation, destination`,
      ],
    ],
  };
}

/** Size of each cohort and how long anybody of it was followed. */
export const departureSizes: Steps = {
  steps: [
    [
      'sizes',
      sql`select o.title, d.* from (
          select organisation, count(distinct person) as people, count(*) as jobs, max(leaving) as followed
          from departure group by organisation) as d
        join organisation as o on o.organisation = d.organisation order by d.jobs desc, d.organisation`,
    ],
  ],
};

/** Jobs of founders. */
export function foundersJobs({ episode }: { readonly episode: string }): Sql {
  return sql`select episode from ${name(episode)} where founder = true`;
}

const stateBegun = middleMonth(monthOf(sql`s.start_date`), monthOf(sql`s.start_latest`));

/** Months in which somebody became self-employed. */
export const selfEmployment = sql`select s.person, ${stateBegun} as begun from spell as s
  join resolution as r on r.employer = s.employer
  where r.state = 'self-employed' and s.start_date is not null and s.kind in ${list([...mainKinds])}`;

/** The first that applies; of the organisations named, of the next job, of what came after it. */
function destinationOf({ maxGap }: Asked, named: readonly Subject[]): Sql {
  const code = (destination: OtherDestination): number =>
    named.length + otherDestinations.indexOf(destination);
  const soon = Math.max(maxGap, stateWithin);
  const cases: readonly (readonly [condition: Sql, destination: number])[] = [
    [sql`m.to_organisation = l.organisation`, code('came back')],
    ...named.map(({ organisation }, i) => [sql`m.to_organisation = ${organisation}`, i] as const),
    [sql`m.founder`, code('founded one')],
    [sql`m.kind = 'university'`, code('university')],
    [sql`m.kind in ('non-profit', 'government')`, code('non-profit or government')],
    [sql`m.episode is not null`, code('another company')],
    [sql`b.back_after <= ${maxGap}`, code('came back')],
    [sql`s.episode is not null`, code('self-employed')],
    [sql`l.last_end + ${soon} > l.observed_month`, code('too recent')],
  ];
  const whens = cases.map(([condition, destination]) => sql`when ${condition} then ${destination}`);
  return sql`case ${join(whens, ' ')} else ${code('not seen again')} end`;
}
