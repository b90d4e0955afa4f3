import type { Figure, Unit } from '../claims/index.js';
import { casesNouns, firmNouns, otherNouns, peopleNouns, perYearBehind } from './_nouns.js';
import { bounds, currencies } from './_numerals.js';
import { anyOf, phrases } from './_pattern.js';
import { type Numeral, scaleAt } from './_scale.js';
import { figureCounts, spelledOut } from './_spelled.js';
import type { ArticleLanguage } from './language.js';
import type { Span } from './sentences.js';

/** How a printed figure is meant. */
export type Bound = 'equals' | 'at_least' | 'at_most' | 'about';

/** A number in a sentence with what it counts; `bare` where nothing beside it says. */
export interface Quantity extends Span {
  readonly figure: Omit<Figure, 'unit'> & { readonly unit: Unit | '?' };
  readonly bound: Bound;
  readonly kind: 'money' | 'percent' | 'people' | 'cases' | 'organisations' | 'times' | 'bare' | 'other';
  readonly perYear: boolean;
  /** Whether its digits are counted instead of printed: "eight figures". */
  readonly isCounted?: boolean;
}

const currency = currencies.map(([source, unit]) => ({
  before: new RegExp(`(?:^|[^\\p{L}\\p{N}])((?:${source})\\s?)$`, 'iu'),
  behind: new RegExp(`^\\s?(?:d'|de\\s)?(?:${source})(?![\\p{L}\\p{N}])`, 'iu'),
  unit,
}));
const percent = /^\s?(?:%|pour[ -]cent|percent|per cent|pct)(?![\p{L}\p{N}])/iu;
const times = /^\s?(?:fois|times|x)\s?(?![\p{L}\p{N}])/iu;
const between = "(?:\\s(?:de\\s|d'|of\\s)?[\\p{L}'-]+){0,3}?";
const counted = (list: readonly string[]): RegExp => new RegExp(`^${between}[\\s'-]${anyOf(list)}`, 'iu');
const nouns = [
  ['other', new RegExp(`^[\\s-]${anyOf(otherNouns)}`, 'iu')],
  ['people', counted(peopleNouns)],
  ['cases', counted(casesNouns)],
  ['organisations', counted(firmNouns)],
] as const;
const boundWords = (Object.keys(bounds) as (keyof typeof bounds)[]).map(
  (bound) =>
    [bound, new RegExp(`${anyOf(phrases(bounds[bound]))}\\s?(?:d'|de |des |the |la |le )?$`, 'iu')] as const,
);

/**
 * Which figures does a sentence print, in French or English?
 *
 * Digits with either kind of separators and numbers in words, with a scale, a currency before or behind, a share, a multiple, or what they count;
 * "eight figures" is ten million or more; two numbers of one range share their scale and unit. Years, ordinals and parts of names are none.
 *
 * Rows: in the order of the text.
 *
 * @param usual currency of figures that are only counted
 */
export function quantitiesIn(
  text: string,
  lang: ArticleLanguage,
  usual: 'USD' | 'EUR' | 'GBP' = 'USD',
): readonly Quantity[] {
  const numerals = [...digits(text, lang), ...spelledOut(text, lang), ...figureCounts(text, usual)]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, i, all) => all.slice(0, i).every((other) => other.end <= one.start));
  const read = numerals.map((one) => quantityOf(one, text));
  return read
    .map((one, i) => inRange(one, read[i + 1], text))
    .filter(
      (one, i, all) => one.kind !== 'other' && all.slice(0, i).every((other) => other.end <= one.start),
    );
}

const plainDigits = {
  en: /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g,
  fr: /\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[,.]\d+)?/g,
} as const;

