import { monthNamed } from './_months.js';
import { csv } from './csv.js';
import type { Field, IncomingRow, Reading, Source } from './source.js';

/** The columns of the export; whose they are, the file does not say. */
const columns: ReadonlyMap<Field, string> = new Map([
  ['person', 'Company Name'],
  ['employer', 'Company Name'],
  ['start', 'Started On'],
  ['end', 'Finished On'],
  ['title', 'Title'],
]);

/** The positions of one person, as LinkedIn gives them to their owner. */
export const linkedin: Source = {
  name: 'linkedin',
  title: 'LinkedIn export of one person',
  description:
    'Positions.csv of the export that LinkedIn gives to a member. One file is one person: whose it is, --person says; without it each file is somebody of their own. Months may be named in English or French. Description and location are read past.',
  accepts: 'CSV as exported, also gzip',
  homepage: 'https://www.linkedin.com/help/linkedin/answer/a1339364',
  licence: null,
  example: 'mercato load linkedin Positions.csv --person github:LOGIN --observed-until 2026-06-30',
  mappable: false,
  oddities: [],
  isOnePerson: true,
  rows,
};

async function* rows(reading: Reading): AsyncGenerator<readonly IncomingRow[]> {
  for await (const block of csv.rows?.({ ...reading, map: columns }) ?? []) {
    yield block.map((row) => ({
      ...row,
      person: reading.person,
      start: dateIn(row.start ?? ''),
      end: dateIn(row.end ?? ''),
    }));
  }
}

/** `Sep 2019` or `sept. 2019` as `2019-09`; anything else stays as it is. */
function dateIn(text: string): string {
  const [, name = '', year] = /^(\p{L}+\.?)\s+(\d{4})$/u.exec(text.trim()) ?? [];
  const month = monthNamed(name);
  return month === undefined ? text.trim() : `${year}-${month}`;
}
