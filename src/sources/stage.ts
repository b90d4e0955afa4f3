import { column, kinds, millionths, type PartialDate, type Precision, parseDate } from '../records/index.js';
import {
  type Block,
  join,
  list,
  monthOf,
  name,
  raw,
  type Sql,
  sql,
  upTo,
  type Warehouse,
} from '../warehouse/index.js';
import { longestList, refused, withoutUntil } from './_bad.js';
import { checkMap } from './_columns.js';
import {
  type BadRow,
  type Field,
  type InputFile,
  incomingColumns,
  type Oddity,
  type Reading,
  type Source,
} from './source.js';

/** Oddities of any format, each with the rule by which it is read. */
export const commonOddities: readonly Oddity[] = [
  { rule: 'duplicate', meaning: 'a row that says the same as another of its file is dropped' },
  { rule: 'end_after_observed_until', meaning: 'an end after the last observed day is open' },
  {
    rule: 'month_precise',
    meaning: 'over 90 % of the days in the file are the first of a month: its dates are taken as months',
  },
  { rule: 'opted_out', meaning: 'a row of a person on the opt-out list is read past' },
];

/** How a file is to be read. */
export interface StageOptions {
  readonly map: ReadonlyMap<Field, string>;
  /** `YYYY-MM-DD`; goes before what the file says. */
  readonly observedUntil?: string | undefined;
  readonly skipBad: number;
  /** Whose a file of one person is. */
  readonly person?: string | undefined;
  /** Months without a sighting after which a job is another one. */
  readonly gap?: number | undefined;
  /** Whether one of several identifiers of a person is on the opt-out list. */
  readonly optedOut?: ((identifiers: readonly string[]) => boolean) | undefined;
  readonly progress?: ((rows: number) => void) | undefined;
}

/** A file as rows that were checked: what `keepSpells` takes over into the database. */
export interface Staged {
  readonly observedUntil: string;
  readonly rows: Sql;
  /** How many they are. */
  readonly count: number;
  readonly bad: readonly BadRow[];
  readonly oddities: ReadonlyMap<string, number>;
}

const dateColumns = [
  column('text', 'text', '', 'date as written'),
  column('earliest', 'text', '', 'earliest day'),
  column('latest', 'text', '', 'latest day'),
  column('precision', 'text', '', 'precision'),
  column('last', 'integer', 'months', 'last month it may mean'),
];

/**
 * Reads a file into a session table and checks every row: `Staged.rows` are those without fault.
 *
 * Rows: one per spell, with dates read, in no order.
 *
 * @throws MercatoError `source` with file, line, field, value and advice where more than `skipBad` rows are bad
 */
export async function stage(
  warehouse: Warehouse,
  source: Source,
  file: InputFile,
  options: StageOptions,
): Promise<Staged> {
  checkMap(source, options.map);
  const bad: BadRow[] = [];
  const oddities = new Map<string, number>();
  let said: string | undefined;
  const reading: Reading = {
    file,
    person: options.person ?? file.place,
    map: options.map,
    givenUntil: options.observedUntil,
    gap: options.gap,
    optedOut: (identifiers) => options.optedOut?.(identifiers) ?? false,
    progress: (rows) => options.progress?.(rows),
    bad: (row) => {
      bad.push(row);
      if (bad.length > options.skipBad + longestList) throw refused(file, bad, options.skipBad);
    },
    oddity: (rule, rows = 1) => oddities.set(rule, (oddities.get(rule) ?? 0) + rows),
    observedUntil: (day) => {
      said ??= day;
    },
  };
  const incoming = await received(warehouse, source, reading, options.progress);
  const observedUntil = options.observedUntil ?? said;
  if (observedUntil === undefined) {
    throw withoutUntil(file);
  }
  const days = await readDates(warehouse, incoming, source.dayPrecision);
  if (days > 0) oddities.set('month_precise', days);
  await warehouse.keep('checked', 'session', checked(incoming, observedUntil));
  const faulty = await warehouse.query<{ line: number; fault: number; value: string }>(
    sql`select line, fault, coalesce(value, '') as value from checked where fault is not null
      order by line, fault limit ${options.skipBad + longestList + 1}`,
  );
  for (const { line, fault, value } of faulty) {
    const { field, reason } = faults[fault] ?? { field: 'row', reason: 'unreadable' };
    bad.push({ line, field, value, reason: reason.replace('OBSERVED', observedUntil) });
  }
  bad.sort((a, b) => a.line - b.line);
  if (bad.length > options.skipBad) throw refused(file, bad, options.skipBad);
  const [counted] = await warehouse.query<{ rows: number; late: number }>(
    sql`select count(*) as "rows", count(case when late then 1 end) as late from checked where fault is null`,
  );
  const { rows: count, late } = counted ?? { rows: 0, late: 0 };
  if (late > 0) oddities.set('end_after_observed_until', late);
  return { observedUntil, rows: sql`select * from checked where fault is null`, count, bad, oddities };
}

