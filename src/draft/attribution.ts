import { wholeWords } from './_pattern.js';
import { accordingTo, denyingVerbs, papers, sayingVerbs } from './_verbs.js';
import type { Sentence, Span } from './sentences.js';
import { type Memory, type ReadSentence, type Speaker, sourceOf, speakerOf, subjectOf } from './speakers.js';

/** That somebody says what stands in a stretch of the article. */
export interface Attribution {
  readonly speaker: Speaker;
  /** What is said, in offsets of the article. */
  readonly scope: Span;
  /** The verb, in offsets of the article. */
  readonly at: Span;
  /** `source` where the words are those of "according to"; `quote` where they stand in quotes; `study` where a study told before is likely meant. */
  readonly by: 'verb' | 'source' | 'quote' | 'study';
  readonly denies: boolean;
}

/** A sentence of an article with its place and everything that it names. */
export type PlacedSentence = Sentence & ReadSentence;

const saying = wholeWords(sayingVerbs);
const denying = wholeWords(denyingVerbs);
const sourcing = wholeWords(accordingTo);
const study = wholeWords(papers);

/**
 * Who says what in an article?
 *
 * A verb of saying with its subject covers the sentence; so does "according to". A quote is said by whom the words beside it name, and one without such words
 * by whom its paragraph quoted before. Sentences of a paragraph that follow the naming of a study and attribute nothing are likely the study's.
 *
 * Rows: in the order of the text.
 */
export function attributionsOf(sentences: readonly PlacedSentence[]): readonly Attribution[] {
  const all: Attribution[] = [];
  const memory: Memory = {};
  let paragraph = 0;
  let told: Speaker | undefined;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      told = undefined;
    }
    const own = ownOf(sentence, memory);
    all.push(...own);
    const quotes = sentence.quotes.filter((quote) => isSpeech(quote, sentence));
    for (const quote of quotes) {
      const by = speakerOfQuote(quote, own, sentence, memory);
      if (by) all.push({ speaker: by, scope: quote, at: quote, by: 'quote', denies: false });
    }
    const last = own.at(-1)?.speaker;
    const named = studyIn(sentence);
    if (named) memory.study = named;
    if (last && last.kind !== 'nameless') memory.speaker = last;
    const paper =
      named ??
      own.find((one) => isStudy(one.speaker) && (one.by === 'source' || one.speaker === memory.study))
        ?.speaker;
    if (own.length === 0 && quotes.length === 0 && told)
      all.push({
        speaker: { ...told, score: 0.6 },
        scope: sentence,
        at: sentence,
        by: 'study',
        denies: false,
      });
    told = paper ?? told;
    remember(sentence, memory);
  }
  return all;
}

/** Who says what stands at a place: the quote that holds it, else the nearest verb of its sentence. */
export function attributionAt(all: readonly Attribution[], at: Span): Attribution | null {
  const over = all.filter(({ scope }) => scope.start <= at.start && scope.end >= at.end);
  const quoted = over.findLast((one) => one.by === 'quote');
  if (quoted) return quoted;
  const before = over.filter((one) => one.at.start < at.start);
  const behind = over.filter((one) => one.at.start >= at.start);
  const pick = before.findLast((one) => one.by === 'verb') ?? behind[0] ?? before.at(-1) ?? null;
  const source = over.find((one) => one.by === 'source');
  const trailing = behind.find((one) => one.by === 'verb');
  if (pick?.by === 'verb' && trailing && pick.speaker.kind === 'nameless') return trailing;
  return pick === null || (source && pick.by === 'verb' && pick.at.start > at.end) ? (source ?? pick) : pick;
}

