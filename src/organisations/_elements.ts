import { JSONParser } from '@streamparser/json';
import { MercatoError } from '../errors.js';

/** Bytes that one element of a list may have; a longer one is another file. */
const longestElement = 8 * 2 ** 20;
const lineBreak = 0x0a;

/** An element of a JSON list, with the line on which it ends. */
export interface Element {
  readonly line: number;
  readonly value: unknown;
}

/**
 * The elements of a JSON list of any length, in blocks, one element in memory at a time.
 *
 * @throws MercatoError `source` with file and line for JSON that is broken, cut off or no list
 */
export async function* elementsOf(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<readonly Element[]> {
  let line = 1;
  let block: Element[] = [];
  let isList = false;
  let pending = 0;
  const parser = new JSONParser({ paths: ['$.*'], keepStack: false });
  parser.onValue = ({ value, parent }) => {
    if (!Array.isArray(parent)) throw new Error('no list');
    block.push({ line, value });
    pending = 0;
  };
  const broken = (cause: unknown, what = 'broken JSON'): MercatoError =>
    new MercatoError('source', `${what} (${file}:${line}); fetch the file again`, { cause });
  for await (const chunk of chunks) {
    try {
      for (let from = 0; from < chunk.length; ) {
        const to = chunk.indexOf(lineBreak, from) + 1 || chunk.length;
        const part = chunk.subarray(from, to);
        isList ||= begins(part);
        pending += part.length;
        if (pending > longestElement) throw new Error(`more than ${longestElement} bytes in an element`);
        parser.write(part);
        if (part.at(-1) === lineBreak) line++;
        from = to;
      }
    } catch (error) {
      throw broken(error);
    }
    if (block.length > 0) yield block;
    block = [];
  }
  if (!isList) throw broken(null, 'no list of organisations');
  try {
    if (!parser.isEnded) parser.end();
  } catch (error) {
    throw broken(error, 'cut-off JSON');
  }
}

/** Whether the first thing in a document is a list; a byte-order mark and blanks may stand before it. */
function begins(part: Uint8Array): boolean {
  const first = part.find((byte) => byte > 0x20 && byte < 0x80);
  if (first === undefined) return false;
  if (first !== 0x5b) throw new Error('no list');
  return true;
}
