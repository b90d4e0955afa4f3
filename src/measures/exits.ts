import * as z from 'zod';
import { column, optional } from '../records/index.js';
import {
  type CauseRow,
  cumulativeIncidence,
  type IncidenceStep,
  incidenceAt,
  survivalAt,
  survivalFromLifeTable,
} from '../stats/index.js';
import type { Row } from '../warehouse/index.js';
import { byOrganisation } from './_cohort.js';
import { causeTableOf, departed, departureSizes, departures, otherDestinations } from './_destinations.js';
import { exitNotes } from './_exitNotes.js';
import { departureWeights, exitWeightColumns, exitWeights } from './_exitWeights.js';
import { moveParameters, windowParameters } from './_parameters.js';
import { unknownStarts } from './_presence.js';
import type { Context, Measure, ResultRow } from './measure.js';

const parameters = windowParameters.omit({ bounds: true }).extend({
  to: z
    .array(z.string().min(1).meta({ title: 'organisation' }))
    .optional()
    .describe('a rival with a row of its own; give it once for each'),
  months: z
    .int('write a whole number from 1 to 600')
    .min(1)
    .max(600)
    .default(24)
    .describe('months after which it is asked who has left, and where to'),
  maxGap: moveParameters.shape.maxGap.describe('months within which somebody who left is seen elsewhere'),
  curve: z.boolean().default(false).describe('with the whole curve of each destination'),
});
type Parameters = z.output<typeof parameters>;

/**
 * Where do the people go whom an organisation loses, and how soon?
 *
 * The cohort of D1 of retention: jobs begun by hire in the window, followed to T, entering late where the job was held beside another first, censored
 * where a takeover, a spin-off or a change inside the group ends it (by the owners of today it goes on). Each job that ends has one destination, the first that applies:
 * the same organisation again; an organisation named; one that the person founded; a university; a non-profit or government; another company, or an
 * organisation that the registry does not know; self-employment begun within 3 months; left too recently to have been seen elsewhere; not seen again. Where
 * somebody goes is the next main job, begun at most `maxGap` months after leaving. The destinations compete: their shares and that of D1 add up to 1.
 *
 * Rows: one per organisation and destination; `events` are jobs that ended so within m months, `leavers` the people who did.
 * Units: shares from 0 to 1, months. Method: Aalen and Johansen 1978, variance of Aalen 1978, complementary log-log limits.
 */
export const exits: Measure<Parameters> = {
  name: 'exits',
  title: { en: 'Exits', fr: 'Départs' },
  question: {
    en: 'Where do the people go whom an organisation loses, and how soon?',
    fr: 'Où vont les personnes qu’une organisation perd, et au bout de combien de temps ?',
  },
  definition: {
    en: 'Of jobs begun by hire in the window, the share that has ended for each destination after m months: the organisations named, another company, one that the person founded, a university, a non-profit or government, self-employment, the same organisation again, or none seen within max-gap months. The shares and D1 of retention add up to 1. An unregistered organisation counts as a company; people who go with a licence deal are exits.',
    fr: 'Parmi les emplois commencés par embauche dans la fenêtre, la part terminée pour chaque destination après m mois : les organisations nommées, une autre entreprise, une que la personne a fondée, une université, une association ou l’État, le travail indépendant, la même organisation à nouveau, ou rien de vu dans les max-gap mois. Les parts et D1 de la rétention font 1. Une organisation hors registre compte comme entreprise ; qui part avec un accord de licence est un départ.',
  },
  grain: 'one per organisation and destination',
  reads: ['episode', 'move'],
  columns: [
    column('organisation', 'text', '', 'organisation'),
    column('destination', 'text', '', 'organisation named, or where else'),
    column('named', 'boolean', '', 'whether the destination is an organisation named'),
    column('months', 'integer', 'months', 'months m'),
    column('people', 'integer', 'people', 'people asked about'),
    column('episodes', 'integer', 'jobs', 'jobs asked about'),
    column('events', 'integer', 'jobs', 'jobs that ended so within m months'),
    column('leavers', 'integer', 'people', 'people who left so within m months'),
    column(
      'incidence',
      'number',
      'share',
      'share that has left so; null where nobody was followed that long',
    ),
    column('low', 'number', 'share', 'lower 95 % limit'),
    column('high', 'number', 'share', 'upper 95 % limit'),
    ...exitWeightColumns,
    optional(
      column(
        'curve',
        'curve',
        '',
        'with --curve: {month, at_risk, events, share, low, high} at each month of leaving so',
      ),
    ),
  ],
  parameters,
  subjects: 'any',
  weighs: true,
  citation:
    'Aalen and Johansen (1978), Scandinavian Journal of Statistics 5(3); Aalen (1978), Annals of Statistics 6(3), doi:10.1214/aos/1176344198',
  examples: [
    'mercato exits Anthropic --to "Google DeepMind" --to OpenAI',
    'mercato exits OpenAI --months 12 --since 2022 --curve --json',
  ],
  shared: departures,
  queries: (p, context) => ({
    table: causeTableOf(p.curve ? 1200 : p.months),
    departed: departed(p.months),
    sizes: departureSizes,
    unknown: unknownStarts(p, context),
    ...(context.weighted ? { weights: departureWeights } : {}),
  }),
  finish(answers, p, context) {
    const { sizes = [] } = answers;
    const found = new Map(context.subjects.map((s) => [s.organisation, s.title]));
    for (const row of sizes) {
      if (!found.has(Number(row.organisation))) found.set(Number(row.organisation), String(row.title));
    }
    const size = new Map(sizes.map((row) => [Number(row.organisation), row]));
    const tables = byOrganisation(answers.table ?? []);
    const left = byOrganisation(answers.departed ?? []);
    const weights = byOrganisation(answers.weights ?? []);
    const rows = [...found].flatMap(([organisation, title]) =>
      rowsOf(
        { organisation, title, size: size.get(organisation), weights: weights.get(organisation) ?? [] },
        tables.get(organisation) ?? [],
        left.get(organisation) ?? [],
        p,
        context,
      ),
    );
    return { rows, notes: exitNotes(rows, answers, p, context) };
  },
};

