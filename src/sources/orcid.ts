import { MercatoError } from '../errors.js';
import { type InputFile, membersOf, packingOf, unpacked, wholeOf } from '../files/index.js';
import { idIn, isValidId, type OrcidRecord, recordOf } from './_orcid.js';
import { recordInXml } from './_orcidXml.js';
import { linesOf } from './_text.js';
import type { IncomingRow, Reading, Source } from './source.js';

/** Longest record that is read; the longest ones list tens of thousands of works. */
const longestRecord = 64 * 2 ** 20;
const rowsPerBlock = 1000;
const release = /ORCID_(\d{4})_(\d{2})_/i;

/**
 * Employments in the records of ORCID. Education, qualifications, memberships and services are no jobs and are left
 * out; names and biographies are read past and not kept.
 */
export const orcid: Source = {
  name: 'orcid',
  title: 'ORCID public data file',
  description:
    'Employments of researchers as they state them, or as their employers do: `source` is orcid:self or orcid:member, by who asserts it. ORCID_YYYY_10_summaries.tar.gz as downloaded, or records in JSON. People are their ORCID iDs, the same in every file. A missing day or month makes a date coarser, a missing start is unknown, a missing end open. Observed until the first day of the month in the file’s name, else the last change of a record that is read. Line is the number of the member in the archive.',
  accepts:
    'tar.gz, tar or zip of records in XML (schema 2 and 3) or JSON, one each; or a file of one record, or of one JSON record per line, also gzip',
  homepage: 'https://info.orcid.org/documentation/integration-guide/working-with-bulk-data/',
  licence: 'CC0-1.0',
  example: 'mercato load orcid ORCID_2025_10_summaries.tar.gz --skip-bad 10000',
  mappable: false,
  oddities: [
    {
      rule: 'closed_record',
      meaning: 'an error in place of a record, which was deactivated or locked, is passed over',
    },
  ],
  rows,
};

/** A record, or why it is none. */
interface Found {
  readonly line: number;
  /** What it is called: member, or file. */
  readonly name: string;
  readonly record: OrcidRecord | string;
}

async function* rows(reading: Reading): AsyncGenerator<readonly IncomingRow[]> {
  const [, year, month] = release.exec(reading.file.name) ?? [];
  if (year !== undefined) reading.observedUntil(`${year}-${month}-01`);
  let changed = '';
  let block: IncomingRow[] = [];
  for await (const { line, name, record } of recordsOf(reading.file)) {
    if (typeof record === 'string') {
      reading.bad({ line, field: 'row', value: name.slice(-80), reason: record });
      continue;
    }
    if (record.closed) reading.oddity('closed_record');
    if (record.modified !== null && record.modified > changed) changed = record.modified;
    if (record.employments.length === 0) continue;
    const id = record.id ?? idIn(name);
    if (id === null || !isValidId(id)) {
      const reason = 'no valid ORCID iD; its last character is a check of the others';
      reading.bad({ line, field: 'person', value: id ?? name.slice(-80), reason });
      continue;
    }
    block.push(...record.employments.map((employment) => ({ line, person: `orcid:${id}`, ...employment })));
    if (block.length >= rowsPerBlock) {
      yield block;
      block = [];
    }
  }
  yield block;
  if (changed !== '') reading.observedUntil(changed);
}

async function* recordsOf(file: InputFile): AsyncGenerator<Found> {
  const packing = await packingOf(file);
  if (packing === 'none') {
    yield* plainRecords(file);
    return;
  }
  let any = false;
  for await (const { number, name, open } of membersOf(file, packing, { bytesPerMember: longestRecord })) {
    if (!/\.(?:xml|json)$/i.test(name)) continue;
    any = true;
    const bytes = await wholeOf(open());
    yield { line: number, name, record: read(bytes, `${file.name}: ${JSON.stringify(name)}`) };
  }
  if (!any) {
    throw new MercatoError(
      'source',
      `no record in XML or JSON: ${file.name}; load the summaries, which hold them`,
    );
  }
}

/** A file that is no archive: XML is one record, JSON one record in all or one per line. */
async function* plainRecords(file: InputFile): AsyncGenerator<Found> {
  const first = await firstOf(file);
  if (first === '<' || /^[{[]\s*$/.test(first)) {
    yield { line: 1, name: file.name, record: read(await bounded(file), file.name) };
    return;
  }
  for await (const lines of linesOf(file, longestRecord)) {
    for (const { line, text } of lines) {
      if (text.trim() !== '') yield { line, name: file.name, record: parsed(text) };
    }
  }
}

/** The first line that is not blank, or `<` where that is how it begins. */
async function firstOf(file: InputFile): Promise<string> {
  for await (const lines of linesOf(file, longestRecord)) {
    const text = lines.find((line) => line.text.trim() !== '')?.text.trim();
    if (text !== undefined) return text.startsWith('<') ? '<' : text;
  }
  return '';
}

async function bounded(file: InputFile): Promise<Uint8Array> {
  let length = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of unpacked(file)) {
      length += part.length;
      if (length > longestRecord) {
        throw new MercatoError(
          'source',
          `record of more than ${longestRecord} bytes: ${file.name}; is this the right file?`,
        );
      }
      yield part;
    }
  };
  return wholeOf(counted());
}

/** The record in a document of either form, or why there is none. */
function read(bytes: Uint8Array, where: string): OrcidRecord | string {
  const start = bytes.findIndex((byte) => byte > 0x20 && byte < 0x80);
  if (bytes[start] !== 0x3c) return parsed(Buffer.from(bytes).toString());
  try {
    return recordInXml(bytes, where) ?? 'no ORCID record; load the summaries';
  } catch (error) {
    if (error instanceof MercatoError) throw error;
    const place = /^(\d+:\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    return `broken XML${place === undefined ? '' : ` at ${place}`}; fetch the file again`;
  }
}

function parsed(text: string): OrcidRecord | string {
  try {
    return recordOf(JSON.parse(text.replace(/^\ufeff/, ''))) ?? 'no ORCID record; load the summaries';
  } catch {
    return 'broken JSON; fetch the file again';
  }
}
