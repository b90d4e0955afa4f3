import { column, millionths, optional } from '../records/index.js';
import { type IncidenceStep, incidenceAt, type WeightedCauses, weightedIncidence } from '../stats/index.js';
import { type Row, type Steps, sql } from '../warehouse/index.js';
import { productIn, productSum, weightIn, weightSum } from './_weights.js';
import type { ResultRow } from './measure.js';

/** Columns of exits that are there where weights are. */
export const exitWeightColumns = [
  optional(column('weighted_episodes', 'number', 'jobs', 'with weights: jobs asked about')),
  optional(column('weighted_events', 'number', 'jobs', 'with weights: jobs that ended so within m months')),
];

/** Weights of jobs by entry, exit and destination; of people with several jobs, by person. Reads `departure`. */
export const departureWeights: Steps = {
  steps: [
    ['repeated', sql`select *, count(*) over (partition by organisation, person) as jobs from departure`],
    [
      'weights',
      sql`select * from (
          select organisation, case when jobs > 1 then person end as person, entry, leaving, destination,
            ${weightSum(sql`weight`)} as weight, ${productSum(sql`weight`, sql`weight`)} as squares
          from repeated
          group by organisation, case when jobs > 1 then person end, entry, leaving, destination) as grouped
        order by organisation, coalesce(person, 0), entry, leaving, coalesce(destination, -1)`,
    ],
  ],
};

/** What weights make of the rows of one organisation, by destination. */
export function exitWeights(
  rows: readonly Row[],
  causes: number,
  { months, curve }: { readonly months: number; readonly curve: boolean },
): (row: ResultRow, cause: number) => ResultRow {
  const spells = rows.map(spellOf);
  const followed = spells.reduce((most, { exit }) => Math.max(most, exit), 0);
  const steps = weightedIncidence(spells, causes);
  const episodes = sum(spells.map(({ weight }) => weight));
  return (row, cause) => {
    const own = steps[cause] ?? [];
    const at = row.incidence === null ? null : incidenceAt(own, months, followed, 0);
    return {
      ...row,
      incidence: at?.share ?? null,
      low: at?.low ?? null,
      high: at?.high ?? null,
      weighted_episodes: episodes,
      weighted_events: sum(own.filter(({ month }) => month <= months).map(({ events }) => events)),
      ...(curve ? { curve: curveOf(row, own) } : {}),
    };
  };
}

function spellOf(row: Row): WeightedCauses {
  const whether = (column: string): number | null =>
    row[column] === null || row[column] === undefined ? null : Number(row[column]);
  return {
    entry: Number(row.entry) / 2,
    exit: Number(row.leaving) / 2,
    cause: whether('destination'),
    weight: weightIn(row, 'weight'),
    squares: productIn(row, 'squares'),
    person: whether('person'),
  };
}

/** Numbers at risk and of events stay those of people. */
function curveOf({ curve }: ResultRow, steps: readonly IncidenceStep[]): readonly ResultRow[] {
  const weighted = new Map(steps.map((step) => [step.month, step]));
  return (Array.isArray(curve) ? (curve as readonly ResultRow[]) : []).map((point) => {
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

/** Sums of weights are kept to the millionth, as weights are. */
function sum(weights: readonly number[]): number {
  return Math.round(weights.reduce((all, weight) => all + weight, 0) * millionths) / millionths;
}
