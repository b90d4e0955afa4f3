import { mainKinds, piecesApart } from '../records/index.js';
import { list, middleMonth, monthOf, name, raw, type Sql, type Steps, sql } from '../warehouse/index.js';

/** Order key of an end that has not come; beyond every month. */
export const never = 999_999;

/** How careers are read; the defaults are what a load builds. */
export interface CareerOptions {
  /** End an open job at the start of a later open one: a sensitivity, people forget to end a job on their profile. */
  readonly closeStale: boolean;
  /** Only people who are or were at one of these organisations; everybody where there are none. */
  readonly at?: readonly number[];
}

/** What the data asks for; without it no window carries the columns for it. */
export interface Shape {
  /** Some date is coarser than a month. */
  readonly coarse: boolean;
  /** Some organisation stands at another, or has a part in an event. */
  readonly nested: boolean;
}

/**
 * Spells to episodes (docs/definitions.md): spells of one person at one organisation join where the next starts at most one
 * month after the latest end so far and no main spell elsewhere starts from that end on and before that start.
 *
 * Rows of the last step: one per episode. Units: months as `year * 12 + month`; `begins` and `ends` order episodes,
 * an unknown start first (0), an open end last, an end on an unknown date at the last month with evidence.
 */
export function episodeSteps({ closeStale, at, ...shape }: CareerOptions & Shape, standing: string): Steps {
  const { coarse, nested } = shape;
  const steps: [string, Sql][] = [
    ...(nested ? [['place', place(standing)] as [string, Sql]] : []),
    ...(at === undefined ? [] : [['person_asked', personAsked(at, nested)] as [string, Sql]]),
    ['dated_spell', datedSpell(shape, at !== undefined)],
    ...(nested
      ? ([
          ['whole_spell', mainSpell(shape)],
          ['main_spell', cutSpell(coarse)],
        ] as [string, Sql][])
      : ([['main_spell', mainSpell(shape)]] as [string, Sql][])),
    ['shared_place', sharedPlace],
    ['ordered_spell', orderedSpell(shape)],
    ['interrupted', interrupted],
    ['numbered_spell', numberedSpell(nested)],
    ['joined_spell', joinedSpell(shape)],
    ['lone_spell', loneSpell(shape)],
    ['unbroken', sql`select * from joined_spell union all select * from lone_spell`],
  ];
  if (closeStale) steps.push(['stale', stale(coarse)]);
  steps.push(['employment', closeStale ? closed(coarse) : sql`select * from unbroken`]);
  return { steps };
}

/** Narrow integers: windows over every spell carry them. */
const month = (date: Sql): Sql => sql`cast(${monthOf(date)} as integer)`;

/** The latest month of a date, none after the last observed. */
const lastMonth = (latest: Sql): Sql => sql`least(${month(latest)}, f.seen)`;

/** The middle month of a date, which stands for it, none after the last observed; null without a date. */
export function monthIn(earliest: Sql, latest: Sql): Sql {
  const [first, last] = [month(earliest), month(latest)];
  const middle = sql`case when ${last} = ${first} then ${first} else ${middleMonth(first, last)} end`;
  return sql`case when ${earliest} is not null then least(${middle}, f.seen) end`;
}

/** Text of the program's own under a condition, and nothing elsewhere. */
const when = (condition: boolean, text: string): Sql => raw(condition ? text : '');

/** Where each spelling stands, by stretches of months. */
function place(standing: string): Sql {
  return sql`select r.employer, cast(r.organisation as integer) as unit,
      cast(coalesce(t.stands, r.organisation) as integer) as organisation,
      cast(t.since as integer) as since, cast(t.until as integer) as until, cast(coalesce(t.nth, 0) as integer) as stretch,
      cast(lag(t.stands) over (partition by r.employer order by t.nth) as integer) as came_from
    from resolution as r left join ${name(standing)} as t on t.organisation = r.organisation
    where r.organisation is not null`;
}

function personAsked(at: readonly number[], nested: boolean): Sql {
  return sql`select distinct s.person from spell as s join ${raw(nested ? 'place' : 'resolution')} as p on p.employer = s.employer
    where p.organisation in ${list(at)}`;
}

