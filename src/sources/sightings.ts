import { column, type PartialDate, parseDate } from '../records/index.js';
import { type Block, raw, type Sql, sql, upTo, type Warehouse } from '../warehouse/index.js';
import { joiningSteps } from './_joining.js';
import { csvRows } from './csv.js';
import { parquetRows } from './parquet.js';
import type { Field, Fields, Reading, Source } from './source.js';

/** Months without a sighting after which a job is another one, unless the user says otherwise. */
const usualGap = 24;

/** Employers at which one person can be seen. */
const mostPlaces = 1000;

const sightingFields: Fields = {
  known: ['person', 'employer', 'seen_on'],
  required: ['person', 'employer', 'seen_on'],
};

/** Somebody seen somewhere on a day, in CSV or Parquet; sightings are joined into spells by the engine. */
export const sightings: Source = {
  name: 'sightings',
  title: 'Sightings of people at employers',
  description:
    'One row per sighting: person, employer, seen_on (a day, a month or a year). Sightings of one person at one employer join into a spell; its start and end lie between sightings here and elsewhere. Other column names are mapped.',
  accepts: 'CSV (comma, semicolon or tab, UTF-8, also gzip) or Parquet, told apart by their first bytes',
  homepage: 'https://www.rfc-editor.org/rfc/rfc4180',
  licence: null,
  example: 'mercato load sightings seen.csv --map employer=company --gap 24 --observed-until 2026-06-30',
  mappable: true,
  fields: sightingFields,
  joins: true,
  // Its days are ends of intervals, of which nothing can be measured.
  dayPrecision: 'day',
  oddities: [
    {
      rule: 'sighting_repeated',
      meaning: 'a person seen again at the same employer on the same date counts once',
    },
    {
      rule: 'many_places',
      meaning: 'a sighting of somebody seen at more than 1,000 employers, who is no one person, is read past',
    },
  ],
  select,
};

async function select(reading: Reading, warehouse: Warehouse): Promise<Sql> {
  await receive(reading, warehouse);
  await readDates(reading, warehouse);
  const bad = warehouse.stream(sql`select line, fault, value from judged_sighting where fault is not null
    order by line`);
  for await (const [lines = [], faults = [], values = []] of bad) {
    for (const [i, line] of lines.entries()) {
      const { field, reason } = reasons[Number(faults[i])] ?? { field: 'row', reason: 'unreadable' };
      const said = reason.replace('OBSERVED', reading.givenUntil ?? '');
      reading.bad({ line: Number(line), field, value: String(values[i] ?? ''), reason: said });
    }
  }
  await warehouse.keep('crowd', 'session', crowd);
  await warehouse.keep('sighting', 'session', sightingsOnce);
  const [rows] = await warehouse.query<{ good: number; once: number; crowd: number }>(sql`select
    (select count(*) from judged_sighting where fault is null) as good, (select count(*) from sighting) as once,
    (select coalesce(sum(times), 0) from crowd) as crowd`);
  const past = rows?.crowd ?? 0;
  if (past > 0) reading.oddity('many_places', past);
  const repeated = (rows?.good ?? 0) - (rows?.once ?? 0) - past;
  if (repeated > 0) reading.oddity('sighting_repeated', repeated);
  await warehouse.keep('joined_sighting', 'session', upTo(joiningSteps(reading.gap ?? usualGap)));
  for (const table of ['seen', 'sighting_date', 'judged_sighting', 'crowd', 'sighting'])
    await warehouse.drop(table);
  return sql`select * from joined_sighting`;
}

const seenColumns = [
  column('line', 'integer', '', 'line in the file'),
  column('person', 'text', '', 'person as written'),
  column('employer', 'text', '', 'employer as written'),
  column('seen_on', 'text', '', 'date as written'),
];

/** All rows as text, in `seen`. */
async function receive(reading: Reading, warehouse: Warehouse): Promise<void> {
  if (await isParquet(reading)) {
    await warehouse.keep('seen', 'session', await parquetRows(reading, warehouse, sightingFields));
    return;
  }
  let count = 0;
  const blocks = (async function* (): AsyncGenerator<Block> {
    for await (const rows of csvRows(reading, sightingFields)) {
      const texts = (field: Field) => rows.map((row) => row[field] ?? null);
      yield [rows.map((row) => row.line), texts('person'), texts('employer'), texts('seen_on')];
      count += rows.length;
      reading.progress?.(count);
    }
  })();
  await warehouse.create('seen', 'session', seenColumns);
  await warehouse.append('seen', seenColumns, blocks);
}

