import { type Claim, checkClaims, payClaims } from '../claims/index.js';
import { ratio, retention } from '../measures/index.js';
import type { Organisation } from '../organisations/index.js';
import { causes } from '../records/index.js';
import type { Released, ReleasedRow } from '../release/index.js';
import { peopled } from '../scope.js';
import type { Desk } from '../subjects.js';
import { list, sql } from '../warehouse/index.js';
import { type Counted, discloseClaims, keysOf } from './disclose.js';
import type { Claimed, Inferred } from './material.js';
import type { Pair } from './pairs.js';

/** An organisation of the data. */
export interface Place {
  readonly id: string;
  readonly title: string;
  readonly organisation: number;
}

/** Organisations of some ids that have people in the data, in the order of the ids. */
export async function placesOf({ warehouse }: Desk, ids: readonly string[]): Promise<readonly Place[]> {
  if (ids.length === 0) return [];
  const found = await warehouse.query<Place & { [column: string]: string | number }>(
    sql`select id, title, organisation from organisation where id in ${list(ids)} order by id`,
  );
  const met = await peopled(warehouse, found);
  return [...new Set(ids)].flatMap((id) => met.find((place) => place.id === id) ?? []);
}

/** Pairs that claims name, each once: in the direction of the first claim about it, else of `further`, else of a figure beside one. */
export function pairsIn(
  claims: readonly Claim[],
  further: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  const about = claims.flatMap(({ check }) => ('measure' in check ? [check.of] : []));
  const beside = claims.flatMap((claim) => claim.beside.map(({ of }) => of));
  const pairs = new Map<string, readonly [string, string]>();
  for (const [from, to, third] of [...about, ...further, ...beside]) {
    if (from === undefined || to === undefined || third !== undefined || from === to) continue;
    const key = [from, to].sort().join(' ');
    if (!pairs.has(key)) pairs.set(key, [from, to]);
  }
  return [...pairs.values()];
}

/** Organisations of which claims say how many people they keep. */
export function keptIn(claims: readonly Claim[]): readonly string[] {
  return claims.flatMap(({ check, beside }) =>
    [...('measure' in check ? [check] : []), ...beside].flatMap(({ measure, of }) =>
      measure === retention.name ? of : [],
    ),
  );
}

/** The claims checked against the data, and released beside what the report shows already. */
export async function claimedIn(
  desk: Desk,
  claims: readonly Claim[],
  min: number,
  shown: {
    readonly moved: Released;
    readonly ratios: Released;
    readonly beside: Released;
    readonly retention: Released;
    readonly inferred: Inferred;
    readonly places: readonly Pick<Place, 'id' | 'title'>[];
  },
): Promise<Claimed> {
  const { registry } = await desk.known();
  const checked = await checkClaims(claims, { desk, registry, minimum: Math.max(5, min) });
  const idOf = new Map(shown.places.map(({ id, title }) => [title, id]));
  const kept = {
    ...shown.retention,
    rows: shown.retention.rows.map((row) => ({ ...row, id: idOf.get(String(row.organisation)) ?? null })),
  };
  const familyOf = familiesOf(registry);
  const counted = countedIn(
    { moved: shown.moved, ratios: [shown.ratios, shown.beside], retention: kept },
    familyOf,
  );
  return {
    claims: discloseClaims(checked, counted, familyOf, min),
    pay: payClaims(checked),
    ratios: shown.beside,
    retention: kept,
    inferred: shown.inferred,
  };
}

/** Every count of flows and retentions that is shown, by what it counts. */
export function countedIn(
  shown: { readonly moved: Released; readonly ratios: readonly Released[]; readonly retention: Released },
  familyOf: (id: string) => string,
): Counted {
  const counted = new Map<string, number[]>();
  const add = (
    measure: string,
    of: readonly string[],
    row: ReleasedRow,
    columns: readonly string[],
  ): void => {
    const counts = Object.fromEntries(
      columns.flatMap((name) => (typeof row[name] === 'number' ? [[name, row[name]]] : [])),
    );
    for (const [key, count] of keysOf({ measure, of: [...of] }, counts, familyOf) ?? [])
      counted.set(key, [...(counted.get(key) ?? []), count]);
  };
  const ends = (row: ReleasedRow): readonly string[] => [String(row.from_id), String(row.to_id)];
  for (const row of shown.moved.rows)
    for (const cause of causes) add(ratio.name, ends(row), { forward: row[cause] ?? null }, ['forward']);
  const both = ['forward', 'backward', 'rate_forward', 'rate_backward', 'people_forward', 'people_backward'];
  for (const row of shown.ratios.flatMap(({ rows }) => rows)) add(ratio.name, ends(row), row, both);
  for (const row of shown.retention.rows)
    add(retention.name, [String(row.id)], row, ['people', 'episodes', 'events']);
  return counted;
}

/** One name for an organisation and all that was ever above or below it. */
export function familiesOf(registry: readonly Organisation[]): (id: string) => string {
  const beside = new Map<string, string[]>();
  const join = (one: string, other: string): void =>
    void beside.set(one, [...(beside.get(one) ?? []), other]);
  for (const { id, parents } of registry) {
    for (const parent of parents) {
      join(id, parent.id);
      join(parent.id, id);
    }
  }
  return (id) => {
    const family = new Set([id]);
    for (const member of family) for (const other of beside.get(member) ?? []) family.add(other);
    return [...family].sort()[0] ?? id;
  };
}

/** The pairs as the report's ratios are asked for; those of which the data knows both. */
export function pairsBetween(
  pairs: readonly (readonly [string, string])[],
  places: readonly Place[],
): readonly Pair[] {
  const titleOf = new Map(places.map(({ id, title }) => [id, title]));
  return pairs.flatMap(([fromId, toId]) => {
    const [from, to] = [titleOf.get(fromId), titleOf.get(toId)];
    return from === undefined || to === undefined ? [] : [{ from, fromId, to, toId, q: null }];
  });
}
