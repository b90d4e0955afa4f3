export { isNothingLoaded, type Known } from './asking.js';
export { type Checking, checkClaims, leastCount, registryVersion } from './check.js';
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
export {
  type ChangeKind,
  changeKinds,
  changesOf,
  type KeptVerdict,
  keptOf,
  linesOf,
  parseHistory,
  toKeep,
  type VerdictChange,
} from './history.js';
export { joinClaims, organisationsOf, parseClaims } from './ledger.js';
export { type Judged, type Measured, outcomeOf, verdictOver, type Why } from './outcome.js';
export { type PayClaim, payClaims } from './pay.js';
export { privatePersons, type Refusal, refusalOf } from './policy.js';
export { dateIn, figureIn } from './print.js';
export { impliedValuation, type Valuation } from './valuation.js';
export {
  type CheckedClaim,
  type DatalessCheck,
  type Estimate,
  type Outcome,
  type RecordedOutcome,
  type Verdict,
  verdicts,
  verdictsIn,
  verdictWords,
} from './verdict.js';
export { claimedOf, timesIn } from './wording.js';
