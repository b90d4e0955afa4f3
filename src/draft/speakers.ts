import { littleWords, properNouns } from './_little.js';
import { anyOf, wholeWords } from './_pattern.js';
import { officeNouns } from './_roles.js';
import { firmPronouns, namelessSources, papers, personPronouns, spokesNouns } from './_verbs.js';
import type { Named } from './mentions.js';
import type { Person, PersonMention } from './people.js';
import type { Span } from './sentences.js';

/** Who says something: a person, an organisation, a medium, a paper; nobody named where `name` is null. */
export interface Speaker {
  readonly kind: 'person' | 'organisation' | 'firm' | 'medium' | 'nameless';
  readonly name: string | null;
  readonly person?: Person;
  readonly named?: Named;
  /** What may be who is meant, where nobody is named. */
  readonly score: number;
}

export type Mention = Named | PersonMention;

/** A sentence with everything that it names, in the order of the text. */
export interface ReadSentence extends Span {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** Whom the article last spoke of. */
export interface Memory {
  person?: PersonMention | undefined;
  organisation?: Named | undefined;
  /** Whether the person was named with or after the organisation. */
  isPersonNearer?: boolean;
  speaker?: Speaker | undefined;
  /** The firm whose study the article last told of. */
  study?: Speaker;
}

/** A source without a name. */
export const nameless: Speaker = { kind: 'nameless', name: null, score: 0 };

/** A mention as who says something. */
export function speakerOf(mention: Mention, score = 0.9): Speaker {
  return mention.kind === 'person'
    ? { kind: 'person', name: mention.person.name, person: mention.person, score }
    : { kind: mention.kind, name: mention.name, named: mention, score };
}

const personPronoun = wholeWords(personPronouns);
const firmPronoun = wholeWords(firmPronouns);
const spokes = wholeWords(spokesNouns);
const namelessSource = wholeWords(namelessSources);
const paper = wholeWords(papers);
const roleAlone = new RegExp(`${anyOf(officeNouns)}(?:\\s(?:de|d'|du|of|at|chez)\\s?)?`, 'giu');
const governed =
  /(?:^|[\s(])(?:de|d'|du|des|à|au|aux|chez|sur|dans|avec|en|vers|pour|contre|par|of|at|from|to|on|in|with|for|by|into|against|about|than|que|qu')\s?(?:la\s|le\s|l'|les\s|the\s|its\s|un\s|une\s|an?\s)?(?:[\p{L}-]+\s)?$/iu;

/** Whether a name before a verb is part of something else: "at Norvik", "de Norvik", "Norvik's". */
function isGoverned(text: string, mention: Mention): boolean {
  return governed.test(text.slice(0, mention.start)) || /^'s?\s/.test(text.slice(mention.end));
}

/**
 * Who is the subject of a verb of saying?
 *
 * Behind the verb where the name follows it ("said X", "a déclaré X"), else the nearest name before it in the sentence that no preposition
 * governs; an office, a pronoun or a word for a firm stands for whom the article spoke of last. A source without a name is nobody.
 */
export function subjectOf(sentence: ReadSentence, verb: Span, memory: Memory, from = 0): Speaker | null {
  const { text, mentions } = sentence;
  const behind = text.slice(verb.end);
  const inverted = /[,»”"]\s*(?:,\s*)?$/.test(text.slice(0, verb.start)) || verb.start < 3;
  const isInverted = /-t-(?:il|elle)/.test(text.slice(verb.start, verb.end));
  if (inverted && !isInverted) {
    const reach =
      /^(?:\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|encore|aussi|ainsi|\p{Ll}+ment)){0,2}[\s,]*(?:(?:le|la|l'|un|une|son|sa|the|an?|its|their|notre)\s?)?(?:[\p{Ll}'-]+\s){0,6}?[\p{Ll},' -]*$/u;
    const next = mentions.find((one) => one.start >= verb.end && reach.test(text.slice(verb.end, one.start)));
    const person = mentions.find(
      (one) =>
        one.kind === 'person' &&
        one.start >= verb.end &&
        one.start - verb.end < 60 &&
        !/[.;:«"“]/.test(text.slice(verb.end, one.start)),
    );
    const chosen = person ?? next;
    const lead = chosen === undefined ? '' : text.slice(verb.end, chosen.start);
    if (
      chosen &&
      !/^\s(?:in|on|dans|sur|to)\s/.test(behind) &&
      !/(?:^|\s)(?:que|qu'|that|avoir|être|how|why|what|if)(?:\s|$)|:/.test(lead)
    )
      return speakerOf(chosen);
  }
  const before = mentions.filter((one) => one.end <= verb.start && one.start >= from && !inQuotes(text, one));
  if (isInverted) return byPronoun(memory, true);
  const begin = phraseStart(text, from, verb.start);
  const phrase = text.slice(begin, verb.start);
  const within = before.filter((one) => one.start >= begin);
  const own = within.findLast((one) => !isGoverned(text, one));
  if (own) return speakerOf(own);
  const unknown = unknownIn(new RegExp(`(?:^|\\s)(${unknownName})\\s$`, 'u').exec(phrase)?.[1]);
  const isTold = begin > 0 || /\p{Ll}\p{Lu}|\s\p{Lu}/u.test(unknown?.name ?? '');
  if (unknown && within.length === 0 && isTold && !namelessIn(phrase)) return unknown;
  if (namelessIn(phrase)) {
    const house = within.find((one) => one.kind !== 'person');
    return house && house.kind !== 'organisation' ? speakerOf(house, 0.7) : nameless;
  }
  const isRelative = /^\s?(?:who|qui|which)\s/i.test(phrase);
  const organisations = before.filter((one) => one.kind === 'organisation');
  const nearest = organisations.find((one) => !isGoverned(text, one)) ?? organisations.at(-1);
  const stands = isRelative ? null : standIn(phrase, memory, nearest);
  if (stands !== null) return stands;
  const near = before.findLast((one) => !isGoverned(text, one));
  if (near !== undefined) return speakerOf(near, verb.start - near.end < 120 ? 0.8 : 0.5);
  const office = before.find((one) => one.kind === 'organisation' && roleBefore(text, one.start));
  if (office?.kind === 'organisation') return ofOffice(office, memory);
  return null;
}

/** Where the words begin that stand directly before a verb: behind the last comma, quote or conjunction. */
function phraseStart(text: string, from: number, verb: number): number {
  const breaks = [
    ...text.slice(from, verb).matchAll(/[,;:«»"“”(–]|\s(?:que|that|mais|but|tandis que|while)\s|\squ'/giu),
  ];
  const last = breaks.at(-1);
  return last === undefined ? from : from + last.index + Math.max(last[0].length, 1);
}

const unknownName = '\\p{Lu}[\\p{L}\\p{N}.&-]+(?:\\s(?:&\\s)?\\p{Lu}[\\p{L}\\p{N}.&-]*){0,3}';

/** A name of which nothing tells what it is, as who says something: likely a firm. */
function unknownIn(name: string | undefined): Speaker | null {
  const lower = name?.toLowerCase() ?? '';
  if (name === undefined || littleWords.has(lower) || properNouns.has(lower)) return null;
  return { kind: 'firm', name: name.replace(/\.$/, ''), score: 0.6 };
}

/** Who is named behind "according to". */
export function sourceOf(sentence: ReadSentence, words: Span, memory: Memory): Speaker {
  const { text, mentions } = sentence;
  const rest = text.slice(words.end);
  const reach = /^[^,.;:]*/.exec(rest)?.[0].length ?? 0;
  const end = words.end + reach;
  const inside = mentions.filter((one) => one.start >= words.end && one.start < end);
  const person = inside.find((one) => one.kind === 'person');
  const phrase = text.slice(words.end, end);
  const next = mentions.find((one) => one.start >= end && one.start - end < 3);
  if (person) return speakerOf(person);
  if (next?.kind === 'person' && officeIn(phrase)) return speakerOf(next);
  const lead = inside.find((one) => one.kind !== 'person');
  const role = lead !== undefined && roleBefore(text, lead.start);
  if (lead && role && lead.kind !== 'medium') return ofOffice(lead, memory);
  const before = lead === undefined ? phrase : text.slice(words.end, lead.start);
  const isNameless = namelessIn(before);
  if (lead && !(isNameless && !paperIn(before) && lead.kind !== 'medium'))
    return speakerOf(lead, isNameless ? 0.7 : 0.9);
  if (isNameless) return nameless;
  const unknown = unknownIn(new RegExp(`^s(?:thes|les|las|l')?(${unknownName})`, 'u').exec(phrase)?.[1]);
  if (unknown) return unknown;
  return standIn(phrase, memory, undefined) ?? nameless;
}

/** Whom a pronoun, a word for a firm or a spokesman stands for; null where the words hold none. */
export function standIn(words: string, memory: Memory, near: Mention | undefined): Speaker | null {
  const organisation = near ?? memory.organisation;
  if (spokesIn(words)) return organisation === undefined ? nameless : speakerOf(organisation, 0.7);
  if (namelessIn(words)) return nameless;
  if (test(personPronoun, words)) return byPronoun(memory, false);
  if (officeIn(words)) return memory.person === undefined ? null : speakerOf(memory.person, 0.6);
  if (!test(firmPronoun, words) && !paperIn(words)) return null;
  const { speaker, study } = memory;
  if (study && paperIn(words)) return study;
  if (speaker && (speaker.kind === 'firm' || speaker.kind === 'medium')) return { ...speaker, score: 0.6 };
  return organisation === undefined ? nameless : speakerOf(organisation, 0.6);
}

function byPronoun(
  { speaker, person, organisation, isPersonNearer }: Memory,
  maybeFirm: boolean,
): Speaker | null {
  if (speaker?.kind === 'person') return { ...speaker, score: 0.7 };
  if (person && !maybeFirm) return speakerOf(person, 0.6);
  if (person && isPersonNearer) return speakerOf(person, 0.6);
  if (speaker?.kind === 'organisation') return { ...speaker, score: 0.6 };
  if (organisation && maybeFirm) return speakerOf(organisation, 0.6);
  return person ? speakerOf(person, 0.6) : null;
}

function ofOffice(organisation: Named, { person, speaker }: Memory): Speaker {
  const holder = [speaker?.person, person?.person].find((one) => one?.at?.name === organisation.name);
  if (holder) return { kind: 'person', name: holder.name, person: holder, score: 0.7 };
  return { ...speakerOf(organisation, 0.5) };
}

function roleBefore(text: string, at: number): boolean {
  roleAlone.lastIndex = 0;
  return [...text.slice(0, at).matchAll(roleAlone)].some((found) => found.index + found[0].length >= at - 1);
}

const officeIn = (words: string): boolean => test(new RegExp(anyOf(officeNouns), 'iu'), words);
const spokesIn = (words: string): boolean => test(spokes, words);
const namelessIn = (words: string): boolean => test(namelessSource, words);
const paperIn = (words: string): boolean => test(paper, words);

function test(pattern: RegExp, words: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(words);
}

function inQuotes(text: string, { start }: Span): boolean {
  const before = text.slice(0, start);
  return (
    before.lastIndexOf('«') > before.lastIndexOf('»') ||
    before.lastIndexOf('“') > before.lastIndexOf('”') ||
    (before.match(/"/g)?.length ?? 0) % 2 === 1
  );
}
