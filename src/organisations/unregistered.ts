import { sql, type Warehouse } from '../warehouse/index.js';

/** An organisation that the registry does not know, and how many spells rest on it. */
export interface Unregistered {
  readonly organisation: string;
  readonly title: string;
  readonly spellings: number;
  readonly spells: number;
  readonly people: number;
}

/** Which organisations of the data does the registry not know, most spells first? */
export async function unregistered(warehouse: Warehouse, top: number): Promise<readonly Unregistered[]> {
  return warehouse.query<Unregistered & { [column: string]: string | number }>(
    sql`select o.id as organisation, o.title, count(distinct r.employer) as spellings, count(*) as spells,
        count(distinct s.person) as people
      from organisation as o
      join resolution as r on r.organisation = o.organisation
      join spell as s on s.employer = r.employer
      where not o.registered group by o.id, o.title order by count(*) desc, o.id limit ${top}`,
  );
}
