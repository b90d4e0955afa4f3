import type { ArticleLanguage } from './language.js';
import type { Person } from './people.js';

/** Puts a mark in place of the names of private people. */
export type Mask = (text: string) => string;

const mark: Readonly<Record<ArticleLanguage, string>> = { en: 'person', fr: 'personne' };

/**
 * Masks the names of people who hold no office and make no claim.
 *
 * One person has one mark in the whole draft; the name in full, its last part and its first part alone are all masked.
 *
 * @param kept names of claimants
 */
export function masking(people: readonly Person[], kept: ReadonlySet<string>, lang: ArticleLanguage): Mask {
  const shown = people.filter((one) => one.role !== undefined || kept.has(one.name));
  const shownParts = new Set(shown.flatMap(({ name }) => [name, ...ends(name)]));
  const hidden = people.filter((one) => !shown.includes(one));
  const marks = new Map<string, string>();
  hidden.forEach(({ name }, i) => {
    for (const part of [name, ...ends(name)]) {
      if (part === name || !shownParts.has(part))
        if (!marks.has(part)) marks.set(part, `[${mark[lang]} ${i + 1}]`);
    }
  });
  if (marks.size === 0) return (text) => text;
  const parts = [...marks.keys()]
    .sort((a, b) => b.length - a.length)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) =>
    text.replace(pattern, (found) => marks.get(found.replace(/\s+/g, ' ')) ?? `[${mark[lang]}]`);
}

/** First and last part of a name, where they are names by themselves. */
function ends(name: string): readonly string[] {
  const parts = name.split(' ');
  if (parts.length < 2) return [];
  return [parts.slice(1).join(' '), parts.at(-1) ?? '', parts[0] ?? ''].filter(
    (part) => part.replace('.', '').length > 2,
  );
}
