export { buildOrganisations } from './build.js';
export { type CleaningStep, cleaning, cleanName, foldName } from './clean.js';
export { findOrganisation, type OtherName, ownIdOf } from './find.js';
export { type LegalForms, legalForms } from './legal.js';
export { type PeerSet, parsePeers } from './peers.js';
export { mergeRegistries, type Organisation, type OrganisationName, parseRegistry } from './registry.js';
export { type How, ownId, type Resolution, type Resolver, resolutionSteps, resolver } from './resolve.js';
export { stateOf } from './state.js';
export { type Unregistered, unregistered } from './unregistered.js';
