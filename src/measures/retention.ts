import * as z from 'zod';
import { column, formatMonth, optional } from '../records/index.js';
import {
  clopperPearson,
  type LifeTableRow,
  type SurvivalStep,
  survivalAt,
  survivalFromLifeTable,
} from '../stats/index.js';
import { all, name, type Row, type Steps, sql } from '../warehouse/index.js';
import { boundsNote } from './_bounds.js';
import { byOrganisation, cohort, cohortSizes, hired, type Length } from './_cohort.js';
import { keptColumns, keptSteps, weighedRows } from './_kept.js';
import { countNote, coverageNote } from './_notes.js';
import { windowOf, windowParameters } from './_parameters.js';
import { mainJobs, recent, staff, unknownStarts } from './_presence.js';
import type { Answers, Context, Measure, Note, ResultRow } from './measure.js';

const parameters = windowParameters.extend({
  months: z
    .int('write a whole number from 1 to 600')
    .min(1)
    .max(600)
    .default(24)
    .describe('months after which presence is asked'),
  curve: z.boolean().default(false).describe('with the whole survival curve of D1'),
});
type Parameters = z.output<typeof parameters>;

/**
 * Which share of its people does an organisation keep?
 *
 * Three quantities bear the name. D1: jobs begun by hire in the window, Kaplan-Meier at m months, censored at T, entering
 * late where the job was held beside another first; a job begun and ended in one month lasts half of one. D2: jobs begun in
 * [T - m, T), the share still held at T. D3: people present at T - m, the share present at T (a return counts). Unknown
 * starts are out of D1 and D2, unknown ends out of D2 and D3, people whom their source no longer observes at T out of both. A job that a
 * takeover, a spin-off or a change inside the group ends is censored there, and out of D2 and D3; by the owners of today it goes on. One that
 * these begin is no hire: out of D1 and D2.
 *
 * Rows: one per organisation and definition; `events` are jobs that ended within m months (D1), or people no longer present.
 * Units: shares from 0 to 1, months. Method: Kaplan and Meier 1958 (10.1080/01621459.1958.10501452), Greenwood variance,
 * log-log limits; Clopper and Pearson 1934 for D2 and D3.
 */
