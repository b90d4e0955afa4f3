import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { MercatoError } from '../errors.js';

/** A stream of chance: every draw depends on the seed and on the draws before it, and on nothing else. */
export interface Random {
  /** A number from 0 up to, but never, 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  /** True with a probability. */
  readonly chance: (probability: number) => boolean;
  /** One of several, all alike. */
  readonly pick: <T>(from: readonly T[]) => T;
}

/**
 * Independent streams from one seed: for each, the same seed gives the same draws.
 *
 * Method: xoroshiro128+, each stream 2^64 draws behind the one before.
 * @throws MercatoError `parameter` where the seed is not a whole number of 32 bits
 */
export function streams(seed: number, count: number): Random[] {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new MercatoError('parameter', `invalid seed: ${seed}; give a whole number from 0 to 4294967295`);
  const generator = xoroshiro128plus(seed);
  for (let i = 0; i < 64; i++) generator.next();
  return Array.from({ length: count }, () => {
    const own = generator.clone();
    generator.jump();
    const next = (): number => (own.next() >>> 0) / 2 ** 32;
    return {
      next,
      between: (low, high) => low + Math.floor(next() * (high - low + 1)),
      chance: (probability) => next() < probability,
      pick: (from) => from[Math.floor(next() * from.length)]!,
    };
  });
}
