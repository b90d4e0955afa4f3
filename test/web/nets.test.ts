import { describe, expect, it } from 'vitest';
import type { ReleasedCell } from '../../src/release/index.js';
import { netsOf, wholeEnds } from '../../web/screens/_nets.js';

const flow = (from: string, to: string, hire: ReleasedCell) => ({ from, to, hire });
const of = (rows: ReturnType<typeof flow>[], between: readonly string[] = []) =>
  netsOf(rows, 'hire', 5, { most: 4, between }).map(({ name, low, high, open }) => [name, low, high, open]);

describe('who won and who lost', () => {
  it('is known where both directions of each pair are', () => {
    const rows = [flow('A', 'B', 9), flow('B', 'A', 6)];
    expect(of(rows)).toEqual([
      ['B', 3, 3, false],
      ['A', -3, -3, false],
    ]);
    expect(wholeEnds(rows, 'hire')('A', 'from')).toBe(true);
  });

  it('lies between limits where a small flow is withheld, and a range is as wide as it says', () => {
    expect(of([flow('A', 'B', 9), flow('B', 'A', { withheld: '<5' })])).toEqual([
      ['B', 5, 9, false],
      ['A', -9, -5, false],
    ]);
    expect(of([flow('A', 'B', 9), flow('B', 'A', { low: 2, high: 7 })])[0]).toEqual(['B', 2, 7, false]);
  });

  it('takes a pair without a row as small only where it is said to be', () => {
    const rows = [flow('A', 'B', 9)];
    expect(of(rows, ['A', 'B'])).toEqual([
      ['B', 5, 9, false],
      ['A', -9, -5, false],
    ]);
    expect(of(rows, ['A'])).toEqual([
      ['B', 9, 9, true],
      ['A', -9, -9, true],
    ]);
    expect(wholeEnds(rows, 'hire')('A', 'to')).toBe(false);
  });

  it('is of what is shown alone where something of any size is withheld', () => {
    const hidden: ReleasedCell[] = [{ withheld: 'n<5' }, { low: 5, high: null }];
    for (const cell of hidden) {
      const [first] = of([flow('A', 'B', 9), flow('B', 'A', cell)]);
      expect(first?.[3]).toBe(true);
    }
  });
});
