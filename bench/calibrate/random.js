import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of chance that follows from a seed and from the number of a world, and from nothing else. */
export function randomOf(seed, world) {
  const generator = xoroshiro128plus((Math.imul(seed, 0x9e3779b1) ^ Math.imul(world + 1, 0x85ebca6b)) >>> 0);
  for (let i = 0; i < 64; i++) generator.next();
  const next = () => (generator.next() >>> 0) / 2 ** 32;
  return {
    next,
    within: (low, high) => low + (high - low) * next(),
    /** Index of one of several weights that add up to 1. */
    pick(weights) {
      let left = next();
      for (let i = 0; i < weights.length - 1; i++) {
        left -= weights[i];
        if (left < 0) return i;
      }
      return weights.length - 1;
    },
    /** Months until something happens that a chance brings about in each, from 1. */
    months: (chance) => 1 + Math.floor(Math.log1p(-next()) / Math.log1p(-chance)),
  };
}

/** Weights that add up to 1. */
export function shares(weights) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
