import { LRUCache } from 'lru-cache';
import { MercatoError } from './errors.js';
import type { Subject } from './measures/index.js';
import type { Organisation, PeerSet } from './organisations/index.js';
import { filingTable } from './records/index.js';
import { list, onceIn, type Sql, sql, type Warehouse } from './warehouse/index.js';

/** What is known of organisations: the registry and the named peer sets. */
export interface Known {
  readonly registry: readonly Organisation[];
  readonly peers: readonly PeerSet[];
}

/** What questions are asked of: a warehouse, and what is known of organisations, read when it is needed. */
export interface Desk {
  readonly warehouse: Warehouse;
  /** Another session over the same tables, where that is kept which many may ask for and which takes long to derive. */
  readonly aside?: Warehouse;
  known(): Promise<Known>;
}

/** Organisations that a question names: itself, then in flows written `FROM>TO` (`*` is any), or else in the file it is held against. */
export function namesIn(
  question: { readonly subjects?: readonly string[] },
  parameters: { readonly [name: string]: unknown },
): readonly string[] {
  const held = [parameters.flow, parameters.against].flatMap(
    (rows) => (rows ?? []) as readonly (string | { readonly organisation: string })[],
  );
  const named = held.flatMap((row) =>
    typeof row === 'string'
      ? row
          .split('>')
          .map((name) => name.trim())
          .filter((name) => name !== '*')
      : [row.organisation],
  );
  return [...new Set([...(question.subjects ?? []), ...named])];
}

/** Organisations that a question names as places to go to. */
export function destinationsIn({ to }: { readonly [name: string]: unknown }): readonly string[] {
  return [...new Set((to ?? []) as readonly string[])];
}

/** Organisations of careers, and what the registry has beside them. */
const ofCareers = sql`organisation`;

/** Those, and the ones that only filings name. */
const ofFilings = sql`(select organisation, id, title from organisation union select organisation, id, title from payer)`;

/**
 * Organisations by id or title as the data has them; by alias or another spelling where that does not settle it.
 *
 * @param reads tables that the question is asked of: only one of filings knows the employers that only filings name
 */
export async function subjectsOf(
  desk: Desk,
  names: readonly string[],
  reads: readonly string[],
): Promise<readonly Subject[]> {
  if (names.length === 0) return [];
  const among = reads.includes(filingTable.name) ? ofFilings : ofCareers;
  const same = await named(desk.warehouse, among, names);
  const exact = names.map((asked, i) => {
    const [found, other] = same[i] ?? [];
    return found === undefined || other !== undefined ? null : { asked, ...found };
  });
  if (exact.every((subject) => subject !== null)) return exact;
  const own = await ownSubjects(
    desk,
    among,
    names.filter((_, i) => same[i]?.length === 0),
  );
  const sure = names.flatMap((name, i) => exact[i] ?? own.get(name) ?? []);
  return sure.length === names.length ? sure : subjectsByRegistry(desk, among, names);
}

type Found = Omit<Subject, 'asked'>;

/** Names that are remembered of a warehouse that nothing changes: a view asks about the same organisations many times. */
const mostNames = 10_000;

/** The organisations whose id or title each name is. */
async function named(
  warehouse: Warehouse,
  among: Sql,
  names: readonly string[],
): Promise<readonly (readonly Found[])[]> {
  const known = await onceIn(
    warehouse,
    among === ofFilings ? 'names of filings' : 'names of careers',
    async () => new LRUCache<string, readonly Found[]>({ max: mostNames }),
  );
  const found = new Map(names.map((name) => [name, known.get(name)]));
  const asked = [...found].flatMap(([name, before]) => (before === undefined ? [name] : []));
  if (asked.length > 0) {
    const rows = await warehouse.query<{ organisation: number; id: string; title: string }>(
      sql`select organisation, id, title from ${among} as o where id in ${list(asked)} or title in ${list(asked)}`,
    );
    for (const name of asked) {
      const own = rows.filter((o) => o.id === name || o.title === name);
      known.set(name, own);
      found.set(name, own);
    }
  }
  return names.map((name) => found.get(name) ?? []);
}

/** Organisations that no registry knew when they were loaded, by another spelling: found without reading the registry. */
async function ownSubjects(
  desk: Desk,
  among: Sql,
  names: readonly string[],
): Promise<ReadonlyMap<string, Subject>> {
  const { ownIdOf } = await import('./organisations/index.js');
  const ids = names.map(ownIdOf);
  const found = await desk.warehouse.query<{ organisation: number; id: string; title: string }>(
    sql`select organisation, id, title from ${among} as o where id in ${list(ids)}`,
  );
  const one = (asked: string, id: string | null | undefined) =>
    found.filter((o) => o.id === id).map((o) => [asked, { asked, ...o }] as const);
  return new Map(names.flatMap((asked, i) => one(asked, ids[i])));
}

async function subjectsByRegistry(
  desk: Desk,
  among: Sql,
  names: readonly string[],
): Promise<readonly Subject[]> {
  const { finder } = await import('./organisations/index.js');
  const { registry } = await desk.known();
  const others = await desk.warehouse.query<{ organisation: string; title: string; number: number }>(
    sql`select id as organisation, title, organisation as number from ${among} as o`,
  );
  const byId = new Map(others.map((o) => [o.organisation, o]));
  const find = finder(registry, others);
  return names.map((name) => {
    const id = find(name);
    const found = byId.get(id);
    if (found) return { asked: name, organisation: found.number, id, title: found.title };
    throw nobodyAt(registry.find((o) => o.id === id)?.title ?? name, id);
  });
}

/** Nobody is at an organisation that is asked about, nor at one below it. */
export function nobodyAt(title: string, id: string): MercatoError {
  return new MercatoError('parameter', `nobody in the data is or was at ${title}; see mercato coverage`, {
    data: { organisation: id },
  });
}

/** Organisations of a peer set, by number; null where none is named. */
export async function membersOf(desk: Desk, among: unknown): Promise<readonly number[] | null> {
  if (among === undefined) return null;
  const { peers } = await desk.known();
  const set = peers.find(({ name }) => name === among);
  if (set === undefined) {
    const known = peers.map(({ name }) => name).join(', ');
    throw new MercatoError('parameter', `unknown peer set: ${JSON.stringify(among)}; one of ${known}`);
  }
  const rows = await desk.warehouse.query<{ organisation: number }>(
    sql`select organisation from organisation where id in ${list([...set.members])}`,
  );
  return rows.map((row) => row.organisation);
}
