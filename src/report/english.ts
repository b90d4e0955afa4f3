import { englishClaims } from './englishClaims.js';
import { englishColumns } from './englishColumns.js';
import { englishExits } from './englishExits.js';
import { englishQuestions } from './englishQuestions.js';
import { englishStudy } from './englishStudy.js';

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
  colon: ': ',
  semicolon: '; ',
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
  others: 'moves of another cause',
  othersAre: 'takeovers, spin-offs, licences with hires, changes inside a group: no hires',
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
  hiresOnly:
    'Hires only: moves that a takeover, a spin-off, a licence with hires or a change inside a group explains are in the next section.',
  flowsTable: 'Hires between the organisations shown, largest flows first',
  notDrawn: (min: number) => `Flows of fewer than ${min} people are not drawn.`,
  left: 'left',
  joined: 'joined',
  noFlows: 'No flow between these organisations is large enough to be shown.',
  causes: 'Hires and other moves',
  causesTold: (others: string, hires: string) =>
    `Of all organisations, ${others} moves have another cause than hire, beside ${hires} hires.`,
  causesUnknown:
    'A move is told from a hire where the registry knows the event and its date; where it does not, the people of a takeover still count as hires.',
  causesSay: (from: string, to: string, count: string) =>
    `The largest flow that is no hiring goes from ${from} to ${to}: ${count} moves of another cause`,
  causesRead:
    'Each bar is a flow between two organisations; its parts are as long as their numbers of moves, hires first. Shown are the largest flows with another cause, eight at most, and the largest of hires alone.',
  causesWithheld: (min: number) =>
    `A box in dashes stands for fewer than ${min} moves, 0 included, whatever their number: at the start of a bar hires, at its end every other cause without a part.`,
  causesTable: 'Moves by cause, largest flows first',
  noCauses: (min: number) => `No flow has ${min} or more moves of another cause than hire.`,
  few: (min: number) => `fewer than ${min}, 0 included`,
  ratios: 'Ratios',
  ratioSays: (count: number, of: number) =>
    `${count} of ${of} pairs are further from even than chance explains, at a false discovery rate of 5 %`,
  ratioReads:
    'Dot: hires there for each hire back. Line: its exact 95 % interval; an arrow has no upper limit. On the line at 1 as many go as come. The axis is logarithmic.',
  rangeReads: (min: number) =>
    `Dashed and without a dot: a count behind it is below ${min}, so that only a range can be said.`,
  ratioTable: 'Flow ratio and rate ratio of the pairs with the most hires, and of those furthest from even',
  ratioIsNot:
    'A flow ratio compares counts. A rate ratio compares the chances of leaving per month at each side, so that size is out of it. They answer different questions.',
  ratiosOfHires: 'Both are of hires: moves of another cause are in neither.',
  noRatios: 'No pair of organisations has enough hires for a ratio.',
  implied: 'What a printed ratio implies',
  impliedReads:
    'The least counts that round to a printed ratio, and the least at which equal flows are excluded. They are lower bounds on the counts, never evidence that they were that small.',
  arithmetic: 'Arithmetic alone: no data.',
  retention: 'Retention',
  retentionSays: (organisation: string, share: string, months: number) =>
    `After ${months} months, ${organisation} keeps the largest share of its hires of those shown: ${share}`,
  retentionPlain: 'How long hires stay',
  retentionReads:
    'Share of hires still there, by months since joining, with 95 % limits. Numbers under a picture: at least so many were still followed. A grey bar is a range where too few left for a figure. Who leaves by a takeover, a spin-off or a change inside a group is followed up to that day and does not count as gone.',
  atRisk: 'followed',
  monthsSince: 'months since joining',
  retentionTable: (months: number) => `Three retentions after ${months} months`,
  noCurve: 'too few people for a curve',
  headcount: 'Headcount',
  headcountSays: (organisation: string, count: string, month: string) =>
    `${organisation} has the most people in the data: ${count} in ${month}`,
  headcountReads:
    'People of the data whose main job is there at the end of the year, not the staff of the firm.',
  marksRead: 'Diamond: a takeover, merger, spin-off or licence with hires; all are listed below.',
  timeline: 'What happened to them',
  timelineReads:
    'Dated events of the registry up to the last day observed, each with a link to its source. The registry does not know every event.',
  timelineTable: 'Events by organisation, with their sources',
  noEvents: 'The registry knows of no event at these organisations.',
  noEvent: 'none in the registry',
  events: {
    founded: 'founded',
    closed: 'closed',
    renamed: (was: string, became: string) => `renamed from ${was} to ${became}`,
    acquired: (by: string) => `taken over by ${by}`,
    acquires: (other: string) => `takes over ${other}`,
    stakeTaken: (by: string) => `${by} takes a stake in it`,
    takesStake: (other: string) => `takes a stake in ${other}`,
    merged: (into: string) => `merged into ${into}`,
    takesIn: (other: string) => `${other} merges into it`,
    spunOff: (from: string) => `spun off from ${from}`,
    spinsOff: (other: string) => `spins off ${other}`,
    licensed: (by: string) => `${by} licenses its technology and hires its people`,
    licenses: (other: string) => `licenses the technology of ${other} and hires its people`,
  },
  headcountTable: 'People by organisation and year',
  claims: englishClaims,
  questions: englishQuestions,
  leaving: englishExits,
  study: englishStudy,
  pay: 'Pay in public filings',
  payTable: 'Base wages in US dollars a year, by organisation, occupation and year of the certification',
  noPay: (min: number) =>
    `The filings that are loaded have no organisation of the headcounts with ${min} or more positions of these occupations.`,
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
  demand: 'Demand',
  demandIs:
    'What employers ask for, from published series of job postings. They tell of no person: nothing else in this report rests on them, and they rest on nothing else in it.',
  demandPlain: {
    ai_share: 'Share of job postings that name artificial intelligence, in per cent',
    index: 'Index of job postings of every trade, February 2020 = 100',
  },
  demandSays: {
    ai_share: (country: string, from: string, to: string, change: string, interval: string) =>
      `Largest change of the share of postings that name artificial intelligence, from ${from} to ${to}: ${country}, ${change} % of its start (95 % interval ${interval})`,
    index: (country: string, from: string, to: string, change: string, interval: string) =>
      `Largest change of the index of postings of every trade, from ${from} to ${to}: ${country}, ${change} % (95 % interval ${interval})`,
  },
  demandReads: {
    ai_share:
      'Share of job postings that name artificial intelligence, in per cent: means of months, not adjusted for the season. A tick is January.',
    index:
      'Index of job postings of every trade, adjusted for the season, 1 February 2020 = 100: means of months. It says nothing of technology jobs by themselves.',
  },
  demandChange: {
    ai_share:
      'Change of the share of AI postings over twelve months, in percentage points and in per cent of its start',
    index: 'Change of the index of postings over twelve months, in points and in per cent of its start',
  },
  demandTable: 'Share of AI postings and index of postings by country and month',
  values: 'values',
  noCareers:
    'Nothing of careers is loaded: this report has no moves, no retention and no headcounts. mercato load --help shows what can be loaded.',
  columns: englishColumns,
};

/** The texts of one language. */
export type Phrases = typeof english;
