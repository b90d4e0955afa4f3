import { flowValues, networkOf } from '../stats/index.js';
import { arriving, monthOf, placeOf, planOf } from './plan.js';
import type { World } from './world.js';

/** The truth of a simulated world: what measures of it come to, but for chance. */
export interface Expected {
  /** Published two-year retention of a hire: the chance to be there 24 months on. */
  readonly retention: readonly {
    readonly organisation: string;
    readonly months: number;
    readonly share: number;
  }[];
  /** Declared pairs: expected moves that are seen to arrive, campaigns apart, both ways. */
  readonly ratios: readonly {
    readonly from: string;
    readonly to: string;
    readonly forward: number;
    readonly backward: number;
    readonly ratio: number;
    readonly published: boolean;
  }[];
  /** Expected moves from one organisation to another until the end, all causes and campaigns included. */
  readonly moves: (from: string, to: string) => number;
  /** Expected months that people spend at an organisation until the end. */
  readonly personMonths: ReadonlyMap<string, number>;
  /** Expected moves in the months of each campaign by month of leaving, with it and without. */
  readonly campaigns: readonly {
    readonly from: string;
    readonly to: string;
    readonly factor: number;
    readonly moves: number;
    readonly without: number;
  }[];
}

/**
 * What is true in a simulated world, so that a measure of it can be held against it?
 *
 * Moves are those of the main path with a gap of at most 3 months that arrive by the last month. Sizes are a mean
 * field: in a simulation they stay within a few people of the plan.
 * Units: people, moves, months; shares from 0 to 1.
 * @param people the population simulated
 * @throws MercatoError `parameter` where `moves` is asked about an organisation that the world does not have
 */
export function expected(world: World, people: number): Expected {
  const plan = planOf(world, people);
  const n = world.organisations.length;
  const place = placeOf(world);
  const cellOf = (from: string, to: string): number => place(from) * n + place(to);
  const seen = (cell: number, months: readonly Float64Array[], since = 0): number =>
    months.reduce(
      (sum, at, i) => sum + at[cell]! * arriving(world.gaps, plan.last - plan.first - since - i),
      0,
    );
  const campaigns = world.campaigns.map(({ from, to, since, months, factor }) => {
    const start = monthOf(since) - plan.first;
    const moves = seen(cellOf(from, to), plan.leavers.slice(start, start + months), start);
    return { from, to, factor, moves, without: moves / factor };
  });
  const extra = (from: string, to: string): number =>
    campaigns
      .filter((one) => one.from === from && one.to === to)
      .reduce((sum, { moves, without }) => sum + moves - without, 0);
  const moves = (from: string, to: string): number => seen(cellOf(from, to), plan.leavers);
  return {
    retention: world.publishedRetention.map((organisation) => ({
      organisation,
      months: 24,
      share: (1 - plan.hazard[place(organisation)]!) ** 24,
    })),
    ratios: world.pairs.map(({ from, to, published }) => {
      const forward = moves(from, to) - extra(from, to);
      const backward = moves(to, from) - extra(to, from);
      return { from, to, forward, backward, ratio: forward / backward, published };
    }),
    moves,
    personMonths: new Map(
      world.organisations.map(({ name }, o) => [
        name,
        plan.staff[o]!.slice(0, -1).reduce((sum, count) => sum + count, 0),
      ]),
    ),
    campaigns,
  };
}

/**
 * What is each of some organisations worth by its moves in a simulated world, but for chance?
 *
 * The values of `flowValues` of the hires that are expected among them, deals apart and campaigns included.
 * Rows: one per organisation, by its name in the world.
 * @param organisations names in the world, between which people are expected to move
 */
export function expectedValues(
  world: World,
  people: number,
  organisations: readonly string[],
): ReadonlyMap<string, number> {
  const plan = planOf(world, people);
  const n = world.organisations.length;
  const places = organisations.map(placeOf(world));
  const hires = (from: number, to: number): number =>
    plan.leavers.reduce((sum, at, i) => {
      const deal = plan.deals[i]!.get(from);
      const dealt = deal?.to === to ? deal.share * (plan.staff[from]![i - 1] ?? 0) : 0;
      return sum + (at[from * n + to]! - dealt) * arriving(world.gaps, plan.last - plan.first - i);
    }, 0);
  const pairs = places.flatMap((from, a) => places.map((to, b) => ({ a, b, moves: hires(from, to) })));
  const moved = pairs.filter(({ a, b, moves }) => a !== b && moves > 0);
  const { network } = networkOf(
    places.length,
    Int32Array.from(moved, ({ a }) => a),
    Int32Array.from(moved, ({ b }) => b),
    Float64Array.from(moved, ({ moves }) => moves),
  );
  return new Map([...flowValues(network)].map((value, k) => [organisations[k] ?? '', value]));
}
