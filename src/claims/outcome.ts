import type { Comparator } from './claim.js';
import { amountOf, type Figure, roundsTo } from './figure.js';
import type { Outcome, Verdict } from './verdict.js';

/** What kind of number is measured; it decides what a null limit means and when there is too little of it. */
export type Kind = 'ratio' | 'share' | 'difference' | 'count' | 'rank';

/** A number measured under one definition, in the unit of the claim. */
export interface Measured {
  readonly kind: Kind;
  readonly value: number | null;
  /** 95 % limits; an upper limit that is null is infinite for a ratio and a count, unknown otherwise. */
  readonly low: number | null;
  readonly high: number | null;
  /** People or moves, of which none may be too few: both sides of a ratio, everybody asked about in a share; none where nobody is counted. */
  readonly cases: readonly number[];
}

/** Why an outcome is what it is. */
export type Why =
  | 'few'
  | 'parity'
  | 'wide'
  | 'no interval'
  | 'both sides'
  | 'incomplete'
  | 'rounds'
  | 'near'
  | 'inside'
  | 'outside'
  | 'claimed side'
  | 'other side';

/** What one definition says of a claim, and why. */
export interface Judged {
  readonly outcome: Outcome;
  readonly why: Why;
}

/** Points of a share above which its interval says too little. */
export const widestShare = 20;

/** How near a figure that is said with "about" has to be. */
export const nearness = 0.1;

/**
 * What does one definition say of a claim?
 *
 * First match: too little data (a count below the minimum; for a ratio an interval that holds parity, for a share one wider than
 * 20 points; no interval); reproduced (rounds to the claim at its printed precision; with "about", within 10 %); compatible (the
 * claim lies in the interval); else contradicted. A directional claim goes by the side on which the whole interval lies, and its
 * counts are taken together: one side may well be empty. A count of people is a lower bound, since no source holds everybody.
 * Who leads by a rank is first at both ends of its interval.
 *
 * Method: docs/definitions.md, verdicts.
 * @param figure what is claimed; without one, a direction is held against 1 (a ratio) or 0 (a difference)
 * @param minimum the least count
 */
export function outcomeOf(
  measured: Measured,
  comparator: Comparator,
  figure: Figure | undefined,
  minimum: number,
): Judged {
  const side = sideOf(comparator);
  if (side !== null) return directed(measured, side, thresholdOf(measured, comparator, figure), minimum);
  if (figure === undefined) throw new RangeError(`${comparator} without a figure`);
  const little = tooLittle(measured, minimum);
  if (little !== null) return { outcome: 'too little data', why: little };
  const { value, low, high } = limitsOf(measured);
  const claimed = amountOf(figure);
  if (measured.kind === 'count') {
    if (low > claimed) return { outcome: 'contradicted', why: 'outside' };
    return { outcome: 'too little data', why: 'incomplete' };
  }
  if (roundsTo(value, figure)) return { outcome: 'reproduced', why: 'rounds' };
  if (comparator === 'about' && Math.abs(value - claimed) <= nearness * Math.abs(claimed) * (1 + 1e-9)) {
    return { outcome: 'reproduced', why: 'near' };
  }
  if (low <= claimed && claimed <= high) return { outcome: 'compatible', why: 'inside' };
  return { outcome: 'contradicted', why: 'outside' };
}

/**
 * What do all definitions together say of a claim?
 *
 * Those with too little data are dropped unless all are. One outcome, or reproduced beside compatible: the better of them;
 * agreement beside contradiction: it depends on the definition. The order of the definitions decides nothing.
 */
export function verdictOver(outcomes: readonly Outcome[]): Exclude<Verdict, 'not checkable'> {
  const said = new Set(outcomes.filter((outcome) => outcome !== 'too little data'));
  if (said.size === 0) return 'too little data';
  const better = said.has('reproduced') ? 'reproduced' : 'compatible';
  if (!said.has('contradicted')) return better;
  return said.size === 1 ? 'contradicted' : 'depends on the definition';
}

/** Which side a directional comparator claims; null for one that claims a figure. */
function sideOf(comparator: Comparator): 'above' | 'below' | null {
  if (comparator === 'equals' || comparator === 'about') return null;
  return comparator === 'at_most' || comparator === 'falls' ? 'below' : 'above';
}

function thresholdOf({ kind }: Measured, comparator: Comparator, figure: Figure | undefined): number {
  const bounded = comparator === 'at_least' || comparator === 'at_most';
  if (bounded && figure === undefined) throw new RangeError(`${comparator} without a figure`);
  if (bounded && figure !== undefined) return amountOf(figure);
  return kind === 'ratio' ? 1 : 0;
}

function directed(measured: Measured, side: 'above' | 'below', threshold: number, minimum: number): Judged {
  const little = { outcome: 'too little data' } as const;
  const counted = measured.kind === 'count';
  const together = measured.cases.reduce((sum, each) => sum + each, 0);
  if (!counted && measured.cases.length > 0 && together < minimum) return { ...little, why: 'few' };
  if (!hasLimits(measured)) return { ...little, why: 'no interval' };
  const { low, high } = limitsOf(measured);
  if (measured.kind === 'rank') {
    if (high <= 1) return { outcome: 'reproduced', why: 'claimed side' };
    return low > 1 ? { outcome: 'contradicted', why: 'other side' } : { ...little, why: 'both sides' };
  }
  const bound = threshold !== (measured.kind === 'ratio' ? 1 : 0);
  const [above, below] = bound ? [low >= threshold, high <= threshold] : [low > threshold, high < threshold];
  const [agrees, against] = side === 'above' ? [above, high < threshold] : [below, low > threshold];
  if (agrees) return { outcome: 'reproduced', why: 'claimed side' };
  if (against) return { outcome: 'contradicted', why: 'other side' };
  return { ...little, why: counted ? 'incomplete' : 'both sides' };
}

function tooLittle(measured: Measured, minimum: number): Why | null {
  if (measured.kind !== 'count' && measured.cases.some((count) => count < minimum)) return 'few';
  if (measured.value === null || !hasLimits(measured)) return 'no interval';
  const { low, high } = limitsOf(measured);
  if (measured.kind === 'ratio' && low <= 1 && 1 <= high) return 'parity';
  if (measured.kind === 'share' && high - low > widestShare) return 'wide';
  return null;
}

function hasLimits({ kind, low, high }: Measured): boolean {
  return low !== null && (high !== null || kind === 'ratio' || kind === 'count');
}

function limitsOf({ value, low, high }: Measured) {
  return {
    value: value ?? Number.POSITIVE_INFINITY,
    low: low ?? Number.NEGATIVE_INFINITY,
    high: high ?? Number.POSITIVE_INFINITY,
  };
}
