import { mainKinds } from '../records/index.js';
import { list, monthOf, type Sql, type Steps, sql, upTo, type Warehouse } from '../warehouse/index.js';

/** What two sources say of the people that both know; both null: of all people that several sources know. */
export interface Disagreement {
  readonly one: string | null;
  readonly other: string | null;
  /** People that both sources know. */
  readonly people: number;
  /** Of these, people who are at two employers at once, each of which only one of the two sources has. */
  readonly elsewhere: number;
  /** Of these, people with a start or end at one employer that the two sources date apart, beyond their precision. */
  readonly dated_apart: number;
}

/**
 * Where do two sources tell different careers of the same people?
 *
 * Spells in main kinds are compared, by organisation, in months. *At once* is certain only: from the latest start to the
 * earliest end that the dates allow, by more than the month in which one job may follow another. Dates at one employer are
 * those of its first start and last end; an open end contradicts an end of which the other source saw the time after.
 * Nothing is mended or averaged. A unit and its company are two organisations.
 *
 * Rows: one per pair of sources that share a person, by name, then all of them together; none where no person is shared.
 */
export async function disagreements(warehouse: Warehouse): Promise<readonly Disagreement[]> {
  return warehouse.query<{ [column in keyof Disagreement]: Disagreement[column] }>(
    sql`${upTo(disagreementSteps)} order by one is null, one, other`,
  );
}

const known = sql`select distinct s.person, f.source from spell as s join file as f on f.file = s.file`;

const pair = sql`select a.person, a.source as one, b.source as other
  from known as a join known as b on b.person = a.person and a.source < b.source`;

/** Spells of shared people; `held_from` to `held_to` is the time that every reading of the dates leaves. */
const told = sql`select *, start_last as held_from,
    case when end_status = 'ended' then end_first when end_status = 'open' then seen else start_last end as held_to
  from (select s.person, f.source, coalesce(r.organisation, -s.employer) as place, s.end_status,
      ${monthOf(sql`s.start_date`)} as start_first, ${monthOf(sql`s.start_latest`)} as start_last,
      ${monthOf(sql`s.end_date`)} as end_first, ${monthOf(sql`s.end_latest`)} as end_last,
      ${monthOf(sql`coalesce(s.seen_until, f.observed_until)`)} as seen
    from spell as s join file as f on f.file = s.file left join resolution as r on r.employer = s.employer
    where s.person in (select person from pair) and s.kind in ${list([...mainKinds])} and r.state is null) as spells`;

/** First start and last end of a person at a place; a start or end that is not known leaves none. */
const stay = sql`select person, source, place,
    case when count(start_first) = count(*) then min(start_first) end as start_first,
    case when count(start_first) = count(*) then min(start_last) end as start_last,
    case when count(end_first) = count(*) then max(end_first) end as end_first,
    case when count(end_first) = count(*) then max(end_last) end as end_last,
    max(case when end_status = 'open' then seen end) as seen
  from told group by person, source, place`;

const elsewhere = sql`select distinct p.person, p.one, p.other from pair as p
  join told as s on s.person = p.person and s.source = p.one
  join told as t on t.person = p.person and t.source = p.other and t.place <> s.place
    and s.held_from < t.held_to and t.held_from < s.held_to and s.held_from < s.held_to and t.held_from < t.held_to
  left join stay as b on b.person = p.person and b.source = p.other and b.place = s.place
  left join stay as a on a.person = p.person and a.source = p.one and a.place = t.place
  where a.place is null and b.place is null`;

const datedApart = sql`select distinct p.person, p.one, p.other from pair as p
  join stay as a on a.person = p.person and a.source = p.one
  join stay as b on b.person = p.person and b.source = p.other and b.place = a.place
  where a.start_last < b.start_first or b.start_last < a.start_first
    or a.end_last < b.end_first or b.end_last < a.end_first or a.end_last < b.seen or b.end_last < a.seen`;

const judged = sql`select p.person, p.one, p.other, e.person is not null as elsewhere, d.person is not null as dated_apart
  from pair as p
  left join elsewhere as e on e.person = p.person and e.one = p.one and e.other = p.other
  left join dated_apart as d on d.person = p.person and d.one = p.one and d.other = p.other`;

const counts = sql`count(distinct person) as people, count(distinct case when elsewhere then person end) as elsewhere,
  count(distinct case when dated_apart then person end) as dated_apart`;

const counted: Sql = sql`select one, other, ${counts} from judged group by one, other
  union all select null, null, ${counts} from judged having count(*) > 0`;

/** The query of `disagreements`, in named steps. */
export const disagreementSteps: Steps = {
  steps: [
    ['known', known],
    ['pair', pair],
    ['told', told],
    ['stay', stay],
    ['elsewhere', elsewhere],
    ['dated_apart', datedApart],
    ['judged', judged],
    ['counted', counted],
  ],
};
