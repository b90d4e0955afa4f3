import { clopperPearson, type Interval } from './binomial.js';
import { flowRatio, type Ratio } from './ratio.js';

const LEVEL = 0.95;
const MOST = 1e6;

/** Two counts of moves with the ratio, the exact 95 % interval and the p-value that they give. */
export interface RatioCounts extends Ratio {
  readonly forward: number;
  readonly backward: number;
}

/** The least counts behind a printed ratio: under both rounding rules, and under each alone. */
export interface ImpliedCounts extends RatioCounts {
  readonly halfUp: RatioCounts;
  readonly halfEven: RatioCounts;
}

/**
 * On how few moves can a printed ratio rest?
 *
 * The counts with the smallest total whose ratio rounds to the figure whether halves go up or to the even
 * digit: 8.2 needs 41:5, since 33:4 is 8.25, which rounding half up prints as 8.3. A lower bound on the
 * counts, never evidence that they were that small.
 *
 * Method: whole-number comparison of every fraction by rising denominator, so that no half is missed.
 * @param printed the figure as printed, in its text where trailing zeros matter: '2.0' says more than 2
 * @param decimals to how many decimals it is printed; read off the figure unless told
 * @throws RangeError where the figure is no plain decimal number below a million with at most 6 decimals, has
 * more decimals than told, or too many digits for exact whole numbers
 */
export function impliedCounts(printed: number | string, decimals?: number): ImpliedCounts {
  const figure = parseFigure(printed, decimals);
  return {
    ...least(figure, 'both'),
    halfUp: least(figure, 'halfUp'),
    halfEven: least(figure, 'halfEven'),
  };
}

/**
 * On how many moves must a printed ratio rest at least, before equal flows are excluded?
 *
 * The counts with the smallest total that round to the figure under both rules and whose exact 95 % interval
 * leaves 1 out: 2.0 can come from 2:1 but excludes parity only from 28:14. Null where the figure reads 1, or
 * where a million moves would not be enough.
 *
 * Method: as impliedCounts, with flowRatio on the candidates.
 * @param printed the figure as printed
 * @param decimals to how many decimals it is printed; read off the figure unless told
 * @throws RangeError as impliedCounts
 */
export function leastExcludingParity(printed: number | string, decimals?: number): RatioCounts | null {
  const figure = parseFigure(printed, decimals);
  if (figure.digits === figure.unit) return null;
  const above = figure.digits > figure.unit;
  for (let backward = 1; backward <= MOST; backward++) {
    const { first, last } = fitting(figure, backward, 'both');
    if (first + backward > MOST) return null;
    if (first > last || !excludes(above ? last : first, backward, above)) continue;
    let forward = first;
    while (!excludes(forward, backward, above)) forward++;
    return { forward, backward, ...flowRatio(forward, backward, LEVEL) };
  }
  return null;
}

/** A number of people out of all of them, with the share and the exact 95 % interval that they give. */
export interface ShareCounts extends Interval {
  readonly part: number;
  readonly whole: number;
  readonly share: number;
}

/**
 * Of how few people can a printed percentage be?
 *
 * The smallest whole of which some part rounds to the figure whether halves go up or to the even digit: 78 % needs 7 of 9, 80 % 4 of
 * 5. A lower bound on the whole, never evidence that it was that small. Shares that are weighted or averaged are of no whole.
 *
 * Method: as impliedCounts; the interval is Clopper and Pearson's.
 * @param printed the percentage as printed, without its sign
 * @throws RangeError as impliedCounts, and above 100
 */
export function impliedShare(printed: number | string): ShareCounts {
  const figure = parseShare(printed);
  for (let whole = 1; ; whole++) {
    const { first, last } = fitting(figure, whole, 'both');
    if (first <= last) {
      return { part: first, whole, share: first / whole, ...clopperPearson(first, whole, LEVEL) };
    }
  }
}

