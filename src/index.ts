export { ask, type DataLine, explain, type Question, type Result } from './ask.js';
export * from './careers/index.js';
export {
  demoPeople,
  demoSeed,
  type Expected,
  expected,
  type Simulation,
  simulate,
  talentWar,
  type World,
} from './demo/index.js';
export { type ErrorCode, type Json, MercatoError } from './errors.js';
export {
  type FileReport,
  type LoadOptions,
  load,
  loadRegisters,
  type RegisterInput,
  type RegisterReport,
  rebuild,
  registryIn,
} from './load.js';
export * from './measures/index.js';
export * from './organisations/index.js';
export * from './records/index.js';
export * from './release/index.js';
export { type Lang, type ReportOptions, writeReport } from './report/index.js';
export * from './sources/index.js';
export * from './stats/index.js';
export type { Desk, Known } from './subjects.js';
export * from './warehouse/index.js';
