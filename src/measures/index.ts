import { coverage } from './coverage.js';
import { delay } from './delay.js';
import { demand } from './demand.js';
import { exits } from './exits.js';
import { flows } from './flows.js';
import { growth } from './growth.js';
import { headcount } from './headcount.js';
import type { Measure } from './measure.js';
import { moves } from './moves.js';
import { pay } from './pay.js';
import { ranking } from './ranking.js';
import { ratio } from './ratio.js';
import { retention } from './retention.js';
import { study } from './study.js';
import { table } from './table.js';
import { timeline } from './timeline.js';

/** A measure whatever its parameters, for code that loops over the list. */
// biome-ignore lint/suspicious/noExplicitAny: a list holds measures of different parameters
export type AnyMeasure = Measure<any>;

/** Every measure; command line, docs and tests loop over this list. */
export const measures: readonly AnyMeasure[] = [
  headcount,
  flows,
  table,
  ratio,
  retention,
  exits,
  growth,
  ranking,
  study,
  coverage,
  delay,
  timeline,
  demand,
  pay,
  moves,
];

export { countSteps, leastJobs } from './_counts.js';
export type {
  Answers,
  Cell,
  Columns,
  Context,
  CountTables,
  Finished,
  Finishing,
  Measure,
  Note,
  ResultRow,
  Subject,
  Tested,
  Words,
} from './measure.js';
export { mostInTable, tableEnds } from './table.js';
export {
  coverage,
  delay,
  demand,
  exits,
  flows,
  growth,
  headcount,
  moves,
  pay,
  ranking,
  ratio,
  retention,
  study,
  table,
  timeline,
};
