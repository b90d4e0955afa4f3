import { largestSet } from './connected.js';
import { type Elimination, eliminationOf, weightsByElimination } from './elimination.js';
import { searching, weightsByIteration } from './iteration.js';
import { type Network, partOf } from './network.js';

/** Places up to which weights are found by elimination. */
export const mostEliminated = 2000;
/** Work of one elimination up to which each draw does it anew. */
const mostWork = 4e6;

/**
 * Where would people be, had they chosen for ever as those who moved?
 *
 * The flow-relevant value: the logarithm of the weight with which moves out of a place and into it balance over the whole network,
 * less its mean over moves, each of which counts where it leaves and where it arrives. Two places with 82 and 10 moves
 * differ by ln 8.2.
 *
 * Rows: one value per place.
 * Method: Sorkin 2018, QJE 133(3), doi:10.1093/qje/qjy001, equation 5: `S^-1 M x = x`; by elimination up to 2,000 places, beyond by
 * levels.
 * @param network moves lead from each place to each other
 * @throws RangeError where the iteration finds no balance, or values are further apart than numbers reach
 */
export function flowValues(network: Network): Float64Array {
  const finding = findingValues(network);
  for (;;) {
    const step = finding.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, so that others have their turn between two of them. */
export function* findingValues(network: Network): Generator<undefined, Float64Array> {
  const weights =
    network.size <= mostEliminated
      ? weightsByElimination(eliminationOf(network), network)
      : (yield* searching(network)).weights;
  return centred(network, network.moves, weights);
}

/** Moves into and out of each place. */
export function movesAt(
  { size, first, to, moves: own }: Network,
  moves: ArrayLike<number> = own,
): Float64Array {
  const at = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    for (let e = first[k]!; e < first[k + 1]!; e++) {
      at[k] = at[k]! + moves[e]!;
      at[to[e]!] = at[to[e]!]! + moves[e]!;
    }
  }
  return at;
}

/** Numbers less their weighted mean; those that are not known stay so. */
export function lessMean(values: Float64Array, weights: ArrayLike<number>): Float64Array {
  let [sum, all] = [0, 0];
  for (const [k, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    sum += value * weights[k]!;
    all += weights[k]!;
  }
  return values.map((value) => value - sum / all);
}

function centred(network: Network, moves: ArrayLike<number>, weights: Float64Array): Float64Array {
  return lessMean(
    weights.map((weight) => (weight > 0 ? Math.log(weight) : Number.NaN)),
    movesAt(network, moves),
  );
}

/** Moves of each person, as edges of a network: those of person i from `first[i]` up to `first[i + 1]`. */
export interface Movers {
  readonly first: Int32Array;
  readonly edges: Int32Array;
}

/**
 * What would places be worth if others of the same kind had been seen?
 *
 * Each draw takes as many people as there are, at random and with repetition, each with all moves; places that no longer hang together
 * with the rest are out of the draw.
 *
 * Rows: one draw after the other, each with a value per place, NaN for one that is out; all NaN where nothing hangs together.
 * Method: Efron 1979, doi:10.1214/aos/1176344552, over people.
 * @param random numbers from 0 to below 1
 * @throws RangeError as `flowValues` does
 */
export function* drawnValues(
  network: Network,
  { first, edges }: Movers,
  draws: number,
  random: () => number,
): Generator<Float64Array> {
  const people = first.length - 1;
  if (draws === 0) return;
  const elimination = eliminationOf(network);
  const eliminates = workOf(elimination) <= mostWork;
  const room = new Float64Array(eliminates ? network.size ** 2 : 0);
  const start = eliminates ? undefined : weightsByIteration(network).weights;
  for (let draw = 0; draw < draws; draw++) {
    const moves = new Float64Array(network.moves.length);
    for (let i = 0; i < people; i++) {
      const person = Math.floor(random() * people);
      for (let m = first[person]!; m < first[person + 1]!; m++) moves[edges[m]!] = moves[edges[m]!]! + 1;
    }
    const isIn = largestSet(network, moves);
    cut(network, moves, isIn);
    const weights =
      start === undefined
        ? weightsByElimination(elimination, network, moves, room)
        : weightsOf({ ...network, moves }, isIn, start);
    yield centred(network, moves, weights);
  }
}

/** Takes out the moves that do not stay in a set. */
function cut({ size, first, to }: Network, moves: Float64Array, isIn: Uint8Array): void {
  for (let k = 0; k < size; k++)
    for (let e = first[k]!; e < first[k + 1]!; e++) if (!isIn[k] || !isIn[to[e]!]) moves[e] = 0;
}

function weightsOf(network: Network, isIn: Uint8Array, start: Float64Array): Float64Array {
  const weights = new Float64Array(network.size);
  const part = partOf(withoutEmpty(network), isIn);
  if (part.places.length === 0) return weights;
  const found = weightsByIteration(
    part.network,
    Float64Array.from(part.places, (k) => start[k]!),
  ).weights;
  for (const [i, k] of part.places.entries()) weights[k] = found[i]!;
  return weights;
}

function withoutEmpty({ size, first, to, moves }: Network): Network {
  const begins = new Int32Array(size + 1);
  const kept: number[] = [];
  for (let k = 0; k < size; k++) {
    for (let e = first[k]!; e < first[k + 1]!; e++) if (moves[e]! > 0) kept.push(e);
    begins[k + 1] = kept.length;
  }
  return {
    size,
    first: begins,
    to: Int32Array.from(kept, (e) => to[e]!),
    moves: Float64Array.from(kept, (e) => moves[e]!),
  };
}

function workOf({ size, first }: Elimination): number {
  let work = 0;
  for (let k = 0; k < size; k++) work += (first[k + 1]! - first[k]!) ** 2;
  return work;
}
