import type { State } from '../records/index.js';
import { cleanName } from './clean.js';
import type { Organisation } from './registry.js';
import { stateOf } from './state.js';

/** Steps of resolution in their order; `own` is what is left. */
export const resolutionSteps = ['exact', 'state', 'cleaned', 'alias', 'domain', 'own'] as const;
export type How = (typeof resolutionSteps)[number];

/** How one spelling of an employer was understood. */
export interface Resolution {
  /** Id in the registry, or `~` and the cleaned name; null where the spelling is a state. */
  readonly organisation: string | null;
  readonly how: How;
  /** Title in the registry; null elsewhere. */
  readonly title: string | null;
  readonly state: State | null;
}

export type Resolver = (written: string) => Resolution;

type Step = (written: string, key: string) => Organisation | undefined;

/**
 * Which organisation does an employer as written mean?
 *
 * The first step that knows decides: a title or name letter for letter; a state of the person; a title or name, cleaned; an alias,
 * cleaned; a domain, written as an address. What no step knows is an organisation of its own, one per cleaned name.
 */
export function resolver(registry: readonly Organisation[]): Resolver {
  const exact = indexed(registry, names, (name) => name);
  const cleaned = indexed(registry, names, cleanName);
  const aliases = indexed(registry, (row) => row.aliases, cleanName);
  const domains = indexed(registry, (row) => row.domains, cleanName);
  const after: readonly (readonly [How, Step])[] = [
    ['cleaned', (_, key) => cleaned.get(key)],
    ['alias', (_, key) => aliases.get(key)],
    [
      'domain',
      (written, key) =>
        written.includes('.') ? (domains.get(key) ?? domains.get(host(written))) : undefined,
    ],
  ];
  return (written) => {
    const same = exact.get(written);
    if (same) return known(same, 'exact');
    const state = stateOf(written);
    if (state) return { organisation: null, how: 'state', title: null, state };
    const key = cleanName(written);
    for (const [how, find] of after) {
      const row = find(written, key);
      if (row) return known(row, how);
    }
    return { organisation: ownId(key), how: 'own', title: null, state: null };
  };
}

/** Id of an organisation that the registry does not know: `~` and its cleaned name, different for different names. */
export function ownId(key: string): string {
  return `~${key.replace(/[^\p{L}\p{N}\p{M} ]/gu, escaped).replaceAll(' ', '-')}`;
}

function known(row: Organisation, how: How): Resolution {
  return { organisation: row.id, how, title: row.title, state: null };
}

function names(row: Organisation): readonly string[] {
  return [row.title, ...row.names.map(({ name }) => name)];
}

function indexed(
  registry: readonly Organisation[],
  spellingsOf: (row: Organisation) => readonly string[],
  keyOf: (spelling: string) => string,
): ReadonlyMap<string, Organisation> {
  return new Map(
    registry.flatMap((row) => spellingsOf(row).map((spelling) => [keyOf(spelling), row] as const)),
  );
}

function host(written: string): string {
  return cleanName(written.replace(/^\s*(?:https?:\/\/)?@?(?:www\.)?/i, '').replace(/\/.*$/s, ''));
}

function escaped(symbol: string): string {
  return [...new TextEncoder().encode(symbol)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
