import type { ReleasedRow } from '../release/index.js';
import { titlesOf } from './claims.js';
import type { Asking } from './endpoint.js';
import { claimAnswer } from './ledger.js';
import { verdictsOf } from './verdicts.js';

/** Columns of the table of claims. */
export const claimColumns = [
  'claim',
  'verdict',
  'on',
  'reason',
  'says',
  'claimant',
  'role',
  'stake',
  'where',
  'date',
  'firmness',
  'claimed',
  'organisations',
  'disputes',
  'mutates',
  'source',
].map((name) => ({ name, type: 'text' as const }));

/** Columns of the table of verdicts. */
export const verdictColumns = [
  ...['claim', 'verdict', 'definition', 'outcome', 'hidden'].map((name) => ({ name, type: 'text' as const })),
  ...['value', 'low', 'high'].map((name) => ({ name, type: 'number' as const })),
  { name: 'counts', type: 'text' as const },
];

/** A line for each claim. */
export async function claimRows(asking: Asking): Promise<readonly ReleasedRow[]> {
  const { claims } = await verdictsOf(asking);
  const titleOf = await titlesOf(asking);
  return claims.map((shown) => {
    const claim = claimAnswer(shown, asking.lang, titleOf);
    return {
      claim: claim.id,
      verdict: claim.verdict,
      on: claim.on,
      reason: claim.reason,
      says: claim.says,
      claimant: claim.claimant.name,
      role: claim.claimant.role,
      stake: claim.claimant.stake,
      where: claim.where,
      date: claim.date,
      firmness: claim.firmness,
      claimed: claim.claimed,
      organisations: claim.names.map(({ id }) => id).join(' ') || null,
      disputes: claim.disputes.map(({ claim: id, part }) => `${id} (${part})`).join(' ') || null,
      mutates: claim.mutates?.claim ?? null,
      source: claim.source,
    };
  });
}

/** A line for each definition of a claim, one for a claim without any; of one claim where `claim` names it. */
export async function verdictRows(asking: Asking): Promise<readonly ReleasedRow[]> {
  const { claims } = await verdictsOf(asking);
  const only = asking.query.get('claim')?.at(-1);
  return claims
    .filter(({ claim }) => only === undefined || claim.id === only)
    .flatMap(({ claim, verdict, estimates }): ReleasedRow[] => {
      const own = { claim: claim.id, verdict };
      const none = { definition: null, outcome: null, hidden: null, value: null, low: null, high: null };
      if (estimates.length === 0) return [{ ...own, ...none, counts: null }];
      return estimates.map(({ definition, outcome, hidden, value, low, high, counts }) => ({
        ...own,
        ...{ definition: definition[asking.lang], outcome, hidden, value, low, high },
        counts: hidden === null ? JSON.stringify(counts) : null,
      }));
    });
}
