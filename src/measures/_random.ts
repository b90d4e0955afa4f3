import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers from 0 to below 1 that depend on the seed alone. */
export function randomOf(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  for (let i = 0; i < 64; i++) generator.next();
  return () => (generator.next() >>> 0) / 2 ** 32;
}
