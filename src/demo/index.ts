export { writeCsv } from './csv.js';
export { type Expected, expected, expectedValues } from './expected.js';
export { demoPeople, demoSeed, type Simulation, simulate } from './simulate.js';
export { talentWar, type World } from './world.js';
