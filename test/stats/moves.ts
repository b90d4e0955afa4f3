import { type Network, networkOf } from '../../src/stats/index.js';

/** A network of moves written `0>1`. */
export function movesFrom(size: number, moves: readonly string[]) {
  const ends = moves.map((move) => move.split('>').map(Number));
  const side = (nth: number): Int32Array => Int32Array.from(ends, (end) => end[nth] ?? -1);
  return networkOf(size, side(0), side(1));
}

/** A network from a table of counts, rows leave, columns arrive. */
export function networkFrom(table: readonly (readonly number[])[]): Network {
  const cells = table.flatMap((row, from) => row.map((count, to) => ({ from, to, count })));
  const counted = cells.filter(({ count }) => count > 0);
  return networkOf(
    table.length,
    Int32Array.from(counted, ({ from }) => from),
    Int32Array.from(counted, ({ to }) => to),
    Float64Array.from(counted, ({ count }) => count),
  ).network;
}

/** The most by which two lists of weights differ, as logarithms, when one is set to the other. */
export function apart(found: Float64Array, wanted: Float64Array): number {
  const off = found.map((weight, k) => Math.log(weight / wanted[k]!));
  const mean = off.reduce((sum, each) => sum + each, 0) / off.length;
  return Math.max(...off.map((each) => Math.abs(each - mean)));
}
