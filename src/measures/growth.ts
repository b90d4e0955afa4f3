import * as z from 'zod';
import { column, optional } from '../records/index.js';
import { growthSplit, impliedGrowth, impliedHazard } from '../stats/index.js';
import type { Row } from '../warehouse/index.js';
import { growthNotes } from './_growthNotes.js';
import { changed, exposed, turned } from './_growthSteps.js';
import { growthWeightColumns, turnWeights, weighGrowth } from './_growthWeights.js';
import { by, windowOf, windowParameters } from './_parameters.js';
import { type Period, periodsOf } from './_period.js';
import type { Context, Measure, ResultRow } from './measure.js';

const parameters = windowParameters.omit({ bounds: true }).extend({
  by,
  printed: z
    .union([z.string(), z.number()])
    .transform(String)
    .refine((text) => /^\d{1,4}(?:\.\d{1,3})?$/.test(text), 'write a ratio such as 10.6')
    .optional()
    .describe('a ratio of hires to exits as printed: with the growth and the hazard that it implies'),
});
type Parameters = z.output<typeof parameters>;

/**
 * Does an organisation hire more people than leave because it grows, or because few leave?
 *
 * Hires over exits are (growth + hazard) / hazard, in continuous rates over one exposure: person-months of main jobs with a known start, inside the window. A
 * hire is a main job begun by hire, in the month in which it becomes the main one; an exit is one that ended on a known date, in the month in which it stops
 * being that. Jobs with an unknown start are out on both sides. Starts by takeover, spin-off or inside a group are no hires and such ends no exits: `taken_in`, `taken_out`,
 * `growth_taken`. Without exits there is no ratio, without exposure no rate.
 *
 * Rows: one per organisation and period. Units: rates per year, person-months. Method: Garwood 1936 for the hazard, Clopper and Pearson 1934 for the ratio, both exact; Zou and
 * Donner 2008 for growth, approximate.
 */
