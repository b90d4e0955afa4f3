import { raw, type Sql, type Steps, sql } from '../warehouse/index.js';

/** Months by which the next job may begin before the last one ends and still follow it. */
const overlap = 3;

const order = 'partition by person order by begins, ends, organisation, episode';

/**
 * The place of every episode on or off the main path (docs/definitions.md), by a window alone: an episode becomes the main job if
 * it begins no earlier than the main job ends, or outlives it. The main job is then always the one with the latest end.
 *
 * Reads `employment`, the last step of `episodeSteps`. Rows of the last step: one per episode, with whether it is main.
 *
 * @param coarse whether any end is coarser than a month; else nothing needs resolving
 */
export function placementSteps({ coarse }: { readonly coarse: boolean }): Steps {
  const resolving: Steps['steps'] = coarse
    ? [
        ['coarse_end', coarseEnds],
        ['first_follower', firstFollower()],
        ['resolved', resolved()],
      ]
    : [['resolved', sql`select *, ends as path_ends from employment`]];
  return {
    steps: [
      ...resolving,
      [
        'placed',
        sql`select *, max(path_ends) over (${raw(order)} rows between unbounded preceding and 1 preceding) as so_far
          from resolved`,
      ],
      [
        'placement',
        sql`select *, so_far is null or begins >= so_far or path_ends > so_far as main from placed`,
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
export const careerSteps: Steps = {
  steps: [
    ['neighboured', neighboured()],
    [
      'paired',
      sql`select *, before_start_month is not null as before_known,
          (before_episode is not null and not before_open and not before_undated) as followed,
          (after_episode is not null and not "open" and not undated) as goes_on,
          ${meetsByPrecision('before_', '')} as by_precision, ${meetsByPrecision('', 'after_')} as next_by_precision
        from neighboured`,
    ],
    [
      'met',
      sql`select *, ${leaving('by_precision', 'before_', '')} as left_month,
          ${joining('by_precision', 'before_', '')} as joined_month,
          ${leaving('next_by_precision', '', 'after_')} as next_left,
          ${joining('next_by_precision', '', 'after_')} as next_joined
        from paired`,
    ],
    ['career', career()],
  ],
};

/** The first later job whose start a coarse end can meet; only the few coarse ends are joined. */
function firstFollower(): Sql {
  return sql`select episode, start_first, start_last, start_month from (
      select c.episode, b.start_first, b.start_last, b.start_month,
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
  return sql`select e.*, case when f.episode is null then e.ends else ${met} end as path_ends
    from employment as e left join first_follower as f on f.episode = e.episode`;
}

function neighboured(): Sql {
  const before =
    'organisation, episode, open, undated, last_seen, start_month, end_first, end_month, end_last'.split(
      ', ',
    );
  const after = 'episode, start_first, start_month, start_last'.split(', ');
  const columns = [
    ...before.map((c) => `lag("${c}") over onward as before_${c}`),
    ...after.map((c) => `lead(${c}) over onward as after_${c}`),
  ];
  return sql`select *, ${raw(columns.join(', '))} from placement where main window onward as (${raw(order)})`;
}

/** Whether coarse dates of an end and a start allow a gap inside the accepted range. */
function meetsByPrecision(end: string, start: string): Sql {
  return raw(`coalesce((${end}end_first < ${end}end_last or ${start}start_first < ${start}start_last)
    and ${start}start_last >= ${end}end_first - ${overlap}, false)`);
}

/** Month in both intervals nearest to the start's point, for an end and a start that can meet. */
function meeting(end: string, start: string): string {
  return `case when ${start}start_month < ${end}end_first then ${end}end_first
    when ${start}start_month > ${end}end_last then ${end}end_last else ${start}start_month end`;
}

/** Month of leaving: with coarse dates the one that makes the gap nearest 0. */
function leaving(coarse: string, end: string, start: string): Sql {
  return raw(`case when not ${coarse} then ${end}end_month
    when ${start}start_first > ${end}end_last then ${end}end_last
    when ${start}start_last < ${end}end_first then ${end}end_first else ${meeting(end, start)} end`);
}

/** Month of joining: that of leaving where the job was held before, with coarse dates as near as can be. */
function joining(coarse: string, end: string, start: string): Sql {
  return raw(`case when not ${coarse} then case when coalesce(${start}start_month, 0) < ${end}end_month - ${overlap}
      then ${end}end_month else ${start}start_month end
    when ${start}start_first > ${end}end_last then ${start}start_first
    when ${start}start_last < ${end}end_first then ${start}start_last else ${meeting(end, start)} end`);
}

/**
 * Nobody is on the path twice in one month: a job that begins before the last one became the main job waits for it. After
 * an end on an unknown date, a job with an unknown start begins at the last month with evidence.
 */
function career(): Sql {
  return sql`select person, organisation, episode, nth, founder, main, before_organisation, before_episode, followed,
      before_known, left_month, joined_month, by_precision, was_concurrent, met_start as start_month, start_first,
      start_last, "open", undated, end_first, end_last, last_seen, seen,
      from_month,
      case when met_end < met_start then met_start else met_end end as end_month,
      case when to_month < from_month then from_month else to_month end as to_month
    from (select *,
      case when not goes_on then case when after_start_month < last_seen then after_start_month else last_seen end
        when next_joined < next_left then next_joined else next_left end as to_month
    from (select *,
      followed and not by_precision and coalesce(start_month, 0) < left_month - ${raw(String(overlap))} as was_concurrent,
      case when followed and by_precision then joined_month else start_month end as met_start,
      case when goes_on and next_by_precision then next_left else end_month end as met_end,
      max(case when followed then joined_month else coalesce(start_month, before_last_seen) end)
        over (${raw(order)} rows unbounded preceding) as from_month
    from met) as begun) as joined`;
}
