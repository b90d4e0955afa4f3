export type { Lang } from './format.js';
export { type ReportOptions, writeReport } from './report.js';
export { writeCsv } from './tabular.js';
