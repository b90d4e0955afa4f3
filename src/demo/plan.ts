import { MercatoError } from '../errors.js';
import { parseMonth } from '../records/index.js';
import type { World } from './world.js';

/** A world at a number of people, month by month: sizes and chances from which both truth and simulation follow. */
export interface Plan {
  /** First and last month, as `year * 12 + month`; arrays over months begin at the first. */
  readonly first: number;
  readonly last: number;
  readonly people: number;
  /** First month of each organisation. */
  readonly founded: readonly number[];
  /** Chance that somebody leaves an organisation in a month, whatever the month. */
  readonly hazard: readonly number[];
  /** People wanted at the end of a month, `[organisation][month]`. */
  readonly staff: readonly Float64Array[];
  /** Chance in a month to leave one organisation for another, `[month][from * organisations + to]`; the rest of the hazard is a break. */
  readonly chances: readonly Float64Array[];
  /** Share that a deal takes before all else, and where to, `[month]` by organisation. */
  readonly deals: readonly ReadonlyMap<number, { readonly to: number; readonly share: number }>[];
  /** Expected moves by month of leaving, seen to arrive or not, `[month][from * organisations + to]`. */
  readonly leavers: readonly Float64Array[];
  /** Expected hires from outside in a month. */
  readonly entrants: Float64Array;
}

/**
 * Which monthly chances give the figures that a world declares?
 *
 * Head counts are the exposure (a mean field: hiring holds them). A declared pair has one rate while both exist, so that
 * the moves seen to arrive by the last month come to the declared number. Other moves go where people are hired, in
 * proportion, never inside a group. Each organisation's hazard is constant, so a campaign takes from the breaks.
 * @param people the population, at least one per organisation
 * @throws MercatoError `parameter` where the declared pairs and campaigns ask for more than the hazard
 */
export function planOf(world: World, people: number): Plan {
  const n = world.organisations.length;
  if (!Number.isSafeInteger(people) || people < n)
    throw new MercatoError('parameter', `invalid people: ${people}; give a whole number from ${n}`);
  const first = monthOf(world.since);
  const last = monthOf(world.observedUntil.slice(0, 7));
  const months = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const scale = people / world.people;
  const place = placeOf(world);
  const founded = world.organisations.map(({ headcount }) =>
    monthOf(Object.keys(headcount)[0] ?? world.since),
  );
  const hazard = world.organisations.map(({ twoYears }) => 1 - twoYears ** (1 / 24));
  const staff = world.organisations.map(({ headcount }) => {
    const knots = Object.entries(headcount).map(([month, count]) => [monthOf(month), count * scale] as const);
    return Float64Array.from(months, (month) => wanted(knots, month, first));
  });
  const deals = months.map((month) => {
    const signed = world.deals.filter((deal) => monthOf(deal.month) === month);
    return new Map(signed.map(({ from, to, share }) => [place(from), { to: place(to), share }]));
  });
  const atRisk = months.map((_, i) =>
    staff.map((curve, o) => (curve[i - 1] ?? 0) * (1 - (deals[i]!.get(o)?.share ?? 0))),
  );
  const hires = months.map((_, i) =>
    staff.map((curve, o) => Math.max(0, curve[i]! - atRisk[i]![o]! * (1 - hazard[o]!))),
  );

  const chances = months.map(() => new Float64Array(n * n));
  const declared = new Set<number>();
  for (const { from, to, moves } of world.pairs.flatMap(bothWays)) {
    const [a, b] = [place(from), place(to)];
    declared.add(a * n + b);
    const both = months.map((month, i) => (month >= founded[b]! ? atRisk[i]![a]! : 0));
    const seen = both.reduce((sum, held, i) => sum + held * arriving(world.gaps, last - months[i]!), 0);
    for (const [i, at] of chances.entries()) if (both[i]! > 0) at[a * n + b] = (moves * scale) / seen;
  }
  for (const [i, at] of chances.entries()) {
    spread(world, at, hires[i]!, hazard, declared);
    for (const { from, to, since, months: length, factor } of world.campaigns) {
      const run = months[i]! - monthOf(since);
      if (run >= 0 && run < length) at[place(from) * n + place(to)]! *= factor;
    }
    checkHazard(world, at, hazard);
  }

  const leavers = chances.map((at, i) => at.map((rate, cell) => rate * atRisk[i]![Math.floor(cell / n)]!));
  for (const [i, signed] of deals.entries())
    for (const [from, { to, share }] of signed)
      leavers[i]![from * n + to]! += share * (staff[from]![i - 1] ?? 0);
  const arrivals = months.map(() => new Float64Array(n));
  for (const [i, moves] of leavers.entries())
    for (const [gap, share] of world.gaps.entries())
      for (const [cell, count] of moves.entries()) {
        const there = arrivals[i + gap];
        if (there) there[cell % n]! += share * count;
      }
  const entrants = Float64Array.from(months, (_, i) =>
    hires[i]!.reduce((sum, count, o) => sum + Math.max(0, count - arrivals[i]![o]!), 0),
  );
  return { first, last, people, founded, hazard, staff, chances, deals, leavers, entrants };
}

