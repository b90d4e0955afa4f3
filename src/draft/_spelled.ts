import { collectives, fractions, numberWords } from './_numerals.js';
import { phrases, wholeWords } from './_pattern.js';
import { type Numeral, scaleAt } from './_scale.js';
import type { ArticleLanguage } from './language.js';

const wordSource = {
  en: Object.keys(numberWords.en).join('|'),
  fr: Object.keys(numberWords.fr).join('|'),
} as const;
const chains = {
  en: new RegExp(
    `(?<![\\p{L}\\p{N}'-])(?:a\\s(?=hundred|thousand|million|billion|trillion))?(?:(?:${wordSource.en})(?:(?:[\\s-]|\\sand\\s)(?=(?:${wordSource.en})(?![\\p{L}]))|(?![\\p{L}'-])|(?=-(?!year|old|figure))))+|(?<![\\p{L}\\p{N}'-])a(?=\\s(?:million|billion|trillion)(?!\\p{L}))`,
    'giu',
  ),
  fr: new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:(?:${wordSource.fr})(?:(?:[\\s-]|\\set\\s|-et-)(?=(?:${wordSource.fr})(?![\\p{L}]))|(?![\\p{L}'-])))+`,
    'giu',
  ),
} as const;
const about = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:une|un|a|deux|trois|two|three)\\s(${Object.keys(collectives).join('|')})s?(?![\\p{L}])`,
  'giu',
);
const parts = new RegExp(
  `(?<![\\p{L}\\p{N}])(${Object.keys(fractions).join('|')})(?=\\s(?:of|de|d'|des|du|its|their)(?:\\s|(?<=')))`,
  'giu',
);
const halves = /(?<![\p{L}\p{N}])(?:half a(?=\s(?:million|billion|trillion))|un demi(?=-mill))/giu;
const some = `(?<some>\\d{1,2}|${wordSource.en}|${wordSource.fr})`;
const every = `(?<all>\\d{1,3}|${wordSource.en}|${wordSource.fr})`;
const oneIn = new RegExp(
  `(?<![\\p{L}\\p{N}'-])${some}(?:\\s[\\p{L}'-]+){0,2}\\s(?:sur|in|out of)\\s${every}(?![\\p{L}\\p{N}-])(?!\\s(?:ans|années|mois|jours|years|months|days|countries|pays))`,
  'giu',
);
const double = wholeWords(phrases('doublé, doublés, doublée, doubler, double, doubled, doubling, twice'));
const triple = wholeWords(phrases('triplé, triplée, triplés, tripler, triple, tripled, tripling'));

const quadruple = wholeWords(
  phrases('quadruplé, quadruplée, quadruplés, quadrupler, quadrupled, quadruple, quadrupling'),
);

/** Numbers written as words. One alone is one only before a scale: "a million", "un milliard". */
export function* spelledOut(text: string, lang: ArticleLanguage): Generator<Numeral> {
  for (const found of text.matchAll(chains[lang])) {
    const words = found[0].trimEnd();
    const start = found.index;
    const end = start + words.length;
    const scale = scaleAt(text, end, lang);
    const value = numberOf(words, lang);
    if (scale === null && value < 2) continue;
    yield { start, end: scale?.end ?? end, printed: String(value), scale: scale?.scale };
  }
  for (const found of text.matchAll(about)) {
    const first = found[0].split(/\s/)[0]?.toLowerCase() ?? '';
    const many = /deux|two/.test(first) ? 2 : /trois|three/.test(first) ? 3 : 1;
    const value = many * (collectives[found[1]?.toLowerCase() ?? ''] ?? 0);
    const end = found.index + found[0].length;
    const of = /^\s(?:de|of)(?=\s)/.exec(text.slice(end))?.[0].length ?? 0;
    const scale = scaleAt(text, end + of, lang);
    yield {
      start: found.index,
      end: scale?.end ?? end,
      printed: String(value),
      scale: scale?.scale,
      bound: 'about',
    };
  }
  for (const found of text.matchAll(halves)) {
    const scale = scaleAt(text, found.index + found[0].length, lang);
    if (scale) yield { start: found.index, end: scale.end, printed: '0.5', scale: scale.scale };
  }
  for (const found of text.matchAll(oneIn)) {
    const [all, some] = [
      numberOf(found.groups?.all ?? '', lang) || Number(found.groups?.all),
      numberOf(found.groups?.some ?? '', lang) || Number(found.groups?.some),
    ];
    if (!(some >= 1 && all > some && all <= 100)) continue;
    const printed = String(Math.round((1000 * some) / all) / 10);
    yield { start: found.index, end: found.index + found[0].length, printed, unit: 'percent' };
  }
  for (const found of text.matchAll(parts)) {
    if (
      /(?:first|second|première?|seconde?|deuxième|last|other|better)\s$/iu.test(text.slice(0, found.index))
    )
      continue;
    const printed = fractions[found[0].toLowerCase()];
    if (printed !== undefined)
      yield {
        start: found.index,
        end: found.index + found[0].length,
        printed,
        unit: 'percent',
        bound: 'about',
      };
  }
  for (const [pattern, printed] of [
    [double, '2'],
    [triple, '3'],
    [quadruple, '4'],
  ] as const)
    for (const found of text.matchAll(pattern))
      yield { start: found.index, end: found.index + found[0].length, printed, unit: 'times' };
}

/** The number that a chain of number words says. */
function numberOf(words: string, lang: ArticleLanguage): number {
  let value = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const n = numberWords[lang][word];
    if (n === undefined) value = value === 0 && word === 'a' ? 1 : value;
    else if (n === 100) value = Math.max(1, value) * 100;
    else if (word === 'vingts' || (word === 'vingt' && value % 100 === 4)) value += 76;
    else value += n;
  }
  return value;
}

const counted =
  /(?<![\p{L}\p{N}])(?:(?:à|de)\s)?(\d{1,2}|\p{L}+)[ -](?:chiffres?|figures?|digits?)(?![\p{L}])/giu;
const sizes: Readonly<Record<string, number>> = {
  six: 6,
  sept: 7,
  seven: 7,
  huit: 8,
  eight: 8,
  neuf: 9,
  nine: 9,
  dix: 10,
  ten: 10,
};

/** "Eight figures": the smallest number with so many, of the article's usual currency. */
export function* figureCounts(text: string, usual: 'USD' | 'EUR' | 'GBP'): Generator<Numeral> {
  for (const found of text.matchAll(counted)) {
    const word = (found[1] ?? '').toLowerCase();
    const size = sizes[word] ?? Number(word);
    if (!(size >= 5 && size <= 12)) continue;
    const scale = size > 9 ? 'billion' : size > 6 ? 'million' : 'thousand';
    const printed = String(10 ** (size - 1 - { billion: 9, million: 6, thousand: 3 }[scale]));
    yield {
      start: found.index,
      end: found.index + found[0].length,
      printed,
      scale,
      unit: usual,
      isCounted: true,
      bound: 'at_least',
    };
  }
}
