import * as z from 'zod';
import {
  type CheckedClaim,
  changeKinds,
  changesOf,
  claimReviewOf,
  dateIn,
  verdicts,
} from '../claims/index.js';
import { linksOf, reasonOf, type ShownClaim } from '../report/index.js';
import { titlesOf } from './claims.js';
import {
  type AddressParameter,
  type Asking,
  type Endpoint,
  jsonOf,
  langParameter,
  wordsOf,
} from './endpoint.js';
import { claimAnswer, claimForm, linkAnswer, linkForm } from './ledger.js';
import { verdictsOf } from './verdicts.js';

const idParameter: AddressParameter = {
  name: 'id',
  in: 'path',
  schema: { type: 'string' },
  description: 'id of a claim',
  required: true,
};

const outcomes = ['reproduced', 'compatible', 'contradicted', 'too little data'] as const;

const oneForm = claimForm.extend({
  estimates: z.array(
    z.object({
      definition: z.string(),
      outcome: z.enum(outcomes),
      hidden: z
        .enum(['few', 'near'])
        .nullable()
        .describe('why its figures are not shown: too few people, or too near another figure that is shown'),
      value: z.number().nullable().describe('in the unit of the first figure'),
      low: z.number().nullable(),
      high: z.number().nullable().describe('null where it is infinite or not known'),
      counts: z.record(z.string(), z.number()),
    }),
  ),
  checks: z.array(
    z.object({
      kind: z.enum(['implied counts', 'arithmetic', 'conflict', 'registry']),
      says: z.string(),
      claims: z.array(z.string()),
      source: z.string().nullable(),
    }),
  ),
  due: z.string().nullable().describe('for a prediction: when it can be seen whether it came true'),
  outcomes: z.array(z.object({ claim: z.string(), on: z.string(), says: z.string(), source: z.string() })),
  measured: z.array(z.string()).describe('measured figures to read beside it; they bear no verdict'),
  links: z.array(linkForm),
  beside: z.array(claimForm).describe('the claims that links lead to or come from'),
  min_cell: z.int(),
  version: z.string(),
});
/** A claim with all that its verdict rests on. */
export type OneClaim = z.output<typeof oneForm>;

/** One claim with all that its verdict rests on, as far as it may be shown. */
export const oneClaim: Endpoint = {
  path: '/api/claims/{id}',
  summary: 'One claim: estimates under each definition, checks without data, and what disputes it',
  parameters: [idParameter, langParameter],
  answer: oneForm,
  async run(asking) {
    const found = await foundIn(asking);
    if ('missing' in found) return found;
    const { shown, all } = found;
    const { lang } = asking;
    const titleOf = await titlesOf(asking);
    const links = linksOf(all).filter(({ from, to }) => from === shown || to === shown);
    const others = [...new Set(links.flatMap(({ from, to }) => [from, to]))].filter((one) => one !== shown);
    const due = shown.claim.prediction?.due;
    return wordsOf(
      {
        ...claimAnswer(shown, lang, titleOf),
        estimates: shown.estimates.map(({ definition, ...rest }) => ({
          ...rest,
          definition: definition[lang],
        })),
        checks: shown.checks.map(({ kind, says, claims, source }) => ({
          kind,
          says: says[lang],
          claims,
          source: source ?? null,
        })),
        due: due === undefined ? null : dateIn(due, lang),
        outcomes: (shown.outcomes ?? []).map((one) => ({ ...one, says: one.says[lang] })),
        measured: shown.beside.map(({ says }) => says[lang]),
        links: links.map(linkAnswer),
        beside: others.map((one) => claimAnswer(one, lang, titleOf)),
        min_cell: asking.serving.minCell,
        version: shown.version,
      },
      lang,
    );
  },
};

const historyForm = z.object({
  claim: z.string(),
  history: z.array(
    z.object({
      at: z.string().describe('when it was checked, ISO 8601'),
      verdict: z.enum(verdicts),
      before: z.enum(verdicts).nullable(),
      why: z.array(z.enum(changeKinds)).describe('what differs from the check before'),
      outcomes: z.array(z.object({ definition: z.string(), outcome: z.enum(outcomes) })),
      data: z.string(),
      registry: z.string(),
    }),
  ),
});
/** Verdicts that a claim had, oldest first. */
export type History = z.output<typeof historyForm>;

/** How the verdict on a claim came to change; without figures, since those of two dates would give away who is between them. */
export const historyOfClaim: Endpoint = {
  path: '/api/claims/{id}/history',
  summary: 'The verdicts that were kept of a claim, oldest first, and why each differs from the one before',
  parameters: [idParameter, langParameter],
  answer: historyForm,
  changes: true,
  async run({ serving, path, lang }) {
    const id = path.id ?? '';
    if (!serving.claims.some((claim) => claim.id === id)) return { missing: noClaim(id) };
    const changes = changesOf(await serving.history(), new Set([id]));
    return jsonOf({
      claim: id,
      history: changes.map(({ kept, before, why }) => ({
        at: kept.at,
        verdict: kept.verdict,
        before: before?.verdict ?? null,
        why,
        outcomes: kept.estimates.map(({ definition, outcome }) => ({
          definition: definition[lang],
          outcome,
        })),
        data: kept.data,
        registry: kept.registry,
      })),
    });
  },
};

const reviewForm = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.looseObject({})),
});

/** One claim as ClaimReview of schema.org. */
export const reviewOfClaim: Endpoint = {
  path: '/api/claims/{id}/claimreview',
  summary:
    'A claim with its verdict as ClaimReview of schema.org; empty where it is refused as about a person',
  parameters: [idParameter, langParameter],
  answer: reviewForm,
  async run(asking) {
    const found = await foundIn(asking);
    return 'missing' in found ? found : reviewed([found.shown], asking);
  },
};

/** Every claim as ClaimReview of schema.org. */
export const reviews: Endpoint = {
  path: '/api/claimreview',
  summary: 'All claims with their verdicts as ClaimReview of schema.org',
  parameters: [langParameter],
  answer: reviewForm,
  async run(asking) {
    return reviewed((await verdictsOf(asking)).claims, asking);
  },
};

async function reviewed(claims: readonly ShownClaim[], { snapshot, lang }: Asking) {
  const { registry } = await snapshot.desk.known();
  return jsonOf(claimReviewOf(claims.map(asChecked), lang, { registry }));
}

/** A claim with only what may be shown of it. */
function asChecked(shown: ShownClaim): CheckedClaim {
  const { whole: _, ...claim } = shown;
  return {
    ...claim,
    reason: { en: reasonOf(shown, 'en'), fr: reasonOf(shown, 'fr') },
    estimates: shown.estimates.flatMap(({ hidden, ...estimate }) => (hidden === null ? [estimate] : [])),
  };
}

async function foundIn(
  asking: Asking,
): Promise<
  { readonly shown: ShownClaim; readonly all: readonly ShownClaim[] } | { readonly missing: string }
> {
  const id = asking.path.id ?? '';
  if (!asking.serving.claims.some((claim) => claim.id === id)) return { missing: noClaim(id) };
  const { claims } = await verdictsOf(asking);
  const shown = claims.find(({ claim }) => claim.id === id);
  return shown === undefined ? { missing: noClaim(id) } : { shown, all: claims };
}

function noClaim(id: string): string {
  return `unknown claim: ${JSON.stringify(id)}; /api/claims lists them`;
}
