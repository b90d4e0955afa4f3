import * as z from 'zod';
import { column, optional, postingTable } from '../records/index.js';
import { all, list, monthOf, sql } from '../warehouse/index.js';
import { windowOf, windowParameters } from './_parameters.js';
import { changesOf, monthIn, monthsOf, notesOn, series } from './_postings.js';
import { type Measure, where } from './measure.js';

const indices = ['total', 'total_unadjusted', 'new', 'new_unadjusted'] as const;

const parameters = windowParameters.pick({ since: true, until: true }).extend({
  country: z
    .array(z.string().regex(/^[A-Za-z]{2}$/, 'write codes of two letters, as US'))
    .min(1)
    .transform((codes) => codes.map((code) => code.toUpperCase()))
    .optional()
    .describe('only these countries, as codes of two letters: US,FR'),
  series: z
    .array(z.enum(series))
    .min(1)
    .default(['ai_share', 'index'])
    .describe('series to show: ai_share, index, and ai_postings, the share of the unadjusted index'),
  index: z
    .enum(indices)
    .default('total')
    .describe('which index: of all postings or of new ones, adjusted for the season or not'),
  change: z
    .boolean()
    .default(false)
    .describe('the change from the first to the last month of the window, with its 95 % interval'),
});
type Parameters = z.output<typeof parameters>;

/**
 * How did demand for AI skills and for work as a whole develop, by country?
 *
 * Means over the days of a month, of the share of job postings that name AI and of an index of postings. Of several files that give
 * a day, the one that observes longest counts, then the one loaded last. `change` compares the last month of the window with the
 * first; months at either end of which days are missing are left out of it. Its noise is that of months: daily values average seven
 * days, so that neither the week nor what neighbouring days share reaches it. `ai_postings` multiplies day by day.
 *
 * Rows: one per country and month, or per country and series with `change`, by country and month or series. Units: `ai_share` in per
 * cent of postings, its change in percentage points; `index` with 1 February 2020 as 100.
 * Method: `changeOver`.
 */
