import { column, optional } from '../records/index.js';
import { impliedGrowth, impliedHazard, weightedGrowth } from '../stats/index.js';
import { type Row, type Steps, sql } from '../warehouse/index.js';
import { sidesIn, sidesOver, weightIn, weightSum } from './_weights.js';
import type { ResultRow } from './measure.js';

/** Columns of growth that are there where weights are. */
export const growthWeightColumns = [
  optional(column('weighted_hires', 'number', 'jobs', 'with weights: jobs begun by hire')),
  optional(column('weighted_exits', 'number', 'jobs', 'with weights: jobs that ended by leaving')),
  optional(column('weighted_person_months', 'number', 'person-months', 'with weights: exposure')),
];

/** Weights of hires and of exits, and of starts and ends that are neither; they read `turned`. */
export function turnWeights(turned: Steps['steps']): Steps {
  const chosen = [sql`chosen = 1 and known_start`, sql`(began = 1 or known_end)`];
  const taken = (began: number) =>
    weightSum(sql`case when began = ${began} and chosen = 0 and known_start then weight else 0 end`);
  return {
    steps: [
      ...turned,
      ['sides', sidesOver('turned', ['nth', 'organisation'], sql`began = 1`, chosen)],
      [
        'taken',
        sql`select nth, organisation, ${taken(1)} as taken_in, ${taken(0)} as taken_out from turned
          group by nth, organisation`,
      ],
      [
        'weights',
        sql`select t.nth, t.organisation, t.taken_in, t.taken_out, s.one_side, s.other_side, s.one_squared,
            s.other_squared, s.product, s.people, s.times
          from taken as t left join sides as s on s.nth = t.nth and s.organisation = t.organisation`,
      ],
    ],
  };
}

/** A row of growth with what takes weights in place of what counts people. */
export function weighGrowth(
  row: ResultRow,
  weights: Row | undefined,
  exposure: Row | undefined,
  printed: string | undefined,
): ResultRow {
  const sides = sidesIn(weights);
  const months = weightIn(exposure, 'weighted_half_months') / 2;
  const { growth, hazard, ratio } = weightedGrowth(sides, weightIn(exposure, 'heaviest'), months / 12);
  const taken = weightIn(weights, 'taken_in') - weightIn(weights, 'taken_out');
  return {
    ...row,
    growth: growth.rate,
    growth_low: growth.low,
    growth_high: growth.high,
    hazard: hazard.rate,
    hazard_low: hazard.low,
    hazard_high: hazard.high,
    ratio: ratio.ratio,
    low: ratio.low,
    high: ratio.high,
    growth_taken: months > 0 ? (12 * taken) / months : null,
    ...(printed === undefined
      ? {}
      : {
          implied_growth: hazard.rate === null ? null : impliedGrowth(Number(printed), hazard.rate),
          implied_hazard: growth.rate === null ? null : impliedHazard(Number(printed), growth.rate),
        }),
    weighted_hires: sides.one,
    weighted_exits: sides.other,
    weighted_person_months: months,
  };
}
