import type { Organisation } from '../organisations/index.js';
import type { Claim } from './claim.js';
import { conflictChecks } from './conflicts.js';
import { countChecks } from './counts.js';
import { disputeChecks, mutationChecks } from './disputes.js';
import { factChecks } from './facts.js';
import { refusalOf } from './policy.js';
import { valuationChecks } from './valuation.js';
import type { DatalessCheck } from './verdict.js';

/**
 * What follows from a claim without data: facts of the registry, arithmetic, the counts that its figures imply, and what other claims say of the same thing?
 *
 * None of it is a verdict on a measure. Of a claim that is refused as about a person, only disputes and mutations are told, since they are what others said in public.
 * Rows: registry, arithmetic, implied counts, then conflicts, disputes and mutations.
 */
export function datalessChecks(
  claim: Claim,
  claims: readonly Claim[],
  registry: readonly Organisation[],
): readonly DatalessCheck[] {
  const said = [...disputeChecks(claim, claims), ...mutationChecks(claim, claims)];
  if (refusalOf(claim, registry) !== null) return said;
  return [
    ...factChecks(claim, registry),
    ...valuationChecks(claim, claims, registry),
    ...countChecks(claim),
    ...conflictChecks(claim, claims),
    ...said,
  ];
}