export const growth: Measure<Parameters> = {
  name: 'growth',
  title: { en: 'Growth and hazard', fr: 'Croissance et risque de départ' },
  question: {
    en: 'Does an organisation hire more people than leave because it grows, or because few leave?',
    fr: 'Une organisation embauche-t-elle plus qu’elle ne perd parce qu’elle grandit, ou parce que peu de gens partent ?',
  },
  definition: {
    en: 'Hires over exits are (growth + hazard) / hazard: growth is hires less exits per person-year, hazard exits per person-year, over main jobs with a known start. A firm that triples in a year at a hazard of 0.12 shows 10.2 hires for each exit, a static one 1, whoever likes to work there. Takeovers are neither hires nor exits. Exact 95 % intervals; that of growth is approximate.',
    fr: 'Embauches sur départs font (croissance + risque) / risque : la croissance est embauches moins départs par année-personne, le risque départs par année-personne, pour les emplois principaux dont le début est connu. Une entreprise qui triple en un an avec un risque de 0,12 montre 10,2 embauches par départ, une entreprise stable 1, qu’on s’y plaise ou non. Un rachat n’est ni embauche ni départ. Intervalles exacts à 95 % ; celui de la croissance est approché.',
  },
  grain: 'one per organisation and period',
  reads: ['episode'],
  columns: [
    column('organisation', 'text', '', 'organisation'),
    column('period', 'text', '', 'year or quarter; null for the whole window'),
    column('people', 'integer', 'people', 'people there, of those whose start is known'),
    column('hires', 'integer', 'jobs', 'jobs begun by hire'),
    column('exits', 'integer', 'jobs', 'jobs that ended by leaving'),
    column('person_months', 'number', 'person-months', 'exposure'),
    column('growth', 'number', 'per year', 'hires less exits per person-year; null without exposure'),
    column('growth_low', 'number', 'per year', 'lower 95 % limit, approximate'),
    column('growth_high', 'number', 'per year', 'upper 95 % limit, approximate'),
    column('hazard', 'number', 'per year', 'exits per person-year; null without exposure'),
    column('hazard_low', 'number', 'per year', 'lower 95 % limit'),
    column('hazard_high', 'number', 'per year', 'upper 95 % limit'),
    column('ratio', 'number', '', 'hires / exits: (growth + hazard) / hazard; null without exits'),
    column('low', 'number', '', 'lower 95 % limit of the ratio'),
    column('high', 'number', '', 'upper 95 % limit of the ratio; null where infinite'),
    column('taken_in', 'integer', 'jobs', 'jobs begun by takeover, spin-off or inside the group: no hires'),
    column('taken_out', 'integer', 'jobs', 'jobs ended by these: no exits'),
    column('growth_taken', 'number', 'per year', 'growth by these: taken_in less taken_out per person-year'),
    column('left_out', 'integer', 'jobs', 'exits out of jobs with an unknown start, not counted'),
    column('people_hired', 'integer', 'people', 'people hired'),
    column('people_left', 'integer', 'people', 'people who left'),
    ...growthWeightColumns,
    optional(
      column('implied_growth', 'number', 'per year', 'with --printed: growth at which this hazard shows it'),
    ),
    optional(
      column(
        'implied_hazard',
        'number',
        'per year',
        'with --printed: hazard at which this growth shows it; null where none does',
      ),
    ),
  ],
  parameters,
  subjects: 'any',
  weighs: true,
  citation:
    'docs/definitions.md, hires to exits; Garwood (1936), doi:10.1093/biomet/28.3-4.437; Zou and Donner (2008), Statistics in Medicine 27(10), doi:10.1002/sim.3095',
  examples: [
    'mercato growth Anthropic OpenAI "Google DeepMind" --since 2023',
    'mercato growth Anthropic --by year --printed 10.6',
  ],
  queries(p, context) {
    const periods = periodsIn(p, context);
    return {
      exposure: exposed(p, context, periods),
      changes: changed(p, context, periods),
      ...(context.weighted ? { weights: turnWeights(turned(p, context, periods)) } : {}),
    };
  },
  finish(answers, p, context) {
    const { exposure = [], changes: turns = [], weights = [] } = answers;
    const months = new Map<number, number>();
    const titles = new Map(context.subjects.map((s) => [s.organisation, s.title]));
    for (const row of [...exposure, ...turns]) {
      const organisation = Number(row.organisation);
      months.set(organisation, (months.get(organisation) ?? 0) + Number(row.half_months ?? 0));
      if (context.subjects.length === 0) titles.set(organisation, String(row.title));
    }
    const order = [...titles.keys()];
    if (context.subjects.length === 0) {
      order.sort((a, b) => (months.get(b) ?? 0) - (months.get(a) ?? 0) || a - b);
    }
    const cells = (rows: readonly Row[]) =>
      new Map(rows.map((row) => [`${row.organisation} ${row.nth}`, row]));
    const [stays, turning, weighed] = [cells(exposure), cells(turns), cells(weights)];
    const rows = order.flatMap((organisation) =>
      periodsIn(p, context).map((period, nth) => {
        const key = `${organisation} ${nth}`;
        const row = rowOf(titles.get(organisation) ?? '', period, stays.get(key), turning.get(key), p);
        return context.weighted ? weighGrowth(row, weighed.get(key), stays.get(key), p.printed) : row;
      }),
    );
    return { rows, notes: growthNotes(rows, turns, p, context) };
  },
};

function periodsIn(p: Parameters, context: Context): readonly Period[] {
  const { since, until } = windowOf(p, context.observedMonth);
  return periodsOf(since ?? (p.by === undefined ? 1 : context.firstMonth), until, p.by);
}

function rowOf(
  organisation: string,
  period: Period,
  stay: Row | undefined,
  turn: Row | undefined,
  { printed }: Parameters,
): ResultRow {
  const count = (name: string): number => Number(turn?.[name] ?? 0);
  const months = Number(stay?.half_months ?? 0) / 2;
  const [hires, exits, takenIn, takenOut] = ['hires', 'exits', 'taken_in', 'taken_out'].map(count) as [
    number,
    number,
    number,
    number,
  ];
  const { growth: net, hazard, ratio } = growthSplit(hires, exits, months / 12);
  return {
    organisation,
    period: period.label,
    people: Number(stay?.people ?? 0),
    hires,
    exits,
    person_months: months,
    growth: net.rate,
    growth_low: net.low,
    growth_high: net.high,
    hazard: hazard.rate,
    hazard_low: hazard.low,
    hazard_high: hazard.high,
    ratio: ratio.ratio,
    low: ratio.low,
    high: ratio.high,
    taken_in: takenIn,
    taken_out: takenOut,
    growth_taken: months > 0 ? (12 * (takenIn - takenOut)) / months : null,
    left_out: count('left_out'),
    people_hired: count('people_hired'),
    people_left: count('people_left'),
    ...(printed === undefined
      ? {}
      : {
          implied_growth: hazard.rate === null ? null : impliedGrowth(Number(printed), hazard.rate),
          implied_hazard: net.rate === null ? null : impliedHazard(Number(printed), net.rate),
        }),
  };
}
