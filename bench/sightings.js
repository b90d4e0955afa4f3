// node bench/sightings.js [SIGHTINGS]: loads generated sightings from Parquet and from CSV with the built command. It prints and asserts nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { folder, observedUntil } from './data.js';

const size = Number(process.argv[2] ?? 1_000_000);
const command = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');
mkdirSync(folder, { recursive: true });

/** About ten sightings a person over twelve years at up to four employers in turn, one in ten at a place beside. */
const rows = `select 'p' || p as person,
    'Firm ' || (case when h % 10 = 0 then hash(p, 3) else hash(p, month // 40) end % ${size / 200}) as employer,
    printf('%d-%02d-%02d', 2014 + month // 12, 1 + month % 12, 1 + (h >> 20) % 28) as seen_on
  from (select range // 10 as p, hash(range) as h, (hash(range) >> 8) % 148 as month from range(${size}))`;

for (const format of ['parquet', 'csv']) {
  const file = join(folder, `sightings-${size}.${format}`);
  if (!existsSync(file)) {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`copy (${rows}) to '${file}' (format ${format})`);
    connection.closeSync();
    instance.closeSync();
  }
  const database = join(folder, 'sightings.duckdb');
  rmSync(database, { force: true });
  const started = performance.now();
  const done = spawnSync(
    process.execPath,
    [command, 'load', 'sightings', file, '--observed-until', observedUntil, '--db', database],
    { encoding: 'utf8', env: { ...process.env, MERCATO_KEY: join(folder, 'bench.key') } },
  );
  if (done.status !== 0) throw new Error(done.stderr);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${format}: ${size.toLocaleString('en')} sightings in ${seconds.toFixed(1)} s; ${done.stdout.trim()}`,
  );
}
