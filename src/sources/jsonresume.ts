import { asText, dateText, elementsOf } from './_json.js';
import type { IncomingRow, Reading, Source } from './source.js';

/** The work of one person in the JSON Resume format. */
export const jsonresume: Source = {
  name: 'jsonresume',
  title: 'JSON Resume of one person',
  description:
    'The work of a resume in the JSON Resume format. One file is one person: whose it is, --person says; without it each file is somebody of their own. Basics, education and volunteer work are read past.',
  accepts: 'one JSON object, also gzip',
  homepage: 'https://jsonresume.org/schema',
  licence: null,
  example: 'mercato load jsonresume resume.json --person email:ADDRESS --observed-until 2026-06-30',
  mappable: false,
  oddities: [{ rule: 'company_key', meaning: 'an older file says company for name; it is read as that' }],
  isOnePerson: true,
  rows,
};

async function* rows(reading: Reading): AsyncGenerator<readonly IncomingRow[]> {
  for await (const work of elementsOf(reading.file, 'work')) {
    yield work.flatMap(({ line, number, value }) => {
      if (value === null) {
        reading.bad({ line, field: 'work', value: `position ${number}`, reason: 'no JSON object' });
        return [];
      }
      const { name, company, position, startDate, endDate } = value;
      if (name === undefined && company !== undefined) reading.oddity('company_key');
      const row = {
        line,
        person: reading.person,
        employer: asText(name ?? company),
        start: dateText(startDate),
        end: dateText(endDate),
        title: asText(position),
      };
      return [row];
    });
  }
}
