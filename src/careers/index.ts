export { buildCareers, type CareerTables, type OrganisationTables } from './build.js';
export { causeSteps, type OwnershipTables, windows } from './causes.js';
export { type CareerOptions, episodeSteps, type Shape } from './episodes.js';
export { careerSteps, placementSteps, waitingSteps } from './path.js';
export { dropEarlier, type Earlier, keepEarlier, keepVintage } from './vintage.js';
export { hasWeights } from './weights.js';
