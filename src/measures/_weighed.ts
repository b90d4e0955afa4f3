import { column, millionths, optional } from '../records/index.js';
import { benjaminiHochberg, weightedRate, weightedRatio } from '../stats/index.js';
import { type Row, type Steps, sql } from '../warehouse/index.js';
import { productIn, productSum, sidesIn, sidesOver, weightIn, weightSum } from './_weights.js';
import type { Answers, Cell } from './measure.js';

/** Columns of flows that are there where weights are; `rate_hire` is the count that the rate rests on. */
export const weighedColumns = [
  optional(column('rate_hire', 'integer', 'moves', 'with weights: hires out of jobs with a known start')),
  optional(column('weighted_moves', 'number', 'moves', 'with weights: moves of all causes')),
  optional(column('weighted_hire', 'number', 'moves', 'with weights: moves by hire')),
  optional(column('weighted_net', 'number', 'moves', 'with weights: hires there less hires back')),
  optional(
    column(
      'weighted_person_months',
      'number',
      'person-months',
      'with weights: exposure at the organisation left',
    ),
  ),
];

/** Weights of flows, and of hires there and back of each pair; they read `moved`. */
export function weighedSteps(moved: Steps['steps']): Readonly<Record<string, Steps>> {
  const known = sql`case when cause = 'hire' and known_start then weight else 0 end`;
  const hired = sql`case when cause = 'hire' then weight else 0 end`;
  return {
    weights: {
      steps: [
        ...moved,
        [
          'weights',
          sql`select nth, from_organisation, to_organisation, ${weightSum(sql`moves`)} as moves,
              ${weightSum(sql`hire`)} as hire, ${weightSum(sql`known`)} as known,
              ${productSum(sql`known`, sql`known`)} as known_squared
            from (select nth, from_organisation, to_organisation, person, sum(weight) as moves, sum(${hired}) as hire,
                sum(${known}) as known
              from moved group by nth, from_organisation, to_organisation, person) as own
            group by nth, from_organisation, to_organisation`,
        ],
      ],
    },
    paired_weights: {
      steps: [
        ...moved,
        [
          'directed',
          sql`select *, from_organisation < to_organisation as onward,
              case when from_organisation < to_organisation then from_organisation else to_organisation end as low,
              case when from_organisation < to_organisation then to_organisation else from_organisation end as high
            from moved where cause = 'hire'`,
        ],
        ['paired', sidesOver('directed', ['nth', 'low', 'high'], sql`onward`)],
        ['paired_weights', sql`select * from paired order by nth, low, high`],
      ],
    },
  };
}

/** What weights make of a row of flows. */
export type Weighed = (
  row: Row,
  exposure: Row | undefined,
  personMonths: number | null,
) => { readonly [column: string]: Cell };

/** Figures of flows from their weights: each pair is tested once, and q-values are over all pairs of a period that hire. */
export function weighedFlows({ weights = [], paired_weights: pairs = [] }: Answers): Weighed {
  const found = new Map(weights.map((row) => [directed(row), row]));
  const tests = testsOf(pairs);
  return (row, exposure, personMonths) => {
    const [there, back] = [found.get(directed(row)), found.get(directed(row, true))];
    const known = weightIn(there, 'known');
    const isExposed = personMonths !== null && personMonths > 0;
    const months = isExposed ? weightIn(exposure, 'weighted_half_months') / 2 : personMonths;
    const events = {
      sum: known,
      squares: productIn(there, 'known_squared'),
      heaviest: weightIn(exposure, 'heaviest'),
    };
    const rate = isExposed
      ? weightedRate(events, (months ?? 0) / 1200)
      : { rate: null, low: null, high: null };
    const test = tests.get(undirected(row));
    return {
      rate_hire: Number(row.known),
      rate: rate.rate,
      rate_low: rate.low,
      rate_high: rate.high,
      p_value: test?.p ?? null,
      q_value: test?.q ?? null,
      weighted_moves: weightIn(there, 'moves'),
      weighted_hire: weightIn(there, 'hire'),
      weighted_net: (Number(there?.hire ?? 0) - Number(back?.hire ?? 0)) / millionths,
      weighted_person_months: months,
    };
  };
}

function testsOf(
  pairs: readonly Row[],
): ReadonlyMap<string, { readonly p: number | null; readonly q: number | null }> {
  const tests = new Map<string, { readonly p: number | null; readonly q: number | null }>();
  for (const nth of new Set(pairs.map((row) => row.nth))) {
    const own = pairs.filter((row) => row.nth === nth);
    const values = own.map((row) => weightedRatio(sidesIn(row)).pValue);
    const adjusted = benjaminiHochberg(values);
    own.forEach((row, i) => {
      tests.set(`${nth} ${row.low} ${row.high}`, { p: values[i] ?? null, q: adjusted[i] ?? null });
    });
  }
  return tests;
}

function directed({ nth, from_organisation: from, to_organisation: to }: Row, back = false): string {
  return back ? `${nth} ${to} ${from}` : `${nth} ${from} ${to}`;
}

function undirected({ nth, from_organisation: from, to_organisation: to }: Row): string {
  return `${nth} ${Math.min(Number(from), Number(to))} ${Math.max(Number(from), Number(to))}`;
}
