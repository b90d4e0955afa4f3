import * as z from 'zod';
import { parseDate } from '../records/index.js';

const day = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((text) => parseDate(text) !== null, 'write YYYY, YYYY-MM or YYYY-MM-DD');
const address = z.url({ protocol: /^https?$/, error: 'write an address that begins with https://' });
const words = z.string().trim().min(1, 'write a name');
const amount = z.number().positive('write a number above 0');

/** Form of an id of the registry. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write lower-case letters, digits and single hyphens');

const dated = { announced: day.optional(), on: day.optional(), source: address };

const kinds = [
  z.strictObject({ event: z.literal('founded'), ...dated }),
  z.strictObject({ event: z.literal('renamed'), from: words, to: words, ...dated }),
  z.strictObject({ event: z.literal('acquired'), by: slug, price_usd: amount.optional(), ...dated }),
  z.strictObject({
    event: z.literal('stake_taken'),
    by: slug,
    percent: amount.max(100, 'write a percentage'),
    price_usd: amount.optional(),
    valuation_usd: amount.optional(),
    ...dated,
  }),
  z.strictObject({ event: z.literal('merged'), into: slug, ...dated }),
  z.strictObject({ event: z.literal('split'), into: z.array(slug).min(2, 'name the parts'), ...dated }),
  z.strictObject({ event: z.literal('spun_off'), from: slug, ...dated }),
  z.strictObject({
    event: z.literal('licensed_and_hired'),
    by: slug,
    price_usd: amount.optional(),
    ...dated,
  }),
  z.strictObject({ event: z.literal('closed'), ...dated }),
] as const;

const written = z.discriminatedUnion('event', kinds, { error: 'write one of the events of the registry' });

/** An event as a file of the registry writes it. */
export const eventSchema = written
  .refine(({ announced, on }) => announced !== undefined || on !== undefined, {
    path: ['event'],
    error: 'an event needs a date: add on (the day it took effect) or announced',
  })
  .refine(
    ({ announced, on }) =>
      announced === undefined ||
      on === undefined ||
      announced.slice(0, on.length) <= on.slice(0, announced.length),
    {
      path: ['on'],
      error: 'write a date that is not before announced',
    },
  );

/**
 * Something that happened to an organisation: when it was announced and when it took effect, with the address where a
 * reader can look it up. Money is in US dollars, `percent` from 0 to 100.
 */
export type OrganisationEvent = z.output<typeof written> & {
  /** `file:line` of the event. */
  readonly where: string;
};

/** The other organisations that an event names. */
export function partiesOf(event: OrganisationEvent): readonly string[] {
  switch (event.event) {
    case 'acquired':
    case 'stake_taken':
    case 'licensed_and_hired':
      return [event.by];
    case 'merged':
      return [event.into];
    case 'split':
      return event.into;
    case 'spun_off':
      return [event.from];
    default:
      return [];
  }
}

/** First and last month of an event: announced, and in effect; where one is not known, both are the other. */
export function monthsOf({ announced, on }: OrganisationEvent): {
  readonly announced: number | null;
  readonly effective: number;
} {
  const [first, last] = [announced, on].map((text) =>
    text === undefined ? null : (parseDate(text)?.first ?? null),
  );
  return { announced: first ?? null, effective: last ?? first ?? 0 };
}

export { address, day, words };
