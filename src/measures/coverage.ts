import * as z from 'zod';
import { column, formatMonth, optional, parseMonth } from '../records/index.js';
import { all, join, raw, sql } from '../warehouse/index.js';
import { coverageNote } from './_notes.js';
import { windowParameters } from './_parameters.js';
import { jobsThere } from './_presence.js';
import { placedSpells, populationStep } from './_steps.js';
import { weighing, weightIn, weightSum } from './_weights.js';
import type { Context, Measure } from './measure.js';

const month = z.string().refine((text) => parseMonth(text, 'last') !== null, 'write YYYY-MM');

const parameters = windowParameters.omit({ bounds: true }).extend({
  against: z
    .array(
      z.strictObject({ organisation: z.string().min(1), month, headcount: z.coerce.number().positive() }),
    )
    .optional()
    .describe('file of organisation,month,headcount to hold the counts against'),
});
type Parameters = z.output<typeof parameters>;

/**
 * What does the source see of an organisation, and how exactly?
 *
 * Counts spells and people, jobs with unknown starts or ends, dates coarser than a month, and jobs that are open beside an
 * open main job. Held against a file of true headcounts it gives the share of the staff that the source sees.
 *
 * Rows: one per organisation, or per organisation and month of the file; most people first. Units: jobs, people, shares.
 */
export const coverage: Measure<Parameters> = {
  name: 'coverage',
  title: { en: 'Coverage', fr: 'Couverture' },
  question: {
    en: 'What does the source see of an organisation, and how exactly?',
    fr: 'Que voit la source d’une organisation, et avec quelle précision ?',
  },
  definition: {
    en: 'Jobs and people per organisation, with the jobs whose start or end is unknown, whose dates are coarser than a month, or that are open beside another open job.',
    fr: 'Emplois et personnes par organisation, avec les emplois dont le début ou la fin est inconnu, dont les dates sont plus grossières que le mois, ou qui sont ouverts à côté d’un autre emploi ouvert.',
  },
  grain: 'one per organisation, or per organisation and month held against',
  reads: ['episode'],
  columns: [
    column('organisation', 'text', '', 'organisation'),
    column('people', 'integer', 'people', 'people with a job there'),
    column('spells', 'integer', 'spells', 'spells there in a main kind of position'),
    column('episodes', 'integer', 'jobs', 'unbroken times there'),
    column('unknown_start', 'integer', 'jobs', 'jobs with an unknown start'),
    column('unknown_end', 'integer', 'jobs', 'jobs that are over on an unknown date'),
    column('coarse_dates', 'integer', 'jobs', 'jobs with a start or end coarser than a month'),
    column('side', 'integer', 'jobs', 'jobs held beside the main job'),
    column('overlapping_open', 'integer', 'jobs', 'open jobs beside an open main job'),
    column('month', 'month', '', 'month of the file held against'),
    column('counted', 'integer', 'people', 'people counted in that month'),
    column('headcount', 'number', 'people', 'headcount of the file'),
    column('share', 'number', 'share', 'counted / headcount'),
    optional(
      column('weighted_episodes', 'number', 'jobs', 'with weights: unbroken times there by their weights'),
    ),
    optional(
      column(
        'weighted_counted',
        'number',
        'people',
        'with weights: people counted in that month by their weights',
      ),
    ),
  ],
  parameters,
  subjects: 'any',
  weighs: true,
  citation: 'docs/definitions.md, coverage',
  examples: ['mercato coverage --top 20', 'mercato coverage OpenAI Anthropic --against headcounts.csv'],
  queries(p, context) {
    const months = (p.against ?? []).map(
      (row) =>
        sql`(${numberOf(row.organisation, context)}, ${parseMonth(row.month, 'last') ?? 0}, ${row.headcount})`,
    );
    const truth = months.length === 0 ? sql`(null, null, null)` : join(months);
    const known = (condition: string) => sql`sum(case when ${raw(condition)} then 1 else 0 end)`;
    return {
      coverage: {
        steps: [
          populationStep(p, context),
          [
            'spelled',
            sql`select organisation, count(distinct spell) as spells from (${placedSpells(p, context)}) as s
              group by organisation`,
          ],
          [
            'seen',
            sql`select e.organisation, count(distinct e.person) as people, count(*) as episodes,
                ${known('not e.known_start')} as unknown_start, ${known('e.end_month is null and not e."open"')} as unknown_end,
                ${known('e.start_first < e.start_last or e.end_first < e.end_last')} as coarse_dates,
                ${known('not e.main and not e."open"')} as side, ${known('not e.main and e."open"')} as overlapping_open${weighing(context, sql`, ${weightSum(sql`e.weight`)} as weighted_episodes`)}
              from population as e where ${all(jobsThere(context))} group by e.organisation`,
          ],
          [
            'truth',
            sql`select organisation, month_held, headcount from (values ${truth}) as t (organisation, month_held, headcount)
              where organisation is not null`,
          ],
          [
            'counted',
            sql`select t.organisation, t.month_held, count(distinct e.person) as counted${weighing(context, sql`, ${weightSum(sql`e.weight`)} as weighted`)}
              from truth as t join population as e on e.organisation = t.organisation and e.main
                and coalesce(e.from_month, 0) <= t.month_held
                and (e.to_month > t.month_held or (e."open" and e.censored_month >= t.month_held))
              group by t.organisation, t.month_held`,
          ],
          [
            'coverage',
            sql`select o.title, s.*, n.spells, t.month_held, t.headcount, coalesce(c.counted, 0) as counted${weighing(context, sql`, coalesce(c.weighted, 0) as weighted_counted`)}
              from seen as s
              join organisation as o on o.organisation = s.organisation
              join spelled as n on n.organisation = s.organisation
              left join truth as t on t.organisation = s.organisation
              left join counted as c on c.organisation = t.organisation and c.month_held = t.month_held
              order by s.people desc, s.organisation, t.month_held`,
          ],
        ],
      },
    };
  },
  finish({ coverage: seen = [] }, _p, context) {
    const rows = seen.map((row) => {
      const headcount = row.headcount === null ? null : Number(row.headcount);
      return {
        organisation: String(row.title),
        people: Number(row.people),
        spells: Number(row.spells),
        episodes: Number(row.episodes),
        unknown_start: Number(row.unknown_start),
        unknown_end: Number(row.unknown_end),
        coarse_dates: Number(row.coarse_dates),
        side: Number(row.side),
        overlapping_open: Number(row.overlapping_open),
        month: row.month_held === null ? null : formatMonth(Number(row.month_held)),
        counted: headcount === null ? null : Number(row.counted),
        headcount,
        share: headcount === null ? null : Number(row.counted) / headcount,
        ...(context.weighted
          ? {
              weighted_episodes: weightIn(row, 'weighted_episodes'),
              weighted_counted: headcount === null ? null : weightIn(row, 'weighted_counted'),
            }
          : {}),
      };
    });
    return { rows, notes: [coverageNote] };
  },
};

function numberOf(name: string, { subjects }: Context): number | null {
  return subjects.find((subject) => subject.asked === name)?.organisation ?? null;
}
