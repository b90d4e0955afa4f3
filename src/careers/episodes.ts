import { mainKinds } from '../records/index.js';
import { list, monthOf, raw, type Sql, type Steps, sql } from '../warehouse/index.js';

/** Order key of an end that has not come; beyond every month. */
export const never = 999_999;

/** How careers are read; the defaults are what a load builds. */
export interface CareerOptions {
  /** End an open job at the start of a later open one: a sensitivity, people forget to end a job on their profile. */
  readonly closeStale: boolean;
}

/** Whether any date is coarser than a month; where none is, no window carries what precision allows beside the date. */
export interface Exactness {
  readonly coarse: boolean;
}

/**
 * Spells to episodes (docs/definitions.md): spells of one person at one organisation join where the next starts at most one
 * month after the latest end so far and no main spell elsewhere starts from that end on and before that start.
 *
 * Rows of the last step: one per episode. Units: months as `year * 12 + month`; `begins` and `ends` order episodes,
 * an unknown start first (0), an open end last, an end on an unknown date at the last month with evidence.
 */
export function episodeSteps({ closeStale, coarse }: CareerOptions & Exactness): Steps {
  const steps: [string, Sql][] = [
    ['dated_spell', datedSpell(coarse)],
    ['main_spell', mainSpell(coarse)],
    ['shared_place', sharedPlace],
    ['ordered_spell', orderedSpell(coarse)],
    ['interrupted', interrupted],
    ['numbered_spell', numberedSpell],
    ['joined_spell', joinedSpell(coarse)],
    ['lone_spell', loneSpell(coarse)],
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
  const middle = sql`case when ${last} = ${first} then ${first} else cast(floor((${first} + ${last} + 1) / 2.0) as integer) end`;
  return sql`case when ${earliest} is not null then least(${middle}, f.seen) end`;
}

/** Text of the program's own where dates are coarse, and nothing elsewhere. */
export const ifCoarse = (coarse: boolean, text: string): Sql => raw(coarse ? text : '');

function datedSpell(coarse: boolean): Sql {
  const bounds = sql`${month(sql`s.start_date`)} as start_first,
    case when s.start_date is not null then ${lastMonth(sql`s.start_latest`)} end as start_last,
    ${month(sql`s.end_date`)} as end_first,
    case when s.end_date is not null then ${lastMonth(sql`s.end_latest`)} end as end_last,`;
  const point = (date: Sql, latest: Sql): Sql =>
    coarse
      ? monthIn(date, latest)
      : sql`case when ${date} is not null then least(${month(date)}, f.seen) end`;
  return sql`select s.spell, cast(s.person as integer) as person, cast(r.organisation as integer) as organisation,
    s.kind = 'founder' as founder, s.end_status = 'open' as "open", s.end_status = 'unknown' as undated,
    coalesce(${month(sql`s.seen_until`)}, f.seen) as seen,
    ${coarse ? bounds : raw('')}
    ${point(sql`s.start_date`, sql`s.start_latest`)} as start_point,
    ${point(sql`s.end_date`, sql`s.end_latest`)} as end_point
    from spell as s
    join resolution as r on r.employer = s.employer
    join (select file, ${month(sql`observed_until`)} as seen from file) as f on f.file = s.file
    where r.organisation is not null and s.kind in ${list([...mainKinds])}`;
}

/** Point estimates that would run backwards meet inside what their precision allows. */
function mainSpell(coarse: boolean): Sql {
  const bounded = raw(`start_first, end_last,
    case when end_last < start_last then end_last else start_last end as start_last,
    case when start_first > end_first then start_first else end_first end as end_first,
    case when end_last < start_point then end_last else start_point end as start_month,
    case when start_point > end_point then case when start_point > end_last then end_last else start_point end
      else end_point end as end_month`);
  const exact = raw(
    'case when end_point < start_point then end_point else start_point end as start_month, end_point as end_month',
  );
  return sql`select spell, person, organisation, founder, "open", undated, seen${ifCoarse(coarse, ', start_first, start_last, end_first, end_last')},
    coalesce(start_month, 0) as begins,
    case when "open" then ${raw(String(never))} when undated then coalesce(start_month, 0) else end_month end as ends
    from (select spell, person, organisation, founder, "open", undated, seen, ${coarse ? bounded : exact}
      from dated_spell) as pointed`;
}

const earlier = raw(
  'over (partition by s.person, s.organisation order by begins, ends, spell rows between unbounded preceding and 1 preceding)',
);

/** People and organisations with several spells; only these can join. */
const sharedPlace = sql`select person, organisation from main_spell group by person, organisation having count(*) > 1`;

/** Spells at one organisation in order, with the latest end so far, and whether precision allows to join it. */
function orderedSpell(coarse: boolean): Sql {
  const latest = raw('max(case when end_last > ends then end_last else ends end)');
  return sql`select *, ${raw(coarse ? 'coalesce(start_first, 0) <= so_far_last + 1' : 'begins <= so_far + 1')} as reached
    from (select s.*, max(ends) ${earlier} as so_far${coarse ? sql`, ${latest} ${earlier} as so_far_last` : raw('')}
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
const numberedSpell = sql`select *, cast(sum(first) over (
    partition by person, organisation order by begins, ends, spell rows unbounded preceding) as integer) as nth
  from (select o.*, case when o.reached and i.spell is null then 0 else 1 end as first
    from ordered_spell as o left join interrupted as i on i.spell = o.spell) as begun`;

/** An episode is open if a spell of it is; else its end is unknown if one of its ends is; else its latest end. */
function joinedSpell(coarse: boolean): Sql {
  return sql`select max(case when first = 1 then spell end) as episode, person, organisation, nth,
    bool_or(founder) as founder, bool_or("open") as "open", bool_or(undated) and not bool_or("open") as undated,
    min(begins) as begins, max(ends) as ends,
    nullif(max(case when "open" then seen else ends end), 0) as last_seen, max(seen) as seen${ifCoarse(
      coarse,
      `,
    case when min(begins) > 0 then min(start_first) end as start_first,
    case when min(begins) > 0 then min(start_last) end as start_last,
    max(end_first) as end_first, max(end_last) as end_last`,
    )}
    from numbered_spell group by person, organisation, nth`;
}

/** Most people have one spell at an organisation: it is an episode as it stands. */
function loneSpell(coarse: boolean): Sql {
  return sql`select s.spell as episode, s.person, s.organisation, 1 as nth, founder, "open", undated, begins, ends,
    nullif(case when "open" then seen else ends end, 0) as last_seen, seen${ifCoarse(coarse, ', start_first, start_last, end_first, end_last')}
    from main_spell as s
    left join shared_place as p on p.person = s.person and p.organisation = s.organisation
    where p.person is null`;
}

/** Open jobs and the next known start of an open job. */
function stale(coarse: boolean): Sql {
  return sql`select episode, min(nullif(begins, 0)) over later as closing${ifCoarse(
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
    coalesce(s.closing, j.ends) as ends, coalesce(s.closing, j.last_seen) as last_seen, j.seen${ifCoarse(
      coarse,
      `, j.start_first, j.start_last, coalesce(s.first_closing, j.end_first) as end_first,
    coalesce(s.last_closing, j.end_last) as end_last`,
    )}
    from unbroken as j left join stale as s on s.episode = j.episode`;
}