interface Asked {
  readonly organisation: number;
  readonly title: string;
  readonly size: Row | undefined;
  readonly weights: readonly Row[];
}

function rowsOf(
  { organisation, title, size, weights }: Asked,
  table: readonly Row[],
  left: readonly Row[],
  p: Parameters,
  { destinations, weighted }: Context,
): ResultRow[] {
  const names = [...destinations.map((d) => d.title), ...otherDestinations];
  const causes = causeRows(table, names.length);
  const steps = cumulativeIncidence(causes, names.length);
  const followed = Number(size?.followed ?? 0) / 2;
  const kept = survivalAt(
    survivalFromLifeTable(causes.map((row) => ({ ...row, events: row.events.reduce((a, b) => a + b, 0) }))),
    p.months,
    followed,
  );
  const weigh = weighted ? exitWeights(weights, names.length, p) : (row: ResultRow) => row;
  const people = new Map(left.map((row) => [Number(row.destination), Number(row.people)]));
  return names.flatMap((destination, i): ResultRow[] => {
    if (destinations[i]?.organisation === organisation) return [];
    const own = steps[i] ?? [];
    const at = size === undefined || kept === null ? null : incidenceAt(own, p.months, followed, kept.share);
    const row = {
      organisation: title,
      destination,
      named: i < destinations.length,
      months: p.months,
      people: Number(size?.people ?? 0),
      episodes: Number(size?.jobs ?? 0),
      events: own.reduce((sum, step) => (step.month <= p.months ? sum + step.events : sum), 0),
      leavers: people.get(i) ?? 0,
      incidence: at?.share ?? null,
      low: at?.low ?? null,
      high: at?.high ?? null,
      ...(p.curve ? { curve: own.map(pointOf) } : {}),
    };
    return [weigh(row, i)];
  });
}

/** The events of every destination in each month, from rows of one destination each. */
function causeRows(table: readonly Row[], causes: number): CauseRow[] {
  const months = new Map<number, { readonly atRisk: number; readonly events: number[] }>();
  for (const row of table) {
    const t = Number(row.t);
    const found = months.get(t) ?? { atRisk: Number(row.at_risk), events: Array<number>(causes).fill(0) };
    found.events[Number(row.destination)] = Number(row.events);
    months.set(t, found);
  }
  return [...months].map(([t, { atRisk, events }]) => ({ month: t / 2, atRisk, events }));
}

function pointOf({ month, atRisk, events, share, low, high }: IncidenceStep) {
  return { month, at_risk: atRisk, events, share, low, high };
}
