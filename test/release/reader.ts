import { type Constraint, solve } from 'yalps';
import { tableEnds } from '../../src/measures/index.js';
import { isWithheld, type ReleasedCell } from '../../src/release/index.js';

/** A row of a printed table: its ends, with ids where it is of an organisation, and its cell. */
type Row = { readonly [column: string]: ReleasedCell };

/** What a reader makes of a withheld cell. */
export interface Read {
  readonly name: string;
  readonly mark: string;
  readonly low: number;
  readonly high: number;
}

/**
 * What a reader can work out of each withheld cell of an origin-destination table, from the printed rows alone, by linear programming: all totals
 * add up, no count is negative, `<5` is below 5 and `n<5` is not.
 *
 * `also` is what other tables say of a cell, by `from>to`. The matrix is totally unimodular, so that both ends are whole numbers that are reached.
 */
export function intervalsOf(
  rows: readonly Row[],
  min: number,
  also: ReadonlyMap<string, { readonly min: number; readonly max?: number }> = new Map(),
): Read[] {
  const nameOf = (row: Row): string => `${row.from}>${row.to}`;
  const constraints: Record<string, Constraint> = {};
  const variables = new Map<string, Record<string, number>>();
  const hasTotals = rows.some((row) => row.from === tableEnds.all);
  for (const row of rows) {
    const name = nameOf(row);
    const { moves } = row;
    if (typeof moves === 'number') constraints[`is ${name}`] = { equal: moves };
    else {
      const own = markOf(moves) === `<${min}` ? { min: 0, max: min - 1 } : { min };
      const other = also.get(name) ?? { min: 0 };
      const most = Math.min(own.max ?? Number.POSITIVE_INFINITY, other.max ?? Number.POSITIVE_INFINITY);
      constraints[`is ${name}`] = {
        min: Math.max(own.min, other.min),
        ...(most === Number.POSITIVE_INFINITY ? {} : { max: most }),
      };
    }
    const [isFrom, isTo] = [row.from === tableEnds.all, row.to === tableEnds.all];
    variables.set(name, {
      [`is ${name}`]: 1,
      [`out ${row.from}`]: isTo ? -1 : 1,
      [`in ${row.to}`]: isFrom ? -1 : 1,
      [`seek ${name}`]: 1,
    });
    if (!hasTotals) continue;
    constraints[`out ${row.from}`] = { equal: 0 };
    constraints[`in ${row.to}`] = { equal: 0 };
  }
  return rows.flatMap((row) => {
    if (!isWithheld(row.moves)) return [];
    const name = nameOf(row);
    const end = (direction: 'minimize' | 'maximize'): number => {
      const found = solve({ direction, objective: `seek ${name}`, constraints, variables });
      if (found.status === 'unbounded') return Number.POSITIVE_INFINITY;
      if (found.status !== 'optimal') throw new RangeError(`${found.status}: ${name}`);
      return Math.round(found.result) + 0;
    };
    return { name, mark: markOf(row.moves), low: end('minimize'), high: end('maximize') };
  });
}

function markOf(cell: ReleasedCell | undefined): string {
  return isWithheld(cell) ? cell.withheld : '';
}
