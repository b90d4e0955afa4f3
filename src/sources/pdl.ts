import { asList, asObject, asText, dateText, objectIn } from './_json.js';
import { linesOf } from './_text.js';
import type { IncomingRow, Reading, Source } from './source.js';

/** Levels of a title that say it is no employee's. */
const kindOf: ReadonlyMap<string, string> = new Map([
  ['training', 'intern'],
  ['unpaid', 'volunteer'],
]);

/** People of People Data Labs, under its ids. */
export const pdl: Source = {
  name: 'pdl',
  title: 'People Data Labs people',
  description:
    'One person per line with experience[]: company, title, dates. An id of the publisher is one person in every file; names, addresses and profiles are read past. The levels training and unpaid make an intern and a volunteer.',
  accepts: 'one JSON object per line and person, UTF-8, also gzip',
  homepage: 'https://docs.peopledatalabs.com/docs/fields',
  licence: null,
  example: 'mercato load pdl people.jsonl.gz --observed-until 2026-06-30',
  mappable: false,
  oddities: [
    { rule: 'no_company', meaning: 'an experience without the name of a company is at an unknown employer' },
    {
      rule: 'open_not_primary',
      meaning: 'an experience that has no end and is not the primary one is open nevertheless',
    },
  ],
  rows,
};

async function* rows(reading: Reading): AsyncGenerator<readonly IncomingRow[]> {
  for await (const lines of linesOf(reading.file)) {
    const block: IncomingRow[] = [];
    for (const { line, text } of lines) {
      if (text.trim() === '') continue;
      const found = objectIn(text);
      const id = asText(found?.id)?.trim() ?? '';
      const list = found?.experience ?? [];
      if (found === null || id === '' || !Array.isArray(list)) {
        const field = found === null ? 'row' : id === '' ? 'person' : 'experience';
        const reason = { row: 'no JSON object', person: 'no id', experience: 'no list of experience' }[field];
        reading.bad({ line, field, value: field, reason });
        continue;
      }
      for (const one of list) {
        const experience = asObject(one);
        if (experience !== null) block.push(spellOf(experience, line, `pdl:${id}`, reading));
        else reading.bad({ line, field: 'experience', value: 'experience', reason: 'no JSON object' });
      }
    }
    yield block;
  }
}

function spellOf(
  experience: { readonly [key: string]: unknown },
  line: number,
  person: string,
  reading: Reading,
): IncomingRow {
  const { start_date: start, end_date: end, is_primary: isPrimary } = experience;
  const title = asObject(experience.title);
  const company = asText(asObject(experience.company)?.name)?.trim() ?? '';
  const [place] = asList(experience.location_names);
  const levels = asList(title?.levels).map(String);
  if (company === '') reading.oddity('no_company');
  if ((end ?? '') === '' && isPrimary === false) reading.oddity('open_not_primary');
  return {
    line,
    person,
    employer: company || 'Unknown',
    start: dateText(start),
    end: dateText(end),
    title: asText(title?.name),
    kind: levels.map((level) => kindOf.get(level)).find((kind) => kind !== undefined) ?? null,
    country: asText(place)?.split(',').at(-1)?.trim() ?? null,
  };
}
