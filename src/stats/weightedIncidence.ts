import { checkLevel } from './_check.js';
import { type CauseGroup, causeTable, type IncidenceStep, incidenceLimits } from './incidence.js';
import { unsaid } from './jackknife.js';
import { normalQuantile } from './normal.js';

/** Weighted spells with one entry, exit and outcome. */
export interface WeightedCauses extends Omit<CauseGroup, 'count'> {
  /** Sum of their weights, and of the squares of these. */
  readonly weight: number;
  readonly squares: number;
  /** Whose they are; null where each is of another person, who has no other. */
  readonly person: number | null;
}

/**
 * Which share of the weight has each cause taken, month after month, where the causes compete?
 *
 * As `cumulativeIncidence`, but each spell counts with its weight, and limits come from what the shares would be had each person weighed a little
 * more or less.
 *
 * Rows: for each cause, one step per month with an event of it, ascending; at risk and events are sums of weights.
 * Method: Aalen and Johansen 1978; the infinitesimal jackknife of Efron 1982, doi:10.1137/1.9781611970319, over people, as R's `survfit` of several states
 * with `robust = TRUE`; complementary log-log limits.
 * @param causes how many causes there are
 * @param level confidence level, 0.95 unless told
 * @throws RangeError as `causeTable`, or where the level is not between 0 and 1
 */
export function weightedIncidence(
  spells: readonly WeightedCauses[],
  causes: number,
  level = 0.95,
): IncidenceStep[][] {
  checkLevel(level);
  const z = normalQuantile((1 + level) / 2);
  const groups = spells
    .filter(({ entry, exit }) => entry < exit)
    .map((group) => ({ ...group, survival: 0, taken: Array<number>(causes).fill(0) }));
  const table = causeTable(
    groups.map(({ entry, exit, cause, weight }) => ({ entry, exit, cause, count: weight })),
    causes,
  );
  const steps = Array.from({ length: causes }, (): IncidenceStep[] => []);
  const shares = Array<number>(causes).fill(0);
  let survival = 1;
  for (const { month, atRisk, events } of table) {
    const all = events.reduce((sum, count) => sum + count, 0);
    const left = atRisk - all > 0 ? (atRisk - all) / atRisk : 0;
    for (const group of groups) {
      const there = group.entry < month && group.exit >= month;
      const own = there && group.exit === month ? group.cause : null;
      for (const [cause, count] of events.entries()) {
        const more = (own === cause ? 1 : 0) - (there ? count / atRisk : 0);
        group.taken[cause]! += (group.survival * count + survival * more) / atRisk;
      }
      const more = (there ? all / atRisk : 0) - (own === null ? 0 : 1);
      group.survival = group.survival * left + (survival * more) / atRisk;
    }
    for (const [cause, count] of events.entries()) {
      shares[cause]! += (survival * count) / atRisk;
      if (count === 0) continue;
      const share = left === 0 ? Math.min(1, shares[cause] ?? 0) : (shares[cause] ?? 0);
      const variance = varianceOf(groups, cause);
      const margin = variance < unsaid ? 0 : z * Math.sqrt(variance);
      steps[cause]?.push({ month, atRisk, events: count, share, ...incidenceLimits(share, margin) });
    }
    survival *= left;
  }
  return steps;
}

function varianceOf(
  groups: readonly (WeightedCauses & { readonly taken: readonly number[] })[],
  cause: number,
): number {
  const people = new Map<number, number>();
  let sum = 0;
  for (const { person, weight, squares, taken } of groups) {
    const change = taken[cause] ?? 0;
    if (person === null) sum += squares * change ** 2;
    else people.set(person, (people.get(person) ?? 0) + weight * change);
  }
  for (const change of people.values()) sum += change ** 2;
  return sum;
}
