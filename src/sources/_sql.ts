import { MercatoError } from '../errors.js';
import { breaks, longestLine, piecesOf } from './_text.js';
import type { InputFile } from './source.js';

/** A word, a string without its quotes, or a single mark of a file of SQL statements. */
export interface Token {
  readonly line: number;
  readonly kind: 'word' | 'text' | 'mark';
  readonly text: string;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  '0': '\0',
  Z: '\x1a',
};
const space = /\s/;
const word = /[\w$.\u0080-\uffff]+/y;

/**
 * The tokens of a file in MySQL's dialect, in blocks; comments (`--`, `#`, slash and star) are passed over.
 *
 * @throws MercatoError `source` for a string or comment that never closes, or is longer than `longestLine`
 */
export async function* tokensOf(file: InputFile): AsyncGenerator<readonly Token[]> {
  let line = 1;
  let rest = '';
  const cut = (text: string, isLast: boolean): Token[] => {
    const tokens: Token[] = [];
    let at = 0;
    while (at < text.length) {
      const end = endOf(text, at, isLast);
      if (end < 0) break;
      const found = tokenOf(text.slice(at, end), line);
      if (found) tokens.push(found);
      line += breaks(text.slice(at, end));
      at = end;
    }
    rest = text.slice(at);
    return tokens;
  };
  for await (const piece of piecesOf(file)) {
    yield cut(rest + piece, false);
    if (rest.length > longestLine) {
      throw new MercatoError(
        'source',
        `${nameOf(rest)} of more than ${longestLine} characters (${file.name}:${line}); does it close?`,
      );
    }
  }
  yield cut(rest, true);
  if (rest !== '') {
    throw new MercatoError(
      'source',
      `unclosed: ${nameOf(rest)} that opens and never closes (${file.name}:${line}); is the file cut off?`,
    );
  }
}

/** Where the token at a place ends; -1 where the text so far does not say. */
function endOf(text: string, at: number, isLast: boolean): number {
  const first = text[at] ?? '';
  if (space.test(first)) return at + 1;
  if (first === "'" || first === '"' || first === '`') return endOfQuoted(text, at, first, isLast);
  const isOpen = !isLast && at + 2 >= text.length;
  if ((first === '/' || first === '-') && isOpen) return -1;
  if (first === '/' && text[at + 1] === '*') {
    const close = text.indexOf('*/', at + 2);
    return close < 0 ? -1 : close + 2;
  }
  if (first === '#' || (first === '-' && text[at + 1] === '-' && space.test(text[at + 2] ?? ' '))) {
    const close = text.indexOf('\n', at);
    return close >= 0 ? close + 1 : isLast ? text.length : -1;
  }
  word.lastIndex = at;
  const length = word.exec(text)?.[0].length;
  return at + (length ?? 0) === text.length && !isLast ? -1 : at + (length ?? 1);
}

function endOfQuoted(text: string, at: number, quote: string, isLast: boolean): number {
  for (let i = at + 1; i < text.length; i++) {
    const mark = text[i];
    if (mark === '\\' && quote !== '`') i++;
    else if (mark === quote) {
      if (i + 1 === text.length && !isLast) return -1;
      if (text[i + 1] !== quote) return i + 1;
      i++;
    }
  }
  return -1;
}

function tokenOf(text: string, line: number): Token | null {
  const first = text[0] ?? '';
  if (space.test(first) || first === '#' || text.startsWith('/*') || text.startsWith('--')) return null;
  if (first === '`') return { line, kind: 'word', text: text.slice(1, -1).replaceAll('``', '`') };
  if (first !== "'" && first !== '"') {
    word.lastIndex = 0;
    return { line, kind: word.test(text) ? 'word' : 'mark', text };
  }
  const mask = first === "'" ? /\\([\s\S])|''/g : /\\([\s\S])|""/g;
  const plain = text
    .slice(1, -1)
    .replace(mask, (_, mark?: string) => (mark === undefined ? first : (escapes[mark] ?? mark)));
  return { line, kind: 'text', text: plain };
}

function nameOf(start: string): string {
  return start.startsWith('/*') ? 'a comment' : /^['"`]/.test(start) ? 'a string' : 'a word';
}
