import type { ResultRow, Tested } from '../measures/index.js';
import type { Column } from '../records/index.js';
import { isRange, isWithheld, numberIn, type ReleasedCell, type ReleasedRow, resting } from './cell.js';
import { mostQ } from './pairs.js';

type Rule = (
  rows: readonly ResultRow[],
  min: number,
  columns: readonly Column[],
  tested?: readonly Tested[],
) => readonly ReleasedRow[];

const prefix = 'weighted_';

/** Which row of the result a released one is: a rule may add rows. */
const place = 'place in the result';

/** Whether a column holds weights: `weighted_X` beside the count X. */
export function isOfWeights(name: string): boolean {
  return name.startsWith(prefix);
}

/** Whether rows have weights. */
export function areWeighted(rows: readonly ResultRow[]): boolean {
  return rows.some((row) => Object.keys(row).some(isOfWeights));
}

/**
 * What of a result with sampling weights may be shown, by the rule for its counts of people?
 *
 * The minimum applies to people, not to their weights. A sum of weights is shown where the count beside it is shown as it is, and a figure
 * where the rule shows that of people as it is: a range that counts allow says nothing of a weighted figure, which is withheld instead.
 * A q-value is the most it can be where the pairs that are withheld have found nothing.
 *
 * @param rows those of the result, with its optional columns
 */
export function releaseWeighted(
  rule: Rule,
  rows: readonly ResultRow[],
  min: number,
  columns: readonly Column[],
  tested?: readonly Tested[],
): readonly ReleasedRow[] {
  const counted = columns.filter((column) => !isOfWeights(column.name));
  const plain = rows.map((row, i) => ({ ...plainOf(row, counted), [place]: i }));
  const released = rule(plain, min, counted, tested).map((row) => {
    const i = Number(row[place]);
    const own = rows[i] ?? {};
    const before: ResultRow = plain[i] ?? {};
    const made = columns.some(({ name, type }) => type === 'text' && row[name] !== before[name]);
    const cells = columns
      .filter(({ name }) => name in own)
      .map((column) => [
        column.name,
        made ? madeOf(column, row, min) : cellOf(column, own, before, row, min),
      ]);
    return Object.fromEntries(cells) as ReleasedRow;
  });
  return withQValues(released, tested);
}

/** A cell of a row that the rule adds, which stands for several of the result and for none of their weights. */
function madeOf({ name }: Column, row: ReleasedRow, min: number): ReleasedCell {
  return isOfWeights(name) ? resting(min) : (row[name] ?? null);
}

/** The row as it would be without weights, as far as the rule looks at figures: the rate is that of people. */
function plainOf(row: ResultRow, counted: readonly Column[]): ResultRow {
  const kept = Object.fromEntries(
    counted.flatMap(({ name }) => (name in row ? [[name, row[name] ?? null]] : [])),
  );
  const hires = numberIn(row, 'rate_hire');
  const months = numberIn(row, 'person_months') ?? 0;
  return hires === null || months === 0 ? kept : { ...kept, rate: (hires * 1200) / months };
}

function cellOf(
  column: Column,
  row: ResultRow,
  plain: ResultRow,
  released: ReleasedRow,
  min: number,
): ReleasedCell {
  const { name } = column;
  const own = row[name] ?? null;
  if (isOfWeights(name)) {
    const count = name.slice(prefix.length);
    return released[count] === plain[count] ? own : resting(min);
  }
  const cell = released[name] ?? null;
  if (column.type !== 'number') return cell;
  if (isRange(cell) || isWithheld(cell)) return resting(min);
  return cell === (plain[name] ?? null) || name === 'q_value' ? (own as ReleasedCell) : cell;
}

/** Pairs that are withheld count as tests that found nothing. */
function withQValues(
  rows: readonly ReleasedRow[],
  tested: readonly Tested[] | undefined,
): readonly ReleasedRow[] {
  if (!rows.some((row) => 'q_value' in row)) return rows;
  const most = rows.map(({ p_value: p }) =>
    typeof p === 'number' ? p : p === null || p === undefined ? null : 1,
  );
  const found = mostQ(rows, most, tested);
  return rows.map((row, i) =>
    typeof row.p_value === 'number' ? { ...row, q_value: found[i] ?? null } : row,
  );
}
