import type { State } from '../records/index.js';
import { joinsOf } from './alike.js';
import { cleanName } from './clean.js';
import { type Groups, grouped, type Join } from './joins.js';
import { type Claim, type KnownNames, knownNames } from './known.js';
import { type Decision, type Organisation, stateDecided } from './registry.js';
import { stateOf } from './state.js';

/** Steps of resolution in their order; `own` is what is left, and `ambiguous` what two organisations claim equally. */
export const resolutionSteps = [
  'decided',
  'exact',
  'state',
  'cleaned',
  'alias',
  'domain',
  'acronym',
  'transliteration',
  'similarity',
  'own',
  'ambiguous',
] as const;
export type How = (typeof resolutionSteps)[number];

/** How one spelling of an employer was understood. */
export interface Resolution {
  /** Id in the registry, or `~` and the cleaned name that most write; null where the spelling is a state or ambiguous. */
  readonly organisation: string | null;
  readonly how: How;
  /** Title in the registry, else the spelling that most write; null where no organisation is meant. */
  readonly title: string | null;
  readonly state: State | null;
  /** How surely, from 0 to 1: of the weakest join on the way. */
  readonly score: number;
}

export type Resolver = (written: string) => Resolution;

/** A spelling of an employer, and how much rests on it. */
export interface WrittenName {
  readonly written: string;
  readonly weight: number;
}

const ambiguous: Resolution = { organisation: null, how: 'ambiguous', title: null, state: null, score: 0 };

/**
 * Which organisation does an employer as written mean, taken by itself?
 *
 * The first step that knows decides: a title or name letter for letter; a state of the person; a title or name, cleaned; an alias,
 * cleaned; a domain, written as an address; an acronym in its own case; the same letters in ASCII without spaces. What no step
 * knows is an organisation of its own, one per cleaned name. Similarity needs other names: see `resolveNames`.
 */
export function resolver(registry: readonly Organisation[], decisions: readonly Decision[] = []): Resolver {
  const direct = directly(knownNames(registry), registry, decisions);
  return (written) => {
    const key = cleanName(written);
    return direct(written, key) ?? own(key, written);
  };
}

/**
 * Which organisations do the spellings of a database mean, taken together?
 *
 * A user's decision first, then the steps of `resolver`. What is left is joined with the names of the registry and with each other by
 * `joinsOf`, the surest joins first; two organisations of the registry never come together, and a name that two of
 * them claim equally is ambiguous. Names joined but not registered are one organisation, called as most write it.
 *
 * Rows: one per name, in the order given. The order changes nothing.
 *
 * @param names spellings, each once
 */
export function resolveNames(
  names: readonly WrittenName[],
  registry: readonly Organisation[],
  decisions: readonly Decision[] = [],
): readonly Resolution[] {
  const known = knownNames(registry);
  const direct = directly(known, registry, decisions);
  const open = new Map<string, WrittenName & { readonly heaviest: number }>();
  const found = names.map((name) => {
    const key = cleanName(name.written);
    const resolution = direct(name.written, key);
    if (resolution === null) open.set(key, heavier(open.get(key), name));
    return resolution ?? key;
  });
  if (open.size === 0) return found as readonly Resolution[];
  const joined = together(open, known);
  return found.map((one) => (typeof one === 'string' ? (joined.get(one) ?? ambiguous) : one));
}

/** Id of an organisation that the registry does not know: `~` and its cleaned name, different for different names. */
export function ownId(key: string): string {
  return `~${key.replace(/[^\p{L}\p{N}\p{M} ]/gu, escaped).replaceAll(' ', '-')}`;
}

type Open = ReadonlyMap<string, WrittenName & { readonly heaviest: number }>;

function heavier(
  before: (WrittenName & { readonly heaviest: number }) | undefined,
  name: WrittenName,
): WrittenName & { readonly heaviest: number } {
  if (before === undefined) return { ...name, heaviest: name.weight };
  const wins =
    name.weight > before.heaviest || (name.weight === before.heaviest && name.written < before.written);
  return {
    written: wins ? name.written : before.written,
    weight: before.weight + name.weight,
    heaviest: Math.max(before.heaviest, name.weight),
  };
}

