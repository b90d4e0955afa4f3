export { endpoints, serverOf } from './app.js';
export type { History, OneClaim } from './claim.js';
export type { ClaimsAnswer } from './claims.js';
export { type DraftAnswer, type Drafting, draftAnswer } from './draft.js';
export { isLoopback } from './guard.js';
export type { ClaimAnswer, LinkAnswer } from './ledger.js';
export { organisationsIn } from './organisations.js';
export type { QuestionsAnswer } from './questions.js';
export type { Serving, Snapshot } from './serving.js';