function datedSpell({ coarse, nested }: Shape, asked: boolean): Sql {
  const bounds = sql`${month(sql`s.start_date`)} as start_first,
    case when s.start_date is not null then ${lastMonth(sql`s.start_latest`)} end as start_last,
    ${month(sql`s.end_date`)} as end_first,
    case when s.end_date is not null then ${lastMonth(sql`s.end_latest`)} end as end_last,`;
  const point = (date: Sql, latest: Sql): Sql =>
    coarse
      ? monthIn(date, latest)
      : sql`case when ${date} is not null then least(${month(date)}, f.seen) end`;
  return sql`select s.spell, cast(s.person as integer) as person, cast(r.organisation as integer) as organisation,
    ${when(nested, 'r.unit, r.since, r.until, r.stretch, r.came_from,')} s.kind = 'founder' as founder, s.end_status = 'open' as "open", s.end_status = 'unknown' as undated,
    coalesce(${month(sql`s.seen_until`)}, f.seen) as seen,
    ${coarse ? bounds : raw('')}
    ${point(sql`s.start_date`, sql`s.start_latest`)} as start_point,
    ${point(sql`s.end_date`, sql`s.end_latest`)} as end_point
    from spell as s
    join ${raw(nested ? 'place' : 'resolution')} as r on r.employer = s.employer
    join (select file, ${month(sql`observed_until`)} as seen from file) as f on f.file = s.file
    where r.organisation is not null and s.kind in ${list([...mainKinds])}
      ${when(asked, 'and s.person in (select person from person_asked)')}`;
}

/** Point estimates that would run backwards meet inside what their precision allows. */
function mainSpell({ coarse, nested }: Shape): Sql {
  const bounded = raw(`start_first, end_last,
    case when end_last < start_last then end_last else start_last end as start_last,
    case when start_first > end_first then start_first else end_first end as end_first,
    case when end_last < start_point then end_last else start_point end as start_month,
    case when start_point > end_point then case when start_point > end_last then end_last else start_point end
      else end_point end as end_month`);
  const exact = raw(
    'case when end_point < start_point then end_point else start_point end as start_month, end_point as end_month',
  );
  const placed = when(nested, ', unit, since, until, stretch, came_from');
  return sql`select spell, person, organisation, founder, "open", undated, seen${when(coarse, ', start_first, start_last, end_first, end_last')}${placed},
    coalesce(start_month, 0) as begins,
    case when "open" then ${raw(String(never))} when undated then coalesce(start_month, 0) else end_month end as ends
    from (select spell, person, organisation, founder, "open", undated, seen, ${coarse ? bounded : exact}${placed}
      from dated_spell) as pointed`;
}

/**
 * Spells cut where their organisation begins to stand elsewhere. A piece that a cut begins has that month as its start,
 * one that a cut ends has it as its end; whether the start is known is a matter of the whole spell.
 */
function cutSpell(coarse: boolean): Sql {
  const clipped = `,
    case when start_cut or start_first < since then since else start_first end as start_first,
    case when start_cut then since when start_last > until then until else start_last end as start_last,
    case when end_cut then until when end_first < since then since else end_first end as end_first,
    case when end_cut or end_last > until then until else end_last end as end_last`;
  return sql`select spell + stretch * ${raw(String(piecesApart))} as spell, person, organisation, founder,
    "open" and not end_cut as "open", undated, seen, unit, came_from, start_cut, end_cut, begins > 0 as known,
    case when start_cut then since else begins end as begins,
    case when end_cut then until else ends end as ends${when(coarse, clipped)}
    from (select *, coalesce(since > begins, false) as start_cut, coalesce(until < reach, false) as end_cut
      from (select *, case when "open" then seen + 1 when undated then begins else ends end as reach
        from whole_spell) as reaching
      where (until is null or begins < until) and (since is null or begins >= since or reach > since)) as cut`;
}

/** What an episode says of its organisation besides, where organisations stand at others. */
export const nestedColumns = ['known', 'start_cut', 'end_cut', 'first_unit', 'last_unit'] as const;

/** Above the number of every organisation. */
const unitsApart = 2 ** 26;

/** The order of spells at one organisation; what a cut began goes on from before, ahead of what begins anew in that month. */
const inOrder = (nested: boolean): string =>
  `order by begins, ${nested ? 'case when start_cut then 0 else 1 end, ' : ''}ends, ${nested ? 'unit, ' : ''}spell`;

const earlier = (nested: boolean): Sql =>
  raw(
    `over (partition by s.person, s.organisation ${inOrder(nested)} rows between unbounded preceding and 1 preceding)`,
  );

/** People and organisations with several spells; only these can join. */
const sharedPlace = sql`select person, organisation from main_spell group by person, organisation having count(*) > 1`;

