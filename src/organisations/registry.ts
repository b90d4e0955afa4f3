import * as z from 'zod';
import { readYaml, refuse } from '../files/index.js';
import { type OrganisationKind, organisationKinds, type State, states } from '../records/index.js';
import { address, day, eventSchema, type OrganisationEvent, slug, words } from './event.js';

/** A name that an organisation goes by, in a language and for a time where they are known. */
export interface OrganisationName {
  readonly name: string;
  readonly lang?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** An organisation above another, from a month up to, not including, another; without one, always. */
export interface Parent {
  readonly id: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly source?: string | undefined;
  /** `file:line` of the link. */
  readonly where: string;
}

/** Offices of an organisation that the registry records. */
export const offices = [
  'founder',
  'chief executive',
  'chief technology officer',
  'chief scientist',
  'chair',
  'president',
] as const;
export type Office = (typeof offices)[number];

/** Somebody who holds or held a public office of an organisation; founders hold theirs for good. */
export interface Officer {
  readonly name: string;
  readonly office: Office;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly source: string;
}

/** Who says a row: a user's file goes before what ships, and that before the Research Organization Registry. */
export const authorities = ['user', 'shipped', 'ror'] as const;
export type Authority = (typeof authorities)[number];

/** An organisation of the registry. */
export interface Organisation {
  readonly id: string;
  readonly title: string;
  readonly kind: OrganisationKind;
  readonly names: readonly OrganisationName[];
  /** Other spellings that mean this organisation and no other. */
  readonly aliases: readonly string[];
  /** Short forms, matched in their own case. */
  readonly acronyms: readonly string[];
  readonly domains: readonly string[];
  /** Organisations above it, none at the same time as another. */
  readonly parents: readonly Parent[];
  readonly events: readonly OrganisationEvent[];
  readonly officers: readonly Officer[];
  readonly authority: Authority;
  /** Address where a reader can look it up. */
  readonly source: string;
  /** `file:line` of the row. */
  readonly where: string;
}

/** What a user decided about a spelling: the organisation it means, that it is one of its own, or a state. */
export interface Decision {
  readonly written: string;
  /** Id of an organisation, `own`, or a state. */
  readonly organisation: string;
  /** `file:line` of the decision. */
  readonly where: string;
}

/** What a file of the registry says. */
export interface Register {
  readonly organisations: readonly Organisation[];
  readonly decisions: readonly Decision[];
}

const domain = z
  .string()
  .regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, 'write a domain in lower case, without https:// or www.');

/** An object that holds from `since` up to `until`, where they are known. */
function timed<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject({ ...shape, since: day.optional(), until: day.optional() })
    .refine((one) => !(String(Reflect.get(one, 'since') ?? '') > String(Reflect.get(one, 'until') ?? '~')), {
      path: ['until'],
      error: 'write a date after since',
    });
}

/** Words that a decision may hold in place of an id. */
const reserved: readonly string[] = ['own', ...states];

const organisation = z.strictObject({
  id: slug.refine((id) => !reserved.includes(id), 'that word is a decision’s; choose another id'),
  title: words,
  kind: z.enum(organisationKinds),
  names: z.array(timed({ name: words, lang: z.string().optional() })).default([]),
  aliases: z.array(words).default([]),
  acronyms: z.array(words).default([]),
  domains: z.array(domain).default([]),
  parents: z.array(timed({ id: slug, source: address.optional() })).default([]),
  events: z.array(eventSchema).default([]),
  officers: z.array(timed({ name: words, office: z.enum(offices), source: address })).default([]),
  source: address,
});

const meant = z.union([z.enum(['own', ...states]), slug]);
const registryFile = z.strictObject({
  organisations: z.array(organisation).default([]),
  decisions: z.array(z.strictObject({ written: words, organisation: meant })).default([]),
});

/**
 * What does a file of the registry say?
 *
 * YAML: `organisations`, a list of `id`, `title`, `kind`, `source` and optionally `names`, `aliases`, `acronyms`, `domains`, `parents`,
 * `events`, `officers`; and `decisions`, a list of `written` and `organisation`. What one row says of others is checked by `mergeRegistries`.
 *
 * @param file the file's name, for messages
 * @param authority whose file it is
 * @throws MercatoError `source`, with file and line, for the first thing wrong
 */
export function parseRegister(text: string, file: string, authority: Authority = 'user'): Register {
  const { value, at } = readYaml(text, file, registryFile);
  const organisations = value.organisations.map((row, i): Organisation => {
    const place = (list: string, nth: number) => at(['organisations', i, list, nth]);
    return {
      ...row,
      parents: row.parents.map((parent, nth) => ({ ...parent, where: place('parents', nth) })),
      events: row.events.map((event, nth) => ({ ...event, where: place('events', nth) })),
      authority,
      where: at(['organisations', i]),
    };
  });
  const seen = new Map<string, Organisation>();
  for (const row of organisations) {
    const first = seen.get(row.id);
    if (first) {
      const both = `${first.where} and ${row.where}`;
      throw refuse('id used twice', row.id, both, 'join the two rows or rename one');
    }
    seen.set(row.id, row);
  }
  const decisions = value.decisions.map((row, i) => ({ ...row, where: at(['decisions', i]) }));
  const decided = new Map<string, Decision>();
  for (const row of decisions) {
    const first = decided.get(row.written);
    if (first !== undefined && first.organisation !== row.organisation) {
      throw refuse('decided twice', row.written, `${first.where} and ${row.where}`, 'keep one of the two');
    }
    decided.set(row.written, row);
  }
  return { organisations, decisions };
}

/** The organisations that a file of the registry describes; see `parseRegister`. */
export function parseRegistry(text: string, file: string, authority?: Authority): readonly Organisation[] {
  return parseRegister(text, file, authority).organisations;
}

/** Everything that the organisation is called, its title first. */
export function spellings(row: Organisation): readonly string[] {
  return [row.title, ...row.names.map(({ name }) => name), ...row.aliases];
}

/** A decision that a spelling is a state and no employer. */
export function stateDecided({ organisation }: Decision): State | null {
  return states.find((state) => state === organisation) ?? null;
}
