import { verdictsIn } from '../claims/index.js';
/** The texts about claims in English; `frenchClaims` has the same keys. */
export const englishClaims = {
  claims: 'Claims',
  claimsLead: (count: number) =>
    count === 1
      ? 'One claim of the press, in words of our own, and what the data says of it.'
      : `${count} claims of the press, in words of our own, and what the data says of each.`,
  simulatedVerdicts:
    'These verdicts are of simulated people: they show how a check works and say nothing of any organisation named. Checks of the registry and of arithmetic rest on no people.',
  source: 'Claims: the ledger of claims, each with its own source',
  marks: {
    reproduced: '=',
    compatible: '≈',
    'depends on the definition': '±',
    contradicted: '≠',
    'too little data': '…',
    'not checkable': '–',
  },
  verdicts: verdictsIn('en'),
  meanings: {
    reproduced: 'what is measured rounds to the figure claimed, or lies wholly on the side claimed',
    compatible: 'the figure claimed lies inside the interval of what is measured',
    'depends on the definition': 'the wording leaves several definitions open; some agree, others contradict',
    contradicted: 'the figure claimed lies outside the interval, or the registry says otherwise',
    'too little data': 'too few people, or an interval too wide to tell',
    'not checkable': 'no figure of the kind that can be measured; the reason is given',
  },
  uncheckable: {
    opinion: 'an opinion',
    prediction: 'a prediction',
    'private figure': 'a private figure',
    hearsay: 'hearsay',
    'no such measure': 'no measure of it',
    'a private person': 'about a private person',
    'no data': 'no data',
  },
  firmness: {
    asserted: 'asserted',
    reported: 'reported',
    conditional: 'in the conditional',
    rumour: 'rumour',
    prediction: 'predicted',
  },
  interested: 'interested',
  scope: 'words that bound it',
  notShown: 'not shown',
  on: { observed: 'of real people', simulated: 'of simulated people', none: 'nobody’s' },
  inReport: 'In this report, over all its years',
  thereAndBack: (from: string, to: string, there: string, back: string) =>
    `${from} to ${to}: ${there} hires there, ${back} back`,
  withInterval: (name: string, value: string, interval: string) => `${name} ${value} (${interval})`,
  relayedBy: 'relayed by',
  narrows: 'narrows it',
  blurs: 'blurs it',
  scopeWord: (word: string, effect: string) => `“${word}” ${effect}`,
  claimSource: 'source',
  registrySource: 'registry',
  policy: 'refused by the policy',
  outcomes: 'What became of it',
  due: (when: string) => `due ${when}`,
  noOutcome: 'no outcome recorded yet',
  simulatedPrefix: 'in the simulated world, built from the published figures: ',
  underAll: (outcome: string, count: number): string =>
    count === 1 ? `${outcome} under the one definition tried` : `${outcome} under all ${count} definitions`,
  underSome: (outcome: string, count: number, of: number) => `${outcome} under ${count} of ${of} definitions`,
  underNamed: (outcome: string, under: string) => `${outcome}: ${under}`,
  countsWithheld: 'The counts behind it are not all shown, so that nobody can be told from them.',
  checks: {
    'implied counts': 'What the figure implies',
    arithmetic: 'Arithmetic',
    conflict: 'Another claim on the same thing',
    registry: 'The registry',
  },
  claimsTable: 'All claims with their verdicts',
  estimatesTable: 'What each definition says',
  estimatesNote: (min: number) =>
    `Every definition that the wording leaves open is tried, and its outcome shown. Its figures are shown for one definition of a flow or an organisation at most, and only where they are not within ${min} of another count of this report: else two windows would give away the few people between them.`,
  disputes: 'Who disputes what',
  disputesSay: (links: number, claims: number) =>
    `${claims} claims stand against one another, by ${links} links`,
  disputesRead:
    'Each box is a claim with its claimant and verdict. A line with an arrow goes from a claim to the one that it disputes and names the part disputed; a dashed one to the claim that it changes; a dotted one joins claims of the same thing with other figures.',
  disputesTable: 'Disputes, changed relays and conflicts',
  kinds: {
    disputes: 'disputes',
    mutates: 'changes',
    conflicts: 'cannot be true beside',
    differs: 'agrees, once rounded, with',
  },
  parts: {
    figure: 'the figure',
    scope: 'whom it is said of',
    receipt: 'that anybody received it',
    whole: 'all of it',
    quantity: 'the quantity',
    '': '',
  },
  linkSays: (from: string, how: string, to: string) => `${from} ${how}: ${to}`,
  noDisputes: 'No claim disputes, changes or contradicts another.',
  mutations: 'What relays made of it',
  mutationsLead:
    'A relay that changes the quantity is a claim of its own. Both stand side by side, each with the figure that answers it.',
  first: 'First said',
  later: 'Became',
  measured: 'Measured',
  asFlow: 'flow ratio',
  asRate: 'rate ratio',
  asShare: (definition: string) => `share kept, ${definition}`,
  noRatio: 'too few for a ratio',
  rangeMeans: (min: number) =>
    `A figure with … in it is a range: a count behind it is below ${min}, so that no more can be said.`,
  notMeasured: 'nothing that this data can show',
  differ: 'Why they differ',
  flowAgainstRate: (from: string, to: string) =>
    `A flow ratio counts moves from ${from} to ${to} for each one back. A rate ratio sets each count against the person-months at risk on its side, so it says how much likelier one person is to go. They agree only where both sides have as many person-months.`,
  exposures: (from: string, monthsFrom: string, to: string, monthsTo: string) =>
    `Here they are ${monthsFrom} at ${from} and ${monthsTo} at ${to}.`,
  shareAgainstShare:
    'D1 follows those hired from their first day, D2 counts recent hires who are there at the end, D3 all who were there before. D2 is the highest where a firm grows.',
  unlike: 'They are different quantities: one cannot be worked out from the other.',
  payClaims: 'Claims about pay',
  payLead:
    'Offers and packages are private: nothing here measures them. What is known is who says it, what the claimant gains, how firmly, and who disputes it.',
  payTable: 'Claims about pay, by claimant',
};
