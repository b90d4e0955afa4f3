import anyAscii from 'any-ascii';
import { binders, endingOf, isCommon } from './words.js';

const ascii = /^[\x20-\x7e]*$/;
const joining = /(?<=[\p{L}\p{N}] )(?:and|und|et|y|e|en|och|og) (?=[\p{L}\p{N}])/gu;

/** The letters and digits of a cleaned name in ASCII without spaces, its `and` left out: what spelling and script leave equal. */
export function lettersOf(key: string): string {
  const latin = ascii.test(key) ? key : anyAscii(key).toLowerCase();
  const bare = latin.replace(/^the (?=.)/, '').replace(/(?<=\d)(?:und|and)(?=\d)/g, '');
  const letters = closed(bare.replace(joining, ''));
  if (letters.length > 4 || /\d/.test(letters)) return letters;
  return closed(bare) === '' ? key : closed(bare);
}

function closed(text: string): string {
  return text.replace(/[^a-z0-9+#]/g, '');
}

/** A cleaned name less words at its end. */
export interface Core {
  readonly words: readonly string[];
  /** Least of what was left out: a place, a legal or business form, a part of a firm. */
  readonly lost: 'place' | 'form' | 'unit';
}

/**
 * What is left of a cleaned name once places and business words at its end go, one after the other, the shortest last?
 *
 * Nothing is left that is only common words, unless it is what is left first.
 */
export function coresOf(key: string): readonly Core[] {
  let words: readonly string[] = key.split(' ');
  if (words.length < 2 || words.length > 9) return [];
  if (words[0] === 'the' && words.length > 1) words = words.slice(1);
  const cores: Core[] = [];
  let lost: Core['lost'] = 'place';
  for (;;) {
    const next = shorter(words);
    if (next === null) return cores;
    lost = worse(lost, next.lost);
    words = next.words;
    cores.push({ words, lost });
  }
}

/** Whether words tell one organisation: three letters or more beside what is common. */
export function tells(words: readonly string[]): boolean {
  return (
    words.some((word) => word.length >= 3 && !isCommon(word)) || (words.length > 2 && !words.every(isCommon))
  );
}

function shorter(words: readonly string[]): Core | null {
  for (const taken of [3, 2, 1]) {
    if (words.length <= taken) continue;
    const kept = words.slice(0, -taken);
    const lost = endingOf(words.slice(-taken).join(' '));
    const last = kept.at(-1) ?? '';
    if (lost !== null && last !== 'and' && binders.has(last)) return null;
    if (lost !== null) return { words: last === 'and' && kept.length > 1 ? kept.slice(0, -1) : kept, lost };
  }
  return null;
}

function worse(one: Core['lost'], other: Core['lost']): Core['lost'] {
  const order = ['place', 'form', 'unit'] as const;
  return order[Math.max(order.indexOf(one), order.indexOf(other))] ?? one;
}
