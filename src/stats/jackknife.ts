import { checkLevel } from './_check.js';
import { normalQuantile } from './normal.js';
import { type LifeTableRow, lifeTable, limitsOf, type SpellGroup, type SurvivalStep } from './survival.js';

/** Weighted spells with one entry, exit and outcome. */
export interface WeightedSpells extends Omit<SpellGroup, 'count'> {
  /** Sum of their weights, and of the squares of these. */
  readonly weight: number;
  readonly squares: number;
  /** Whose they are; null where each is of another person, who has no other. */
  readonly person: number | null;
}

/** Where one person is behind everything the variance is 0 but for rounding: it says nothing, and there are no limits. */
export const unsaid = 1e-20;

/**
 * Which share of the weight is still without the event, month after month?
 *
 * As `survivalCurve`, but each spell counts with its weight, and limits come from what the curve would be had each person weighed a little
 * more or less: weights that differ widen them, and so does a person with several spells.
 *
 * Rows: one per distinct time of an event, ascending; at risk and events are sums of weights.
 * Method: Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452; the infinitesimal jackknife of Efron 1982, doi:10.1137/1.9781611970319,
 * over people, as R's `survfit(robust = TRUE)`; limits on the log-log scale.
 * @param level confidence level, 0.95 unless told
 * @throws RangeError as `lifeTable`, or where the level is not between 0 and 1
 */
export function weightedSurvival(spells: readonly WeightedSpells[], level = 0.95): SurvivalStep[] {
  checkLevel(level);
  const z = normalQuantile((1 + level) / 2);
  const groups = spells.filter(({ entry, exit }) => entry < exit);
  const table = lifeTable(groups.map((group) => ({ ...group, count: group.weight })));
  const hazards = accumulated(table);
  const months = table.map(({ month }) => month);
  const places = groups.map((group) => ({
    ...group,
    first: placeAfter(months, group.entry),
    last: placeAfter(months, group.exit),
  }));
  let share = 1;
  return table.map((row, i) => {
    const { month, atRisk, events } = row;
    share *= (atRisk - events) / atRisk;
    if (share === 0) return { ...row, share: 0, low: null, high: null };
    const alone: number[] = [];
    const own = new Map<number, number>();
    for (const { first, last, exit, event, weight, squares, person } of places) {
      const until = Math.min(last, i + 1);
      if (first >= until) continue;
      const gone = event && exit <= month ? (table[last - 1] ?? row) : null;
      const change =
        (hazards[until] ?? 0) - (hazards[first] ?? 0) - (gone === null ? 0 : 1 / (gone.atRisk - gone.events));
      if (person === null) alone.push(squares * change ** 2);
      else own.set(person, (own.get(person) ?? 0) + weight * change);
    }
    const variance = [...alone, ...[...own.values()].map((sum) => sum ** 2)].reduce((a, b) => a + b, 0);
    if (variance < unsaid) return { ...row, share, low: null, high: null };
    return { ...row, share, ...limitsOf(share, z * Math.sqrt(variance)) };
  });
}

/** What being at risk up to a place of the table adds to the change: the sum of `d / (n (n - d))` before it. */
function accumulated(table: readonly LifeTableRow[]): readonly number[] {
  let sum = 0;
  return [
    0,
    ...table.map(({ atRisk, events }) => {
      if (events < atRisk) sum += events / (atRisk * (atRisk - events));
      return sum;
    }),
  ];
}

/** How many months of an ascending list are at or before another. */
function placeAfter(months: readonly number[], month: number): number {
  let [low, high] = [0, months.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((months[middle] ?? 0) <= month) low = middle + 1;
    else high = middle;
  }
  return low;
}
