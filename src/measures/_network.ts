import { connectedSet, type Movers, type Network, networkOf, partOf } from '../stats/index.js';
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
 * @param least the fewest moves into and out of each inside the set
 */
export function movedNetwork(moves: Columns, least: number): MovedNetwork {
  const [person, left, joined] = [moves.person, moves.from_organisation, moves.to_organisation];
  if (!person || !left || !joined) throw new RangeError('moves have no people or organisations');
  const met = new Set(left);
  for (const organisation of joined) met.add(organisation);
  const organisations = [...met].sort((a, b) => a - b);
  const number = new Map(organisations.map((organisation, i) => [organisation, i]));
  const [from, to] = [left, joined].map((ends) => ends.map((o) => number.get(o) ?? -1)) as [
    Int32Array,
    Int32Array,
  ];
  const { network: whole, edges } = networkOf(organisations.length, from, to);
  const isIn = connectedSet(whole, least);
  const part = partOf(whole, isIn);
  const counts = countsOf(organisations.length, person, from, to, isIn);
  const ranked = new Map([...part.places].map((k, i) => [k, i]));
  return {
    places: organisations.map((organisation, k) => {
      const own = ranked.get(k) ?? null;
      const [movesIn, movesOut] = [counts.movesIn[k] ?? 0, counts.movesOut[k] ?? 0];
      return {
        organisation,
        movesIn,
        movesOut,
        peopleIn: counts.peopleIn[k] ?? 0,
        peopleOut: counts.peopleOut[k] ?? 0,
        ranked: own,
        dropped: own === null ? droppingOf(movesIn, movesOut) : null,
      };
    }),
    network: part.network,
    movers: () => moversOf(person, edges, part.edges, whole.moves.length),
  };
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
function moversOf(person: Int32Array, edges: Int32Array, inside: Int32Array, all: number): Movers {
  const numbered = new Int32Array(all).fill(-1);
  for (const [i, edge] of inside.entries()) numbered[edge] = i;
  const people: number[][] = [];
  let last = -1;
  for (const [move, who] of person.entries()) {
    const edge = numbered[edges[move] ?? -1] ?? -1;
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
