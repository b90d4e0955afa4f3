import type { Attribution } from './attribution.js';
import { clauseAt } from './mood.js';

/** What stands against a figure that an article prints. */
export interface Denial {
  /** `denied` where somebody says that it is not so, `negated` where the sentence says "not", `false` where it is called false. */
  readonly how: 'denied' | 'negated' | 'false';
  /** Who denies, where named. */
  readonly by?: string;
}

const negation =
  /(?<!\p{L})(?:(?:do|does|did|is|are|was|were|has|have|had|wo|would|could|ca|should|must)n't|cannot|not(?!\s(?:only|just|merely|least|to mention|yet))|never|nobody|no\sone|none|neither|nor|no(?!\s(?:fewer|less|more|doubt|longer|later)(?!\p{L}))|without)(?!\p{L})|(?<!\p{L})(?:n'|ne\s)(?:[\p{L}'-]+\s){1,4}?(?:pas(?!\s(?:que|seulement|moins|plus))|jamais|aucune?|personne|rien|guère|ni)(?!\p{L})|(?<!\p{L})(?:aucune?|personne|rien|nul|nulle|jamais)\s(?:[\p{L}'-]+\s){0,4}?(?:ne\s|n')|(?<!\p{L})(?:non|sans|ni)(?!\p{L})/giu;
const divides =
  /[,;:—–()]|\s(?:but|mais|while|whereas|tandis que|alors que|because|car|parce que|although|bien que|then|puis)\s|\s(?:and|et)\s(?:that|que|qu'|it|he|she|they|il|elle|ils|elles|has|have|had|a|ont|was|were)\s/iu;
const directly =
  /(?<!\p{L})(?:no|not|never|pas|jamais|guère)\s(?:more|less|fewer|over|above|under|plus|moins|au-delà)(?!\p{L})[^,;:]{0,20}$/iu;
const untrue =
  /(?<!\p{L})(?:is|are|was|were|as|be|est|sont|était|serait|de|comme)\s(?:[\p{L}-]+\s){0,2}?(?:false|untrue|wrong|inaccurate|fabricated|nonsense|absurd|faux|fausse|fausses|inexacte?s?|mensong\p{L}+|infondée?s?|fantaisistes?|absurdes?)(?!\p{L})|(?<!\p{L})no\struth(?!\p{L})|(?<!\p{L})(?:denied|denial|démenti|démentis|démentie|démenties)\s(?:by|par)(?!\p{L})/iu;

/**
 * Does a sentence say that a figure is not so?
 *
 * Where somebody denies what holds the figure, where "not", "nobody", "ne … pas" stands before it in its clause, or where the clause calls it false. "No more than" and
 * "pas plus de" directly before a figure are no denial: they make it the most.
 *
 * @param at place of the figure in the sentence
 */
export function denialOf(text: string, at: number, attribution: Attribution | null): Denial | null {
  if (attribution?.denies === true) {
    const { name } = attribution.speaker;
    return { how: 'denied', ...(name === null ? {} : { by: name }) };
  }
  const clause = clauseAt(text, at);
  if (untrue.test(clause)) return { how: 'false' };
  const before = text.slice(Math.max(0, at - 90), at);
  const found = [...before.matchAll(negation)].at(-1);
  if (found === undefined) return null;
  const between = before.slice(found.index + found[0].length);
  return divides.test(between) || directly.test(before) ? null : { how: 'negated' };
}
