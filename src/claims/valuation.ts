import type { Organisation } from '../organisations/index.js';
import type { Claim } from './claim.js';
import { type Figure, scales } from './figure.js';
import { dollarsIn, figureIn, inBoth, joined } from './print.js';
import type { DatalessCheck } from './verdict.js';

/** What a stake and its price value the whole at, in US dollars to three digits. */
export interface Valuation {
  readonly value: number;
  /** Between which amounts the two figures as printed allow it to lie, rounded outwards; null where there is no limit. */
  readonly low: number;
  readonly high: number | null;
}

/**
 * What is the whole worth if a share of it costs so much?
 *
 * 49 % for 14 billion is 28.6 billion; as printed, from 13.5 billion for 49.5 % to 14.5 billion for 48.5 %. Null where the share is 0 or more than
 * the whole, or the figures have other units.
 *
 * Units: US dollars. Method: whole-number arithmetic on the printed digits.
 */
export function impliedValuation(price: Figure, share: Figure): Valuation | null {
  if (price.unit !== 'USD' || share.unit !== 'percent' || share.scale !== undefined) return null;
  const dollars = tenths(price);
  const percent = tenths(share);
  if (percent.digits === 0n || percent.digits > 100n * percent.unit) return null;
  const whole = (cost: bigint, part: bigint, how: Rounding) =>
    rounded(cost * 100n * percent.unit, part * dollars.unit, how);
  const [least, most] = [percent.digits - percent.half, percent.digits + percent.half];
  return {
    value: whole(dollars.digits, percent.digits, 'nearest'),
    low: whole(dollars.digits - dollars.half, most, 'down'),
    high: least <= 0n ? null : whole(dollars.digits + dollars.half, least, 'up'),
  };
}

/**
 * What does a claim that somebody took a stake imply the organisation to be worth, and what do the registry and other claims say?
 *
 * Rows: one where the claim has one share and one price, else none.
 */
export function valuationChecks(
  claim: Claim,
  claims: readonly Claim[],
  registry: readonly Organisation[],
): readonly DatalessCheck[] {
  const own = stakeOf(claim);
  if (own === null) return [];
  const event = registry
    .find(({ id }) => id === own.organisation)
    ?.events.find((each) => each.event === 'stake_taken' && (own.by === undefined || each.by === own.by));
  const recorded = event?.event === 'stake_taken' ? event.valuation_usd : undefined;
  const others = claims.flatMap((other) => {
    const theirs = other.id === claim.id ? null : stakeOf(other);
    return theirs !== null && theirs.organisation === own.organisation ? [{ other, theirs }] : [];
  });
  const { value, low, high } = own.valuation;
  const inside = recorded !== undefined && low <= recorded && recorded <= (high ?? recorded);
  const implied = inBoth((lang) => {
    const [share, price] = [figureIn(own.share, lang), figureIn(own.price, lang)];
    const top = high === null ? '∞' : dollarsIn(high, lang);
    return lang === 'en'
      ? `${share} for ${price} values the whole at ${dollarsIn(value, lang)}; the two figures as printed allow ${dollarsIn(low, lang)} to ${top}.`
      : `${share} pour ${price} valorisent l’ensemble à ${dollarsIn(value, lang)} ; tels qu’imprimés, les deux chiffres permettent de ${dollarsIn(low, lang)} à ${top}.`;
  });
  const known = inBoth((lang) =>
    lang === 'en'
      ? `The registry records ${dollarsIn(recorded ?? 0, lang)}, which lies ${inside ? 'in' : 'outside'} that range.`
      : `Le registre note ${dollarsIn(recorded ?? 0, lang)}, ce qui est ${inside ? 'dans' : 'hors de'} cet intervalle.`,
  );
  const compared = others.map(({ other, theirs }) =>
    inBoth((lang) =>
      lang === 'en'
        ? `The figures of ${other.id} (${figureIn(theirs.share, lang)} for ${figureIn(theirs.price, lang)}) give ${dollarsIn(theirs.valuation.value, lang)}.`
        : `Les chiffres de ${other.id} (${figureIn(theirs.share, lang)} pour ${figureIn(theirs.price, lang)}) donnent ${dollarsIn(theirs.valuation.value, lang)}.`,
    ),
  );
  return [
    {
      kind: 'arithmetic',
      says: joined([implied, ...(recorded === undefined ? [] : [known]), ...compared]),
      numbers: {
        valuation: value,
        low,
        high,
        ...(recorded === undefined ? {} : { registry_valuation: recorded }),
        ...Object.fromEntries(
          others.map(({ other, theirs }) => [`valuation of ${other.id}`, theirs.valuation.value]),
        ),
      },
      claims: others.map(({ other }) => other.id),
      ...(event === undefined || recorded === undefined ? {} : { source: event.source }),
    },
  ];
}

/** The stake that a claim says was taken, where it has one share and one price. */
function stakeOf({ check, figures }: Claim) {
  if (!('fact' in check) || (check.fact !== 'stake_taken' && check.fact !== 'acquired')) return null;
  const shares = figures.filter(({ unit }) => unit === 'percent');
  const prices = figures.filter(({ unit }) => unit === 'USD');
  const [share, price] = [shares[0], prices[0]];
  if (share === undefined || price === undefined || shares.length + prices.length !== 2) return null;
  const valuation = impliedValuation(price, share);
  return valuation === null
    ? null
    : { organisation: check.organisation, by: check.by, share, price, valuation };
}

/** The printed digits in tenths of the last one, so that half a digit is whole. */
function tenths({ printed, scale }: Figure): { digits: bigint; half: bigint; unit: bigint } {
  const [whole = '', decimals = ''] = printed.split('.');
  const times = BigInt(scale === undefined ? 1 : scales[scale]);
  return {
    digits: BigInt(whole + decimals) * 10n * times,
    half: 5n * times,
    unit: 10n ** BigInt(decimals.length + 1),
  };
}

type Rounding = 'nearest' | 'down' | 'up';

/** A fraction to three digits; a half goes up. */
function rounded(numerator: bigint, denominator: bigint, how: Rounding): number {
  const length = String(numerator / denominator).length;
  const step = 10n ** BigInt(Math.max(0, length - 3));
  const unit = denominator * step;
  const add = how === 'nearest' ? unit / 2n : how === 'up' ? unit - 1n : 0n;
  return Number(((numerator + add) / unit) * step);
}
