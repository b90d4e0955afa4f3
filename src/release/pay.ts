import type { ResultRow } from '../measures/index.js';
import { filled, numberIn, type ReleasedRow, resting, small } from './cell.js';
import { partOf } from './parts.js';

const wages = ['p25', 'median', 'p75'];

/**
 * Pay in filings. They are public, and a wage that few positions have still points to a person: a row of fewer positions than the
 * minimum shows neither its counts nor its wages, and people hired away are shown as a part of the positions.
 */
export function releasePay(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  return rows.map((row) => {
    const positions = numberIn(row, 'positions') ?? 0;
    const changed = numberIn(row, 'change_employer');
    if (positions < min) {
      const hidden = filled(['filings', 'positions'], small(min));
      const away = changed === null ? {} : { change_employer: small(min) };
      return { ...row, ...hidden, ...away, ...filled(wages, resting(min)) };
    }
    const filings = numberIn(row, 'filings') ?? 0;
    return {
      ...row,
      filings: filings < min ? small(min) : filings,
      ...(changed === null ? {} : { change_employer: partOf(changed, positions, min) }),
    };
  });
}
