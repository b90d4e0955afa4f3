import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { shipped } from '../../src/cli/shipped.js';
import { expected, simulate, talentWar, writeCsv } from '../../src/demo/index.js';
import { load } from '../../src/load.js';
import { growth } from '../../src/measures/index.js';
import { csv } from '../../src/sources/csv.js';
import { openWarehouse } from '../../src/warehouse/index.js';

const people = 5_000;

describe('growth() of the simulated world', () => {
  it('finds the hazard of each organisation whose retention is published, however it grows', async () => {
    const { registry, peers } = shipped();
    const warehouse = await openWarehouse(':memory:', { mode: 'write' });
    const text = [...writeCsv(simulate({ seed: 11, people }))].join('');
    const file = { name: 'simulated.csv', path: 'simulated.csv', place: 'simulated', sha256: '11' };
    await load(warehouse, {
      source: csv,
      files: [{ ...file, open: () => Readable.from(Buffer.from(text)) }],
      registry,
      key: new Uint8Array(32).fill(7),
      map: new Map(),
      observedUntil: talentWar.observedUntil,
      skipBad: 0,
      simulated: true,
    });
    const { retention } = expected(talentWar, people);
    const subjects = retention.map(({ organisation }) => organisation);
    const desk = { warehouse, known: async () => ({ registry, peers }) };
    const { rows } = await ask(desk, growth, { subjects, parameters: { since: '2018' } });
    await warehouse.close();
    expect(rows.length).toBeGreaterThan(3);
    for (const [i, { share }] of retention.entries()) {
      const truth = 12 * (1 - share ** (1 / 24));
      const { hazard_low: low, hazard_high: high, organisation } = rows[i] ?? {};
      expect(Number(low), String(organisation)).toBeLessThan(truth * 1.03);
      expect(Number(high), String(organisation)).toBeGreaterThan(truth * 0.97);
    }
    const ratios = rows.map((row) => Number(row.ratio));
    // They differ in hazard by half, and in hires to exits by far more: that is growth.
    expect(Math.max(...ratios) / Math.min(...ratios)).toBeGreaterThan(3);
  }, 120_000);
});
