import type { Hono } from 'hono';
import { LRUCache } from 'lru-cache';
import { dataLine } from '../../src/dataLine.js';
import { organisationsIn, type Serving, type Snapshot, serverOf } from '../../src/server/index.js';
import { house, people } from '../measures/house.js';
import { type CvRow, type World, worldOf } from '../world.js';

/** Everybody of the house six times over, and a firm of one whose name could be a person's. */
const crowd: readonly CvRow[] = [
  ...[1, 2, 3, 4, 5, 6].flatMap((nth) =>
    people.map(([person, ...rest]): CvRow => [`${person}${nth}`, ...rest]),
  ),
  ['zoe', 'Roe & Daughter', '2015-01', '2018-01'],
  ['zoe', 'Ember', '2018-01', '2020-01'],
];

export interface Served {
  readonly app: Hono;
  readonly world: World;
  readonly snapshot: Snapshot;
  readonly faults: readonly unknown[];
}

/** A server over literal people, without a socket; the address of whoever asks is what a header says. */
export async function served(more: Partial<Serving> = {}): Promise<Served> {
  const world = await worldOf(crowd, house);
  const snapshot: Snapshot = {
    desk: world,
    version: (await dataLine(world)).version,
    organisations: await organisationsIn(world.warehouse, more.minCell ?? 5),
    answers: new LRUCache({ max: 500 }),
  };
  const faults: unknown[] = [];
  const serving: Serving = {
    snapshot: () => snapshot,
    claims: [],
    minCell: 5,
    hosts: new Set(['localhost']),
    asset: async () => null,
    patience: 10_000,
    ...more,
  };
  const app = serverOf(serving, {
    version: '0.0.0',
    addressOf: (c) => c.req.header('test-address'),
    fault: (error) => faults.push(error),
  });
  return { app, world, snapshot, faults };
}
