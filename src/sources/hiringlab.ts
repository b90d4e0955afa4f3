import { MercatoError } from '../errors.js';
import { type PostingSeries, parseDate, postingTable } from '../records/index.js';
import { recordsOf } from './_records.js';
import type { FileReading, FilledRow, TableSource } from './source.js';

/** Job postings of Indeed Hiring Lab: the share that names AI, and the indices of all and of new postings, by country and day. */
export const hiringlab: TableSource = {
  name: 'hiringlab',
  title: 'Indeed Hiring Lab job postings',
  description:
    'AI_posting.csv of ai-tracker, the share of job postings with keywords of artificial intelligence, in per cent; and aggregate_job_postings_CC.csv of job_postings_tracker, indices of all and of new postings of a country, with and without seasonal adjustment (1 February 2020 is 100). Daily values, each the mean of the seven days that end on its day. The indices are of all postings, not of those of one trade. Files by sector, city or state, and those of generative AI alone, are not read. The last day of a file is its observed-until.',
  accepts: 'CSV as published, also gzip',
  homepage: 'https://github.com/hiring-lab',
  licence: 'CC BY 4.0',
  example: 'mercato load hiringlab AI_posting.csv aggregate_job_postings_US.csv',
  oddities: [{ rule: 'no_value', meaning: 'a cell that is blank or NA gives no value and is read past' }],
  fills: postingTable,
  key: ['country', 'day', 'series'],
  rows,
};

/** Columns of a file by their meaning; those of the values with the series that they give for each `variable`. */
interface Shape {
  readonly day: number;
  readonly country: number;
  readonly variable: number | null;
  readonly values: readonly {
    readonly column: number;
    readonly series: Readonly<Record<string, PostingSeries>>;
  }[];
}

const adjusted = { 'total postings': 'total', 'new postings': 'new' } as const;
const unadjusted = { 'total postings': 'total_unadjusted', 'new postings': 'new_unadjusted' } as const;
const known = 'hiringlab reads AI_posting.csv and aggregate_job_postings_CC.csv';

async function* rows(reading: FileReading): AsyncGenerator<readonly FilledRow[]> {
  let columns: readonly string[] = [];
  let shape: Shape | undefined;
  for await (const records of recordsOf(reading)) {
    const filled: FilledRow[] = [];
    for (const { line, cells } of records) {
      if (shape === undefined) {
        columns = cells.map((cell) => cell.trim());
        shape = shapeOf(columns, reading.file.name, line);
      } else filled.push(...valuesOf(cells, line, shape, columns, reading));
    }
    yield filled;
  }
}

/** The share of AI is found by its pattern: the publisher's own readme names the column otherwise than the file. */
function shapeOf(columns: readonly string[], file: string, line: number): Shape {
  const where = `${file}:${line}`;
  const places = (pattern: RegExp): readonly number[] =>
    columns.flatMap((c, i) => (pattern.test(c) ? [i] : []));
  const one = (what: string, pattern: RegExp): number => {
    const [found, other] = places(pattern);
    if (found !== undefined && other === undefined) return found;
    const said =
      found === undefined
        ? `missing column: ${what}`
        : `two columns for ${what}: ${columns[found]}, ${columns[other ?? 0]}`;
    throw new MercatoError(
      'source',
      `${said} (${where}); the file has ${columns.join(', ').slice(0, 200)}; ${known}`,
    );
  };
  const [day, country] = [one('date', /^(?:modified_)?date$/i), one('jobcountry', /^(?:job_?)?country$/i)];
  const share =
    /^ma_share|(?:^|[_ ])ai(?:[_ ].*)?(?:share|per_?cent|pct)|(?:share|per_?cent|pct)(?:.*[_ ])?ai(?:[_ ]|$)/i;
  if (places(share).length > 0) {
    // A file of generative AI may have the very same columns.
    if (/gen.?ai/i.test(file))
      throw new MercatoError('source', `a file of generative AI alone: ${file}; ${known}`);
    return {
      day,
      country,
      variable: null,
      values: [{ column: one('AI share', share), series: { '': 'ai_share' } }],
    };
  }
  return {
    day,
    country,
    variable: one('variable', /^variable$/i),
    values: [
      { column: one('an AI share or an index that ends in _SA', /(?:^|_)sa$/i), series: adjusted },
      { column: one('an index that ends in _NSA', /(?:^|_)nsa$/i), series: unadjusted },
    ],
  };
}

function valuesOf(
  cells: readonly string[],
  line: number,
  { day, country, variable, values }: Shape,
  columns: readonly string[],
  reading: FileReading,
): readonly FilledRow[] {
  const cell = (place: number): string => (cells[place] ?? '').trim();
  const bad = (place: number, reason: string): readonly FilledRow[] => {
    reading.bad({ line, field: columns[place] ?? 'row', value: cell(place), reason });
    return [];
  };
  const date = parseDate(cell(day));
  if (date?.precision !== 'day') return bad(day, 'invalid date; write YYYY-MM-DD');
  if (reading.givenUntil !== undefined && date.earliest > reading.givenUntil) {
    return bad(day, `day after observed-until; the file is observed until ${reading.givenUntil}`);
  }
  if (!/^[A-Z]{2}$/.test(cell(country)))
    return bad(country, 'invalid country; write a code of two letters, as US');
  const found: FilledRow[] = [];
  for (const { column, series } of values) {
    const of = series[variable === null ? '' : cell(variable)];
    if (of === undefined)
      return bad(variable ?? 0, `unknown variable; one of ${Object.keys(series).join(', ')}`);
    if (['', 'NA'].includes(cell(column))) {
      reading.oddity('no_value');
      continue;
    }
    const value = /^\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(cell(column)) ? Number(cell(column)) : Number.NaN;
    if (!Number.isFinite(value) || value >= 1e6)
      return bad(column, 'invalid value; write a number of 0 or more');
    if (of === 'ai_share' && value > 100) return bad(column, 'share above 100 per cent; mend it');
    found.push({ line, values: [cell(country), date.earliest, of, value] });
  }
  reading.observedUntil(date.earliest);
  return found;
}
