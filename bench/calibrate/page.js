import { fence, page, table } from '../../scripts/markdown.js';

const names = {
  ratio: 'flow ratio',
  rate_ratio: 'rate ratio',
  D1: 'retention D1',
  D2: 'retention D2',
  D3: 'retention D3',
  incidence: 'incidence of leaving for another company',
};

const percent = (share) => (share === null ? '' : `${(100 * share).toFixed(1)} %`);

/** Cells of the table, for print and page alike. */
export function cellsOf(row) {
  const { interval, kind, printed, below, above, coverage, error, least, most, good } = row;
  return [
    names[interval] ?? interval,
    kind,
    String(printed),
    `${percent(coverage)} ± ${(100 * (error ?? 0)).toFixed(1)}`,
    percent(printed === 0 ? null : below / printed),
    percent(printed === 0 ? null : above / printed),
    most === 1 ? `at least ${100 * least} %` : `${100 * least} to ${100 * most} %`,
    good ? 'yes' : 'NO',
  ];
}

export const head = [
  'interval',
  'kind',
  'n',
  'coverage',
  'true value below',
  'true value above',
  'wanted',
  'reached',
];

/** The page of docs: what was run, and what came out. */
export function calibrationPage(command, rows, { worlds, people, seed }) {
  return page([
    '# Calibration',
    '<!-- Written by the command below with --write. -->',
    'A 95 % interval should hold the true value in 95 of 100 worlds. Here the worlds are simulated, so that the true values are known: ' +
      `${worlds} worlds of ${people} people each, whose chances of leaving, joining and coming back differ from world to world and are the same in every month of one. ` +
      'Their careers are written to a CSV file, loaded and asked about as a user would.',
    fence([`${command} -- --worlds ${worlds} --people ${people} --seed ${seed} --write`]),
    table(head, rows.map(cellsOf)),
    '*n* counts the intervals that were printed; a world in which nothing can be said prints none. ± is one Monte-Carlo standard error. ' +
      'Exact intervals are conservative: they hold the true value in at least 95 of 100 worlds, in more where counts are small. Approximate ones may err to either side.',
    'The true values follow from the chances of a world, month by month (`bench/calibrate/truth.js`): the flow ratio is that of expected moves, the rate ratio that of the monthly chances; ' +
      'D1 is (1 - h)^m; D2 weighs (1 - h)^k by expected hires k months before the end; D3 is the chance to be there m months later, with all ways back; the incidence of leaving for another company is its share of the monthly chance times 1 - (1 - h)^m.',
    'What this covers is chance. A source that sees some of a firm’s people and not others is off by more than any interval says.',
  ]);
}
