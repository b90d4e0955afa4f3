// One run of Mercato on a database whose spells are loaded: build, flow matrix, all retention curves.
import { ask, flows, openWarehouse, rebuild, retention } from '../dist/index.js';

const [database] = process.argv.slice(2);
const warehouse = await openWarehouse(database, { mode: 'write', memory: '3GB' });
const desk = { warehouse, known: async () => ({ registry: [], peers: [] }) };
const started = performance.now();
const before = process.cpuUsage();
await warehouse.transaction(() => rebuild(warehouse, { organisations: [], decisions: [] }));
const built = performance.now();
const flow = await ask(desk, flows, { parameters: { top: 10_000 } });
const flowed = performance.now();
const kept = await ask(desk, retention, { parameters: { curve: true } });
const curved = performance.now();
const { user, system } = process.cpuUsage(before);
const [counts] = await warehouse.query({
  strings: [
    'select (select count(*) from episode) as episodes, (select count(*) from move where gap <= 3) as moves',
  ],
  values: [],
});
process.stdout.write(
  JSON.stringify({
    build: (built - started) / 1000,
    flows: (flowed - built) / 1000,
    retention: (curved - flowed) / 1000,
    total: (curved - started) / 1000,
    cpu: (user + system) / 1_000_000,
    episodes: counts.episodes,
    moves: counts.moves,
    pairs: flow.total,
    steps: kept.rows.reduce((n, row) => n + (row.curve?.length ?? 0), 0),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
await warehouse.close();