async function received(
  warehouse: Warehouse,
  source: Source,
  reading: Reading,
  progress: ((rows: number) => void) | undefined,
): Promise<Sql> {
  if (source.select) return sql`(${await source.select(reading, warehouse)})`;
  const rows = source.rows?.(reading) ?? [];
  const names = incomingColumns.map((c) => c.name).slice(2) as (Field | 'seen_until')[];
  let ordinal = 0;
  const blocks = (async function* (): AsyncGenerator<Block> {
    for await (const block of rows) {
      const first = ordinal;
      ordinal += block.length;
      yield [
        block.map((_, i) => first + i + 1),
        block.map((row) => row.line),
        ...names.map((field) => block.map((row) => row[field] ?? null)),
      ];
      progress?.(ordinal);
    }
  })();
  await warehouse.create('incoming', 'session', incomingColumns);
  await warehouse.append('incoming', incomingColumns, blocks);
  return name('incoming');
}

/** Reads each distinct date once; gives the number of days taken as months, 0 where days stay days. */
async function readDates(warehouse: Warehouse, incoming: Sql, known: Precision | undefined): Promise<number> {
  const texts = await warehouse.query<{ text: string; times: number }>(
    sql`select text, sum(times) as times from (
      select trim(coalesce("start", '')) as text, count(*) as times from ${incoming} group by 1
      union all select trim(coalesce("end", '')), count(*) from ${incoming} group by 1) as t
    where text not in ('', '?') and length(text) <= 40 group by text`,
  );
  const dates = texts.flatMap(({ text, times }) => {
    const date = parseDate(text);
    return date === null ? [] : [{ text, times: Number(times), date }];
  });
  const days = dates.filter(({ date }) => date.precision === 'day');
  const sum = (some: typeof dates): number => some.reduce((n, { times }) => n + times, 0);
  const all = sum(days);
  const firsts = sum(days.filter(({ date }) => date.earliest.endsWith('-01')));
  const months = known === undefined ? all > 0 && firsts > 0.9 * all : known === 'month';
  const taken = (date: PartialDate): PartialDate =>
    months && date.precision === 'day' ? (parseDate(date.earliest.slice(0, 7)) ?? date) : date;
  const rows = dates.map(({ text, date }) => ({ text, ...taken(date) }));
  await warehouse.create('date_reading', 'session', dateColumns);
  await warehouse.append('date_reading', dateColumns, [
    [
      [...rows.map((r) => r.text), '', '?'],
      [...rows.map((r) => r.earliest), null, null],
      [...rows.map((r) => r.latest), null, null],
      [...rows.map((r) => r.precision), null, null],
      [...rows.map((r) => r.last), null, null],
    ],
  ]);
  return months ? all : 0;
}

/** The greatest sampling weight: a person who stands for more than a million is a slip of the pen. */
const heaviest = 1_000_000;

