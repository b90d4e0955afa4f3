/** The texts about exits and growth in English; `frenchExits` has the same keys. */
export const englishExits = {
  exits: 'Exits by destination',
  exitsSay: (organisation: string, destination: string, share: string, months: number) =>
    `Of the rivals shown, ${destination} takes the largest share of another’s hires within ${months} months: ${share} of those of ${organisation}`,
  exitsPlain: 'Where hires go who leave',
  exitsRead: (months: number) =>
    `Share of all hires that has left for a destination within ${months} months of joining, with 95 % limits. The destinations compete: all of them and D1 above add up to 100 %. Not drawn: destinations that are withheld; what they are together has no limits.`,
  exitsTable: (months: number) => `Hires that left within ${months} months, by destination`,
  noExits: 'Too few people left for any destination to be shown.',
  destinations: {
    'came back': 'the same organisation again',
    'founded one': 'an organisation they founded',
    university: 'a university',
    'non-profit or government': 'a non-profit or government',
    'another company': 'another company',
    'self-employed': 'self-employed',
    'too recent': 'left too recently to say',
    'not seen again': 'not seen within 3 months',
    'withheld, together': 'destinations withheld, together',
  } as Readonly<Record<string, string>>,
  growth: 'Growth and hazard',
  growthSay: (organisation: string, ratio: string, growth: string, hazard: string) =>
    `The most hires for each exit of those shown: ${organisation}, ${ratio}, at a growth of ${growth} and a hazard of ${hazard} a year`,
  growthPlain: 'Why more are hired than leave',
  growthIs:
    'Hires to exits is (growth + hazard) / hazard. A firm that triples in a year at a hazard of 0.12 shows 10.2 hires for each exit, a static one shows 1: the ratio alone says nothing of how gladly people stay. So it stands beside what it is made of.',
  growthRead: (since: string, until: string) =>
    `${since} to ${until}, per person-year. Left: hires less exits. Right: exits. Dot: the rate; line: its 95 % interval. Dashed and without a dot: a range, where one side is too few.`,
  growthTable: 'Hires to exits, and the growth and the hazard that it is made of, per person-year',
  impliedRead:
    'What a printed ratio of hires to exits implies, at hazards of laboratories that keep 80 % and 64 % of their hires for two years, and at the growth of one that doubles or triples in a year. A ratio of 1 is that of a firm that does not grow, at any hazard.',
  impliedTable: 'Growth and hazard, each a year, behind a printed ratio of hires to exits',
  noGrowth: 'Too few people were hired or left for growth and hazard to be shown.',
  growthPanel: 'growth',
  hazardPanel: 'hazard',
};

/** Names of columns in the tables of exits and growth. */
export const englishExitColumns = {
  destination: 'destination',
  leavers: 'people who left so',
  incidence: 'share of hires',
  incidence_interval: '95 % interval of the share',
  hires: 'hires',
  exits: 'exits',
  growth: 'growth',
  growth_interval: '95 % interval of the growth',
  growth_low: 'lower 95 % limit of the growth',
  growth_high: 'upper 95 % limit of the growth',
  hazard: 'hazard',
  hazard_interval: '95 % interval of the hazard',
  hazard_low: 'lower 95 % limit of the hazard',
  hazard_high: 'upper 95 % limit of the hazard',
  hires_to_exits: 'hires to exits',
  hires_to_exits_interval: '95 % interval of hires to exits',
  taken_in: 'begun by takeover',
  taken_out: 'ended by takeover',
  hires_printed: 'hires to exits as printed',
  growth_at_low: 'growth at a hazard of 0.112',
  growth_at_high: 'growth at a hazard of 0.223',
  hazard_at_double: 'hazard where it doubles in a year',
  hazard_at_triple: 'hazard where it triples in a year',
  exits_left_out: 'exits of unknown start',
};
