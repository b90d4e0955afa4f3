import * as fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import {
  connectedSet,
  drawnValues,
  eliminationOf,
  flowValues,
  movesAt,
  type Network,
  networkOf,
  partOf,
  weightsByElimination,
  weightsByIteration,
} from '../../src/stats/index.js';
import { apart, networkFrom } from './moves.js';

const eliminated = (network: Network) => weightsByElimination(eliminationOf(network), network);

function randomOf(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => (generator.next() >>> 0) / 2 ** 32;
}

/** The largest connected set of a random network whose moves are drawn one by one. */
function randomNetwork(size: number, moves: number, pick: () => readonly [number, number]): Network {
  const [from, to] = [new Int32Array(moves), new Int32Array(moves)];
  for (let i = 0; i < moves; i++) [from[i], to[i]] = pick();
  const { network } = networkOf(size, from, to);
  return partOf(network, connectedSet(network, 1)).network;
}

describe('flowValues(network)', () => {
  it('of two organisations differ by the logarithm of their flow ratio', () => {
    const [a, b] = flowValues(
      networkFrom([
        [0, 82],
        [10, 0],
      ]),
    );
    expect(b! - a!).toBe(Math.log(8.2));
  });

  it('are those of R, by the linear system and by the eigenvector', () => {
    const values = flowValues(
      networkFrom([
        [0, 12, 3, 0, 1],
        [7, 0, 5, 2, 0],
        [4, 9, 0, 6, 1],
        [0, 3, 8, 0, 2],
        [1, 0, 2, 5, 0],
      ]),
    );
    const r = [
      -0.039960926176199507, 0.47112093127631427, -0.074506112725960527, -0.16593590922094226,
      -0.8031769610196102,
    ];
    for (const [k, wanted] of r.entries()) expect(values[k]).toBeCloseTo(wanted, 13);
  });

  it('have mean 0 over moves, and balance what flows in with what flows out', () => {
    const network = randomNetwork(60, 500, pickOf(60, randomOf(1)));
    const values = flowValues(network);
    const weights = movesAt(network);
    expect(values.reduce((sum, value, k) => sum + value * weights[k]!, 0)).toBeCloseTo(0, 9);
    const [into, out] = [new Float64Array(network.size), new Float64Array(network.size)];
    for (let k = 0; k < network.size; k++) {
      for (let e = network.first[k]!; e < network.first[k + 1]!; e++) {
        const flow = Math.exp(values[k]!) * network.moves[e]!;
        out[k] = out[k]! + flow;
        into[network.to[e]!] = into[network.to[e]!]! + flow;
      }
    }
    for (const [k, given] of out.entries()) expect(into[k]! / given).toBeCloseTo(1, 12);
  });

  it('keep every digit where two parts are barely tied', () => {
    const loose = 1e12;
    const values = flowValues(
      networkFrom([
        [0, loose, 0, 0],
        [loose, 0, 1, 0],
        [0, 3, 0, loose],
        [0, 0, loose, 0],
      ]),
    );
    expect(values[2]! - values[1]!).toBeCloseTo(-Math.log(3), 12);
  });

  it('say so where they are further apart than numbers reach', () => {
    const chain = Array.from({ length: 400 }, (_, k) =>
      Array.from({ length: 400 }, (_, j) => (j === k + 1 ? 1000 : j === k - 1 ? 1 : 0)),
    );
    expect(() => flowValues(networkFrom(chain))).toThrow('further apart than numbers reach');
  });
});

