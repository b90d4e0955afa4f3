import type { Warehouse } from './warehouse.js';

const known = new WeakMap<Warehouse, Map<string, Promise<unknown>>>();

/** What some work finds in a warehouse: done once where nothing that was loaded changes, each time elsewhere. */
export function onceIn<T>(warehouse: Warehouse, what: string, work: () => Promise<T>): Promise<T> {
  if (warehouse.writable) return work();
  const found = known.get(warehouse) ?? new Map<string, Promise<unknown>>();
  known.set(warehouse, found);
  const before = found.get(what) as Promise<T> | undefined;
  if (before !== undefined) return before;
  const now = work();
  found.set(what, now);
  now.catch(() => found.delete(what));
  return now;
}
