// Intervals of ratio, retention and exits, over many worlds: a hundred worlds, each with firms of its own, share a database;
// the measures are asked as `mercato ratio` asks them.
import { inDatabase } from './database.js';
import { randomOf } from './random.js';
import { tally } from './tally.js';
import { truthOf } from './truth.js';
import { linesOf, months, worldOf } from './world.js';

const worldsAtOnce = 100;

/** Tallies by interval, over `worlds` worlds of `people` people each. */
export async function careerTallies(mercato, { worlds, people, seed, progress }) {
  const tallies = Object.fromEntries(
    ['ratio', 'rate_ratio', 'D1', 'D2', 'D3', 'incidence'].map((name) => [name, tally()]),
  );
  for (let first = 0; first < worlds; first += worldsAtOnce) {
    const count = Math.min(worldsAtOnce, worlds - first);
    const some = Array.from({ length: count }, (_, i) => {
      const random = randomOf(seed, first + i);
      const world = worldOf(random, first + i);
      return { world, lines: linesOf(world, people, random) };
    });
    await inDatabase(
      mercato,
      some.flatMap(({ lines }) => lines),
      async (desk) => {
        for (const [interval, of] of await intervalsOf(mercato, desk, some)) {
          for (const { world } of some) tallies[interval].add(of(world), truthOf(world, months)[interval]);
        }
      },
    );
    progress(first + count);
  }
  return Object.fromEntries(Object.entries(tallies).map(([name, { counts }]) => [name, counts]));
}

/** For each kind of interval, the one that is printed for a world. */
async function intervalsOf(mercato, desk, some) {
  const pairs = new Map();
  for (const { world } of some) {
    const { rows } = await mercato.ask(desk, mercato.ratio, { subjects: world.firms.slice(0, 2) });
    pairs.set(world, rows[0]);
  }
  const { rows } = await mercato.ask(desk, mercato.retention, { parameters: { months } });
  const kept = new Map(rows.map((row) => [`${row.definition} ${row.organisation}`, row]));
  const gone = await mercato.ask(desk, mercato.exits, { parameters: { months } });
  const left = new Map(
    gone.rows
      .filter(({ destination }) => destination === 'another company')
      .map((row) => [row.organisation, row]),
  );
  return [
    ['ratio', (world) => pairs.get(world)],
    ['rate_ratio', (world) => ({ low: pairs.get(world).rate_low, high: pairs.get(world).rate_high })],
    ...['D1', 'D2', 'D3'].map((name) => [name, (world) => kept.get(`${name} ${world.firms[0]}`)]),
    ['incidence', (world) => left.get(world.firms[0])],
  ];
}
