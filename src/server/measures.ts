import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { ask, parametersOf, type Question } from '../ask.js';
import { MercatoError } from '../errors.js';
import { checkKnown, fromText, isNames, optionOf } from '../given.js';
import { type AnyMeasure, flows, headcount, measures, pay, ratio, table } from '../measures/index.js';
import {
  isRange,
  isWithheld,
  type Released,
  type ReleasedRow,
  release,
  servedNotes,
} from '../release/index.js';
import { namesIn } from '../subjects.js';
import {
  type AddressParameter,
  type Answer,
  type Asking,
  type Endpoint,
  jsonOf,
  langParameter,
  pageIn,
  pageParameters,
} from './endpoint.js';
import { meantIn } from './meanings.js';
import { countsPeople, servedProperties, wholeYear } from './narrowing.js';
import { checkNames, unnamedIn } from './organisations.js';
import { publishedOf } from './published.js';
import type { Snapshot } from './serving.js';
import { type Unlisted, unlistedIn } from './unlisted.js';

/** Measures with a row only where there is somebody: how many are left out would tell where nobody is. */
const ofSomebody: readonly AnyMeasure[] = [flows, headcount, pay];

/** Measures that are served: all but those that show single people. */
export const served: readonly AnyMeasure[] = measures.filter(({ local }) => local !== true);

const words = z.object({ en: z.string(), fr: z.string() });
const withheld = z.object({ withheld: z.string() });
const range = z.object({ low: z.number().nullable(), high: z.number().nullable() });
const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const point = z.record(z.string(), z.union([plain, withheld, range]));
const columnForm = z.object({
  name: z.string(),
  type: z.string(),
  unit: z.string(),
  meaning: z.string(),
  optional: z.boolean().optional(),
});

const resultForm = z.object({
  measure: z.string(),
  parameters: z.record(z.string(), z.unknown()),
  data: z.object({
    version: z.string(),
    observedUntil: z.string(),
    sources: z.array(z.string()),
    population: z.string(),
    simulated: z.boolean(),
  }),
  columns: z.array(columnForm),
  rows: z.array(z.record(z.string(), z.union([plain, withheld, range, z.array(point)]))),
  total: z.int().describe('rows there are in all'),
  left_out: z
    .int()
    .nullable()
    .describe('rows of which nothing may be shown; null where their number would tell of whom there is one'),
  min_cell: z.int().describe('the least count that is shown'),
  unlisted: z
    .object({ most: z.int(), between: z.array(z.string()) })
    .optional()
    .describe(
      'of flows: a pair of these without a row has so many people at most; of another any number may be withheld',
    ),
  notes: z.array(z.object({ code: z.string(), text: z.string() })),
});

/** The list of measures, each with all that a reader needs to know of it. */
export const listOfMeasures: Endpoint = {
  path: '/api/measures',
  summary: 'Every measure: its question, definition, columns, parameters and citation',
  parameters: [langParameter],
  answer: z.object({
    measures: z.array(
      z.object({
        name: z.string(),
        title: words,
        question: words,
        definition: words,
        grain: z.string(),
        subjects: z.enum(['none', 'any', 'pair']),
        columns: z.array(columnForm),
        parameters: z.record(z.string(), z.unknown()),
        citation: z.string(),
        examples: z.array(z.string()),
      }),
    ),
  }),
  run: async ({ lang }) =>
    jsonOf({
      measures: served.map((measure) => ({
        name: measure.name,
        title: measure.title,
        question: measure.question,
        definition: measure.definition,
        grain: measure.grain,
        subjects: measure.subjects,
        columns: meantIn(measure.columns, lang),
        parameters: Object.fromEntries(
          servedProperties(measure).map(([name, property]) => [optionOf(name), property]),
        ),
        citation: measure.citation,
        examples: measure.examples,
      })),
    }),
};

/** One endpoint for each measure that is served. */
export const measureEndpoints: readonly Endpoint[] = served.map((measure) => ({
  path: `/api/measures/${measure.name}`,
  summary: measure.question.en,
  parameters: [...subjectParameters(measure), ...ownParameters(measure), ...pageParameters, langParameter],
  answer: resultForm,
  run: (asking) => answerOf(measure, asking),
}));

async function answerOf(measure: AnyMeasure, asking: Asking): Promise<Answer> {
  const page = pageIn(asking.query);
  if ('wrong' in page) throw new MercatoError('parameter', page.wrong);
  const { released, leftOut, unlisted } = await releasedOf(measure, asking, ['limit', 'offset', 'lang']);
  const { measure: name, parameters, data, columns, rows, minCell, notes } = released;
  return jsonOf({
    measure: name,
    parameters,
    data,
    columns: meantIn(columns, asking.lang),
    rows: rows.slice(page.offset, page.offset + page.limit),
    total: rows.length,
    left_out: leftOut,
    min_cell: minCell,
    ...(unlisted === undefined ? {} : { unlisted }),
    notes: notes.map((note) => ({ code: note.code, text: note[asking.lang] })),
  });
}

/** A result as it may be shown. */
interface Shown {
  readonly released: Released;
  readonly leftOut: number | null;
  readonly unlisted?: Unlisted;
}

/** Rows of results that are kept, so that a page, a file or another language of one asks the database nothing. */
const mostRows = 200_000;
const results = new WeakMap<Snapshot, LRUCache<string, Shown>>();

