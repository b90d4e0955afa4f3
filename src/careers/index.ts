export { buildCareers, type CareerTables } from './build.js';
export { type CareerOptions, type Exactness, episodeSteps } from './episodes.js';
export { careerSteps, placementSteps, waitingSteps } from './path.js';
