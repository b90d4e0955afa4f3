import { streams } from './_random.js';
import { careersOf } from './careers.js';
import { type SimulatedSpell, writeCv } from './cv.js';
import { planOf } from './plan.js';
import { talentWar, type World } from './world.js';

/** Seed of the demo unless asked otherwise. */
export const demoSeed = 2025;
/** People of the demo unless asked otherwise. */
export const demoPeople = 60_000;

/** What decides a simulation; nothing else does. */
export interface Simulation {
  /** A whole number from 0 to 4294967295. */
  readonly seed?: number;
  readonly people?: number;
  readonly world?: World;
  /** Last day observed, `YYYY-MM-DD`, the last of its month; the world's own by default. */
  readonly until?: string;
}

/**
 * Which career histories does a world give?
 *
 * Simulated people only, `sim-000001` and so on, each with at least one spell. Careers and the writing of CVs draw from
 * streams of their own, so that changing how a CV is written moves nobody. Each pass over the result is the same.
 * Rows: one per spell, by person, then in order of time.
 * @throws MercatoError `parameter` where the seed or the number of people is impossible
 */
export function simulate(simulation: Simulation = {}): Iterable<SimulatedSpell> {
  const { seed = demoSeed, people = demoPeople, world: given = talentWar, until } = simulation;
  const world = until === undefined ? given : { ...given, observedUntil: until };
  const plan = planOf(world, people);
  const [moving] = streams(seed, 1);
  const careers = careersOf(world, plan, moving!);
  return {
    *[Symbol.iterator]() {
      const [, writing] = streams(seed, 2);
      for (const [person, stays] of careers.entries()) yield* writeCv(world, plan, person, stays, writing!);
    },
  };
}
