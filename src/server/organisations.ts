import * as z from 'zod';
import { MercatoError } from '../errors.js';
import { cleanName, finder, type Organisation, type OtherName } from '../organisations/index.js';
import { sql, type Warehouse } from '../warehouse/index.js';
import { type Endpoint, jsonOf, pageIn, pageParameters } from './endpoint.js';
import { type Listed, onceFor, type Snapshot } from './serving.js';

const listed = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string().nullable(),
  registered: z.boolean(),
  people: z.int().nullable().describe('people with a spell there; null below the least count that is shown'),
});

/** Search for organisations. */
export const organisationSearch: Endpoint = {
  path: '/api/organisations',
  summary: 'Organisations by a part of their name, most people first',
  parameters: [
    { name: 'q', in: 'query', schema: { type: 'string' }, description: 'part of a name' },
    ...pageParameters,
  ],
  answer: z.object({ organisations: z.array(listed), total: z.int() }),
  async run({ query, snapshot }) {
    const page = pageIn(query);
    if ('wrong' in page) throw new MercatoError('parameter', page.wrong);
    const wanted = cleanName(query.get('q')?.at(-1) ?? '');
    const names = namesOf(snapshot.organisations);
    const found = snapshot.organisations.filter(
      ({ id }, nth) => wanted === '' || names[nth]?.includes(wanted) || id.includes(wanted),
    );
    const { offset, limit } = page;
    return jsonOf({ organisations: found.slice(offset, offset + limit), total: found.length });
  },
};

const cleaned = new WeakMap<readonly Listed[], readonly string[]>();

/** Names as they are compared, cleaned once. */
function namesOf(organisations: readonly Listed[]): readonly string[] {
  const names = cleaned.get(organisations) ?? organisations.map(({ title }) => cleanName(title));
  cleaned.set(organisations, names);
  return names;
}

const dated = { since: z.string().optional(), until: z.string().optional() };

/** One organisation. */
export const oneOrganisation: Endpoint = {
  path: '/api/organisations/{id}',
  summary: 'One organisation: its names, owners and events in time, each with its source',
  parameters: [
    {
      name: 'id',
      in: 'path',
      schema: { type: 'string' },
      description: 'id, name or alias',
      required: true,
    },
  ],
  answer: listed.extend({
    names: z.array(z.object({ name: z.string(), lang: z.string().optional(), ...dated })),
    aliases: z.array(z.string()),
    parents: z.array(
      z.object({ id: z.string(), title: z.string(), source: z.string().optional(), ...dated }),
    ),
    events: z.array(
      z.looseObject({
        event: z.string(),
        source: z.string(),
        others: z.array(z.string()).describe('names of those that it was by or into'),
      }),
    ),
    source: z.string().nullable(),
  }),
  async run({ path, snapshot }) {
    const { registry } = await snapshot.desk.known();
    const known = snapshot.organisations.map(({ id, title }) => ({ organisation: id, title }));
    const id = idOf(path.id ?? '', registry, known);
    if ('missing' in id) return id;
    const { found } = id;
    const row = registry.find((one) => one.id === found);
    const seen = snapshot.organisations.find((one) => one.id === found);
    const bare: Listed = {
      id: found,
      title: row?.title ?? found,
      kind: row?.kind ?? null,
      registered: row !== undefined,
      people: null,
    };
    return jsonOf({ ...(seen ?? bare), ...registered(row, registry) });
  },
};

function idOf(
  name: string,
  registry: readonly Organisation[],
  known: readonly OtherName[],
): { readonly found: string } | { readonly missing: string } {
  try {
    return { found: finder(registry, known)(name) };
  } catch (error) {
    if (error instanceof MercatoError && error.code === 'parameter') return { missing: error.message };
    throw error;
  }
}

