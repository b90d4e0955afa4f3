import * as z from 'zod';
import { parseDate } from '../records/index.js';
import { figureSchema } from './figure.js';

const text = z
  .string()
  .trim()
  .min(1, 'write some words')
  .refine((t) => t !== '?', 'still unsure; correct it');
const day = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((t) => parseDate(t) !== null, 'write YYYY, YYYY-MM, YYYY-MM-DD, or two of them with / between');
const address = z.url({ protocol: /^https?$/, error: 'write an address that begins with https://' });
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write lower-case letters, digits and single hyphens');

/** Words for readers: in both languages, or once where a name is the same in both. */
const words = z
  .union([text, z.strictObject({ en: text, fr: text })])
  .transform((said) => (typeof said === 'string' ? { en: said, fr: said } : said));
const sentence = z.strictObject({ en: text, fr: text });

/** How firmly a claim is made. */
export const firmnesses = ['asserted', 'reported', 'conditional', 'rumour', 'prediction'] as const;
export type Firmness = (typeof firmnesses)[number];

/** How a claim sets its figure against what is measured. */
export const comparators = [
  'equals',
  'at_least',
  'at_most',
  'about',
  'more_than_reverse',
  'leads',
  'rises',
  'falls',
] as const;
export type Comparator = (typeof comparators)[number];

/** Why nothing can be checked. */
export const reasons = [
  'opinion',
  'prediction',
  'private figure',
  'hearsay',
  'no such measure',
  'a private person',
  'no data',
] as const;
export type Uncheckable = (typeof reasons)[number];

/** Which part of another claim a claim disputes; `whole` where it says the opposite of an opinion. */
export const disputed = ['figure', 'scope', 'receipt', 'whole'] as const;
export type Disputed = (typeof disputed)[number];

/** A question that a measure answers: what the wording of a claim fixes, and nothing else. */
const asked = z.strictObject({
  /** Name of the measure. */
  measure: z.string(),
  /** Organisations, by id; from and to for a pair. */
  of: z.array(slug).default([]),
  /** Which figure of the measure; by default the one that the claim's unit means. */
  value: z.string().optional(),
  parameters: z.record(z.string(), z.unknown()).default({}),
});

/** What a claim says of an organisation that the registry can know. */
const fact = z.strictObject({
  fact: z.enum(['founded', 'acquired', 'stake_taken', 'licensed_and_hired', 'merged', 'closed', 'part_of']),
  organisation: slug,
  on: day.optional(),
  by: slug.optional(),
  founders: z.array(text).optional(),
});

const nothing = z.strictObject({ none: z.enum(reasons), because: sentence.optional() });

/** Form of a claim in a file of claims. */
export const claimSchema = z.strictObject({
  id: slug,
  says: sentence,
  claimant: z.strictObject({
    name: words,
    role: words.optional(),
    organisation: slug.optional(),
    /** What the claimant gains if the claim is believed. */
    stake: sentence.optional(),
  }),
  where: words,
  on: day,
  relays: z.array(z.strictObject({ by: words, on: day.optional(), source: address.optional() })).default([]),
  firmness: z.enum(firmnesses),
  check: z.union([asked, fact, nothing]),
  figures: z.array(figureSchema).default([]),
  comparator: z.enum(comparators).optional(),
  scope: z.array(z.strictObject({ word: words, effect: z.enum(['narrows', 'blurs']) })).default([]),
  disputes: z.array(z.strictObject({ claim: slug, part: z.enum(disputed) })).default([]),
  mutates: z.strictObject({ claim: slug, how: sentence }).optional(),
  /** Measured figures to read beside the claim; they bear no verdict. */
  beside: z.array(asked).default([]),
  prediction: z
    .strictObject({
      due: day.optional(),
      outcomes: z.array(z.strictObject({ on: day, says: sentence, source: address })).default([]),
    })
    .optional(),
  source: address,
});

type Written = z.output<typeof claimSchema>;

/** A question to a measure, as a claim puts it. */
export type Asked = z.output<typeof asked>;
/** A fact of the registry, as a claim states it. */
export type Fact = z.output<typeof fact>;

/**
 * A figure or comparison that somebody asserted: who, where, when, how firmly, relayed by whom, about what, and what it
 * disputes.
 */
export type Claim = Written & {
  /** `file:line` of the claim. */
  readonly at: string;
};
