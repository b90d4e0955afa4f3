import { normalQuantile } from './normal.js';

/** Events of one age in an earlier look at a source: those that a later look knows, and how many of them the earlier one knew. */
export interface Lookback {
  readonly followed: number;
  readonly known: number;
}

/** Share of the events of an age that is reported by then, with 95 % limits. */
export interface Reported {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Variance of the logarithm of the share. */
  readonly variance: number;
}

/** How many events there will be once all are reported, with 95 % limits in whole events; null where nothing can be said. */
export interface Nowcast {
  readonly nowcast: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const z = normalQuantile(0.975);

/** Events that an estimate takes; fewer of its own age are joined by those of the ages around it. */
const enough = 100;

/** Events around an age, from a first one to a last. */
interface Around extends Lookback {
  readonly first: number;
  readonly last: number;
}

/**
 * Events that tell of an age: its own, and where these are fewer than a hundred those of the ages around it, as far on either
 * side as it takes, at most a third of the age.
 */
export function lookbackAt(lookbacks: ReadonlyMap<number, Lookback>, age: number): Around {
  let [first, last] = [age, age];
  let [followed, known] = [0, 0];
  const take = (at: number): void => {
    const seen = lookbacks.get(at) ?? { followed: 0, known: 0 };
    if (!(seen.known >= 0 && seen.known <= seen.followed)) {
      throw new RangeError(`more known than followed: ${seen.known} of ${seen.followed}`);
    }
    followed += seen.followed;
    known += seen.known;
  };
  take(age);
  while (followed < enough && last - age < Math.floor(age / 3)) {
    first--;
    last++;
    take(first);
    take(last);
  }
  return { followed, known, first, last };
}

/**
 * Which share of the events of an age has been reported, where two looks at a source lie `apart` months apart?
 *
 * Two looks say for each age which share of what is known `apart` months later is known at once (`lookbackAt`). Their product over
 * age, age + apart, age + 2 apart and so on, below `longest`, is the share of all that will be known; from `longest` on everything is.
 *
 * Units: months, shares from 0 to 1. Null where an age in the product has no event that was known. Method: Kalbfleisch and Lawless 1989
 * (JASA 84(406)), Lawless 1994 (Canadian Journal of Statistics 22(1)): right-truncated delays by reversed hazards; limits on the logarithm by the delta method.
 */
export function reportedShare(
  lookbacks: ReadonlyMap<number, Lookback>,
  { age, apart, longest }: { readonly age: number; readonly apart: number; readonly longest: number },
): Reported | null {
  if (!(apart >= 1)) throw new RangeError(`two looks are at least a month apart: ${apart}`);
  let share = 1;
  // How much the logarithm of the share moves with a report more of an age, and how much reports of it vary.
  const weights = new Map<number, number>();
  const spreads = new Map<number, number>();
  for (let then = age; then < longest; then += apart) {
    const { followed, known, first, last } = lookbackAt(lookbacks, then);
    if (known === 0) return null;
    share *= known / followed;
    for (let at = first; at <= last; at++) {
      weights.set(at, (weights.get(at) ?? 0) + 1 / (followed + 1));
      // Half an event more on either side, so that an age at which all were known is not taken for certain.
      const odds = (followed - known + 0.5) / (known + 0.5);
      const part = first === last ? 1 : (lookbacks.get(at)?.followed ?? 0) / followed;
      spreads.set(at, Math.max(spreads.get(at) ?? 0, (followed + 1) * part * odds));
    }
  }
  const variance = [...weights].reduce((sum, [at, weight]) => sum + weight ** 2 * (spreads.get(at) ?? 0), 0);
  const reach = Math.exp(z * Math.sqrt(variance));
  return { share, low: share / reach, high: Math.min(1, share * reach), variance };
}

/**
 * How many events will there be once all are reported?
 *
 * Reported events over the share that is reported by their age. The limits hold the chance of what is not reported yet and
 * what is not known of the share; there are never fewer events than are reported. Null where none is.
 *
 * Units: events. Method: log-normal limits by the delta method.
 */
export function nowcastOf(reported: number, by: Reported | null): Nowcast {
  if (by === null || reported === 0) return { nowcast: null, low: null, high: null };
  const nowcast = reported / by.share;
  const reach = Math.exp(z * Math.sqrt(by.variance + (1 - by.share) / reported));
  return {
    nowcast,
    low: Math.max(reported, Math.floor(nowcast / reach)),
    high: Math.max(reported, Math.ceil(nowcast * reach)),
  };
}