function* digits(text: string, lang: ArticleLanguage): Generator<Numeral> {
  for (const found of text.matchAll(plainDigits[lang])) {
    const start = found.index;
    const before = text.slice(0, start);
    if (
      /[\p{L}_/#]$|[\p{L}\d][-.,/:]$/u.test(before) &&
      !/(?:[Dd]'|US|CA|A)\$?$|(?:^|\s)(?:un|a|to|à|et|and|or|ou)-$/u.test(before)
    )
      continue;
    const raw = found[0];
    const grouped = lang === 'fr' ? /^\d{1,3}(?:[ .]\d{3})+(?:,|$)/.test(raw) : raw.includes(',');
    const printed = grouped
      ? lang === 'fr'
        ? raw.replace(/[ .]/g, '').replace(',', '.')
        : raw.replaceAll(',', '')
      : raw.replace(',', '.');
    if (!/^\d{1,15}(?:\.\d{1,6})?$/.test(printed)) continue;
    const end = start + raw.length;
    const scale = scaleAt(text, end, lang);
    yield { start, end: scale?.end ?? end, printed, scale: scale?.scale };
  }
}

function quantityOf(numeral: Numeral, text: string): Quantity {
  let { start, end } = numeral;
  const ahead = text.slice(0, start);
  const rest = text.slice(end);
  let unit: Unit | '?' = numeral.unit ?? 'people';
  let kind: Quantity['kind'] = numeral.unit === undefined ? 'bare' : kindOf(numeral.unit);
  const money = currency
    .map(({ before, behind, unit }) => ({
      before: before.exec(ahead)?.[1],
      behind: behind.exec(rest)?.[0],
      unit,
    }))
    .find((m) => m.before !== undefined || m.behind !== undefined);
  if (money !== undefined && kind !== 'times' && kind !== 'percent') {
    kind = 'money';
    unit = money.unit;
    if (money.before !== undefined) start -= money.before.length;
    else end += money.behind?.length ?? 0;
  } else if (kind === 'bare') {
    const share = percent.exec(rest);
    const multiple = times.exec(rest);
    const noun = nouns.find(([, pattern]) => pattern.test(rest));
    if (share) [kind, unit, end] = ['percent', 'percent', end + share[0].length];
    else if (multiple && numeral.scale === undefined)
      [kind, unit, end] = ['times', 'times', end + multiple[0].trimEnd().length];
    else if (noun) kind = noun[0];
    if (kind === 'cases' || kind === 'organisations') unit = kind;
  }
  const before = text.slice(0, start);
  const bound = numeral.bound ?? boundWords.find(([, pattern]) => pattern.test(before))?.[0] ?? 'equals';
  const figure = {
    printed: numeral.printed,
    ...(numeral.scale === undefined ? {} : { scale: numeral.scale }),
    unit,
  };
  return {
    start,
    end,
    figure,
    bound,
    kind,
    perYear: kind === 'money' && perYearBehind.test(text.slice(end)),
    ...(numeral.isCounted ? { isCounted: true } : {}),
  };
}

function kindOf(unit: Unit): Quantity['kind'] {
  if (unit === 'percent' || unit === 'times') return unit;
  return unit === 'USD' || unit === 'EUR' || unit === 'GBP' ? 'money' : 'people';
}

const joint = /^\s?(?:et|and|à|to|or|ou|-|–)\s?$/i;
const opening = /(?<!\p{L})(?:entre|between|from|de|d')\s?[$€£]?\s?$/iu;

/** The first of two numbers of a range takes scale and unit of the second. */
function inRange(one: Quantity, next: Quantity | undefined, text: string): Quantity {
  if (next === undefined) return one;
  const link = text.slice(one.end, next.start);
  const opened = opening.test(text.slice(0, one.start));
  if (!joint.test(link) || (one.kind !== 'bare' && one.kind !== next.kind)) return one;
  if (!opened && one.kind === 'bare' && /et|and|\bou\b|\bor\b/i.test(link) && next.kind === 'bare')
    return one;
  const scale = one.figure.scale ?? next.figure.scale;
  const figure = { ...one.figure, ...(scale === undefined ? {} : { scale }), unit: next.figure.unit };
  return {
    ...one,
    figure,
    kind: next.kind,
    perYear: one.perYear || next.perYear,
    bound: opened ? 'at_least' : one.bound,
  };
}