function ownOf(sentence: PlacedSentence, memory: Memory): readonly Attribution[] {
  const { text } = sentence;
  const found: Attribution[] = [];
  const placed = (start: number, end: number): Span => ({
    start: sentence.start + start,
    end: sentence.start + end,
  });
  for (const one of text.matchAll(sourcing)) {
    const words = { start: one.index, end: one.index + one[0].length };
    if (
      isQuoted(sentence, words.start) ||
      (/^per$/i.test(one[0]) && !/^\s\p{Lu}/u.test(text.slice(words.end))) ||
      (/^d'après$/i.test(one[0]) && /^\s(?:cela|lui-même)/.test(text.slice(words.end)))
    )
      continue;
    if (/^\slequel|^\slaquelle|^\sque/.test(text.slice(words.end))) continue;
    found.push({
      speaker: sourceOf(sentence, words, memory),
      scope: sentence,
      at: placed(words.start, words.end),
      by: 'source',
      denies: false,
    });
  }
  const bracketed = /\(([^()]{2,40})\)[.\s]*$/u.exec(text);
  const medium =
    bracketed && sentence.mentions.find((m) => m.kind === 'medium' && m.start === bracketed.index + 1);
  if (bracketed && medium)
    found.push({
      speaker: speakerOf(medium, 0.8),
      scope: sentence,
      at: placed(medium.start, medium.end),
      by: 'source',
      denies: false,
    });
  let from = 0;
  for (const one of text.matchAll(saying)) {
    const verb = { start: one.index, end: one.index + one[0].length };
    if (isQuoted(sentence, verb.start) || !isVerb(text, verb)) continue;
    const speaker = subjectOf(sentence, verb, memory, from);
    from = verb.end;
    if (speaker === null) continue;
    denying.lastIndex = 0;
    found.push({
      speaker,
      scope: sentence,
      at: placed(verb.start, verb.end),
      by: 'verb',
      denies: denying.test(one[0]),
    });
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

const nounly =
  /^(?:note|notes|report|reports|reported|claim|claims|estimate|estimates|forecast|forecasts|posts|show|shows|put|puts|finds|dispute|juge|rapporte|lance|montre|chiffre|avance|annonce|explique)$/i;
const determiner =
  /(?:^|[\s'])(?:the|an?|its|their|his|her|this|that|these|those|some|any|news|le|la|les|l|un|une|des|d|de|du|ses|son|sa|cette|ces|par|by|to|of|in|jobs?|media|as)\s$|(?:^|\s)[\p{L}]+'s\s$|^$/iu;

/** Whether a word that may be a noun is a verb here. */
function isVerb(text: string, { start, end }: Span): boolean {
  const word = text.slice(start, end);
  if (!nounly.test(word))
    return (
      !/(?:^|\s)(?:being|was|were|been|is|are)\s$/i.test(text.slice(0, start)) ||
      !/^(?:reported|estimated|said|put|rejected|dismissed)$/i.test(word)
    );
  return !determiner.test(text.slice(0, start)) && !/^\s(?:of|de|d')\b/.test(text.slice(end));
}

/** A quote that is speech and no name or single word. */
function isSpeech(quote: Span, { text, start }: PlacedSentence): boolean {
  const words = text
    .slice(Math.max(0, quote.start - start), Math.max(0, quote.end - start))
    .trim()
    .split(/\s+/);
  return words.length > 4;
}

function speakerOfQuote(
  quote: Span,
  own: readonly Attribution[],
  sentence: PlacedSentence,
  memory: Memory,
): Speaker | null {
  const verbs = own.filter((one) => one.at.end <= quote.start || one.at.start >= quote.end);
  const near = [...verbs].sort((a, b) => away(a.at, quote) - away(b.at, quote))[0];
  if (near) return near.speaker;
  if (quote.start < sentence.start || quote.end > sentence.end) return null;
  return memory.speaker?.kind === 'person' ? { ...memory.speaker, score: 0.6 } : null;
}

function away(at: Span, quote: Span): number {
  return at.start >= quote.end ? at.start - quote.end : quote.start - at.end;
}

function isQuoted({ quotes, start }: PlacedSentence, at: number): boolean {
  return quotes.some((quote) => quote.start <= start + at && quote.end > start + at);
}

function isStudy(speaker: Speaker): boolean {
  return speaker.kind === 'firm';
}

/** The firm whose study a sentence tells of. */
function studyIn({ text, mentions }: PlacedSentence): Speaker | undefined {
  study.lastIndex = 0;
  for (const found of text.matchAll(study)) {
    const end = found.index + found[0].length;
    const near =
      mentions.find((one) => one.kind === 'firm' && Math.abs(one.start - found.index) < 60) ??
      mentions.find(
        (one) =>
          one.kind === 'organisation' &&
          one.start >= end &&
          /^\s(?:de|d'|du|of|by|from)\s?(?:la\s|l'|le\s|the\s)?$/.test(text.slice(end, one.start)),
      );
    if (near && near.kind !== 'person') return { ...speakerOf(near, 0.6) };
  }
  return undefined;
}

function remember({ mentions }: PlacedSentence, memory: Memory): void {
  for (const one of mentions) {
    if (one.kind === 'person') memory.person = one;
  }
  const people = mentions.some((one) => one.kind === 'person');
  const organisation = mentions.find((one) => one.kind === 'organisation');
  if (people || organisation) memory.isPersonNearer = people;
  if (organisation?.kind === 'organisation') memory.organisation = organisation;
}
