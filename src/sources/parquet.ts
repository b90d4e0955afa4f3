import { MercatoError } from '../errors.js';
import { join, name, type Sql, sql, type Warehouse } from '../warehouse/index.js';
import { placesOf } from './_columns.js';
import { type Fields, type Reading, type Source, spellFields } from './source.js';

/** Spells in a Parquet file; the engine reads it. */
export const parquet: Source = {
  name: 'parquet',
  title: 'Parquet of career spells',
  description:
    'One row per spell: person, employer, start and optionally end, title, kind, country, source, weight. Other column names are mapped; dates may be dates or text.',
  accepts: 'one Parquet file, any size',
  homepage: 'https://parquet.apache.org',
  licence: null,
  example: 'mercato load parquet careers.parquet --observed-until 2026-06-30',
  mappable: true,
  oddities: [],
  select: async (reading, warehouse) => {
    const rows = await parquetRows(reading, warehouse, spellFields);
    return sql`select line as ordinal, p.*, cast(null as varchar) as seen_until from (${rows}) as p`;
  },
};

/** Rows of a Parquet file: `line`, from 1, and the fields as text, each in its column. */
export async function parquetRows(reading: Reading, warehouse: Warehouse, known: Fields): Promise<Sql> {
  const { file } = reading;
  const rows = warehouse.dialect.parquet(file.path);
  const columns = await warehouse.columns(sql`select * from ${rows}`).catch((error: unknown) => {
    throw new MercatoError('source', `not a Parquet file, or cut off: ${file.name}; write it again`, {
      cause: error,
    });
  });
  const names = columns.map((c) => c.name);
  const places = placesOf(reading, names, 1, known);
  const texts = known.known.map((field) => {
    const column = columns[places.get(field) ?? -1];
    if (column === undefined) return sql`cast(null as varchar) as ${name(field)}`;
    const dated = column.type.startsWith('TIMESTAMP')
      ? sql`cast(${name(column.name)} as date)`
      : name(column.name);
    return sql`cast(${dated} as varchar) as ${name(field)}`;
  });
  return sql`select file_row_number + 1 as line, ${join(texts)} from ${rows}`;
}
