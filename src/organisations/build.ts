import { column, organisationTable, resolutionTable } from '../records/index.js';
import { type Block, type Sql, sql, type Warehouse } from '../warehouse/index.js';
import { keepOwnership, neededOf } from './ownership.js';
import type { Organisation } from './registry.js';
import { resolver } from './resolve.js';

const understoodColumns = [
  column('employer', 'integer', '', 'the spelling'),
  column('id', 'text', '', 'id of the organisation; null for a state'),
  column('state', 'text', '', 'the state'),
  column('how', 'text', '', 'step that decided'),
];

const registeredColumns = [
  column('id', 'text', '', 'id'),
  column('title', 'text', '', 'title'),
  column('kind', 'text', '', 'kind'),
];

const pageSize = 100_000;

/**
 * Says of every spelling of an employer which organisation or state it means, and keeps the organisations met.
 *
 * Reads `employer`, `spell`. Rows: as `organisationTable`, `resolutionTable`, `parentTable` and `eventTable` say. An organisation
 * that the registry does not know bears its most frequent spelling, ties to the first in order; one that nobody is at is kept where the registry has it.
 */
export async function buildOrganisations(
  warehouse: Warehouse,
  registry: readonly Organisation[],
): Promise<void> {
  await understand(warehouse, registry);
  const met = await warehouse.query<{ id: string }>(
    sql`select distinct id from understood where id is not null and id not like '~%'`,
  );
  const needed = neededOf(registry, new Set(met.map(({ id }) => id)));
  await warehouse.create('registered', 'session', registeredColumns);
  await warehouse.append('registered', registeredColumns, [
    [needed.map((o) => o.id), needed.map((o) => o.title), needed.map((o) => o.kind)],
  ]);
  await warehouse.keep(organisationTable.name, 'stored', organisations);
  const numbered = await warehouse.query<{ id: string; organisation: number }>(
    sql`select id, organisation from organisation where registered`,
  );
  await keepOwnership(warehouse, needed, new Map(numbered.map((o) => [o.id, o.organisation])));
  await warehouse.keep(
    resolutionTable.name,
    'stored',
    sql`select u.employer, o.organisation, u.state, u.how
      from understood as u left join organisation as o on o.id = u.id`,
  );
  for (const table of ['understood', 'registered']) await warehouse.drop(table);
}

async function understand(warehouse: Warehouse, registry: readonly Organisation[]): Promise<void> {
  const resolve = resolver(registry);
  await warehouse.create('understood', 'session', understoodColumns);
  const [last] = await warehouse.query<{ employer: number }>(
    sql`select coalesce(max(employer), 0) as employer from employer`,
  );
  for (let from = 0; from < (last?.employer ?? 0); from += pageSize) {
    const blocks: Block[] = [];
    const page = sql`select employer, written from employer where employer > ${from} and employer <= ${from + pageSize}`;
    for await (const [employers = [], written = []] of warehouse.stream(page)) {
      const all = written.map((text) => resolve(String(text)));
      blocks.push([
        employers,
        all.map((r) => r.organisation),
        all.map((r) => r.state),
        all.map((r) => r.how),
      ]);
    }
    await warehouse.append('understood', understoodColumns, blocks);
  }
}

const organisations: Sql = sql`select row_number() over (order by coalesce(s.id, g.id)) as organisation, coalesce(s.id, g.id) as id,
    coalesce(g.title, s.written) as title, g.kind, g.id is not null as registered, s.id is not null as met
  from (
    select id, written from (
      select u.id, e.written, row_number() over (partition by u.id order by t.times desc, e.written) as nth
      from understood as u
      join employer as e on e.employer = u.employer
      join (select employer, count(*) as times from spell group by employer) as t on t.employer = u.employer
      where u.id is not null) as spelt
    where nth = 1) as s
  full join registered as g on g.id = s.id`;
