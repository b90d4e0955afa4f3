import { MercatoError } from '../errors.js';
import { objectIn } from './_json.js';
import { linesOf } from './_text.js';
import { type Field, type IncomingRow, type Reading, type Source, spellFields } from './source.js';

/** Spells as JSON objects, one per line. */
export const jsonl: Source = {
  name: 'jsonl',
  title: 'JSON Lines of career spells',
  description:
    'One object per line and spell: person, employer, start and optionally end, title, kind, country, source, weight. Other field names are mapped.',
  accepts: 'one JSON object per line, UTF-8, also gzip',
  homepage: 'https://jsonlines.org',
  licence: null,
  example: 'mercato load jsonl careers.jsonl.gz --map employer=company --observed-until 2026-06-30',
  mappable: true,
  oddities: [],
  rows,
};

async function* rows(reading: Reading): AsyncGenerator<readonly IncomingRow[]> {
  const keys = spellFields.known.map((field) => [field, reading.map.get(field) ?? field] as const);
  const met = new Set<Field>();
  let last = 0;
  for await (const lines of linesOf(reading.file)) {
    const block: IncomingRow[] = [];
    for (const { line, text } of lines) {
      if (text.trim() === '') continue;
      const found = objectIn(text);
      if (found === null) {
        const reason = 'no JSON object';
        reading.bad({ line, field: 'row', value: text.slice(0, 80), reason });
        continue;
      }
      const row: { line: number } & Partial<Record<Field, string | null>> = { line };
      const odd = keys.find(([, key]) => typeof found[key] === 'object' && found[key] !== null);
      if (odd) {
        const reason = 'a list or object where text is due';
        reading.bad({ line, field: odd[0], value: odd[1], reason });
        continue;
      }
      last = line;
      for (const [field, key] of keys) {
        const value = found[key];
        if (value !== undefined) met.add(field);
        row[field] = value === undefined || value === null ? null : String(value);
      }
      block.push(row);
    }
    yield block;
  }
  const due = (field: Field): boolean => spellFields.required.includes(field) || reading.map.has(field);
  const lacking = keys.find(([field]) => last > 0 && due(field) && !met.has(field));
  if (lacking) {
    const [field, key] = lacking;
    throw new MercatoError(
      'source',
      `missing key: ${key} (${reading.file.name}:1-${last}), no row has it; map it with --map ${field}=KEY`,
    );
  }
}
