import * as z from 'zod';
import { MercatoError } from '../errors.js';
import { type InputFile, type Member, membersOf, packingOf, unpacked } from '../files/index.js';
import type { OrganisationKind } from '../records/index.js';
import type { Organisation } from './registry.js';

/** An organisation of the Research Organization Registry: at most one parent, undated; no events, which have no dates there. */
export interface RorOrganisation extends Organisation {
  /** Whether it still exists; one that does not has no date here. */
  readonly status: 'active' | 'inactive';
}

/** Types of the registry as our kinds; where one has several, the first of this list decides. */
const kindOf: Readonly<Record<string, OrganisationKind>> = {
  education: 'university',
  company: 'company',
  government: 'government',
  nonprofit: 'non-profit',
  facility: 'lab',
  healthcare: 'non-profit',
  archive: 'non-profit',
  funder: 'non-profit',
  other: 'non-profit',
};

const address = z
  .string()
  .regex(/^https:\/\/ror\.org\/0[a-z0-9]{8}$/, 'write an address as https://ror.org/012345678');
const words = z
  .string()
  .max(1000)
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .refine((text) => text !== '', 'write a name');

const record = z.object({
  id: address,
  status: z.enum(['active', 'inactive', 'withdrawn']),
  names: z
    .array(z.object({ value: words, types: z.array(z.string()), lang: z.string().nullish() }))
    .refine((names) => names.some(({ types }) => types.includes('ror_display')), 'one has to be ror_display'),
  types: z.array(z.string()),
  domains: z.array(z.string()).default([]),
  links: z.array(z.object({ type: z.string(), value: z.string() })).default([]),
  relationships: z.array(z.object({ type: z.string(), id: address })).default([]),
});

type RorRecord = z.output<typeof record> & { readonly line: number };

/** What has to be known of all organisations before one is given. */
interface Survey {
  /** Addresses, and whether they are kept. */
  readonly kept: ReadonlyMap<string, boolean>;
  /** Domains that more than one organisation claims, which are nobody's. */
  readonly shared: ReadonlySet<string>;
}

/**
 * Which organisations does a release of the Research Organization Registry (schema 2) hold?
 *
 * Rows: one per organisation, in the order of the file, in blocks. The file is read twice: nothing is given before all of it
 * was checked; only addresses and domains are held in memory. Withdrawn records are left out, inactive ones are kept. Where a
 * record names several parents, none is taken: the registry does not say which one holds when. Relations have no
 * dates, so predecessors and successors are checked and left out. The host of a website is a domain where the website is the
 * whole host; a domain of two organisations is nobody's.
 *
 * @param file the zip as published, or its JSON, also gzip
 * @throws MercatoError `source` with file and line: broken JSON, a record of another shape, one address twice, a relation to
 *   an address that is not there, a cycle of parents
 */
export async function* readRor(file: InputFile): AsyncGenerator<readonly RorOrganisation[]> {
  const open = await jsonIn(file);
  const survey = await surveyed(file, open);
  for await (const block of recordsOf(file, open)) {
    yield block
      .filter(({ id }) => survey.kept.get(id))
      .map((found) => organisationOf(found, survey, file.name));
  }
}

type Open = () => AsyncIterable<Uint8Array>;

async function jsonIn(file: InputFile): Promise<Open> {
  const packing = await packingOf(file);
  if (packing === 'none') return () => unpacked(file);
  if (packing === 'tar') {
    throw new MercatoError('source', `a tar: ${file.name}; give the zip as published, or its JSON`);
  }
  const found: Member[] = [];
  const limits = { members: 1000, bytesPerMember: 8 * 2 ** 30 };
  for await (const member of membersOf(file, packing, limits)) {
    if (/\.json$/i.test(member.name) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(member.name)) found.push(member);
  }
  const second = found.filter(({ name }) => /schema_v2[^/]*\.json$/i.test(name));
  const [one, ...more] = second.length > 0 ? second : found;
  if (one === undefined) throw new MercatoError('source', `no JSON in the zip: ${file.name}; is this ROR?`);
  if (more.length > 0) {
    const names = [one, ...more].map(({ name }) => JSON.stringify(name.slice(0, 120))).join(', ');
    throw new MercatoError('source', `several JSON files: ${file.name}: ${names}; unpack it and give one`);
  }
  return one.open;
}

async function* recordsOf(file: InputFile, open: Open): AsyncGenerator<readonly RorRecord[]> {
  const { elementsOf } = await import('./_elements.js');
  for await (const block of elementsOf(open(), file.name)) {
    yield block.map(({ line, value }) => {
      const result = record.safeParse(value);
      if (result.success) return { ...result.data, line };
      const where = `${file.name}:${line}`;
      if (typeof value === 'object' && value !== null && !('names' in value) && 'name' in value) {
        throw new MercatoError('source', `ROR schema 1 (${where}); take the file with schema_v2 in its name`);
      }
      const issue = result.error.issues[0];
      const what = `${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'wrong'}`;
      throw new MercatoError('source', `no ROR record: ${what} (${where}); is this ROR, schema 2?`);
    });
  }
}

