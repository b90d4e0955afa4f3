import type { Asked, CheckedClaim, Estimate, Outcome } from '../claims/index.js';
import { measures, ranking, ratio, retention, type Words } from '../measures/index.js';

/** What one definition says of a claim, as far as it may be shown. */
export interface ShownEstimate {
  readonly definition: Words;
  readonly outcome: Outcome;
  /** Why its figures are not shown: a count is below the minimum, or near another one; null where they are shown. */
  readonly hidden: 'few' | 'near' | null;
  /** In the unit of the claim; null where it is hidden or there is none. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly counts: { readonly [column: string]: number };
}

/** A claim with its verdict, released; figures beside it where they are of no people. */
export interface ShownClaim extends Omit<CheckedClaim, 'estimates'> {
  readonly estimates: readonly ShownEstimate[];
  /** Whether every estimate is shown as it is, and so the reason that tells of them. */
  readonly whole: boolean;
}

/** Tables that hold people. */
const careers: readonly string[] = ['spell', 'episode', 'move', 'person'];

/** Counts that the report shows already, by what they count: `moves a>b`, or a column of a measure and its organisations. */
export type Counted = ReadonlyMap<string, readonly number[]>;

/**
 * What of the verdicts may be shown?
 *
 * The verdict, and the outcome under each definition. Figures of careers are shown for one definition of a flow or an
 * organisation at most, and only where each of its counts, and its distance from every count of the same flow that the report
 * shows elsewhere, is not below the minimum: else two windows would give away the people between them. An organisation counts
 * as one with all that is above and below it. A rank is shown without the counts behind it.
 *
 * Rows: the claims in their order, their definitions in theirs.
 *
 * @param counted counts of the report's own tables
 * @param familyOf one name for an organisation and all that was ever above or below it
 * @param min the least count that is shown
 * @param again whether a count that equals one shown elsewhere may be shown: it tells nothing but that nobody is between them
 */
export function discloseClaims(
  checked: readonly CheckedClaim[],
  counted: Counted,
  familyOf: (id: string) => string,
  min: number,
  again = false,
): readonly ShownClaim[] {
  const taken = new Map<string, string>();
  return checked.map((claim) => {
    const { check } = claim.claim;
    const asked = 'measure' in check ? check : null;
    const free = asked === null || min === 1 || !ofPeople(asked.measure);
    const ranked = asked?.measure === ranking.name && min > 1;
    const shown = new Set<Estimate>();
    for (const estimate of inTurn(claim)) {
      if ((free || ranked) && bare(estimate, min)) shown.add(estimate);
      if (free || ranked || asked === null) continue;
      const keys = keysOf(asked, estimate.counts, familyOf);
      if (keys === null || !bare(estimate, min)) continue;
      const mark = JSON.stringify([asked.measure, asked.of, estimate.definition.en, estimate.counts]);
      const same = keys.every(([key]) => taken.get(key) === mark);
      const alone = keys.every(([key, count], nth) => {
        const within = keys.flatMap(([other, own], i) => (other === key && i !== nth ? [own] : []));
        const elsewhere = (counted.get(key) ?? []).filter((other) => !again || other !== count);
        return !taken.has(key) && apart(count, [...elsewhere, ...within], min);
      });
      if (!same && !alone) continue;
      for (const [key] of keys) taken.set(key, mark);
      shown.add(estimate);
    }
    const whole = shown.size === claim.estimates.length && !ranked;
    const open = claim.claim.beside.every(({ measure }) => !ofPeople(measure));
    const beside = open || min === 1 ? claim.beside : [];
    const estimates = claim.estimates
      .map((e) => released(e, shown.has(e), min))
      .map((e) => (ranked ? { ...e, counts: {} } : e));
    return { ...claim, beside, whole, estimates };
  });
}

/** What counts count, so that counts of one thing can be told: every key with its count; null where that is not known. */
export function keysOf(
  asked: Pick<Asked, 'measure' | 'of'>,
  counts: { readonly [column: string]: number },
  familyOf: (id: string) => string,
): readonly (readonly [string, number])[] | null {
  const [from = '', to = ''] = asked.of.map(familyOf);
  const keys: (readonly [string, number])[] = [];
  for (const [column, count] of Object.entries(counts)) {
    const [, what = 'moves', side] = /^(?:rate_)?(?:(people)_)?(forward|backward)$/.exec(column) ?? [];
    if (asked.measure === ratio.name && side !== undefined)
      keys.push([`${what} ${side === 'forward' ? `${from}>${to}` : `${to}>${from}`}`, count]);
    else if (asked.measure === retention.name && asked.of.length === 1 && columnOf.has(column))
      keys.push([`${columnOf.get(column)} ${from}`, count]);
    else if (!(asked.measure === ratio.name && besideRates.has(column))) return null;
  }
  return keys.length === 0 ? null : keys;
}

const columnOf: ReadonlyMap<string, string> = new Map([
  ['people', 'people'],
  ['episodes', 'jobs'],
  ['jobs', 'jobs'],
  ['events', 'events'],
]);
const besideRates: ReadonlySet<string> = new Set(['left_out', 'person_months_from', 'person_months_to']);

/** Whether a measure counts careers; public series and filings of positions show nobody. */
export function ofPeople(name: string): boolean {
  const reads = measures.find((measure) => measure.name === name)?.reads ?? careers;
  return reads.some((table) => careers.includes(table));
}

/** Those that decide the verdict first. */
function inTurn({ estimates, verdict }: Pick<CheckedClaim, 'estimates' | 'verdict'>): readonly Estimate[] {
  const decides = estimates.filter(({ outcome }) => outcome === verdict);
  return [...decides, ...estimates.filter((estimate) => !decides.includes(estimate))];
}

function bare({ counts }: Estimate, min: number): boolean {
  const { episodes, jobs = episodes, events, people } = counts;
  const whole = jobs ?? people;
  const stayed = whole === undefined || events === undefined ? min : whole - events;
  return stayed >= min && Object.values(counts).every((count) => count >= min);
}

function apart(count: number, others: readonly number[], min: number): boolean {
  return others.every((other) => Math.abs(count - other) >= min);
}

function released(estimate: Estimate, shown: boolean, min: number): ShownEstimate {
  const { definition, outcome, value, low, high, counts } = estimate;
  if (shown) return { definition, outcome, hidden: null, value, low, high, counts };
  const hidden = bare(estimate, min) ? 'near' : 'few';
  return { definition, outcome, hidden, value: null, low: null, high: null, counts: {} };
}
