import { eventTable, parentTable } from '../records/index.js';
import type { Block, Warehouse } from '../warehouse/index.js';
import { monthsOf, type OrganisationEvent, partiesOf } from './event.js';
import { sinceOf, untilOf } from './merge.js';
import type { Organisation } from './registry.js';

/**
 * Which organisations of the registry does a database need: those that are met and all that a person curated, and whatever is above them
 * or a party to what happened to them?
 */
export function neededOf(
  registry: readonly Organisation[],
  met: ReadonlySet<string>,
): readonly Organisation[] {
  const byId = new Map(registry.map((row) => [row.id, row]));
  const needed = new Map<string, Organisation>();
  const open = registry.filter(({ id, authority }) => authority !== 'ror' || met.has(id)).map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const row = byId.get(id);
    if (row === undefined || needed.has(id)) continue;
    needed.set(id, row);
    open.push(...row.parents.map((parent) => parent.id), ...row.events.flatMap(partiesOf));
  }
  return registry.filter(({ id }) => needed.has(id));
}

/** Keeps who owned whom and what happened, by the numbers that organisations have in the database. */
export async function keepOwnership(
  warehouse: Warehouse,
  needed: readonly Organisation[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const number = (id: string): number => numbers.get(id) as number;
  const parents = needed.flatMap((row) =>
    row.parents.map((link) => [
      number(row.id),
      number(link.id),
      link.since === undefined ? null : sinceOf(link),
      link.until === undefined ? null : untilOf(link),
    ]),
  );
  const events = needed.flatMap((row) =>
    row.events.flatMap((event) =>
      happened(event).map(({ id, name, other }) => {
        const { announced, effective } = monthsOf(event);
        const of = number(id ?? row.id);
        const party = other === 'itself' ? number(row.id) : other === null ? null : number(other);
        const [was, became] = event.event === 'renamed' ? [event.from, event.to] : [null, null];
        return [
          of,
          name,
          party,
          was,
          became,
          announced,
          effective,
          event.on ?? event.announced ?? '',
          event.source,
        ];
      }),
    ),
  );
  await fill(warehouse, parentTable, parents);
  await fill(warehouse, eventTable, events);
}

/** An event as rows of the table: a split is told by each part, as spun off. */
function happened(
  event: OrganisationEvent,
): readonly { readonly id?: string; readonly name: string; readonly other: string | null }[] {
  if (event.event === 'split') return event.into.map((id) => ({ id, name: 'spun_off', other: 'itself' }));
  return [{ name: event.event, other: partiesOf(event)[0] ?? null }];
}

async function fill(
  warehouse: Warehouse,
  table: typeof parentTable,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  await warehouse.create(table.name, 'stored', table.columns);
  const block: Block = table.columns.map((_, i) => rows.map((row) => row[i] ?? null));
  await warehouse.append(table.name, table.columns, [block]);
}
