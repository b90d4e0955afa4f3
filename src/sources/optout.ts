import { createHash } from 'node:crypto';
import { MercatoError } from '../errors.js';
import { column, spellTable } from '../records/index.js';
import { sql, type Warehouse } from '../warehouse/index.js';
import { linesOf } from './_text.js';
import { bareOf, hashedEntry, pseudonymIn, pseudonymOf } from './pseudonym.js';
import type { InputFile } from './source.js';

/** Who stays out of a database. */
export interface OptOuts {
  readonly size: number;
  /** Changes with the entries that can only be honoured while a file is read; blank where there are none. */
  readonly version: string;
  /** Whether an identifier, bare in the given namespace or with one of its own, is on the list. */
  has(identifier: string, namespace: string): boolean;
}

/** What an opt-out removed. */
export interface Removed {
  readonly people: number;
  readonly spells: number;
}

/** Highest number of the people behind one handle (`handle#2`) that are looked for among those already loaded. */
const mostOfHandle = 99;

const longestEntry = 400;

/**
 * Reads an opt-out list: one entry per line, an identifier or a SHA-256 in hexadecimal digits; `#` begins a comment. A
 * first line `sha` or `sha256` is the head line of a publisher's file.
 *
 * @throws MercatoError `source` for a list without entries, or with a line that can be none
 */
export async function readOptOut(file: InputFile): Promise<readonly string[]> {
  const entries: string[] = [];
  for await (const lines of linesOf(file)) {
    for (const { line, text } of lines) {
      const entry = text.trim();
      if (entry === '' || entry.startsWith('#')) continue;
      if (entry.length > longestEntry) {
        throw new MercatoError(
          'source',
          `no identifier: a line of ${entry.length} characters (${file.name}:${line}); write one per line`,
        );
      }
      entries.push(entry);
    }
  }
  const people = /^sha(256)?$/i.test(entries[0] ?? '') ? entries.slice(1) : entries;
  if (people.length > 0) return people;
  throw new MercatoError('source', `empty opt-out list: ${file.name}; write one identifier per line`);
}

/**
 * Puts entries on the list of a database, under its key, and removes those people who are loaded already. A SHA-256
 * cannot be compared with pseudonyms: it is honoured when a file is next read.
 *
 * @param namespaces those that a bare identifier may be in
 */
export async function optOut(
  warehouse: Warehouse,
  key: Uint8Array,
  entries: readonly string[],
  namespaces: readonly string[],
): Promise<Removed> {
  const hashes = entries.filter(isHash).map((entry) => hashedEntry(key, entry));
  const plain = entries.filter((entry) => !isHash(entry));
  const people = plain.flatMap((entry) => pseudonymsOf(key, entry, namespaces));
  await addEntries(warehouse, 'hash', hashes);
  await addEntries(warehouse, 'person', people);
  const numbered = plain
    .filter((entry) => /^github:/i.test(entry) && !/#\d+$/.test(entry))
    .flatMap((entry) => Array.from({ length: mostOfHandle - 1 }, (_, i) => `${entry}#${i + 2}`));
  return removePeople(warehouse, [...people, ...numbered.map((id) => pseudonymOf(key, id, ''))]);
}

/** Puts one pseudonym on the list and removes the person. */
export async function optOutPseudonyms(
  warehouse: Warehouse,
  pseudonyms: readonly string[],
): Promise<Removed> {
  await addEntries(warehouse, 'person', pseudonyms);
  return removePeople(warehouse, pseudonyms);
}

/** The list of a database, to ask while files are read. */
export async function optOutsIn(warehouse: Warehouse, key: Uint8Array): Promise<OptOuts> {
  const rows = await warehouse.query<{ kind: string; entry: string }>(
    sql`select kind, entry from opt_out order by kind, entry`,
  );
  const of = (kind: string): string[] => rows.filter((r) => r.kind === kind).map((r) => r.entry);
  const people = new Set(of('person'));
  const hashes = new Set(of('hash'));
  const version = hashes.size === 0 ? '' : sha256([...hashes].join(' '));
  const has = (identifier: string, namespace: string): boolean => {
    const one = identifier.replace(/#\d+$/, '');
    if (people.has(pseudonymOf(key, identifier, namespace)) || people.has(pseudonymOf(key, one, namespace))) {
      return true;
    }
    return hashes.size > 0 && formsOf(one).some((form) => hashes.has(hashedEntry(key, sha256(form))));
  };
  return { size: rows.length, version, has };
}

/** What a publisher may have hashed: the identifier without namespace, as written and in lower case, @ also as !. */
function formsOf(identifier: string): readonly string[] {
  const bare = bareOf(identifier);
  const cased = [bare, bare.toLowerCase()];
  return [...new Set([...cased, ...cased.map((form) => form.replace('@', '!'))])];
}

function pseudonymsOf(key: Uint8Array, entry: string, namespaces: readonly string[]): string[] {
  const own = pseudonymIn(key, entry);
  const address = entry.includes('@') && own === null ? [pseudonymOf(key, `email:${entry}`, '')] : [];
  return [...(own === null ? [] : [own]), ...address, ...namespaces.map((n) => pseudonymOf(key, entry, n))];
}

const entryColumns = [column('entry', 'text', '', 'keyed entry')];

async function addEntries(
  warehouse: Warehouse,
  kind: 'person' | 'hash',
  entries: readonly string[],
): Promise<void> {
  await warehouse.create('opting_out', 'session', entryColumns);
  await warehouse.append('opting_out', entryColumns, [[entries]]);
  await warehouse.run(sql`insert into opt_out select distinct ${kind}, entry from opting_out
    where entry not in (select entry from opt_out where kind = ${kind})`);
  await warehouse.drop('opting_out');
}

/** Removes all that is stored of people; what is derived must be built anew. Counts of files follow. */
async function removePeople(warehouse: Warehouse, pseudonyms: readonly string[]): Promise<Removed> {
  await warehouse.create('opting_out', 'session', entryColumns);
  await warehouse.append('opting_out', entryColumns, [[pseudonyms]]);
  const gone = sql`(select person from person where pseudonym in (select entry from opting_out))`;
  const [removed] = await warehouse.query<{ people: number; spells: number }>(sql`select
    (select count(*) from person where person in ${gone}) as people,
    (select count(*) from spell where person in ${gone}) as spells`);
  if (removed !== undefined && removed.people > 0) {
    await warehouse.run(sql`delete from spell where person in ${gone}`);
    await warehouse.run(sql`delete from person_name where person in ${gone}`);
    await warehouse.run(sql`delete from person where person in ${gone}`);
    await warehouse.run(sql`delete from employer where employer not in (select employer from spell)`);
    await warehouse.run(
      sql`update file set "rows" = (select count(*) from spell where spell.file = file.file) where fills = ${spellTable.name}`,
    );
  }
  await warehouse.drop('opting_out');
  return { people: removed?.people ?? 0, spells: removed?.spells ?? 0 };
}

function isHash(entry: string): boolean {
  return /^[0-9a-f]{64}$/i.test(entry);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