function directly(known: KnownNames, registry: readonly Organisation[], decisions: readonly Decision[]) {
  const decided = new Map(decisions.map((decision) => [decision.written, decision]));
  const byId = new Map(registry.map((row) => [row.id, row]));
  return (written: string, key: string): Resolution | null => {
    const decision = decided.get(written);
    if (decision !== undefined) return asDecided(decision, byId, key, written);
    const same = known.exact(written);
    if (same !== undefined) return claimed(same, 'exact');
    const state = stateOf(written);
    if (state !== null) return { organisation: null, how: 'state', title: null, state, score: 1 };
    const later = known.later(written, key);
    return later === null ? null : claimed(later.claim, later.how);
  };
}

function asDecided(
  decision: Decision,
  byId: ReadonlyMap<string, Organisation>,
  key: string,
  written: string,
): Resolution {
  const meant = decision.organisation;
  if (meant === 'own') return { ...own(key, written), how: 'decided' };
  const state = stateDecided(decision);
  if (state !== null) return { organisation: null, how: 'decided', title: null, state, score: 1 };
  const title = byId.get(meant)?.title ?? meant;
  return { organisation: meant, how: 'decided', title, state: null, score: 1 };
}

function claimed(claim: Claim, how: How): Resolution {
  if (claim === 'ambiguous') return ambiguous;
  return registered(claim, how, how === 'acronym' && claim.authority === 'ror' ? 0.86 : 1);
}

function registered(row: Organisation, how: How, score: number): Resolution {
  return { organisation: row.id, how, title: row.title, state: null, score };
}

function own(key: string, written: string): Resolution {
  return { organisation: ownId(key), how: 'own', title: written, state: null, score: 1 };
}

function together(open: Open, known: KnownNames): ReadonlyMap<string, Resolution> {
  const keys = [...open.keys()];
  for (const key of known.keys.keys()) if (!open.has(key)) keys.push(key);
  keys.sort();
  const rows: (Organisation | null)[] = [];
  const labels: (string | null)[] = [];
  const written: string[] = [];
  const weights: number[] = [];
  for (const key of keys) {
    const row = known.keys.get(key) ?? null;
    const name = open.get(key);
    rows.push(row);
    labels.push(row?.id ?? null);
    written.push(name?.written ?? row?.title ?? key);
    weights.push(row ? Number.POSITIVE_INFINITY : (name?.weight ?? 0));
  }
  const groups = grouped(labels, joinsOf({ keys, written, weights, labels }));
  const anchors = anchorsOf(rows, weights, groups);
  const ways = waysFrom([...anchors.values()].flat(), groups.held, keys.length);
  const found = new Map<string, Resolution>();
  keys.forEach((key, i) => {
    if (!open.has(key)) return;
    const anchor = anchors.get(groups.group[i] ?? i)?.[0] ?? i;
    const [row, way] = [rows[anchor], ways[i]];
    if (groups.torn.has(i)) found.set(key, ambiguous);
    else if (row) found.set(key, registered(row, way?.step ?? 'similarity', way?.score ?? 1));
    else {
      const named = own(keys[anchor] ?? key, written[anchor] ?? key);
      found.set(key, way ? { ...named, how: way.step, score: way.score } : named);
    }
  });
  return found;
}

/** The names that a group stands for: those of the registry, else the one that most write. */
function anchorsOf(
  rows: readonly (Organisation | null)[],
  weights: readonly number[],
  { group }: Groups,
): ReadonlyMap<number, readonly number[]> {
  const anchors = new Map<number, number[]>();
  group.forEach((at, i) => {
    const here = anchors.get(at);
    const [first = i] = here ?? [];
    if (here === undefined || (weights[i] ?? 0) > (weights[first] ?? 0)) anchors.set(at, [i]);
    else if (rows[i]) here.push(i);
  });
  return anchors;
}

/** The weakest join on the way from each name to what its group stands for. */
function waysFrom(
  anchors: readonly number[],
  held: readonly Join[],
  size: number,
): readonly (Join | undefined)[] {
  const near = new Map<number, Join[]>();
  for (const join of held) {
    for (const end of [join.one, join.other]) {
      const joins = near.get(end);
      if (joins) joins.push(join);
      else near.set(end, [join]);
    }
  }
  const ways: (Join | undefined)[] = new Array(size);
  const met = new Set(anchors);
  let edge = anchors;
  while (edge.length > 0) {
    const next: number[] = [];
    for (const at of edge) {
      for (const join of near.get(at) ?? []) {
        const end = join.one === at ? join.other : join.one;
        if (met.has(end)) continue;
        met.add(end);
        const before = ways[at];
        ways[end] = before !== undefined && before.score < join.score ? before : join;
        next.push(end);
      }
    }
    edge = next;
  }
  return ways;
}

function escaped(symbol: string): string {
  return [...new TextEncoder().encode(symbol)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