/** Spells at one organisation in order, with the latest end so far, and whether precision allows to join it. */
function orderedSpell({ coarse, nested }: Shape): Sql {
  const before = earlier(nested);
  const latest = raw('max(case when end_last > ends then end_last else ends end)');
  return sql`select *, ${raw(coarse ? 'coalesce(start_first, 0) <= so_far_last + 1' : 'begins <= so_far + 1')} as reached
    from (select s.*, max(ends) ${before} as so_far${coarse ? sql`, ${latest} ${before} as so_far_last` : raw('')}
      from main_spell as s
      join shared_place as p on p.person = s.person and p.organisation = s.organisation) as followed`;
}

/** Spells that would continue an episode but for a job begun elsewhere in between. */
const interrupted = sql`select distinct o.spell
  from ordered_spell as o
  join main_spell as elsewhere on elsewhere.person = o.person
  where elsewhere.organisation <> o.organisation and o.so_far < o.begins and o.reached
    and elsewhere.begins >= o.so_far and elsewhere.begins < o.begins`;

/** The number of the episode at this organisation, from 1, and the spell that begins it. */
const numberedSpell = (nested: boolean): Sql => sql`select *, cast(sum(first) over (
    partition by person, organisation ${raw(inOrder(nested))} rows unbounded preceding) as integer) as nth
  from (select o.*, case when o.reached and i.spell is null then 0 else 1 end as first
    from ordered_spell as o left join interrupted as i on i.spell = o.spell) as begun`;

/** An episode is open if a spell of it is; else its end is unknown if one of its ends is; else its latest end. */
function joinedSpell({ coarse, nested }: Shape): Sql {
  return sql`select max(case when first = 1 then spell end) as episode, person, organisation, nth,
    bool_or(founder) as founder, bool_or("open") as "open", bool_or(undated) and not bool_or("open") as undated,
    min(begins) as begins, max(ends) as ends,
    nullif(max(case when "open" then seen else ends end), 0) as last_seen, max(seen) as seen${when(
      nested,
      `,
    bool_or(first = 1 and known) as known, bool_or(first = 1 and start_cut) as start_cut,
    bool_or(end_cut) and max(case when end_cut then ends else 0 end) = max(ends) as end_cut, max(case when first = 1 then unit end) as first_unit,
    cast(max(cast(ends as bigint) * ${unitsApart} + unit) % ${unitsApart} as integer) as last_unit,
    max(case when first = 1 then came_from end) as came_from`,
    )}${when(
      coarse,
      `,
    case when min(begins) > 0 then min(start_first) end as start_first,
    case when min(begins) > 0 then min(start_last) end as start_last,
    max(end_first) as end_first, max(end_last) as end_last`,
    )}
    from numbered_spell group by person, organisation, nth`;
}

/** Most people have one spell at an organisation: it is an episode as it stands. */
function loneSpell({ coarse, nested }: Shape): Sql {
  return sql`select s.spell as episode, s.person, s.organisation, 1 as nth, founder, "open", undated, begins, ends,
    nullif(case when "open" then seen else ends end, 0) as last_seen, seen${when(nested, ', known, start_cut, end_cut, unit as first_unit, unit as last_unit, came_from')}${when(coarse, ', start_first, start_last, end_first, end_last')}
    from main_spell as s
    left join shared_place as p on p.person = s.person and p.organisation = s.organisation
    where p.person is null`;
}

/** Open jobs and the next known start of an open job. */
function stale(coarse: boolean): Sql {
  return sql`select episode, min(nullif(begins, 0)) over later as closing${when(
    coarse,
    ', min(start_first) over later as first_closing, min(start_last) over later as last_closing',
  )}
    from unbroken where "open"
    window later as (partition by person order by begins, ends, organisation
      rows between 1 following and unbounded following)`;
}

function closed(coarse: boolean): Sql {
  return sql`select j.episode, j.person, j.organisation, j.nth, j.founder,
    j."open" and s.closing is null as "open", j.undated, j.begins,
    coalesce(s.closing, j.ends) as ends, coalesce(s.closing, j.last_seen) as last_seen, j.seen${when(
      coarse,
      `, j.start_first, j.start_last, coalesce(s.first_closing, j.end_first) as end_first,
    coalesce(s.last_closing, j.end_last) as end_last`,
    )}
    from unbroken as j left join stale as s on s.episode = j.episode`;
}
