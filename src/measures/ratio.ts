import type * as z from 'zod';
import { column, optional } from '../records/index.js';
import { flowRatio, type Ratio, rateRatio, weightedRateRatio, weightedRatio } from '../stats/index.js';
import { list, type Row, type Sql, type Steps, sql } from '../warehouse/index.js';
import { boundsNote, possibleSteps } from './_bounds.js';
import { countsIn } from './_counts.js';
import { exposureSteps } from './_exposure.js';
import { causeNote, countNote, coverageNote, edgeNote } from './_notes.js';
import { by, moveParameters, windowOf } from './_parameters.js';
import { type Period, periodsOf } from './_period.js';
import { movedSteps } from './_steps.js';
import { sidesIn, sidesOver, weighing, weightIn, weightSum } from './_weights.js';
import type { Context, Measure, ResultRow } from './measure.js';

const weightedColumns = (
  [
    ['weighted_forward', 'moves', 'moves from A to B'],
    ['weighted_backward', 'moves', 'moves from B to A'],
    ['weighted_rate_forward', 'moves', 'moves from A to B out of jobs with a known start'],
    ['weighted_rate_backward', 'moves', 'moves from B to A out of jobs with a known start'],
    ['weighted_person_months_from', 'person-months', 'exposure at A'],
    ['weighted_person_months_to', 'person-months', 'exposure at B'],
  ] as const
).map(([name, unit, meaning]) => optional(column(name, 'number', unit, `with weights: ${meaning}`)));

const parameters = moveParameters.extend({ by });
type Parameters = z.output<typeof parameters>;

/**
 * How many people go from A to B for each one who goes back, and how likely is each to go?
 *
 * The flow ratio compares counts; the rate ratio compares counts per person-month at risk, over jobs with a known start
 * only, and says in `left_out` how many moves that leaves out. One side 0: ratio and upper limit null; both 0: all null.
 *
 * Rows: one, or one per period. Units: moves, person-months. Method: Clopper and Pearson 1934
 * (10.1093/biomet/26.4.404) on the share of moves that go forward, given their sum; central p-values.
 */
