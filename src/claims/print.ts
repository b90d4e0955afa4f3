import type { Words } from '../measures/index.js';
import { parseDate } from '../records/index.js';
import { amountOf, type Figure, type Scale, scales, type Unit } from './figure.js';

export type Lang = 'en' | 'fr';

/** Locale of each language, fixed so that a text is the same everywhere. */
const locales: Readonly<Record<Lang, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** The same thing said in both languages. */
export function inBoth(say: (lang: Lang) => string): Words {
  return { en: say('en'), fr: say('fr') };
}

/** Words of readers joined: each text after the one before it. */
export function joined(texts: readonly Words[]): Words {
  return inBoth((lang) => texts.map((text) => text[lang]).join(' '));
}

/** A number in the language, to three digits unless told: spaces that do not break, and a real minus. */
export function numberIn(
  value: number,
  lang: Lang,
  options: Intl.NumberFormatOptions = { maximumSignificantDigits: 3 },
): string {
  return tidy(new Intl.NumberFormat(locales[lang], options).format(value));
}

/** A number with the digits that were printed: `10.6` is `10,6` in French, and `2.0` keeps its zero. */
export function digitsIn(printed: string, lang: Lang): string {
  const decimals = printed.split('.')[1]?.length ?? 0;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return tidy(new Intl.NumberFormat(locales[lang], options).format(printed as `${number}`));
}

/** A figure as a reader of the language would print it, with its scale and unit, to the digits that were printed. */
export function figureIn(figure: Figure, lang: Lang): string {
  const { printed, scale, unit } = figure;
  if (unit === 'year') return printed;
  if (isMoney(unit)) {
    const amount = moneyIn(printed, scale, currencyOf(unit), lang);
    return unit.endsWith('year') ? `${amount} ${lang === 'en' ? 'a year' : 'par an'}` : amount;
  }
  const number = scale === undefined ? digitsIn(printed, lang) : numberIn(amountOf(figure), lang, {});
  return named(number, unit, isOne(amountOf(figure), lang), lang);
}

/** An amount of US dollars that was worked out, to three digits. */
export function dollarsIn(value: number, lang: Lang): string {
  const scale = (['trillion', 'billion', 'million'] as const).find((each) => value >= scales[each]);
  const shown = scale === undefined ? value : value / scales[scale];
  return moneyIn(String(Number(shown.toPrecision(3))), scale, 'USD', lang);
}

/** A date as the language writes it, as exactly as it is given; without the word that goes before it. */
export function dateIn(day: string, lang: Lang): string {
  const [from = '', to] = day.split('/');
  if (to !== undefined) {
    const [first, last] = [dateIn(from, lang), dateIn(to, lang)];
    return lang === 'en' ? `${first} to ${last}` : `${first} au ${last}`;
  }
  const found = parseDate(day);
  if (found === null) return day;
  if (found.precision === 'multi-year') return `${lang === 'en' ? 'about' : 'vers'} ${day.replace('~', '')}`;
  if (found.precision === 'year') return day;
  return new Intl.DateTimeFormat(locales[lang], {
    year: 'numeric',
    month: 'long',
    ...(found.precision === 'day' ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(new Date(`${found.earliest}T00:00:00Z`));
}

/** Names joined as the language lists them. */
export function listIn(names: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(locales[lang], { type: 'conjunction' }).format(names);
}

/** Whether a unit is of money, at once or a year. */
export function isMoney(unit: Unit): unit is Money {
  return currencies.some((currency) => unit.startsWith(currency));
}

type Currency = 'USD' | 'EUR' | 'GBP';
type Money = Extract<Unit, Currency | `${Currency} per year`>;

const currencies: readonly Currency[] = ['USD', 'EUR', 'GBP'];
const signs: Readonly<Record<Currency, string>> = { USD: '$', EUR: '€', GBP: '£' };

/** French names of the currencies: one, more, and after a million. */
const monies: Readonly<Record<Currency, readonly [one: string, more: string, after: string]>> = {
  USD: ['dollar', 'dollars', 'de dollars'],
  EUR: ['euro', 'euros', 'd’euros'],
  GBP: ['livre sterling', 'livres sterling', 'de livres sterling'],
};

function currencyOf(unit: Money): Currency {
  return currencies.find((currency) => unit.startsWith(currency)) ?? 'USD';
}

/** French has no short word for a million millions: thousands of `milliards` say it. */
function moneyIn(printed: string, scale: Scale | undefined, currency: Currency, lang: Lang): string {
  const [one, more, after] = monies[currency];
  const single = isOne(Number(printed), lang);
  if (scale === undefined) {
    const amount = digitsIn(printed, lang);
    return lang === 'en' ? `${signs[currency]}${amount}` : `${amount} ${single ? one : more}`;
  }
  if (scale === 'thousand') return moneyIn(shifted(printed), undefined, currency, lang);
  if (lang === 'en') return `${signs[currency]}${digitsIn(printed, lang)} ${scale}`;
  if (scale === 'trillion') return moneyIn(shifted(printed), 'billion', currency, lang);
  const word = scale === 'million' ? 'million' : 'milliard';
  return `${digitsIn(printed, lang)} ${word}${single ? '' : 's'} ${after}`;
}

/** Digits times a thousand, with the decimals that are left. */
function shifted(printed: string): string {
  const [whole = '', decimals = ''] = printed.split('.');
  const rest = decimals.slice(3);
  return `${whole}${decimals.padEnd(3, '0').slice(0, 3)}${rest === '' ? '' : `.${rest}`}`;
}

type Counted = Exclude<Unit, Money | 'year'>;

const nouns: Readonly<Record<Lang, Readonly<Record<Counted, readonly [one: string, more: string]>>>> = {
  en: {
    ratio: [' to 1', ' to 1'],
    times: [' time', ' times'],
    percent: ['%', '%'],
    people: [' person', ' people'],
    cases: [' case', ' cases'],
    organisations: [' organisation', ' organisations'],
    months: [' month', ' months'],
  },
  fr: {
    ratio: [' pour 1', ' pour 1'],
    times: [' fois', ' fois'],
    percent: ['\u00a0%', '\u00a0%'],
    people: [' personne', ' personnes'],
    cases: [' cas', ' cas'],
    organisations: [' organisation', ' organisations'],
    months: [' mois', ' mois'],
  },
};

function named(number: string, unit: Counted, one: boolean, lang: Lang): string {
  return `${number}${nouns[lang][unit][one ? 0 : 1]}`;
}

/** Whether a number takes the singular: 1 in English, everything below 2 in French. */
function isOne(value: number, lang: Lang): boolean {
  return lang === 'en' ? value === 1 : value < 2;
}

function tidy(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, '\u00a0').replace(/-/g, '−');
}
