// Intervals and false alarms of the event study. Worlds have five firms and moves without a gap; in the month of the event the chance
// of going from the first firm to the second is multiplied in every other world, and nothing happens in the others.
import { inDatabase } from './database.js';
import { randomOf, shares } from './random.js';
import { tally } from './tally.js';
import { linesOf, worldOf } from './world.js';

const worldsAtOnce = 25;
const names = ['Alder', 'Birch', 'Cedar', 'Doum', 'Elm'];
/** Months from January 2015 on between which the event lies: 24 before and 12 after it are observed and not withheld. */
const [earliest, latest] = [60, 100];

/** A world of five firms with an event, which changes nothing where `factor` is 1. */
function eventWorld(random, nth) {
  const world = worldOf(random, nth);
  const firms = names.map((name) => `${name} ${String(nth).padStart(4, '0')}`);
  const weight = () => random.within(1, 3);
  return {
    ...world,
    firms,
    hazards: firms.map(() => 1 - random.within(0.5, 0.75) ** (1 / 24)),
    destinations: firms.map((_, from) => shares([...firms.map((_, to) => (to === from ? 0 : weight())), 3])),
    entries: shares(firms.map(weight)),
    gaps: [1],
    campaign: {
      from: 0,
      to: 1,
      since: Math.floor(random.within(earliest, latest)),
      factor: nth % 2 === 0 ? 1 : Math.exp(random.within(Math.log(0.5), Math.log(3))),
    },
  };
}

const monthOf = (month) => `${2015 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`;

/** How many intervals hold the effect, and how often a null event stands out at 5 %. */
export async function studyTallies(mercato, { worlds, people, seed, progress }) {
  const held = tally();
  const alarms = { worlds: 0, printed: 0, alarms: 0 };
  for (let first = 0; first < worlds; first += worldsAtOnce) {
    const count = Math.min(worldsAtOnce, worlds - first);
    const some = Array.from({ length: count }, (_, i) => {
      const random = randomOf(seed + 1, first + i);
      const world = eventWorld(random, first + i);
      return { world, lines: linesOf(world, people, random) };
    });
    await inDatabase(
      mercato,
      some.flatMap(({ lines }) => lines),
      async (desk) => {
        for (const { world } of some) {
          const { low, high, p_value } = await studied(mercato, desk, world);
          const { factor } = world.campaign;
          // A lower limit of 0 is the least that an effect can be, and says nothing.
          held.add({ low: low === 0 && high === null ? null : low, high }, factor);
          if (factor !== 1) continue;
          alarms.worlds++;
          if (p_value !== null) alarms.printed++;
          if (p_value !== null && p_value <= 0.05) alarms.alarms++;
        }
      },
    );
    progress(first + count);
  }
  return { study: held.counts, alarms };
}

async function studied(mercato, desk, { firms, campaign }) {
  const flow = (from, to) => `${firms[from]}>${firms[to]}`;
  const others = firms.map((_, firm) => firm).filter((firm) => firm !== campaign.to);
  const pairs = others.flatMap((from) => others.filter((to) => to !== from).map((to) => flow(from, to)));
  const { rows } = await mercato.ask(desk, mercato.study, {
    subjects: [firms[campaign.from], firms[campaign.to]],
    parameters: { event: monthOf(campaign.since), against: pairs },
  });
  return rows[0];
}
