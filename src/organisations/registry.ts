import * as z from 'zod';
import { type OrganisationKind, organisationKinds, parseDate } from '../records/index.js';
import { readYaml, refuse } from './_yaml.js';
import { cleanName } from './clean.js';

/** A name that an organisation goes by, in a language and for a time where they are known. */
export interface OrganisationName {
  readonly name: string;
  readonly lang?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** An organisation of the registry. */
export interface Organisation {
  readonly id: string;
  readonly title: string;
  readonly kind: OrganisationKind;
  readonly names: readonly OrganisationName[];
  /** Other spellings that mean this organisation and no other. */
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  /** Address where a reader can look it up. */
  readonly source: string;
  /** `file:line` of the row. */
  readonly where: string;
}

const words = z.string().trim().min(1, 'write a name');
const date = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((text) => parseDate(text) !== null, 'write YYYY, YYYY-MM or YYYY-MM-DD');
const address = z.url({ protocol: /^https?$/, error: 'write an address that begins with https://' });
const domain = z
  .string()
  .regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, 'write a domain in lower case, without https:// or www.');

/** Form of an id of the registry. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write lower-case letters, digits and single hyphens');

const organisationName = z
  .strictObject({ name: words, lang: z.string().optional(), since: date.optional(), until: date.optional() })
  .refine(({ since, until }) => since === undefined || until === undefined || since <= until, {
    path: ['until'],
    error: 'write a date after since',
  });

const organisation = z.strictObject({
  id: slug,
  title: words,
  kind: z.enum(organisationKinds),
  names: z.array(organisationName).default([]),
  aliases: z.array(words).default([]),
  domains: z.array(domain).default([]),
  source: address,
});

const registryFile = z.strictObject({ organisations: z.array(organisation) });

/**
 * Which organisations does a file of the registry describe?
 *
 * YAML: `organisations`, a list of `id`, `title`, `kind`, `source` and optionally `names`, `aliases`, `domains`.
 *
 * @param file the file's name, for messages
 * @throws MercatoError `source`, with file and line, for the first thing wrong
 */
export function parseRegistry(text: string, file: string): readonly Organisation[] {
  const { value, at } = readYaml(text, file, registryFile);
  const rows = value.organisations.map((row, index) => ({ ...row, where: at(['organisations', index]) }));
  const seen = new Map<string, Organisation>();
  for (const row of rows) {
    const first = seen.get(row.id);
    if (first)
      throw refuse(
        'id used twice',
        row.id,
        `${first.where} and ${row.where}`,
        'join the two rows or rename one',
      );
    seen.set(row.id, row);
  }
  checkClaims(rows);
  return rows;
}

/**
 * What does the registry hold once the files of a user are laid over the one that ships?
 *
 * Rows: one per organisation, by id. A later file replaces the whole row of the same id.
 *
 * @throws MercatoError `source` where two organisations claim one name, alias or domain
 */
export function mergeRegistries(
  shipped: readonly Organisation[],
  user: readonly (readonly Organisation[])[] = [],
): readonly Organisation[] {
  const byId = new Map([...shipped, ...user.flat()].map((row) => [row.id, row]));
  const rows = [...byId.values()];
  checkClaims(rows);
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Everything that the organisation is called, its title first. */
export function spellings(row: Organisation): readonly string[] {
  return [row.title, ...row.names.map(({ name }) => name), ...row.aliases];
}

function checkClaims(rows: readonly Organisation[]): void {
  const owners = new Map<string, Organisation>();
  for (const row of rows) {
    for (const name of spellings(row)) claim(owners, `name ${cleanName(name)}`, name, row);
    for (const name of row.domains) claim(owners, `domain ${name}`, name, row);
  }
}

function claim(owners: Map<string, Organisation>, key: string, name: string, row: Organisation): void {
  const owner = owners.get(key) ?? row;
  if (owner.id !== row.id) {
    const both = `${owner.id} at ${owner.where}, ${row.id} at ${row.where}`;
    throw refuse('claimed by two organisations', name, both, 'leave it to one of them');
  }
  owners.set(key, owner);
}
