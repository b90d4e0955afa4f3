// Intervals of values and ranks by moves. A world has six firms and is a peer set of its own, so that many share a database.
import { inDatabase } from './database.js';
import { randomOf, shares } from './random.js';
import { tally } from './tally.js';
import { valuesOf } from './truth.js';
import { linesOf, worldOf } from './world.js';

const worldsAtOnce = 25;
const names = ['Alder', 'Birch', 'Cedar', 'Doum', 'Elm', 'Fir'];

/** A world of six firms, of which some are liked better: more go where the liking is high. */
function rankedWorld(random, nth) {
  const firms = names.map((name) => `${name} ${String(nth).padStart(4, '0')}`);
  const liked = firms.map(() => Math.exp(random.within(0, 1.5)));
  return {
    ...worldOf(random, nth),
    firms,
    hazards: firms.map(() => 1 - random.within(0.4, 0.75) ** (1 / 24)),
    destinations: firms.map((_, from) =>
      shares([...firms.map((_, to) => (to === from ? 0 : liked[to] * random.within(0.7, 1.3))), 4]),
    ),
    entries: shares(firms.map(() => random.within(1, 3))),
  };
}

/** How many intervals hold the value of the first firm of a world, and its rank. */
export async function rankingTallies(mercato, { worlds, people, seed, progress }) {
  const [value, rank] = [tally(), tally()];
  for (let first = 0; first < worlds; first += worldsAtOnce) {
    const some = Array.from({ length: Math.min(worldsAtOnce, worlds - first) }, (_, i) => {
      const random = randomOf(seed + 2, first + i);
      const world = rankedWorld(random, first + i);
      return { world, lines: linesOf(world, people, random) };
    });
    const peers = [];
    const lines = some.flatMap(({ lines }) => lines);
    await inDatabase(mercato, lines, (desk) => askAll(mercato, desk, some, peers, { value, rank }), peers);
    progress(first + some.length);
  }
  return { ranking: value.counts, rank: rank.counts };
}

async function askAll(mercato, desk, some, peers, { value, rank }) {
  const organisations = await desk.warehouse.query(mercato.sql`select id, title from organisation`);
  const ids = new Map(organisations.map(({ id, title }) => [title, id]));
  for (const { world } of some) {
    const members = world.firms.map((firm) => ids.get(firm));
    peers.push({ name: `world ${world.nth}`, title: { en: '', fr: '' }, members, where: '' });
    const asked = { parameters: { among: `world ${world.nth}` } };
    const { rows } = await mercato.ask(desk, mercato.ranking, asked);
    const own = rows.find(({ organisation }) => organisation === world.firms[0]);
    const whole = rows.filter((row) => row.rank !== null).length === world.firms.length;
    const nothing = { low: null, high: null };
    const truth = valuesOf(world);
    value.add(whole ? own : nothing, truth[0]);
    rank.add(
      whole ? { low: own.rank_low, high: own.rank_high } : nothing,
      1 + truth.filter((other) => other > truth[0]).length,
    );
  }
}
