import type { Words } from '../measures/index.js';
import type { Claim, Disputed, Firmness } from './claim.js';
import type { Figure } from './figure.js';
import { isMoney } from './print.js';
import type { CheckedClaim, Verdict } from './verdict.js';

/** A claim of what somebody is paid or offered. */
export interface PayClaim {
  readonly claim: string;
  readonly says: Words;
  readonly claimant: Words;
  readonly role: Words | null;
  /** What the claimant gains if the claim is believed; null where no stake is known. */
  readonly stake: Words | null;
  readonly firmness: Firmness;
  /** The amounts, as printed. */
  readonly figures: readonly Figure[];
  /** Who disputes it, and which part. */
  readonly disputes: readonly { readonly claim: string; readonly claimant: Words; readonly part: Disputed }[];
  readonly verdict: Verdict;
  readonly reason: Words;
}

/**
 * Which amounts of pay are claimed, by whom, with which stake, how firmly, and who disputes them?
 *
 * A claim with an amount of money, at once or a year, that is about no deal between organisations. Offers, bonuses and packages are not in filings, which hold base wages: such a claim
 * stays a claim. Rows: one per claim, in order.
 */
export function payClaims(checked: readonly CheckedClaim[]): readonly PayClaim[] {
  return checked.flatMap(({ claim, verdict, reason }) => {
    const figures = claim.figures.filter(({ unit }) => isMoney(unit));
    if (figures.length === 0 || !isPay(claim)) return [];
    const { name, role, stake } = claim.claimant;
    const disputes = checked.flatMap(({ claim: other }) =>
      other.disputes
        .filter((dispute) => dispute.claim === claim.id)
        .map(({ part }) => ({ claim: other.id, claimant: other.claimant.name, part })),
    );
    return [
      {
        claim: claim.id,
        says: claim.says,
        claimant: name,
        role: role ?? null,
        stake: stake ?? null,
        firmness: claim.firmness,
        figures,
        disputes,
        verdict,
        reason,
      },
    ];
  });
}

function isPay({ check }: Claim): boolean {
  return 'none' in check ? check.none === 'private figure' : 'measure' in check && check.measure === 'pay';
}
