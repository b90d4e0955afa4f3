import type { Hono } from 'hono';
import { LRUCache } from 'lru-cache';
import { joinClaims, parseClaims } from '../../src/claims/index.js';
import { dataLine } from '../../src/dataLine.js';
import {
  draftAnswer,
  organisationsIn,
  type Serving,
  type Snapshot,
  serverOf,
} from '../../src/server/index.js';
import { house, people, registry } from '../measures/house.js';
import { type CvRow, type World, type WorldOptions, worldOf } from '../world.js';

/** Claims of a figure, of its relay, of a dispute, of an opinion and of a fact. */
export const claims = joinClaims(
  [
    parseClaims(
      `claims:
  - id: ember-wins
    says: {en: Nine leave Lumen for Ember for each who comes., fr: Neuf quittent Lumen pour Ember pour chaque arrivée.}
    claimant: {name: Ember Fund, role: {en: an investor, fr: un investisseur}, stake: {en: It owns Ember., fr: Il possède Ember.}}
    where: {en: A report, fr: Un rapport}
    on: 2021-05-20
    relays: [{by: Weekly, on: 2021-06}, {by: Daily}]
    firmness: asserted
    check: {measure: ratio, of: [lumen, ember]}
    figures: [{printed: "9.0", unit: ratio}]
    comparator: equals
    scope: [{word: {en: people, fr: personnes}, effect: blurs}]
    source: https://example.org/nine
  - id: likelier-to-ember
    says: {en: Those of Lumen are nine times likelier to leave., fr: "Ceux de Lumen ont neuf fois plus de chances de partir."}
    claimant: {name: Daily}
    where: Daily
    on: 2021-06
    firmness: reported
    check: {measure: ratio, of: [lumen, ember], value: rate_ratio}
    figures: [{printed: "9", unit: times}]
    comparator: about
    mutates: {claim: ember-wins, how: {en: People became chances., fr: Des personnes sont devenues des chances.}}
    source: https://example.org/daily
  - id: not-so-many
    says: {en: Nobody left for that., fr: Nul n’est parti pour cela.}
    claimant: {name: A. Rival, organisation: lumen}
    where: A stage
    on: 2021-07
    firmness: conditional
    check: {none: opinion}
    disputes: [{claim: ember-wins, part: figure}]
    source: https://example.org/rival
  - id: ember-keeps
    says: {en: Ember keeps most of its people., fr: Ember garde la plupart de ses gens.}
    claimant: {name: Weekly}
    where: Weekly
    on: 2021-08
    firmness: reported
    check: {measure: retention, of: [ember]}
    figures: [{printed: "80", unit: percent}]
    comparator: about
    source: https://example.org/keeps
  - id: boreal-took-cobalt
    says: {en: Boreal took over Cobalt in 2018., fr: Boreal a racheté Cobalt en 2018.}
    claimant: {name: Weekly}
    where: Weekly
    on: 2021
    firmness: asserted
    check: {fact: acquired, organisation: cobalt, by: boreal, on: 2018}
    source: https://example.org/took
`,
      'claims.yaml',
    ),
  ],
  new Set(registry.map(({ id }) => id)),
);

/** Everybody of the house six times over, and a firm of one whose name could be a person's. */
const crowd: readonly CvRow[] = [
  ...[1, 2, 3, 4, 5, 6].flatMap((nth) =>
    people.map(([person, ...rest]): CvRow => [`${person}${nth}`, ...rest]),
  ),
  ['zoe', 'Roe & Daughter', '2015-01', '2018-01'],
  ['zoe', 'Ember', '2018-01', '2020-01'],
];

export interface Served {
  readonly app: Hono;
  readonly world: World;
  readonly snapshot: Snapshot;
  readonly serving: Serving;
  readonly faults: readonly unknown[];
}

/** A server over literal people, the crowd of the house unless told, without a socket; the address of whoever asks is what a header says. */
export async function served(
  more: Partial<Serving> = {},
  rows: readonly CvRow[] = crowd,
  options: WorldOptions = house,
): Promise<Served> {
  const world = await worldOf(rows, options);
  const { warehouse, known } = world;
  const aside = await warehouse.beside();
  const snapshot: Snapshot = {
    desk: { warehouse, aside, known },
    behind: { warehouse: await warehouse.beside(), aside, known },
    version: (await dataLine(world)).version,
    organisations: await organisationsIn(world.warehouse, more.minCell ?? 5),
    answers: new LRUCache({ max: 500 }),
  };
  const faults: unknown[] = [];
  const serving: Serving = {
    snapshot: () => snapshot,
    preparing: () => null,
    claims,
    history: async () => [],
    draft: draftAnswer,
    minCell: 5,
    hosts: new Set(['localhost']),
    asset: async () => null,
    patience: 10_000,
    ...more,
  };
  const app = serverOf(serving, {
    version: '0.0.0',
    addressOf: (c) => c.req.header('test-address'),
    fault: (error) => faults.push(error),
  });
  return { app, world, snapshot, serving, faults };
}
