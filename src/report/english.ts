/** Every text of the report in English; `french` has the same keys. */
export const english = {
  lang: 'en',
  title: 'Who moves where',
  lead: 'Moves of people between organisations, counted from career records.',
  simulated: 'Simulated people',
  simulatedBanner:
    'Simulated people: nobody in this report exists. The figures show what Mercato computes, not what happened at any organisation named here.',
  contents: 'Contents',
  source: 'Source',
  licence: 'licence',
  ownData: 'your own data, no licence stated',
  noLicence: 'no licence applies to simulated people',
  sourceTitles: {
    csv: 'CSV file of career records',
    jsonl: 'JSON Lines file of career records',
    parquet: 'Parquet file of career records',
  } as Readonly<Record<string, string>>,
  observed: (day: string) => `observed until ${day}`,
  download: 'Table as',
  scroll: 'Scroll sideways for the whole table',
  rule: (count: number, of: 'all' | 'asked' | 'registered' | 'largest') =>
    of === 'all'
      ? `All ${count} organisations of the data are shown.`
      : of === 'registered'
        ? `Shown are the ${count} organisations of the registry with the most people in the data.`
        : of === 'asked'
          ? `Shown are the ${count} organisations asked for.`
          : `Shown are the ${count} organisations with the most people in the data; the registry knows none of them.`,
  compared: (count: number) => `Tables of flows and ratios compare ${count} organisations.`,
  ruleOf: (count: number, of: string) => `The first ${count} are in ${of}.`,
  theCurves: 'curves and headcounts',
  headline: 'At a glance',
  people: 'people in the data',
  hires: 'hires counted',
  organisations: 'organisations seen',
  window: (from: string, until: string) => `Moves from ${from} to ${until}`,
  winner: 'Largest net gain',
  winnerIs: (net: string) =>
    `at least ${net} hires net, over the pairs of organisations whose flows can be shown`,
  biggest: 'Largest flow ratio with an interval above 1',
  biggestIs: (from: string, to: string, forward: string, backward: string) =>
    `from ${from} to ${to}: ${forward} hires there, ${backward} back; 95 % interval`,
  none: 'None can be shown',
  keeps: (months: number) => `Hires still there after ${months} months (D1)`,
  flows: 'Flows',
  flowSays: (from: string, to: string, count: string) =>
    `The largest flow shown goes from ${from} to ${to}: ${count} hires`,
  flowReads:
    'Left: the organisation left. Right: the organisation joined. The width of a ribbon is its number of hires, its colour the organisation left.',
  takeovers:
    'Read with care: takeovers are not told from hires yet. Until they are, the largest flows may be acquisitions and not hiring at all.',
  flowsTable: 'Hires between the organisations shown, largest flows first',
  notDrawn: (min: number) => `Flows of fewer than ${min} people are not drawn.`,
  left: 'left',
  joined: 'joined',
  noFlows: 'No flow between these organisations is large enough to be shown.',
  ratios: 'Ratios',
  ratioSays: (count: number, of: number) =>
    `${count} of ${of} pairs are further from even than chance explains, at a false discovery rate of 5 %`,
  ratioReads:
    'Dot: moves there for each move back. Line: its exact 95 % interval; an arrow has no upper limit. On the line at 1 as many go as come. The axis is logarithmic.',
  rangeReads: (min: number) =>
    `Dashed and without a dot: a count behind it is below ${min}, so that only a range can be said.`,
  ratioTable: 'Flow ratio and rate ratio of the pairs with the most moves, and of those furthest from even',
  ratioIsNot:
    'A flow ratio compares counts. A rate ratio compares the chances of leaving per month at each side, so that size is out of it. They answer different questions.',
  noRatios: 'No pair of organisations has enough moves for a ratio.',
  implied: 'What a printed ratio implies',
  impliedReads:
    'The least counts that round to a printed ratio, and the least at which equal flows are excluded. They are lower bounds on the counts, never evidence that they were that small.',
  arithmetic: 'Arithmetic alone: no data.',
  retention: 'Retention',
  retentionSays: (organisation: string, share: string, months: number) =>
    `After ${months} months, ${organisation} keeps the largest share of its hires of those shown: ${share}`,
  retentionPlain: 'How long hires stay',
  retentionReads:
    'Share of hires still there, by months since joining, with 95 % limits. Numbers under a picture: at least so many were still followed. A grey bar is a range where too few left for a figure.',
  atRisk: 'followed',
  monthsSince: 'months since joining',
  retentionTable: (months: number) => `Three retentions after ${months} months`,
  noCurve: 'too few people for a curve',
  headcount: 'Headcount',
  headcountSays: (organisation: string, count: string, month: string) =>
    `${organisation} has the most people in the data: ${count} in ${month}`,
  headcountReads:
    'People of the data whose main job is there at the end of the year, not the staff of the firm.',
  headcountTable: 'People by organisation and year',
  coverage: 'Coverage',
  coverageSays: 'What the data sees of each organisation, and how exactly',
  definitions: 'Definitions',
  data: 'Data and versions',
  version: 'Version of the data',
  files: (count: string) => (count === '1' ? '1 file' : `${count} files`),
  spells: 'career lines',
  homepage: 'homepage',
  withheldRule: (min: number) =>
    `Counts below ${min} are printed as <${min}, 0 included. A figure that rests on such a count is a range, or n<${min} where no range can be given. This protects the people behind small counts.`,
  withheldCells: (count: string) => `Withheld or shown as a range: ${count}`,
  columns: {
    from: 'from',
    to: 'to',
    organisation: 'organisation',
    hire: 'hires',
    net: 'net hires',
    rate: 'hires per 100 person-years',
    rate_interval: '95 % interval of the rate',
    forward: 'moves there',
    backward: 'moves back',
    ratio: 'flow ratio',
    interval: '95 % interval',
    q_value: 'q-value',
    rate_ratio: 'rate ratio',
    rate_ratio_interval: '95 % interval of the rate ratio',
    left_out: 'moves out of the rates',
    printed: 'printed ratio',
    definition: 'definition',
    months: 'months',
    people: 'people',
    episodes: 'jobs',
    events: 'left',
    share: 'share kept',
    month: 'month',
    unknown_start: 'unknown start',
    spells: 'career lines',
    unknown_end: 'unknown end',
    coarse_dates: 'coarse dates',
    side: 'beside a main job',
    overlapping_open: 'open beside an open job',
    at_risk: 'followed',
    low: 'lower 95 % limit',
    high: 'upper 95 % limit',
    rate_low: 'lower 95 % limit of the rate',
    rate_high: 'upper 95 % limit of the rate',
    forward_least: 'least moves there',
    backward_least: 'least moves back',
    forward_parity: 'least moves there that exclude parity',
    backward_parity: 'least moves back that exclude parity',
    parity_interval: '95 % interval where parity is excluded',
  },
};

/** The texts of one language. */
export type Phrases = typeof english;
/** A column of a table of the report. */
export type ColumnName = keyof Phrases['columns'];
