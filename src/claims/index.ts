export {
  type Asked,
  type Claim,
  type Comparator,
  claimSchema,
  claimsFileSchema,
  comparators,
  type Disputed,
  disputed,
  type Fact,
  type Firmness,
  firmnesses,
  reasons,
  type Uncheckable,
} from './claim.js';
export { claimReviewOf, type Reviewing } from './claimreview.js';
export { datalessChecks } from './dataless.js';
export {
  amountOf,
  type Figure,
  halfDigit,
  roundsTo,
  type Scale,
  scales,
  type Unit,
  units,
} from './figure.js';
export { joinClaims, organisationsOf, parseClaims } from './ledger.js';
export { type PayClaim, payClaims } from './pay.js';
export { privatePersons, type Refusal, refusalOf } from './policy.js';
export { impliedValuation, type Valuation } from './valuation.js';
export {
  type CheckedClaim,
  type DatalessCheck,
  type Estimate,
  type Outcome,
  type Verdict,
  verdicts,
} from './verdict.js';
