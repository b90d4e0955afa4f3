import { type Figure, scales, type Unit } from '../claims/index.js';
import { casesNouns, firmNouns, otherNouns, peopleNouns, perYearBehind } from './_nouns.js';
import { bounds, currencies } from './_numerals.js';
import { anyOf, phrases } from './_pattern.js';
import { portions } from './_portions.js';
import { type Bound, type Numeral, scaleAt } from './_scale.js';
import { figureCounts, spelledOut } from './_spelled.js';
import type { ArticleLanguage } from './language.js';
import type { Span } from './sentences.js';

/** A number in a sentence with what it counts; `bare` where nothing beside it says. */
export interface Quantity extends Span {
  readonly figure: Omit<Figure, 'unit'> & { readonly unit: Unit | '?' };
  readonly bound: Bound;
  readonly kind: 'money' | 'percent' | 'people' | 'cases' | 'organisations' | 'times' | 'bare' | 'other';
  readonly perYear: boolean;
  /** Whether its digits are counted instead of printed: "eight figures". */
  readonly isCounted?: boolean;
  /** As written, where a share is said in words: "four out of five". */
  readonly words?: string;
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
  const numerals = [
    ...digits(text, lang),
    ...spelledOut(text, lang),
    ...portions(text, lang),
    ...figureCounts(text, usual),
  ]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, i, all) => all.slice(0, i).every((other) => other.end <= one.start));
  const read = numerals
    .map((one) => quantityOf(one, text))
    .map((one, i, all) => ofMoney(one, all[i - 1], text));
  return read
    .map((one, i) => inRange(one, read[i + 1], text))
    .map((one, i, all) => below(one, all[i - 1], text))
    .filter(
      (one, i, all) => one.kind !== 'other' && all.slice(0, i).every((other) => other.end <= one.start),
    );
}

const upperEnd = /(?<![\p{L}\d.,/:-])\d{1,3}(?:[.,]\d+)?(?:\s?(?:m|bn|k|%|M))?-$/u;
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
      !upperEnd.test(before) &&
      !/(?:[Dd]'|US|CAN?|AU?|HK|NZ|SG?|NT|MX)\$?$|(?:^|\s)(?:un|a|to|à|et|and|or|ou)-$/u.test(before)
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
  const bound = numeral.bound ?? boundOf(before);
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
    ...(numeral.words === undefined ? {} : { words: numeral.words }),
  };
}

const negated = /(?<!\p{L})(?:no|not|never|hardly|pas|jamais|guère)\s$/iu;
const negatedBefore = { at_least: 'at_most', at_most: 'at_least' } as const;

/** How the words before a figure mean it; "pas plus de" is the most, "no fewer than" the least. */
function boundOf(text: string): Bound {
  const before = text.slice(-60);
  for (const [bound, pattern] of boundWords) {
    const found = pattern.exec(before);
    if (found === null) continue;
    const turned = bound !== 'about' && negated.test(before.slice(0, found.index));
    return turned && !/^(?:no|au|jusqu|up|as)/i.test(found[0]) ? negatedBefore[bound] : bound;
  }
  return 'equals';
}

function kindOf(unit: Unit): Quantity['kind'] {
  if (unit === 'percent' || unit === 'times') return unit;
  return unit === 'USD' || unit === 'EUR' || unit === 'GBP' ? 'money' : 'people';
}

const joint = /^\s?(?:et|and|à|to|or|ou|-|–)\s?$/i;
const ranging = /^\s?(?:à|to|-|–)\s?$/i;
const opening = /(?<!\p{L})(?:entre|between|from|de|d')\s?[$€£]?\s?$/iu;
const changing =
  /(?:grew|grown|rose|risen|rise|fell|fall|fallen|went|gone|up|down|cut|increased|decreased|dropped|shrank|slashed|raised|climbed|jumped|pass[eé]e?s?|passer|monté|tombé|réduit|porté|augmenté|reculé|baissé|bondi)(?:\s[\p{L}'-]+){0,5}\s(?:from|de|d')\s?[$€£]?\s?$/iu;

/** The first of two numbers of a range takes scale and unit of the second, and is the least. */
function inRange(one: Quantity, next: Quantity | undefined, text: string): Quantity {
  if (next === undefined) return one;
  const link = text.slice(one.end, next.start);
  const before = text.slice(Math.max(0, one.start - 60), one.start);
  const isOpened = opening.test(before);
  const isBare = one.kind === 'bare';
  if (!joint.test(link) || !(isBare || (one.kind === next.kind && one.figure.unit === next.figure.unit)))
    return one;
  if (!isOpened && !ranging.test(link) && (!isBare || next.kind === 'bare' || /et|and/i.test(link)))
    return one;
  const isUp = Number(one.figure.printed) < Number(next.figure.printed);
  const scale = one.figure.scale ?? (isUp || !isBare ? next.figure.scale : undefined);
  if (one.figure.scale === undefined && next.figure.scale !== undefined && !isUp) return one;
  const figure = { ...one.figure, ...(scale === undefined ? {} : { scale }), unit: next.figure.unit };
  return {
    ...one,
    figure,
    kind: next.kind,
    perYear: one.perYear || next.perYear,
    bound: isRange(one, next, text) ? 'at_least' : one.bound,
  };
}

/** The second of two numbers is money where the currency stands before the first: "$2-3 billion". */
function ofMoney(one: Quantity, previous: Quantity | undefined, text: string): Quantity {
  if (one.kind !== 'bare' || previous?.kind !== 'money') return one;
  if (!ranging.test(text.slice(previous.end, one.start))) return one;
  return { ...one, kind: 'money', figure: { ...one.figure, unit: previous.figure.unit } };
}

/** The second of two numbers of a range is the most. */
function below(one: Quantity, previous: Quantity | undefined, text: string): Quantity {
  return previous !== undefined && previous.kind === one.kind && isRange(previous, one, text)
    ? { ...one, bound: 'at_most' }
    : one;
}

/** Whether two numbers are the ends of a range, and no change from one to the other. */
function isRange(one: Quantity, next: Quantity, text: string): boolean {
  const link = text.slice(one.end, next.start);
  const before = text.slice(Math.max(0, one.start - 60), one.start);
  const isOpened = opening.test(before) && !/(?<!\p{L})(?:from|de|d')\s?[$€£]?\s?$/iu.test(before);
  if (changing.test(before)) return false;
  if (!(ranging.test(link) || (isOpened && joint.test(link)))) return false;
  return (
    sized(one) < sized(next) || (one.figure.scale !== next.figure.scale && one.figure.scale === undefined)
  );
}

const sized = ({ figure }: Quantity): number =>
  Number(figure.printed) * (figure.scale === undefined ? 1 : scales[figure.scale]);
