import type { Firmness } from '../claims/index.js';
import { futures, hedges, imperfects, noFutures, rumourWords } from './_moods.js';
import { wholeWords } from './_pattern.js';
import type { Attribution } from './attribution.js';
import type { ArticleLanguage } from './language.js';

const rumour = wholeWords(rumourWords);
const hedge = wholeWords(hedges);
const told =
  /(?<!\p{L})(?:is|are|was|were)\s(?:\p{L}+\s)?(?:said|reported|believed|thought|understood|rumoured|rumored|alleged)\sto(?!\p{L})/iu;
const future = wholeWords(futures);
const conditional =
  /(?<!\p{L})(?:aur|ser|[\p{L}]+(?:er|ir|dr|ttr|îtr|aîtr|rr|vr|pr|udr|iendr|oir|fer))(?:ait|aient)(?:-(?:il|elle|ils|elles|on))?(?!\p{L})/giu;
const simpleFuture = /(?<!\p{L})[\p{L}]+(?:er|ir|dr|ttr|îtr|rr|vr|ur|oir)(?:a|ont)(?!\p{L})/giu;
const nearFuture = /(?<!\p{L})(?:va|vont)\s(?:\p{L}+\s)?\p{L}+(?:er|ir|re)(?!\p{L})/iu;
const headline = /^[\p{Lu}\d«"][^.!?]*?\sto\s\p{Ll}+/u;
const joints =
  /;|:\s|\s(?:et|and)\s(?=(?:nous|il|elle|ils|elles|on|we|it|he|she|they|will|expects?|plans?|prévoit|compte|devrait|may|might|reportedly)\s)|\s(?:who|qui)\s|,?\s(?:mais|but|while|whereas|alors que|tandis que|although|though|bien que)\s|,\s(?:qui|which|who|dont)\s/giu;

/** Forms of the French conditional in a clause; what is expected (devrait) is none. */
function conditionalsIn(clause: string): readonly string[] {
  return [...clause.matchAll(conditional)]
    .map(([form]) => form.toLowerCase())
    .filter((form) => !imperfects.has(form) && !/^dev(?:rait|raient)/.test(form));
}

/**
 * How firmly does a clause say what it says?
 *
 * By its words: a rumour; the French conditional, or a word that keeps a distance, makes it conditional; what is to come, a prediction. Else who says it: a medium, a
 * paper or a source without a name reports; a person or an organisation asserts, as the article itself does.
 */
export function firmnessOf(
  text: string,
  at: number,
  attribution: Attribution | null,
  lang: ArticleLanguage,
): { readonly value: Firmness; readonly score: number } {
  const clause = clauseAt(text, at);
  if (isIn(rumour, text)) return { value: 'rumour', score: 0.85 };
  if (lang === 'fr' && conditionalsIn(clause).length > 0) return { value: 'conditional', score: 0.9 };
  if (isIn(hedge, clause) || told.test(clause)) return { value: 'conditional', score: 0.85 };
  if (isFuture(clause, lang, text)) return { value: 'prediction', score: 0.75 };
  if (attribution === null) return { value: 'asserted', score: 0.7 };
  const { speaker, by } = attribution;
  if (
    speaker.kind === 'medium' ||
    speaker.kind === 'nameless' ||
    speaker.kind === 'firm' ||
    by === 'study' ||
    by === 'source'
  )
    return { value: 'reported', score: 0.8 };
  return { value: 'asserted', score: 0.8 };
}

function isFuture(clause: string, lang: ArticleLanguage, text: string): boolean {
  if (isIn(future, clause)) return true;
  if (lang === 'en') return headline.test(clause) && !/[.!?]["”]?$/.test(text.trim());
  return (
    nearFuture.test(clause) ||
    [...clause.matchAll(simpleFuture)].some(([form]) => !noFutures.has(form.toLowerCase()))
  );
}

/** The part of a sentence between words that set clauses against one another. */
export function clauseAt(text: string, at: number): string {
  let [start, end] = [0, text.length];
  for (const found of text.matchAll(joints)) {
    if (/^:/.test(found[0]) && text.slice(0, found.index).trim().split(/\s+/).length < 5) continue;
    if (found.index + found[0].length <= at)
      start = found.index + (/^[;:]/.test(found[0]) ? found[0].length : 0);
    else if (found.index > at) {
      end = Math.min(end, found.index);
    }
  }
  return text.slice(start, end);
}

function isIn(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}
