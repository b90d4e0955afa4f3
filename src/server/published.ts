import {
  heldTo,
  historyOf,
  type Published,
  parsePublished,
  publishedLines,
  publishedNow,
} from '../release/index.js';
import { sql } from '../warehouse/index.js';
import type { Snapshot } from './serving.js';

const kept = new WeakMap<Snapshot, Map<number, Promise<Published>>>();

/** The flows of a state that all others are held against; read once. */
export async function publishedOf(snapshot: Snapshot, minCell: number): Promise<Published> {
  const own = kept.get(snapshot) ?? new Map<number, Promise<Published>>();
  kept.set(snapshot, own);
  const found = own.get(minCell) ?? read(snapshot, minCell);
  own.set(minCell, found);
  found.catch(() => own.delete(minCell));
  return found;
}

async function read({ behind: desk, record }: Snapshot, minCell: number): Promise<Published> {
  const counted = await historyOf(desk.warehouse, minCell);
  const before = (await record?.read()) ?? '';
  const now = publishedNow(counted, parsePublished(before), minCell);
  const lines = publishedLines(now);
  if (lines !== before) await record?.write(lines);
  const history = heldTo(counted, now);
  const known = await desk.warehouse.query<{ id: string; title: string }>(
    sql`select id, title from organisation`,
  );
  const { registry } = await desk.known();
  const [children, parentsOf] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { id, parents } of registry) {
    parentsOf.set(
      id,
      parents.map((parent) => parent.id),
    );
    for (const parent of parents) children.set(parent.id, [...(children.get(parent.id) ?? []), id]);
  }
  const [below, above] = [lineOf(children), lineOf(parentsOf)];
  return {
    history,
    idOf: new Map(known.map(({ id, title }) => [title, id])),
    belowOf: below,
    aboveOf: (id) => above(id).slice(1),
  };
}

/** An organisation and all that one comes to from it, worked out once for each that has any. */
function lineOf(next: ReadonlyMap<string, readonly string[]>): (id: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (id) => {
    if (!next.has(id)) return [id];
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = new Set([id]);
    for (const each of found) for (const further of next.get(each) ?? []) found.add(further);
    known.set(id, [...found]);
    return [...found];
  };
}
