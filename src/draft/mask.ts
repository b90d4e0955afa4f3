import type { Organisation } from '../organisations/index.js';
import { ends, keyOf, keysOf, listOf, type Name, sameAs } from './_called.js';
import { capitalWords, doubleWords, smallWords, titleWords } from './_capitals.js';
import { withoutContacts } from './_contacts.js';
import { calledFirm, isTrusted } from './_firms.js';
import { isGiven } from './_given.js';
import { littleWords, properNouns } from './_little.js';
import { officeNouns } from './_roles.js';
import { type Capital, capitalsIn, runsOf, startOf } from './_runs.js';
import type { ArticleLanguage } from './language.js';
import type { Named, Names } from './mentions.js';
import type { Person } from './people.js';
import type { Span } from './sentences.js';

/** Puts a mark in place of the names of private people. */
export interface Mask {
  (text: string): string;
  /** How many people the mask has hidden so far. */
  hidden(): number;
}

/** What a mask knows of an article. */
export interface Masking {
  readonly article: string;
  readonly sentences: readonly string[];
  readonly people: readonly Person[];
  /** Names of claimants. */
  readonly kept: ReadonlySet<string>;
  readonly names: Names;
  readonly registry: readonly Organisation[];
  readonly lang: ArticleLanguage;
}

