import type { OrganisationKind } from '../records/index.js';

/** An employer of the simulated world; the name is real, its simulated people and sizes are not. */
export interface SimulatedOrganisation {
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Where most of its people work, ISO 3166. */
  readonly country: string;
  /** Legal form that some people write behind the name; `''` for none. */
  readonly legal: string;
  /** Whose lab it is; nobody moves inside a group, since such a move is no hire. */
  readonly group?: string;
  /** Share of those hired who are there after 24 months; the monthly hazard follows from it and never changes. */
  readonly twoYears: number;
  /** People wanted in some months, at `World.people` people in all; straight lines between, from the founding on. */
  readonly headcount: Readonly<Record<string, number>>;
}

/** Expected moves between two organisations until the end, both ways, at `World.people` people, without campaigns. */
export interface SimulatedPair {
  readonly from: string;
  readonly to: string;
  readonly forward: number;
  readonly backward: number;
  /** Whether the ratio of the two is a published figure. */
  readonly published: boolean;
}

/** For some months the rate from one to the other is multiplied; who goes would have left for no job. */
export interface SimulatedCampaign {
  readonly from: string;
  readonly to: string;
  readonly since: string;
  readonly months: number;
  readonly factor: number;
}

/** In one month a share of an organisation's people goes to another at once: a licence-and-hire deal. */
export interface SimulatedDeal {
  readonly from: string;
  readonly to: string;
  readonly month: string;
  readonly share: number;
}

/** All that decides how simulated people move. */
export interface World {
  /** First month of the first hire; organisations that are older fill up during twelve months from here. */
  readonly since: string;
  /** Last day observed; spells that last longer are open. */
  readonly observedUntil: string;
  /** The population for which head counts and pairs are given; others are in proportion. */
  readonly people: number;
  /** Of those who leave for no declared pair, the share that goes to another organisation; the rest take a long break. */
  readonly movers: number;
  /** Shares of moves with a gap of 0, 1, 2 and 3 months. */
  readonly gaps: readonly number[];
  readonly organisations: readonly SimulatedOrganisation[];
  /** Organisations whose two-year retention is a published figure. */
  readonly publishedRetention: readonly string[];
  readonly pairs: readonly SimulatedPair[];
  readonly campaigns: readonly SimulatedCampaign[];
  readonly deals: readonly SimulatedDeal[];
}

type Row = readonly [
  name: string,
  country: string,
  legal: string,
  twoYears: number,
  headcount: Readonly<Record<string, number>>,
];

const labs: readonly Row[] = [
  ['OpenAI', 'US', 'Inc.', 0.67, { '2015-12': 14, '2019-01': 150, '2022-12': 900, '2026-06': 3600 }],
  ['Anthropic', 'US', 'PBC', 0.8, { '2021-01': 12, '2023-01': 260, '2024-06': 800, '2026-06': 2200 }],
  ['xAI', 'US', 'Corp.', 0.56, { '2023-03': 14, '2024-06': 220, '2026-06': 1100 }],
  ['Mistral AI', 'FR', 'SAS', 0.75, { '2023-04': 8, '2024-06': 110, '2026-06': 500 }],
  ['Hugging Face', 'US', 'Inc.', 0.65, { '2016-06': 6, '2020-01': 90, '2022-01': 260, '2026-06': 480 }],
  ['Cohere', 'CA', 'Inc.', 0.64, { '2019-09': 6, '2022-01': 120, '2026-06': 460 }],
  [
    'Scale AI',
    'US',
    'Inc.',
    0.6,
    { '2016-07': 8, '2021-01': 380, '2025-05': 800, '2025-06': 700, '2026-06': 580 },
  ],
  ['Inflection AI', 'US', 'Inc.', 0.6, { '2022-03': 8, '2024-02': 110, '2024-03': 34, '2026-06': 60 }],
  ['Character.AI', 'US', 'Inc.', 0.6, { '2021-11': 6, '2024-07': 170, '2024-08': 110, '2026-06': 110 }],
  ['Adept', 'US', 'Inc.', 0.55, { '2022-01': 8, '2024-05': 100, '2024-06': 35, '2026-06': 24 }],
  ['Safe Superintelligence', 'US', 'Inc.', 0.82, { '2024-06': 8, '2026-06': 60 }],
  ['Thinking Machines Lab', 'US', 'Inc.', 0.7, { '2025-02': 24, '2026-06': 140 }],
  ['Perplexity', 'US', 'Inc.', 0.68, { '2022-08': 6, '2024-06': 110, '2026-06': 480 }],
  ['Stability AI', 'GB', 'Ltd', 0.45, { '2020-11': 8, '2023-06': 200, '2026-06': 110 }],
  ['Midjourney', 'US', 'Inc.', 0.75, { '2021-08': 6, '2026-06': 90 }],
  ['Runway', 'US', 'Inc.', 0.66, { '2018-12': 6, '2026-06': 240 }],
  ['AI21 Labs', 'IL', 'Ltd', 0.66, { '2017-11': 6, '2026-06': 260 }],
  ['ElevenLabs', 'GB', 'Ltd', 0.72, { '2022-04': 6, '2026-06': 330 }],
];

