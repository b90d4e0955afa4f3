import { MercatoError } from '../errors.js';
import { propertiesOf } from '../given.js';
import { type AnyMeasure, ranking, table } from '../measures/index.js';
import { episodeTable, moveTable } from '../records/index.js';

/**
 * Parameters that are not served: a file of the user's, rows cut before they are released, and choices by which two answers differ by
 * a cell that is withheld: a rival carved out of those who leave, the months and flows of a study.
 */
const notServed = [
  'against',
  'top',
  'minPeople',
  'bounds',
  'draws',
  'seed',
  'to',
  'before',
  'after',
  'comparisons',
];

/** Filters by which one person could be singled out, or parts of a whole taken from it: not served where people are counted. */
const narrowing = ['title', 'country', 'kind', 'source'];

/** Choices of the network that is ranked: in a small one the values give its flows away. */
const ofNetwork = ['among', 'minMoves', 'maxGap'];

/** Whether a measure counts people. */
export function countsPeople({ reads }: AnyMeasure): boolean {
  return reads.includes(episodeTable.name) || reads.includes(moveTable.name);
}

/** Parameters of a measure that are served. */
export function servedProperties(measure: AnyMeasure): ReturnType<typeof propertiesOf> {
  // Of the table with totals there is one: two could be held against each other, total by total.
  if (measure === table) return [];
  const left = [
    ...notServed,
    ...(countsPeople(measure) ? narrowing : []),
    ...(measure.name === ranking.name ? ofNetwork : []),
  ];
  return propertiesOf(measure).filter(([name]) => !left.includes(name));
}

/** Windows of what is served are calendar years: two that differ by a month would give away what is in the month. */
export function wholeYear(name: string, month: unknown): void {
  if (month === undefined || /^\d{4}$/.test(String(month))) return;
  throw new MercatoError(
    'parameter',
    `invalid ${name}: ${JSON.stringify(month)}; what is served has windows of calendar years, write YYYY`,
  );
}
