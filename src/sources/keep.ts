import { column, spellTable } from '../records/index.js';
import { type Block, join, name, type Sql, sql, type Warehouse } from '../warehouse/index.js';
import { nextFile as number, recordFile } from './_record.js';
import type { OptOuts } from './optout.js';
import { pseudonymOf } from './pseudonym.js';
import type { InputFile, Source } from './source.js';
import type { Staged } from './stage.js';

/** Whose the rows are and where they come from. */
export interface KeepOptions {
  readonly key: Uint8Array;
  /** Namespace of identifiers that name none. */
  readonly namespace: string;
  readonly simulated: boolean;
  /** Hash of the content and of all that decides how it is read. */
  readonly version: string;
  /** Whether identifiers are kept beside the pseudonyms, for those who may. */
  readonly keepNames: boolean;
  readonly optOuts: OptOuts;
}

const pseudonymColumns = [
  column('n', 'integer', '', 'number of the identifier'),
  column('pseudonym', 'text', '', 'pseudonym'),
];

/** A spell's number is its file's times this, plus its row's. */
const rowsPerFile = 2 ** 32;

const pageSize = 100_000;

/**
 * Takes the staged rows of a file over as spells, under pseudonyms; identifiers are not kept unless that is asked. A row that
 * repeats another of its file to the letter is dropped and counted, and so are the rows of people who opted out. What the file gave before must be gone (`forgetFile`).
 *
 * @returns the number of spells kept
 */
export async function keepSpells(
  warehouse: Warehouse,
  source: Source,
  file: InputFile,
  staged: Staged,
  options: KeepOptions,
): Promise<number> {
  const everybody = sql`(${staged.rows})`;
  await hashPeople(warehouse, everybody, options);
  await warehouse.run(sql`insert into person
    select coalesce((select max(person) from person), 0) + row_number() over (order by pseudonym), pseudonym
    from (select distinct pseudonym from identified where pseudonym is not null) as new
    where pseudonym not in (select pseudonym from person)`);
  await warehouse.keep(
    'known',
    'session',
    sql`select t.text, p.person from identifier as t
      join identified as i on i.n = t.n join person as p on p.pseudonym = i.pseudonym`,
  );
  const some = sql`(select * from ${everybody} as e where person in (select text from known))`;
  const rows = options.optOuts.size > 0 ? some : everybody;
  await warehouse.run(sql`insert into employer
    select coalesce((select max(employer) from employer), 0) + row_number() over (order by written), written
    from (select distinct employer as written from ${rows} as r) as new
    where written not in (select written from employer)`);
  await warehouse.keep('repeated', 'session', repeated(rows));
  await warehouse.run(sql`insert into spell
    select ${number} * ${rowsPerFile} + r.ordinal, p.person, w.employer, r.start_date, r.start_latest, r.start_precision, r.end_date,
      r.end_latest, r.end_precision, r.end_status, r.seen_until, r.title, r.kind, r.country,
      coalesce(nullif(trim(r."source"), ''), ${source.name}), r.weight, ${number}, r.line
    from ${rows} as r
    join known as p on p.text = r.person
    join employer as w on w.written = r.employer
    where r.ordinal not in (select ordinal from repeated)`);
  if (options.keepNames) {
    await warehouse.run(sql`insert into person_name select distinct person, text, ${number} from known`);
  }
  const [kept] = await warehouse.query<{ spells: number; dropped: number }>(
    sql`select (select count(*) from spell where file = ${number}) as spells,
      (select count(*) from repeated) as dropped`,
  );
  const out = options.optOuts.size === 0 ? 0 : staged.count - (await count(warehouse, rows));
  if (staged.count !== (kept?.spells ?? 0) + (kept?.dropped ?? 0) + out) {
    throw new RangeError(`rows lost on the way: ${staged.count} given, ${kept?.spells} kept (${file.name})`);
  }
  const oddities = new Map(staged.oddities);
  if (out > 0) oddities.set('opted_out', (oddities.get('opted_out') ?? 0) + out);
  if ((kept?.dropped ?? 0) > 0) oddities.set('duplicate', kept?.dropped ?? 0);
  if (source.folder !== undefined) {
    const elsewhere = await givenElsewhere(warehouse, number);
    if (elsewhere > 0) oddities.set('duplicate_elsewhere', elsewhere);
  }
  const { version, simulated } = options;
  const { observedUntil, bad } = staged;
  const rowsKept = kept?.spells ?? 0;
  const given = {
    number,
    version,
    observedUntil,
    simulated,
    fills: spellTable.name,
    rows: rowsKept,
    bad,
    oddities,
  };
  await recordFile(warehouse, source, file, given);
  return rowsKept;
}

