import { careerTallies } from './careers.js';
import { shareOf } from './tally.js';

/** What a 95 % interval should hold: exact ones are conservative, approximate ones may err to either side. */
const wanted = {
  exact: { least: 0.94, most: 1 },
  approximate: { least: 0.93, most: 0.97 },
};

const kinds = {
  ratio: 'exact',
  rate_ratio: 'exact',
  D1: 'approximate',
  D2: 'exact',
  D3: 'exact',
  incidence: 'approximate',
};

/**
 * How many of the 95 % intervals that Mercato prints hold what is true?
 *
 * Worlds of known chances are simulated, loaded and asked about as a user would. Rows: one per interval. Units: worlds; shares
 * from 0 to 1 with their Monte-Carlo standard error. The same seed and numbers give the same rows.
 *
 * @param mercato the library: that of `dist`, or of `src` in tests
 */
export async function calibrate(mercato, { worlds, people, seed, progress = () => {} }) {
  const told = (done) => progress('careers', done, worlds);
  const tallies = await careerTallies(mercato, { worlds, people, seed, progress: told });
  return Object.entries(tallies).map(([interval, counts]) => rowOf(interval, kinds[interval], counts));
}

/** A row of the table from what was counted. */
export function rowOf(interval, kind, { worlds, printed, held, below, above }) {
  const { share, error } = shareOf(held, printed);
  const { least, most } = wanted[kind];
  const good = share !== null && share >= least && share <= most;
  return { interval, kind, worlds, printed, held, below, above, coverage: share, error, least, most, good };
}
