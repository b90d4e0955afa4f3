import { linesOf } from './_text.js';
import type { IncomingRow, Reading, Source } from './source.js';

const spellLine = /^\t(.*?)(?: from (\d{4}-\d{2}-\d{2}))?(?: until (\d{4}-\d{2}-\d{2}))?\s*$/;
const headLine = /^(\S[^:]*):\s*(\S.*)?$/;
const snapshot = /\b(?:snapshot|as) of (\d{4}-\d{2}-\d{2})\b/i;
const noDate = '2100-01-01';

/**
 * Developer affiliations of the Cloud Native Computing Foundation. A block is one person, named by a handle; a
 * handle that stands for several blocks is that many people. Addresses are compared with the opt-out list and
 * not kept.
 */
export const cncf: Source = {
  name: 'cncf',
  title: 'CNCF developer affiliations',
  description:
    'developers_affiliations1.txt and its sisters: employers of the people who contribute to cloud-native projects, with dates. Every first spell of several has an unknown start; gaps cannot be seen, because an end is the next start.',
  accepts: 'text as published, also gzip',
  homepage: 'https://github.com/cncf/gitdm',
  licence: 'Apache-2.0',
  example: 'mercato load cncf developers_affiliations*.txt --observed-until 2023-03-29',
  mappable: false,
  oddities: [
    { rule: 'unknown_date', meaning: '2100-01-01 stands for an unknown date and is read as one' },
    { rule: 'needs_merging', meaning: 'a * after a handle is a note of the publisher and is dropped' },
    { rule: 'shared_handle', meaning: 'a handle that stands again is another person' },
  ],
  rows,
};

async function* rows(reading: Reading): AsyncGenerator<readonly IncomingRow[]> {
  const blocksOf = new Map<string, number>();
  let person: string | null = null;
  let isOut = false;
  const dated = (date: string | undefined): string => {
    if (date !== noDate) return date ?? '';
    reading.oddity('unknown_date');
    return '?';
  };
  for await (const lines of linesOf(reading.file)) {
    const block: IncomingRow[] = [];
    for (const { line, text } of lines) {
      if (text.startsWith('#')) {
        const day = snapshot.exec(text)?.[1];
        if (day !== undefined) reading.observedUntil(day);
      } else if (text.startsWith('\t')) {
        const found = spellLine.exec(text);
        if (!found || person === null) {
          const reason = person === null ? 'a spell before any person' : 'no spell';
          reading.bad({ line, field: 'row', value: text.trim().slice(0, 80), reason });
          continue;
        }
        if (isOut) {
          reading.oddity('opted_out');
          continue;
        }
        const [, employer, start, end] = found;
        block.push({
          line,
          person,
          employer: employer ?? '',
          start: dated(start),
          end: dated(end),
        });
      } else if (text.trim() !== '') {
        const head = headLine.exec(text);
        const written = head?.[1]?.trim();
        if (written === undefined) {
          person = null;
          reading.bad({
            line,
            field: 'row',
            // Addresses stay out of messages too.
            value: text.split(/[:!@]/)[0]?.slice(0, 40) ?? '',
            reason: 'neither a person nor a spell',
          });
          continue;
        }
        const handle = written.replace(/\*$/, '').trim();
        if (handle !== written) reading.oddity('needs_merging');
        const nth = (blocksOf.get(handle.toLowerCase()) ?? 0) + 1;
        blocksOf.set(handle.toLowerCase(), nth);
        if (nth > 1) reading.oddity('shared_handle');
        person = nth === 1 ? `github:${handle}` : `github:${handle}#${nth}`;
        const addresses = (head?.[2] ?? '').split(/[\s,]+/).filter((address) => address !== '');
        isOut = reading.optedOut?.(addresses.map((a) => `email:${a.replace('!', '@')}`)) ?? false;
      }
    }
    yield block;
  }
}
