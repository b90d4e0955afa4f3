import type { Words } from '../measures/index.js';
import { type PartialDate, parseDate } from '../records/index.js';
import type { Asked, Claim, Comparator } from './claim.js';
import { amountOf, type Figure, roundsTo } from './figure.js';
import { figureIn, inBoth, type Lang, numberIn } from './print.js';
import type { DatalessCheck } from './verdict.js';

/**
 * Which other claims say the same thing of the same thing, and do they agree?
 *
 * Two claims are on one thing where they state the same fact of the same organisation, or put the same question to the same measure with the same
 * parameters. Figures of one unit agree where one lies in what the other as printed, and as it compares, allows: 14 billion and 14.3 billion do, 6.4 and 6.5 do not, nor do *about* 6.5 and 6.4. Dates agree where they overlap. Opposite directions of one flow, or two leaders of one list, conflict. It is found from
 * either side. Rows: one per other claim and thing compared, in the order of the claims.
 */
export function conflictChecks(claim: Claim, claims: readonly Claim[]): readonly DatalessCheck[] {
  return claims.flatMap((other) => {
    if (other.id === claim.id) return [];
    const direction = opposite(claim, other);
    if (!sameThing(claim, other)) return direction ? [directionCheck(other)] : [];
    return [
      ...sharedFigures(claim, other).map(([own, theirs]) => figureCheck(claim, own, other, theirs)),
      ...dateChecks(claim, other),
      ...(direction ? [directionCheck(other)] : []),
    ];
  });
}

/** Does a number lie in what a figure as printed, and as its claim compares it, allows? */
function allows(figure: Figure, comparator: Comparator | undefined, value: number): boolean {
  if (roundsTo(value, figure)) return true;
  if (comparator === 'at_least') return value > amountOf(figure);
  return comparator === 'at_most' && value < amountOf(figure);
}

function figureCheck(claim: Claim, own: Figure, other: Claim, theirs: Figure): DatalessCheck {
  const [mine, yours] = [amountOf(own), amountOf(theirs)];
  const agree = allows(own, claim.comparator, yours) || allows(theirs, other.comparator, mine);
  const percent = mine === 0 ? null : (100 * (yours - mine)) / mine;
  const says = inBoth((lang) => {
    const one = compared(own, claim.comparator, lang);
    const two = compared(theirs, other.comparator, lang);
    if (agree && one === two)
      return lang === 'en'
        ? `${other.id} has the same figure, ${two}.`
        : `${other.id} donne le même chiffre, ${two}.`;
    if (agree && (roundsTo(yours, own) || roundsTo(mine, theirs)))
      return lang === 'en'
        ? `${other.id} says ${two}, here it is ${one}: as printed, the figures agree at the coarser precision.`
        : `${other.id} dit ${two}, ici c’est ${one} : tels qu’imprimés, les chiffres concordent à la précision la moins fine.`;
    if (agree)
      return lang === 'en'
        ? `${other.id} says ${two}, here it is ${one}: the two can both hold.`
        : `${other.id} dit ${two}, ici c’est ${one} : les deux peuvent être vrais.`;
    const apart =
      percent === null
        ? ''
        : lang === 'en'
          ? `, ${numberIn(Math.abs(percent), lang)}% ${percent > 0 ? 'more' : 'less'}`
          : `, soit ${numberIn(Math.abs(percent), lang)}\u00a0% de ${percent > 0 ? 'plus' : 'moins'}`;
    return lang === 'en'
      ? `In conflict with ${other.id} on the same thing: ${one} here, ${two} there${apart}; rounding does not explain it.`
      : `En conflit avec ${other.id} sur la même chose : ${one} ici, ${two} là${apart} ; l’arrondi ne l’explique pas.`;
  });
  const numbers = { figure: mine, other: yours, difference_percent: percent, agrees: agree ? 1 : 0 };
  return { kind: 'conflict', says, numbers, claims: [other.id] };
}

