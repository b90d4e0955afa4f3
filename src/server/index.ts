export { endpoints, serverOf } from './app.js';
export { isLoopback } from './guard.js';
export { organisationsIn } from './organisations.js';
export type { Serving, Snapshot } from './serving.js';