/** Results that are being worked out ahead: whoever asks for one waits for it. */
const aheads = new WeakMap<Snapshot, Map<string, Promise<Shown>>>();

/** What a measure answers to a request, as it may be shown; rows of which nothing may be shown are left out. */
export async function releasedOf(
  measure: AnyMeasure,
  { query, snapshot, desk, serving, signal, begun }: Asking,
  others: readonly string[],
): Promise<Shown> {
  const given = questionOf(measure, query, others);
  const question = { ...given, parameters: { ...given.parameters, ...leastOf(measure, serving.minCell) } };
  const kept =
    results.get(snapshot) ?? new LRUCache<string, Shown>({ maxSize: mostRows, sizeCalculation: sizeOf });
  results.set(snapshot, kept);
  const key = JSON.stringify([
    measure.name,
    parametersOf(measure, question),
    question.subjects,
    serving.minCell,
  ]);
  const before = kept.get(key);
  if (before !== undefined) return before;
  const ahead = aheads.get(snapshot) ?? new Map<string, Promise<Shown>>();
  aheads.set(snapshot, ahead);
  const joined = ahead.get(key);
  if (joined !== undefined) {
    begun();
    return joined;
  }
  await checkNames(snapshot, namesIn(question, question.parameters), measure === pay);
  const asked = ask(desk, measure, question, signal, begun).then(async (answer): Promise<Shown> => {
    const published =
      measure === flows || measure === ratio ? await publishedOf(snapshot, serving.minCell) : undefined;
    const result = release(answer, serving.minCell, published);
    const unnamed = await unnamedIn(snapshot, serving.minCell);
    const rows = result.rows
      .filter(measure === ratio ? showsRatio : showsSomething)
      .filter((row) => !ends.some((end) => unnamed.has(String(row[end]))));
    const notes = servedNotes(result, rows, serving.minCell);
    const leftOut = ofSomebody.includes(measure) ? null : result.total - rows.length;
    const shown = {
      released: { ...result, rows, notes },
      leftOut,
      ...(measure === flows ? { unlisted: await unlistedIn(snapshot, answer, serving.minCell) } : {}),
    };
    kept.set(key, shown);
    return shown;
  });
  if (desk !== snapshot.behind) return asked;
  const working = asked.finally(() => ahead.delete(key));
  ahead.set(key, working);
  return working;
}

/** The least count that is shown, for measures that leave out or put together by themselves what is below it. */
function leastOf(measure: AnyMeasure, minCell: number): { readonly [parameter: string]: number } {
  return measure === table ? { small: minCell } : measure === flows ? { minPeople: minCell } : {};
}

function sizeOf({ released: { rows } }: Shown): number {
  const points = rows.flatMap((row) => Object.values(row).filter((cell) => Array.isArray(cell)));
  return 1 + rows.length + points.reduce((sum, { length }) => sum + length, 0);
}

function questionOf(
  measure: AnyMeasure,
  query: Asking['query'],
  others: readonly string[],
): Question & { readonly parameters: { readonly [name: string]: unknown } } {
  const properties = new Map(
    servedProperties(measure).map(([name, property]) => [optionOf(name), [name, property]] as const),
  );
  const parameters: Record<string, unknown> = {};
  const subjects: string[] = [];
  for (const [option, values] of query) {
    if (others.includes(option)) continue;
    const [name, property] = properties.get(option) ?? [];
    if (option === 'organisation' && measure !== table) subjects.push(...values);
    else if (name === undefined || property === undefined) {
      checkKnown(option, ['organisation', ...properties.keys(), ...others], measure.name);
    } else parameters[name] = isNames(property) ? values : fromText(name, property, values.join(','));
  }
  if (countsPeople(measure)) for (const end of ['since', 'until']) wholeYear(end, parameters[end]);
  return { subjects, parameters };
}

/** Columns that name an organisation. */
const ends = ['organisation', 'from', 'to'];

/** Whether a row shows a figure: not everything that counts in it is withheld. */
function showsSomething(row: ReleasedRow): boolean {
  const cells = Object.values(row);
  return !cells.some(isWithheld) || cells.some((cell) => typeof cell === 'number' || Array.isArray(cell));
}

/** A pair is listed whether anybody moved or not: a range tells nothing by being there. */
function showsRatio(row: ReleasedRow): boolean {
  return showsSomething(row) || isRange(row.forward) || isRange(row.backward);
}

function ownParameters(measure: AnyMeasure): readonly AddressParameter[] {
  return servedProperties(measure).map(([name, { description = '', ...schema }]) => ({
    name: optionOf(name),
    in: 'query',
    schema,
    description,
  }));
}

function subjectParameters(measure: AnyMeasure): readonly AddressParameter[] {
  const { subjects } = measure;
  if (subjects === 'none' || measure === table) return [];
  const pair = subjects === 'pair';
  return [
    {
      name: 'organisation',
      in: 'query',
      schema: { type: 'array', items: { type: 'string' }, ...(pair ? { minItems: 2, maxItems: 2 } : {}) },
      description: pair
        ? 'organisation A and organisation B, by name, alias or id: given twice'
        : 'organisations, by name, alias or id: given once for each',
      required: pair,
    },
  ];
}
