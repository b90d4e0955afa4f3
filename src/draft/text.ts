import { MercatoError } from '../errors.js';
import { parseDate } from '../records/index.js';
import { textOfHtml } from './_html.js';

/** The most bytes that a file may have; a page carries scripts and pictures besides its text. */
export const longestArticle = 5_000_000;

/** The most letters of text: a long report has 200,000. */
const longestText = 300_000;

/** An article as read: its words, and what its page says of it. */
export interface Article {
  /** Paragraphs, one a line. */
  readonly text: string;
  /** Name of the publication. */
  readonly site?: string;
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  readonly published?: string;
  /** Where it can be read. */
  readonly address?: string;
}

/**
 * What does an article say?
 *
 * Text or HTML, in UTF-8, UTF-16 with its mark, or the encoding that the page names, else Windows-1252. HTML loses scripts, styles, menus and
 * what is hidden; nothing is run or fetched. Letters are composed (NFC), invisible characters dropped, kinds of spaces and apostrophes made one.
 *
 * @param file the file's name, for messages
 * @throws MercatoError `source`: too large, no text in it, or not text at all
 */
export function readArticle(bytes: Uint8Array, file: string): Article {
  tooLarge(bytes.length, file);
  const raw = decoded(bytes);
  if (raw.includes('\0')) {
    throw new MercatoError('source', `not a text: ${file}; give an article as text or HTML`);
  }
  if (!isHtml(raw, file)) return whole({ text: plain(raw) }, file);
  const { text, site, published, address } = textOfHtml(raw, file);
  return whole(
    {
      text: plain(text),
      ...(site === undefined ? {} : { site: plain(site) }),
      ...(published !== undefined && parseDate(published) !== null ? { published } : {}),
      ...(address !== undefined && /^https?:\/\/\S+$/.test(address) ? { address } : {}),
    },
    file,
  );
}

/** @throws MercatoError `source` where an article has more bytes than are read */
export function tooLarge(bytes: number, file: string): void {
  if (bytes <= longestArticle) return;
  const [size, most] = [bytes, longestArticle].map((n) => (n / 1e6).toFixed(1));
  throw new MercatoError(
    'source',
    `article too large: ${size} MB (${file}); at most ${most} MB are read, cut it`,
  );
}

function whole(article: Article, file: string): Article {
  if (article.text.length > longestText) {
    throw new MercatoError(
      'source',
      `article too long: ${article.text.length} characters (${file}); at most ${longestText} are read, cut it`,
    );
  }
  if (/\p{L}/u.test(article.text)) return article;
  throw new MercatoError('source', `no text: ${file}; give an article with words in it`);
}

function isHtml(raw: string, file: string): boolean {
  return /\.x?html?$/i.test(file) || /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b/i.test(raw);
}

function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(named(bytes)).decode(bytes);
  }
}

/** The encoding that a page names, where it is one that is known; Windows-1252 else. */
function named(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const label = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return label === undefined || /^utf-?8$/i.test(label) ? 'windows-1252' : new TextDecoder(label).encoding;
  } catch {
    return 'windows-1252';
  }
}

function plain(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\t\v\f\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .join('\n');
}