async function surveyed(file: InputFile, open: Open): Promise<Survey> {
  const kept = new Map<string, boolean>();
  const lines = new Map<string, number>();
  const awaited = new Map<string, string>();
  const parents = new Map<string, readonly string[]>();
  const hosts = new Set<string>();
  const shared = new Set<string>();
  for await (const block of recordsOf(file, open)) {
    for (const found of block) {
      const { id, line, relationships } = found;
      if (kept.has(id)) throw wrong('address used twice', id, `${file.name}:${lines.get(id)} and ${line}`);
      kept.set(id, found.status !== 'withdrawn');
      lines.set(id, line);
      awaited.delete(id);
      for (const other of relationships) {
        if (!kept.has(other.id) && !awaited.has(other.id)) awaited.set(other.id, id);
      }
      const above = parentsOf(found);
      if (above.length > 0) parents.set(id, above);
      if (found.status === 'withdrawn') continue;
      for (const domain of domainsOf(found)) (hosts.has(domain) ? shared : hosts).add(domain);
    }
  }
  for (const [to, from] of awaited) {
    throw wrong(`${from} has a relation to what is not there`, to, `${file.name}:${lines.get(from)}`);
  }
  checkCycles(parents, kept, (id) => `${file.name}:${lines.get(id)}`);
  return { kept, shared };
}

/** Follows each single parent upwards once. */
function checkCycles(
  parents: ReadonlyMap<string, readonly string[]>,
  kept: ReadonlyMap<string, boolean>,
  where: (id: string) => string,
): void {
  const cleared = new Set<string>();
  for (const start of parents.keys()) {
    const path = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !cleared.has(at)) {
      if (path.has(at)) throw wrong('its own parent in the end', at, where(at));
      path.add(at);
      at = onlyKept(parents.get(at) ?? [], kept);
    }
    for (const id of path) cleared.add(id);
  }
}

function organisationOf(found: RorRecord, { kept, shared }: Survey, file: string): RorOrganisation {
  const typed = (type: string) => found.names.filter(({ types }) => types.includes(type));
  const title = typed('ror_display')[0]?.value ?? '';
  const labels = typed('label').map(({ value, lang }) => ({ name: value, lang: lang ?? undefined }));
  const known = new Set([title, ...labels.map(({ name }) => name)]);
  const texts = (type: string): readonly string[] => [...new Set(typed(type).map(({ value }) => value))];
  const parent = onlyKept(parentsOf(found), kept);
  const where = `${file}:${found.line}`;
  const type = Object.keys(kindOf).find((one) => found.types.includes(one)) ?? 'other';
  return {
    id: idOf(found.id),
    title,
    kind: kindOf[type] ?? 'non-profit',
    names: labels.filter(({ name, lang }) => name !== title || lang !== undefined),
    aliases: texts('alias').filter((name) => !known.has(name)),
    acronyms: texts('acronym'),
    domains: domainsOf(found).filter((domain) => !shared.has(domain)),
    parents: parent === undefined ? [] : [{ id: idOf(parent), where }],
    events: [],
    officers: [],
    authority: 'ror',
    status: found.status === 'inactive' ? 'inactive' : 'active',
    source: found.id,
    where,
  };
}

function parentsOf({ relationships }: RorRecord): readonly string[] {
  return [...new Set(relationships.filter(({ type }) => type === 'parent').map(({ id }) => id))];
}

function onlyKept(parents: readonly string[], kept: ReadonlyMap<string, boolean>): string | undefined {
  const left = parents.filter((id) => kept.get(id));
  return left.length === 1 ? left[0] : undefined;
}

function domainsOf({ domains, links }: RorRecord): readonly string[] {
  const sites = links.filter(({ type }) => type === 'website').map(({ value }) => hostOf(value));
  const all = [...domains.map((domain) => domain.trim().toLowerCase()), ...sites];
  return [...new Set(all)].filter((domain) => /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(domain));
}

/** The host of a website that is the whole of it; blank where the website is a page of somebody's. */
function hostOf(link: string): string {
  if (!URL.canParse(link)) return '';
  const { hostname, pathname, search } = new URL(link);
  return pathname === '/' && search === '' ? hostname.replace(/^www\d?\./, '') : '';
}

function idOf(ror: string): string {
  return `ror-${ror.slice(ror.lastIndexOf('/') + 1)}`;
}

function wrong(what: string, value: string, where: string): MercatoError {
  return new MercatoError('source', `${what}: ${value} (${where}); nothing of the file is taken`);
}
