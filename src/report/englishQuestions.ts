/** What a study found, as it is printed. */
export interface StudySaid {
  readonly from: string;
  readonly to: string;
  readonly month: string;
  readonly effect: string;
  readonly interval: string;
  readonly p: string;
  readonly placebos: string;
}

/** The texts of the four questions in English; `frenchQuestions` has the same keys. */
export const englishQuestions = {
  heading: 'Four questions of June 2025',
  lead: 'Each is answered from measures and verdicts, or with what is missing for an answer.',
  simulated:
    'The people are simulated, in a world built from published figures: what follows shows how an answer is made and is none about the firms named.',
  asks: {
    strategy: 'What is to be thought of pay in nine figures as a strategy?',
    payoff: 'Will it pay off for Meta?',
    losses: 'Why does Meta lose people in spite of the pay?',
    innovation: 'Is Meta an innovator?',
  },
  measured: 'What is measured',
  claimed: 'What is claimed of it',
  missing: 'What is missing',
  changed: 'What the newer measures changed',
  rank: (name: string, rank: string, low: string, high: string) => `${name} ${rank} (${low} to ${high})`,
  ranks: (said: string, count: number) =>
    `Rank by moves, with its 95 % interval, among the ${count} organisations that can be shown: ${said}`,
  grows: (name: string, ratio: string, growth: string, hazard: string) =>
    `${name} ${ratio} (growth ${growth}, hazard ${hazard})`,
  growth: (said: string, since: string, until: string) =>
    `People hired for each who left, ${since} to ${until}, with what it is made of in rates a year: ${said}`,
  effect: (of: StudySaid) =>
    `From ${of.month} on, the rate of hires from ${of.from} to ${of.to} changed by a factor of ${of.effect} against other flows (95 % interval ${of.interval}, p = ${of.p} over ${of.placebos} placebos)`,
  anew: {
    ranked: (verdict: string) =>
      `Whom people prefer could not be checked for want of a ranking; the claim is now held against one, and comes to: ${verdict}.`,
    beside: (verdict: string) =>
      `That more people leave for a rival is now read beside ranks, and beside the growth and the hazard that hires to exits are made of; its verdict rests on the flow ratio as before: ${verdict}.`,
    studied:
      'Whether it pays off stays without a verdict, since products and accounts decide it; an event study of the flow from OpenAI stands beside it where the data reach far enough beyond June 2025.',
    left: 'Who the best are is still in no data; where those went who left OpenAI, and how many, is now measured with all who left (exits, event study).',
  },
  names: (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names),
  loses: (names: string) => `In this data more people go from Meta to ${names} than come back.`,
  gains: (names: string) => `More people come to Meta from ${names} than go there.`,
  even: (names: string) => `Between Meta and ${names} neither side is ahead beyond chance.`,
  few: (names: string) => `Between Meta and ${names} too few people move for a word on it.`,
  absent: (names: string) => `The data knows no move between Meta and ${names}.`,
  private: (count: number, of: number, why: string): string =>
    count === of
      ? `What was offered cannot be judged: none of the ${of} claims on it can be checked (${why}).`
      : `What was offered can hardly be judged: ${count} of the ${of} claims on it cannot be checked (${why}).`,
  checked: (of: number) => `All ${of} claims on it could be checked; their verdicts stand below.`,
  noClaims: 'No claim on it is given.',
  disputes: (count: number) =>
    count === 1 ? 'One of them disputes another.' : `${count} of them dispute others.`,
  open: 'Open: no figure here decides it.',
  verdictIs: (verdict: string) => `The check of the claim says: ${verdict}.`,
  before: (day: string) =>
    `The data is observed until ${day}, before the hires of June 2025 could show in it.`,
  after: (day: string, months: number) =>
    `The data is observed until ${day}, ${months} months after June 2025; flows are shown for all years together.`,
  isLosing: (names: string) => `It does lose more people to ${names} than it gains from there.`,
  wages:
    'Base wages that firms declare are in a section of their own; they are a floor and say nothing of offers or equity',
  perHead: (names: string) =>
    `Per person at risk it is the other way round for ${names}: who works there is likelier to come than who works at Meta is to go.`,
  isNotLosing: 'That it loses more people to its rivals than it gains is not shown by this data.',
  reasons: (count: number, of: number, why: string) =>
    `Why cannot be told from careers: of ${of} claims that give reasons or pay, ${count} cannot be checked (${why}).`,
  keeps: (months: number, shares: string) =>
    `Share of hires still there after ${months} months (D1): ${shares}.`,
  keep: (name: string, share: string) => `${name} ${share}`,
  opinions: (count: number, of: number, why: string): string =>
    `No figure decides it: ${count === of ? `none of the ${of} claims on it can` : `${count} of the ${of} claims on it cannot`} be checked (${why}).`,
  lacks: {
    offers: 'Offers, bonuses and packages are private; only base wages are disclosed, in filings for visas.',
    eventStudy:
      'Whether the campaign changed the flows needs an event study; the data end too soon after June 2025, or too few moved, for an effect to be shown.',
    ranking:
      'Whom people prefer needs a ranking by moves; too few moves lead to and from Meta for a rank to be shown.',
    reasons:
      'Reasons are in no career record: what pay does not explain can be worked out only from a ranking and pay together.',
    value: 'Whether the people hired earn their price shows in products and accounts, not in careers.',
    inventions:
      'Inventions are in no career record: it would take papers, patents and models, weighed by an agreed rule.',
  },
};
