import { posts } from './_media.js';
import type { Statement } from './about.js';
import { datesIn, withYear } from './dates.js';
import type { Guess } from './guess.js';
import type { Article } from './text.js';

const posted = new RegExp(`(?:sur|on|via)\\s(${posts.join('|')})(?![\\p{L}\\p{N}])`, 'u');
const saidOn =
  /(?<!\p{L})(?:le|mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:,? (?:le )?)?\s?$/iu;

/** In which medium is a claim made? The one named in the sentence or beside it, a place where people post, else the article's own. */
export function whereOf(
  { sentence, attribution, near }: Statement,
  article: Article,
): readonly Guess<string>[] {
  if (attribution?.speaker.kind === 'medium' && attribution.speaker.name !== null)
    return [{ value: attribution.speaker.name, score: 0.9 }];
  const guesses: Guess<string>[] = [];
  const medium = sentence.mentions.find((one) => one.kind === 'medium');
  if (medium?.kind === 'medium') guesses.push({ value: medium.name, score: 0.8 });
  const post = posted.exec(sentence.text)?.[1];
  if (post !== undefined) guesses.push({ value: post, score: 0.8 });
  if (near !== undefined) guesses.push({ value: near, score: 0.6 });
  if (article.site !== undefined)
    guesses.push({ value: article.site, score: guesses.length === 0 ? 0.7 : 0.3 });
  return guesses;
}

/** When is a claim made? A day in the sentence that the figure is not of, else when the article appeared. */
export function whenOf(
  { sentence, attribution }: Statement,
  published: string | undefined,
): readonly Guess<string>[] {
  const guesses: Guess<string>[] = [];
  if (attribution !== null) {
    const day = datesIn(sentence.text).find(
      ({ date, start }) => /\d{2}-\d{2}$/.test(date) && saidOn.test(sentence.text.slice(0, start)),
    );
    const full = day === undefined ? null : withYear(day.date, published);
    if (full !== null) guesses.push({ value: full, score: 0.6 });
  }
  if (published !== undefined) guesses.push({ value: published, score: 0.5 });
  return guesses;
}
