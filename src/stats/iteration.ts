import { andersonOf } from './_anderson.js';
import { thinned } from './_thinned.js';
import { eliminationOf, weightsByElimination } from './elimination.js';
import { type Arrivals, arrivalsOf, type Network } from './network.js';

/** Places that are left to elimination. */
const smallest = 256;
const mostRounds = 200;
/** Passes of a round, and rounds that are remembered. */
const passes = 8;
const memory = 20;
/** Rounds after which a search ends that comes no nearer, by a share of what it is off. */
const patience = 8;
const nearly = 0.95;
/** Share of its weight by which no place is out of balance in the end. */
export const mostResidual = 1e-10;
/** What rounds go on for while it is within reach: beyond it they only turn over rounding. */
const wantedResidual = 1e-14;

/** Edges after which others have their turn. */
const atOnce = 500_000;

/** How a search for weights ended. */
export interface Search {
  readonly weights: Float64Array;
  readonly residual: number;
  readonly rounds: number;
}

/**
 * The weights of `weightsByElimination`, of a network of any size, by going nearer round by round.
 *
 * Places with few ties are taken out as elimination does. Of what is left a pass sets each place in turn to what flows into it, and a
 * round is made of eight; the next begins where the rounds before point to, so that parts which are loosely tied find their weights soon. Ends
 * where no place gets more or less than it gives by a share of 1e-10, and goes on to 1e-14 while that is near.
 *
 * Rows: one weight per place, the mean 1.
 * Method: Gauss and Seidel, on logarithms, accelerated by Anderson 1965, doi:10.1145/321296.321305.
 * @param network moves lead from each place to each other
 * @param start weights to begin at, such as those of a network that is nearly the same
 * @throws RangeError where that is not reached in 200 rounds, or weights are further apart than numbers reach
 */
export function weightsByIteration(network: Network, start?: Float64Array): Search {
  const search = searching(network, start);
  for (;;) {
    const round = search.next();
    if (round.done) return round.value;
  }
}

/** The same in steps, so that others have their turn between two of them. */
export function* searching(network: Network, start?: Float64Array): Generator<undefined, Search> {
  const { core, places, complete } = thinned(network);
  yield;
  const weights = new Float64Array(network.size);
  let rounds = 0;
  let found: Float64Array;
  if (core.size <= smallest) {
    found = weightsByElimination(eliminationOf(core), core);
  } else {
    const side = sideOf(core);
    const begin =
      start === undefined
        ? Float64Array.from(side.out, (out) => 1 / out)
        : Float64Array.from(places, (k) => start[k]!);
    [found, rounds] = yield* roundsOf(side, begin);
  }
  for (const [i, k] of places.entries()) weights[k] = found[i]!;
  complete(weights);
  scale(weights);
  yield;
  const residual = residualOf(sideOf(network), weights);
  if (!Number.isFinite(residual)) throw new RangeError('weights are further apart than numbers reach');
  if (residual > mostResidual) throw noBalance(residual, rounds, network);
  return { weights, residual, rounds };
}

function* roundsOf(side: Side, begin: Float64Array): Generator<undefined, [Float64Array, number]> {
  const accelerator = andersonOf(memory);
  let point = logs(begin);
  let best = { residual: Number.POSITIVE_INFINITY, point };
  let still = 0;
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const weights = point.map(Math.exp);
    for (let pass = 0; pass < passes; pass++) yield* sweep(side, weights);
    scale(weights);
    const residual = residualOf(side, weights);
    if (!Number.isFinite(residual)) throw new RangeError('weights are further apart than numbers reach');
    const mapped = logs(weights);
    still = residual < nearly * best.residual ? 0 : still + 1;
    if (residual < best.residual) best = { residual, point: mapped };
    if (best.residual <= wantedResidual || (best.residual <= mostResidual && still >= patience))
      return [best.point.map(Math.exp), rounds];
    yield;
    point = accelerator.next(point, mapped);
    yield;
  }
  throw noBalance(best.residual, mostRounds, side.network);
}

function noBalance(residual: number, rounds: number, { size }: Network): RangeError {
  return new RangeError(
    `no balance of moves found: off by ${residual.toExponential(1)} after ${rounds} rounds (${size} places)`,
  );
}

function logs(weights: Float64Array): Float64Array {
  return weights.map(Math.log);
}

/** A network by where moves arrive, and the moves out of each place. */
interface Side {
  readonly network: Network;
  readonly arrivals: Arrivals;
  readonly out: Float64Array;
}

function sideOf(network: Network): Side {
  const { size, first, moves } = network;
  const out = new Float64Array(size);
  for (let k = 0; k < size; k++) for (let e = first[k]!; e < first[k + 1]!; e++) out[k] = out[k]! + moves[e]!;
  return { network, arrivals: arrivalsOf(network), out };
}

function* sweep(side: Side, weights: Float64Array): Generator<undefined, void> {
  const { first } = side.arrivals;
  let begins = 0;
  for (let k = 0; k < side.network.size; k++) {
    balance(side, weights, k);
    if (first[k + 1]! - begins < atOnce) continue;
    begins = first[k + 1]!;
    yield;
  }
}

/** Sets a place to what flows into it. */
function balance(side: Side, weights: Float64Array, k: number): void {
  weights[k] = inflow(side, weights, k) / side.out[k]!;
}

function inflow({ arrivals: { first, from, moves } }: Side, weights: Float64Array, k: number): number {
  let sum = 0;
  for (let a = first[k]!; a < first[k + 1]!; a++) sum += weights[from[a]!]! * moves[a]!;
  return sum;
}

function residualOf(side: Side, weights: Float64Array): number {
  let most = 0;
  for (const [k, weight] of weights.entries()) {
    const given = weight * side.out[k]!;
    const off = Math.abs(inflow(side, weights, k) - given) / given;
    if (!(off <= most)) most = off;
  }
  return most;
}

function scale(weights: Float64Array): void {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  for (const k of weights.keys()) weights[k] = weights[k]! / mean;
}