/** Chance that somebody who leaves for another organisation arrives within so many months. */
export function arriving(gaps: readonly number[], within: number): number {
  return gaps.slice(0, within + 1).reduce((sum, share) => sum + share, 0);
}

/** The month count of `YYYY-MM`. */
export function monthOf(text: string): number {
  const month = parseMonth(text, 'first');
  if (month === null)
    throw new MercatoError('parameter', `invalid month of the world: "${text}"; give YYYY-MM`);
  return month;
}

/** Finds an organisation's place in a world by its name. */
export function placeOf(world: World): (name: string) => number {
  const places = new Map(world.organisations.map(({ name }, o) => [name, o]));
  return (name) => {
    const found = places.get(name);
    if (found === undefined)
      throw new MercatoError('parameter', `unknown organisation of the world: "${name}"`);
    return found;
  };
}

/** Shares what no declared pair takes among those who hire, by how many they hire. */
function spread(
  world: World,
  chances: Float64Array,
  hires: readonly number[],
  hazard: readonly number[],
  declared: ReadonlySet<number>,
): void {
  const n = hires.length;
  const group = world.organisations.map((one) => one.group ?? one.name);
  for (let from = 0; from < n; from++) {
    const free = group.map((one, to) => one !== group[from] && !declared.has(from * n + to));
    const total = hires.reduce((sum, count, to) => (free[to] ? sum + count : sum), 0);
    const rest = hazard[from]! - sumOf(chances.subarray(from * n, from * n + n));
    for (let to = 0; to < n; to++)
      if (free[to] && total > 0) chances[from * n + to] = (world.movers * rest * hires[to]!) / total;
  }
}

function checkHazard(world: World, chances: Float64Array, hazard: readonly number[]): void {
  const n = hazard.length;
  for (const [from, { name }] of world.organisations.entries()) {
    const bound = chances.subarray(from * n, from * n + n);
    if (sumOf(bound) <= hazard[from]! && bound.every((rate) => rate >= 0)) continue;
    const what = `more moves than people leave: "${name}"`;
    throw new MercatoError('parameter', `${what}; declare fewer, or observe for longer`);
  }
}

function sumOf(rates: Float64Array): number {
  return rates.reduce((sum, rate) => sum + rate, 0);
}

function bothWays(pair: World['pairs'][number]): { from: string; to: string; moves: number }[] {
  return [
    { from: pair.from, to: pair.to, moves: pair.forward },
    { from: pair.to, to: pair.from, moves: pair.backward },
  ];
}

function wanted(knots: readonly (readonly [number, number])[], month: number, first: number): number {
  const next = knots.findIndex(([at]) => at > month);
  if (next === 0) return 0;
  const [from, count] = knots[(next < 0 ? knots.length : next) - 1]!;
  const [to, then] = knots[next] ?? [from + 1, count];
  const straight = count + ((then - count) * (month - from)) / (to - from);
  const filled = knots[0]![0] === first ? Math.min(1, (month - first + 1) / 12) : 1;
  return Math.max(1, Math.round(straight * filled));
}
