import { type Cue, cues, type Topic } from './_cues.js';
import { clauseAt } from './mood.js';
import type { Quantity } from './numbers.js';

/** A guess and how sure it is, from 0 to 1. */
export interface Guess<T> {
  readonly value: T;
  readonly score: number;
}

/** What stands around a figure, or around a statement without one. */
export interface Surroundings {
  readonly text: string;
  /** Place of the figure in the sentence; its beginning where there is none. */
  readonly at: number;
  readonly kind: Quantity['kind'] | 'none' | 'year';
  /** The sentence before, of the same paragraph. */
  readonly before: string;
}

/**
 * What would check a claim, by the words around its figure?
 *
 * Words of a topic count most near the figure and in its clause, less in the rest of the sentence, little in the sentence before. A guess's score is its share of all
 * that speaks for any topic, less where little speaks at all.
 *
 * Rows: guesses, the surest first.
 */
export function topicsOf(around: Surroundings): readonly Guess<Topic>[] {
  const here = weighed(around);
  return here.length > 0 || around.before === ''
    ? here
    : weighed({ ...around, text: around.before, at: around.before.length }, 0.7);
}

function weighed(around: Surroundings, factor = 1): readonly Guess<Topic>[] {
  const weights = new Map<Topic, number>();
  for (const cue of cues) {
    if (!cue.kinds.has(around.kind)) continue;
    const weight = weightOf(cue, around);
    if (weight > 0)
      weights.set(
        cue.topic,
        Math.max(weight, weights.get(cue.topic) ?? 0) + (weights.has(cue.topic) ? 0.1 : 0),
      );
  }
  const squares = [...weights].map(([value, weight]) => [value, weight ** 2] as const);
  const total = squares.reduce((sum, [, square]) => sum + square, 0);
  if (total === 0) return [];
  const certainty = factor * Math.min(1, Math.sqrt(total) / 0.5) * 0.95;
  return squares
    .map(([value, square]) => ({ value, score: round((square / total) * certainty) }))
    .sort((a, b) => b.score - a.score || (a.value < b.value ? -1 : 1));
}

const window = 45;

function weightOf(cue: Cue, { text, at }: Surroundings): number {
  const clause = clauseAt(text, at);
  const offset = text.indexOf(clause);
  let best = 0;
  cue.words.lastIndex = 0;
  for (const found of text.matchAll(cue.words)) {
    const distance = found.index > at ? found.index - at : at - found.index - found[0].length;
    const isInClause = found.index >= offset && found.index < offset + clause.length;
    const near = 1 / (1 + Math.max(0, distance) / window);
    best = Math.max(best, (isInClause ? 1 : 0.5) * (0.35 + 0.65 * near));
  }
  return best * cue.weight;
}

/** A score with two decimals. */
export function round(score: number): number {
  return Math.round(score * 100) / 100;
}
