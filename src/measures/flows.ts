import * as z from 'zod';
import { column, optional } from '../records/index.js';
import { poissonInterval, remembered } from '../stats/index.js';
import { name, type Row, raw, sql } from '../warehouse/index.js';
import { boundsNote, possibleSteps } from './_bounds.js';
import { exposureSteps } from './_exposure.js';
import { amongNamed, bounded, flow, listedSteps, movesAsked, pairOf, subjectsIn } from './_flowSteps.js';
import { causeNote, coverageNote, edgeNote } from './_notes.js';
import { by, moveParameters, windowOf } from './_parameters.js';
import { type Period, periodsOf } from './_period.js';
import { pairsOf, testedIn, testOf, testSteps, testsOf } from './_tests.js';
import { weighedColumns, weighedFlows, weighedSteps } from './_weighed.js';
import type { Context, Measure, Note } from './measure.js';

const parameters = moveParameters.extend({
  by,
  top: z.int().min(1).optional().describe('only the pairs with most moves; all unless told'),
  minPeople: z
    .int('write a whole number from 1')
    .min(1)
    .optional()
    .describe('only pairs of at least so many people; all unless told'),
});
type Parameters = z.output<typeof parameters>;

/**
 * Who wins people from whom?
 *
 * Every pair with a move in the window, by cause: of all organisations, of those named, or of the one named with any other; `moves` counts all causes, `net` is hires there less hires back. The rate
 * is hires out of jobs with a known start per 100 person-years at the organisation left, with an exact Poisson interval.
 * `p_value` tests whether hires there and back are equal, `q_value` is its false discovery rate over all pairs of the period.
 *
 * Rows: one per pair and period, most moves of the causes asked for first, then of all, ties by ids. Units: moves, people, per 100 person-years. Method: Garwood
 * 1936 (10.1093/biomet/28.3-4.437); Benjamini and Hochberg 1995 (10.1111/j.2517-6161.1995.tb02031.x).
 */
