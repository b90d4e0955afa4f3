import { type Organisation, type Resolver, resolver } from '../organisations/index.js';
import { littleWords, properNouns } from './_little.js';
import { media, mediaNouns, posts } from './_media.js';
import { anyOf, phrases } from './_pattern.js';
import { companyNouns, firmWords } from './_roles.js';
import type { Span } from './sentences.js';

/** A name in the article: an organisation of the registry, a firm that it does not know, or a medium. */
export interface Named extends Span {
  readonly kind: 'organisation' | 'firm' | 'medium';
  /** Title in the registry, else as written. */
  readonly name: string;
  /** Id in the registry. */
  readonly id?: string;
}

interface Token extends Span {
  readonly text: string;
}

/** Finds organisations and media in a text. */
export type Names = (text: string) => readonly Named[];

const longestName = 6;
const capital = /^\p{Lu}/u;
const gap = /^(?:[ '&-]| & |\. )$/u;
const firmWord = new Set(firmWords);
const company = anyOf(companyNouns);
const afterCompany = new RegExp(
  `${company}\\s(?:${anyOf(phrases('de conseil, américaine, américain, française, français, chinoise, européenne'))}\\s)?[«"“]?\\s?$`,
  'iu',
);
const dealt =
  /(?:capital\sd(?:e\s|')|parts?\sd(?:e\s|')|stake\sin\s|participation\s(?:[^,.;]{0,20}\s)?dans\s|rachat\sd(?:e\s|')|acquisition\s(?:of\s|d(?:e\s|'))|acquires?\s|acquired\s|acquérir\s|buys?\s|bought\s|rachète\s|racheté\s)$/u;
const study =
  /(?:étude|baromètre|enquête|rapport|sondage|study|survey|report|barometer)\s(?:de |d'|du |of |by |from )?$/iu;

/**
 * Finds the organisations that a text names, through the registry, and media.
 *
 * The longest name first, in its own case; a name of one word that the text also has in small letters is no name at the start of a sentence. A title without its
 * last word ("Halden" of "Halden Labs") counts behind "the company", or where the text has the whole title too. Behind a word for a firm, or with one as its last word, a name that
 * the registry does not know is a firm.
 */
export function namesIn(registry: readonly Organisation[], article: string): Names {
  const resolve = resolver(registry);
  const byId = new Map(registry.map((row) => [row.id, row]));
  const shorts = shortTitles(registry);
  const firsts = firstWords(registry);
  const small = new Set(article.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{N}-]*/gu) ?? []);
  const firms = new Set<string>();
  return (text) => {
    const found: Named[] = mediaIn(text);
    const tokens = tokensOf(text);
    for (let i = 0; i < tokens.length; i += 1) {
      for (let size = Math.min(longestName, tokens.length - i); size > 0; size -= 1) {
        const span = stretch(tokens, i, size, text);
        if (span === null || found.some((one) => one.start < span.end && one.end > span.start)) continue;
        const isKnown = firsts.has(tokens[i]?.text.toLowerCase() ?? '');
        const known = isKnown
          ? organisationAt(span, size, text, { resolve, byId, shorts, small, article })
          : null;
        const named = known ?? firmAt(span, size, text, firms);
        if (named === null) continue;
        found.push(named);
        i += size - 1;
        break;
      }
    }
    return found.sort((a, b) => a.start - b.start);
  };
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}+]|[.-](?=[\p{L}\p{N}]))*/gu)].map((found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function stretch(tokens: readonly Token[], from: number, size: number, text: string): Token | null {
  const [first, last] = [tokens[from], tokens[from + size - 1]];
  if (first === undefined || last === undefined) return null;
  for (let i = from; i < from + size - 1; i += 1) {
    if (!gap.test(text.slice(tokens[i]?.end, tokens[i + 1]?.start))) return null;
  }
  return { text: text.slice(first.start, last.end), start: first.start, end: last.end };
}

interface Known {
  readonly resolve: Resolver;
  readonly byId: ReadonlyMap<string, Organisation>;
  readonly shorts: ReadonlyMap<string, Organisation>;
  readonly small: ReadonlySet<string>;
  readonly article: string;
}

function organisationAt(span: Token, size: number, text: string, known: Known): Named | null {
  const written = span.text;
  const lower = written.toLowerCase();
  if (size === 1 && (littleWords.has(lower) || properNouns.has(lower))) return null;
  const of = (row: Organisation): Named => ({
    kind: 'organisation',
    name: row.title,
    id: row.id,
    start: span.start,
    end: span.end,
  });
  const before = text.slice(0, span.start);
  const { organisation, how } = known.resolve(written);
  const row =
    organisation === null || how === 'own' || how === 'state' ? undefined : known.byId.get(organisation);
  if (row !== undefined && inItsCase(written, size, row)) {
    const starts =
      size === 1 &&
      /(?:^|[.!?»”"]\s*)$/.test(before) &&
      known.small.has(lower) &&
      !/\p{Lu}/u.test(written.slice(1));
    if (!starts) return of(row);
  }
  const short = known.shorts.get(lower);
  if (short === undefined) return null;
  if (afterCompany.test(before)) return of(short);
  return capital.test(written) &&
    written.length > 2 &&
    !known.small.has(lower) &&
    known.article.includes(short.title)
    ? of(short)
    : null;
}

function inItsCase(written: string, size: number, row: Organisation): boolean {
  const spelt = [
    row.title,
    ...row.names.map(({ name }) => name),
    ...row.aliases,
    ...row.acronyms,
    ...row.domains,
  ];
  if (spelt.includes(written)) return size > 1 || written.length > 1;
  return size > 1
    ? capital.test(written)
    : spelt.some(
        (name) =>
          name.length > 3 &&
          name.toLowerCase() === written.toLowerCase() &&
          capital.test(written) &&
          /\p{Lu}/u.test(name),
      );
}

/** First words of everything that organisations are called, in small letters. */
function firstWords(registry: readonly Organisation[]): ReadonlySet<string> {
  const all = registry.flatMap((row) => [
    row.title,
    ...row.names.map(({ name }) => name),
    ...row.aliases,
    ...row.acronyms,
    ...row.domains,
  ]);
  return new Set(all.flatMap((name) => tokensOf(name)[0]?.text.toLowerCase() ?? []));
}

/** Titles without a last word that says what a firm is; those that two would share are left out. */
function shortTitles(registry: readonly Organisation[]): ReadonlyMap<string, Organisation> {
  const found = new Map<string, Organisation | null>();
  for (const row of registry) {
    const words = row.title.split(' ');
    if (words.length < 2 || !firmWord.has(words.at(-1) ?? '')) continue;
    const short = words.slice(0, -1).join(' ').toLowerCase();
    found.set(short, found.has(short) ? null : row);
  }
  return new Map([...found].flatMap(([short, row]) => (row === null ? [] : [[short, row] as const])));
}

function firmAt(span: Token, size: number, text: string, firms: Set<string>): Named | null {
  const words = span.text.split(/[ -]/).filter((word) => word !== '&');
  const of = (): Named => ({ kind: 'firm', name: span.text, start: span.start, end: span.end });
  const first = words[0]?.toLowerCase() ?? '';
  if (!words.every((word) => capital.test(word)) || littleWords.has(first)) return null;
  if (firms.has(span.text)) return of();
  const before = text.slice(0, span.start);
  const told =
    size <= 3 &&
    !properNouns.has(span.text.toLowerCase()) &&
    (afterCompany.test(before) || study.test(before) || dealt.test(before));
  const suffixed = size > 1 && (firmWord.has(words.at(-1) ?? '') || span.text.includes(' & '));
  if (!told && !suffixed) return null;
  firms.add(span.text);
  return of();
}

const longestFirst = [...media].sort((a, b) => b.length - a.length);
const mediaPattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${longestFirst.map((name) => name.replace(/\./g, '\\.')).join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
);
const common = new Set(
  phrases(
    'Time, Nature, Science, Capital, Mint, Fortune, Insider, Protocol, Puck, Marianne, Challenges, Quartz, Wired, Guardian, Vox, AP, FT, Insider',
  ),
);
const mediumNoun = anyOf(mediaNouns);
const calledMedium = new RegExp(
  `${mediumNoun}(?:\\s[\\p{L}']+){0,4}?\\s[«“"]\\s?([^»”"]{2,60}?)\\s?[»”"]`,
  'giu',
);
const mediumCalled = new RegExp(`[«“"]\\s?([\\p{Lu}][^»”"]{1,60}?)\\s?[»”"]\\s${mediumNoun}`, 'giu');
const plainMedium = new RegExp(`${mediumNoun}\\s(\\p{Lu}[\\p{L}']*(?:\\s\\p{Lu}[\\p{L}']*){0,3})`, 'gu');

const postPlace = new RegExp(`(?:sur|on|via)\\s(${posts.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

function mediaIn(text: string): Named[] {
  const found: Named[] = [];
  const put = (name: string, start: number): void => {
    if (!found.some((one) => one.start < start + name.length && one.end > start))
      found.push({ kind: 'medium', name, start, end: start + name.length });
  };
  for (const one of text.matchAll(mediaPattern)) {
    const before = text.slice(0, one.index);
    if (
      common.has(one[0]) &&
      !new RegExp(`(?:${mediumNoun}|\\b(?:the|The|par|by|to|le|du|au|dans|d'après|selon|in))\\s?$`, 'u').test(
        before,
      )
    )
      continue;
    put(one[0], one.index);
  }
  for (const one of text.matchAll(postPlace))
    if (one[1]) put(one[1], one.index + one[0].length - one[1].length);
  for (const pattern of [calledMedium, mediumCalled, plainMedium]) {
    for (const one of text.matchAll(pattern)) if (one[1]) put(one[1], one.index + one[0].indexOf(one[1]));
  }
  return found;
}

const name =
  /(?<![\p{L}\p{N}'-])\p{Lu}[\p{L}\p{N}]*\p{Ll}[\p{L}\p{N}]*(?:\s\p{Lu}[\p{L}\p{N}]*\p{Ll}[\p{L}\p{N}]*){0,2}(?![\p{L}\p{N}])/gu;

/**
 * Names that an article repeats, of which nothing tells what they are: taken for firms that the registry does not know.
 *
 * @param taken names that are something else
 */
export function unknownNames(text: string, taken: readonly Span[], article: string): readonly Named[] {
  return [...text.matchAll(name)].flatMap((found): Named[] => {
    let [start, words] = [found.index, found[0]];
    for (
      let first = words.split(' ')[0] ?? '';
      littleWords.has(first.toLowerCase()) && words !== first;
      first = words.split(' ')[0] ?? ''
    ) {
      start += first.length + 1;
      words = words.slice(first.length + 1);
    }
    const end = start + words.length;
    const lower = words.toLowerCase();
    if (
      words.length < 4 ||
      littleWords.has(lower) ||
      properNouns.has(lower) ||
      taken.some((one) => one.start < end && one.end > start)
    )
      return [];
    if (/^\s?\d/.test(text.slice(end)) || article.split(words).length < 3) return [];
    return new RegExp(`(?<![\\p{L}])${lower}(?![\\p{L}])`, 'u').test(article)
      ? []
      : [{ kind: 'firm', name: words, start, end }];
  });
}
