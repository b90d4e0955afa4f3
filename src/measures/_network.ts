import { connectedSet, edgeBetween, type Movers, type Network, networkOf, partOf } from '../stats/index.js';
import type { Columns } from './measure.js';

/** Why an organisation is not ranked. */
export const droppings = ['never_left', 'never_joined', 'apart', 'few_moves'] as const;
export type Dropping = (typeof droppings)[number];

/** An organisation in a network of moves: its counts are of moves from and to the organisations that are ranked. */
export interface Place {
  readonly organisation: number;
  readonly movesIn: number;
  readonly movesOut: number;
  readonly peopleIn: number;
  readonly peopleOut: number;
  /** Its number among those that are ranked; null where it is dropped. */
  readonly ranked: number | null;
  readonly dropped: Dropping | null;
}

/** Who moved between which organisations, and which of these hang together. */
export interface MovedNetwork {
  readonly places: readonly Place[];
  /** Moves among those that are ranked. */
  readonly network: Network;
  /** The same by the people who made them; worked out where it is asked for, which draws alone do. */
  movers(): Movers;
}

/**
 * Which organisations hang together by moves, and why are the others dropped?
 *
 * @param moves columns `person`, `from_organisation`, `to_organisation`, one row per move, by person
 * @param pairs columns `from_organisation`, `to_organisation`, `moves`, one row per pair of them
 * @param least the fewest moves into and out of each inside the set
 * @param pause called between its steps
 */
export async function movedNetwork(
  moves: Columns,
  pairs: Columns,
  least: number,
  pause: () => Promise<void>,
): Promise<MovedNetwork> {
  const [left, joined, times] = columnsOf(pairs, ['from_organisation', 'to_organisation', 'moves']);
  const { organisations, number } = numbered([left, joined]);
  await pause();
  const placed = (ends: Int32Array): Int32Array => ends.map((organisation) => number[organisation] ?? -1);
  const { network: whole } = networkOf(
    organisations.length,
    placed(left),
    placed(joined),
    Float64Array.from(times),
  );
  await pause();
  const isIn = connectedSet(whole, least);
  await pause();
  const part = partOf(whole, isIn);
  await pause();
  const [person, ...ends] = columnsOf(moves, ['person', 'from_organisation', 'to_organisation']);
  const [from, to] = [placed(ends[0]), placed(ends[1])];
  const counts = countsOf(organisations.length, person, from, to, isIn);
  const ranked = new Int32Array(organisations.length).fill(-1);
  for (const [i, k] of part.places.entries()) ranked[k] = i;
  return {
    places: Array.from(organisations, (organisation, k) => {
      const own = ranked[k] ?? -1;
      const [movesIn, movesOut] = [counts.movesIn[k] ?? 0, counts.movesOut[k] ?? 0];
      return {
        organisation,
        movesIn,
        movesOut,
        peopleIn: counts.peopleIn[k] ?? 0,
        peopleOut: counts.peopleOut[k] ?? 0,
        ranked: own < 0 ? null : own,
        dropped: own < 0 ? droppingOf(movesIn, movesOut) : null,
      };
    }),
    network: part.network,
    movers: () => moversOf(person, from, to, ranked, part.network),
  };
}

/** Columns of whole numbers by name. */
function columnsOf<const Names extends readonly string[]>(
  columns: Columns,
  names: Names,
): { readonly [name in keyof Names]: Int32Array } {
  return names.map((name) => {
    const column = columns[name];
    if (column === undefined) throw new RangeError(`no column ${name}`);
    return column;
  }) as { readonly [name in keyof Names]: Int32Array };
}

/** Organisations met, by number, and the number of each. */
function numbered(columns: readonly Int32Array[]) {
  let most = -1;
  for (const column of columns) for (const organisation of column) most = Math.max(most, organisation);
  const number = new Int32Array(most + 1).fill(-1);
  for (const column of columns) for (const organisation of column) number[organisation] = 0;
  const organisations = new Int32Array(most + 1).map((_, k) => k).filter((k) => number[k] === 0);
  for (const [i, organisation] of organisations.entries()) number[organisation] = i;
  return { organisations, number };
}

function droppingOf(movesIn: number, movesOut: number): Dropping {
  if (movesIn === 0) return movesOut === 0 ? 'apart' : 'never_joined';
  return movesOut === 0 ? 'never_left' : 'few_moves';
}

/** Moves and people from and to the organisations that are ranked. */
function countsOf(size: number, person: Int32Array, from: Int32Array, to: Int32Array, isIn: Uint8Array) {
  const zeros = () => new Int32Array(size);
  const [movesIn, movesOut, peopleIn, peopleOut] = [zeros(), zeros(), zeros(), zeros()];
  const [lastIn, lastOut] = [zeros().fill(-1), zeros().fill(-1)];
  const count = (moves: Int32Array, people: Int32Array, last: Int32Array, k: number, who: number): void => {
    moves[k] = (moves[k] ?? 0) + 1;
    if (last[k] === who) return;
    last[k] = who;
    people[k] = (people[k] ?? 0) + 1;
  };
  for (let move = 0; move < person.length; move++) {
    const [who, a, b] = [person[move] ?? 0, from[move] ?? 0, to[move] ?? 0];
    if (isIn[b]) count(movesOut, peopleOut, lastOut, a, who);
    if (isIn[a]) count(movesIn, peopleIn, lastIn, b, who);
  }
  return { movesIn, movesOut, peopleIn, peopleOut };
}

/** Moves inside the set by the people who made them. */
function moversOf(
  person: Int32Array,
  from: Int32Array,
  to: Int32Array,
  ranked: Int32Array,
  network: Network,
): Movers {
  const people: number[][] = [];
  let last = -1;
  for (const [move, who] of person.entries()) {
    const [a, b] = [ranked[from[move] ?? -1] ?? -1, ranked[to[move] ?? -1] ?? -1];
    const edge = a < 0 || b < 0 ? -1 : edgeBetween(network, a, b);
    if (edge < 0) continue;
    if (who !== last) people.push([]);
    last = who;
    people.at(-1)?.push(edge);
  }
  people.sort(byMoves);
  const first = new Int32Array(people.length + 1);
  for (const [i, own] of people.entries()) first[i + 1] = (first[i] ?? 0) + own.length;
  return { first, edges: Int32Array.from(people.flat()) };
}

/** People by what they did and not by who they are: draws are then the same whatever the key of their pseudonyms. */
function byMoves(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return one.length - other.length;
  const at = one.findIndex((edge, i) => edge !== other[i]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
