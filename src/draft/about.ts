import type { Comparator, Firmness } from '../claims/index.js';
import { blurring, falling, holds, leading, losing, narrowing, rising } from './_context.js';
import type { Topic } from './_cues.js';
import { type Attribution, attributionAt, type PlacedSentence } from './attribution.js';
import type { Guess } from './guess.js';
import type { ArticleLanguage } from './language.js';
import type { Named } from './mentions.js';
import { firmnessOf } from './mood.js';
import type { Quantity } from './numbers.js';
import type { Sides } from './sides.js';
import type { Mention } from './speakers.js';

/** Something that an article states and somebody may check. */
export interface Statement {
  readonly sentence: PlacedSentence;
  /** Absent for a statement without a figure. */
  readonly quantity?: Quantity;
  /** Year or date of a fact. */
  readonly year?: string;
  readonly attribution: Attribution | null;
  readonly firmness: Guess<Firmness>;
  readonly topics: readonly Guess<Topic>[];
  readonly sides: Sides;
  readonly direction?: Comparator;
  readonly scope: readonly { readonly word: string; readonly effect: string }[];
  /** A medium named in the sentence before. */
  readonly near?: string;
  /** Other sentences that state it. */
  readonly again: readonly number[];
}

/** A sentence and what the article said before it. */
export interface About {
  readonly sentence: PlacedSentence;
  readonly attributions: readonly Attribution[];
  readonly lang: ArticleLanguage;
  /** Organisations that the article spoke of, the last first. */
  readonly context: readonly Named[];
  /** The sentence before, of the same paragraph; empty where there is none. */
  readonly before: string;
  readonly near?: string;
  /** Statements before this sentence. */
  readonly found: readonly Statement[];
  /** The currency in which the article counts. */
  readonly usual: 'USD' | 'EUR' | 'GBP';
}

/** The parts of a statement that do not depend on its kind. */
export function frameOf(about: About, start: number, end: number, words = about.sentence.text) {
  const { sentence, attributions, lang, near } = about;
  const attribution = attributionAt(attributions, {
    start: sentence.start + start,
    end: sentence.start + end,
  });
  const firmness = firmnessOf(words, Math.min(start, words.length), attribution, lang);
  return {
    sentence,
    // Whoever denies a rumour is not who spreads it.
    attribution: firmness.value === 'rumour' && attribution?.denies ? null : attribution,
    firmness,
    scope: scopeOf(sentence.text),
    again: [],
    ...(near === undefined ? {} : { near }),
  };
}

/** Organisations of the last statement of some topics. */
export function lastSides({ found }: About, topics: readonly Topic[]): readonly Named[] {
  const last = found.findLast(
    ({ topics: [first], sides }) =>
      sides.organisations.length > 1 && topics.some((topic) => topic === first?.value),
  );
  return last?.sides.organisations ?? [];
}

/**
 * A sentence without whom its speaker is of: of "A, who invests at B, says that C" the claim is of C.
 *
 * @param speakers whether the speaker itself, a firm or medium, is left out too
 */
export function withoutSpeaker(sentence: PlacedSentence, attribution: Attribution | null): PlacedSentence {
  const person = sentence.mentions.find(
    (one) => one.kind === 'person' && one.person === attribution?.speaker.person,
  );
  const { speaker } = attribution ?? {};
  const isOut = (one: Mention): boolean => {
    if (one.kind === 'person') return false;
    if (speaker && (speaker.kind === 'firm' || speaker.kind === 'medium') && one.name === speaker.name)
      return true;
    if (!person || !attribution || one.start < person.end) return false;
    const verb = attribution.at.start - sentence.start;
    const between = sentence.text.slice(person.end, one.start);
    return (
      (verb > one.start && verb > person.start && /^\s?[,(]/.test(between)) ||
      (verb < person.start && /^\s?,/.test(between) && !/[,.;]/.test(between.replace(/^\s?,/, '')))
    );
  };
  return { ...sentence, mentions: sentence.mentions.filter((one) => !isOut(one)) };
}

/** Which way a sentence says that something goes. */
export function directionOf(text: string): { readonly direction?: Comparator } {
  if (holds(losing, text)) return { direction: 'more_than_reverse' };
  if (holds(leading, text)) return { direction: 'leads' };
  if (holds(rising, text)) return { direction: 'rises' };
  if (holds(falling, text)) return { direction: 'falls' };
  return {};
}

function scopeOf(text: string): Statement['scope'] {
  const words = (pattern: RegExp, effect: string) =>
    [...new Set([...text.matchAll(pattern)].map(([word]) => word.toLowerCase()))].map((word) => ({
      word,
      effect,
    }));
  return [...words(narrowing, 'narrows'), ...words(blurring, 'blurs')];
}

/** Whether a sentence asks. */
export function isQuestion(text: string): boolean {
  return /\?\s*[»”"]?$/.test(text);
}