export const ratio: Measure<Parameters> = {
  name: 'ratio',
  title: { en: 'Flow ratio', fr: 'Rapport de flux' },
  question: {
    en: 'How many people go from A to B for each one who goes back, and how likely is each to go?',
    fr: 'Combien de personnes vont de A à B pour chacune qui fait le chemin inverse, et avec quelle probabilité ?',
  },
  definition: {
    en: 'Flow ratio: moves from A to B over moves from B to A. Rate ratio: the same per person-month at A and at B, over jobs with a known start. A ratio is not a rate: they differ by the sizes of the firms. Exact 95 % intervals.',
    fr: 'Rapport de flux : mouvements de A vers B sur mouvements de B vers A. Rapport de taux : le même par mois-personne chez A et chez B, pour les emplois dont le début est connu. Un rapport n’est pas un taux : ils diffèrent par la taille des entreprises. Intervalles exacts à 95 %.',
  },
  grain: 'one per pair and period',
  reads: ['move', 'episode'],
  columns: [
    column('from', 'text', '', 'organisation A'),
    column('to', 'text', '', 'organisation B'),
    column('period', 'text', '', 'year or quarter; null for the whole window'),
    column('forward', 'integer', 'moves', 'moves from A to B'),
    column('backward', 'integer', 'moves', 'moves from B to A'),
    column('ratio', 'number', '', 'forward / backward; null where backward is 0'),
    column('low', 'number', '', 'lower 95 % limit of the ratio'),
    column('high', 'number', '', 'upper 95 % limit of the ratio; null where infinite'),
    column('p_value', 'number', '', 'test of a ratio of 1'),
    column('rate_forward', 'integer', 'moves', 'moves from A to B out of jobs with a known start'),
    column('rate_backward', 'integer', 'moves', 'moves from B to A out of jobs with a known start'),
    column('left_out', 'integer', 'moves', 'moves out of jobs with an unknown start, not in the rates'),
    column('person_months_from', 'number', 'person-months', 'exposure at A'),
    column('person_months_to', 'number', 'person-months', 'exposure at B'),
    column('rate_ratio', 'number', '', 'ratio of the rates of leaving for each other'),
    column('rate_low', 'number', '', 'lower 95 % limit of the rate ratio'),
    column('rate_high', 'number', '', 'upper 95 % limit of the rate ratio; null where infinite'),
    column('rate_p_value', 'number', '', 'test of a rate ratio of 1'),
    column('people_forward', 'integer', 'people', 'people who moved from A to B'),
    column('people_backward', 'integer', 'people', 'people who moved from B to A'),
    ...weightedColumns,
    optional(
      column(
        'forward_min',
        'integer',
        'moves',
        'with --bounds: fewest moves from A to B that the precision of dates allows',
      ),
    ),
    optional(column('forward_max', 'integer', 'moves', 'with --bounds: most moves from A to B')),
    optional(column('backward_min', 'integer', 'moves', 'with --bounds: fewest moves from B to A')),
    optional(column('backward_max', 'integer', 'moves', 'with --bounds: most moves from B to A')),
    optional(
      column('ratio_min', 'number', '', 'with --bounds: smallest ratio; null where backward_max is 0'),
    ),
    optional(column('ratio_max', 'number', '', 'with --bounds: largest ratio; null where infinite')),
  ],
  parameters,
  subjects: 'pair',
  weighs: true,
  citation: 'Clopper and Pearson (1934), Biometrika 26(4), doi:10.1093/biomet/26.4.404',
  examples: [
    'mercato ratio DeepMind Anthropic',
    'mercato ratio OpenAI Anthropic --since 2024 --by year --json',
  ],
  queries(p, context) {
    const { periods, from, to } = asked(p, context);
    const pair = list([from.organisation, to.organisation]);
    const between: Sql = sql`m.from_organisation in ${pair} and m.to_organisation in ${pair}`;
    const counts = sql`case when cause in ${list(p.cause)} then person end`;
    return {
      counts: {
        steps: [
          ...movedSteps(p, context, periods, [between], countsIn(p, context)?.between),
          [
            'counts',
            sql`select nth, from_organisation, count(${counts}) as moves, count(distinct ${counts}) as people,
                sum(case when ${counts} is not null and known_start then 1 else 0 end) as known,
                count(*) - count(${counts}) as others
              from moved group by nth, from_organisation`,
          ],
        ],
      },
      exposure: { steps: exposureSteps(p, context, periods, [sql`e.organisation in ${pair}`]) },
      ...(context.weighted ? weighed(movedSteps(p, context, periods, [between]), from.organisation, p) : {}),
      ...(p.bounds
        ? {
            bounds: {
              steps: [
                ...possibleSteps(p, context, periods, [between, sql`m.cause in ${list(p.cause)}`]),
                ['bounded', bounded(context)],
              ],
            },
          }
        : {}),
    };
  },
  finish(answers, p, context) {
    const { periods, from, to, until } = asked(p, context);
    const rows = periods.map((period, nth) => {
      const find = (query: string, key: string, organisation: number): Row | undefined =>
        answers[query]?.find((row) => row.nth === nth && row[key] === organisation);
      const [there, back] = [from, to].map((o) => find('counts', 'from_organisation', o.organisation));
      const [monthsFrom = 0, monthsTo = 0] = [from, to].map(
        (o) => Number(find('exposure', 'organisation', o.organisation)?.half_months ?? 0) / 2,
      );
      const plain = rowOf(period, from.title, to.title, there, back, monthsFrom, monthsTo);
      const row = context.weighted
        ? {
            ...plain,
            ...figuresOf(
              answers.weights?.find((weights) => weights.nth === nth),
              answers.known_weights?.find((weights) => weights.nth === nth),
              find('exposure', 'organisation', from.organisation),
              find('exposure', 'organisation', to.organisation),
            ),
          }
        : plain;
      if (!p.bounds) return row;
      const range = [from, to].map((o) => find('bounds', 'from_organisation', o.organisation));
      return { ...row, ...boundsOf(range[0], range[1]) };
    });
    const leftOut = rows.reduce((sum, row) => sum + Number(row.left_out), 0);
    return {
      rows,
      notes: [
        coverageNote,
        ...causeNote((answers.counts ?? []).reduce((sum, row) => sum + Number(row.others), 0)),
        ...edgeNote(p, until, context),
        ...boundsNote(p, rows, ['forward_min', 'forward_max'], ['backward_min', 'backward_max']),
        ...countNote(
          'unknown_start',
          leftOut,
          'Moves out of a job whose own start is unknown: N; they are in the ratio and out of the rates.',
          'Mouvements depuis un emploi dont le début est inconnu : N ; ils sont dans le rapport et hors des taux.',
        ),
      ],
    };
  },
};

function asked(p: Parameters, context: Context) {
  const { since, until } = windowOf(p, context.observedMonth);
  const [from, to] = context.subjects;
  if (from === undefined || to === undefined) throw new RangeError('a ratio is of two organisations');
  const start = since ?? (p.by === undefined ? 1 : context.firstMonth);
  return { periods: periodsOf(start, until, p.by), from, to, until };
}

