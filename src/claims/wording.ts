import type { Words } from '../measures/index.js';
import type { Claim } from './claim.js';
import { dateIn, figureIn, inBoth, type Lang, numberIn } from './print.js';

/** Words of both languages put one after the other, with something between. */
export function together(parts: readonly Words[], between: string): Words {
  return inBoth((lang) => parts.map((part) => part[lang]).join(between));
}

/** A cell as a number; null where it is none. */
export function numeric(cell: unknown): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** A share as points of a hundred; null where there is none. */
export function points(share: unknown): number | null {
  return typeof share === 'number' ? share * 100 : null;
}

/** A number with so many decimals. */
export function decimalIn(value: number, lang: Lang, decimals = 0): string {
  return numberIn(value, lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A ratio with one decimal, below 1 with two; with as many as it takes to show on which side of 1 it lies. */
export function timesIn(value: number, lang: Lang): string {
  let decimals = value < 1 ? 2 : 1;
  while (decimals < 4 && value !== 1 && Number(value.toFixed(decimals)) === 1) decimals += 1;
  return decimalIn(value, lang, decimals);
}

/** A share of a hundred, with one decimal. */
export function shareIn(points: number, lang: Lang): string {
  return `${decimalIn(points, lang, 1)}${lang === 'en' ? '%' : '\u00a0%'}`;
}

/** A month, counted as `year * 12 + month`, in words: May 2025. */
export function monthIn(month: number, lang: Lang): string {
  const year = Math.floor((month - 1) / 12);
  return dateIn(`${year}-${String(month - year * 12).padStart(2, '0')}`, lang);
}

/** `from` or `de` before a name. */
export function fromName(name: string, lang: Lang): string {
  if (lang === 'en') return `from ${name}`;
  return /^[aeiouàâéèêëîïôù]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** A 95% interval in words; without an upper limit, from the lower one up. */
export function intervalIn(
  low: number | null,
  high: number | null,
  lang: Lang,
  said: (limit: number) => string,
): string {
  if (low === null) return lang === 'en' ? 'no interval can be given' : 'sans intervalle possible';
  if (lang === 'en') {
    return high === null ? `95% interval from ${said(low)} up` : `95% interval ${said(low)} to ${said(high)}`;
  }
  return high === null
    ? `intervalle à 95 % à partir de ${said(low)}`
    : `intervalle à 95 % de ${said(low)} à ${said(high)}`;
}

const comparatorWords: Readonly<Record<Lang, { readonly [comparator: string]: string }>> = {
  en: {
    about: 'about #',
    at_least: 'at least #',
    at_most: 'at most #',
    more_than_reverse: 'more there than back',
    leads: 'ahead of the others',
    rises: 'a rise',
    falls: 'a fall',
  },
  fr: {
    about: 'environ #',
    at_least: 'au moins #',
    at_most: 'au plus #',
    more_than_reverse: 'plus à l’aller qu’au retour',
    leads: 'devant les autres',
    rises: 'une hausse',
    falls: 'une baisse',
  },
};

const factWords: Readonly<Record<Lang, { readonly [fact: string]: string }>> = {
  en: {
    founded: 'founding',
    acquired: 'takeover',
    stake_taken: 'stake',
    licensed_and_hired: 'licence and hires',
    merged: 'merger',
    closed: 'closing',
    part_of: 'part of another',
  },
  fr: {
    founded: 'fondation',
    acquired: 'rachat',
    stake_taken: 'participation',
    licensed_and_hired: 'licence et embauches',
    merged: 'fusion',
    closed: 'fermeture',
    part_of: 'partie d’une autre',
  },
};

/** What a claim claims, in a few words: its figures with their comparator, or the fact with its date. */
export function claimedOf({ figures, comparator, check }: Claim): Words {
  return inBoth((lang) => {
    const printed = figures.map((figure) => figureIn(figure, lang)).join(', ');
    const dated = 'fact' in check && check.on !== undefined && figures.length === 0;
    const date = dated ? ` (${dateIn(check.on ?? '', lang)})` : '';
    const fact = 'fact' in check ? `${factWords[lang][check.fact]}${date}` : '';
    const pattern = comparatorWords[lang][comparator ?? ''] ?? '#';
    const held = pattern.includes('#');
    const said = held ? (printed === '' ? '' : pattern.replace('#', () => printed)) : pattern;
    return [fact, said].filter((part) => part !== '').join(lang === 'en' ? ': ' : ' : ') || '–';
  });
}
