export { buildOrganisations, namesIn } from './build.js';
export { type CleaningStep, cleaning, cleanName, foldName } from './clean.js';
export { type Doubt, doubts } from './doubts.js';
export type { OrganisationEvent } from './event.js';
export { buildFilers } from './filers.js';
export { finder, type OtherName, ownIdOf } from './find.js';
export {
  type Hierarchy,
  hierarchyOf,
  holdMore,
  type Link,
  lineage,
  lines,
  type Standing,
  standings,
  standsAt,
} from './hierarchy.js';
export { type LegalForms, legalForms } from './legal.js';
export { checkDecisions, mergeRegistries } from './merge.js';
export { type PeerSet, parsePeers } from './peers.js';
export {
  keepRegister,
  type RegisterFile,
  type RegisterStatus,
  registersIn,
  registersOf,
} from './register.js';
export {
  type Authority,
  type Decision,
  type Office,
  type Officer,
  type Organisation,
  type OrganisationName,
  offices,
  type Parent,
  parseRegister,
  parseRegistry,
  type Register,
} from './registry.js';
export {
  type How,
  ownId,
  type Resolution,
  type Resolver,
  resolutionSteps,
  resolveNames,
  resolver,
  type WrittenName,
} from './resolve.js';
export { type RorOrganisation, readRor } from './ror.js';
export { hierarchyIn, keepStandings, type Stance, type StandingTables, tiedIn } from './standing.js';
export { stateOf } from './state.js';
