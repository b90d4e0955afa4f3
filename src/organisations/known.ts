import { cleanName } from './clean.js';
import { authorities, type Organisation, spellings } from './registry.js';
import { lettersOf } from './spelt.js';

/** An organisation of the registry, or that several claim the spelling equally. */
export type Claim = Organisation | 'ambiguous';

/** Steps by which the registry itself knows a spelling. */
export type KnownStep = 'exact' | 'cleaned' | 'alias' | 'domain' | 'acronym' | 'transliteration';

/** What the registry says of spellings. */
export interface KnownNames {
  /** Letter for letter. */
  exact(written: string): Claim | undefined;
  /** By the first later step that knows. */
  later(written: string, key: string): { readonly how: KnownStep; readonly claim: Claim } | null;
  /** Every cleaned name that one organisation has for itself. */
  readonly keys: ReadonlyMap<string, Organisation>;
}

/** Indexes a registry by its spellings; of two that claim one, the higher authority has it, else nobody. */
export function knownNames(registry: readonly Organisation[]): KnownNames {
  const names = (row: Organisation) => [row.title, ...row.names.map(({ name }) => name)];
  const exact = indexed(registry, names, (name) => name);
  const cleaned = indexed(registry, names, cleanName);
  const aliases = indexed(registry, (row) => row.aliases, cleanName);
  const domains = indexed(registry, (row) => row.domains, cleanName);
  const telling = tellingAcronyms(registry);
  const acronyms = indexed(registry, telling, (acronym) => acronym);
  const letters = indexed(registry, spellings, (spelling) => lettersOf(cleanName(spelling)));
  const later: readonly (readonly [KnownStep, (written: string, key: string) => Claim | undefined])[] = [
    ['cleaned', (_, key) => cleaned.get(key)],
    ['alias', (_, key) => aliases.get(key)],
    [
      'domain',
      (written, key) =>
        written.includes('.') ? (domains.get(key) ?? domains.get(host(written))) : undefined,
    ],
    ['acronym', (written) => acronyms.get(written.trim())],
    ['transliteration', (_, key) => letters.get(lettersOf(key))],
  ];
  return {
    exact: (written) => exact.get(written),
    later: (written, key) => {
      for (const [how, find] of later) {
        const claim = find(written, key);
        if (claim !== undefined) return { how, claim };
      }
      return null;
    },
    keys: new Map(
      [...indexed(registry, spellings, cleanName)].flatMap(([key, claim]) =>
        claim === 'ambiguous' ? [] : [[key, claim]],
      ),
    ),
  };
}

/** Acronyms of two or three letters that the Research Organization Registry may have before they fit any firm by chance. */
const few = 800;

/** Its acronyms; not the short ones of the Research Organization Registry where they are many. */
function tellingAcronyms(registry: readonly Organisation[]): (row: Organisation) => readonly string[] {
  const isShort = (acronym: string) => acronym.length < 4;
  let short = 0;
  for (const row of registry) if (row.authority === 'ror') short += row.acronyms.filter(isShort).length;
  return (row) =>
    row.authority === 'ror' && short > few ? row.acronyms.filter((one) => !isShort(one)) : row.acronyms;
}

function indexed(
  registry: readonly Organisation[],
  spellingsOf: (row: Organisation) => readonly string[],
  keyOf: (spelling: string) => string,
): ReadonlyMap<string, Claim> {
  const claims = new Map<string, Claim>();
  const ranks = new Map<string, number>();
  for (const row of registry) {
    const rank = authorities.indexOf(row.authority);
    for (const spelling of spellingsOf(row)) {
      const key = keyOf(spelling);
      const [claim, best] = [claims.get(key), ranks.get(key) ?? Number.POSITIVE_INFINITY];
      if (rank > best || claim === row) continue;
      claims.set(key, rank < best ? row : 'ambiguous');
      ranks.set(key, rank);
    }
  }
  return claims;
}

function host(written: string): string {
  return cleanName(written.replace(/^\s*(?:https?:\/\/)?@?(?:www\.)?/i, '').replace(/\/.*$/s, ''));
}