export const flows: Measure<Parameters> = {
  name: 'flows',
  title: { en: 'Flows', fr: 'Flux' },
  question: { en: 'Who wins people from whom?', fr: 'Qui prend des gens à qui ?' },
  definition: {
    en: 'Moves between two organisations: transitions of the main job with a gap of at most 3 months (--max-gap), by cause. A hire is a move that no takeover, spin-off, licence with hires or change inside a group explains. Net: hires there less hires back.',
    fr: 'Mouvements entre deux organisations : transitions de l’emploi principal avec un écart d’au plus 3 mois (--max-gap), par cause. Une embauche est un mouvement que n’explique ni rachat, ni scission, ni licence avec embauches, ni changement au sein d’un groupe. Solde : embauches à l’aller moins embauches au retour.',
  },
  grain: 'one per pair and period',
  reads: ['move', 'episode'],
  columns: [
    column('from', 'text', '', 'organisation left'),
    column('from_id', 'text', '', 'its id'),
    column('to', 'text', '', 'organisation joined'),
    column('to_id', 'text', '', 'its id'),
    column('period', 'text', '', 'year or quarter; null for the whole window'),
    column('moves', 'integer', 'moves', 'moves of all causes'),
    column('hire', 'integer', 'moves', 'moves by hire'),
    column('internal', 'integer', 'moves', 'moves inside a group'),
    column('acquired', 'integer', 'moves', 'moves by takeover'),
    column('spun_off', 'integer', 'moves', 'moves with a part that was spun off'),
    column('licensed_and_hired', 'integer', 'moves', 'moves under a licence-and-hire deal'),
    column('net', 'integer', 'moves', 'hires there less hires back'),
    column('people', 'integer', 'people', 'people who moved'),
    column(
      'person_months',
      'number',
      'person-months',
      'exposure at the organisation left, known starts only',
    ),
    column(
      'rate',
      'number',
      'per 100 person-years',
      'hires out of jobs with a known start per 100 person-years',
    ),
    column('rate_low', 'number', 'per 100 person-years', 'lower 95 % limit of the rate'),
    column('rate_high', 'number', 'per 100 person-years', 'upper 95 % limit of the rate'),
    column('p_value', 'number', '', 'test of equal hires there and back'),
    column('q_value', 'number', '', 'false discovery rate of the test over all pairs of the period'),
    ...weighedColumns,
    optional(
      column(
        'moves_min',
        'integer',
        'moves',
        'with --bounds: fewest moves that the precision of dates allows',
      ),
    ),
    optional(column('moves_max', 'integer', 'moves', 'with --bounds: most moves')),
    optional(column('hire_min', 'integer', 'moves', 'with --bounds: fewest hires')),
    optional(column('hire_max', 'integer', 'moves', 'with --bounds: most hires')),
  ],
  parameters,
  subjects: 'any',
  weighs: true,
  citation:
    'Garwood (1936), Biometrika 28(3/4), doi:10.1093/biomet/28.3-4.437; Benjamini and Hochberg (1995), JRSS B 57(1), doi:10.1111/j.2517-6161.1995.tb02031.x',
  examples: [
    'mercato flows --top 20',
    'mercato flows Anthropic --since 2024',
    'mercato flows OpenAI Anthropic Meta --matrix --since 2023',
    'mercato flows --among frontier-labs --by year --json',
  ],
  matrix: { down: 'from', across: 'to', cell: 'hire' },
  shared(p, context) {
    const { periods } = asked(p, context);
    const moved = movesAsked(p, context, periods);
    // Those of few organisations are few: they are looked for once, and counted as often as it takes.
    if (isOfFew(context)) return { steps: [...moved, [fewMoves, sql`select ${counted} from moved`]] };
    return { steps: [...moved, [pairFlows, flow(p.cause)]] };
  },
  queries(p, context) {
    const { periods } = asked(p, context);
    const few = isOfFew(context);
    const moved = few
      ? ([['moved', sql`select * from ${name(fewMoves)}`]] as const)
      : movesAsked(p, context, periods);
    const flowed = ['flow', few ? flow(p.cause) : sql`select * from ${name(pairFlows)}`] as const;
    return {
      flows: { steps: [...moved, flowed, ...listedSteps(p)] },
      tests: { steps: [...(few ? moved : []), flowed, ['tests', testSteps]] },
      exposure: { steps: exposureSteps(p, context, periods, subjectsIn(context)('e.organisation')) },
      ...(context.weighted ? weighedSteps(movesAsked(p, context, periods)) : {}),
      ...(p.bounds
        ? {
            bounds: {
              steps: [
                ...(few ? moved : []),
                flowed,
                ...possibleSteps(p, context, periods, amongNamed(context)),
                ['bounded', bounded(p)],
              ],
            },
          }
        : {}),
    };
  },
  finish(answers, p, context) {
    const { flows: found = [], tests = [], exposure = [], bounds = [] } = answers;
    const weighed = context.weighted ? weighedFlows(answers) : undefined;
    const exposed = new Map(exposure.map((row) => [`${row.nth} ${row.organisation}`, row]));
    const range = new Map(bounds.map((row) => [pairOf(row), row]));
    const { periods, until } = asked(p, context);
    const qValueOf = testsOf(tests);
    const limitsOf = remembered(poissonInterval);
    const one = context.subjects.length === 1 ? context.subjects[0] : undefined;
    const rows = found.map((row) => {
      const test = qValueOf.get(testOf(row));
      const isExposed = one === undefined || row.from_organisation === one.organisation;
      const months = exposed.get(`${row.nth} ${row.from_organisation}`);
      const personMonths = isExposed ? Number(months?.half_months ?? 0) / 2 : null;
      const per = personMonths === null || personMonths === 0 ? null : 1200 / personMonths;
      const limits = limitsOf(Number(row.known));
      return {
        from: String(row.from_title),
        from_id: String(row.from_id),
        to: String(row.to_title),
        to_id: String(row.to_id),
        period: periods[Number(row.nth)]?.label ?? null,
        moves: Number(row.moves),
        hire: Number(row.hire),
        internal: Number(row.internal),
        acquired: Number(row.acquired),
        spun_off: Number(row.spun_off),
        licensed_and_hired: Number(row.licensed_and_hired),
        net: Number(row.hire) - Number(row.back),
        people: Number(row.people),
        person_months: personMonths,
        rate: per === null ? null : Number(row.known) * per,
        rate_low: per === null ? null : limits.low * per,
        rate_high: per === null ? null : limits.high * per,
        p_value: test?.p ?? null,
        q_value: test?.q ?? null,
        ...weighed?.(row, months, personMonths),
        ...(p.bounds ? boundsOf(range.get(pairOf(row))) : {}),
      };
    });
    const total = tests.reduce((sum, row) => sum + Number(row.listed), 0);
    const labels = periods.map(({ label }) => label);
    const few = context.subjects.length > 1 ? context.subjects.length : (context.among?.length ?? 0);
    return {
      rows,
      total,
      tested: (p.minPeople ?? 1) > 1 && few > 1 ? pairsOf(few, labels) : testedIn(tests, labels),
      notes: [
        coverageNote,
        ...(one === undefined ? [] : [rateNote(one.title)]),
        ...causeNote(tests.reduce((sum, row) => sum + Number(row.others), 0)),
        ...edgeNote(p, until, context),
        ...boundsNote(p, rows, ['moves_min', 'moves_max'], ['hire_min', 'hire_max']),
      ],
    };
  },
};

function rateNote(title: string): Note {
  return {
    code: 'rates_of_one',
    en: `Rates are of leaving ${title}; those of leaving the others for it would need all their people.`,
    fr: `Les taux sont de départ de ${title} ; ceux de départ des autres vers cette organisation demanderaient toutes leurs personnes.`,
  };
}

function asked(
  p: Parameters,
  context: Context,
): { readonly periods: readonly Period[]; readonly until: number } {
  const { since, until } = windowOf(p, context.observedMonth);
  return { periods: periodsOf(since ?? (p.by === undefined ? 1 : context.firstMonth), until, p.by), until };
}

const fewMoves = 'few_moves';
const pairFlows = 'pair_flows';

/** What of a move its counts need. */
const counted = raw('nth, person, from_organisation, to_organisation, cause, known_start, is_return');

/** Whether only moves between a few organisations are asked for: those named, or those of a peer set. */
function isOfFew({ subjects, among }: Context): boolean {
  return subjects.length > 1 || among !== null;
}

function boundsOf(row: Row | undefined) {
  return {
    moves_min: Number(row?.moves_min ?? 0),
    moves_max: Number(row?.moves_max ?? 0),
    hire_min: Number(row?.hire_min ?? 0),
    hire_max: Number(row?.hire_max ?? 0),
  };
}
