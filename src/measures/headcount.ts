import type * as z from 'zod';
import { column, formatMonth, optional } from '../records/index.js';
import { type Row, raw, type Sql, type Steps, sql } from '../warehouse/index.js';
import { boundsNote } from './_bounds.js';
import { countsIn, monthlyIn } from './_counts.js';
import { presenceChanges } from './_monthly.js';
import { countNote, coverageNote } from './_notes.js';
import { by, windowOf, windowParameters } from './_parameters.js';
import { type Period, periodRows, periodsOf } from './_period.js';
import { jobsThere } from './_presence.js';
import { populationIn } from './_steps.js';
import { weighing, weightIn } from './_weights.js';
import type { Context, Measure, ResultRow } from './measure.js';

const parameters = windowParameters.extend({ by });
type Parameters = z.output<typeof parameters>;

/**
 * How many people of the source are at an organisation, month after month?
 *
 * A person counts once, at the main job, in every month from joining up to, not including, the month of leaving; an open
 * job up to the last month observed. A job with an unknown start counts from the first month; `unknown_start` says how
 * many. With `by`, the last month of each year or quarter; by default years where no organisation is named, else months.
 *
 * Rows: one per organisation and month in which somebody is there, by organisation and month. Units: people.
 */
export const headcount: Measure<Parameters> = {
  name: 'headcount',
  title: { en: 'Headcount', fr: 'Effectif' },
  question: {
    en: 'How many people of the source are at an organisation, over time?',
    fr: 'Combien de personnes de la source sont dans une organisation, au fil du temps ?',
  },
  definition: {
    en: 'People whose main job is at the organisation at the end of the month. It counts people in the source, not the staff of the firm.',
    fr: 'Personnes dont l’emploi principal est dans l’organisation à la fin du mois. Il compte les personnes de la source, pas le personnel de l’entreprise.',
  },
  grain: 'one per organisation and month',
  reads: ['episode'],
  columns: [
    column('organisation', 'text', '', 'organisation'),
    column('month', 'month', '', 'month, YYYY-MM'),
    column('people', 'integer', 'people', 'people whose main job is there at the end of the month'),
    column('unknown_start', 'integer', 'people', 'of these, people who joined on an unknown date'),
    optional(column('weighted_people', 'number', 'people', 'with weights: these people by their weights')),
    optional(
      column(
        'people_min',
        'integer',
        'people',
        'with --bounds: people there whatever the precision of dates hides',
      ),
    ),
    optional(column('people_max', 'integer', 'people', 'with --bounds: people who may be there')),
  ],
  parameters,
  subjects: 'any',
  weighs: true,
  citation: 'docs/definitions.md, main path',
  examples: ['mercato headcount Anthropic OpenAI --since 2022', 'mercato headcount --by year --top 10'],
  queries(p, context) {
    const periods = monthsOf(p, context);
    const last = periods.at(-1)?.last ?? context.observedMonth;
    const counted = (name: string, from: Sql, gone: Sql): Steps => ({
      steps: [
        ['period', periodRows(periods)],
        ...countingSteps(p, context, { from, gone, last }),
        [
          name,
          sql`select o.title, c.organisation, c.last_month, c.people, c.unknown_start${weighing(context, sql`, cast(c.weighted as double) as weighted`)}
            from counted as c join organisation as o on o.organisation = c.organisation
            order by c.organisation, c.last_month`,
        ],
      ],
    });
    const moved = (month: string, point: string, bound: string): Sql =>
      raw(`e.${month} + coalesce(e.${bound} - e.${point}, 0)`);
    return {
      headcount: counted('headcount', sql`e.from_month`, sql`e.to_month`),
      ...(p.bounds
        ? {
            least: counted(
              'least',
              moved('from_month', 'start_month', 'start_last'),
              moved('to_month', 'end_month', 'end_first'),
            ),
            most: counted(
              'most',
              moved('from_month', 'start_month', 'start_first'),
              moved('to_month', 'end_month', 'end_last'),
            ),
          }
        : {}),
    };
  },
  finish({ headcount: counted = [], least = [], most = [] }, p, context) {
    const cell = (row: Row): string => `${row.organisation} ${row.last_month}`;
    const peopleIn = (rows: readonly Row[]) => new Map(rows.map((row) => [cell(row), Number(row.people)]));
    const [fewest, greatest] = [peopleIn(least), peopleIn(most)];
    const rows: readonly ResultRow[] = counted.map((row) => ({
      organisation: String(row.title),
      month: formatMonth(Number(row.last_month)),
      people: Number(row.people),
      unknown_start: Number(row.unknown_start),
      ...(context.weighted ? { weighted_people: weightIn(row, 'weighted') } : {}),
      ...(p.bounds
        ? { people_min: fewest.get(cell(row)) ?? 0, people_max: greatest.get(cell(row)) ?? 0 }
        : {}),
    }));
    const unknown = counted.reduce((most, row) => Math.max(most, Number(row.unknown_start)), 0);
    return {
      rows,
      notes: [
        coverageNote,
        ...countNote(
          'unknown_start',
          unknown,
          'People of a cell who joined on an unknown date, at most N, count from the first month on: the past is counted high.',
          'Les personnes d’une case arrivées à une date inconnue, au plus N, comptent dès le premier mois : le passé est surcompté.',
        ),
        ...boundsNote(p, rows, ['people_min', 'people_max']),
      ],
    };
  },
};

/** People there at the end of each period, by organisation: those who came up to then less those who had gone. */
function countingSteps(
  p: Parameters,
  context: Context,
  { from, gone, last }: { readonly from: Sql; readonly gone: Sql; readonly last: number },
): Steps['steps'] {
  const { steps, from: population } = populationIn(p, context);
  const counts = p.bounds ? undefined : countsIn(p, context);
  const conditions = jobsThere(context);
  const weighted = weighing(context, sql`, sum(c.weight) as weighted`);
  return [
    ...(counts === undefined ? steps : []),
    [
      'change',
      counts === undefined
        ? presenceChanges({ from: population, conditions }, context, { came: from, gone, until: last })
        : monthlyIn(counts, ['people', 'unknown_start'], conditions),
    ],
    [
      'counted',
      sql`select c.organisation, p.last_month, sum(c.people) as people, sum(c.unknown_start) as unknown_start${weighted}
        from change as c join period as p on c.month <= p.last_month
        group by c.organisation, p.last_month having sum(c.people) > 0`,
    ],
  ];
}

function monthsOf(p: Parameters, context: Context): readonly Period[] {
  const { since, until } = windowOf(p, context.observedMonth);
  const step = p.by ?? (context.subjects.length === 0 ? 'year' : undefined);
  const first = since ?? context.firstMonth;
  if (step !== undefined) return periodsOf(first, until, step);
  return Array.from({ length: until - first + 1 }, (_, i) => ({
    label: null,
    first: first + i,
    last: first + i,
  }));
}
