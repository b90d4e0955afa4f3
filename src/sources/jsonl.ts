import { linesOf } from './_text.js';
import { type Field, fields, type IncomingRow, type Reading, type Source } from './source.js';

/** Spells as JSON objects, one per line. */
export const jsonl: Source = {
  name: 'jsonl',
  title: 'JSON Lines of career spells',
  description:
    'One object per line and spell: person, employer, start and optionally end, title, kind, country, source. Other field names are mapped.',
  accepts: 'one JSON object per line, UTF-8, also gzip',
  homepage: 'https://jsonlines.org',
  licence: null,
  example: 'mercato load jsonl careers.jsonl.gz --map employer=company --observed-until 2026-06-30',
  mappable: true,
  oddities: [],
  rows,
};

async function* rows(reading: Reading): AsyncGenerator<readonly IncomingRow[]> {
  const keys = fields.map((field) => [field, reading.map.get(field) ?? field] as const);
  for await (const lines of linesOf(reading.file)) {
    const block: IncomingRow[] = [];
    for (const { line, text } of lines) {
      if (text.trim() === '') continue;
      const found = parsed(text);
      if (found === null) {
        const reason = 'no JSON object';
        reading.bad({ line, field: 'row', value: text.slice(0, 80), reason });
        continue;
      }
      const row: { line: number } & Partial<Record<Field, string | null>> = { line };
      const odd = keys.find(([, key]) => typeof found[key] === 'object' && found[key] !== null);
      if (odd) {
        const reason = 'a list or object where text is due';
        reading.bad({ line, field: odd[0], value: JSON.stringify(found[odd[1]]).slice(0, 80), reason });
        continue;
      }
      for (const [field, key] of keys) {
        const value = found[key];
        row[field] = value === undefined || value === null ? null : String(value);
      }
      block.push(row);
    }
    yield block;
  }
}

function parsed(text: string): { readonly [key: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}
