export { buildCareers, type CareerTables } from './build.js';
export { type CareerOptions, episodeSteps } from './episodes.js';
export { careerSteps, placementSteps } from './path.js';