/** A figure with the word that its claim compares it by. */
function compared(figure: Figure, comparator: Comparator | undefined, lang: Lang): string {
  const words = comparator === undefined ? undefined : comparing[comparator];
  return `${words?.[lang] ?? ''}${figureIn(figure, lang)}`;
}

const comparing: { readonly [comparator in Comparator]?: Words } = {
  about: { en: 'about ', fr: 'environ ' },
  at_least: { en: 'at least ', fr: 'au moins ' },
  at_most: { en: 'at most ', fr: 'au plus ' },
};

function dateChecks({ check }: Claim, other: Claim): readonly DatalessCheck[] {
  if (!('fact' in check && 'fact' in other.check)) return [];
  const parties = check.by !== undefined && other.check.by !== undefined && check.by !== other.check.by;
  const [own, theirs] = [dateOf(check.on), dateOf(other.check.on)];
  const apart = own !== null && theirs !== null && !overlap(own, theirs);
  const found: DatalessCheck[] = [];
  if (apart) {
    found.push({
      kind: 'conflict',
      says: {
        en: `In conflict with ${other.id} on the date.`,
        fr: `En conflit avec ${other.id} sur la date.`,
      },
      numbers: { agrees: 0 },
      claims: [other.id],
    });
  }
  if (parties && !apart) {
    found.push({
      kind: 'conflict',
      says: {
        en: `In conflict with ${other.id} on by whom.`,
        fr: `En conflit avec ${other.id} sur par qui.`,
      },
      numbers: { agrees: 0 },
      claims: [other.id],
    });
  }
  return found;
}

function directionCheck(other: Claim): DatalessCheck {
  return {
    kind: 'conflict',
    says: {
      en: `${other.id} says the opposite of the same thing.`,
      fr: `${other.id} dit le contraire de la même chose.`,
    },
    numbers: { agrees: 0 },
    claims: [other.id],
  };
}

/** Units in which either claim has one figure, so that it is plain which is compared. */
function sharedFigures(claim: Claim, other: Claim): readonly (readonly [Figure, Figure])[] {
  return claim.figures.flatMap((own) => {
    const [mine, theirs] = [claim, other].map(({ figures }) => figures.filter((f) => f.unit === own.unit));
    const [found] = theirs ?? [];
    return mine?.length === 1 && theirs?.length === 1 && found !== undefined ? [[own, found] as const] : [];
  });
}

function sameThing({ check: own }: Claim, { check: theirs }: Claim): boolean {
  if ('fact' in own && 'fact' in theirs)
    return (
      own.fact === theirs.fact &&
      own.organisation === theirs.organisation &&
      (own.fact !== 'part_of' || own.by === theirs.by)
    );
  if ('measure' in own && 'measure' in theirs)
    return sameQuestion(own, theirs) && String(own.of) === String(theirs.of);
  return false;
}

function sameQuestion(own: Asked, theirs: Asked): boolean {
  return (
    own.measure === theirs.measure &&
    own.value === theirs.value &&
    keyOf(own.parameters) === keyOf(theirs.parameters)
  );
}

function keyOf(parameters: Asked['parameters']): string {
  return JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function opposite(claim: Claim, other: Claim): boolean {
  const [own, theirs] = [claim.check, other.check];
  if (!('measure' in own && 'measure' in theirs) || !sameQuestion(own, theirs)) return false;
  const [a, b] = [claim.comparator, other.comparator];
  const same = String(own.of) === String(theirs.of);
  if (a === 'rises' || a === 'falls') return same && (a === 'rises' ? 'falls' : 'rises') === b;
  if (a !== b) return false;
  if (a === 'more_than_reverse') return !same && String([...own.of].reverse()) === String(theirs.of);
  return a === 'leads' && !same && own.of[0] !== theirs.of[0];
}

function dateOf(on: string | undefined): PartialDate | null {
  return on === undefined ? null : parseDate(on);
}

function overlap(a: PartialDate, b: PartialDate): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}
