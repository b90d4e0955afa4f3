/** Phrases of a table, one after another with commas between. */
export function phrases(text: string): readonly string[] {
  return text
    .split(',')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');
}

/** Source of a pattern that finds any of the phrases as whole words; `*` stands for the rest of a word. */
export function anyOf(list: readonly string[]): string {
  const sorted = [...list].sort((a, b) => b.length - a.length);
  const elided = sorted.filter((phrase) => phrase.endsWith("'"));
  const whole = sorted.filter((phrase) => !phrase.endsWith("'"));
  // What must not follow is written once: engines compile classes of letters anew wherever they stand.
  const parts = [
    ...(whole.length === 0 ? [] : [`(?:${branches(whole, 0).join('|')})(?![\\p{L}\\p{N}])`]),
    ...branches(elided, 0),
  ];
  return `(?<![\\p{L}\\p{N}])(?:${parts.join('|')})`;
}

/** Letters by which phrases are put together, so that most are ruled out by one look. */
const depth = 4;

/** Alternatives from a place of the phrases on: those with the next letter in common together, the longest first in each. */
function branches(list: readonly string[], at: number): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const phrase of list) {
    const letter = at < depth && /^\p{L}$/u.test(phrase[at] ?? '') ? (phrase[at] ?? '').toLowerCase() : '';
    groups.set(letter, [...(groups.get(letter) ?? []), phrase]);
  }
  const alone = groups.get('') ?? [];
  groups.delete('');
  return [
    ...[...groups].map(([letter, own]) => `${letter}(?:${branches(own, at + 1).join('|')})`),
    ...alone.map((phrase) => sourceOf(phrase.slice(at))),
  ];
}

/** A pattern that finds any of the phrases as whole words, in any case. */
export function wholeWords(list: readonly string[], flags = 'giu'): RegExp {
  return new RegExp(anyOf(list), flags);
}

function sourceOf(phrase: string): string {
  return phrase
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[\\p{L}-]*')
    .replaceAll(' ', '\\s+');
}