const word: Readonly<Record<ArticleLanguage, string>> = { en: 'person', fr: 'personne' };
const nobiliary = /^(?:La|Le|Les|Du|Des|De|El|Al)$/;
const offices = new Set(officeNouns.flatMap((phrase) => phrase.toLowerCase().split(/[\s'*]+/)));
const opens = /(?:^|[.!?:;…»”"«“(•*–—]\s?|(?:^|\s)-\s)$/u;
const dated =
  /(?:^|\s)(?:in|on|since|last|next|this|until|by|of|early|late|en|depuis|le|fin|début|dès|jusqu'en|jusqu'à|du|au|de)\s$/iu;

/**
 * Masks the names of people who hold no office and make no claim, with mail addresses, accounts and telephone numbers of anybody.
 *
 * Every word with a capital is a name unless something speaks against it: an organisation of the registry, a medium, a firm that the words beside it call one, an
 * office-holder or a claimant, a place, day, people or product, an acronym, the first word of a sentence, or a word that the article has in small letters too. Rather too much is
 * masked than too little. One person has one mark in the whole draft, with surname alone, with a title, in capitals or by initials.
 */
export function masking(known: Masking): Mask {
  const { article, sentences, people, kept, registry, lang } = known;
  const shownPeople = people.filter((one) => one.role !== undefined || kept.has(one.name));
  const officers = registry.flatMap((row) => row.officers.map(({ name }) => name));
  const shown = [...new Set([...shownPeople.map(({ name }) => name), ...officers, ...kept])];
  const parts = new Set(shown.flatMap((name) => [keyOf(name), ...ends(name).map(keyOf)]));
  const small = new Set(article.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{N}-]*/gu) ?? []);
  const full = shown.filter((name) => /\s/.test(name));
  const look: Look = {
    ...known,
    small,
    parts,
    full: full.length === 0 ? null : anyName(full),
    firms: new Set(),
  };
  const found = sentences.flatMap((line) => namesOf(line, look));
  for (const one of found) if (calledFirm(one.text, one, one.line)) look.firms.add(keyOf(one.text));
  const others = people
    .filter((one) => !shownPeople.includes(one) && !isSmall(one.name))
    .map(({ name }) => name);
  const list = listOf(
    [...others, ...found.map(({ text }) => text)].filter((text) => !look.firms.has(keyOf(text))),
  );
  const hiddenParts = new Set(list.flatMap(({ keys }) => (keys.length > 1 ? keys : [])));
  let count = 0;
  const markOf = (name: string): string => {
    const keys = keysOf(name);
    const same = sameAs(keys, list);
    const one: Name = same ?? { keys };
    if (same === undefined) list.push(one);
    if (one.mark === undefined) {
      count += 1;
      one.mark = `[${word[lang]} ${count}]`;
    }
    return one.mark;
  };
  const mask = (text: string): string => {
    const clean = withoutContacts(text, lang);
    let [done, at] = ['', 0];
    for (const { start, end, text: name } of namesOf(clean, look, hiddenParts)) {
      if (look.firms.has(keyOf(name)) || start < at) continue;
      done += clean.slice(at, start) + markOf(name);
      at = end;
    }
    return done + clean.slice(at);
  };
  return Object.assign(mask, { hidden: () => count });
}

interface Look extends Masking {
  readonly small: ReadonlySet<string>;
  /** Names of those who stay, and their parts. */
  readonly parts: ReadonlySet<string>;
  readonly full: RegExp | null;
  readonly firms: Set<string>;
}

interface Found extends Span {
  readonly text: string;
  readonly line: string;
}

const nearBefore = (text: string, at: number): string => text.slice(Math.max(0, at - 60), at);
const none: ReadonlySet<string> = new Set();

/** Names in a text that nothing speaks against, with where they stand. */
function namesOf(text: string, look: Look, hidden: ReadonlySet<string> = none): readonly Found[] {
  const fixed = fixedIn(text, look);
  const words = capitalsIn(text).filter((one) => !fixed.some((f) => f.start < one.end && f.end > one.start));
  return runsOf(words, text, (one) => nobiliary.test(one.text) || !isPlain(one.text, look)).flatMap(
    (run): Found[] => {
      const rest = nameIn(run, text, look, hidden);
      if (rest.length === 0) return [];
      const [first, end] = [startOf(rest, text), rest.at(-1)?.end ?? 0];
      return [{ text: text.slice(rest[0]?.start ?? first, end), start: first, end, line: text }];
    },
  );
}

/** The words of a run that are a name; none where all speaks against it. */
function nameIn(
  run: readonly Capital[],
  text: string,
  look: Look,
  hidden: ReadonlySet<string>,
): readonly Capital[] {
  const [head] = run;
  if (head === undefined) return [];
  let rest = run;
  const before = nearBefore(text, head.start);
  const isFirst = opens.test(before);
  let isTitled = false;
  for (;;) {
    const [one, next] = rest;
    if (one === undefined) return [];
    const lower = one.text.toLowerCase();
    const isTitle = titleWords.has(one.text) || titleWords.has(one.text.replace(/\.$/, ''));
    const isOffice = next !== undefined && offices.has(lower) && !isGiven(one.text);
    const isDay = one === head && next !== undefined && properNouns.has(lower) && dated.test(before);
    const isOpener =
      isFirst &&
      one === head &&
      (littleWords.has(lower) || isSmallHere(lower, look)) &&
      (next === undefined || !(doubleWords.has(lower) || (isGiven(one.text) && !littleWords.has(lower))));
    const isOpenerBehind = isFirst && one !== head && littleWords.has(lower) && !doubleWords.has(lower);
    if (!(isTitle || isOffice || isDay || isOpener || isOpenerBehind)) break;
    isTitled = isTitle;
    rest = rest.slice(1);
  }
  const name = text.slice(rest[0]?.start, rest.at(-1)?.end);
  if (look.parts.has(keyOf(name))) return [];
  const isHidden = rest.length === 1 && hidden.has(keyOf(name));
  return isTitled || isHidden || !isKnown(rest, text, look) ? rest : [];
}

/** Whether words with a capital are known to be no name. */
function isKnown(run: readonly Capital[], text: string, look: Look): boolean {
  const [first] = run;
  if (first === undefined) return true;
  const isCalm =
    run.length === 1 ||
    run.every(
      (one) => /\p{Ll}|^\p{Lu}{1,3}$|\p{N}/u.test(one.text) || capitalWords.has(one.text.toLowerCase()),
    );
  if (isCalm && run.every((one) => isNoName(one, text))) return true;
  const [lower, given] = [first.text.toLowerCase(), isGiven(first.text)];
  if (run.length === 1) {
    if (doubleWords.has(lower)) return false;
    return isPlain(first.text, look) || (look.small.has(lower) && !given) || littleWords.has(lower);
  }
  return (
    !given &&
    !doubleWords.has(lower) &&
    run.every((one) => (isCalm && isNoName(one, text)) || isPlain(one.text, look))
  );
}

/** Acronyms, initials alone, words with digits or capitals inside, units of money, and words that are never small. */
function isNoName({ text: written, start, end }: Capital, text: string): boolean {
  const lower = written.toLowerCase();
  if (/^\.\p{Ll}{2,4}(?!\p{L})/u.test(text.slice(end, end + 6))) return true;
  if (/\p{N}/u.test(written) || /^(?:\p{Lu}\.)+$/u.test(written)) return true;
  if (/\d\s?$/.test(nearBefore(text, start)) && /^\s?[$€£]/.test(text.slice(end, end + 2))) return true;
  if (!/\p{Ll}/u.test(written)) return /^\p{Lu}{1,5}$/u.test(written) || capitalWords.has(lower);
  if (/^(?!Mac|Van|Fitz|Saint)\p{Lu}\p{Ll}{2,}\p{Lu}/u.test(written)) return true;
  return (
    capitalWords.has(lower) ||
    (/^\p{Lu}.*-/u.test(written) &&
      written.split('-').every((part) => /^\p{Ll}/u.test(part) || capitalWords.has(part.toLowerCase())))
  );
}

function isPlain(written: string, look: Look): boolean {
  const lower = written.toLowerCase();
  return !doubleWords.has(lower) && (capitalWords.has(lower) || isSmallHere(lower, look));
}

function isSmallHere(lower: string, { small }: Look): boolean {
  return (
    smallWords.has(lower) ||
    small.has(lower) ||
    (lower.includes('-') && lower.split('-').every((part) => smallWords.has(part)))
  );
}

function isSmall(name: string): boolean {
  return capitalWords.has(name.toLowerCase());
}

/** Spans of a text that stay: organisations, media, firms that are called so, and the full names of those who stay. */
function fixedIn(text: string, { names, full, kept }: Look): readonly Span[] {
  const named = names(text);
  const stay = named.filter((one) =>
    one.kind === 'organisation' ? !isSurname(one, text, named) : isTrusted(one, text, kept),
  );
  return full === null
    ? stay
    : [
        ...stay,
        ...[...text.matchAll(full)].map((one) => ({ start: one.index, end: one.index + one[0].length })),
      ];
}

/** Whether the name of an organisation, one word, is the family name of somebody: behind a given name or a title. */
function isSurname({ start, end }: Named, text: string, named: readonly Named[]): boolean {
  if (/\s/.test(text.slice(start, end))) return false;
  const before = nearBefore(text, start);
  const given = /(?<![\p{L}'-])(\p{Lu}[\p{L}.-]*)\s$/u.exec(before)?.[1];
  if (given === undefined || named.some((one) => one.start < start && one.end >= start - 1)) return false;
  const lower = given.toLowerCase();
  if (titleWords.has(given)) return true;
  if (!isGiven(given) || littleWords.has(lower) || smallWords.has(lower)) return false;
  return !properNouns.has(lower) || !dated.test(before.slice(0, before.length - given.length - 1));
}

function anyName(names: readonly string[]): RegExp {
  const sources = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
