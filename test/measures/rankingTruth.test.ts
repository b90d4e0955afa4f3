import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { shipped } from '../../src/cli/shipped.js';
import { expectedValues, simulate, talentWar, writeCsv } from '../../src/demo/index.js';
import { load } from '../../src/load.js';
import { ranking } from '../../src/measures/index.js';
import { finder } from '../../src/organisations/index.js';
import { csv } from '../../src/sources/csv.js';
import { openWarehouse } from '../../src/warehouse/index.js';

it('ranking covers the values of the simulated world, and has its order', { timeout: 120_000 }, async () => {
  const { registry, peers } = shipped();
  const people = 8_000;
  const warehouse = await openWarehouse(':memory:', { mode: 'write' });
  const text = [...writeCsv(simulate({ seed: 11, people }))].join('');
  const open = () => Readable.from(Buffer.from(text));
  await load(warehouse, {
    source: csv,
    files: [{ name: 'w.csv', path: 'w.csv', place: 'w.csv', sha256: '11', open }],
    registry,
    key: new Uint8Array(32).fill(7),
    map: new Map(),
    observedUntil: talentWar.observedUntil,
    skipBad: 0,
    simulated: true,
  });
  const desk = { warehouse, known: async () => ({ registry, peers }) };
  const parameters = { level: 'unit', minMoves: 10, draws: 300 };
  const { rows } = await ask(desk, ranking, { parameters });
  await warehouse.close();

  const find = finder(registry, []);
  const named = new Map(talentWar.organisations.map(({ name }) => [nameOrId(find, name), name]));
  const names = rows.map((row) => named.get(String(row.id)) ?? String(row.organisation));
  const truth = expectedValues(talentWar, people, names);
  const covered = rows.filter((row, i) => {
    const value = truth.get(names[i] ?? '') ?? Number.NaN;
    return Number(row.low) <= value && value <= Number(row.high);
  });
  expect(rows.length).toBeGreaterThan(20);
  // Of 30 intervals at 95 %, fewer than 25 hold the truth with a chance below 1 in 1,000.
  expect(covered.length / rows.length).toBeGreaterThanOrEqual(25 / 30);
  const apart = rows.flatMap((better, i) =>
    rows.flatMap((worse, j) => (Number(better.low) > Number(worse.high) ? [[i, j] as const] : [])),
  );
  const wrong = apart.filter(
    ([i, j]) => (truth.get(names[i] ?? '') ?? 0) <= (truth.get(names[j] ?? '') ?? 0),
  );
  expect(apart.length).toBeGreaterThan(100);
  // One organisation whose interval misses the truth may stand wrong against several.
  expect(wrong.length / apart.length).toBeLessThan(0.02);
});

function nameOrId(find: (name: string) => string, name: string): string {
  try {
    return find(name);
  } catch {
    return `~${name.toLowerCase()}`;
  }
}
