import { MercatoError } from '../errors.js';
import { type Note, type ResultRow, tableEnds } from '../measures/index.js';
import { audit, unprotected } from './audit.js';
import { type Bordered, type BorderedCell, type Printed, primaryIn } from './bordered.js';
import { numberIn, type ReleasedRow, resting, small } from './cell.js';
import { suppress } from './suppress.js';

/** What the audit of a table found. */
export interface Audited {
  readonly cells: number;
  readonly withheld: number;
  /** Numbers that a withheld cell may be, at least; null where any number is possible for each. */
  readonly narrowest: number | null;
}

/**
 * An origin-destination table with its totals, so that nothing withheld can be computed from it.
 *
 * Cells of two organisations stand in `flows` too, where each is shown or not by its own count: further cells are withheld among the totals and
 * those of all others alone. A table that cannot be protected, as one of two organisations may be, has no rows of these. The audit is made of what
 * is about to be shown, and nothing is shown that does not pass it.
 *
 * @throws MercatoError `parameter` where small flows were counted up to more than the minimum
 */
export function releaseTable(
  rows: readonly ResultRow[],
  min: number,
  { small: counted }: { readonly [name: string]: unknown },
): { readonly rows: readonly ReleasedRow[]; readonly audited: Audited } {
  if (typeof counted === 'number' && counted > min) {
    throw new MercatoError(
      'parameter',
      `invalid small: ${counted}; ask for the table with ${min}, the least count that is shown`,
    );
  }
  const keys = [...new Set(rows.map((row) => keyOf(row, 'from')))].sort();
  const place = new Map(keys.map((key, nth) => [key, nth]));
  const size = keys.length;
  const cells: (BorderedCell | null)[] = Array.from({ length: size * size }, () => null);
  const nth = (row: ResultRow): number =>
    (place.get(keyOf(row, 'from')) ?? 0) * size + (place.get(keyOf(row, 'to')) ?? 0);
  for (const row of rows) cells[nth(row)] = cellOf(row);
  const table: Bordered = { rows: size, columns: size, cells };
  const printed = suppressed(table, min);
  const shown = printed.cells === null ? rows.filter((row) => !cells[nth(row)]?.free) : rows;
  return {
    rows: shown.map((row) => {
      const { from, from_id, to, to_id, moves } = row;
      const how = (printed.cells ?? primaryIn(table, min))[nth(row)];
      const cell = how === 'shown' ? Number(moves) : how === 'small' ? small(min) : resting(min);
      return {
        from: String(from),
        from_id: textOf(from_id),
        to: String(to),
        to_id: textOf(to_id),
        moves: cell,
      };
    }),
    audited: printed.audited,
  };
}

/** How the cells are printed; null where no totals can be shown. */
function suppressed(
  table: Bordered,
  min: number,
): { readonly cells: readonly Printed[] | null; readonly audited: Audited } {
  const cells = table.cells.filter((cell) => cell !== null).length;
  const printed = suppress(table, min);
  const intervals = printed === null ? [] : audit(table, printed, min);
  if (printed === null || unprotected(table, printed, intervals, min).length > 0) {
    const withheld = table.cells.filter(
      (cell, c) => cell?.free || primaryIn(table, min)[c] === 'small',
    ).length;
    return { cells: null, audited: { cells, withheld, narrowest: null } };
  }
  const widths = intervals.flatMap(({ low, high }) => (high === null ? [] : [high - low + 1]));
  const narrowest = widths.length === 0 ? null : Math.min(...widths);
  return { cells: printed, audited: { cells, withheld: intervals.length, narrowest } };
}

/** What the audit found, for readers. */
export function auditNote({ cells, withheld, narrowest }: Audited, min: number): Note {
  const most = min - 1;
  const said = {
    en: `${cells} cells, ${withheld} of them withheld; `,
    fr: `${cells} cases, dont ${withheld} masquées ; `,
  };
  if (withheld === 0)
    return {
      code: 'audited',
      en: `${cells} cells, none withheld.`,
      fr: `${cells} cases, aucune masquée.`,
    };
  return narrowest === null
    ? {
        code: 'audited',
        en: `${said.en}audited: nothing can be computed of them from the totals.`,
        fr: `${said.fr}audit : rien n’en peut être calculé à partir des totaux.`,
      }
    : {
        code: 'audited',
        en: `${said.en}audited: from all that is shown, of a cell below ${min} every number from 0 to ${most} remains possible, and of any withheld cell at least ${narrowest} numbers.`,
        fr: `${said.fr}audit : d’après tout ce qui est montré, tous les nombres de 0 à ${most} restent possibles pour une case sous ${min}, et au moins ${narrowest} nombres pour toute case masquée.`,
      };
}

/** Organisations by id, then all others, then all. */
function keyOf(row: ResultRow, end: 'from' | 'to'): string {
  const id = row[`${end}_id`];
  if (typeof id === 'string') return `0 ${id}`;
  return row[end] === tableEnds.all ? '2' : '1';
}

function cellOf(row: ResultRow): BorderedCell {
  const isOf = (end: 'from' | 'to', name: string): boolean => row[`${end}_id`] === null && row[end] === name;
  const isTotal = isOf('from', tableEnds.all) || isOf('to', tableEnds.all);
  const isOthers = isOf('from', tableEnds.others) || isOf('to', tableEnds.others);
  return {
    count: numberIn(row, 'moves') ?? 0,
    people: numberIn(row, 'people') ?? 0,
    known: isTotal ? 0 : (numberIn(row, 'in_flows') ?? 0),
    free: isTotal || isOthers,
  };
}

function textOf(cell: ResultRow[string] | undefined): string | null {
  return typeof cell === 'string' ? cell : null;
}