/** Spells of a file that a file of the same source gave before it. */
async function givenElsewhere(warehouse: Warehouse, number: Sql): Promise<number> {
  const same = ['start_date', 'start_precision', 'end_date', 'end_precision', 'title', 'country'].map(
    (column) => sql`t.${name(column)} is not distinct from s.${name(column)}`,
  );
  const [counted] = await warehouse.query<{ spells: number }>(sql`select count(*) as spells from spell as s
    where s.file = ${number} and exists (select 1 from spell as t where t.person = s.person and t.employer = s.employer
      and t.file <> s.file and t."source" = s."source" and t.kind = s.kind and t.end_status = s.end_status
      and ${join(same, ' and ')})`);
  return counted?.spells ?? 0;
}

async function count(warehouse: Warehouse, rows: Sql): Promise<number> {
  const [found] = await warehouse.query<{ n: number }>(sql`select count(*) as n from ${rows} as r`);
  return found?.n ?? 0;
}

/** Removes what the file at a place gave, whatever table it filled; people and spellings may stay that nothing names (`sweep`). */
export async function forgetFile(warehouse: Warehouse, place: string): Promise<void> {
  const gone = sql`(select file from file where place = ${place})`;
  const filled = await warehouse.query<{ fills: string }>(
    sql`select distinct fills from file where place = ${place}`,
  );
  for (const { fills } of filled) await warehouse.run(sql`delete from ${name(fills)} where file in ${gone}`);
  await warehouse.run(sql`delete from oddity where file in ${gone}`);
  await warehouse.run(sql`delete from person_name where file in ${gone}`);
  await warehouse.run(sql`delete from file where place = ${place}`);
}

/**
 * Removes people and spellings without a spell.
 *
 * @returns how many people
 */
export async function sweep(warehouse: Warehouse): Promise<number> {
  const [gone] = await warehouse.query<{ people: number }>(
    sql`select count(*) as people from person where person not in (select person from spell)`,
  );
  await warehouse.run(sql`delete from person where person not in (select person from spell)`);
  await warehouse.run(sql`delete from employer where employer not in (select employer from spell)`);
  return gone?.people ?? 0;
}

/** Rows that say the same as an earlier one of their file; only people with two rows at an employer are compared. */
function repeated(rows: Sql): Sql {
  return sql`select ordinal from (
    select ordinal, row_number() over (
      partition by r.person, r.employer, "start", "end", title, kind, country, "source", weight, seen_until order by ordinal) as nth
    from ${rows} as r
    join (select person, employer from ${rows} as t group by person, employer having count(*) > 1) as twice
      on twice.person = r.person and twice.employer = r.employer) as numbered
  where nth > 1`;
}

/** The pseudonym of an identifier; null for whoever opted out. */
function hashed(text: string, { key, namespace, optOuts }: KeepOptions): string | null {
  return optOuts.size > 0 && optOuts.has(text, namespace) ? null : pseudonymOf(key, text, namespace);
}

/** Hashes every distinct identifier, a page at a time, so that memory stays bounded. */
async function hashPeople(warehouse: Warehouse, rows: Sql, options: KeepOptions): Promise<void> {
  await warehouse.keep(
    'identifier',
    'session',
    sql`select person as text, row_number() over (order by person) as n
      from (select distinct person from ${rows} as r) as people`,
  );
  await warehouse.create('identified', 'session', pseudonymColumns);
  for (let from = 0, found = pageSize; found === pageSize; from += pageSize) {
    const blocks: Block[] = [];
    const page = sql`select n, text from identifier where n > ${from} and n <= ${from + pageSize}`;
    found = 0;
    for await (const [numbers = [], texts = []] of warehouse.stream(page)) {
      found += texts.length;
      blocks.push([numbers, texts.map((text) => hashed(String(text), options))]);
    }
    await warehouse.append('identified', pseudonymColumns, blocks);
  }
}
