import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { MercatoError } from '../errors.js';
import { longestLine, textOf } from './_text.js';
import type { FileReading } from './source.js';

const blockSize = 4096;

/** A record of a CSV file, with the line it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Records of a CSV file in blocks, the first of which is its head line; comma, semicolon or tab, as its head line has most of. A record of another
 * width than the head line is bad.
 *
 * @throws MercatoError `source` for an empty file and for what is no CSV
 */
export async function* recordsOf({ file, bad }: FileReading): AsyncGenerator<readonly CsvRecord[]> {
  const pieces = textOf(file);
  const first = await pieces.next();
  if (first.done) throw new MercatoError('source', `empty file: ${file.name}; it needs a head line`);
  const head = first.value.text.slice(0, first.value.text.indexOf('\n') + 1 || undefined);
  const parser = parse({
    delimiter: [',', ';', '\t'].reduce((best, mark) => (count(head, mark) > count(head, best) ? mark : best)),
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestLine,
  });
  const text = (async function* () {
    yield unixLines(first.value.text);
    for await (const piece of pieces) yield unixLines(piece.text);
  })();
  const input = Readable.from(text);
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  let width: number | undefined;
  let next = 1;
  let block: CsvRecord[] = [];
  try {
    for await (const { record, raw } of parser as AsyncIterable<{ record: string[]; raw: string }>) {
      const line = next + (/^\n*/.exec(raw)?.[0].length ?? 0);
      next += count(raw, '\n');
      if (width === undefined) {
        width = record.length;
        yield [{ line, cells: record }];
      } else if (record.length !== width) {
        const reason = `${record.length} cells where the head line has ${width}`;
        bad({ line, field: 'row', value: record.join(',').slice(0, 80), reason });
      } else block.push({ line, cells: record });
      if (block.length === blockSize) {
        yield block;
        block = [];
      }
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new MercatoError('source', `broken CSV: ${said(error)} (${file.name}:${next}); mend the line`, {
        cause: error,
      });
    }
    throw error;
  }
  yield block;
}

/** Lines end in LF, so that they can be counted in what a row was read from. */
function unixLines(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

function said(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote that opens and never closes';
  if (error.code === 'CSV_MAX_RECORD_SIZE') return `a row of more than ${longestLine} characters`;
  return error.message.toLowerCase();
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
