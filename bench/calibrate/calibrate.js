import { careerTallies } from './careers.js';
import { rankingTallies } from './ranking.js';
import { studyTallies } from './study.js';
import { shareOf } from './tally.js';

/** What a 95 % interval should hold: exact ones are conservative, approximate ones may err to either side, those of whole ranks are wide. */
const wanted = {
  exact: { least: 0.94, most: 1 },
  approximate: { least: 0.93, most: 0.97 },
  whole: { least: 0.93, most: 1 },
};

/** Intervals by how they are made. */
const kinds = {
  ratio: 'exact',
  rate_ratio: 'exact',
  D1: 'approximate',
  D2: 'exact',
  D3: 'exact',
  incidence: 'approximate',
  study: 'approximate',
  ranking: 'approximate',
  rank: 'whole',
};

/** Parts of the calibration, which can run beside one another: each with its share of the worlds, and what it tallies. */
const parts = {
  careers: { share: 1, tallies: careerTallies },
  study: { share: 1 / 4, tallies: studyTallies },
  ranking: { share: 1 / 4, tallies: rankingTallies },
};

export const partNames = Object.keys(parts);

/**
 * How many of the 95 % intervals that Mercato prints hold what is true, and how often does a study find what is not there?
 *
 * Worlds of known chances are simulated, loaded and asked about as a user would. Rows: one per interval, one for false alarms. Units: worlds; shares
 * from 0 to 1 with their Monte-Carlo standard error. The same seed and numbers give the same rows.
 *
 * @param mercato the library: that of `dist`, or of `src` in tests
 */
export async function calibrate(mercato, part, { worlds, people, seed, progress = () => {} }) {
  const { share, tallies } = parts[part];
  const some = Math.max(1, Math.round(share * worlds));
  const told = (done) => progress(part, done, some);
  const found = await tallies(mercato, { worlds: some, people, seed, progress: told });
  return Object.entries(found).map(([name, counts]) =>
    name === 'alarms' ? alarmRow(counts) : rowOf(name, kinds[name], counts),
  );
}

/** A row of the table from what was counted. */
function rowOf(interval, kind, { worlds, printed, held, below, above }) {
  const { share, error } = shareOf(held, printed);
  const { least, most } = wanted[kind];
  const good = share !== null && share >= least && share <= most;
  return { interval, kind, worlds, printed, held, below, above, coverage: share, error, least, most, good };
}

/** False alarms at 5 %: a test that keeps its level raises no more, but for the chance of the simulation. */
function alarmRow({ worlds, printed, alarms }) {
  const { share, error } = shareOf(alarms, printed);
  const most = 0.05 + 2 * Math.sqrt((0.05 * 0.95) / Math.max(1, printed));
  return {
    alarms: 'study',
    worlds,
    printed,
    count: alarms,
    rate: share,
    error,
    most,
    good: share !== null && share <= most,
  };
}
