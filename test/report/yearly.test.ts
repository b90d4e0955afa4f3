import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkClaims, joinClaims, type Known, parseClaims } from '../../src/claims/index.js';
import { claimedByYears } from '../../src/report/index.js';
import { house, registry } from '../measures/house.js';
import { type CvRow, type World, worldOf } from '../world.js';

/** Sixty go from Lumen to Ember in 2019 and thirty come back in 2020; four more go in January 2021, and the claim is of that month. */
const movers: readonly CvRow[] = [
  ...Array.from({ length: 60 }, (_, i): CvRow[] => [
    [`p${i}`, 'Lumen', '2018-01', '2019-03'],
    [`p${i}`, 'Ember', '2019-03', i < 30 ? '2020-05' : ''],
    ...(i < 30 ? [[`p${i}`, 'Lumen', '2020-05', ''] as const] : []),
  ]).flat(),
];
const late: readonly CvRow[] = Array.from({ length: 4 }, (_, i): CvRow[] => [
  [`q${i}`, 'Lumen', '2018-01', '2021-01'],
  [`q${i}`, 'Ember', '2021-01', ''],
]).flat();
const later: readonly CvRow[] = Array.from({ length: 9 }, (_, i): CvRow[] => [
  [`r${i}`, 'Lumen', '2018-01', '2021-06'],
  [`r${i}`, 'Ember', '2021-06', ''],
]).flat();

const claims = joinClaims(
  [
    parseClaims(
      `claims:
  - id: two-for-one
    says: {en: Two leave Lumen for Ember for each who comes., fr: Deux quittent Lumen pour Ember pour chaque arrivée.}
    claimant: {name: Weekly}
    where: Weekly
    on: 2021-01-31
    firmness: asserted
    check: {measure: ratio, of: [lumen, ember], parameters: {view: point-in-time}}
    figures: [{printed: "2", unit: ratio}]
    comparator: equals
    source: https://example.org/two
`,
      'claims.yaml',
    ),
  ],
  new Set(registry.map(({ id }) => id)),
);

const worlds: World[] = [];
afterAll(() => Promise.all(worlds.map(({ warehouse }) => warehouse.close())));

async function shownIn(rows: readonly CvRow[]) {
  const world = await worldOf(rows, house);
  worlds.push(world);
  const known: Known = new Map();
  const checked = await checkClaims(claims, { desk: world, registry, known });
  const { signal } = new AbortController();
  return claimedByYears(world, checked, 5, known, signal);
}

let few: Awaited<ReturnType<typeof shownIn>>;
let none: Awaited<ReturnType<typeof shownIn>>;
beforeAll(async () => {
  few = await shownIn([...movers, ...late, ...later]);
  none = await shownIn([...movers, ...later]);
});

describe('claimedByYears(desk, checked, min, known, signal)', () => {
  it('shows no window that differs by fewer than the minimum from one of whole years', () => {
    expect(few.claims[0]?.estimates.map(({ hidden }) => hidden)).not.toContain(null);
  });

  it('shows a window that no whole years come near, or that has what they have', () => {
    const shown = none.claims[0]?.estimates.filter(({ hidden }) => hidden === null) ?? [];
    expect(shown.map(({ counts }) => counts.forward)).toEqual([60]);
  });

  it('gives the ratios and retentions of the organisations that claims name, released', () => {
    expect(few.ratios.rows).toHaveLength(1);
    expect(few.ratios.rows[0]).toMatchObject({ from_id: 'lumen', to_id: 'ember', backward: 30 });
  });
});
