import { MercatoError } from '../errors.js';
import { toldXml } from './_xml.js';

/** Characters of the longest text that a cell may have, as the format says. */
export const longestCell = 32_767;

/** Most texts that cells may share, and their bytes: ten times those of a quarter of filings. */
const mostStrings = 2 ** 24;
const mostBytes = 2 ** 28;

/** Texts that cells share, by number. */
export interface Strings {
  readonly count: number;
  at(index: number): string;
}

/** No texts, for a workbook whose cells share none. */
export const noStrings: Strings = { count: 0, at: () => '' };

/**
 * The texts that the cells of a workbook share, kept as UTF-8 beside the heap and decoded one by one.
 *
 * @throws MercatoError `source` beyond the number and the bytes that are kept
 */
export async function stringsIn(bytes: AsyncIterable<Uint8Array>, where: string): Promise<Strings> {
  let kept = Buffer.alloc(2 ** 20);
  let ends = new Uint32Array(2 ** 16);
  let size = 0;
  let count = 0;
  const keep = (text: string): void => {
    const end = size + Buffer.byteLength(text);
    if (count === mostStrings || end > mostBytes) {
      throw new MercatoError(
        'source',
        `more than ${mostStrings} shared texts or ${mostBytes} bytes of them: ${where}; is this the right file?`,
      );
    }
    if (end > kept.length) kept = Buffer.concat([kept], Math.max(end, kept.length * 2));
    if (count === ends.length) {
      const more = new Uint32Array(count * 2);
      more.set(ends);
      ends = more;
    }
    kept.write(text, size);
    size = end;
    ends[count] = end;
    count++;
  };
  const text = textEars();
  const ears = {
    ...text,
    open: (name: string) => {
      if (name === 'si') text.take();
      text.open(name);
    },
    close: (name: string) => {
      text.close(name);
      if (name === 'si') keep(text.take());
    },
  };
  for await (const _ of toldXml(bytes, where, ears));
  return {
    count,
    at: (index) => kept.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]),
  };
}

/** Gathers the texts of `t`, of its runs too, and not how they are pronounced; `take` gives them and begins anew. */
export function textEars(others: readonly string[] = []) {
  let written = '';
  let open = false;
  let aloud = 0;
  return {
    open(name: string): void {
      if (name === 'rPh') aloud++;
      open = aloud === 0 && (name === 't' || others.includes(name));
    },
    close(name: string): void {
      if (name === 'rPh') aloud--;
      open = false;
    },
    text(text: string): void {
      if (!open) return;
      if (written.length + text.length > longestCell)
        throw new Error(`cell of more than ${longestCell} characters`);
      written += text;
    },
    take(): string {
      const text = written;
      written = '';
      return text.includes('_x') ? text.replace(escaped, unescaped) : text;
    },
  };
}

/** Characters that XML cannot hold are written `_x000D_`. */
const escaped = /_x([0-9A-Fa-f]{4})_/g;

function unescaped(_: string, hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
