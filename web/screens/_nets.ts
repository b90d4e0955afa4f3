import type { ReleasedCell, ReleasedRow } from '../../src/release/index.js';
import { isRange, isWithheld } from '../app/format.js';
import type { Net } from '../charts/net.js';

interface Limits {
  readonly low: number;
  readonly high: number;
}

/**
 * What each organisation won from the others less what it lost to them, in hires or in moves of every cause, between the limits that what is
 * shown allows; of what is shown alone where a flow is withheld that may be of any size.
 *
 * @param least the least count that is shown
 * @param unlisted of which pairs without a row so many people at most may have moved
 */
export function netsOf(
  rows: readonly ReleasedRow[],
  counted: 'hire' | 'moves',
  least: number,
  unlisted: { readonly most: number; readonly between: readonly string[] },
): readonly Net[] {
  const small = new Set(unlisted.between);
  const unseen = (one: string, other: string): Limits => ({
    low: 0,
    high: small.has(one) && small.has(other) ? unlisted.most : Number.POSITIVE_INFINITY,
  });
  const limitsOf = (cell: ReleasedCell | undefined): Limits => {
    if (typeof cell === 'number') return { low: cell, high: cell };
    if (isRange(cell)) return { low: cell.low ?? 0, high: cell.high ?? Number.POSITIVE_INFINITY };
    if (isWithheld(cell) && cell.withheld === `<${least}`) return { low: 0, high: least - 1 };
    return { low: 0, high: Number.POSITIVE_INFINITY };
  };
  const flows = new Map(rows.map((row) => [pairOf(row.from, row.to), limitsOf(row[counted])]));
  const names = [...new Set(rows.flatMap((row) => [String(row.from), String(row.to)]))];
  const netIn = (name: string): Net => {
    let [low, high, shown] = [0, 0, 0];
    for (const other of names) {
      if (other === name) continue;
      const there = flows.get(pairOf(other, name)) ?? unseen(other, name);
      const back = flows.get(pairOf(name, other)) ?? unseen(name, other);
      low += there.low - back.high;
      high += there.high - back.low;
      shown += there.low - back.low;
    }
    const open = !Number.isFinite(low) || !Number.isFinite(high);
    return open ? { name, low: shown, high: shown, open } : { name, low, high, open };
  };
  return names.map(netIn).sort((a, b) => b.low + b.high - a.low - a.high || (a.name < b.name ? -1 : 1));
}

/** Whether every flow out of an organisation to the others, or into it from them, is shown as a number. */
export function wholeEnds(
  rows: readonly ReleasedRow[],
  counted: 'hire' | 'moves',
): (name: string, side: 'from' | 'to') => boolean {
  const names = new Set(rows.flatMap((row) => [String(row.from), String(row.to)]));
  const known = rows.filter((row) => typeof row[counted] === 'number');
  return (name, side) => known.filter((row) => row[side] === name).length === names.size - 1;
}

function pairOf(from: unknown, to: unknown): string {
  return JSON.stringify([from, to]);
}