export const demand: Measure<Parameters> = {
  name: 'demand',
  title: { en: 'Demand', fr: 'Demande' },
  question: {
    en: 'How did demand for AI skills and for work as a whole develop, by country?',
    fr: 'Comment ont évolué la demande de compétences en IA et la demande de travail en général, par pays ?',
  },
  definition: {
    en: 'Monthly means of two published daily series of job postings: the share that names artificial intelligence, and an index of postings of every trade. A change over a window goes from its first whole month to its last. Its 95 % interval comes from the noise of months: how far each lies from the middle of its neighbours. It says whether the level changed, not why, and not whether the change goes on.',
    fr: 'Moyennes mensuelles de deux séries quotidiennes publiées d’offres d’emploi : la part de celles qui nomment l’intelligence artificielle, et un indice des offres de tous les métiers. Une variation sur une période va de son premier mois complet à son dernier. Son intervalle à 95 % vient du bruit des mois : l’écart de chacun au milieu de ses voisins. Elle dit si le niveau a changé, non pourquoi, ni si cela continue.',
  },
  grain: 'one per country and month; one per country and series with --change',
  reads: [postingTable.name],
  columns: [
    column('country', 'text', '', 'country, as a code of two letters'),
    optional(column('month', 'month', '', 'month, YYYY-MM')),
    optional(
      column('ai_share', 'number', 'per cent', 'share of job postings that name AI, mean of the days'),
    ),
    optional(
      column('index', 'number', '2020-02-01 = 100', 'index of job postings of every trade, mean of the days'),
    ),
    optional(
      column(
        'ai_postings',
        'number',
        'of 100 postings on 2020-02-01',
        'with --series ai_postings: postings that name AI, the share of the unadjusted index of all postings',
      ),
    ),
    optional(column('ai_share_days', 'integer', 'days', 'days with a share')),
    optional(column('index_days', 'integer', 'days', 'days with an index')),
    optional(column('ai_postings_days', 'integer', 'days', 'days with both')),
    optional(column('partial', 'boolean', '', 'whether days of the month are missing in a series shown')),
    optional(column('series', 'text', '', 'with --change: ai_share, index or ai_postings')),
    optional(column('first_month', 'month', '', 'with --change: first whole month, YYYY-MM')),
    optional(column('last_month', 'month', '', 'with --change: last whole month, YYYY-MM')),
    optional(
      column('first', 'number', '', 'with --change: mean of the first month, in the unit of the series'),
    ),
    optional(column('last', 'number', '', 'with --change: mean of the last month')),
    optional(
      column('change', 'number', '', 'with --change: last less first; of ai_share in percentage points'),
    ),
    optional(
      column('low', 'number', '', 'with --change: lower 95 % limit of the change; null below four months'),
    ),
    optional(column('high', 'number', '', 'with --change: upper 95 % limit of the change')),
    optional(
      column('change_percent', 'number', 'per cent', 'with --change: the change in per cent of first'),
    ),
    optional(column('low_percent', 'number', 'per cent', 'with --change: its lower 95 % limit')),
    optional(column('high_percent', 'number', 'per cent', 'with --change: its upper 95 % limit')),
    optional(
      column('noise', 'number', '', 'with --change: standard deviation of one month around its level'),
    ),
  ],
  parameters,
  subjects: 'none',
  citation:
    'Noise of a month: Gasser, Sroka and Jennen-Steinmetz 1986, doi:10.1093/biomet/73.3.625; degrees of freedom: Satterthwaite 1946, doi:10.2307/3002019.',
  examples: [
    'mercato demand --country US,FR --since 2024 --until 2024',
    'mercato demand --country US,FR --since 2024-01 --until 2024-12 --change',
    'mercato demand --country FR --since 2023-12 --until 2024-12 --series ai_postings --change',
  ],
  queries(p, context) {
    const { since, until } = windowOf(p, context.observedMonth);
    const asked = p.series.map((one) => (one === 'index' ? p.index : one));
    const number = asked.includes('ai_postings');
    const needed = [...new Set([...asked, ...(number ? ['ai_share', 'total_unadjusted'] : [])])];
    const plain = sql`select country, series, day, value from vintage where nth = 1 and series in ${list(asked)}`;
    const product = sql`select s.country, 'ai_postings' as series, s.day, s.value * t.value / 100 as value
      from vintage as s join vintage as t on t.country = s.country and t.day = s.day
      where s.nth = 1 and t.nth = 1 and s.series = 'ai_share' and t.series = 'total_unadjusted'`;
    const within = where([
      sql`p.series in ${list(needed)}`,
      p.country === undefined ? null : sql`p.country in ${list(p.country)}`,
      since === null ? null : sql`${monthOf(sql`p.day`)} >= ${since}`,
      sql`${monthOf(sql`p.day`)} <= ${until}`,
    ]);
    return {
      demand: {
        steps: [
          [
            'vintage',
            sql`select p.country, p.series, p.day, p.value, row_number() over (
                partition by p.country, p.series, p.day order by f.observed_until desc, f.file desc) as nth
              from posting as p join file as f on f.file = p.file where ${all(within)}`,
          ],
          ['valued', number ? sql`${plain} union all ${product}` : plain],
          [
            'monthly',
            // Decimals: a sum of doubles differs in its last digits with the order of the rows.
            sql`select country, series, ${monthOf(sql`day`)} as "month", count(*) as days,
                cast(sum(cast(value as decimal(18, 9))) as double) / count(*) as mean,
                day(${context.dialect.lastDay(sql`min(day)`)}) as whole
              from valued group by country, series, ${monthOf(sql`day`)}`,
          ],
          [
            'demand',
            sql`select country, series, "month", mean, days, days < whole as partial
              from monthly order by country, "month", series`,
          ],
        ],
      },
    };
  },
  finish({ demand: found = [] }, p) {
    const months = found.map(monthIn);
    const { rows, notes } = p.change ? changesOf(months) : monthsOf(months, p.series);
    return { rows, notes: [...notes, ...notesOn(months, p)] };
  },
};
