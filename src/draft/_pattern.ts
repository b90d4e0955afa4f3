/** Phrases of a table, one after another with commas between. */
export function phrases(text: string): readonly string[] {
  return text
    .split(',')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');
}

/** Source of a pattern that finds any of the phrases as whole words; `*` stands for the rest of a word. */
export function anyOf(list: readonly string[]): string {
  const end = '(?![\\p{L}\\p{N}])';
  const sources = [...list]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => `${sourceOf(phrase)}${phrase.endsWith("'") ? '' : end}`);
  return `(?<![\\p{L}\\p{N}])(?:${sources.join('|')})`;
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
