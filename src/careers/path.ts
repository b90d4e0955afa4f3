import { raw, type Sql, type Steps, sql } from '../warehouse/index.js';
import { chainSteps, overlap, turnSteps } from './chain.js';
import { nestedColumns, type Shape } from './episodes.js';

/** The order in which a person's jobs are looked at; `turn` keeps what a cut began behind what it ended. */
const onward = ({ nested }: Shape): Sql =>
  raw(`partition by person order by ${nested ? 'turn' : 'begins'}, ends, organisation, episode`);

/**
 * The place of every episode on or off the main path (docs/definitions.md): an episode becomes the main job if it begins no
 * earlier than the main job ends, or outlives it. The main job is then always the one with the latest end, so that one
 * window over all episodes tells; the same one fetches what the way onward asks of the jobs before and after.
 *
 * Reads `employment`, the last step of `episodeSteps`. Rows of the last step: one per episode, with whether it is main.
 */
export function placementSteps(shape: Shape): Steps {
  const { coarse, nested } = shape;
  const turned = nested ? turnSteps : [];
  const from = raw(nested ? 'employment_in_turn' : 'employment');
  const resolving: Steps['steps'] = coarse
    ? [
        ['coarse_end', coarseEnds(shape, from)],
        ['first_follower', firstFollower(shape, from)],
        ['resolved', resolved(from)],
      ]
    : [['resolved', sql`select *, (not "open" and not undated) as over from ${from}`]];
  const end = raw(coarse ? 'path_ends' : 'ends');
  return {
    steps: [
      ...turned,
      ...resolving,
      [
        'placed',
        sql`select *, max(${end}) over (${onward(shape)} rows between unbounded preceding and 1 preceding) as so_far,
            ${neighbours(shape)}
          from resolved window onward as (${onward(shape)})`,
      ],
      ...(nested ? chainSteps(end) : []),
      [
        'placement',
        sql`select ${raw([...own(shape), ...fetched(shape)].join(', '))},
            ${raw(nested ? 'case when chain is not null then chain_main else ' : '')}so_far is null or begins >= so_far or ${end} > so_far${raw(nested ? ' end' : '')} as main
          from ${raw(nested ? 'placed_chain' : 'placed')}`,
      ],
    ],
  };
}

function coarseEnds({ nested }: Shape, from: Sql): Sql {
  return sql`select episode, person, ${raw(nested ? 'turn' : 'begins as turn')}, ends, organisation, end_first, end_last
    from ${from} where not "open" and not undated and end_last > end_first`;
}

/**
 * Goes from each main job to the next. Reads `placement`. Rows of the last step: one per episode on the path, with the
 * transition to it from the one before and the month at which the path goes on.
 */
export function careerSteps(shape: Shape): Steps {
  const { coarse, nested } = shape;
  const pair = (end: string, start: string) => ({ coarse, nested, end, start });
  return {
    steps: [
      ['person_aside', sql`select distinct person from placement where not main`],
      ['neighboured', neighboured(shape)],
      ['dated', dated(shape)],
      [
        'paired',
        sql`select *, ${raw(nested ? '' : 'before_start_month is not null as before_known,')} coalesce(before_over, false) as followed,
            after_begins is not null and over as goes_on,
            ${meets(pair('before_', ''))} as by_precision, ${meets(pair('', 'after_'))} as next_by_precision
          from dated`,
      ],
      [
        'met',
        sql`select *, ${leaving('by_precision', pair('before_', ''))} as left_month,
            ${joining('by_precision', pair('before_', ''))} as joined_month,
            ${leaving('next_by_precision', pair('', 'after_'))} as next_left,
            ${joining('next_by_precision', pair('', 'after_'))} as next_joined
          from paired`,
      ],
      ['career', career(shape)],
    ],
  };
}

/**
 * The month from which each job is the main one, where a job before it already was: nobody is on the path twice in one
 * month. Reads `career`. Rows of the last step: those of the few people for whom that is not the month of arrival.
 */
export function waitingSteps({ nested }: Shape): Steps {
  const turn = raw(nested ? 'turn' : 'begins');
  return {
    steps: [
      [
        'person_waiting',
        sql`select distinct person from career where coalesce(arrival, 0) < earlier_arrival`,
      ],
      [
        'waiting',
        sql`select c.episode, max(c.arrival) over (
            partition by c.person order by c.${turn}, c.ends, c.organisation, c.episode rows unbounded preceding) as from_month
        from career as c join person_waiting as w on w.person = c.person`,
      ],
    ],
  };
}

/** The first later job whose start a coarse end can meet; only the few coarse ends are joined. */
function firstFollower({ nested }: Shape, from: Sql): Sql {
  const turn = raw(nested ? 'b.turn' : 'b.begins');
  return sql`select episode, start_first, start_last, start_month from (
      select c.episode, b.start_first, b.start_last, nullif(b.begins, 0) as start_month,
        row_number() over (partition by c.episode order by ${turn}, b.ends, b.organisation, b.episode) as nth
      from coarse_end as c
      join ${from} as b on b.person = c.person and b.episode <> c.episode
      where b.start_last >= c.end_first - ${raw(String(overlap))} ${raw(nested ? 'and not b.start_cut' : '')}
        and (${turn} > c.turn
          or (${turn} = c.turn and (b.ends > c.ends or (b.ends = c.ends and b.organisation > c.organisation))))
    ) as followers where nth = 1`;
}