/**
 * How many people is a printed percentage of a number of them?
 *
 * The fewest and the most whose share rounds to the figure, a half either way; null where no number of them does, so that the
 * percentage is not of that many.
 *
 * @param printed the percentage as printed, without its sign
 * @param whole of how many
 * @throws RangeError as impliedShare, and where the whole is no count
 */
export function partsOf(
  printed: number | string,
  whole: number,
): { readonly least: number; readonly most: number } | null {
  const { digits, unit } = parseShare(printed);
  if (!(Number.isSafeInteger(whole) && whole > 0 && Number.isSafeInteger((2 * digits + 1) * whole)))
    throw new RangeError(`invalid whole: ${whole}; give a count above 0`);
  const least = Math.max(0, ceilDivide((2 * digits - 1) * whole, 2 * unit));
  const most = Math.min(whole, floorDivide((2 * digits + 1) * whole, 2 * unit));
  return least <= most ? { least, most } : null;
}

interface Figure {
  readonly digits: number;
  readonly unit: number;
}

type Rule = 'both' | 'halfUp' | 'halfEven';

function parseFigure(printed: number | string, decimals?: number): Figure {
  const text = String(printed).trim();
  const found = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec(text);
  if (!found) throw new RangeError(`invalid printed ratio: ${text}; give a plain number such as 10.6`);
  const fraction = found[2] ?? '';
  const places = decimals ?? fraction.length;
  if (!(Number.isInteger(places) && places >= fraction.length && places <= 6))
    throw new RangeError(`invalid decimals: ${places} for ${text}; give ${fraction.length} to 6`);
  const digits = Number(found[1] + fraction.padEnd(places, '0'));
  const unit = 10 ** places;
  if (!Number.isSafeInteger((2 * digits + 1) * unit))
    throw new RangeError(`invalid printed ratio: ${text}; give fewer digits`);
  return { digits, unit };
}

function parseShare(printed: number | string): Figure {
  const { digits, unit } = parseFigure(printed);
  if (digits > 100 * unit) throw new RangeError(`invalid share: ${printed}; give a percentage up to 100`);
  return { digits, unit: 100 * unit };
}

function least(figure: Figure, rule: Rule): RatioCounts {
  for (let backward = 1; ; backward++) {
    const { first, last } = fitting(figure, backward, rule);
    if (first <= last) return { forward: first, backward, ...flowRatio(first, backward, LEVEL) };
  }
}

// forward/backward rounds to digits/unit where (2 digits - 1) backward and (2 digits + 1) backward hold
// 2 unit forward between them; the rule says which of the two ends, each an exact half, belong to the figure.
function fitting({ digits, unit }: Figure, backward: number, rule: Rule): { first: number; last: number } {
  const isEven = digits % 2 === 0;
  const takesLower = rule === 'halfUp' || isEven;
  const takesUpper = rule === 'halfEven' && isEven;
  const lower = (2 * digits - 1) * backward;
  const upper = (2 * digits + 1) * backward;
  const step = 2 * unit;
  const first = takesLower ? ceilDivide(lower, step) : floorDivide(lower, step) + 1;
  const last = takesUpper ? floorDivide(upper, step) : ceilDivide(upper, step) - 1;
  return { first: Math.max(0, first), last };
}

function floorDivide(dividend: number, divisor: number): number {
  return (dividend - (((dividend % divisor) + divisor) % divisor)) / divisor;
}

function ceilDivide(dividend: number, divisor: number): number {
  return -floorDivide(-dividend, divisor);
}

function excludes(forward: number, backward: number, above: boolean): boolean {
  const total = forward + backward;
  const distance = above ? forward - backward : backward - forward;
  // The exact test never rejects where the normal one with continuity correction is this far from doing so.
  if (distance - 1 < (total > 400 ? 1.955 : 1.8) * Math.sqrt(total)) return false;
  const { low, high } = flowRatio(forward, backward, LEVEL);
  return above ? (low ?? 0) > 1 : (high ?? Number.POSITIVE_INFINITY) < 1;
}
