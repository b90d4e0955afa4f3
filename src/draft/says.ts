import type { Topic } from './_cues.js';
import type { Statement } from './about.js';
import type { ArticleLanguage } from './language.js';

/** A sentence for readers in both languages, where the kind of claim makes it plain; `?` else. */
export function saysOf(
  { quantity, sides, year }: Statement,
  topic: Topic | '?',
  _lang: ArticleLanguage,
): { readonly en: string; readonly fr: string } {
  const [a, b] = sides.organisations.map(({ name }) => name);
  const n = quantity?.figure.printed ?? '';
  const fr = n.replace('.', ',');
  if (topic === 'ratio' && a && b && quantity?.figure.unit === 'ratio')
    return {
      en: `For each one who goes the other way, ${n} go from ${a} to ${b}.`,
      fr: `Pour une personne dans l’autre sens, ${fr} vont de ${a} à ${b}.`,
    };
  if (topic === 'founded' && a && year)
    return { en: `${a} was founded in ${year}.`, fr: `${a} a été fondée en ${year}.` };
  if (topic === 'stake_taken' && a && b && quantity?.kind === 'percent')
    return { en: `${b} takes ${n} % of ${a}.`, fr: `${b} prend ${fr} % de ${a}.` };
  return { en: '?', fr: '?' };
}
