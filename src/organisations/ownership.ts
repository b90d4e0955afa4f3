import { eventTable, parentTable } from '../records/index.js';
import type { Warehouse } from '../warehouse/index.js';
import { fill } from './_fill.js';
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
    row.parents.map((link) => ({
      organisation: number(row.id),
      parent: number(link.id),
      since: link.since === undefined ? null : sinceOf(link),
      until: link.until === undefined ? null : untilOf(link),
    })),
  );
  const events = needed.flatMap((row) =>
    row.events.flatMap((event) =>
      happened(event, row).map(({ of, name, other }) => ({
        organisation: number(of),
        event: name,
        other: other === null ? null : number(other),
        was: event.event === 'renamed' ? event.from : null,
        became: event.event === 'renamed' ? event.to : null,
        ...monthsOf(event),
        dated: event.on ?? event.announced ?? '',
        source: event.source,
      })),
    ),
  );
  await fill(warehouse, parentTable, 'stored', parents);
  await fill(warehouse, eventTable, 'stored', events);
}

/** An event as rows of the table: a split is told by each part, as spun off. */
function happened(
  event: OrganisationEvent,
  { id }: Organisation,
): readonly { readonly of: string; readonly name: string; readonly other: string | null }[] {
  if (event.event === 'split') return event.into.map((part) => ({ of: part, name: 'spun_off', other: id }));
  return [{ of: id, name: event.event, other: partiesOf(event)[0] ?? null }];
}
