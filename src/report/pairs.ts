import { isRange, type ReleasedCell, type ReleasedRow } from '../release/index.js';

const mostMoved = 10;
const mostUneven = 5;

/** Two organisations, the larger flow first, and the q-value of the difference of their flows. */
export interface Pair {
  readonly from: string;
  readonly fromId: string;
  readonly to: string;
  readonly toId: string;
  readonly q: ReleasedCell;
}

/**
 * Which pairs are compared? The ten with the most hires both ways, and five more whose flows are the least likely to be even.
 *
 * Only pairs with a flow that can be shown. Withheld flows count 0, so that the choice says nothing of them.
 * Rows: most hires first.
 */
export function pairsOf(rows: readonly ReleasedRow[]): readonly Pair[] {
  const hires = new Map(rows.map((row) => [key(row.from_id, row.to_id), shownHires(row)]));
  const moved = rows
    .map((row) => ({ row, there: shownHires(row), back: hires.get(key(row.to_id, row.from_id)) ?? 0 }))
    .filter(({ row, there, back }) => there > back || (there === back && there > 0 && first(row)))
    .sort((a, b) => b.there + b.back - a.there - a.back || compare(nameOf(a.row), nameOf(b.row)));
  const uneven = moved
    .slice(mostMoved)
    .toSorted((a, b) => mostOf(a.row.q_value) - mostOf(b.row.q_value))
    .slice(0, mostUneven);
  return moved
    .filter((pair, nth) => nth < mostMoved || uneven.includes(pair))
    .map(({ row }) => ({
      from: String(row.from),
      fromId: String(row.from_id),
      to: String(row.to),
      toId: String(row.to_id),
      q: row.q_value ?? null,
    }));
}

/** The most that a q-value can be. */
export function mostOf(q: ReleasedCell | undefined): number {
  if (isRange(q)) return q.high ?? 1;
  return typeof q === 'number' ? q : 1;
}

/**
 * Which organisation gains most, and how much at least?
 *
 * Rows: the organisation with the largest sum of net hires over its pairs with a flow that can be shown, each counted at the
 * least that it can be; null where nobody gains.
 */
export function winnerOf(
  rows: readonly ReleasedRow[],
): { readonly organisation: string; readonly net: number } | null {
  const gains = new Map<string, number>();
  const seen = new Set<string>();
  for (const row of rows) {
    const { net } = row;
    const [least, most] =
      typeof net === 'number' ? [net, net] : isRange(net) ? [net.low, net.high] : [null, null];
    if (least === null || most === null || seen.has(key(row.to_id, row.from_id))) continue;
    seen.add(key(row.from_id, row.to_id));
    gains.set(String(row.to), (gains.get(String(row.to)) ?? 0) + least);
    gains.set(String(row.from), (gains.get(String(row.from)) ?? 0) - most);
  }
  const [best] = [...gains].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  return best === undefined || best[1] <= 0 ? null : { organisation: best[0], net: best[1] };
}

/** Hires of a flow; 0 where they are withheld. */
export function shownHires(row: ReleasedRow): number {
  return typeof row.hire === 'number' ? row.hire : 0;
}

function key(from: ReleasedCell | undefined, to: ReleasedCell | undefined): string {
  return JSON.stringify([from ?? null, to ?? null]);
}

function nameOf(row: ReleasedRow): string {
  return key(row.from, row.to);
}

function first(row: ReleasedRow): boolean {
  return String(row.from_id) < String(row.to_id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