const companies: readonly Row[] = [
  ['Google', 'US', 'LLC', 0.72, { '2015-01': 2600, '2022-12': 4600, '2026-06': 4700 }],
  ['Meta', 'US', 'Inc.', 0.64, { '2015-01': 1100, '2022-09': 3400, '2023-06': 3200, '2026-06': 3700 }],
  ['Microsoft', 'US', 'Corporation', 0.71, { '2015-01': 2300, '2026-06': 4200 }],
  ['Amazon', 'US', 'Inc.', 0.6, { '2015-01': 1500, '2022-06': 3900, '2026-06': 3900 }],
  ['Apple', 'US', 'Inc.', 0.73, { '2015-01': 1500, '2026-06': 2600 }],
  ['NVIDIA', 'US', 'Corporation', 0.8, { '2015-01': 600, '2022-01': 1300, '2026-06': 2700 }],
  ['IBM', 'US', 'Corp.', 0.64, { '2015-01': 1900, '2026-06': 1400 }],
  ['Salesforce', 'US', 'Inc.', 0.62, { '2015-01': 500, '2026-06': 1200 }],
  ['Databricks', 'US', 'Inc.', 0.68, { '2015-01': 40, '2021-01': 500, '2026-06': 1700 }],
  ['Snowflake', 'US', 'Inc.', 0.63, { '2015-01': 30, '2026-06': 900 }],
  ['Tesla', 'US', 'Inc.', 0.57, { '2015-01': 260, '2026-06': 1000 }],
  ['Intel', 'US', 'Corporation', 0.66, { '2015-01': 1300, '2026-06': 800 }],
  ['Adobe', 'US', 'Inc.', 0.7, { '2015-01': 450, '2026-06': 900 }],
  ['Uber', 'US', 'Inc.', 0.58, { '2015-01': 300, '2026-06': 900 }],
  ['Palantir', 'US', 'Inc.', 0.6, { '2015-01': 260, '2026-06': 700 }],
];

const universities: readonly Row[] = [
  ['Stanford University', 'US', '', 0.62, { '2015-01': 420, '2026-06': 520 }],
  ['Massachusetts Institute of Technology', 'US', '', 0.62, { '2015-01': 400, '2026-06': 480 }],
  ['University of California, Berkeley', 'US', '', 0.6, { '2015-01': 420, '2026-06': 500 }],
  ['Carnegie Mellon University', 'US', '', 0.62, { '2015-01': 360, '2026-06': 420 }],
  ['University of Toronto', 'CA', '', 0.63, { '2015-01': 260, '2026-06': 340 }],
];

const deepmind: SimulatedOrganisation = {
  ...organisation('lab')([
    'Google DeepMind',
    'GB',
    'Ltd',
    0.78,
    { '2015-01': 300, '2020-01': 1200, '2026-06': 2900 },
  ]),
  group: 'Google',
};

const allenInstitute = organisation('non-profit')([
  ...(['Allen Institute for AI', 'US', '', 0.66] as const),
  { '2015-01': 40, '2026-06': 240 },
]);

/**
 * The talent war of 2025 as its published figures have it: two-year retention of 80, 78, 67 and 64 %, and 10.6, 8.2
 * and 2.0 people to Anthropic for each one back (SignalFire, State of Talent Report 2025). All else is made up.
 */
export const talentWar: World = {
  since: '2015-01',
  observedUntil: '2026-06-30',
  people: 60_000,
  movers: 0.5,
  gaps: [0.8, 0.09, 0.06, 0.05],
  organisations: [
    ...labs.map(organisation('company')),
    deepmind,
    ...companies.map(organisation('company')),
    allenInstitute,
    ...universities.map(organisation('university')),
  ],
  publishedRetention: ['Anthropic', 'Google DeepMind', 'OpenAI', 'Meta'],
  pairs: [
    { from: 'Google DeepMind', to: 'Anthropic', forward: 106, backward: 10, published: true },
    { from: 'OpenAI', to: 'Anthropic', forward: 246, backward: 30, published: true },
    { from: 'Hugging Face', to: 'Anthropic', forward: 40, backward: 20, published: true },
    { from: 'Meta', to: 'Anthropic', forward: 150, backward: 14, published: false },
    { from: 'Meta', to: 'OpenAI', forward: 240, backward: 120, published: false },
    { from: 'Google DeepMind', to: 'OpenAI', forward: 120, backward: 50, published: false },
    { from: 'Google DeepMind', to: 'Meta', forward: 90, backward: 80, published: false },
  ],
  campaigns: [
    { from: 'OpenAI', to: 'Meta', since: '2025-06', months: 6, factor: 3 },
    { from: 'Google DeepMind', to: 'Meta', since: '2025-06', months: 6, factor: 1 },
  ],
  deals: [
    { from: 'Inflection AI', to: 'Microsoft', month: '2024-03', share: 0.7 },
    { from: 'Adept', to: 'Amazon', month: '2024-06', share: 0.66 },
    { from: 'Character.AI', to: 'Google', month: '2024-08', share: 0.35 },
    { from: 'Scale AI', to: 'Meta', month: '2025-06', share: 0.12 },
  ],
};

function organisation(kind: OrganisationKind): (row: Row) => SimulatedOrganisation {
  return ([name, country, legal, twoYears, headcount]) => ({
    name,
    kind,
    country,
    legal,
    twoYears,
    headcount,
  });
}
