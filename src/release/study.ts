import type { ResultRow } from '../measures/index.js';
import { benjaminiHochberg } from '../stats/index.js';
import { band, filled, numberIn, type ReleasedCell, type ReleasedRow, resting, small } from './cell.js';

const figures = ['effect', 'low', 'high', 'p_value', 'q_value'];
const sides = ['before', 'after'] as const;

/**
 * Rows of an event study. One that rests on too few people on either side of the event is withheld, and with it the row of all flows together,
 * from which it could be worked out. Counts of hires are shown as ranges of the minimum's width: rows of neighbouring months differ by
 * the hires of one month. So do those of the flows compared with. A q-value depends on every row,
 * so it is computed anew as the most it can be given what is shown.
 */
export function releaseStudy(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  const shown = rows.map((row) => isShown(row, min));
  const all = rows.map(
    (row, i) =>
      shown[i] === true &&
      (row.from !== null || rows.every((other, j) => other.event !== row.event || shown[j] === true)),
  );
  const qValues = mostQ(rows, all);
  return rows.map((row, i) => ({
    ...row,
    ...counts(row, min),
    ...(all[i] ? { q_value: qValues[i] ?? null } : hidden(row, min)),
  }));
}

function isShown(row: ResultRow, min: number): boolean {
  return sides.every(
    (side) =>
      (numberIn(row, `people_${side}`) ?? 0) >= min && (numberIn(row, `compared_${side}`) ?? 0) >= min,
  );
}

/** A row without an effect keeps saying that it has none. */
function hidden(row: ResultRow, min: number): ReleasedRow {
  return row.p_value === null ? {} : filled(figures, resting(min));
}

function counts(row: ResultRow, min: number): ReleasedRow {
  return Object.assign(
    {},
    ...sides.map((side) => {
      const people = numberIn(row, `people_${side}`) ?? 0;
      const compared = numberIn(row, `compared_${side}`) ?? 0;
      const own = [`hires_${side}`, `people_${side}`];
      return {
        ...(people < min
          ? filled(own, small(min))
          : Object.fromEntries(own.map((name) => [name, band(numberIn(row, name) ?? 0, min)]))),
        [`compared_${side}`]: compared < min ? small(min) : band(compared, min),
      };
    }),
  );
}

/** Rows that are withheld count as tests that found nothing. */
function mostQ(rows: readonly ResultRow[], shown: readonly boolean[]): readonly ReleasedCell[] {
  const qValues: (number | null)[] = rows.map(() => null);
  for (const event of new Set(rows.map((row) => row.event))) {
    const places = rows.flatMap((row, i) => (row.event === event && row.from !== null ? [i] : []));
    const found = benjaminiHochberg(
      places.map((i) => {
        const p = numberIn(rows[i]!, 'p_value');
        return p === null ? null : shown[i] ? p : 1;
      }),
    );
    places.forEach((i, nth) => {
      qValues[i] = shown[i] ? (found[nth] ?? null) : null;
    });
  }
  return qValues;
}