const dateAdvice = 'write YYYY, YYYY-MM or YYYY-MM-DD';
const startOf = sql`cast(s.earliest as date)`;
const endOf = sql`cast(e.earliest as date)`;
const weightOf = sql`try_cast(trim(weight) as double)`;
const isWeight = sql`(${weightOf} >= ${raw(String(1 / millionths))} and ${weightOf} <= ${raw(String(heaviest))})`;
const kindOf = sql`coalesce(nullif(lower(trim(kind)), ''), 'employee')`;

/** What makes a row bad, in the order in which it is looked for; `OBSERVED` is the last observed day. */
const faults: readonly {
  readonly field: Field;
  readonly reason: string;
  readonly value: Sql;
  readonly when: Sql;
}[] = [
  {
    field: 'person',
    reason: 'empty person; every spell is somebody’s',
    value: sql`person`,
    when: sql`coalesce(trim(person), '') = ''`,
  },
  {
    field: 'employer',
    reason: 'empty employer; write Unknown where it is not known',
    value: sql`employer`,
    when: sql`coalesce(trim(employer), '') = ''`,
  },
  {
    field: 'start',
    reason: `invalid start date; ${dateAdvice}, or leave it blank where unknown`,
    value: sql`"start"`,
    when: sql`s.text is null`,
  },
  {
    field: 'end',
    reason: `invalid end date; ${dateAdvice}, leave it blank where open, ? where over on an unknown date`,
    value: sql`"end"`,
    when: sql`e.text is null`,
  },
  {
    field: 'start',
    reason: 'start after observed-until; the file is observed until OBSERVED',
    value: sql`"start"`,
    when: sql`s.late`,
  },
  {
    field: 'end',
    reason: 'end before its start; mend one of the two dates',
    value: sql`concat("start", ' to ', "end")`,
    when: sql`e."last" < ${monthOf(startOf)} or (s."precision" = 'day' and e."precision" = 'day' and ${endOf} < ${startOf})`,
  },
  {
    field: 'kind',
    reason: `unknown kind; one of ${kinds.join(', ')}`,
    value: sql`kind`,
    when: sql`${kindOf} not in ${list([...kinds])}`,
  },
  {
    field: 'weight',
    reason: `invalid weight; write a number from 0.000001 to 1000000, or leave it blank for 1`,
    value: sql`weight_written`,
    when: sql`coalesce(trim(weight), '') <> '' and not coalesce(${isWeight}, false)`,
  },
];

/** Every row with its dates read, and the number of its first fault, or null. */
function checked(incoming: Sql, observedUntil: string): Sql {
  const fault = join(
    faults.map(({ when }, i) => sql`when ${when} then ${raw(String(i))}`),
    ' ',
  );
  const read = sql`select text, earliest, latest, "precision", "last",
    coalesce(cast(earliest as date) > cast(${observedUntil} as date), false) as late from date_reading`;
  const staged = sql`select ordinal, line, trim(person) as person, trim(employer) as employer,
    ${startOf} as start_date, cast(s.latest as date) as start_latest, s."precision" as start_precision,
    case when not e.late then ${endOf} end as end_date,
    case when not e.late then cast(e.latest as date) end as end_latest,
    case when not e.late then e."precision" end as end_precision,
    case when e.text = '?' then 'unknown' when e.text = '' or e.late then 'open' else 'ended' end as end_status,
    e.late, "start", "end", title, ${kindOf} as kind, country, "source", weight as weight_written,
    case when ${isWeight} then cast(round(${weightOf} * ${raw(String(millionths))}) as bigint) end as weight, cast(seen_until as date) as seen_until,
    case ${fault} end as fault
    from ${incoming} as i
    left join reading as s on s.text = trim(coalesce(i."start", ''))
    left join reading as e on e.text = trim(coalesce(i."end", ''))`;
  const value = join(
    faults.map(({ value }, i) => sql`when ${raw(String(i))} then ${value}`),
    ' ',
  );
  return upTo({
    steps: [
      ['reading', read],
      ['staged', staged],
      ['valued', sql`select *, case fault ${value} end as value from staged`],
    ],
  });
}
