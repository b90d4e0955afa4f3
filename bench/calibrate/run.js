// npm run calibrate: how many of the 95 % intervals hold what is true, in simulated worlds. `-- --worlds N` simulates fewer
// worlds, `--part careers` only one part, `--json` prints rows, `--write` writes docs/calibration.md. Parts run beside one
// another, each in a process of its own. Progress goes to standard error.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { calibrate, partNames } from './calibrate.js';
import { calibrationPage, tablesOf } from './page.js';

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '2000' },
    people: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    part: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const numbers = [values.worlds, values.people, values.seed];
const wrong =
  numbers.find((text) => !/^[1-9]\d{0,8}$/.test(text)) ??
  (values.part === undefined || partNames.includes(values.part) ? undefined : values.part);
if (wrong !== undefined) {
  console.error(`neither a whole number from 1 nor one of ${partNames.join(', ')}: ${wrong}`);
  process.exit(2);
}
const [worlds, people, seed] = numbers.map(Number);
const started = performance.now();

function progress(part, done, of) {
  console.error(`${part}: ${done} of ${of} worlds, ${Math.round((performance.now() - started) / 1000)} s`);
}

async function elsewhere(part) {
  const given = ['--worlds', values.worlds, '--people', values.people, '--seed', values.seed];
  const own = [import.meta.filename, ...given, '--part', part, '--json'];
  const child = spawn(process.execPath, own, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const said = await text(child.stdout);
  if ((await ended) !== 0) throw new Error(`${part} failed`);
  return JSON.parse(said).rows;
}

const rows =
  values.part === undefined
    ? (await Promise.all(partNames.map(elsewhere))).flat()
    : await calibrate(await import('../../dist/index.js'), values.part, { worlds, people, seed, progress });
if (values.json) console.log(JSON.stringify({ worlds, people, seed, rows }, null, 2));
else {
  for (const { head, cells } of tablesOf(rows).filter(({ cells }) => cells.length > 0)) {
    const lines = [head, ...cells];
    const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i].length)));
    for (const line of lines)
      console.log(
        line
          .map((cell, i) => cell.padEnd(widths[i]))
          .join('  ')
          .trimEnd(),
      );
    console.log();
  }
}
if (values.write && values.part === undefined) {
  const path = join(import.meta.dirname, '..', '..', 'docs', 'calibration.md');
  writeFileSync(path, calibrationPage(rows, { worlds, people, seed }));
}