export const retention: Measure<Parameters> = {
  name: 'retention',
  title: { en: 'Retention', fr: 'Rétention' },
  question: {
    en: 'Which share of its people does an organisation keep?',
    fr: 'Quelle part de ses membres une organisation garde-t-elle ?',
  },
  definition: {
    en: 'D1, cohort survival: of jobs begun by hire in the window, the Kaplan-Meier share still held after m months. D2, recent hires still present: of jobs begun in the last m months, the share held at the end. D3, staff still present: of people present m months before the end, the share present at the end. They answer different questions, and D2 is the highest where a firm grows.',
    fr: 'D1, survie de la cohorte : parmi les emplois commencés dans la fenêtre, la part Kaplan-Meier encore occupée après m mois. D2, embauches récentes encore là : parmi les emplois commencés dans les m derniers mois, la part occupée à la fin. D3, personnel encore là : parmi les présents m mois avant la fin, la part présente à la fin. Elles répondent à des questions différentes, et D2 est la plus haute là où l’entreprise grandit.',
  },
  grain: 'one per organisation and definition',
  reads: ['episode'],
  columns: [
    column('organisation', 'text', '', 'organisation'),
    column('definition', 'text', '', 'D1, D2 or D3'),
    column('months', 'integer', 'months', 'months m'),
    column('people', 'integer', 'people', 'people asked about'),
    column('episodes', 'integer', 'jobs', 'jobs asked about (D3: people)'),
    column('events', 'integer', 'jobs', 'jobs that ended within m months (D1), or no longer present'),
    column('share', 'number', 'share', 'share kept; null where nobody was followed that long'),
    column('low', 'number', 'share', 'lower 95 % limit'),
    column('high', 'number', 'share', 'upper 95 % limit'),
    ...keptColumns,
    optional(
      column(
        'share_min',
        'number',
        'share',
        'with --bounds: smallest share that the precision of dates allows; D1: all jobs as short or as long as can be',
      ),
    ),
    optional(column('share_max', 'number', 'share', 'with --bounds: largest share')),
    optional(
      column(
        'curve',
        'curve',
        '',
        'with --curve: {month, at_risk, events, share, low, high} at each month of leaving',
      ),
    ),
  ],
  parameters,
  subjects: 'any',
  weighs: true,
  citation:
    'Kaplan and Meier (1958), JASA 53(282), doi:10.1080/01621459.1958.10501452; Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404',
  examples: [
    'mercato retention Anthropic OpenAI "Google DeepMind" Meta',
    'mercato retention Anthropic --months 12 --since 2022 --curve --json',
  ],
  shared(p, context) {
    if (context.subjects.length === 0) return hired(p, context);
    return goesOn(p) ? jobsAsked(context) : undefined;
  },
  queries(p, context) {
    const named = context.subjects.length > 0;
    const asked =
      named && goesOn(p) ? { ...context, tables: { ...context.tables, episode: jobAsked } } : context;
    const begun = named ? hired(p, asked).steps : [];
    const ranged = (length: Length) => ({
      steps: [...hired(p, asked, length).steps, ...cohort(p.months).steps],
    });
    return {
      cohort: { steps: [...begun, ...cohort(p.curve ? 1200 : p.months).steps] },
      sizes: { steps: [...begun, ...cohortSizes.steps] },
      recent: recent(p, asked),
      staff: staff(p, asked),
      unknown: unknownStarts(p, asked),
      ...(p.bounds ? { shortest: ranged('shortest'), longest: ranged('longest') } : {}),
      ...(context.weighted ? keptSteps(p, asked, begun) : {}),
    };
  },
  finish(answers, p, context) {
    const { cohort = [], sizes = [], recent = [], staff = [], shortest = [], longest = [] } = answers;
    const found = new Map(context.subjects.map((s) => [s.organisation, s.title]));
    for (const row of [...sizes, ...recent, ...staff]) {
      if (!found.has(Number(row.organisation))) found.set(Number(row.organisation), String(row.title));
    }
    const tables = byOrganisation(cohort);
    const ranges = [byOrganisation(shortest), byOrganisation(longest)];
    const of = (rows: readonly Row[]) => new Map(rows.map((row) => [Number(row.organisation), row]));
    const [size, recents, staffs] = [of(sizes), of(recent), of(staff)];
    const rows = [...found].flatMap(([organisation, title]) => [
      withBounds(
        survival(title, size.get(organisation), tables.get(organisation) ?? [], p),
        ranges.map(
          (range) => survival(title, size.get(organisation), range.get(organisation) ?? [], p).share,
        ),
        p,
      ),
      present(title, 'D2', recents.get(organisation), p),
      present(title, 'D3', staffs.get(organisation), p),
    ]);
    const kept = context.weighted ? weighedRows([...found.keys()], rows, answers, p) : rows;
    return { rows: kept, notes: notesOf(kept, answers, p, context) };
  },
};

const jobAsked = 'job_asked';

/** Whether jobs go on at other organisations, so that those of the organisations named are not all that is asked about. */
function goesOn({ view }: Parameters): boolean {
  return view !== 'point-in-time';
}

/** All main jobs of the people who are at the organisations named: every query then reads these few, not everybody's. */
function jobsAsked(context: Context): Steps {
  const episode = name(context.tables.episode);
  return {
    steps: [
      [
        jobAsked,
        sql`select * from ${episode} where main and person in (select e.person from ${episode} as e where ${all(mainJobs(context))})`,
      ],
    ],
  };
}

function lifeTableRowOf({ t, at_risk, events }: Row): LifeTableRow {
  return { month: Number(t) / 2, atRisk: Number(at_risk), events: Number(events) };
}

