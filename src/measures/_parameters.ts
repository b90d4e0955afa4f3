import * as z from 'zod';
import { causes, levels, mainKinds, parseMonth, views } from '../records/index.js';

const month = (end: 'first' | 'last', meaning: string) =>
  z
    .union([z.string(), z.int()])
    .transform(String)
    .refine((text) => parseMonth(text, end) !== null, 'write YYYY or YYYY-MM')
    .optional()
    .describe(meaning);

/** Parameters that every measure takes. */
export const windowParameters = z.strictObject({
  since: month('first', 'first month or year of the window, YYYY or YYYY-MM'),
  until: month('last', 'last month or year of the window, inclusive'),
  title: z
    .string()
    .min(1)
    .optional()
    .describe('only people whose title there matches this regular expression'),
  kind: z.enum(mainKinds).optional().describe('only people in this kind of position there'),
  country: z.string().min(1).optional().describe('only people in this country there, as written'),
  source: z.string().min(1).optional().describe('only spells of this source'),
  among: z.string().min(1).optional().describe('only organisations of this peer set'),
  level: z
    .enum(levels)
    .default('company')
    .describe('where organisations that are not named stand: unit, company or group'),
  view: z
    .enum(views)
    .default('point-in-time')
    .describe('owners of each month (point-in-time) or those of today for all time (pro-forma)'),
  bounds: z
    .boolean()
    .default(false)
    .describe('with the smallest and the largest value that the precision of the dates allows'),
  closeStale: z
    .boolean()
    .default(false)
    .describe('end an open job at the start of a later open one (a sensitivity)'),
});

/** Parameters of measures that count moves. */
export const moveParameters = windowParameters.extend({
  maxGap: z
    .int('write a whole number from 0 to 120')
    .min(0)
    .max(120)
    .default(3)
    .describe('most months between two jobs that make a move'),
  cause: z
    .array(z.enum(causes))
    .min(1)
    .default(['hire'])
    .describe(`causes that count: ${causes.join(', ')}`),
});

export const by = z.enum(['year', 'quarter']).optional().describe('one row per year or quarter');

export type WindowParameters = Omit<z.output<typeof windowParameters>, 'bounds'>;
/** What narrows a population. */
export type PopulationParameters = Pick<WindowParameters, 'title' | 'kind' | 'country' | 'source'>;
export type MoveParameters = z.output<typeof moveParameters>;

/** First and last month of the window; without bounds, all that is observed. */
export function windowOf(
  parameters: { readonly since?: string | undefined; readonly until?: string | undefined },
  observedMonth: number,
): { readonly since: number | null; readonly until: number } {
  const until = parameters.until === undefined ? null : parseMonth(parameters.until, 'last');
  return {
    since: parameters.since === undefined ? null : parseMonth(parameters.since, 'first'),
    until: until === null ? observedMonth : Math.min(until, observedMonth),
  };
}
