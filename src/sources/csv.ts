import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { MercatoError } from '../errors.js';
import { placesOf, rowOf } from './_columns.js';
import { longestLine, textOf } from './_text.js';
import {
  type Field,
  type Fields,
  type IncomingRow,
  type Reading,
  type Source,
  spellFields,
} from './source.js';

const blockSize = 4096;

/** Spells in a CSV file with a head line; comma, semicolon or tab, as its head line has most of. */
export const csv: Source = {
  name: 'csv',
  title: 'CSV of career spells',
  description:
    'One row per spell: person, employer, start and optionally end, title, kind, country, source. Other column names are mapped.',
  accepts: 'comma, semicolon or tab, UTF-8, also gzip',
  homepage: 'https://www.rfc-editor.org/rfc/rfc4180',
  licence: null,
  example: 'mercato load csv careers.csv --map employer=company_name,start=from --observed-until 2026-06-30',
  mappable: true,
  oddities: [],
  rows: (reading) => csvRows(reading, spellFields),
};

/** Rows of a CSV file by the fields of its head line, in blocks. */
export async function* csvRows(reading: Reading, known: Fields): AsyncGenerator<readonly IncomingRow[]> {
  const { file } = reading;
  const pieces = textOf(file);
  const first = await pieces.next();
  if (first.done) throw new MercatoError('source', `empty file: ${file.name}; it needs a head line`);
  const head = first.value.text.slice(0, first.value.text.indexOf('\n') + 1 || undefined);
  const parser = parse({
    delimiter: [',', ';', '\t'].reduce((best, mark) => (count(head, mark) > count(head, best) ? mark : best)),
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestLine,
  });
  const text = (async function* () {
    yield unixLines(first.value.text);
    for await (const piece of pieces) yield unixLines(piece.text);
  })();
  const input = Readable.from(text);
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  let places: Map<Field, number> | undefined;
  let width = 0;
  let next = 1;
  let block: IncomingRow[] = [];
  try {
    for await (const { record, raw } of parser as AsyncIterable<{ record: string[]; raw: string }>) {
      const line = next + (/^\n*/.exec(raw)?.[0].length ?? 0);
      next += count(raw, '\n');
      if (places === undefined) {
        places = placesOf(reading, record, line, known);
        width = record.length;
      } else if (record.length !== width) {
        const reason = `${record.length} cells where the head line has ${width}`;
        reading.bad({ line, field: 'row', value: record.join(',').slice(0, 80), reason });
      } else block.push(rowOf(line, record, places));
      if (block.length === blockSize) {
        yield block;
        block = [];
      }
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new MercatoError('source', `broken CSV: ${said(error)} (${file.name}:${next}); mend the line`, {
        cause: error,
      });
    }
    throw error;
  }
  yield block;
}

/** Lines end in LF, so that they can be counted in what a row was read from. */
function unixLines(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

function said(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote that opens and never closes';
  if (error.code === 'CSV_MAX_RECORD_SIZE') return `a row of more than ${longestLine} characters`;
  return error.message.toLowerCase();
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
