import type { Scale } from '../claims/index.js';
import { fractions, numberWords } from './_numerals.js';
import type { Numeral } from './_scale.js';
import type { ArticleLanguage } from './language.js';

const sizes: Readonly<Record<string, Scale>> = {
  million: 'million',
  milliard: 'billion',
  billion: 'billion',
  trillion: 'trillion',
};
/** A French billion has a thousand of the English ones. */
const sizeOf = (word: string, lang: ArticleLanguage): Scale | undefined =>
  lang === 'fr' && word === 'billion' ? 'trillion' : sizes[word];
const size = '(?<size>million|milliard|billion|trillion)s?(?!\\p{L})';
const begin = "(?<![\\p{L}\\p{N}-])(?:(?<=[Dd]')|(?<!'))";
const small = [...Object.entries(numberWords.en), ...Object.entries(numberWords.fr)]
  .filter(([, n]) => n <= 20)
  .map(([word]) => word);
const number = `(?<whole>\\d{1,3}|a|an|${small.sort((a, b) => b.length - a.length).join('|')})`;
const part = Object.keys(fractions)
  .sort((a, b) => b.length - a.length)
  .map((words) => words.replace(/ /g, '[ -]'))
  .join('|');
const portion = new RegExp(
  `${begin}(?<part>${part}|half)(?:\\sof(?:\\san?)?|\\san?|-an?-|-|\\sde|\\sd'un|\\sd')\\s?${size}`,
  'giu',
);
const demi = new RegExp(`${begin}(?:un\\s|1\\s|1/2\\s|one-)?(?:demi|½)[- ]?${size}`, 'giu');
const halfBehind = new RegExp(
  `${begin}${number}\\s${size}\\s(?:and\\sa\\shalf|et\\sdemie?)(?!\\p{L})`,
  'giu',
);
const halfWithin = new RegExp(`${begin}${number}\\sand\\sa\\shalf(?:[\\s-]${size})?(?!\\p{L})`, 'giu');
const halfTimes = new RegExp(
  `${begin}${number}\\s(?:fois\\set\\sdemie?|and\\sa\\shalf\\stimes)(?!\\p{L})`,
  'giu',
);

/** Amounts of which a part is in words: "half a billion", "un million et demi", "a quarter of a billion". */
export function* portions(text: string, lang: ArticleLanguage): Generator<Numeral> {
  for (const found of text.matchAll(halfTimes))
    yield { ...placed(found), printed: `${wholeOf(found.groups?.whole)}.5`, unit: 'times' };
  for (const found of [...text.matchAll(halfBehind), ...text.matchAll(halfWithin)]) {
    const scale = sizeOf((found.groups?.size ?? '').toLowerCase(), lang);
    yield { ...placed(found), printed: `${wholeOf(found.groups?.whole)}.5`, scale };
  }
  for (const found of text.matchAll(demi))
    yield { ...placed(found), printed: '0.5', scale: sizeOf((found.groups?.size ?? '').toLowerCase(), lang) };
  for (const found of text.matchAll(portion)) {
    const words = (found.groups?.part ?? '').toLowerCase().replaceAll('-', ' ');
    const percent = Number(fractions[words] ?? fractions[words.replace(' ', '-')] ?? 50);
    const isExact = percent % 5 === 0;
    yield {
      ...placed(found),
      printed: String(percent / 100),
      scale: sizeOf((found.groups?.size ?? '').toLowerCase(), lang),
      ...(isExact ? {} : { bound: 'about' as const }),
    };
  }
}

function placed(found: RegExpExecArray): { readonly start: number; readonly end: number } {
  return { start: found.index, end: found.index + found[0].length };
}

function wholeOf(word = ''): number {
  const lower = word.toLowerCase();
  return numberWords.en[lower] ?? numberWords.fr[lower] ?? (/^an?$/.test(lower) ? 1 : Number(lower));
}
