import { raw, type Sql, type Steps, sql } from '../warehouse/index.js';
import type { Exactness } from './episodes.js';

/** Months by which the next job may begin before the last one ends and still follow it. */
const overlap = 3;

/** The order in which a person's jobs are looked at. */
export const onward = 'partition by person order by begins, ends, organisation, episode';

/**
 * The place of every episode on or off the main path (docs/definitions.md): an episode becomes the main job if it begins no
 * earlier than the main job ends, or outlives it. The main job is then always the one with the latest end, so that one
 * window over all episodes tells; the same one fetches what the way onward asks of the jobs before and after.
 *
 * Reads `employment`, the last step of `episodeSteps`. Rows of the last step: one per episode, with whether it is main.
 */
export function placementSteps({ coarse }: Exactness): Steps {
  const resolving: Steps['steps'] = coarse
    ? [
        ['coarse_end', coarseEnds],
        ['first_follower', firstFollower()],
        ['resolved', resolved()],
      ]
    : [['resolved', sql`select *, (not "open" and not undated) as over from employment`]];
  const end = raw(coarse ? 'path_ends' : 'ends');
  return {
    steps: [
      ...resolving,
      [
        'placed',
        sql`select *, max(${end}) over (${raw(onward)} rows between unbounded preceding and 1 preceding) as so_far,
            ${neighbours(coarse)}
          from resolved window onward as (${raw(onward)})`,
      ],
      [
        'placement',
        sql`select ${raw([...own(coarse), ...fetched(coarse)].join(', '))},
            so_far is null or begins >= so_far or ${end} > so_far as main
          from placed`,
      ],
    ],
  };
}

const coarseEnds = sql`select episode, person, begins, ends, organisation, end_first, end_last
  from employment where not "open" and not undated and end_last > end_first`;

/**
 * Goes from each main job to the next. Reads `placement`. Rows of the last step: one per episode on the path, with the
 * transition to it from the one before and the month at which the path goes on.
 */
export function careerSteps({ coarse }: Exactness): Steps {
  return {
    steps: [
      ['person_aside', sql`select distinct person from placement where not main`],
      ['neighboured', neighboured(coarse)],
      ['dated', dated(coarse)],
      [
        'paired',
        sql`select *, before_start_month is not null as before_known, coalesce(before_over, false) as followed,
            after_begins is not null and over as goes_on,
            ${meets(coarse, 'before_', '')} as by_precision, ${meets(coarse, '', 'after_')} as next_by_precision
          from dated`,
      ],
      [
        'met',
        sql`select *, ${leaving(coarse, 'by_precision', 'before_', '')} as left_month,
            ${joining(coarse, 'by_precision', 'before_', '')} as joined_month,
            ${leaving(coarse, 'next_by_precision', '', 'after_')} as next_left,
            ${joining(coarse, 'next_by_precision', '', 'after_')} as next_joined
          from paired`,
      ],
      ['career', career(coarse)],
    ],
  };
}

/**
 * The month from which each job is the main one, where a job before it already was: nobody is on the path twice in one
 * month. Reads `career`. Rows of the last step: those of the few people for whom that is not the month of arrival.
 */
export const waitingSteps: Steps = {
  steps: [
    ['person_waiting', sql`select distinct person from career where coalesce(arrival, 0) < earlier_arrival`],
    [
      'waiting',
      sql`select c.episode, max(c.arrival) over (
            partition by c.person order by c.begins, c.ends, c.organisation, c.episode rows unbounded preceding) as from_month
        from career as c join person_waiting as w on w.person = c.person`,
    ],
  ],
};

/** The first later job whose start a coarse end can meet; only the few coarse ends are joined. */
function firstFollower(): Sql {
  return sql`select episode, start_first, start_last, start_month from (
      select c.episode, b.start_first, b.start_last, nullif(b.begins, 0) as start_month,
        row_number() over (partition by c.episode order by b.begins, b.ends, b.organisation, b.episode) as nth
      from coarse_end as c
      join employment as b on b.person = c.person and b.episode <> c.episode
      where b.start_last >= c.end_first - ${raw(String(overlap))}
        and (b.begins > c.begins
          or (b.begins = c.begins and (b.ends > c.ends or (b.ends = c.ends and b.organisation > c.organisation))))
    ) as followers where nth = 1`;
}

/** Ends for the order of the path: a coarse one as near to its follower's start as precision allows. */
function resolved(): Sql {
  const met = sql`case when f.start_first > e.end_last then e.ends
    when f.start_last < e.end_first then e.end_first
    when f.start_month > e.end_last then e.end_last
    when f.start_month < e.end_first then e.end_first
    else f.start_month end`;
  return sql`select e.*, (not e."open" and not e.undated) as over,
      case when f.episode is null then e.ends else ${met} end as path_ends
    from employment as e left join first_follower as f on f.episode = e.episode`;
}

/** What an episode carries along the path. */
const own = (coarse: boolean): readonly string[] => [
  ...[
    'episode',
    'person',
    'organisation',
    'nth',
    'founder',
    '"open"',
    'over',
    'begins',
    'ends',
    'last_seen',
    'seen',
  ],
  ...(coarse ? ['start_first', 'start_last', 'end_first', 'end_last'] : []),
];

const beforeColumns = (coarse: boolean): readonly string[] => [
  ...['organisation', 'episode', 'over', 'begins', 'last_seen'],
  ...(coarse ? ['start_last', 'end_first', 'end_last'] : []),
];

