import { sql, type Warehouse } from '../warehouse/index.js';

/** A name that somebody should look at, and what rests on it. */
export interface Doubt {
  /** `ambiguous`: two organisations claim it; `unsure`: joined by a score below 0.9; `unregistered`: the registry does not know it. */
  readonly doubt: 'ambiguous' | 'unsure' | 'unregistered';
  readonly name: string;
  readonly organisation: string | null;
  readonly title: string | null;
  readonly how: string;
  readonly score: number;
  readonly spells: number;
  readonly people: number;
}

/**
 * Which names of the data are least sure, most spells first?
 *
 * Ambiguous spellings and unsure joins one by one; an organisation that the registry does not know by the spelling that most write, with all
 * that rests on it.
 */
export async function doubts(warehouse: Warehouse, top: number): Promise<readonly Doubt[]> {
  return warehouse.query<Doubt & { [column: string]: string | number | null }>(
    sql`select doubt, name, organisation, title, how, score, spells, people from (
        select case when r.how = 'ambiguous' then 'ambiguous' else 'unsure' end as doubt, e.written as name,
          o.id as organisation, o.title, r.how, r.score, count(*) as spells, count(distinct s.person) as people
        from resolution as r
        join employer as e on e.employer = r.employer
        join spell as s on s.employer = r.employer
        left join organisation as o on o.organisation = r.organisation
        where r.how = 'ambiguous' or (r.score < 0.9 and r.how <> 'own')
        group by r.how, r.score, e.written, o.id, o.title
        union all
        select 'unregistered' as doubt, o.title as name, o.id as organisation, o.title, 'own' as how, min(r.score) as score,
          count(*) as spells, count(distinct s.person) as people
        from organisation as o
        join resolution as r on r.organisation = o.organisation
        join spell as s on s.employer = r.employer
        where not o.registered
        group by o.id, o.title) as listed
      order by spells desc, name, doubt limit ${top}`,
  );
}
