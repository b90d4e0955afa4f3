import type { Organisation } from '../organisations/index.js';
import { onceFor } from './serving.js';

/** Organisations of the registry by id and by title, and by id those that are or were directly below each. */
export interface Registered {
  readonly named: ReadonlyMap<string, Organisation>;
  readonly below: ReadonlyMap<string, readonly Organisation[]>;
}

/** What a state's registry knows. */
export const registeredIn = onceFor(async ({ desk }): Promise<Registered> => {
  const { registry } = await desk.known();
  const below = new Map<string, Organisation[]>();
  for (const row of registry) {
    for (const { id } of row.parents) below.set(id, [...(below.get(id) ?? []), row]);
  }
  const titled = registry.map((row) => [row.title, row] as const);
  return { named: new Map([...titled, ...registry.map((row) => [row.id, row] as const)]), below };
});

/** Whether one of two organisations is, or was, above the other, by id. */
export function related(one: string, other: string, registered: Registered): boolean {
  return aboveOf(one, registered).has(other) || aboveOf(other, registered).has(one);
}

/** Whether an organisation, by id or title, is below no other, and what is below it, always is. */
export function isPlain(name: string, { named, below }: Registered): boolean {
  const own = named.get(name);
  if (own === undefined) return true;
  if (own.parents.length > 0) return false;
  const line = new Set([own.id]);
  for (const each of line) {
    for (const { id, parents } of below.get(each) ?? []) {
      const [link, ...others] = parents;
      if (others.length > 0 || link?.since !== undefined || link?.until !== undefined) return false;
      line.add(id);
    }
  }
  return true;
}

function aboveOf(id: string, { named }: Registered): ReadonlySet<string> {
  const parentsOf = (each: string) => named.get(each)?.parents.map((parent) => parent.id) ?? [];
  const found = new Set(parentsOf(id));
  for (const each of found) for (const further of parentsOf(each)) found.add(further);
  return found;
}
