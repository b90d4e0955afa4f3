import * as z from 'zod';
import {
  amountOf,
  claimedOf,
  disputed,
  firmnesses,
  organisationsOf,
  reasons,
  verdicts,
  verdictWords,
} from '../claims/index.js';
import { type Lang, type Link, reasonOf, type ShownClaim } from '../report/index.js';

const figure = z.object({
  printed: z.string(),
  scale: z.string().nullable(),
  unit: z.string(),
  amount: z.number().describe('the number that is printed, in its unit'),
});
const relay = z.object({ by: z.string(), on: z.string().nullable(), source: z.string().nullable() });
const named = z.object({ id: z.string(), title: z.string() });

/** Form of a claim in the list. */
export const claimForm = z.object({
  id: z.string(),
  verdict: z.enum(verdicts),
  verdict_says: z.string().describe('the verdict in the language asked for'),
  on: z.enum(['observed', 'simulated', 'none']).describe('whose careers the verdict rests on'),
  reason: z.string(),
  uncheckable: z.enum(reasons).nullable(),
  policy: z.string().nullable().describe('the policy by which a claim about a person is refused'),
  says: z.string(),
  claimant: z.object({
    name: z.string(),
    kind: z.enum(['person', 'organisation']).nullable(),
    role: z.string().nullable(),
    organisation: z.string().nullable(),
    stake: z.string().nullable(),
  }),
  where: z.string(),
  date: z.string(),
  firmness: z.enum(firmnesses),
  claimed: z.string().describe('what is claimed, in a few words'),
  figures: z.array(figure),
  comparator: z.string().nullable(),
  measure: z.string().nullable(),
  value: z.string().nullable().describe('the column of the measure that is meant'),
  of: z.array(named).describe('the organisations that it is about, from and to for a pair'),
  names: z.array(named).describe('every organisation that it names'),
  scope: z.array(z.object({ word: z.string(), effect: z.enum(['narrows', 'blurs']) })),
  relays: z.array(relay),
  disputes: z.array(z.object({ claim: z.string(), part: z.enum(disputed) })),
  mutates: z.object({ claim: z.string(), how: z.string() }).nullable(),
  source: z.string(),
});
/** A claim as the list has it. */
export type ClaimAnswer = z.output<typeof claimForm>;

/** Form of what stands between two claims. */
export const linkForm = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(['disputes', 'mutates', 'conflicts', 'differs']),
  parts: z.array(z.enum([...disputed, 'quantity'])),
});
/** What stands between two claims. */
export type LinkAnswer = z.output<typeof linkForm>;

/** A claim as it may be shown, in a language. */
export function claimAnswer(shown: ShownClaim, lang: Lang, titleOf: (id: string) => string): ClaimAnswer {
  const { claim } = shown;
  const { check, claimant } = claim;
  const titled = (id: string) => ({ id, title: titleOf(id) });
  const about =
    'measure' in check
      ? check.of
      : 'fact' in check
        ? [check.organisation, check.by].filter((id) => id !== undefined)
        : [];
  return {
    id: claim.id,
    verdict: shown.verdict,
    verdict_says: verdictWords[shown.verdict][lang],
    on: shown.on,
    reason: reasonOf(shown, lang),
    uncheckable: shown.uncheckable ?? null,
    policy: shown.policy ?? null,
    says: claim.says[lang],
    claimant: {
      name: claimant.name[lang],
      kind: claimant.kind ?? null,
      role: claimant.role?.[lang] ?? null,
      organisation: claimant.organisation ?? null,
      stake: claimant.stake?.[lang] ?? null,
    },
    where: claim.where[lang],
    date: claim.on,
    firmness: claim.firmness,
    claimed: claimedOf(claim)[lang],
    figures: claim.figures.map((each) => ({
      printed: each.printed,
      scale: each.scale ?? null,
      unit: each.unit,
      amount: amountOf(each),
    })),
    comparator: claim.comparator ?? null,
    measure: 'measure' in check ? check.measure : null,
    value: 'measure' in check ? (check.value ?? null) : null,
    of: about.map(titled),
    names: organisationsOf(claim).map(titled),
    scope: claim.scope.map(({ word, effect }) => ({ word: word[lang], effect })),
    relays: claim.relays.map(({ by, on, source }) => ({
      by: by[lang],
      on: on ?? null,
      source: source ?? null,
    })),
    disputes: claim.disputes,
    mutates:
      claim.mutates === undefined ? null : { claim: claim.mutates.claim, how: claim.mutates.how[lang] },
    source: claim.source,
  };
}

/** A link by the ids of its claims. */
export function linkAnswer({ from, to, kind, parts }: Link): LinkAnswer {
  return { from: from.claim.id, to: to.claim.id, kind, parts: [...parts] };
}
