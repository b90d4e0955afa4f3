import { name, raw, type Sql, type Steps, sql } from '../warehouse/index.js';

/** Where owners and groups are looked up, by name: tables of stretches of months. */
export interface OwnershipTables {
  /** What is or was above organisations, and they themselves. */
  readonly line: string;
  /** The topmost owner of each of those. */
  readonly grouping: string;
}

/** Months around an event in which a transition belongs to it. */
export const windows = {
  /** Before a deal or a spin-off, from its announcement. */
  before: 1,
  /** After it took effect. */
  after: 6,
  /** Before the closing of a takeover whose announcement is not known. */
  unannounced: 3,
  /** After the closing of a takeover. */
  takeover: 24,
} as const;

/**
 * Why people are at another organisation (docs/definitions.md), where it is not for a hire: the first that applies of licensed and hired,
 * spun off, acquired, and internal to a group. From one place inside what was bought or left to another is internal.
 *
 * Reads a table `transition` with `episode`, `from_unit`, `to_unit`, `left_month`, `joined_month`; `event`; the tables of ownership. Rows of the last
 * step: one per transition that is no hire, with `cause`.
 */
export function causeSteps({ line, grouping }: OwnershipTables): Steps {
  const month = (number: number): Sql => raw(String(number));
  const known = sql`(select distinct organisation from ${name(line)})`;
  return {
    steps: [
      [
        'tied',
        sql`select episode, from_unit, to_unit, left_month, joined_month from transition
          where from_unit in ${known} and to_unit in ${known}`,
      ],
      [
        'grouped',
        sql`select t.*, a.stands as from_group, b.stands as to_group from tied as t
          join ${name(grouping)} as a on a.organisation = t.from_unit and ${holds('a', 't.joined_month')}
          join ${name(grouping)} as b on b.organisation = t.to_unit and ${holds('b', 't.joined_month')}`,
      ],
      [
        'deal',
        sql`select organisation, other, effective, announced,
            case event when 'licensed_and_hired' then event else 'acquired' end as cause
          from event where event in ('licensed_and_hired', 'acquired', 'merged')`,
      ],
      [
        'dealt',
        sql`select g.episode, d.cause from grouped as g
          join ${name(line)} as l on l.organisation = g.from_unit and ${holds('l', 'g.left_month')}
          join deal as d on d.organisation = l.stands
          join ${name(grouping)} as o on o.organisation = d.other and ${holds('o', 'g.joined_month')}
          left join ${name(line)} as w on w.organisation = g.to_unit and w.stands = d.organisation
            and ${holds('w', 'g.joined_month')}
          where w.organisation is null and (g.to_unit = d.other or g.to_group = o.stands) and case d.cause
            when 'licensed_and_hired' then
              g.joined_month >= coalesce(d.announced, d.effective) - ${month(windows.before)}
              and g.joined_month <= d.effective + ${month(windows.after)}
            else g.left_month >= coalesce(d.announced, d.effective - ${month(windows.unannounced)})
              and g.joined_month <= d.effective + ${month(windows.takeover)} end`,
      ],
      [
        'parted',
        sql`select g.episode, 'spun_off' as cause from grouped as g
          join ${name(line)} as l on l.organisation = g.to_unit and ${holds('l', 'g.joined_month')}
          join event as d on d.organisation = l.stands and d.event = 'spun_off'
          join ${name(grouping)} as a on a.organisation = g.from_unit and ${holds('a', 'd.effective - 1')}
          join ${name(grouping)} as o on o.organisation = d.other and ${holds('o', 'd.effective - 1')}
          left join ${name(line)} as w on w.organisation = g.from_unit and w.stands = d.organisation
            and ${holds('w', 'g.left_month')}
          where w.organisation is null and a.stands = o.stands
            and g.joined_month >= coalesce(d.announced, d.effective) - ${month(windows.before)}
            and g.joined_month <= d.effective + ${month(windows.after)}`,
      ],
      [
        'explained',
        sql`select episode, cause from dealt
          union all select episode, cause from parted
          union all select episode, 'internal' from grouped where from_group = to_group`,
      ],
      [
        'caused',
        sql`select episode, case min(case cause when 'licensed_and_hired' then 1 when 'spun_off' then 2
              when 'acquired' then 3 else 4 end)
            when 1 then 'licensed_and_hired' when 2 then 'spun_off' when 3 then 'acquired' else 'internal' end as cause
          from explained group by episode`,
      ],
    ],
  };
}

function holds(stretch: string, month: string): Sql {
  return raw(
    `coalesce(${stretch}.since, 0) <= ${month} and (${stretch}.until is null or ${month} < ${stretch}.until)`,
  );
}