/** Ends for the order of the path: a coarse one as near to its follower's start as precision allows. */
function resolved(from: Sql): Sql {
  const met = sql`case when f.start_first > e.end_last then e.ends
    when f.start_last < e.end_first then e.end_first
    when f.start_month > e.end_last then e.end_last
    when f.start_month < e.end_first then e.end_first
    else f.start_month end`;
  return sql`select e.*, (not e."open" and not e.undated) as over,
      case when f.episode is null then e.ends else ${met} end as path_ends
    from ${from} as e left join first_follower as f on f.episode = e.episode`;
}

/** What an episode carries along the path. */
const own = ({ coarse, nested }: Shape): readonly string[] => [
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
  ...(nested ? ['turn', ...nestedColumns] : []),
];

const beforeColumns = ({ coarse, nested }: Shape): readonly string[] => [
  ...['organisation', 'episode', 'over', 'begins', 'last_seen'],
  ...(coarse ? ['start_last', 'end_first', 'end_last'] : []),
  ...(nested ? ['known', 'end_cut', 'last_unit'] : []),
];

const afterColumns = ({ coarse, nested }: Shape): readonly string[] => [
  'begins',
  ...(coarse ? ['start_first', 'start_last'] : []),
  ...(nested ? ['start_cut'] : []),
];

/** What it fetches from the job before, the one before that and the one after. */
const fetched = (shape: Shape): readonly string[] => [
  ...beforeColumns(shape).map((column) => `before_${column}`),
  ...afterColumns(shape).map((column) => `after_${column}`),
  'second_last_seen',
  ...(shape.coarse ? ['second_end_last'] : []),
];

function neighbours(shape: Shape): Sql {
  const columns = [
    ...beforeColumns(shape).map((column) => `lag(${column}) over onward as before_${column}`),
    ...afterColumns(shape).map((column) => `lead(${column}) over onward as after_${column}`),
    'lag(last_seen, 2) over onward as second_last_seen',
    ...(shape.coarse ? ['lag(end_last, 2) over onward as second_end_last'] : []),
  ];
  return raw(columns.join(', '));
}

/** Where nobody's job is off the path, the neighbours are those of all jobs; else they are fetched anew on the path. */
function neighboured(shape: Shape): Sql {
  const owned = own(shape);
  return sql`select ${raw([...owned, ...fetched(shape)].map((column) => `p.${column}`).join(', '))}
      from placement as p left join person_aside as a on a.person = p.person where a.person is null
    union all
    select ${raw(owned.join(', '))}, ${neighbours(shape)}
      from (select p.* from placement as p join person_aside as a on a.person = p.person where p.main) as on_path
      window onward as (${onward(shape)})`;
}

/** Months by the names of dates; those of a job that is not over are no ends of it. */
function dated(shape: Shape): Sql {
  const bounds = raw(
    `case when over then end_first end as end_first, case when over then end_last end as end_last`,
  );
  return sql`select ${raw([...own(shape).filter((c) => c !== 'end_first' && c !== 'end_last'), ...fetched(shape)].join(', '))},
      nullif(begins, 0) as start_month, nullif(before_begins, 0) as before_start_month,
      nullif(after_begins, 0) as after_start_month,
      case when over then last_seen end as end_month, before_last_seen as before_end_month${shape.coarse ? sql`, ${bounds}` : raw('')}
    from neighboured`;
}

/** Whether coarse dates of an end and a start allow a gap inside the accepted range. */
function meets({ coarse, nested, end, start }: Pair): Sql {
  if (!coarse) return raw('false');
  return raw(`coalesce(${nested ? `not ${start}start_cut and ` : ''}(${end}end_first < ${end}end_last or ${start}start_first < ${start}start_last)
    and ${start}start_last >= ${end}end_first - ${overlap}, false)`);
}

/** Month in both intervals nearest to the start's point, for an end and a start that can meet. */
function meeting(end: string, start: string): string {
  return `case when ${start}start_month < ${end}end_first then ${end}end_first
    when ${start}start_month > ${end}end_last then ${end}end_last else ${start}start_month end`;
}

/** The prefixes of an end and of the start after it. */
interface Pair extends Shape {
  readonly end: string;
  readonly start: string;
}

/** Month of leaving: with coarse dates the one that makes the gap nearest 0. */
function leaving(byPrecision: string, { coarse, end, start }: Pair): Sql {
  if (!coarse) return raw(`${end}end_month`);
  return raw(`case when not ${byPrecision} then ${end}end_month
    when ${start}start_first > ${end}end_last then ${end}end_last
    when ${start}start_last < ${end}end_first then ${end}end_first else ${meeting(end, start)} end`);
}

/** Month of joining: that of leaving where the job was held before (a piece that a cut began was), with coarse dates as near as can be. */
function joining(byPrecision: string, { coarse, nested, end, start }: Pair): Sql {
  const exact = `case when ${nested ? `${start}start_cut or ` : ''}coalesce(${start}start_month, 0) < ${end}end_month - ${overlap}
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
function career({ coarse, nested }: Shape): Sql {
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
      ${raw(nested ? `turn, ${nestedColumns.join(', ')}, before_end_cut, before_last_unit,` : '')}
      ${raw(coarse ? 'before_end_first, before_end_last,' : '')}
      followed and not by_precision and ${raw(nested ? '(start_cut or ' : '(')}begins < left_month - ${raw(String(overlap))}) as was_concurrent,
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
