import { andersonOf } from './_anderson.js';
import { eliminationOf, weightsByElimination } from './elimination.js';
import { type Arrivals, arrivalsOf, type Network, networkOf } from './network.js';

/** Size at which a network is solved by elimination. */
const smallest = 256;
/** Places that are joined into one on the next level, at most. */
const mostJoined = 8;
const mostRounds = 200;
/** Rounds that are remembered, and those without progress after which the other way is tried. */
const memory = 20;
const patience = 8;
/** Passes of a round, and the share of the imbalance that they must take away to be enough on their own. */
const passes = 8;
const enough = 0.5;
/** The share that is progress at all. */
const nearly = 0.95;
/** Share of its weight by which no place is out of balance in the end. */
export const mostResidual = 1e-10;
/** What rounds go on for while it is within reach: beyond it they only turn over rounding. */
const wantedResidual = 1e-14;

/** How a search for weights ended. */
export interface Search {
  readonly weights: Float64Array;
  readonly residual: number;
  readonly rounds: number;
}

/**
 * The weights of `weightsByElimination`, of a network of any size, by going nearer round by round.
 *
 * A pass sets every place in turn to what flows into it. Where passes grow slow, because parts of the network are loosely tied, places are
 * joined to those they exchange most with, and set against one another as places of their own, and so on down to a network
 * that elimination solves. Ends where no place gets more or less than it gives by a share of 1e-10, and goes on to 1e-14
 * while that is near.
 *
 * Rows: one weight per place, the mean 1.
 * Method: Gauss and Seidel; Horton and Leutenegger 1994, doi:10.1145/183019.183040, with groups of at most eight.
 * @param network moves lead from each place to each other
 * @param start weights to begin at, such as those of a network that is nearly the same
 * @throws RangeError where that is not reached in 400 rounds, or weights are further apart than numbers reach
 */
export function weightsByLevels(network: Network, start?: Float64Array): Search {
  const level = levelOf(network);
  let point = logs(start ?? Float64Array.from(level.out, (out) => 1 / out));
  const accelerator = andersonOf(memory);
  let best = { residual: Number.POSITIVE_INFINITY, point };
  let [idle, still, byLevels] = [0, 0, false];
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const weights = point.map(Math.exp);
    if (byLevels) descend(level, weights);
    for (let pass = 0; pass < passes; pass++) sweep(level, weights);
    scale(weights);
    const residual = residualOf(level, weights);
    if (!Number.isFinite(residual)) throw new RangeError('weights are further apart than numbers reach');
    const found = { residual, point: logs(weights) };
    idle = residual < enough * best.residual ? 0 : idle + 1;
    still = residual < nearly * best.residual ? 0 : still + 1;
    if (residual < best.residual) best = found;
    if (best.residual <= wantedResidual || (best.residual <= mostResidual && still >= patience))
      return { weights: best.point.map(Math.exp), residual: best.residual, rounds };
    if (idle > patience) {
      accelerator.reset();
      byLevels = !byLevels;
      idle = 0;
      point = best.point;
    } else {
      point = byLevels ? found.point : accelerator.next(point, found.point);
    }
  }
  throw new RangeError(
    `no balance of moves found: off by ${best.residual.toExponential(1)} after ${mostRounds} rounds (${network.size} places)`,
  );
}

function logs(weights: Float64Array): Float64Array {
  return weights.map(Math.log);
}

interface Level {
  readonly network: Network;
  readonly arrivals: Arrivals;
  readonly out: Float64Array;
}

function levelOf(network: Network): Level {
  const { size, first, moves } = network;
  const out = new Float64Array(size);
  for (let k = 0; k < size; k++) for (let e = first[k]!; e < first[k + 1]!; e++) out[k] = out[k]! + moves[e]!;
  return { network, arrivals: arrivalsOf(network), out };
}

/** Sets groups of places against one another, and each place with its group. */
function descend({ network, arrivals, out }: Level, weights: Float64Array): void {
  if (network.size <= smallest) {
    weights.set(weightsByElimination(eliminationOf(network), network));
    return;
  }
  const { group, count } = groupsOf({ network, arrivals, out }, weights);
  if (count === network.size) return;
  const joint = levelOf(joined(network, weights, group, count));
  const shares = new Float64Array(count).fill(1);
  sweep(joint, shares);
  descend(joint, shares);
  sweep(joint, shares);
  for (const [k, own] of group.entries()) weights[k] = weights[k]! * shares[own]!;
}

function sweep(level: Level, weights: Float64Array): void {
  for (let k = 0; k < level.network.size; k++) balance(level, weights, k);
}

/** Sets a place to what flows into it. */
function balance({ network: { moves }, arrivals, out }: Level, weights: Float64Array, k: number): void {
  weights[k] = inflow(arrivals, moves, weights, k) / out[k]!;
}

function inflow(
  { first, from, edge }: Arrivals,
  moves: Float64Array,
  weights: Float64Array,
  k: number,
): number {
  let sum = 0;
  for (let a = first[k]!; a < first[k + 1]!; a++) sum += weights[from[a]!]! * moves[edge[a]!]!;
  return sum;
}

function residualOf({ network: { moves }, arrivals, out }: Level, weights: Float64Array): number {
  let most = 0;
  for (const [k, weight] of weights.entries()) {
    const given = weight * out[k]!;
    const off = Math.abs(inflow(arrivals, moves, weights, k) - given) / given;
    if (!(off <= most)) most = off;
  }
  return most;
}

function scale(weights: Float64Array): void {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  for (const k of weights.keys()) weights[k] = weights[k]! / mean;
}

/** Joins each place to those with which it exchanges most, as far as there is room. */
function groupsOf(
  { network: { size, first, to, moves }, arrivals }: Level,
  weights: Float64Array,
): { readonly group: Int32Array; readonly count: number } {
  const group = new Int32Array(size).fill(-1);
  const held: number[] = [];
  const flow = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    if (group[k]! >= 0) continue;
    const met: number[] = [];
    const meet = (other: number, moved: number): void => {
      if (flow[other] === 0) met.push(other);
      flow[other] = flow[other]! + moved;
    };
    for (let e = first[k]!; e < first[k + 1]!; e++) meet(to[e]!, weights[k]! * moves[e]!);
    for (let a = arrivals.first[k]!; a < arrivals.first[k + 1]!; a++)
      meet(arrivals.from[a]!, weights[arrivals.from[a]!]! * moves[arrivals.edge[a]!]!);
    let best = -1;
    for (const other of met) {
      const own = group[other]!;
      if ((own < 0 || held[own]! < mostJoined) && (best < 0 || flow[other]! > flow[best]!)) best = other;
    }
    for (const other of met) flow[other] = 0;
    if (best < 0) {
      group[k] = held.push(1) - 1;
      continue;
    }
    if (group[best]! < 0) group[best] = held.push(1) - 1;
    group[k] = group[best]!;
    held[group[k]!] = held[group[k]!]! + 1;
  }
  return { group, count: held.length };
}

function joined(
  { size, first, to, moves }: Network,
  weights: Float64Array,
  group: Int32Array,
  count: number,
): Network {
  const from = new Int32Array(to.length);
  const flow = new Float64Array(to.length);
  for (let k = 0; k < size; k++) {
    for (let e = first[k]!; e < first[k + 1]!; e++) {
      from[e] = group[k]!;
      flow[e] = weights[k]! * moves[e]!;
    }
  }
  return networkOf(
    count,
    from,
    Int32Array.from(to, (place) => group[place]!),
    flow,
  ).network;
}