const kinds: readonly (readonly [
  string,
  (size: number, random: () => number) => () => readonly [number, number],
])[] = [
  ['well mixed', pickOf],
  ['with a few large places', (n, r) => () => [Math.floor(n * r() ** 3), Math.floor(n * r() ** 3)]],
  [
    'of two sides that only exchange with each other',
    (n, r) => () => {
      const [a, b] = [Math.floor((r() * n) / 2), Math.floor(((1 + r()) * n) / 2)];
      return r() < 0.5 ? [a, b] : [b, a];
    },
  ],
  [
    'that goes round',
    (n, r) => {
      let k = 0;
      return () => {
        if (r() < 0.02) return [k, Math.floor(r() * n)];
        k = (k + 1) % n;
        return [(k + n - 1) % n, k];
      };
    },
  ],
  [
    'nearly broken into parts',
    (n, r) => () => {
      const part = Math.floor(r() * 8);
      const within = (p: number): number => Math.floor(((p + r()) * n) / 8);
      return r() < 2 / n ? [within(part), within((part + 1) % 8)] : [within(part), within(part)];
    },
  ],
  [
    'along a line',
    (n, r) => () => {
      const k = Math.floor(r() * (n - 1));
      return r() < 0.5 ? [k, k + 1] : [k + 1, k];
    },
  ],
  [
    'of a centre and many around it',
    (n, r) => () => {
      const k = Math.floor(r() * (n - 1)) + 1;
      return r() < 0.1 ? [k, 1 + (k % 20)] : r() < 0.5 ? [0, k] : [k, 0];
    },
  ],
];

describe('weightsByIteration(network)', () => {
  it.each(kinds)('agrees with elimination to 1e-8 on a network %s', (_, kind) => {
    for (const [seed, size, moves] of [
      [1, 40, 400],
      [2, 400, 8_000],
      [3, 900, 18_000],
      [4, 2_000, 12_000],
    ] as const) {
      const network = randomNetwork(size, moves, kind(size, randomOf(seed)));
      const { weights, residual } = weightsByIteration(network);
      expect(network.size).toBeGreaterThan(10);
      expect(residual).toBeLessThanOrEqual(1e-10);
      expect(apart(weights, eliminated(network))).toBeLessThanOrEqual(1e-8);
    }
  });

  it('does not go round for ever with two organisations', () => {
    const { weights } = weightsByIteration(
      networkFrom([
        [0, 82],
        [10, 0],
      ]),
    );
    expect(Math.log(weights[1]! / weights[0]!)).toBeCloseTo(Math.log(8.2), 14);
  });

  it('fails where it finds no balance', () => {
    const size = 4_000;
    const from = new Int32Array(2 * size - 2);
    const to = new Int32Array(2 * size - 2);
    for (let k = 0; k < size - 1; k++) {
      [from[2 * k], to[2 * k], from[2 * k + 1], to[2 * k + 1]] = [k, k + 1, k + 1, k];
    }
    const { network } = networkOf(
      size,
      from,
      to,
      Float64Array.from(from, (k, i) => (to[i]! > k ? 3 : 2)),
    );
    expect(() => weightsByIteration(network)).toThrow(/no balance of moves found|further apart/);
  });
});

describe('drawnValues(network, movers, draws, random)', () => {
  const network = networkFrom([
    [0, 3, 1],
    [2, 0, 1],
    [1, 0, 0],
  ]);
  const people = Array.from(network.moves).flatMap((count, e) => Array<number>(count).fill(e));
  const movers = {
    first: Int32Array.from({ length: people.length + 1 }, (_, i) => i),
    edges: Int32Array.from(people),
  };

  it('gives the same for the same seed, and each draw its own mean of 0', () => {
    const draw = (seed: number) => [...drawnValues(network, movers, 20, randomOf(seed))].map((v) => [...v]);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('leaves out of a draw what no longer hangs together', () => {
    const draws = [...drawnValues(network, movers, 200, randomOf(5))];
    const lost = draws.filter((values) => Number.isNaN(values[2]!)).length / draws.length;
    // The one move out of the third place is one of eight: it is in no draw with probability (7/8)^8 = 0.34.
    expect(lost).toBeGreaterThan(0.34);
    for (const values of draws) {
      const there = [...values].filter((value) => !Number.isNaN(value)).length;
      expect(there).not.toBe(1);
    }
  });

  it('finds the same by elimination and by iteration', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const drawn = randomNetwork(30, 300, pickOf(30, randomOf(seed)));
        const found = weightsByIteration(
          drawn,
          Float64Array.from({ length: drawn.size }, (_, k) => 1 + k),
        ).weights;
        expect(apart(found, eliminated(drawn))).toBeLessThanOrEqual(1e-8);
      }),
      { numRuns: 20 },
    );
  });
});

function pickOf(size: number, random: () => number): () => readonly [number, number] {
  return () => [Math.floor(random() * size), Math.floor(random() * size)];
}
