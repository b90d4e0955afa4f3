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
export {
  type CheckedClaim,
  type DatalessCheck,
  type Estimate,
  type Outcome,
  type Verdict,
  verdicts,
} from './verdict.js';