async function isParquet({ file }: Reading): Promise<boolean> {
  let first = Buffer.alloc(0);
  for await (const bytes of file.open()) {
    first = Buffer.concat([first, bytes]);
    if (first.length >= 4) break;
  }
  return first.subarray(0, 4).toString('latin1') === 'PAR1';
}

const dateColumns = [
  column('text', 'text', '', 'date as written'),
  column('earliest', 'text', '', 'earliest day'),
  column('latest', 'text', '', 'latest day'),
  column('stands_at', 'text', '', 'day by which sightings are ordered'),
];

const reasons = [
  { field: 'person', reason: 'empty person; every sighting is somebody’s' },
  { field: 'employer', reason: 'empty employer; leave out sightings at no employer' },
  { field: 'seen_on', reason: 'sighting before 1900; mend the date' },
  { field: 'seen_on', reason: 'invalid date of a sighting; write YYYY, YYYY-MM or YYYY-MM-DD' },
  { field: 'seen_on', reason: 'sighting after observed-until; the file is observed until OBSERVED' },
];

/** Reads each distinct date once; `judged_sighting` has every row with its dates, or the number of its fault. */
async function readDates(reading: Reading, warehouse: Warehouse): Promise<void> {
  const texts = await warehouse.query<{ text: string }>(
    sql`select distinct trim(seen_on) as text from seen where length(trim(seen_on)) between 4 and 10`,
  );
  const dates = texts.flatMap(({ text }) => {
    const date = /^[\d-]+$/.test(text) ? parseDate(text) : null;
    return date === null ? [] : [{ text, date }];
  });
  await warehouse.create('sighting_date', 'session', dateColumns);
  await warehouse.append('sighting_date', dateColumns, [
    [
      dates.map(({ text }) => text),
      dates.map(({ date }) => date.earliest),
      dates.map(({ date }) => date.latest),
      dates.map(({ date }) => standsAt(date)),
    ],
  ]);
  const until = sql`cast(${reading.givenUntil ?? '2200-12-31'} as date)`;
  await warehouse.keep(
    'judged_sighting',
    'session',
    sql`select s.line, ${sameInAnyCase} as person, trim(s.employer) as employer,
      least(cast(d.stands_at as date), ${until}) as stands_at, cast(d.earliest as date) as earliest,
      least(cast(d.latest as date), ${until}) as latest,
      case when coalesce(trim(s.person), '') = '' then 0 when coalesce(trim(s.employer), '') = '' then 1
        when d.text is null and ${warehouse.dialect.matches(sql`trim(s.seen_on)`, sql`${'^(0\\d|1[0-8])\\d\\d(-\\d\\d)*$'}`)} then 2
        when d.text is null then 3 when cast(d.earliest as date) > ${until} then 4 end as fault,
      case when coalesce(trim(s.person), '') = '' then s.person when coalesce(trim(s.employer), '') = '' then s.employer
        else s.seen_on end as value
    from seen as s left join sighting_date as d on d.text = trim(s.seen_on)`,
  );
}

/** A month stands at its middle, a year at 1 July. */
function standsAt({ precision, earliest }: PartialDate): string {
  if (precision === 'year') return `${earliest.slice(0, 4)}-07-01`;
  return precision === 'month' ? `${earliest.slice(0, 7)}-15` : earliest;
}

/** Identifiers that are one person whatever their case (`pseudonymOf`) are one before they are hashed. */
const sameInAnyCase = sql`case when lower(trim(s.person)) like 'email:%' or lower(trim(s.person)) like 'github:%'
    or lower(trim(s.person)) like 'launchpad:%' or lower(trim(s.person)) like 'orcid:%' then lower(trim(s.person))
  else trim(s.person) end`;

/** Accounts of robots and lists, not people; their stays would have to be compared each with each. */
const crowd = sql`select person, count(*) as times from judged_sighting where fault is null
  group by person having count(distinct employer) > ${raw(String(mostPlaces))}`;

const sightingsOnce = sql`select person, employer, stands_at, earliest, latest, min(line) as line
  from judged_sighting where fault is null and person not in (select person from crowd)
  group by person, employer, stands_at, earliest, latest`;
