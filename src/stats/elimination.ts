import type { Network } from './network.js';

/** In which order places are taken out of a network, and who is tied to each when its turn comes. */
export interface Elimination {
  readonly size: number;
  /** The turn of each place. */
  readonly turn: Int32Array;
  /** Turns of those tied to the place whose turn it is, from `first[k]` up to `first[k + 1]`; all are later than k. */
  readonly first: Int32Array;
  readonly later: Int32Array;
}

/**
 * In which order are places taken out, so that few new ties arise?
 *
 * Method: minimum degree; Tinney and Walker 1967, doi:10.1109/PROC.1967.6011. Memory grows with the square of the size.
 */
export function eliminationOf({ size, first, to }: Network): Elimination {
  const words = (size + 31) >>> 5;
  const tied = new Int32Array(size * words);
  const tie = (a: number, b: number): void => {
    const at = a * words + (b >>> 5);
    tied[at] = tied[at]! | (1 << (b & 31));
  };
  for (let k = 0; k < size; k++) {
    for (let e = first[k]!; e < first[k + 1]!; e++) {
      tie(k, to[e]!);
      tie(to[e]!, k);
    }
  }
  const degree = Int32Array.from({ length: size }, (_, k) => bits(tied, k * words, words));
  const turn = new Int32Array(size).fill(-1);
  const ends = new Int32Array(size + 1);
  const met: number[] = [];
  for (let nth = 0; nth < size; nth++) {
    let next = -1;
    for (let k = 0; k < size; k++) if (turn[k]! < 0 && (next < 0 || degree[k]! < degree[next]!)) next = k;
    turn[next] = nth;
    const begins = met.length;
    for (let w = 0; w < words; w++) {
      for (let rest = tied[next * words + w]!; rest !== 0; rest &= rest - 1)
        met.push((w << 5) + 31 - Math.clz32(rest & -rest));
    }
    ends[nth + 1] = met.length;
    for (let i = begins; i < met.length; i++) {
      const k = met[i]!;
      for (let w = 0; w < words; w++) tied[k * words + w] = tied[k * words + w]! | tied[next * words + w]!;
      for (const out of [k, next]) {
        const at = k * words + (out >>> 5);
        tied[at] = tied[at]! & ~(1 << (out & 31));
      }
      degree[k] = bits(tied, k * words, words);
    }
  }
  const later = Int32Array.from(met, (k) => turn[k]!);
  for (let k = 0; k < size; k++) later.subarray(ends[k]!, ends[k + 1]!).sort();
  return { size, turn, first: ends, later };
}

/**
 * How likely is each place to be where somebody is who moves on at these rates for ever?
 *
 * Nothing is subtracted, so every digit stands whatever the rates, and it does not matter whether moves go round in turns.
 *
 * Rows: one weight per place, in proportion; 0 for a place without moves.
 * Method: Grassmann, Taksar and Heyman 1985, doi:10.1287/opre.33.5.1107, on counts in place of probabilities: the result is the
 * stationary distribution of the chain of moves, divided by the moves out of each place.
 * @param moves counts by edge in place of the network's own; moves must lead from each place that has any to each other
 * @param room kept from call to call to save its making; of `size * size` zeros, and left so
 * @throws RangeError where weights are further apart than numbers reach
 */
export function weightsByElimination(
  elimination: Elimination,
  { size, first: begins, to, moves: own }: Network,
  moves: ArrayLike<number> = own,
  room = new Float64Array(size * size),
): Float64Array {
  const { turn, first, later } = elimination;
  for (let k = 0; k < size; k++)
    for (let e = begins[k]!; e < begins[k + 1]!; e++) room[turn[k]! * size + turn[to[e]!]!] = moves[e]!;
  const leaving = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const [from, until] = [first[k]!, first[k + 1]!];
    let out = 0;
    for (let j = from; j < until; j++) out += leaving[j - from] = room[k * size + later[j]!]!;
    if (out === 0) continue;
    for (let i = from; i < until; i++) {
      const row = later[i]! * size;
      const share = room[row + k]! / out;
      if (share === 0) continue;
      room[row + k] = share;
      for (let j = from; j < until; j++) {
        const at = row + later[j]!;
        room[at] = room[at]! + share * leaving[j - from]!;
      }
    }
  }
  const weight = new Float64Array(size);
  const last = lastWithMoves(elimination, begins, moves);
  if (last >= 0) weight[last] = 1;
  for (let k = last - 1; k >= 0; k--) {
    let sum = 0;
    for (let i = first[k]!; i < first[k + 1]!; i++) sum += weight[later[i]!]! * room[later[i]! * size + k]!;
    weight[k] = sum;
  }
  clear(elimination, room);
  return checked(
    Float64Array.from(turn, (nth) => weight[nth]!),
    begins,
    moves,
  );
}

/** The last turn of a place that anybody leaves. */
function lastWithMoves({ size, turn }: Elimination, begins: Int32Array, moves: ArrayLike<number>): number {
  let last = -1;
  for (let k = 0; k < size; k++) {
    if (turn[k]! <= last) continue;
    for (let e = begins[k]!; e < begins[k + 1]!; e++) if (moves[e]! > 0) last = turn[k]!;
  }
  return last;
}

function clear({ size, first, later }: Elimination, room: Float64Array): void {
  for (let k = 0; k < size; k++) {
    room[k * size + k] = 0;
    for (let i = first[k]!; i < first[k + 1]!; i++) {
      room[k * size + later[i]!] = 0;
      room[later[i]! * size + k] = 0;
    }
  }
}

/** Weights of places with moves, each a number above 0. */
function checked(weights: Float64Array, begins: Int32Array, moves: ArrayLike<number>): Float64Array {
  for (const [k, weight] of weights.entries()) {
    if (weight > 0 && weight < Number.POSITIVE_INFINITY) continue;
    for (let e = begins[k]!; e < begins[k + 1]!; e++) {
      if (moves[e]! > 0) throw new RangeError('weights are further apart than numbers reach');
    }
  }
  return weights;
}

function bits(words: Int32Array, from: number, count: number): number {
  let sum = 0;
  for (let w = from; w < from + count; w++) {
    let v = words[w]!;
    v -= (v >>> 1) & 0x55555555;
    v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
    sum += Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return sum;
}
