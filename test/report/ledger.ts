import { type Claim, joinClaims, parseClaims } from '../../src/claims/index.js';

/** Claims about the trees of the takeover: a figure and its relay, a dispute, a small flow, an opinion, a fact, and an attack. */
export function claimsOfTrees(): readonly Claim[] {
  const claims = parseClaims(
    `claims:
  - id: nine-to-fir
    says: {en: One and a half people leave Oak for Fir for each who comes., fr: Une personne et demie quitte Oak pour Fir pour chaque arrivée.}
    claimant: {name: Fir Fund, role: {en: an investor, fr: un investisseur}, stake: {en: It owns Fir., fr: Il possède Fir.}}
    where: {en: A report, fr: Un rapport}
    on: 2021-05-20
    relays: [{by: Weekly, on: 2021-06}, {by: Daily}]
    firmness: asserted
    check: {measure: ratio, of: [oak, fir]}
    figures: [{printed: "1.5", unit: ratio}]
    comparator: equals
    scope: [{word: {en: people, fr: personnes}, effect: blurs}]
    source: https://example.org/nine?a=1&b=2
  - id: likelier-to-fir
    says: {en: Those of Oak are 1.5 times likelier to leave., fr: "Ceux d’Oak ont 1,5 fois plus de chances de partir."}
    claimant: {name: Daily}
    where: Daily
    on: 2021-06
    firmness: reported
    check: {measure: ratio, of: [oak, fir], value: rate_ratio}
    figures: [{printed: "1.5", unit: times}]
    comparator: about
    mutates: {claim: nine-to-fir, how: {en: People became chances., fr: Des personnes sont devenues des chances.}}
    source: https://example.org/daily
  - id: no-so-many
    says: {en: Nobody left Oak for that., fr: Nul n’a quitté Oak pour cela.}
    claimant: {name: A. Rival, organisation: oak, stake: {en: It speaks for Oak., fr: Parle pour Oak.}}
    where: A stage
    on: 2021-07-01/2021-07-02
    firmness: conditional
    check: {none: opinion}
    disputes: [{claim: nine-to-fir, part: figure}, {claim: nine-to-fir, part: receipt}]
    source: https://example.org/rival
  - id: few-to-oak
    says: {en: Ten came to Oak from Pine for each who left., fr: Dix sont venus de Pine chez Oak pour un départ.}
    claimant: {name: Weekly}
    where: Weekly
    on: 2021
    firmness: rumour
    check: {measure: ratio, of: [pine, oak]}
    figures: [{printed: "10", unit: ratio}]
    comparator: equals
    source: https://example.org/weekly
  - id: oak-took-pine
    says: {en: Oak took over Pine in 2018., fr: Oak a racheté Pine en 2018.}
    claimant: {name: Weekly}
    where: Weekly
    on: 2021
    firmness: asserted
    check: {fact: acquired, organisation: pine, by: oak, on: 2018}
    source: https://example.org/took
  - id: hostile
    says: {en: "<script>alert(1)</script> & \\"quotes\\"", fr: "<script>alert(1)</script> & \\"quotes\\""}
    claimant: {name: "=cmd|' /C calc'!A0"}
    where: "<img src=x onerror=alert(1)>"
    on: 2021
    firmness: prediction
    check: {none: prediction}
    prediction: {due: 2030, outcomes: [{on: 2022, says: {en: "<b>none</b>", fr: "<b>rien</b>"}, source: https://example.org/outcome}]}
    source: https://example.org/hostile
`,
    'claims.yaml',
  );
  return joinClaims([claims], new Set(['oak', 'fir', 'pine']));
}