function survival(
  organisation: string,
  size: Row | undefined,
  table: readonly Row[],
  { months, curve }: Parameters,
): ResultRow {
  const steps = survivalFromLifeTable(table.map(lifeTableRowOf));
  const at = size === undefined ? null : survivalAt(steps, months, Number(size.followed) / 2);
  return {
    organisation,
    definition: 'D1',
    months,
    people: Number(size?.people ?? 0),
    episodes: Number(size?.jobs ?? 0),
    events: steps.reduce((sum, step) => (step.month <= months ? sum + step.events : sum), 0),
    share: at?.share ?? null,
    low: at?.low ?? null,
    high: at?.high ?? null,
    ...(curve ? { curve: steps.map(pointOf) } : {}),
  };
}

function pointOf({ month, atRisk, events, share, low, high }: SurvivalStep) {
  return { month, at_risk: atRisk, events, share, low, high };
}

function present(
  organisation: string,
  definition: 'D2' | 'D3',
  row: Row | undefined,
  { months, curve, bounds }: Parameters,
): ResultRow {
  const [jobs, held] = [Number(row?.jobs ?? 0), Number(row?.held ?? 0)];
  const limits = jobs === 0 ? { low: null, high: null } : clopperPearson(held, jobs);
  return {
    organisation,
    definition,
    months,
    people: Number(row?.people ?? 0),
    episodes: jobs,
    events: jobs - held,
    share: jobs === 0 ? null : held / jobs,
    ...limits,
    ...(bounds ? shares(row, jobs) : {}),
    ...(curve ? { curve: [] } : {}),
  };
}

function withBounds(row: ResultRow, others: readonly unknown[], { bounds }: Parameters): ResultRow {
  if (!bounds) return row;
  const known = [row.share, ...others].filter((share) => typeof share === 'number');
  const all = known.length === others.length + 1;
  return { ...row, share_min: all ? Math.min(...known) : null, share_max: all ? Math.max(...known) : null };
}

function shares(row: Row | undefined, jobs: number): ResultRow {
  const share = (held: unknown): number | null => (jobs === 0 ? null : Number(held) / jobs);
  return { share_min: share(row?.least), share_max: share(row?.most) };
}

function notesOf(
  rows: readonly ResultRow[],
  answers: Answers,
  p: Parameters,
  context: Context,
): readonly Note[] {
  const { until } = windowOf(p, context.observedMonth);
  const at = formatMonth(until);
  const short = rows.filter((row) => row.definition === 'D1' && row.share === null).length;
  const flat = rows.filter((row) => row.definition === 'D1' && row.share !== null && row.low === null).length;
  const unknown = (answers.unknown ?? []).reduce((sum, row) => sum + Number(row.jobs), 0);
  return [
    {
      code: 'three_retentions',
      en: `T is ${at}. D1 follows hires from the day they join, D2 looks at recent hires and D3 at all staff: a figure without its definition is none of them.`,
      fr: `T est ${at}. D1 suit les embauches dès leur arrivée, D2 regarde les embauches récentes et D3 tout le personnel : un chiffre sans sa définition n’est aucun des trois.`,
    },
    coverageNote,
    ...countNote(
      'unknown_start',
      unknown,
      'Main jobs with an unknown start, out of D1 and D2: N.',
      'Emplois principaux dont le début est inconnu, hors de D1 et D2 : N.',
    ),
    ...countNote(
      'not_followed',
      short,
      `D1 is empty where nobody was followed for ${p.months} months; organisations: N.`,
      `D1 est vide là où personne n’a été suivi pendant ${p.months} mois ; organisations : N.`,
    ),
    ...countNote(
      'no_limits',
      flat,
      'D1 has no limits where nobody left, or everybody did; organisations: N.',
      'D1 n’a pas de limites là où personne n’est parti, ou tout le monde ; organisations : N.',
    ),
    ...boundsNote(p, rows, ['share_min', 'share_max']),
  ];
}