function bounded(context: Context): Sql {
  const weights = sql`, ${weightSum(sql`weight * sure`)} as weighted_least, ${weightSum(sql`weight`)} as weighted_most`;
  return sql`select nth, from_organisation, sum(sure) as least, count(*) as most${weighing(context, weights)}
    from possible group by nth, from_organisation`;
}

/** Weights of the moves there and back, and of those out of jobs with a known start. */
function weighed(moved: Steps['steps'], from: number, { cause }: Parameters) {
  const there = sql`from_organisation = ${from}`;
  const asked = sql`cause in ${list(cause)}`;
  const of = (conditions: readonly Sql[]): Steps => ({
    steps: [...moved, ['weighed', sidesOver('moved', ['nth'], there, conditions)]],
  });
  return { weights: of([asked]), known_weights: of([asked, sql`known_start`]) };
}

function boundsOf(there: Row | undefined, back: Row | undefined): ResultRow {
  const count = (row: Row | undefined, key: string): number => Number(row?.[key] ?? 0);
  const [forward, backward] = [there, back].map((row) => ({
    min: count(row, 'least'),
    max: count(row, 'most'),
  }));
  const weighted = there?.weighted_most !== undefined || back?.weighted_most !== undefined;
  const [onward, homeward] = [there, back].map((row) =>
    weighted
      ? { min: count(row, 'weighted_least'), max: count(row, 'weighted_most') }
      : { min: count(row, 'least'), max: count(row, 'most') },
  );
  const over = (a: number, b: number): number | null => (b === 0 ? null : a / b);
  return {
    forward_min: forward?.min ?? 0,
    forward_max: forward?.max ?? 0,
    backward_min: backward?.min ?? 0,
    backward_max: backward?.max ?? 0,
    ratio_min: over(onward?.min ?? 0, homeward?.max ?? 0),
    ratio_max: over(onward?.max ?? 0, homeward?.min ?? 0),
  };
}

/** Moves whose months at risk lie before the window have no rate in it. */
const noRatio: Ratio = { ratio: null, low: null, high: null, pValue: null };

function rowOf(
  period: Period,
  from: string,
  to: string,
  there: Row | undefined,
  back: Row | undefined,
  monthsFrom: number,
  monthsTo: number,
): ResultRow {
  const count = (row: Row | undefined, key: string): number => Number(row?.[key] ?? 0);
  const [forward, backward] = [count(there, 'moves'), count(back, 'moves')];
  const [knownForward, knownBackward] = [count(there, 'known'), count(back, 'known')];
  const flow = flowRatio(forward, backward);
  const unexposed = (knownForward > 0 && monthsFrom === 0) || (knownBackward > 0 && monthsTo === 0);
  const rate = unexposed ? noRatio : rateRatio(knownForward, monthsFrom, knownBackward, monthsTo);
  return {
    from,
    to,
    period: period.label,
    forward,
    backward,
    ratio: flow.ratio,
    low: flow.low,
    high: flow.high,
    p_value: flow.pValue,
    rate_forward: knownForward,
    rate_backward: knownBackward,
    left_out: forward + backward - knownForward - knownBackward,
    person_months_from: monthsFrom,
    person_months_to: monthsTo,
    rate_ratio: rate.ratio,
    rate_low: rate.low,
    rate_high: rate.high,
    rate_p_value: rate.pValue,
    people_forward: count(there, 'people'),
    people_backward: count(back, 'people'),
  };
}

/** What takes weights, in place of what counts people. */
function figuresOf(
  row: Row | undefined,
  knownRow: Row | undefined,
  exposureFrom: Row | undefined,
  exposureTo: Row | undefined,
): ResultRow {
  const [sides, known] = [sidesIn(row), sidesIn(knownRow)];
  const [monthsFrom = 0, monthsTo = 0] = [exposureFrom, exposureTo].map(
    (exposure) => weightIn(exposure, 'weighted_half_months') / 2,
  );
  const flow = weightedRatio(sides);
  const rate = weightedRateRatio(known, monthsFrom, monthsTo);
  return {
    ratio: flow.ratio,
    low: flow.low,
    high: flow.high,
    p_value: flow.pValue,
    rate_ratio: rate.ratio,
    rate_low: rate.low,
    rate_high: rate.high,
    rate_p_value: rate.pValue,
    weighted_forward: sides.one,
    weighted_backward: sides.other,
    weighted_rate_forward: known.one,
    weighted_rate_backward: known.other,
    weighted_person_months_from: monthsFrom,
    weighted_person_months_to: monthsTo,
  };
}
