import { fence, page, table } from '../../scripts/markdown.js';

const names = {
  ratio: 'flow ratio',
  rate_ratio: 'rate ratio',
  D1: 'retention D1',
  D2: 'retention D2',
  D3: 'retention D3',
  incidence: 'exits: incidence of leaving for another company',
  study: 'study: effect',
  ranking: 'ranking: value',
  rank: 'ranking: rank',
};

const percent = (share) => (share === null ? '' : `${(100 * share).toFixed(1)} %`);
const about = (share, error) => (share === null ? '' : `${percent(share)} ± ${(100 * error).toFixed(1)}`);

/** Whether coverage lies where it should; within two errors of it, nobody can tell from so few worlds. */
function reachedBy({ good, coverage, error, least, most }) {
  if (good) return 'yes';
  const near = coverage !== null && coverage + 2 * error >= least && coverage - 2 * error <= most;
  return near ? 'within two ±' : 'NO';
}

/** The table of intervals, and that of false alarms: heads and cells, for print and page alike. */
export function tablesOf(rows) {
  const intervals = rows.filter((row) => 'interval' in row);
  const alarms = rows.filter((row) => 'alarms' in row);
  return [
    {
      head: ['interval', 'kind', 'n', 'coverage', 'truth below', 'truth above', 'wanted', 'reached'],
      cells: intervals.map((row) => [
        names[row.interval],
        row.kind,
        String(row.printed),
        about(row.coverage, row.error),
        percent(row.printed === 0 ? null : row.below / row.printed),
        percent(row.printed === 0 ? null : row.above / row.printed),
        row.most === 1 ? `at least ${100 * row.least} %` : `${100 * row.least} to ${100 * row.most} %`,
        reachedBy(row),
      ]),
    },
    {
      head: ['false alarms at 5 %', 'n', 'rate', 'wanted', 'reached'],
      cells: alarms.map((row) => [
        row.alarms,
        String(row.printed),
        about(row.rate, row.error),
        `at most ${percent(row.most)}`,
        row.good ? 'yes' : 'NO',
      ]),
    },
  ];
}

/** The page of docs: what was run, and what came out. */
export function calibrationPage(rows, { worlds, people, seed }) {
  return page([
    '# Calibration',
    '<!-- Written by the command below. -->',
    'A 95 % interval should hold the true value in 95 of 100 worlds. Here the worlds are simulated, so that the true values are known: ' +
      `${worlds} worlds of ${people} people each (a quarter as many for study and ranking), whose chances of leaving, joining and coming back differ from world to world and are the same in every month of one. ` +
      'Their careers are written to a CSV file, loaded and asked about as a user would.',
    fence([`npm run calibrate -- --worlds ${worlds} --people ${people} --seed ${seed} --write`]),
    ...tablesOf(rows).map(({ head, cells }) => table(head, cells)),
    '*n* counts what was printed; a world in which nothing can be said prints no interval. ± is one Monte-Carlo standard error. *Truth below* and *above* say on which side of an interval the true value lay where it missed. ' +
      'Exact intervals are conservative: they hold the true value in at least 95 of 100 worlds, in more where counts are small. Approximate ones may err to either side; limits of a rank are whole numbers, and so hold it more often. Where coverage is off by less than two ±, more worlds would tell. The most false alarms allowed are 5 % and two standard errors.',
    'The true values follow from the chances of a world, month by month (`bench/calibrate/truth.js`): the flow ratio is that of expected moves, the rate ratio that of the monthly chances; ' +
      'D1 is (1 - h)^m; D2 weighs (1 - h)^k by expected hires k months before the end; D3 is the chance to be there m months later, with all ways back; the incidence of leaving for another company is its share of the monthly chance times 1 - (1 - h)^m. ' +
      'In worlds of the study the chance of one flow is multiplied from the month of the event on, by 0.5 to 3 in every other world and by 1 in the others, which are those that count for false alarms; moves there have no gap, so that the month of joining is that of leaving. ' +
      'Values of a ranking are those of the expected moves; a rank holds where the true one lies between its limits.',
    'What this covers is chance. A source that sees some of a firm’s people and not others is off by more than any interval says.',
  ]);
}
