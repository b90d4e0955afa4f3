import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CheckedClaim, checkClaims } from '../../src/claims/index.js';
import { shipped, shippedClaims } from '../../src/cli/shipped.js';
import { simulate, talentWar, writeCsv } from '../../src/demo/index.js';
import { load } from '../../src/load.js';
import { csv } from '../../src/sources/csv.js';
import { openWarehouse, type Warehouse } from '../../src/warehouse/index.js';

const { registry, peers } = shipped();
const claims = shippedClaims();
let warehouse: Warehouse;
let checked: readonly CheckedClaim[];

beforeAll(async () => {
  warehouse = await openWarehouse(':memory:', { mode: 'write' });
  const text = [...writeCsv(simulate({ seed: 7, people: 3000 }))].join('');
  await load(warehouse, {
    source: csv,
    files: [
      {
        name: 'simulated.csv',
        path: 'simulated.csv',
        place: 'simulated',
        sha256: '7',
        open: () => Readable.from(Buffer.from(text)),
      },
    ],
    registry,
    key: new Uint8Array(32).fill(7),
    map: new Map(),
    observedUntil: talentWar.observedUntil,
    skipBad: 0,
    simulated: true,
  });
  checked = await checkClaims(claims, {
    registry,
    desk: { warehouse, known: async () => ({ registry, peers }) },
  });
}, 120_000);
afterAll(() => warehouse.close());

describe('checkClaims() on the simulated world', () => {
  it('has a verdict and a reason in both languages for each of the 25 numbers', () => {
    const numbers = new Set(checked.map(({ claim }) => Number(claim.id.slice(0, 2))));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    expect(checked.map(({ claim }) => claim.id)).toEqual(claims.map(({ id }) => id));
    for (const { reason } of checked) {
      expect(reason.en).toMatch(/^in the simulated world, built from the published figures: \S.*\.$/);
      expect(reason.fr).toMatch(/^dans le monde simulé, construit à partir des chiffres publiés : \S.*\.$/);
    }
  });

  it('says of every verdict that it is on simulated people', () => {
    expect(new Set(checked.map(({ on }) => on))).toEqual(new Set(['simulated']));
    for (const { beside } of checked)
      for (const { says } of beside) expect(says.en).toMatch(/^in the simulated world/);
  });

  it('says where no simulated person bears on a verdict', () => {
    const apart = checked.filter(({ reason }) => reason.en.includes('no simulated person is in it'));
    const measured = checked.filter(({ claim }) => 'measure' in claim.check);
    expect(apart.length + measured.length).toBe(checked.length);
  });

  it('measures what can be measured, under every definition that is open', () => {
    const by = (id: string) => checked.find(({ claim }) => claim.id.startsWith(id));
    expect(by('13a')?.estimates).toHaveLength(8);
    expect(by('14a')?.estimates).toHaveLength(6);
    expect(by('08')).toMatchObject({ verdict: 'not checkable', policy: 'private persons' });
    expect(by('22')).toMatchObject({ verdict: 'reproduced' });
  });
});
