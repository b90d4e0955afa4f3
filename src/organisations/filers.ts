import { filerTable, payerTable } from '../records/index.js';
import { sql, type Warehouse } from '../warehouse/index.js';
import { fill } from './_fill.js';
import { cleanName } from './clean.js';
import type { Register } from './registry.js';
import { ownId, resolver } from './resolve.js';

interface Payer {
  readonly organisation: number;
  readonly id: string;
  readonly title: string;
}

interface Columns {
  readonly [column: string]: string | number;
}

/**
 * Says of every employer that filings name which organisation it is, and changes nothing that careers rest on.
 *
 * A decision or the registry first, each name by itself; then an employer of careers whose cleaned name is the same; else it is an
 * organisation of its own, which bears the spelling of most filings, ties to the first in order. An employer that files is no state of a person,
 * whatever it is called; one that two organisations of the registry claim is nobody's.
 *
 * Rows: as `filerTable` and `payerTable` say.
 */
export async function buildFilers(warehouse: Warehouse, register: Register): Promise<void> {
  const written = await warehouse.query<{ written: string }>(
    sql`select employer as written from filing group by employer order by count(*) desc, employer`,
  );
  if (written.length === 0) {
    for (const table of [payerTable, filerTable]) await fill(warehouse, table, 'stored', []);
    return;
  }
  const numbered = await warehouse.query<Payer & Columns>(
    sql`select organisation, id, title from organisation`,
  );
  const numbers = new Map(numbered.map((o) => [o.id, o]));
  const spelt = await spellingsIn(warehouse);
  const titles = new Map(register.organisations.map(({ id, title }) => [id, title]));
  const resolve = resolver(register.organisations, register.decisions);
  const payers = new Map<string, Omit<Payer, 'organisation'>>();
  const meet = (id: string, title: string): string => {
    if (!payers.has(id)) payers.set(id, { id, title: numbers.get(id)?.title ?? titles.get(id) ?? title });
    return id;
  };
  const found = written.map(({ written: name }) => {
    const { organisation, how, state } = resolve(name);
    if (organisation !== null && how !== 'own') return { name, id: meet(organisation, name), how };
    if (organisation === null && (state === null || how === 'decided')) return { name, id: null, how };
    const key = cleanName(name);
    const alike = spelt.get(key);
    return alike === undefined
      ? { name, id: meet(ownId(key), name), how: 'own' }
      : { name, id: meet(alike.id, name), how: 'spelt' };
  });
  let last = numbered.reduce((most, { organisation }) => Math.max(most, organisation), 0);
  const number = new Map<string, number>();
  for (const id of [...payers.keys()].sort()) number.set(id, numbers.get(id)?.organisation ?? ++last);
  const rows = [...payers.values()].map((payer) => ({
    ...payer,
    organisation: number.get(payer.id) ?? null,
  }));
  await fill(warehouse, payerTable, 'stored', rows);
  await fill(
    warehouse,
    filerTable,
    'stored',
    found.map(({ name, id, how }) => ({
      written: name,
      organisation: id === null ? null : (number.get(id) ?? null),
      how,
    })),
  );
}

/** Organisations that employers of careers were understood as, by the cleaned names of those. */
async function spellingsIn(warehouse: Warehouse): Promise<ReadonlyMap<string, Payer>> {
  const found = new Map<string, Payer>();
  const all = await warehouse.query<Payer & Columns & { written: string }>(
    sql`select e.written, o.organisation, o.id, o.title from employer as e
      join resolution as r on r.employer = e.employer join organisation as o on o.organisation = r.organisation
      order by e.written`,
  );
  for (const { written, organisation, id, title } of all) {
    const key = cleanName(written);
    if (!found.has(key)) found.set(key, { organisation, id, title });
  }
  return found;
}
