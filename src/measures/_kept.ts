import { column, millionths, optional } from '../records/index.js';
import { survivalAt, type WeightedSpells, weightedShare, weightedSurvival } from '../stats/index.js';
import type { Row, Steps } from '../warehouse/index.js';
import { cohortWeights, hired } from './_cohort.js';
import type { WindowParameters } from './_parameters.js';
import { recent, staff } from './_presence.js';
import { productIn, sidesIn, weightIn } from './_weights.js';
import type { Answers, Context, ResultRow } from './measure.js';

type Asked = WindowParameters & { readonly months: number; readonly bounds: boolean };

/** Columns of retention that are there where weights are. */
export const keptColumns = [
  optional(column('weighted_episodes', 'number', 'jobs', 'with weights: jobs asked about (D3: people)')),
  optional(
    column(
      'weighted_events',
      'number',
      'jobs',
      'with weights: jobs that ended within m months, or no longer present',
    ),
  ),
];

/** Weights of cohorts, of recent hires and of staff. */
export function keptSteps(
  p: Asked,
  context: Context,
  begun: Steps['steps'],
): Readonly<Record<string, Steps>> {
  const ranged = (length: 'shortest' | 'longest'): Steps => ({
    steps: [...hired(p, context, length).steps, ...cohortWeights.steps],
  });
  return {
    cohort_weights: { steps: [...begun, ...cohortWeights.steps] },
    recent_weights: recent(p, context, true),
    staff_weights: staff(p, context, true),
    ...(p.bounds ? { shortest_weights: ranged('shortest'), longest_weights: ranged('longest') } : {}),
  };
}

/**
 * Rows of retention with shares, limits and curves of weighted people in place of those of people.
 *
 * @param organisations of each three rows
 */
export function weighedRows(
  organisations: readonly number[],
  rows: readonly ResultRow[],
  answers: Answers,
  p: Asked & { readonly curve: boolean },
): readonly ResultRow[] {
  const cohorts = spellsBy(answers.cohort_weights);
  const ranges = [spellsBy(answers.shortest_weights), spellsBy(answers.longest_weights)];
  const sides = { D2: by(answers.recent_weights), D3: by(answers.staff_weights) };
  return rows.map((row, i) => {
    const organisation = organisations[Math.floor(i / 3)] ?? 0;
    const { definition } = row;
    return definition === 'D2' || definition === 'D3'
      ? present(row, sides[definition].get(organisation), p)
      : survival(
          row,
          cohorts.get(organisation) ?? [],
          ranges.map((range) => range.get(organisation) ?? []),
          p,
        );
  });
}

function by(rows: readonly Row[] = []): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [Number(row.organisation), row]));
}

function spellsBy(rows: readonly Row[] = []): ReadonlyMap<number, readonly WeightedSpells[]> {
  const groups = new Map<number, WeightedSpells[]>();
  for (const row of rows) {
    const spells = groups.get(Number(row.organisation)) ?? [];
    groups.set(Number(row.organisation), spells);
    spells.push({
      entry: Number(row.entry) / 2,
      exit: Number(row.leaving) / 2,
      event: Number(row.event) === 1,
      weight: weightIn(row, 'weight'),
      squares: productIn(row, 'squares'),
      person: row.person === null || row.person === undefined ? null : Number(row.person),
    });
  }
  return groups;
}

function survival(
  row: ResultRow,
  spells: readonly WeightedSpells[],
  ranges: readonly (readonly WeightedSpells[])[],
  { months, curve, bounds }: Asked & { readonly curve: boolean },
): ResultRow {
  const followed = spells.reduce((most, { exit }) => Math.max(most, exit), 0);
  const at = (some: readonly WeightedSpells[]) => {
    return row.share === null ? null : survivalAt(weightedSurvival(some), months, followed);
  };
  const steps = weightedSurvival(spells);
  const found = at(spells);
  const shares = [found, ...ranges.map(at)].map((one) => one?.share);
  const known = shares.filter((share) => share !== undefined);
  const whole = known.length === shares.length;
  return {
    ...row,
    share: found?.share ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
    weighted_episodes: sum(spells.map(({ weight }) => weight)),
    weighted_events: sum(steps.filter(({ month }) => month <= months).map(({ events }) => events)),
    ...(bounds
      ? { share_min: whole ? Math.min(...known) : null, share_max: whole ? Math.max(...known) : null }
      : {}),
    ...(curve ? { curve: curveOf(row, steps) } : {}),
  };
}

/** Numbers at risk and of events stay those of people. */
function curveOf({ curve }: ResultRow, steps: ReturnType<typeof weightedSurvival>): readonly ResultRow[] {
  const points = Array.isArray(curve) ? (curve as readonly ResultRow[]) : [];
  const weighted = new Map(steps.map((step) => [step.month, step]));
  return points.map((point) => {
    const step = weighted.get(Number(point.month));
    return {
      ...point,
      share: step?.share ?? null,
      low: step?.low ?? null,
      high: step?.high ?? null,
      weighted_at_risk: step?.atRisk ?? null,
      weighted_events: step?.events ?? null,
    };
  });
}

function present(row: ResultRow, weights: Row | undefined, { bounds }: Asked): ResultRow {
  const sides = sidesIn(weights);
  const all = sides.one + sides.other;
  const share = (column: string): number | null => (all === 0 ? null : weightIn(weights, column) / all);
  return {
    ...row,
    ...weightedShare(sides),
    weighted_episodes: all,
    weighted_events: sides.other,
    ...(bounds ? { share_min: share('least'), share_max: share('most') } : {}),
  };
}

/** Sums of weights are kept to the millionth, as weights are. */
function sum(weights: readonly number[]): number {
  return Math.round(weights.reduce((all, weight) => all + weight, 0) * millionths) / millionths;
}
