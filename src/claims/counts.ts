import {
  impliedCounts,
  impliedShare,
  leastExcludingParity,
  partsOf,
  type RatioCounts,
} from '../stats/index.js';
import type { Claim } from './claim.js';
import { amountOf, type Figure, halfDigit } from './figure.js';
import { digitsIn, figureIn, inBoth, isMoney, type Lang, numberIn } from './print.js';
import type { DatalessCheck } from './verdict.js';

/**
 * Which counts do the figures of a claim imply?
 *
 * A ratio of people has least counts; so has a share, of which a count in the same claim makes a number of people. A lower bound on the counts, never
 * evidence that they were that small, and never a verdict. Left out: shares of a company, which are of no people, and changes in per cent.
 * Rows: one per figure that implies something, in the order of the claim.
 */
export function countChecks(claim: Claim): readonly DatalessCheck[] {
  return claim.figures.flatMap((figure) => {
    if (figure.unit === 'ratio') return isReadable(figure) ? [ratioCheck(figure)] : [];
    if (figure.unit === 'percent') return isShare(claim, figure) ? [shareCheck(claim, figure)] : [];
    return [];
  });
}

function ratioCheck(figure: Figure): DatalessCheck {
  const least = impliedCounts(figure.printed);
  const parity = leastExcludingParity(figure.printed);
  const says = inBoth((lang) => {
    const number = (value: number | null) => (value === null ? '∞' : numberIn(value, lang));
    const count = (value: number) => numberIn(value, lang, {});
    const [low, high] = [number(least.low), number(least.high)];
    const moves = `${count(least.forward)}${lang === 'en' ? ' moves against ' : ' passages contre '}${count(least.backward)}`;
    const apart = parity === null ? '' : ` ${apartFrom1(parity, least, lang)}`;
    return lang === 'en'
      ? `${figureIn(figure, lang)} can rest on as few as ${moves}, with a 95% interval of ${low} to ${high}: a lower bound on the counts, not evidence that they were that small.${apart}`
      : `${figureIn(figure, lang)} peut reposer sur ${moves} seulement, avec un intervalle à 95 % de ${low} à ${high} : une borne inférieure des effectifs, et non la preuve qu’ils étaient si petits.${apart}`;
  });
  return {
    kind: 'implied counts',
    says,
    numbers: {
      forward: least.forward,
      backward: least.backward,
      low: least.low,
      high: least.high,
      parity_forward: parity?.forward ?? null,
      parity_backward: parity?.backward ?? null,
    },
    claims: [],
  };
}

function apartFrom1(parity: RatioCounts, least: RatioCounts, lang: Lang): string {
  if (parity.forward === least.forward && parity.backward === least.backward)
    return lang === 'en' ? 'Even these leave 1 to 1 out.' : 'Même ceux-ci excluent 1 pour 1.';
  const [forward, backward] = [parity.forward, parity.backward].map((count) => numberIn(count, lang, {}));
  return lang === 'en'
    ? `To leave 1 to 1 out, it takes at least ${forward} against ${backward}.`
    : `Pour exclure 1 pour 1, il en faut au moins ${forward} contre ${backward}.`;
}

function shareCheck(claim: Claim, figure: Figure): DatalessCheck {
  const counted = claim.figures.filter(({ unit, scale }) => isCount(unit) && scale === undefined);
  const whole = counted[0];
  if (counted.length === 1 && whole !== undefined && isWhole(whole)) return ofWhole(figure, whole);
  const { part, whole: people, low, high } = impliedShare(figure.printed);
  const says = inBoth((lang) => {
    const percent = (share: number) => numberIn(share, lang, { style: 'percent', maximumFractionDigits: 0 });
    return lang === 'en'
      ? `If ${figureIn(figure, lang)} is a share of people counted one by one, they are at least ${people}: ${part} of ${people}, with a 95% interval of ${percent(low)} to ${percent(high)}; a lower bound, not evidence that they were so few.`
      : `Si ${figureIn(figure, lang)} est une part de personnes comptées une à une, elles sont au moins ${people} : ${part} sur ${people}, avec un intervalle à 95 % de ${percent(low)} à ${percent(high)} ; une borne inférieure, et non la preuve qu’elles étaient si peu.`;
  });
  return { kind: 'implied counts', says, numbers: { part, whole: people, low, high }, claims: [] };
}

function ofWhole(figure: Figure, count: Figure): DatalessCheck {
  const whole = amountOf(count);
  const parts = partsOf(figure.printed, whole);
  const says = inBoth((lang) => {
    const share = figureIn(figure, lang);
    const of = figureIn(count, lang);
    if (parts === null) {
      return lang === 'en'
        ? `No whole number of ${of} is ${share}: either the share is of others, or one of the two figures is not as printed.`
        : `Aucun nombre entier sur ${of} ne fait ${share} : ou la part porte sur un autre ensemble, ou l’un des deux chiffres n’est pas celui qui est imprimé.`;
    }
    const [least, most] = [digitsIn(String(parts.least), lang), digitsIn(String(parts.most), lang)];
    const range = least === most ? least : lang === 'en' ? `${least} to ${most}` : `de ${least} à ${most}`;
    return lang === 'en'
      ? `If the share is of them, ${share} of ${of} is ${range}.`
      : `Si la part porte sur elles, ${share} de ${of} font ${range}.`;
  });
  return {
    kind: 'implied counts',
    says,
    numbers: { whole, least: parts?.least ?? null, most: parts?.most ?? null },
    claims: [],
  };
}

/** A share of people: not of a company or its price, not a change, and at most the whole. */
function isShare({ check, comparator, figures }: Claim, figure: Figure): boolean {
  if ('fact' in check || comparator === 'rises' || comparator === 'falls') return false;
  if ('measure' in check && check.measure === 'demand') return false;
  if (figures.some(({ unit }) => isMoney(unit))) return false;
  return isReadable(figure) && amountOf(figure) <= 100;
}

/** Few enough digits for exact counts. */
function isReadable({ printed, scale }: Figure): boolean {
  const [whole = '', decimals = ''] = printed.split('.');
  return scale === undefined && whole.length <= 6 && whole.length + decimals.length * 2 <= 12;
}

function isCount(unit: Figure['unit']): boolean {
  return unit === 'people' || unit === 'cases';
}

function isWhole(figure: Figure): boolean {
  return halfDigit(figure) === 0.5 && amountOf(figure) > 0 && amountOf(figure) <= 1e9;
}
