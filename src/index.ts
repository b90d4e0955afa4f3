export { ask, explain, type Question, type Result } from './ask.js';
export * from './careers/index.js';
export * from './claims/index.js';
export type { DataLine } from './dataLine.js';
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
export { type Building, rebuild, registryIn } from './derive.js';
export {
  type Article,
  type ArticleLanguage,
  type Draft,
  type DraftCheck,
  type DraftClaim,
  draftOf,
  type Evidence,
  readArticle,
  writeDraft,
} from './draft/index.js';
export { type ErrorCode, type Json, MercatoError } from './errors.js';
export { forget } from './forget.js';
export { type FileReport, type LoadOptions, load } from './load.js';
export * from './measures/index.js';
export * from './organisations/index.js';
export * from './records/index.js';
export { loadRegisters, type RegisterInput, type RegisterReport } from './registers.js';
export * from './release/index.js';
export { type Lang, type ReportOptions, writeReport } from './report/index.js';
export * from './sources/index.js';
export * from './stats/index.js';
export type { Desk, Known } from './subjects.js';
export * from './warehouse/index.js';
