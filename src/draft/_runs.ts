import type { Span } from './sentences.js';

/** A word with a capital, or an initial. */
export interface Capital extends Span {
  readonly text: string;
}

const title = '(?:MM?|Mr|Mrs|Ms|Mx|Dr|Pr|Prof|Me|St|Ste|Rev)\\.(?=\\s)';
const initials = '\\p{Lu}\\.(?:-?\\p{Lu}\\.)*(?!\\p{L})';
const rest = "[\\p{L}\\p{M}\\p{N}]*(?:(?:-|'(?=\\p{Lu}))[\\p{L}\\p{M}\\p{N}]+)*";
const capital = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:${title}|(?:[OD]'(?=\\p{Lu}))?(?:${initials}|[\\p{Lu}\\p{Lt}]${rest}))|(?<=\\p{Ll}-|(?<!\\p{L})(?:al|el|ul|ex)-)\\p{Lu}${rest}`,
  'gu',
);
const letters = /\p{Lo}[\p{Lo}\p{M}·]*(?:\s\p{Lo}[\p{Lo}\p{M}·]*)*/gu;
const smallName =
  /(?<=(?:paid|offered|gave|payé|versé|offert|donné)\s(?:à\s)?)\p{Ll}{2,}\s\p{Ll}{2,}-\p{Ll}{2,}(?=\s(?:[$€£\d]|about|around|over|some|plus|environ|près))/gu;
const plainJoint = /^(?:\s|\s?-\s?|["”»'’]\s|\s?[“«"]|\s&\s)$/u;
const lineJoint =
  /^(?:\s(?:de\sla|de\slos|de|da|di|du|dos|das|do|del|della|des|le)\s|\s(?:d'|del'|dell'))$/iu;
const surelyJoint =
  /^\s(?:(?:von|zu|van\sder|van\sden|van\sde|van|der|den|ter|ten|bin|bint|ben|ibn|abu|al|el|ul|af|av|ap)\s|(?:al|el|ul|ur|ar|as)-)$/iu;
const leading = /(?<![\p{L}\p{N}])(?:(?:van\sder|van\sden|van|von|bin|bint|ibn|ter)\s|(?:al|el)-)$/u;

/** Words of a text with a capital, one by one; names in letters that know none are one word. */
export function capitalsIn(text: string): readonly Capital[] {
  const at = (found: RegExpMatchArray): Capital => ({
    text: found[0],
    start: found.index ?? 0,
    end: (found.index ?? 0) + found[0].length,
  });
  const uncased = [...text.matchAll(letters)].map(at).filter((one) => one.text.length > 1);
  return [...[...text.matchAll(capital), ...text.matchAll(smallName)].map(at), ...uncased].sort(
    (a, b) => a.start - b.start,
  );
}

/**
 * Words that stand together as a name would: beside one another, or with a particle between.
 *
 * @param isName whether a word may be part of a name, for particles that are plain words too ("de", "du")
 */
export function runsOf(
  words: readonly Capital[],
  text: string,
  isName: (word: Capital) => boolean,
): readonly (readonly Capital[])[] {
  const runs: Capital[][] = [];
  for (const word of words) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, word.start);
    const isJoined =
      last !== undefined &&
      (plainJoint.test(gap) ||
        surelyJoint.test(gap) ||
        (lineJoint.test(gap) && isName(last) && isName(word)));
    if (run && isJoined) run.push(word);
    else runs.push([word]);
  }
  return runs;
}

/** Where a name begins with the particle before it, and with the quote that a nickname opens. */
export function startOf(run: readonly Capital[], text: string): number {
  const [first] = run;
  const start = first?.start ?? 0;
  const before = text.slice(Math.max(0, start - 20), start);
  const particle = leading.exec(before)?.[0].length ?? 0;
  if (particle > 0) return start - particle;
  const inside = text.slice(start, run.at(-1)?.end);
  return /^[^"“”«»]*["”»]\s/u.test(inside) && /["“«]\s?$/u.test(before)
    ? start - (/["“«]\s?$/u.exec(before)?.[0].length ?? 0)
    : start;
}
