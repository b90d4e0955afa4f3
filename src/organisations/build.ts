import { column, organisationTable, resolutionTable } from '../records/index.js';
import { type Sql, sql, type Warehouse } from '../warehouse/index.js';
import { keepOwnership, neededOf } from './ownership.js';
import type { Register } from './registry.js';
import { resolveNames, type WrittenName } from './resolve.js';

const understoodColumns = [
  column('employer', 'integer', '', 'the spelling'),
  column('id', 'text', '', 'id of the organisation; null for a state'),
  column('state', 'text', '', 'the state'),
  column('how', 'text', '', 'step that decided'),
  column('score', 'number', '', 'how surely, from 0 to 1'),
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
export async function buildOrganisations(warehouse: Warehouse, register: Register): Promise<void> {
  const { organisations: registry } = register;
  await understand(warehouse, register);
  const met = await warehouse.query<{ id: string }>(
    sql`select distinct id from understood where id is not null and id not like '~%'`,
  );
  const needed = neededOf(registry, new Set(met.map(({ id }) => id)));
  await warehouse.create('registered', 'session', registeredColumns);
  await warehouse.append('registered', registeredColumns, [
    [needed.map((o) => o.id), needed.map((o) => o.title), needed.map((o) => o.kind)],
  ]);
  await warehouse.keep(organisationTable.name, 'stored', organisationRows);
  const numbered = await warehouse.query<{ id: string; organisation: number }>(
    sql`select id, organisation from organisation where registered`,
  );
  await keepOwnership(warehouse, needed, new Map(numbered.map((o) => [o.id, o.organisation])));
  await warehouse.keep(
    resolutionTable.name,
    'stored',
    sql`select u.employer, o.organisation, u.state, u.how, u.score
      from understood as u left join organisation as o on o.id = u.id`,
  );
  for (const table of ['understood', 'registered']) await warehouse.drop(table);
}

async function understand(warehouse: Warehouse, { organisations, decisions }: Register): Promise<void> {
  await warehouse.create('understood', 'session', understoodColumns);
  const { employers, names } = await namesIn(warehouse);
  const all = resolveNames(names, organisations, decisions);
  for (let from = 0; from < all.length; from += pageSize) {
    const page = all.slice(from, from + pageSize);
    await warehouse.append('understood', understoodColumns, [
      [
        employers.slice(from, from + pageSize),
        page.map((r) => r.organisation),
        page.map((r) => (r.how === 'ambiguous' ? 'unknown' : r.state)),
        page.map((r) => r.how),
        page.map((r) => r.score),
      ],
    ]);
  }
}

/** The spellings of a database, each with the number of its spells. */
export async function namesIn(
  warehouse: Warehouse,
): Promise<{ readonly employers: readonly number[]; readonly names: readonly WrittenName[] }> {
  const employers: number[] = [];
  const names: WrittenName[] = [];
  const all = sql`select e.employer, e.written, count(s.employer) as weight
    from employer as e left join spell as s on s.employer = e.employer group by e.employer, e.written`;
  for await (const [numbers = [], written = [], weights = []] of warehouse.stream(all)) {
    numbers.forEach((employer, i) => {
      employers.push(Number(employer));
      names.push({ written: String(written[i]), weight: Number(weights[i]) });
    });
  }
  return { employers, names };
}

const organisationRows: Sql = sql`select row_number() over (order by coalesce(s.id, g.id)) as organisation, coalesce(s.id, g.id) as id,
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
