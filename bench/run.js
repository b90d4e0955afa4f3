// npm run bench: Mercato beside a plain DuckDB script, in one run, at 1 and 10 million spells. It prints and asserts
// nothing. `npm run bench -- 1000000` runs one size. Processor time says more than the clock where others use the machine.
import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { folder, observedUntil, spellsOf } from './data.js';

const root = join(import.meta.dirname, '..');
const command = join(root, 'dist', 'cli', 'main.js');

function timed(args, parse = true) {
  const started = performance.now();
  const done = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, MERCATO_KEY: join(folder, 'bench.key') },
    maxBuffer: 2 ** 30,
  });
  if (done.status !== 0) throw new Error(`${args.join(' ')}\n${done.stderr}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, result: parse ? JSON.parse(done.stdout) : null };
}

const row = (name, spells, r, baseline) =>
  console.log(
    [
      name.padEnd(10),
      ...[r.build, r.flows, r.retention, r.total, r.cpu].map((s) => s.toFixed(2).padStart(9)),
      Math.round(spells / r.total)
        .toLocaleString('en')
        .padStart(12),
      `${Math.round(r.peakMegabytes)} MB`.padStart(9),
      ...[baseline ? r.total / baseline.total : null, baseline ? r.cpu / baseline.cpu : null].map((x) =>
        (x?.toFixed(2) ?? '').padStart(9),
      ),
    ].join(' '),
  );

for (const size of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000_000, 10_000_000]) {
  const file = await spellsOf(size);
  const database = join(folder, `bench-${size}.duckdb`);
  rmSync(database, { force: true });
  const loading = timed(
    [command, 'load', 'parquet', file, '--observed-until', observedUntil, '--db', database],
    false,
  );
  const { spells, people } = timed([command, 'status', '--json', '--db', database]).result;
  console.log(`\n${spells.toLocaleString('en')} spells of ${people.toLocaleString('en')} people`);
  console.log(
    `load, with hashing and a first build: ${loading.seconds.toFixed(1)} s, database ${Math.round(statSync(database).size / 2 ** 20)} MB`,
  );
  console.log(
    '             build s   flows s  curves s   total s     cpu s     spells/s      peak     ratio    of cpu',
  );
  const plain = timed([join(root, 'bench', 'baseline.js'), database, join(folder, 'baseline.duckdb')]).result;
  const mercato = timed([join(root, 'bench', 'mercato.js'), database]).result;
  row('baseline', spells, plain);
  row('mercato', spells, mercato, plain);
  for (const table of ['episodes', 'moves', 'pairs', 'steps']) {
    const same = plain[table] === mercato[table] ? 'the same' : `NOT the same: ${plain[table]}`;
    console.log(`${table}: ${mercato[table].toLocaleString('en')} (${same})`);
  }
  for (const question of [
    ['ratio', 'firm 1', 'firm 2'],
    ['retention', 'firm 1'],
  ]) {
    const times = [1, 2, 3].map(() => timed([command, ...question, '--json', '--db', database]).seconds);
    console.log(
      `mercato ${question.join(' ')}: ${Math.round(1000 * times.sort((a, b) => a - b)[1])} ms, whole process`,
    );
  }
}
const version = [1, 2, 3].map(() => timed([command, '--version'], false).seconds).sort((a, b) => a - b)[1];
console.log(`\nmercato --version: ${Math.round(1000 * version)} ms`);
