import * as z from 'zod';
import { column, titleFamilies } from '../records/index.js';
import { type Row, sql } from '../warehouse/index.js';
import { countNote } from './_notes.js';
import { windowOf, windowParameters } from './_parameters.js';
import { filedSteps, quantileSteps, quarters } from './_pay.js';
import type { Measure, Note } from './measure.js';

const families = titleFamilies.map(({ name }) => name);
const parameters = windowParameters
  .pick({ since: true, until: true, among: true, level: true, view: true })
  .extend({
    title: z
      .string()
      .min(1)
      .optional()
      .describe('only positions whose title matches this regular expression, as employers write it'),
    family: z
      .array(z.enum(families))
      .min(1)
      .optional()
      .describe(`only these families of titles: ${families.join(', ')}`),
    by: z
      .enum(['year', 'quarter'])
      .default('year')
      .describe('one row per year or quarter of the certification'),
  });
type Parameters = z.output<typeof parameters>;

/**
 * What base wages do employers attest in public filings, by title family and year, and for how many people hired away from others?
 *
 * Cases certified by the US Department of Labor, also those withdrawn later, by the month of their certification; each once, by its
 * latest decision. Wages are lower ends of ranges, for a year; every position of a case counts. Part-time positions, wages that
 * are missing or implausible, and employers that two organisations claim are left out and counted in a note.
 *
 * Rows: one per organisation, family and year or quarter, organisations with most positions first. Units: filings, positions, US
 * dollars per year. Method: Hyndman and Fan (1996), doi:10.1080/00031305.1996.10473566, definition 7, over positions.
 */
export const pay: Measure<Parameters> = {
  name: 'pay',
  title: { en: 'Pay in filings', fr: 'Salaires déclarés' },
  question: {
    en: 'What base wages do employers attest in public filings, and for how many people hired away from others?',
    fr: 'Quels salaires de base les employeurs attestent-ils dans des déclarations publiques, et pour combien de personnes prises à d’autres ?',
  },
  definition: {
    en: 'Base wages a year in certified labor condition applications of the US Department of Labor, which employers file for foreign professionals: the lower end of the range, so a floor, without bonus or equity. It counts positions, not people: a filing may lead to no hire, and a person may need several. Only those who need such a visa are in it.',
    fr: 'Salaires de base annuels des « labor condition applications » certifiées par le ministère du Travail des États-Unis, que les employeurs déposent pour des professionnels étrangers : le bas de la fourchette, donc un plancher, sans prime ni actions. On y compte des postes, pas des personnes : une déclaration peut ne mener à aucune embauche, et une personne en demander plusieurs. Seuls y figurent ceux à qui il faut un tel visa.',
  },
  grain: 'one per organisation, title family and year or quarter',
  reads: ['filing', 'filer', 'payer', 'organisation'],
  columns: [
    column('organisation', 'text', '', 'organisation'),
    column('title_family', 'text', '', 'family of the occupation, by its code'),
    column('year', 'text', '', 'year of the certification; with --by quarter, the quarter, as 2024-Q1'),
    column('filings', 'integer', 'filings', 'certified cases'),
    column('positions', 'integer', 'positions', 'positions in them, each of which counts in the wages'),
    column(
      'change_employer',
      'integer',
      'positions',
      'of these, for people hired away from another employer; null where no file says it',
    ),
    column('p25', 'number', 'USD per year', 'base wage below which a quarter of the positions are'),
    column('median', 'number', 'USD per year', 'base wage below which half of the positions are'),
    column('p75', 'number', 'USD per year', 'base wage below which three quarters of the positions are'),
  ],
  parameters,
  subjects: 'any',
  citation: 'Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566; docs/definitions.md, pay',
  examples: [
    'mercato pay OpenAI Anthropic --since 2022 --family software-developers,computer-research',
    "mercato pay --title 'machine learning' --by quarter",
  ],
  queries(p, context) {
    const filed = filedSteps(p, context, windowOf(p, context.observedMonth));
    return {
      pay: {
        steps: [
          ...filed,
          ...quantileSteps(p.by),
          [
            'known',
            sql`select organisation, title from organisation union select organisation, title from payer`,
          ],
          [
            'pay',
            sql`select o.title, q.*, sum(q.positions) over (partition by q.organisation) as size
              from quantile as q join known as o on o.organisation = q.organisation
              order by size desc, q.organisation, q.title_family, q.period`,
          ],
        ],
      },
      left: {
        steps: [
          ...filed,
          [
            'left_out',
            sql`select count(case when organisation is null then 1 end) as nobody,
                count(case when organisation is not null and not full_time then 1 end) as part_time,
                count(case when organisation is not null and full_time and wage is null then 1 end) as unpaid
              from filed`,
          ],
        ],
      },
    };
  },
  finish({ pay: found = [], left = [] }, p) {
    return {
      rows: found.map((row) => ({
        organisation: String(row.title),
        title_family: String(row.title_family),
        year: periodName(Number(row.period), p.by),
        filings: Number(row.filings),
        positions: Number(row.positions),
        change_employer: row.change_employer === null ? null : Number(row.change_employer),
        ...Object.fromEntries(quarters.map((quarter, i) => [quantileNames[i] ?? '', wageAt(row, quarter)])),
      })),
      notes: [floorNote, filesNote, ...leftNotes(left[0])],
    };
  },
};

