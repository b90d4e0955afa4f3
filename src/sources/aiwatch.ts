import { type InsertedRow, insertsInto } from './_insert.js';
import type { IncomingRow, Reading, Source } from './source.js';

/** What the publisher's types of employment are here; in any case, unknown ones are counted. */
const kindOf: ReadonlyMap<string, string> = new Map([
  ['full-time', 'employee'],
  ['part-time', 'employee'],
  ['postdoc', 'employee'],
  ['contractor', 'contractor'],
  ['founder', 'founder'],
  ['co-founder', 'founder'],
  ['intern', 'intern'],
  ['graduate student', 'student'],
  ['affiliate', 'affiliate'],
  ['associate', 'affiliate'],
  ['advisor', 'advisor'],
  ['board member', 'board'],
  ['investor', 'investor'],
  ['volunteer', 'volunteer'],
]);

const used = [
  'person',
  'organization',
  'title',
  'start_date',
  'start_date_precision',
  'end_date',
  'end_date_precision',
  'employment_type',
] as const;
type Used = (typeof used)[number];

/**
 * Positions at AI labs and AI safety organisations, collected by AI Watch as SQL. A name of the publisher is one person in
 * every file. Dates are as exact as their precision says, whatever day stands there.
 */
export const aiwatch: Source = {
  name: 'aiwatch',
  title: 'AI Watch positions',
  description:
    'sql/positions/*.sql: who worked where at AI labs, in AI safety and at allied organisations, with precision of dates and kind of position. It is collected organisation by organisation: who left to one that is not on its list is not seen leaving to it, so flows between listed organisations can be compared and shares of all leavers cannot. The files do not say until when they observe: give the day they were taken.',
  accepts: 'MySQL insert statements, also gzip, or the folder that holds them',
  homepage: 'https://github.com/riceissa/aiwatch',
  licence: 'CC0-1.0',
  example: 'mercato load aiwatch sql/positions --observed-until 2026-04-30',
  mappable: false,
  oddities: [
    { rule: 'loose_date', meaning: 'a date without leading zeros, as 2022-7-01, is read as if it had them' },
    {
      rule: 'zero_date',
      meaning: 'a zero for a day leaves the month, for a month the year; a date of zeros is unknown',
    },
    { rule: 'no_organization', meaning: 'a position without an organisation is at an unknown employer' },
    {
      rule: 'no_precision',
      meaning: 'a date without precision is a month where it is the first of one, else a day',
    },
    {
      rule: 'no_employment_type',
      meaning: 'a position without a type of employment is taken as an employee’s',
    },
    {
      rule: 'unknown_employment_type',
      meaning: 'a type of employment that is not known is taken as an employee’s',
    },
    {
      rule: 'duplicate_elsewhere',
      meaning: 'a row that an earlier file gives too stays in both and is counted; careers hold it once',
    },
  ],
  dayPrecision: 'day',
  folder: '.sql',
  rows,
};

async function* rows(reading: Reading): AsyncGenerator<readonly IncomingRow[]> {
  for await (const inserted of insertsInto(reading.file, 'positions')) {
    yield inserted.flatMap((row) => spellOf(row, reading) ?? []);
  }
}

function spellOf(row: InsertedRow, reading: Reading): IncomingRow | null {
  const { line, columns, values } = row;
  if (values.length !== columns.length) {
    const reason = `${values.length} values where the insert names ${columns.length} columns`;
    reading.bad({ line, field: 'row', value: String(values[columns.indexOf('organization')] ?? ''), reason });
    return null;
  }
  const cells = {} as Record<Used, string | null>;
  for (const column of used) {
    const place = columns.indexOf(column);
    const value = place < 0 ? null : values[place];
    if (value === undefined) {
      reading.bad({ line, field: column, value: column, reason: 'no string, number or NULL' });
      return null;
    }
    cells[column] = value;
  }
  const organization = cells.organization?.trim() || 'Unknown';
  if (!cells.organization?.trim()) reading.oddity('no_organization');
  const person = cells.person?.trim() ?? '';
  return {
    line,
    person: person === '' ? null : `aiwatch:${person}`,
    employer: organization,
    start: dateOf(cells.start_date, cells.start_date_precision, '', reading),
    end: dateOf(cells.end_date, cells.end_date_precision, '?', reading),
    title: cells.title,
    kind: kindIn(cells.employment_type, reading),
  };
}

const written = /^(\d{4})-(\d{1,2})-(\d{1,2})-?$/;

/** A date in this project's text form; one that cannot be read stays as it is, for the row to be refused with it. */
function dateOf(date: string | null, precision: string | null, unknown: '' | '?', reading: Reading): string {
  const text = date?.trim() ?? '';
  const [, year = '', month = '', day = ''] = written.exec(text) ?? [];
  if (year === '') return text;
  if (text.length !== 10) reading.oddity('loose_date');
  const exact = precision?.trim().toLowerCase() ?? '';
  const isZero = Number(year) * Number(month) * Number(day) === 0;
  if (isZero) reading.oddity('zero_date');
  if (Number(year) === 0) return unknown;
  if (exact === 'multi-year') return `${year}~`;
  if (exact === 'year' || Number(month) === 0) return year;
  const padded = `${year}-${month.padStart(2, '0')}`;
  if (exact === 'month' || Number(day) === 0) return padded;
  if (exact === '') reading.oddity('no_precision');
  if (exact === '' && Number(day) === 1) return padded;
  return exact === '' || exact === 'day' ? `${padded}-${day.padStart(2, '0')}` : `${text} (${exact})`;
}

function kindIn(type: string | null, reading: Reading): string {
  const known = type?.trim().toLowerCase() ?? '';
  if (known === '') reading.oddity('no_employment_type');
  else if (!kindOf.has(known)) reading.oddity('unknown_employment_type');
  return kindOf.get(known) ?? 'employee';
}
