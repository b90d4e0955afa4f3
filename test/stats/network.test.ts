import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrivalsOf,
  componentsOf,
  connectedSet,
  edgeBetween,
  largestSet,
  networkOf,
  partOf,
} from '../../src/stats/index.js';
import { movesFrom } from './moves.js';

describe('networkOf(size, from, to)', () => {
  it('counts each pair once, and a move that stays where it is not at all', () => {
    const { network, edges } = movesFrom(3, ['0>1', '1>0', '0>1', '2>2', '0>2']);
    expect([...network.first]).toEqual([0, 2, 3, 3]);
    expect([...network.to]).toEqual([1, 2, 0]);
    expect([...network.moves]).toEqual([2, 1, 1]);
    expect([...edges]).toEqual([0, 2, 0, -1, 1]);
  });

  it('refuses a place that is not there', () => {
    expect(() => networkOf(2, Int32Array.of(0), Int32Array.of(2))).toThrow('no such place: 2');
  });
});

describe('a network', () => {
  const moves = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 60 });
  const columnsOf = (rows: readonly (readonly number[])[]) =>
    [0, 1].map((side) => Int32Array.from(rows, (row) => row[side]!)) as [Int32Array, Int32Array];

  it('is the same of moves in any order and of pairs in theirs, each so often', () => {
    fc.assert(
      fc.property(moves, (rows) => {
        const counts = new Map<string, number>();
        for (const row of rows) counts.set(row.join(), (counts.get(row.join()) ?? 0) + 1);
        const pairs = [...counts.keys()].sort().map((key) => key.split(',').map(Number));
        const times = Float64Array.from(pairs, (pair) => counts.get(pair.join())!);
        const { network } = networkOf(6, ...columnsOf(rows));
        expect(networkOf(6, ...columnsOf(pairs), times).network).toEqual(network);
      }),
    );
  });

  it('has an edge between two places where there are moves, which arrive so often', () => {
    fc.assert(
      fc.property(moves, (rows) => {
        const { network, edges } = networkOf(6, ...columnsOf(rows));
        for (const [i, [a, b]] of rows.entries()) expect(edgeBetween(network, a, b)).toBe(edges[i]);
        const { first, from, moves: arrived } = arrivalsOf(network);
        for (let a = 0; a < 6; a++) {
          for (let b = 0; b < 6; b++) {
            const edge = edgeBetween(network, a, b);
            expect(edge >= 0).toBe(a !== b && rows.some((row) => row[0] === a && row[1] === b));
            const at = from.subarray(first[b]!, first[b + 1]!).indexOf(a);
            expect(at < 0 ? undefined : arrived[first[b]! + at]).toBe(network.moves[edge]);
          }
        }
      }),
    );
  });
});

describe('componentsOf(network)', () => {
  it('says of any two places whether each leads to the other', () => {
    const edge = fc.tuple(fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 24 }), (edges) => {
        const found = componentsOf(
          movesFrom(
            8,
            edges.map(([a, b]) => `${a}>${b}`),
          ).network,
        );
        const leads = reach(8, edges);
        for (let a = 0; a < 8; a++)
          for (let b = 0; b < 8; b++)
            expect(found[a] === found[b]).toBe(a === b || (leads(a, b) && leads(b, a)));
      }),
    );
  });

  it('goes round 50,000 places and overflows no stack', () => {
    const size = 50_000;
    const from = Int32Array.from({ length: size }, (_, k) => k);
    const { network } = networkOf(
      size,
      from,
      from.map((k) => (k + 1) % size),
    );
    expect(new Set(componentsOf(network)).size).toBe(1);
  });
});

describe('largestSet(network)', () => {
  it('is empty where no two places lead to each other', () => {
    expect([...largestSet(movesFrom(3, ['0>1', '1>2']).network)]).toEqual([0, 0, 0]);
  });

  it('takes of two pairs the one with more moves', () => {
    const { network } = movesFrom(4, ['0>1', '1>0', '2>3', '3>2', '3>2']);
    expect([...largestSet(network)]).toEqual([0, 0, 1, 1]);
  });
});

describe('connectedSet(network, least)', () => {
  const moves = [
    ...Array<string>(3).fill('0>1'),
    ...Array<string>(3).fill('1>0'),
    ...['1>2', '1>2', '1>2', '2>1', '2>3', '3>2', '3>2', '3>2'],
  ];

  it('takes out places with too few moves, and those that have too few without them', () => {
    const set = (least: number) => [...connectedSet(movesFrom(4, moves).network, least)];
    expect(set(1)).toEqual([1, 1, 1, 1]);
    expect(set(2)).toEqual([1, 1, 0, 0]);
    expect(set(4)).toEqual([0, 0, 0, 0]);
  });

  it('leaves so many moves into and out of each place inside', () => {
    const edge = fc.tuple(fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 80 }), fc.integer({ min: 1, max: 4 }), (edges, least) => {
        const { network } = movesFrom(
          10,
          edges.map(([a, b]) => `${a}>${b}`),
        );
        const inside = partOf(network, connectedSet(network, least)).network;
        const into = new Float64Array(inside.size);
        for (let k = 0; k < inside.size; k++) {
          let out = 0;
          for (let e = inside.first[k]!; e < inside.first[k + 1]!; e++) {
            out += inside.moves[e]!;
            into[inside.to[e]!] = into[inside.to[e]!]! + inside.moves[e]!;
          }
          expect(out).toBeGreaterThanOrEqual(least);
        }
        for (const count of into) expect(count).toBeGreaterThanOrEqual(least);
        expect(new Set(componentsOf(inside)).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});

function reach(size: number, edges: readonly (readonly [number, number])[]) {
  const leads = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [a, b] of edges) leads[a]![b] = true;
  for (let via = 0; via < size; via++)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) if (leads[a]![via] && leads[via]![b]) leads[a]![b] = true;
  return (a: number, b: number): boolean => leads[a]![b] === true;
}
