import { column } from '../records/index.js';
import { type Block, join, name, type Sql, sql, type Warehouse } from '../warehouse/index.js';
import { longestList, refused, withoutUntil } from './_bad.js';
import { nextFile, recordFile } from './_record.js';
import type { BadRow, FileReading, FilledRow, InputFile, TableSource } from './source.js';

/** How a file is to be read, and what it is recorded as. */
export interface FillOptions {
  /** `YYYY-MM-DD`; goes before what the file says. */
  readonly observedUntil?: string | undefined;
  readonly skipBad: number;
  readonly simulated: boolean;
  /** Hash of the content and of all that decides how it is read. */
  readonly version: string;
  readonly progress?: ((rows: number) => void) | undefined;
}

/** What a file gave to the table of its source. */
export interface Filled {
  readonly rows: number;
  readonly bad: readonly BadRow[];
}

/**
 * Reads a file into the table that its source fills, and records it. A row that says the same as another of its file is dropped
 * and counted. What the file gave before must be gone (`forgetFile`).
 *
 * @throws MercatoError `source` with file, line, field, value and advice where more than `skipBad` rows are bad, or where nothing
 *   says until when the file observes
 */
export async function fillTable(
  warehouse: Warehouse,
  source: TableSource,
  file: InputFile,
  options: FillOptions,
): Promise<Filled> {
  const bad: BadRow[] = [];
  const oddities = new Map<string, number>();
  let last: string | undefined;
  const reading: FileReading = {
    file,
    givenUntil: options.observedUntil,
    bad: (row) => {
      bad.push(row);
      if (bad.length > options.skipBad + longestList) throw refused(file, bad, options.skipBad);
    },
    oddity: (rule, rows = 1) => oddities.set(rule, (oddities.get(rule) ?? 0) + rows),
    observedUntil: (day) => {
      if (last === undefined || day > last) last = day;
    },
    progress: (rows) => options.progress?.(rows),
  };
  const read = await received(warehouse, source, reading);
  const { once, again } = await distinct(warehouse, source, options.skipBad + longestList + 1);
  bad.push(...again);
  bad.sort((a, b) => a.line - b.line);
  if (bad.length > options.skipBad) throw refused(file, bad, options.skipBad);
  const observedUntil = options.observedUntil ?? last;
  if (observedUntil === undefined) throw withoutUntil(file);
  const rows = await takeOver(warehouse, source);
  if (once < read) oddities.set('duplicate', read - once);
  const { version, simulated } = options;
  const given = {
    number: nextFile,
    version,
    observedUntil,
    simulated,
    fills: source.fills.name,
    rows,
    bad,
    oddities,
  };
  await recordFile(warehouse, source, file, given);
  for (const table of ['filling', 'once']) await warehouse.drop(table);
  return { rows, bad };
}

/** Rows of the reader in a session table, days as text. */
async function received(warehouse: Warehouse, source: TableSource, reading: FileReading): Promise<number> {
  const [, ...columns] = source.fills.columns.map((c) =>
    c.type === 'date' ? column(c.name, 'text', '', c.meaning) : c,
  );
  let read = 0;
  const blocks = (async function* (): AsyncGenerator<Block> {
    for await (const rows of source.rows(reading)) {
      read += rows.length;
      yield columnwise(rows, columns.length - 1);
      reading.progress?.(read);
    }
  })();
  await warehouse.create('filling', 'session', columns);
  await warehouse.append('filling', columns, blocks);
  return read;
}

function columnwise(rows: readonly FilledRow[], width: number): Block {
  const lines = rows.map(({ line }) => line);
  return [lines, ...Array.from({ length: width }, (_, i) => rows.map(({ values }) => values[i] ?? null))];
}

/** Rows that say something of their own, each with its line; and those that say of the same something else than one before. */
async function distinct(
  warehouse: Warehouse,
  { fills, key }: TableSource,
  most: number,
): Promise<{ readonly once: number; readonly again: readonly BadRow[] }> {
  const columns = join(fills.columns.slice(2).map((c) => name(c.name)));
  const same = join((key ?? []).map(name));
  const nth =
    key === undefined
      ? sql`1 as nth, line as earlier`
      : sql`row_number() over (partition by ${same} order by line) as nth,
    min(line) over (partition by ${same}) as earlier`;
  await warehouse.keep(
    'once',
    'session',
    sql`select *, ${nth} from (select min(line) as line, ${columns} from filling group by ${columns}) as t`,
  );
  const [counted] = await warehouse.query<{ n: number }>(sql`select count(*) as n from once`);
  const of = join(
    (key ?? ['line']).map((c) => sql`cast(${name(c)} as varchar)`),
    ", ' ', ",
  );
  const rows = await warehouse.query<{ line: number; earlier: number; value: string }>(
    sql`select line, earlier, concat(${of}, '') as value from once where nth > 1 order by line limit ${most}`,
  );
  const again = rows.map(({ line, earlier, value }) => ({
    line,
    field: key?.join(' ') ?? 'row',
    value,
    reason: `another value than line ${earlier} gives; keep one of the two`,
  }));
  return { once: counted?.n ?? 0, again };
}

async function takeOver(warehouse: Warehouse, { fills }: TableSource): Promise<number> {
  const typed = fills.columns
    .slice(2)
    .map((c): Sql => (c.type === 'date' ? sql`cast(${name(c.name)} as date)` : name(c.name)));
  await warehouse.run(sql`insert into ${name(fills.name)} select ${nextFile}, line, ${join(typed)}
    from once where nth = 1 order by line`);
  const [kept] = await warehouse.query<{ n: number }>(
    sql`select count(*) as n from ${name(fills.name)} where file = ${nextFile}`,
  );
  return kept?.n ?? 0;
}
