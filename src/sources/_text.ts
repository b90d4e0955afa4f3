import { MercatoError } from '../errors.js';
import { type InputFile, unpacked } from '../files/index.js';

/** Longest line that is read; a longer one is a broken file, not a CV. */
export const longestLine = 1_000_000;

/**
 * The text of a file in pieces that end at a line break, with the number of the first line of each. Gzip is
 * recognised by its first bytes, a byte-order mark is dropped.
 *
 * @param longest longest line that is read
 * @throws MercatoError `source` for a cut-off gzip, bytes that are no UTF-8 and a line beyond the longest
 */
export async function* textOf(
  file: InputFile,
  longest: number = longestLine,
): AsyncGenerator<{ readonly line: number; readonly text: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let rest = '';
  for await (const bytes of unpacked(file)) {
    const text = decoded(bytes, decoder, file, () => line, true);
    const end = text.lastIndexOf('\n') + 1;
    // Only what is new is searched: a long line comes in a thousand pieces.
    const whole = end === 0 ? '' : rest + text.slice(0, end);
    rest = end === 0 ? rest + text : text.slice(end);
    if (rest.length > longest) throw tooLong(file, line + breaks(whole), longest);
    if (end === 0) continue;
    checkLengths(whole, file, line, longest);
    yield { line, text: whole };
    line += breaks(whole);
  }
  const last = rest + decoded(new Uint8Array(), decoder, file, () => line, false);
  if (last !== '') yield { line, text: last };
}

/**
 * The text of a file in pieces cut anywhere, for formats whose lines may have any length. Gzip and a byte-order mark as
 * in `textOf`.
 */
export async function* piecesOf(file: InputFile): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const bytes of unpacked(file)) {
    const text = decoded(bytes, decoder, file, () => line, true);
    line += breaks(text);
    if (text !== '') yield text;
  }
  const last = decoded(new Uint8Array(), decoder, file, () => line, false);
  if (last !== '') yield last;
}

/** The lines of a file with their numbers, in blocks, without their line breaks. */
export async function* linesOf(
  file: InputFile,
  longest: number = longestLine,
): AsyncGenerator<readonly { readonly line: number; readonly text: string }[]> {
  for await (const piece of textOf(file, longest)) {
    const lines = piece.text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    yield lines.map((text, i) => ({
      line: piece.line + i,
      text: text.endsWith('\r') ? text.slice(0, -1) : text,
    }));
  }
}

function decoded(
  bytes: Uint8Array,
  decoder: InstanceType<typeof TextDecoder>,
  file: InputFile,
  line: () => number,
  stream: boolean,
): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch (error) {
    throw new MercatoError(
      'source',
      `invalid UTF-8 (${file.name}:${line() + goodBreaks(bytes)}); convert the file to UTF-8`,
      { cause: error },
    );
  }
}

/** Line breaks before the first byte sequence that is no UTF-8. */
function goodBreaks(bytes: Uint8Array): number {
  // A character that began in the piece before cannot be told from a wrong one here: pass over its rest.
  let from = bytes.findIndex((byte) => byte < 0x80 || byte > 0xbf);
  for (let lines = 0; ; lines++) {
    const to = bytes.indexOf(0x0a, from) + 1;
    if (to === 0 || !isUtf8(bytes.subarray(from, to))) return lines;
    from = to;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== undefined;
  } catch {
    return false;
  }
}

function checkLengths(text: string, file: InputFile, line: number, longest: number): void {
  if (text.length <= longest) return;
  let from = 0;
  for (let at = line; from < text.length; at++) {
    const to = text.indexOf('\n', from);
    if (to - from > longest) throw tooLong(file, at, longest);
    from = to + 1;
  }
}

function tooLong(file: InputFile, line: number, longest: number): MercatoError {
  return new MercatoError(
    'source',
    `line of more than ${longest} characters (${file.name}:${line}); is this the right file and format?`,
  );
}

/** Line breaks in a text. */
export function breaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
