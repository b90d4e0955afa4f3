import { firstDay, monthOf, raw, type Sql, type Steps, sql } from '../warehouse/index.js';

/**
 * Sightings to spells (docs/definitions.md, "Sightings"). Reads `sighting` (person, employer, stands_at, earliest, latest, line).
 *
 * Rows of the last step: one per spell, as `incomingColumns` says. Units: `gap` in months; dates are texts.
 */
export function joiningSteps(gap: number): Steps {
  const months = raw(String(gap));
  return {
    steps: [
      ['spaced', sql`select *, lag(stands_at) over (${inOrder}) as before from sighting`],
      [
        'numbered',
        sql`select *, sum(case when ${monthOf(sql`stands_at`)} - ${monthOf(sql`before`)} > ${months} then 1 else 0 end)
          over (${inOrder} rows unbounded preceding) as nth from spaced`,
      ],
      [
        'stay',
        sql`select person, employer, nth, count(*) as times, min(stands_at) as begun, max(stands_at) as seen_last
          from numbered group by person, employer, nth`,
      ],
      ['rival', rival],
      ['judged', judged],
      ['piece', piece],
      ['neighboured', neighboured],
      ['bounded', bounded(months)],
      ['spell_seen', sql`${mainSpells} union all ${besideSpells}`],
      [
        'joined',
        sql`select line as ordinal, line, person, employer, "start", "end", cast(null as varchar) as title, kind,
          cast(null as varchar) as country, cast(null as varchar) as "source", cast(null as varchar) as weight, seen_until from spell_seen`,
      ],
    ],
  };
}

const inOrder = raw('partition by person, employer order by stands_at, earliest, latest');

/** Stays of a person that overlap, each with the one that is the main job while both last. */
const rival = sql`select s.person, s.employer, s.nth, w.begun, w.seen_last
  from stay as s
  join stay as w on w.person = s.person and w.employer <> s.employer
    and w.begun <= s.seen_last and w.seen_last >= s.begun
  where w.times > s.times
    or (w.times = s.times and (w.begun < s.begun or (w.begun = s.begun and w.employer < s.employer)))`;

/** Every sighting: whether it is beside a main job, and how many main jobs lay between the first of its stay and it. */
const judged = sql`select n.person, n.employer, n.nth, n.line, n.stands_at, n.earliest, n.latest,
    cast(max(case when n.stands_at >= r.begun and n.stands_at <= r.seen_last then 1 else 0 end) as integer) as beside,
    cast(sum(case when r.seen_last < n.stands_at then 1 else 0 end) as integer) as passed
  from numbered as n
  join rival as r on r.person = n.person and r.employer = n.employer and r.nth = n.nth
  group by n.person, n.employer, n.nth, n.line, n.stands_at, n.earliest, n.latest
  union all
  select n.person, n.employer, n.nth, n.line, n.stands_at, n.earliest, n.latest, 0 as beside, 0 as passed
  from numbered as n
  left join (select distinct person, employer, nth from rival) as r
    on r.person = n.person and r.employer = n.employer and r.nth = n.nth
  where r.person is null`;

/** Sightings that nothing parts: seen there by `first_latest` at the latest, and still on `last_earliest`. */
const piece = sql`select person, employer, nth, passed, beside, min(line) as line, min(stands_at) as begun,
    min(earliest) as first_earliest, min(latest) as first_latest,
    max(earliest) as last_earliest, max(latest) as last_latest
  from judged group by person, employer, nth, passed, beside`;

const neighboured = sql`select *,
    lag(employer) over (partition by person order by begun) as before_employer,
    lag(last_earliest) over (partition by person order by begun) as before_earliest,
    lag(last_latest) over (partition by person order by begun) as before_latest,
    lead(employer) over (partition by person order by begun) as after_employer,
    lead(first_earliest) over (partition by person order by begun) as after_earliest,
    lead(first_latest) over (partition by person order by begun) as after_latest
  from piece where beside = 0`;

/**
 * Start and end lie between sightings here and elsewhere. With nobody elsewhere before, a start lies at most the gap
 * before the first sighting. Who vanishes and comes back leaves in the first half of the time between and returns in the second, at
 * most the gap away from the sighting; a month stays free, so that the two do not join again.
 */
function bounded(gap: Sql): Sql {
  const half = (from: Sql, to: Sql): Sql =>
    sql`least(${gap}, greatest(0, cast(floor((${monthOf(to)} - ${monthOf(from)} - 2) / 2.0) as integer)))`;
  const opened = (by: Sql): Sql => firstDay(sql`(${monthOf(sql`first_earliest`)} - ${by})`);
  const lasting = sql`(${monthOf(sql`last_latest`)} + ${half(sql`last_latest`, sql`after_earliest`)})`;
  return sql`select *,
      case when before_employer is null then greatest(date '1900-01-01', ${opened(gap)})
        when before_employer = employer then ${opened(half(sql`before_latest`, sql`first_earliest`))}
        else before_earliest end as start_earliest,
      case when after_employer = employer then greatest(last_latest, ${firstDay(lasting)})
        else after_latest end as end_latest
    from neighboured`;
}

const text = (from: Sql, to: Sql): Sql => sql`concat(cast(${from} as varchar), '/', cast(${to} as varchar))`;

const mainSpells = sql`select person, employer, line, ${text(sql`start_earliest`, sql`first_latest`)} as "start",
    case when after_employer is not null then ${text(sql`last_earliest`, sql`end_latest`)} end as "end",
    'employee' as kind,
    case when after_employer is null then cast(last_latest as varchar) end as seen_until
  from bounded`;

/** A side job lasts from its first to its last sighting; its kind can be no main job. */
const besideSpells = sql`select person, employer, line, ${text(sql`first_earliest`, sql`first_latest`)} as "start",
    ${text(sql`last_earliest`, sql`last_latest`)} as "end", 'affiliate' as kind, cast(null as varchar) as seen_until
  from piece where beside = 1`;
