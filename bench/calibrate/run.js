// npm run calibrate: how many of the 95 % intervals hold what is true, in simulated worlds. `-- --worlds N` simulates fewer
// worlds, `--json` prints rows, `--write` writes docs/calibration.md. Progress goes to standard error.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { calibrate } from './calibrate.js';
import { calibrationPage, cellsOf, head } from './page.js';

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '2000' },
    people: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const numbers = [values.worlds, values.people, values.seed];
const wrong = numbers.find((text) => !/^[1-9]\d{0,8}$/.test(text));
if (wrong !== undefined) {
  console.error(`not a whole number from 1: ${wrong}`);
  process.exit(2);
}
const [worlds, people, seed] = numbers.map(Number);
const started = performance.now();
const progress = (what, done, of) => {
  const seconds = Math.round((performance.now() - started) / 1000);
  console.error(`${what}: ${done} of ${of} worlds, ${seconds} s`);
};
const rows = await calibrate(await import('../../dist/index.js'), { worlds, people, seed, progress });
if (values.json) console.log(JSON.stringify({ worlds, people, seed, rows }, null, 2));
else {
  const lines = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, i) => Math.max(...lines.map((cells) => cells[i].length)));
  for (const cells of lines)
    console.log(
      cells
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    );
}
if (values.write) {
  const path = join(import.meta.dirname, '..', '..', 'docs', 'calibration.md');
  writeFileSync(path, calibrationPage('npm run calibrate', rows, { worlds, people, seed }));
}
