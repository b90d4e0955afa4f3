import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Constraint, solve } from 'yalps';
import { audit, unprotected } from '../../src/release/audit.js';
import {
  type Bordered,
  type BorderedCell,
  limitsOf,
  type Printed,
  primaryIn,
} from '../../src/release/bordered.js';
import { suppress } from '../../src/release/suppress.js';

/** A table of inner counts with its margins; its last column stands in this table alone, with what is known of it. */
function bordered(
  inner: readonly (readonly number[])[],
  known: readonly number[] = [],
  people: (count: number) => number = (count) => count,
): Bordered {
  const wide = inner.map((row) => [...row, sum(row)]);
  const all = [...wide, wide[0]!.map((_, j) => sum(wide.map((row) => row[j]!)))];
  const columns = all[0]!.length;
  const cells = all.flatMap((row, i) =>
    row.map((count, j): BorderedCell => {
      const own = i === all.length - 1 || j >= columns - 2;
      const knows = j === columns - 2 && i < all.length - 1 ? Math.min(known[i] ?? 0, count) : 0;
      return { count, people: people(count), known: knows, free: own };
    }),
  );
  return { rows: all.length, columns, cells };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** What a reader can work out of a cell, by linear programming; the table's matrix is totally unimodular, so that its ends are whole numbers. */
function worked({ rows, columns, cells }: Bordered, printed: readonly Printed[], cell: number, min: number) {
  const constraints: Record<string, Constraint> = {};
  const variables: Record<string, Record<string, number>> = {};
  const name = (c: number): string => `x${c}`;
  cells.forEach((each, c) => {
    const limits = limitsOf(each!, printed[c]!, min);
    constraints[`l${c}`] = {
      min: limits.low,
      ...(limits.high === Number.POSITIVE_INFINITY ? {} : { max: limits.high }),
    };
    const [i, j] = [Math.floor(c / columns), c % columns];
    variables[name(c)] = {
      [`l${c}`]: 1,
      [`r${i}`]: j === columns - 1 ? -1 : 1,
      [`c${j}`]: i === rows - 1 ? -1 : 1,
      [name(cell)]: c === cell ? 1 : 0,
    };
  });
  for (let i = 0; i < rows; i += 1) constraints[`r${i}`] = { equal: 0 };
  for (let j = 0; j < columns; j += 1) constraints[`c${j}`] = { equal: 0 };
  const end = (direction: 'minimize' | 'maximize') => {
    const found = solve({ direction, objective: name(cell), constraints, variables });
    if (found.status === 'unbounded') return null;
    expect(found.status).toBe('optimal');
    return Math.round(found.result) + 0;
  };
  return { cell, low: end('minimize') ?? Number.NEGATIVE_INFINITY, high: end('maximize') };
}

const size = fc.integer({ min: 1, max: 4 });
const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }) },
);
const table = fc
  .tuple(size, size)
  .chain(([rows, columns]) =>
    fc.tuple(
      fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      fc.array(fc.constantFrom(0, 0, 5, 9, 12), { minLength: rows, maxLength: rows }),
    ),
  )
  .map(([inner, known]) => bordered(inner, known));
const least = fc.integer({ min: 1, max: 6 });

const marks = { shown: '.', small: '<', near: 'n' };
const drawn = (printed: readonly Printed[] | null, columns: number): readonly string[] =>
  (printed ?? []).reduce<string[]>((lines, how, c) => {
    if (c % columns === 0) lines.push('');
    lines[lines.length - 1] += marks[how];
    return lines;
  }, []);

describe('suppress(table, min)', () => {
  it('withholds nothing of a table without small cells', () => {
    const table = bordered([
      [20, 30],
      [40, 50],
    ]);
    expect(drawn(suppress(table, 5), table.columns)).toEqual(['...', '...', '...']);
  });

  it('withholds further cells where one small cell could be told from the totals', () => {
    const table = bordered([
      [3, 30],
      [40, 50],
      [60, 70],
    ]);
    const printed = suppress(table, 5);
    expect(drawn(printed, table.columns)).toEqual(['<n.', '...', '...', 'nn.']);
  });

  it('never withholds a cell that another table shows', () => {
    fc.assert(
      fc.property(table, least, (given, min) => {
        suppress(given, min)?.forEach((how, c) => {
          if (how === 'near') expect(given.cells[c]?.free).toBe(true);
        });
      }),
    );
  });

  it('withholds a cell of which readers know all but a few', () => {
    const known = bordered(
      [
        [20, 33],
        [40, 50],
      ],
      [30, 20],
    );
    expect(drawn(suppress(known, 5), known.columns)[0]?.[1]).toBe('n');
  });

  it('goes by people where few people make many moves', () => {
    const cells = bordered([[9]]).cells.map((cell) => cell && { ...cell, people: 2 });
    expect(suppress({ rows: 2, columns: 2, cells }, 5)).toEqual(Array(4).fill('small'));
  });

  it('withholds nothing under a minimum of 1, and every small cell under any other', () => {
    fc.assert(
      fc.property(table, least, (given, min) => {
        expect(suppress(given, 1)?.every((how) => how === 'shown')).toBe(true);
        suppress(given, min)?.forEach((how, c) => {
          expect(how === 'small').toBe(min > 1 && given.cells[c]!.count < min);
        });
      }),
    );
  });

  it('leaves no withheld cell that linear programming can pin', () => {
    fc.assert(
      fc.property(table, least, (given, min) => {
        const printed = suppress(given, min);
        fc.pre(printed !== null);
        const found = printed.flatMap((how, c) => (how === 'shown' ? [] : [worked(given, printed, c, min)]));
        expect(unprotected(given, printed, found, min)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('audit(table, printed, min)', () => {
  it('finds the same limits as linear programming, whatever is withheld', () => {
    const shares = fc.array(fc.boolean(), { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(table, shares, least, (given, also, min) => {
        const printed = primaryIn(given, min).map((how, c) => (how === 'shown' && also[c] ? 'near' : how));
        const found = printed.flatMap((how, c) => (how === 'shown' ? [] : [worked(given, printed, c, min)]));
        expect(audit(given, printed, min)).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });

  it('tells a cell that a reader can compute', () => {
    const table = bordered([
      [3, 30],
      [40, 50],
    ]);
    const printed = primaryIn(table, 5);
    const found = audit(table, printed, 5);
    expect(found).toEqual([{ cell: 0, low: 3, high: 3 }]);
    expect(unprotected(table, printed, found, 5)).toEqual(found);
  });
});
