import type { ResultRow } from '../measures/index.js';
import { filled, numberIn, type ReleasedRow, resting, small } from './cell.js';

const counted = ['followed', 'known'];
const shares = ['reported_share', 'reported_low', 'reported_high'];
const nowcasts = ['nowcast', 'nowcast_low', 'nowcast_high'];

/**
 * Reporting delay of a result. Those who report late are known less those who are followed, so that a share goes with its
 * counts where any of the three is small, and a nowcast with the share or the count that it rests on. Moves of a year are shown
 * elsewhere, so that where one month of a year is small the smallest of the others goes with it. Shares are
 * rounded to a hundredth and nowcasts to whole moves, since the share of one age is part of those of others.
 */
export function releaseDelay(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  const beside = new Set(rows.filter((row) => isBeside(row, rows, min)));
  return rows.map((row) => {
    const [followed, known] = counted.map((name) => numberIn(row, name));
    const none = followed === null || followed === undefined || known === null || known === undefined;
    const few = !none && Math.min(known, followed - known) < min;
    const isSmall = movesIn(row) < min;
    const hides = isSmall || beside.has(row);
    return {
      ...row,
      ...(hides ? { reported: isSmall ? small(min) : resting(min) } : {}),
      ...(few ? filled([...counted, ...shares], resting(min)) : rounded(row, shares, 100)),
      ...(!none && (few || hides) ? filled(nowcasts, resting(min)) : rounded(row, nowcasts, 1)),
    };
  });
}

const movesIn = (row: ResultRow): number => numberIn(row, 'reported') ?? 0;

/** Whether a month is the smallest beside the only small one of its year. */
function isBeside(row: ResultRow, rows: readonly ResultRow[], min: number): boolean {
  const yearOf = (one: ResultRow): string => `${one.source} ${String(one.month).slice(0, 4)}`;
  const year = rows.filter((other) => yearOf(other) === yearOf(row));
  const others = year.filter((other) => movesIn(other) >= min).sort((a, b) => movesIn(a) - movesIn(b));
  return others[0] === row && others.length === year.length - 1;
}

function rounded(row: ResultRow, names: readonly string[], parts: number): ReleasedRow {
  return Object.fromEntries(
    names.map((name) => {
      const cell = numberIn(row, name);
      return [name, cell === null ? null : Math.round(cell * parts) / parts];
    }),
  );
}