function registered(row: Organisation | undefined, registry: readonly Organisation[]) {
  const titleOf = (id: string): string => registry.find((one) => one.id === id)?.title ?? id;
  return {
    names: row?.names ?? [],
    aliases: row?.aliases ?? [],
    parents: (row?.parents ?? []).map(({ where: _, ...link }) => ({ ...link, title: titleOf(link.id) })),
    events: (row?.events ?? []).map(({ where: _, ...event }) => ({
      ...event,
      others: ('by' in event ? [event.by] : 'into' in event ? [event.into].flat() : []).map(titleOf),
    })),
    source: row?.source ?? null,
  };
}

/**
 * Organisations that may be named to readers: those of the registry, and others with enough people; the name of a firm of
 * one could be a person's.
 *
 * Rows: most people first, as far as they are shown, then by id.
 */
export async function organisationsIn(warehouse: Warehouse, minCell: number): Promise<readonly Listed[]> {
  const rows = await warehouse.query<{
    id: string;
    title: string;
    kind: string | null;
    registered: boolean;
    people: number;
  }>(sql`select o.id, o.title, o.kind, o.registered, cast(coalesce(e.people, 0) as bigint) as people
    from organisation as o
    left join (
      select r.organisation, count(distinct s.person) as people
      from spell as s join resolution as r on r.employer = s.employer group by r.organisation) as e
      on e.organisation = o.organisation
    where o.met and (o.registered or e.people >= ${minCell})
    order by case when e.people >= ${minCell} then e.people else 0 end desc, o.id`);
  return rows.map((row) => ({ ...row, people: row.people < minCell ? null : row.people }));
}

/** Ids and titles of the organisations that may be named to readers. */
const listedNames = onceFor(
  ({ organisations }): ReadonlySet<string> => new Set(organisations.flatMap(({ id, title }) => [id, title])),
);

const unnamed = new WeakMap<Snapshot, Promise<ReadonlySet<string>>>();

/** Titles of organisations that may not be named to readers: of too few people, and in no registry. */
export function unnamedIn(snapshot: Snapshot, minCell: number): Promise<ReadonlySet<string>> {
  const titles = unnamed.get(snapshot) ?? titlesOfFew(snapshot, minCell);
  unnamed.set(snapshot, titles);
  titles.catch(() => unnamed.delete(snapshot));
  return titles;
}

async function titlesOfFew(snapshot: Snapshot, minCell: number): Promise<ReadonlySet<string>> {
  if (minCell === 1) return new Set();
  const others = await snapshot.behind.warehouse.query<{ title: string }>(
    sql`select title from organisation where not registered`,
  );
  const listed = listedNames(snapshot);
  return new Set(others.map(({ title }) => title).filter((title) => !listed.has(title)));
}

const checked = new WeakMap<Snapshot, Map<boolean, (name: string) => string>>();

/**
 * Checks that names are of organisations that readers may be told of: another is as unknown as one that is not there, and none is proposed.
 *
 * @param ofFilings whether those that only filings name, which are public, are known too
 * @throws MercatoError `parameter`
 */
export async function checkNames(
  snapshot: Snapshot,
  names: readonly string[],
  ofFilings: boolean,
): Promise<void> {
  const { organisations, behind } = snapshot;
  const listedAs = listedNames(snapshot);
  const others = names.filter((name) => !listedAs.has(name));
  if (others.length === 0) return;
  const finders = checked.get(snapshot) ?? new Map<boolean, (name: string) => string>();
  checked.set(snapshot, finders);
  const known = finders.get(ofFilings);
  if (known !== undefined) return others.forEach(known);
  const { registry } = await snapshot.desk.known();
  const payers = ofFilings
    ? await behind.warehouse.query<{ organisation: string; title: string }>(
        sql`select id as organisation, title from payer`,
      )
    : [];
  const listed = organisations.map(({ id, title }) => ({ organisation: id, title }));
  const find = finder(registry, [...listed, ...payers]);
  finders.set(ofFilings, find);
  others.forEach(find);
}
