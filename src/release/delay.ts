import type { ResultRow } from '../measures/index.js';
import { filled, numberIn, type ReleasedRow, resting, small } from './cell.js';

const counted = ['followed', 'known'];
const shares = ['share', 'share_low', 'share_high'];
const nowcasts = ['nowcast', 'low', 'high'];

/**
 * Reporting delay of a result. Those who report late are known less those who are followed, so that a share goes with its
 * counts where any of the three is small, and a nowcast with the share or the count that it rests on. Shares are
 * rounded to a hundredth and nowcasts to whole moves, since the share of one age is part of those of others.
 */
export function releaseDelay(rows: readonly ResultRow[], min: number): readonly ReleasedRow[] {
  return rows.map((row) => {
    const [followed, known] = counted.map((name) => numberIn(row, name));
    const none = followed === null || followed === undefined || known === null || known === undefined;
    const few = !none && Math.min(known, followed - known) < min;
    const isSmall = (numberIn(row, 'reported') ?? 0) < min;
    return {
      ...row,
      ...(isSmall ? { reported: small(min) } : {}),
      ...(few ? filled([...counted, ...shares], resting(min)) : rounded(row, shares, 100)),
      ...(!none && (few || isSmall) ? filled(nowcasts, resting(min)) : rounded(row, nowcasts, 1)),
    };
  });
}

function rounded(row: ResultRow, names: readonly string[], parts: number): ReleasedRow {
  return Object.fromEntries(
    names.map((name) => {
      const cell = numberIn(row, name);
      return [name, cell === null ? null : Math.round(cell * parts) / parts];
    }),
  );
}
