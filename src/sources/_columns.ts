import { MercatoError, nearest } from '../errors.js';
import {
  type Field,
  type Fields,
  type IncomingRow,
  type Reading,
  type Source,
  spellFields,
} from './source.js';

/**
 * Which column of a file fills which field: as mapped, else the column of the same name in any case.
 *
 * @throws MercatoError `source` where a mapped or a required column is not there
 */
export function placesOf(
  reading: Reading,
  columns: readonly string[],
  line: number,
  { known: fields, required }: Fields = spellFields,
): Map<Field, number> {
  const where = `${reading.file.name}:${line}`;
  const known = columns.map((c) => c.trim().toLowerCase());
  const places = new Map<Field, number>();
  for (const field of fields) {
    const mapped = reading.map.get(field);
    const isMeant = (c: string, i: number): boolean =>
      mapped === undefined ? known[i] === field : c.trim() === mapped;
    const place = columns.findIndex(isMeant);
    if (columns.filter(isMeant).length > 1) {
      throw new MercatoError(
        'source',
        `two columns of one name: ${columns[place]} (${where}); give them different names`,
        { data: { field, columns: [...columns] } },
      );
    }
    if (place >= 0) places.set(field, place);
    else if (mapped !== undefined) {
      throw new MercatoError(
        'source',
        `no such column: ${mapped} (${where}); the file has ${columns.join(', ')}`,
        { data: { field, columns: [...columns] } },
      );
    } else if (required.includes(field)) {
      const close = columns.find((c) => c.toLowerCase().includes(field)) ?? nearest(field, columns);
      throw new MercatoError(
        'source',
        `missing column: ${field} (${where}); the file has ${columns.join(', ')}; map it with --map ${field}=${close ?? 'COLUMN'}`,
        { data: { field, columns: [...columns] } },
      );
    }
  }
  return places;
}

/** A row of cells as fields. */
export function rowOf(
  line: number,
  cells: readonly string[],
  places: ReadonlyMap<Field, number>,
): IncomingRow {
  const row: { line: number } & Partial<Record<Field, string | null>> = { line };
  for (const [field, place] of places) row[field] = cells[place] ?? null;
  return row;
}

/** @throws MercatoError `usage` where a field is mapped that files of a source do not have */
export function checkMap(
  { name, fields: { known } = spellFields }: Source,
  map: ReadonlyMap<Field, string>,
): void {
  const strange = [...map.keys()].find((field) => !known.includes(field));
  if (strange === undefined) return;
  throw new MercatoError('usage', `no such field: ${strange} (${name}); --map fills ${known.join(', ')}`);
}
