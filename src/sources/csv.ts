import { placesOf, rowOf } from './_columns.js';
import { recordsOf } from './_records.js';
import {
  type Field,
  type Fields,
  type IncomingRow,
  type Reading,
  type Source,
  spellFields,
} from './source.js';

/** Spells in a CSV file with a head line; comma, semicolon or tab, as its head line has most of. */
export const csv: Source = {
  name: 'csv',
  title: 'CSV of career spells',
  description:
    'One row per spell: person, employer, start and optionally end, title, kind, country, source, weight. Other column names are mapped.',
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
  let places: Map<Field, number> | undefined;
  for await (const records of recordsOf(reading)) {
    const rows: IncomingRow[] = [];
    for (const { line, cells } of records) {
      if (places === undefined) places = placesOf(reading, cells, line, known);
      else rows.push(rowOf(line, cells, places));
    }
    yield rows;
  }
}
