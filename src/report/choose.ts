import { finder } from '../organisations/index.js';
import type { Desk } from '../subjects.js';
import { sql } from '../warehouse/index.js';

/** Most organisations in a picture. */
export const mostInPicture = 12;

/** By which rule organisations are chosen. */
export type Rule = 'all' | 'asked' | 'registered' | 'largest';

/** An organisation that was chosen. */
export interface Chosen {
  readonly id: string;
  readonly title: string;
}

/** Those asked for, then those of the registry, most people first; all of a small world; the largest where none is registered. */
export async function choose(
  desk: Desk,
  order: readonly string[],
  asked: readonly string[],
): Promise<{ readonly rule: Rule; readonly chosen: readonly Chosen[] }> {
  const known = await desk.warehouse.query<{ id: string; title: string; registered: boolean }>(
    sql`select id, title, registered from organisation order by registered, organisation desc`,
  );
  const byTitle = new Map(known.map((row) => [row.title, row]));
  const found = order.flatMap((title) => byTitle.get(title) ?? []);
  const others = known.map(({ id, title }) => ({ organisation: id, title }));
  const { registry } = await desk.known();
  const ids = asked.map(finder(registry, others));
  const first = ids.flatMap((id) => found.find((row) => row.id === id) ?? []);
  const registered = found.filter((row) => row.registered);
  const pool = registered.length < 2 || found.length <= mostInPicture ? found : registered;
  const chosen = [...new Set([...first, ...pool])];
  if (first.length > 1) return { rule: 'asked', chosen };
  if (found.length <= mostInPicture) return { rule: 'all', chosen };
  return { rule: registered.length < 2 ? 'largest' : 'registered', chosen };
}
