import * as z from 'zod';

/** What a printed figure counts. `ratio` is people one way for one the other way, `times` a multiple of a rate. */
export const units = [
  'ratio',
  'times',
  'percent',
  'USD',
  'USD per year',
  'EUR',
  'EUR per year',
  'GBP',
  'GBP per year',
  'people',
  'cases',
  'organisations',
  'year',
  'months',
] as const;
export type Unit = (typeof units)[number];

/** Words of a scale, and what they multiply by. */
export const scales = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 } as const;
export type Scale = keyof typeof scales;

/** A figure as a file of claims writes it: the digits that were printed, with a point for the decimals. */
export const figureSchema = z
  .strictObject({
    printed: z
      .string({ error: 'write the figure in quotes, so that its last digits are kept' })
      .regex(/^\d{1,15}(?:\.\d{1,6})?$/, 'write digits as printed, with a point for decimals, as "10.6"')
      .describe(
        'the digits as they were printed, in quotes, with a point for decimals: their number says how exact the figure is. Where only words print it ("nine figures"), the smallest amount that they allow, with the comparator at_least',
      ),
    scale: z
      .enum(Object.keys(scales) as [Scale, ...Scale[]])
      .optional()
      .describe('the word that multiplies the digits: "14" with billion is 14 billion'),
    unit: z
      .enum(units)
      .describe(
        'what the figure counts; ratio is people one way for one the other way, times a multiple of a rate',
      ),
  })
  .describe('a figure of the claim');

/** A figure as somebody printed it. */
export type Figure = z.output<typeof figureSchema>;

/** The number that a figure prints. Units: those of its unit, percent from 0 to 100. */
export function amountOf({ printed, scale }: Figure): number {
  return Number(scale === undefined ? printed : `${printed}e${Math.log10(scales[scale])}`);
}

/** Half a unit of the last digit that a figure prints: 0.05 for 10.6, half a billion for 14 billion. */
export function halfDigit({ printed, scale }: Figure): number {
  const decimals = printed.split('.')[1]?.length ?? 0;
  return Number(`5e${-1 - decimals + (scale === undefined ? 0 : Math.log10(scales[scale]))}`);
}

/**
 * Does a number round to the figure at the precision at which it is printed?
 *
 * A number half-way between two figures rounds to either: printers differ.
 */
export function roundsTo(value: number, figure: Figure): boolean {
  const half = halfDigit(figure);
  return Math.abs(value - amountOf(figure)) <= half * (1 + 1e-9);
}
