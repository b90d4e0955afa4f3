// Makes the spells of the bench once: the same at every run, no random numbers but hashes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

export const folder = process.env.MERCATO_BENCH ?? join(import.meta.dirname, 'data');
export const observedUntil = '2026-06-30';

/** Path of a Parquet file of about `spells` spells, of a quarter as many people at a two-hundredth as many employers. */
export async function spellsOf(spells) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `spells-${spells}.parquet`);
  if (existsSync(path)) return path;
  const people = spells / 4;
  const employers = spells / 200;
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '6GB', temp_directory: folder });
  const connection = await instance.connect();
  // People have 1 to 7 spells, one in four a promotion, one in thirty beside another job, a tenth after a longer gap;
  // employers are few large and many small, each in three spellings; 3 % of first starts are unknown.
  await connection.run(`copy (
    with person as (select range as p, 1 + hash(range) % 7 as n from range(${people})),
    spell as (select p, i, n, hash(p, i) as h from person, range(7) as r(i) where i < n),
    paced as (select *, 3 + (h >> 8) % 60 as months,
        case when (h >> 20) % 10 = 0 then (h >> 24) % 14 else 0 end as gap,
        (h >> 30) % 4 = 0 and i > 0 as promoted, (h >> 34) % 30 = 0 and i > 0 as beside from spell),
    placed as (select *, 23930 + hash(p, 99) % 180
        + coalesce(sum(months + gap) over (partition by p order by i rows between unbounded preceding and 1 preceding), 0)
        - case when beside then 6 else 0 end as start_month,
      max(case when promoted then null else i end) over (partition by p order by i) as job from paced),
    bounded as (select *, least(start_month + months, 24318) as end_month from placed where start_month < 24318)
    select 'p' || p as person,
      case (h >> 40) % 3 when 0 then 'Firm ' || f when 1 then 'Firm ' || f || ' Inc.' else 'FIRM ' || f end as employer,
      case when i = 0 and hash(p, 7) % 33 = 0 then null
        else printf('%d-%02d', (start_month - 1) // 12, 1 + (start_month - 1) % 12) end as "start",
      case when end_month >= 24318 then null
        else printf('%d-%02d', (end_month - 1) // 12, 1 + (end_month - 1) % 12) end as "end",
      'Title ' || h % 50 as title
    from (select *, floor(${employers} * pow((hash(p, job, 5) % 1000000) / 1000000.0, 3))::bigint as f from bounded)
  ) to '${path}' (format parquet, compression zstd)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

/** Path of a database of about `spells` spells that the built command loaded; made where it is not there. */
export async function databaseOf(spells) {
  const path = join(folder, `bench-${spells}.duckdb`);
  if (existsSync(path)) return path;
  const file = await spellsOf(spells);
  const command = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');
  const done = spawnSync(
    process.execPath,
    [command, 'load', 'parquet', file, '--observed-until', observedUntil, '--db', path],
    { encoding: 'utf8', env: { ...process.env, MERCATO_KEY: join(folder, 'bench.key') } },
  );
  if (done.status !== 0) throw new Error(done.stderr);
  return path;
}
