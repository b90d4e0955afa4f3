import type { Question, Result } from '../ask.js';
import type { AnyMeasure, Words } from '../measures/index.js';
import type { Asked, Claim } from './claim.js';
import type { Figure, Unit } from './figure.js';
import type { Measured } from './outcome.js';
import type { Horizon } from './windows.js';

/** One definition measured: the number, and a sentence without its stop that says it with its counts and interval. */
export interface Reading extends Measured {
  /** The definition: what a reader would name it by first, then what else tells it from the others. */
  readonly definition: readonly Words[];
  readonly counts: { readonly [column: string]: number };
  readonly says: Words;
}

/** Questions to a measure, and what the answers say of a claim. */
export interface Asking {
  readonly measure: AnyMeasure;
  readonly questions: readonly Question[];
  /** Rows: one reading per definition that the answers serve, in the order of the questions. */
  readonly read: (results: readonly Result[]) => readonly Reading[];
}

/** What a claim wants of a measure. */
export interface Wanted extends Pick<Asked, 'of' | 'parameters' | 'value'> {
  readonly measure: AnyMeasure;
  readonly comparator: Claim['comparator'];
  readonly figure: Figure | undefined;
}

/** How a measure is read for claims. */
export interface Read {
  /** Units of figures that it can be held against. */
  readonly units: readonly Unit[];
  /** The questions of all admissible definitions; none where it cannot answer. */
  readonly askings: (wanted: Wanted, horizon: Horizon) => readonly Asking[];
}