const afterColumns = (coarse: boolean): readonly string[] =>
  coarse ? ['begins', 'start_first', 'start_last'] : ['begins'];

/** What it fetches from the job before, the one before that and the one after. */
const fetched = (coarse: boolean): readonly string[] => [
  ...beforeColumns(coarse).map((column) => `before_${column}`),
  ...afterColumns(coarse).map((column) => `after_${column}`),
  'second_last_seen',
  ...(coarse ? ['second_end_last'] : []),
];

function neighbours(coarse: boolean): Sql {
  const columns = [
    ...beforeColumns(coarse).map((column) => `lag(${column}) over onward as before_${column}`),
    ...afterColumns(coarse).map((column) => `lead(${column}) over onward as after_${column}`),
    'lag(last_seen, 2) over onward as second_last_seen',
    ...(coarse ? ['lag(end_last, 2) over onward as second_end_last'] : []),
  ];
  return raw(columns.join(', '));
}

/** Where nobody's job is off the path, the neighbours are those of all jobs; else they are fetched anew on the path. */
function neighboured(coarse: boolean): Sql {
  const owned = own(coarse);
  return sql`select ${raw([...owned, ...fetched(coarse)].map((column) => `p.${column}`).join(', '))}
      from placement as p left join person_aside as a on a.person = p.person where a.person is null
    union all
    select ${raw(owned.join(', '))}, ${neighbours(coarse)}
      from (select p.* from placement as p join person_aside as a on a.person = p.person where p.main) as on_path
      window onward as (${raw(onward)})`;
}

/** Months by the names of dates; those of a job that is not over are no ends of it. */
function dated(coarse: boolean): Sql {
  const bounds = raw(
    `case when over then end_first end as end_first, case when over then end_last end as end_last`,
  );
  return sql`select ${raw([...own(coarse).filter((c) => !c.startsWith('end_')), ...fetched(coarse)].join(', '))},
      nullif(begins, 0) as start_month, nullif(before_begins, 0) as before_start_month,
      nullif(after_begins, 0) as after_start_month,
      case when over then last_seen end as end_month, before_last_seen as before_end_month${coarse ? sql`, ${bounds}` : raw('')}
    from neighboured`;
}

/** Whether coarse dates of an end and a start allow a gap inside the accepted range. */
function meets(coarse: boolean, end: string, start: string): Sql {
  if (!coarse) return raw('false');
  return raw(`coalesce((${end}end_first < ${end}end_last or ${start}start_first < ${start}start_last)
    and ${start}start_last >= ${end}end_first - ${overlap}, false)`);
}

/** Month in both intervals nearest to the start's point, for an end and a start that can meet. */
function meeting(end: string, start: string): string {
  return `case when ${start}start_month < ${end}end_first then ${end}end_first
    when ${start}start_month > ${end}end_last then ${end}end_last else ${start}start_month end`;
}

/** Month of leaving: with coarse dates the one that makes the gap nearest 0. */
function leaving(coarse: boolean, byPrecision: string, end: string, start: string): Sql {
  if (!coarse) return raw(`${end}end_month`);
  return raw(`case when not ${byPrecision} then ${end}end_month
    when ${start}start_first > ${end}end_last then ${end}end_last
    when ${start}start_last < ${end}end_first then ${end}end_first else ${meeting(end, start)} end`);
}

/** Month of joining: that of leaving where the job was held before, with coarse dates as near as can be. */
function joining(coarse: boolean, byPrecision: string, end: string, start: string): Sql {
  const exact = `case when coalesce(${start}start_month, 0) < ${end}end_month - ${overlap}
      then ${end}end_month else ${start}start_month end`;
  if (!coarse) return raw(exact);
  return raw(`case when not ${byPrecision} then ${exact}
    when ${start}start_first > ${end}end_last then ${start}start_first
    when ${start}start_last < ${end}end_first then ${start}start_last else ${meeting(end, start)} end`);
}

/**
 * What the path says of each job on it. `arrival` is when it takes over; no job before arrives later than
 * `earlier_arrival`. After an end on an unknown date, a job with an unknown start begins at the last month with evidence.
 */
function career(coarse: boolean): Sql {
  const bounds = coarse
    ? raw('start_first, start_last, end_first, end_last')
    : raw(
        'start_month as start_first, start_month as start_last, end_month as end_first, end_month as end_last',
      );
  const latest = coarse
    ? raw(
        'greatest(coalesce(before_start_last, 0), coalesce(second_last_seen, 0), coalesce(second_end_last, 0))',
      )
    : raw('greatest(coalesce(before_begins, 0), coalesce(second_last_seen, 0))');
  return sql`select person, organisation, episode, nth, founder, begins, ends, before_organisation, before_episode,
      followed, before_known, left_month, joined_month, by_precision, "open", over, last_seen, seen, ${bounds},
      followed and not by_precision and begins < left_month - ${raw(String(overlap))} as was_concurrent,
      case when met_end < met_start then met_start else met_end end as end_month, met_start as start_month,
      case when followed then joined_month else coalesce(start_month, before_last_seen) end as arrival,
      ${latest} as earlier_arrival,
      case when not goes_on then case when after_start_month < last_seen then after_start_month else last_seen end
        when next_joined < next_left then next_joined else next_left end as to_month
    from (select *,
      case when followed and by_precision then joined_month else start_month end as met_start,
      case when goes_on and next_by_precision then next_left else end_month end as met_end
    from met) as joined`;
}
