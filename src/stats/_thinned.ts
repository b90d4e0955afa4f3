import { type Network, networkOf } from './network.js';

/** A network whose loosely tied places are taken out, and how their weights follow from those of the rest. */
export interface Thinned {
  /** What is left, with moves by way of those taken out. */
  readonly core: Network;
  /** Places of the core, by their numbers in the whole. */
  readonly places: Int32Array;
  /** Sets the weights of places taken out, given those of the core. */
  complete(weights: Float64Array): void;
}

/** Ties into and out of a place up to which it is taken out, one after the other. */
const ties = [1, 2, 3, 4];

/**
 * Takes out places with few ties, one by one, as elimination does: exact, and lines, rings and fringes are gone before a search begins.
 *
 * Method: as `weightsByElimination`, for as long as a place has at most 4 others to come from or to go to; two places stay.
 */
export function thinned(network: Network): Thinned {
  const { size, first, to, moves } = network;
  if (!hasFew(network)) {
    const places = Int32Array.from({ length: size }, (_, k) => k);
    return { core: network, places, complete: () => undefined };
  }
  const out = Array.from({ length: size }, () => new Map<number, number>());
  const back = Array.from({ length: size }, () => new Set<number>());
  for (let k = 0; k < size; k++) {
    for (let e = first[k]!; e < first[k + 1]!; e++) {
      out[k]!.set(to[e]!, moves[e]!);
      back[to[e]!]!.add(k);
    }
  }
  const gone = new Uint8Array(size);
  const taken: { readonly place: number; readonly from: Int32Array; readonly shares: Float64Array }[] = [];
  for (const most of ties) {
    const few = (k: number): boolean => gone[k] === 0 && back[k]!.size <= most && out[k]!.size <= most;
    const waiting = Array.from(first.keys()).slice(0, size).filter(few);
    for (let k = waiting.pop(); k !== undefined && size - taken.length > 2; k = waiting.pop()) {
      if (!few(k)) continue;
      taken.push(takeOut(k, out, back));
      gone[k] = 1;
      for (const other of [...out[k]!.keys(), ...back[k]!]) if (few(other)) waiting.push(other);
    }
  }
  const places = Int32Array.from(first.keys())
    .subarray(0, size)
    .filter((k) => gone[k] === 0);
  return {
    core: coreOf(places, size, out),
    places,
    complete(weights) {
      for (const { place, from, shares } of taken.toReversed()) {
        let sum = 0;
        for (const [i, k] of from.entries()) sum += weights[k]! * shares[i]!;
        weights[place] = sum;
      }
    },
  };
}

function hasFew({ size, first, to }: Network): boolean {
  const most = ties.at(-1) ?? 0;
  const back = new Int32Array(size);
  for (const place of to) back[place] = back[place]! + 1;
  return back.some((count, k) => count <= most && first[k + 1]! - first[k]! <= most);
}

/** Takes a place out: who came to it now goes where it led, in the same shares. */
function takeOut(place: number, out: Map<number, number>[], back: Set<number>[]) {
  const leads = [...out[place]!];
  const all = leads.reduce((sum, [, moves]) => sum + moves, 0);
  const from = Int32Array.from(back[place]!);
  const shares = Float64Array.from(from, (k) => out[k]!.get(place)! / all);
  for (const [next] of leads) back[next]!.delete(place);
  for (const [i, k] of from.entries()) {
    const own = out[k]!;
    own.delete(place);
    for (const [next, moves] of leads) {
      if (next === k) continue;
      own.set(next, (own.get(next) ?? 0) + shares[i]! * moves);
      back[next]!.add(k);
    }
  }
  return { place, from, shares };
}

function coreOf(places: Int32Array, size: number, out: readonly Map<number, number>[]): Network {
  const number = new Int32Array(size);
  for (const [i, k] of places.entries()) number[k] = i;
  const [from, to, moves]: [number[], number[], number[]] = [[], [], []];
  for (const [i, k] of places.entries()) {
    for (const [next, count] of out[k]!) {
      from.push(i);
      to.push(number[next]!);
      moves.push(count);
    }
  }
  return networkOf(places.length, Int32Array.from(from), Int32Array.from(to), Float64Array.from(moves))
    .network;
}
