import { coverage } from './coverage.js';
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
import { timeline } from './timeline.js';

/** A measure whatever its parameters, for code that loops over the list. */
// biome-ignore lint/suspicious/noExplicitAny: a list holds measures of different parameters
export type AnyMeasure = Measure<any>;

/** Every measure; command line, docs and tests loop over this list. */
export const measures: readonly AnyMeasure[] = [
  headcount,
  flows,
  ratio,
  retention,
  exits,
  growth,
  study,
  coverage,
  timeline,
  demand,
  moves,
  pay,
  ranking,
];

export type {
  Answers,
  Cell,
  Columns,
  Context,
  Finished,
  Finishing,
  Measure,
  Note,
  ResultRow,
  Subject,
  Words,
} from './measure.js';
export {
  coverage,
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
  timeline,
};
