import { arrivalsOf, type Network } from './network.js';

/**
 * Which places can be reached from one another?
 *
 * Two places have one number where moves lead from each to the other, by way of others or not.
 * Rows: one number per place; -1 for those that are left out.
 * Method: Tarjan 1972, doi:10.1137/0201010, with a stack of its own, so that depth has no limit.
 * @param moves counts by edge in place of the network's own; an edge of 0 is none
 * @param isIn places that count, all unless told
 */
export function componentsOf(
  { size, first, to, moves: own }: Network,
  moves: ArrayLike<number> = own,
  isIn?: Uint8Array,
): Int32Array {
  const found = new Int32Array(size).fill(-1);
  const seen = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = first.slice(0, size);
  const open = new Int32Array(size);
  const path = new Int32Array(size);
  let [count, components, opened] = [0, 0, 0];
  for (let root = 0; root < size; root++) {
    if (seen[root]! >= 0 || isIn?.[root] === 0) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const k = path[depth]!;
      if (seen[k]! < 0) {
        seen[k] = low[k] = count++;
        open[opened++] = k;
      }
      let deeper = false;
      while (next[k]! < first[k + 1]!) {
        const e = next[k]!++;
        const place = to[e]!;
        if (moves[e] === 0 || isIn?.[place] === 0) continue;
        if (seen[place]! < 0) {
          path[++depth] = place;
          deeper = true;
          break;
        }
        if (found[place]! < 0) low[k] = Math.min(low[k]!, seen[place]!);
      }
      if (deeper) continue;
      if (low[k] === seen[k]) {
        let last: number;
        do {
          last = open[--opened]!;
          found[last] = components;
        } while (last !== k);
        components++;
      }
      depth--;
      if (depth >= 0) low[path[depth]!] = Math.min(low[path[depth]!]!, low[k]!);
    }
  }
  return found;
}

/**
 * Which is the largest set of places in which moves lead from each to each?
 *
 * Rows: 1 for a place of the set, 0 for another. The set has two places at least; where no two are so tied, it is empty. Of sets
 * alike in size it is the one with more moves inside, then the one with the place of the lowest number.
 */
export function largestSet(network: Network, moves?: ArrayLike<number>, isIn?: Uint8Array): Uint8Array {
  const { size, first, to } = network;
  const counts = moves ?? network.moves;
  const component = componentsOf(network, counts, isIn);
  const [sizes, inside] = [new Float64Array(size), new Float64Array(size)];
  for (let k = 0; k < size; k++) {
    const own = component[k]!;
    if (own < 0) continue;
    sizes[own] = sizes[own]! + 1;
    for (let e = first[k]!; e < first[k + 1]!; e++)
      if (component[to[e]!] === own) inside[own] = inside[own]! + counts[e]!;
  }
  let best = -1;
  for (const own of component) {
    if (own < 0 || sizes[own]! < 2) continue;
    const more = best < 0 ? 1 : sizes[own]! - sizes[best]! || inside[own]! - inside[best]!;
    if (more > 0) best = own;
  }
  return Uint8Array.from(component, (own) => (best >= 0 && own === best ? 1 : 0));
}

/**
 * Which is the largest set in which moves lead from each to each, and into and out of each there are so many?
 *
 * Places with fewer moves into or out of the set are taken out and what is left is looked at again, until nothing changes.
 * Rows: 1 for a place of the set, 0 for another; empty where there is none.
 * @param least the fewest moves into and out of a place inside the set, 1 or more
 */
export function connectedSet(network: Network, least: number): Uint8Array {
  const { size, first, to, moves } = network;
  const back = arrivalsOf(network);
  let isIn = largestSet(network);
  for (;;) {
    const [into, out] = [new Float64Array(size), new Float64Array(size)];
    for (let k = 0; k < size; k++) {
      for (let e = first[k]!; e < first[k + 1]!; e++) {
        if (!isIn[k] || !isIn[to[e]!]) continue;
        out[k] = out[k]! + moves[e]!;
        into[to[e]!] = into[to[e]!]! + moves[e]!;
      }
    }
    const few = (k: number): boolean => isIn[k] === 1 && (into[k]! < least || out[k]! < least);
    const gone: number[] = [];
    const drop = (k: number): void => {
      if (!few(k)) return;
      isIn[k] = 0;
      gone.push(k);
    };
    for (let k = 0; k < size; k++) drop(k);
    if (gone.length === 0) return isIn;
    for (let k = gone.pop(); k !== undefined; k = gone.pop()) {
      for (let e = first[k]!; e < first[k + 1]!; e++) {
        into[to[e]!] = into[to[e]!]! - moves[e]!;
        drop(to[e]!);
      }
      for (let a = back.first[k]!; a < back.first[k + 1]!; a++) {
        const from = back.from[a]!;
        out[from] = out[from]! - back.moves[a]!;
        drop(from);
      }
    }
    isIn = largestSet(network, moves, isIn);
  }
}
