import * as z from 'zod';
import { address, day, sentence, slug, text, words } from './_written.js';
import { figureSchema } from './figure.js';

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

/** Facts of an organisation that the registry can hold. */
const facts = [
  'founded',
  'acquired',
  'stake_taken',
  'licensed_and_hired',
  'merged',
  'closed',
  'part_of',
] as const;

const asked = z
  .strictObject({
    measure: z.string().describe('name of a measure'),
    of: z
      .array(slug)
      .default([])
      .describe('the organisations that it is about, by id; from and to for a pair'),
    value: z
      .string()
      .optional()
      .describe(
        'the column meant; without it, the one that the unit of the figure means, or all that the wording leaves open',
      ),
    parameters: z
      .record(z.string(), z.unknown())
      .default({})
      .describe(
        'what the wording and the date of the claim fix, under the names of docs/measures.md in camelCase',
      ),
  })
  .describe('a question that a measure answers: what the claim fixes, and nothing else');

const fact = z
  .strictObject({
    fact: z.enum(facts).describe('what the organisation did or what was done to it'),
    organisation: slug.describe('the organisation that it is about, by id'),
    on: day.optional().describe('when it took place, as the claim dates it'),
    by: slug.optional().describe('the buyer, the investor, the hirer or the owner, by id'),
    founders: z.array(text).optional().describe('for founded: the founders that the claim names'),
  })
  .describe('a fact of an organisation, held against the registry');

const nothing = z
  .strictObject({
    none: z.enum(reasons).describe('why there is nothing to check it with'),
    because: sentence.optional().describe('the reason of this very claim, in a sentence for readers'),
  })
  .describe('nothing that can be checked');

const claimant = z
  .strictObject({
    name: words.describe('a name, or who they are with "unnamed"'),
    kind: z
      .enum(['person', 'organisation'])
      .optional()
      .describe('whether that is one person or an organisation; left out where it is neither, or not known'),
    role: words.optional().describe('what they are or how they come to say it'),
    organisation: slug.optional().describe('the organisation that they speak for, by id'),
    stake: sentence.optional().describe('what they gain if the claim is believed'),
  })
  .describe('who says it');

const relay = z
  .strictObject({
    by: words.describe('the medium'),
    on: day.optional().describe('when it did'),
    source: address.optional().describe('where that can be read'),
  })
  .describe('somebody who passed the claim on with its quantity unchanged');

/** Form of a claim in a file of claims. */
export const claimSchema = z
  .strictObject({
    id: slug.describe('name of the claim, once over all files'),
    says: sentence.describe('the claim in words of your own, a sentence in each language'),
    claimant,
    where: words.describe('where it was said: the medium, the programme, the meeting'),
    on: day.describe('when it was said'),
    relays: z.array(relay).default([]).describe('who passed it on, the first one first'),
    firmness: z
      .enum(firmnesses)
      .describe(
        'how firmly it is said: asserted by the claimant, reported of somebody, in the conditional, as a rumour, as a prediction or question about what comes',
      ),
    check: z
      .union([asked, fact, nothing])
      .describe('what the claim is held against: a measure, the registry, or nothing, with the reason'),
    figures: z.array(figureSchema).default([]).describe('the figures, the one to check first'),
    comparator: z
      .enum(comparators)
      .optional()
      .describe(
        'how the figure compares; a measure needs one. equals, about, at_least and at_most need a figure; more_than_reverse, leads, rises and falls say a direction',
      ),
    scope: z
      .array(
        z.strictObject({
          word: words.describe('the word, in each language'),
          effect: z
            .enum(['narrows', 'blurs'])
            .describe('whether it makes the claim hold for fewer cases, or unclear for which'),
        }),
      )
      .default([])
      .describe('words that narrow or blur what is claimed'),
    disputes: z
      .array(
        z.strictObject({
          claim: slug.describe('id of the claim disputed'),
          part: z
            .enum(disputed)
            .describe(
              'the part of it: its figure, its scope, that it was received, or the whole of an opinion',
            ),
        }),
      )
      .default([])
      .describe('other claims that this one disputes'),
    mutates: z
      .strictObject({
        claim: slug.describe('id of the claim that it comes from'),
        how: sentence.describe('what changed on the way'),
      })
      .optional()
      .describe(
        'for a relay that changes the quantity: it is a claim of its own, linked to the one that it changes',
      ),
    beside: z
      .array(asked)
      .default([])
      .describe('measured figures to read beside the claim; they bear no verdict'),
    prediction: z
      .strictObject({
        due: day.optional().describe('when it can be seen whether it came true'),
        outcomes: z
          .array(
            z.strictObject({
              on: day.describe('when it was seen'),
              says: sentence.describe('what came of it'),
              source: address.describe('where that can be read'),
            }),
          )
          .default([])
          .describe('what came of it; listed, never scored'),
      })
      .optional()
      .describe('for a prediction: when it is due and what came of it'),
    source: address.describe('where the claim, or a report of it, can be read'),
  })
  .describe('a figure or comparison that somebody asserted');

/** Form of a file of claims. */
export const claimsFileSchema = z.strictObject({
  claims: z.array(claimSchema).describe('the claims, in the order in which they are shown'),
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
