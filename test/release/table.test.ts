import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ResultRow, table, tableEnds } from '../../src/measures/index.js';
import { isWithheld, type ReleasedRow, release } from '../../src/release/index.js';
import { intervalsOf } from './reader.js';
import { resultOf } from './result.js';

/** Rows of a table from the moves between organisations; the last of them are all others. */
function rowsOf(counts: readonly (readonly number[])[], known: readonly number[] = []): ResultRow[] {
  const ends = [...counts.slice(1).map((_, i) => `o${i}`), tableEnds.others, tableEnds.all];
  const n = counts.length;
  const at = (i: number, j: number): number => {
    if (i === n) return counts.reduce((sum, _, k) => sum + at(k, j), 0);
    if (j === n) return counts[i]!.reduce((sum, _, k) => sum + at(i, k), 0);
    return i === j && i < n - 1 ? 0 : counts[i]![j]!;
  };
  const idOf = (k: number): string | null => (k < n - 1 ? ends[k]! : null);
  return ends.flatMap((from, i) =>
    ends.flatMap((to, j) => {
      if (i === j && i < n - 1) return [];
      const moves = at(i, j);
      const isOthers = (i === n - 1 || j === n - 1) && i < n && j < n;
      const in_flows = isOthers && moves >= (known[i] ?? 0) ? (known[i] ?? 0) : 0;
      return { from, from_id: idOf(i), to, to_id: idOf(j), moves, people: moves, in_flows };
    }),
  );
}

const released = (rows: readonly ResultRow[], min: number) =>
  release({ ...resultOf(table, rows), parameters: { small: min } }, min);

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }) },
);
const world = fc
  .integer({ min: 2, max: 4 })
  .chain((n) =>
    fc.tuple(
      fc.array(fc.array(count, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
      fc.array(fc.constantFrom(0, 0, 7, 12), { minLength: n, maxLength: n }),
    ),
  )
  .map(([counts, known]) => rowsOf(counts, known));
const least = fc.integer({ min: 2, max: 6 });

describe('release(table)', () => {
  it('shows a true count or none, and every total where nothing is small', () => {
    const rows = rowsOf([
      [0, 20, 30],
      [15, 0, 9],
      [12, 40, 50],
    ]);
    const { rows: shown, audited } = released(rows, 5);
    expect(shown.map(({ moves }) => moves)).toEqual(rows.map(({ moves }) => moves));
    expect(audited).toEqual({ cells: 14, withheld: 0, narrowest: null });
  });

  it('shows neither people nor what is known of flows', () => {
    const [row] = released(
      rowsOf([
        [0, 20],
        [9, 0],
      ]),
      5,
    ).rows;
    expect(Object.keys(row ?? {})).toEqual(['from', 'from_id', 'to', 'to_id', 'moves', 'flags']);
  });

  it('says what the audit found, in both languages', () => {
    const { notes } = released(
      rowsOf([
        [0, 3, 30, 9],
        [15, 0, 9, 12],
        [8, 9, 0, 22],
        [12, 40, 50, 60],
      ]),
      5,
    );
    const [note] = notes;
    expect(note?.code).toBe('audited');
    expect(note?.en).toMatch(/of a cell below 5 every number from 0 to 4 remains possible/);
    expect(note?.fr).toMatch(/tous les nombres de 0 à 4 restent possibles/);
  });

  it('gives no reader who knows the rule a narrower range for a small cell', () => {
    fc.assert(
      fc.property(world, least, (rows, min) => {
        const { rows: shown } = released(rows, min);
        const truth = new Map(rows.map((row) => [`${row.from}>${row.to}`, Number(row.moves)]));
        for (const { name, low, high, mark } of intervalsOf(shown, min)) {
          expect([low <= truth.get(name)!, high >= truth.get(name)!]).toEqual([true, true]);
          if (mark === `<${min}`) expect([low, high >= min - 1]).toEqual([0, true]);
          else expect(high - low).toBeGreaterThanOrEqual(min - 1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('shows two organisations with each other as flows do, and the same whatever the order of rows', () => {
    fc.assert(
      fc.property(world, least, (rows, min) => {
        const nameOf = (row: ReleasedRow | ResultRow): string => `${row.from}>${row.to}`;
        const there = released(rows, min).rows;
        const turned = released(rows.toReversed(), min).rows;
        expect(new Map(turned.map((row) => [nameOf(row), row.moves]))).toEqual(
          new Map(there.map((row) => [nameOf(row), row.moves])),
        );
        const truth = new Map(rows.map((row) => [nameOf(row), Number(row.moves)]));
        for (const row of there) {
          if (row.from_id !== null && row.to_id !== null)
            expect(isWithheld(row.moves)).toBe(truth.get(nameOf(row))! < min);
          if (typeof row.moves === 'number') expect(row.moves).toBe(truth.get(nameOf(row)));
        }
      }),
    );
  });

  it('refuses a table whose small flows were counted up to more than the minimum', () => {
    expect(() => release({ ...resultOf(table, []), parameters: { small: 9 } }, 5)).toThrow(
      'invalid small: 9',
    );
  });
});
