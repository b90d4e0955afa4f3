export type { Lang } from './format.js';
export { type ReportOptions, writeReport } from './report.js';
