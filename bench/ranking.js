// node bench/ranking.js [ORGANISATIONS] [MOVES]: ranks a generated network beside a plain script on the same moves. It prints
// and asserts nothing. Processor time says more than the clock where others use the machine.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ask, openWarehouse, ranking } from '../dist/index.js';
import { folder, observedUntil } from './data.js';

const organisations = Number(process.argv[2] ?? 50_000);
const moves = Number(process.argv[3] ?? 1_000_000);
const database = join(folder, `ranking-${organisations}-${moves}.duckdb`);
mkdirSync(folder, { recursive: true });

/** Each person has four jobs in a row, so makes three moves; some organisations are large and most are small. */
const rows = `select 'p' || p as person, 'Firm ' || floor(${organisations} * pow((hash(p, i) % 1000000) / 1000000.0, 1.5))::bigint as employer,
    printf('%d-01', 2010 + 3 * i) as "start", case when i < 3 then printf('%d-01', 2013 + 3 * i) end as "end"
  from range(${Math.ceil(moves / 3)}) as people(p), range(4) as jobs(i)`;

if (!existsSync(database)) {
  const file = join(folder, `ranking-${organisations}-${moves}.parquet`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (${rows}) to '${file}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  const command = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');
  const load = [command, 'load', 'parquet', file, '--observed-until', observedUntil, '--db', database];
  const done = spawnSync(process.execPath, load, {
    encoding: 'utf8',
    env: { ...process.env, MERCATO_KEY: join(folder, 'bench.key') },
  });
  if (done.status !== 0) throw new Error(done.stderr);
}

async function timed(name, work) {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const said = await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${seconds} s, ${((user + system) / 1e6).toFixed(1)} s of processor; ${said}`);
}

const warehouse = await openWarehouse(database, { mode: 'read', memory: '3GB' });
const desk = { warehouse, known: async () => ({ registry: [], peers: [] }) };
await timed('mercato ', async () => {
  const parameters = { minMoves: 1, draws: 0 };
  const { rows } = await ask(desk, ranking, { parameters });
  return `${rows.length.toLocaleString('en')} ranked`;
});
await timed('baseline', async () => {
  const counted = {
    strings: [
      'select from_organisation as a, to_organisation as b, count(*) as n from move where gap <= 3 group by all',
    ],
    values: [],
  };
  const edges = await warehouse.query(counted);
  const out = new Map();
  for (const { a, n } of edges) out.set(a, (out.get(a) ?? 0) + n);
  let share = new Map([...out.keys()].map((a) => [a, 1]));
  let steps = 0;
  for (let off = 1; off > 1e-10 && steps < 1000; steps++) {
    const next = new Map([...share].map(([a, x]) => [a, x / 2]));
    for (const { a, b, n } of edges) next.set(b, (next.get(b) ?? 0) + (share.get(a) * n) / out.get(a) / 2);
    off = 0;
    for (const [a, x] of next) off = Math.max(off, Math.abs(x - share.get(a)) / x);
    share = next;
  }
  return `lazy power iteration on everybody, ${steps} steps`;
});
await warehouse.close();
console.log(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
