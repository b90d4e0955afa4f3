import { createHash } from 'node:crypto';
import { observedUntil } from './world.js';

/** Does something with a database in memory that holds these lines. */
export async function inDatabase(mercato, lines, work, peers = []) {
  const bytes = new TextEncoder().encode(`person,employer,start,end\n${lines.join('\n')}\n`);
  const file = {
    name: 'worlds.csv',
    path: 'worlds.csv',
    place: 'worlds.csv',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    async *open() {
      yield bytes;
    },
  };
  const warehouse = await mercato.openWarehouse(':memory:', { mode: 'write' });
  try {
    await mercato.load(warehouse, {
      source: mercato.sources.find(({ name }) => name === 'csv'),
      files: [file],
      registry: [],
      key: new Uint8Array(32).fill(7),
      map: new Map(),
      observedUntil,
      skipBad: 0,
      simulated: true,
    });
    return await work({ warehouse, known: async () => ({ registry: [], peers }) });
  } finally {
    await warehouse.close();
  }
}
