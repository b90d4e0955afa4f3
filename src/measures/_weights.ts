import { millionths } from '../records/index.js';
import type { Sides } from '../stats/index.js';
import { all, name, type Row, raw, type Sql, sql } from '../warehouse/index.js';
import type { Context } from './measure.js';

/** Pieces of SQL where weights exist, and nothing where they do not. */
export function weighing({ weighted }: Pick<Context, 'weighted'>, piece: Sql): Sql {
  return weighted ? piece : raw('');
}

/** A sum of weights, in millionths: exact whatever the order, and a double only at the end. */
export const weightSum = (weight: Sql): Sql => sql`cast(sum(${weight}) as double)`;

/** Weights that multiply without rounding. */
const wide = (weight: Sql): Sql => sql`cast(${weight} as decimal(19, 0))`;

/** The sum of products of weights. */
export const productSum = (one: Sql, other: Sql): Sql =>
  sql`cast(sum(${wide(one)} * ${wide(other)}) as double)`;

/**
 * Weights on two sides, summed over people, by the keys told.
 *
 * @param from a step with `person` and `weight`
 * @param one which of its rows are on the one side; the others are on the other
 */
export function sidesOver(
  from: string,
  keys: readonly string[],
  one: Sql,
  conditions: readonly Sql[] = [],
): Sql {
  const by = raw(keys.join(', '));
  const sum = (when: Sql): Sql => sql`sum(case when ${when} then weight else 0 end)`;
  return sql`select ${by}, ${weightSum(sql`one_side`)} as one_side, ${weightSum(sql`other_side`)} as other_side,
      ${productSum(sql`one_side`, sql`one_side`)} as one_squared,
      ${productSum(sql`other_side`, sql`other_side`)} as other_squared,
      ${productSum(sql`one_side`, sql`other_side`)} as product, count(*) as people, cast(sum(times) as bigint) as times
    from (select ${by}, person, ${sum(one)} as one_side, ${sum(sql`not (${one})`)} as other_side, count(*) as times
      from ${name(from)} where ${all(conditions)} group by ${by}, person) as own
    group by ${by}`;
}

const square = millionths ** 2;

/** What a row of `sidesOver` says; nothing on either side where there is none. */
export function sidesIn(row: Row | undefined): Sides {
  const of = (column: string, unit: number): number => Number(row?.[column] ?? 0) / unit;
  return {
    one: of('one_side', millionths),
    other: of('other_side', millionths),
    oneSquared: of('one_squared', square),
    otherSquared: of('other_squared', square),
    product: of('product', square),
    people: of('people', 1),
    times: of('times', 1),
  };
}

/** A sum of weights of a row, as weights are written. */
export function weightIn(row: Row | undefined, column: string): number {
  return Number(row?.[column] ?? 0) / millionths;
}

/** A sum of products of weights of a row. */
export function productIn(row: Row | undefined, column: string): number {
  return Number(row?.[column] ?? 0) / square;
}
