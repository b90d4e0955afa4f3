import { checkCount } from './_check.js';

/**
 * Counted moves between places, numbered from 0: those out of place k are `to[e]`, `moves[e]` times, for e from `first[k]` up to,
 * but not including, `first[k + 1]`; each pair once, in the order of `to`.
 */
export interface Network {
  readonly size: number;
  readonly first: Int32Array;
  readonly to: Int32Array;
  readonly moves: Float64Array;
}

/**
 * Which network do single moves make?
 *
 * A move that stays where it is counts for nothing: its edge is -1.
 * @param size how many places there are
 * @param from where each move leaves
 * @param to where each arrives
 * @param times how often each counts, once unless told
 * @throws RangeError where a place is none of those
 */
export function networkOf(
  size: number,
  from: Int32Array,
  to: Int32Array,
  times?: Float64Array,
): { readonly network: Network; readonly edges: Int32Array } {
  checkCount('size', size);
  for (const ends of [from, to]) {
    for (const place of ends)
      if (!(place >= 0 && place < size)) throw new RangeError(`no such place: ${place}; of ${size}`);
  }
  const given = new Int32Array(from.length).map((_, move) => move);
  const order = isInOrder(from, to) ? given : sortedBy(from, size, sortedBy(to, size, given));
  const edges = new Int32Array(from.length).fill(-1);
  const first = new Int32Array(size + 1);
  const arrives = new Int32Array(from.length);
  const moves = new Float64Array(from.length);
  let count = 0;
  let [lastFrom, lastTo] = [-1, -1];
  for (const move of order) {
    const [a, b] = [from[move]!, to[move]!];
    if (a === b) continue;
    if (a !== lastFrom || b !== lastTo) {
      arrives[count++] = b;
      first[a + 1] = first[a + 1]! + 1;
      [lastFrom, lastTo] = [a, b];
    }
    edges[move] = count - 1;
    moves[count - 1] = moves[count - 1]! + (times?.[move] ?? 1);
  }
  for (let k = 0; k < size; k++) first[k + 1] = first[k + 1]! + first[k]!;
  return { network: { size, first, to: arrives.slice(0, count), moves: moves.slice(0, count) }, edges };
}

/** The same moves by where they arrive: those into place k come `from[a]`, `moves[a]` times, for a from `first[k]` up to `first[k + 1]`. */
export interface Arrivals {
  readonly first: Int32Array;
  readonly from: Int32Array;
  readonly moves: Float64Array;
}

/** Turns a network round. */
export function arrivalsOf({ size, first, to, moves: own }: Network): Arrivals {
  const begins = new Int32Array(size + 1);
  for (const place of to) begins[place + 1] = begins[place + 1]! + 1;
  for (let k = 0; k < size; k++) begins[k + 1] = begins[k + 1]! + begins[k]!;
  const next = begins.slice();
  const from = new Int32Array(to.length);
  const moves = new Float64Array(to.length);
  for (let k = 0; k < size; k++) {
    for (let e = first[k]!; e < first[k + 1]!; e++) {
      const at = next[to[e]!]!++;
      from[at] = k;
      moves[at] = own[e]!;
    }
  }
  return { first: begins, from, moves };
}

/** Part of a network: its places, by their numbers in the whole, and its edges, by theirs. */
export interface Part {
  readonly network: Network;
  readonly places: Int32Array;
  readonly edges: Int32Array;
}

/** The moves among some places. */
export function partOf({ size, first, to, moves }: Network, isIn: Uint8Array): Part {
  const places = new Int32Array(size);
  const number = new Int32Array(size).fill(-1);
  let count = 0;
  for (let k = 0; k < size; k++) {
    if (!isIn[k]) continue;
    places[count] = k;
    number[k] = count++;
  }
  const begins = new Int32Array(count + 1);
  const edges = new Int32Array(to.length);
  let inside = 0;
  for (let i = 0; i < count; i++) {
    const k = places[i]!;
    for (let e = first[k]!; e < first[k + 1]!; e++) if (number[to[e]!]! >= 0) edges[inside++] = e;
    begins[i + 1] = inside;
  }
  const kept = edges.slice(0, inside);
  const network = {
    size: count,
    first: begins,
    to: kept.map((e) => number[to[e]!]!),
    moves: new Float64Array(inside).map((_, e) => moves[kept[e]!]!),
  };
  return { network, places: places.slice(0, count), edges: kept };
}

/** The edge from a place to another; -1 where nobody moved so. */
export function edgeBetween({ first, to }: Network, from: number, place: number): number {
  let [low, high] = [first[from]!, first[from + 1]! - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = to[middle]!;
    if (found === place) return middle;
    if (found < place) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function isInOrder(from: Int32Array, to: Int32Array): boolean {
  return from.every((a, i) => i === 0 || from[i - 1]! < a || (from[i - 1] === a && to[i - 1]! <= to[i]!));
}

/** Places of a list in the order of a key from 0 to below `size`, those alike as they stood. */
function sortedBy(key: Int32Array, size: number, list: Int32Array): Int32Array {
  const next = new Int32Array(size + 1);
  for (const k of key) next[k + 1] = next[k + 1]! + 1;
  for (let k = 0; k < size; k++) next[k + 1] = next[k + 1]! + next[k]!;
  const sorted = new Int32Array(list.length);
  for (const move of list) sorted[next[key[move]!]!++] = move;
  return sorted;
}
