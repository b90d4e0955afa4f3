import {
  benjaminiHochberg,
  drawnValues,
  lessMean,
  movesAt,
  percentileInterval,
  sidedPValue,
  weightedLine,
} from '../stats/index.js';
import type { MovedNetwork } from './_network.js';
import { randomOf } from './_random.js';

/** How far a rank, a value and what pay leaves of it would have been others with other people. */
export interface Spread {
  readonly low: number | null;
  readonly high: number | null;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  readonly p: number | null;
  readonly q: number | null;
  /** Share of draws that drop the organisation; null without draws. */
  readonly lost: number | null;
  readonly unexplainedLow: number | null;
  readonly unexplainedHigh: number | null;
}

/** What pay explains of a value. */
export interface PayLine {
  readonly organisations: number;
  readonly slope: number;
  readonly slopeLow: number | null;
  readonly slopeHigh: number | null;
  readonly explained: number;
  /** What is left, by number of the organisation ranked; null where nothing is known of its pay. */
  readonly residuals: readonly (number | null)[];
}

/** Differences of values below which two organisations share a rank. */
const tie = 1e-9;
/** Nobody, where nothing is drawn. */
const noMovers = { first: Int32Array.of(0), edges: Int32Array.of() };
/** Draws after which others have their turn. */
const atOnce = 5;

/** Ranks from 1, of those with a value; those alike share the best of theirs. */
export function ranksOf(values: Float64Array): Int32Array {
  const order = [...values.keys()].filter((k) => !Number.isNaN(values[k] ?? Number.NaN));
  order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const ranks = new Int32Array(values.length);
  let begins = 0;
  for (const [i, k] of order.entries()) {
    if ((values[order[i - 1] ?? k] ?? 0) - (values[k] ?? 0) > tie) begins = i;
    ranks[k] = begins + 1;
  }
  return ranks;
}

/**
 * The line of values over the logarithm of pay, weighted by moves; null where fewer than three have both.
 *
 * @param pay by number of the organisation ranked; null where not known
 */
export function payLine(
  values: Float64Array,
  pay: readonly (number | null)[],
  weights: Float64Array,
): Omit<PayLine, 'slopeLow' | 'slopeHigh'> | null {
  const known = pay.flatMap((wage, k) => {
    const value = values[k] ?? Number.NaN;
    const weight = weights[k] ?? 0;
    return wage === null || Number.isNaN(value) || !(weight > 0) ? [] : [{ k, wage, value, weight }];
  });
  const line = weightedLine(
    known.map(({ wage }) => Math.log(wage)),
    known.map(({ value }) => value),
    known.map(({ weight }) => weight),
  );
  if (line === null) return null;
  const residuals = pay.map((): number | null => null);
  for (const [i, { k }] of known.entries()) residuals[k] = line.residuals[i] ?? null;
  return { organisations: known.length, slope: line.slope, explained: line.explained, residuals };
}

/**
 * What would chance have made of ranks and values? Draws over people, each with its own set, mean, ranks and line of pay.
 *
 * @param pause called after some draws
 */
export async function spreadsOf(
  { network, movers }: MovedNetwork,
  pay: readonly (number | null)[] | null,
  { draws, seed }: { readonly draws: number; readonly seed: number },
  pause: () => Promise<void>,
): Promise<{
  readonly spreads: readonly Spread[];
  readonly slope: { readonly low: number; readonly high: number } | null;
}> {
  const found = Array.from({ length: network.size }, () => ({
    values: [] as number[],
    ranks: [] as number[],
    left: [] as number[],
  }));
  const slopes: number[] = [];
  const weights = movesAt(network);
  let drawn = 0;
  const people = draws === 0 ? noMovers : movers();
  for (const values of drawnValues(network, people, draws, randomOf(seed))) {
    const ranks = ranksOf(values);
    const line = pay === null ? null : payLine(values, pay, weights);
    if (line !== null) slopes.push(line.slope);
    for (const [k, own] of found.entries()) {
      const value = values[k] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      own.values.push(value);
      own.ranks.push(ranks[k] ?? 0);
      const left = line?.residuals[k] ?? null;
      if (left !== null) own.left.push(left);
    }
    if (++drawn % atOnce === 0) await pause();
  }
  const tests = found.map(({ values }) => sidedPValue(values));
  const qValues = benjaminiHochberg(tests);
  return {
    spreads: found.map(({ values, ranks, left }, k) => {
      const [value, rank, rest] = [values, ranks, left].map((list) => percentileInterval(list));
      return {
        low: value?.low ?? null,
        high: value?.high ?? null,
        rankLow: rank ? Math.floor(rank.low) : null,
        rankHigh: rank ? Math.ceil(rank.high) : null,
        p: tests[k] ?? null,
        q: qValues[k] ?? null,
        lost: draws === 0 ? null : 1 - values.length / draws,
        unexplainedLow: rest?.low ?? null,
        unexplainedHigh: rest?.high ?? null,
      };
    }),
    slope: percentileInterval(slopes),
  };
}

/** Values less what sizes and offers make of them, mean 0 over moves again; null where a share is 0 or there are none. */
export function correctedValues(
  values: Float64Array,
  personMonths: readonly number[],
  offers: readonly number[],
  weights: Float64Array,
): (number | null)[] {
  const corrected = values.map((value, k) => {
    const [months, taken] = [personMonths[k] ?? 0, offers[k] ?? 0];
    return months > 0 && taken > 0 ? value + Math.log(months) - Math.log(taken) : Number.NaN;
  });
  return Array.from(lessMean(corrected, weights), (value) => (Number.isNaN(value) ? null : value));
}