const quantileNames = ['p25', 'median', 'p75'] as const;

/** Between the wages of the places before and after it, as far as it lies between them; to the cent. */
function wageAt(row: Row, quarter: (typeof quarters)[number]): number {
  const [low, high] = [Number(row[`low${quarter}`]), Number(row[`high${quarter}`])];
  const part = (((Number(row.positions) - 1) * quarter) % 4) / 4;
  return Math.round((low + (high - low) * part) * 100) / 100;
}

function periodName(period: number, by: Parameters['by']): string {
  return by === 'year' ? String(period) : `${Math.floor(period / 4)}-Q${(period % 4) + 1}`;
}

const floorNote: Note = {
  code: 'base_wage_floor',
  en: 'Wages are base pay, the lower end of what was attested, for positions that need a visa: a floor, without bonus or equity, and no sample of a firm’s staff. Positions are not people.',
  fr: 'Les salaires sont de base, le bas de ce qui a été attesté, pour des postes qui demandent un visa : un plancher, sans prime ni actions, et non un échantillon du personnel. Les postes ne sont pas des personnes.',
};

const filesNote: Note = {
  code: 'filings_by_file',
  en: 'A period holds the cases of the files that are loaded: it is whole where the files of all its quarters are.',
  fr: 'Une période contient les dossiers des fichiers chargés : elle est entière si les fichiers de tous ses trimestres le sont.',
};

function leftNotes(left: Row | undefined): readonly Note[] {
  return [
    ...countNote(
      'part_time',
      Number(left?.part_time ?? 0),
      'Part-time cases, whose wage for a year says nothing of full time, are left out: N.',
      'Les dossiers à temps partiel, dont le salaire annuel ne dit rien du temps plein, sont laissés de côté : N.',
    ),
    ...countNote(
      'no_wage',
      Number(left?.unpaid ?? 0),
      'Cases without a wage, or with one below 15,080 or above 5,000,000 dollars a year, are left out: N.',
      'Les dossiers sans salaire, ou au salaire inférieur à 15 080 ou supérieur à 5 000 000 dollars par an, sont laissés de côté : N.',
    ),
    ...countNote(
      'ambiguous_employer',
      Number(left?.nobody ?? 0),
      'Cases of employers that two organisations claim are left out: N.',
      'Les dossiers d’employeurs que deux organisations revendiquent sont laissés de côté : N.',
    ),
  ];
}
