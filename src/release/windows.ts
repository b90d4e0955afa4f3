import { flows, type ResultRow, ratio } from '../measures/index.js';
import { type Cause, causes } from '../records/index.js';
import { flowRatio } from '../stats/index.js';
import {
  filled,
  isRange,
  isWithheld,
  numberIn,
  type Range,
  type ReleasedCell,
  type ReleasedRow,
  resting,
} from './cell.js';
import {
  nearAbove,
  type Published,
  ratesHold,
  seen,
  seriesBetween,
  stepsFrom,
  type Window,
  windowOf,
} from './seen.js';
import { isOfWeights } from './weighted.js';

/**
 * What of flows and ratios may be shown beside all other windows, levels, views and gaps of the same flow?
 *
 * A window is shown exactly where it is made of whole blocks of years (`blocksOf`), else as the range that the blocks allow. A count asked in another way, by another
 * level, view, gap or cause, is held against the published flows between the same organisations and all below them: it is shown where it equals
 * their sum, else as a range that begins a multiple of the minimum away from it, and holds as many numbers. So no difference of two counts tells a number below the minimum.
 *
 * Rows: those released, in their order.
 */
export function releaseBeside(
  measure: string,
  released: readonly ReleasedRow[],
  rows: readonly ResultRow[],
  parameters: { readonly [name: string]: unknown },
  published: Published,
  min: number,
): readonly ReleasedRow[] {
  if (min === 1 || (measure !== flows.name && measure !== ratio.name)) return released;
  const { history } = published;
  const windowIn = (row: ReleasedRow): Window => windowOf(row, parameters, history);
  const see = (
    from: string,
    to: string,
    of: readonly Cause[],
    count: number,
    window: Window,
  ): ReleasedCell | null => {
    const cell = seen(seriesBetween(from, to, published), of, count, window, min);
    const near = typeof cell === 'number' ? nearAbove(from, to, of, cell, window, published, min) : null;
    return near === null ? cell : stepsFrom(near, count, min);
  };
  if (measure === ratio.name) {
    const asked = (Array.isArray(parameters.cause) ? parameters.cause : ['hire']) as readonly Cause[];
    return released.map((row, i) => besideRatio(row, rows[i]!, asked, windowIn(row), published, see, min));
  }
  const byPair = new Map<string, ReleasedCell>();
  const hires = released.map((row, i) => {
    const cell = kept(
      row.hire,
      see(String(row.from_id), String(row.to_id), ['hire'], count(rows[i]!, 'hire'), windowIn(row)),
    );
    byPair.set(JSON.stringify([row.from_id, row.to_id, row.period ?? null]), cell);
    return cell;
  });
  return released.map((row, i) => {
    const [from, to, window] = [String(row.from_id), String(row.to_id), windowIn(row)];
    const hire = hires[i]!;
    const back =
      byPair.get(JSON.stringify([row.to_id, row.from_id, row.period ?? null])) ??
      see(to, from, ['hire'], 0, window);
    const others = causes.flatMap((cause): (readonly [string, ReleasedCell])[] =>
      cause === 'hire'
        ? []
        : [[cause, kept(row[cause], see(from, to, [cause], count(rows[i]!, cause), window))]],
    );
    const cells: ReleasedRow = { ...row, hire, ...Object.fromEntries(others) };
    const isExact = typeof hire === 'number';
    const whole = isExact && causes.every((cause) => typeof cells[cause] === 'number');
    const flat = seriesBetween(from, to, published);
    const rates = isExact && ratesHold(flat, count(rows[i]!, 'hire'), null, window, min);
    return {
      ...cells,
      ...(whole ? {} : weights(row, min)),
      ...(whole
        ? {}
        : {
            moves: isWithheld(row.moves) ? row.moves : sumOf(cells, min),
            people: isExact ? (row.people ?? null) : resting(min),
          }),
      ...(isExact && (back === null || typeof back === 'number' || isWithheld(back))
        ? {}
        : filled(['net', 'p_value', 'q_value'], resting(min))),
      ...(rates ? {} : filled(['person_months', 'rate', 'rate_low', 'rate_high'], resting(min))),
    };
  });
}

function besideRatio(
  row: ReleasedRow,
  own: ResultRow,
  asked: readonly Cause[],
  window: Window,
  published: Published,
  see: (from: string, to: string, of: readonly Cause[], count: number, window: Window) => ReleasedCell | null,
  min: number,
): ReleasedRow {
  const idOf = (title: ReleasedCell | undefined): string =>
    published.idOf.get(String(title)) ?? String(title);
  const [from, to] = [idOf(row.from), idOf(row.to)];
  const counts = [count(own, 'forward'), count(own, 'backward')] as const;
  const forward = kept(row.forward, see(from, to, asked, counts[0], window));
  const backward = kept(row.backward, see(to, from, asked, counts[1], window));
  const exact = [forward, backward].map((cell) => typeof cell === 'number' || isWithheld(cell));
  const holds =
    exact.every(Boolean) &&
    asked.length === 1 &&
    asked[0] === 'hire' &&
    ratesHold(seriesBetween(from, to, published), counts[0], numberIn(own, 'rate_forward'), window, min) &&
    ratesHold(seriesBetween(to, from, published), counts[1], numberIn(own, 'rate_backward'), window, min);
  return {
    ...row,
    ...(holds ? {} : weights(row, min)),
    forward,
    backward,
    people_forward:
      typeof forward === 'number'
        ? (row.people_forward ?? null)
        : isWithheld(forward)
          ? forward
          : resting(min),
    people_backward:
      typeof backward === 'number'
        ? (row.people_backward ?? null)
        : isWithheld(backward)
          ? backward
          : resting(min),
    ...(exact.every(Boolean) ? {} : ratioOf(forward, backward, min)),
    ...(holds
      ? {}
      : filled(
          [
            'rate_forward',
            'rate_backward',
            'left_out',
            'person_months_from',
            'person_months_to',
            'rate_ratio',
            'rate_low',
            'rate_high',
            'rate_p_value',
          ],
          resting(min),
        )),
  };
}

/** Weighted counts and what rests on them, where a count is not shown as it is. */
function weights(row: ReleasedRow, min: number): ReleasedRow {
  return filled(
    Object.keys(row).filter((name) => isOfWeights(name)),
    resting(min),
  );
}

/** A cell as it is shown: what of few people was withheld stays so, unless all that is said is a range. */
function kept(own: ReleasedCell | undefined, beside: ReleasedCell | null): ReleasedCell {
  return beside === null || (typeof beside === 'number' && typeof own !== 'number') ? (own ?? null) : beside;
}

function count(row: ResultRow, column: string): number {
  return numberIn(row, column) ?? 0;
}

function ratioOf(forward: ReleasedCell, backward: ReleasedCell, min: number): ReleasedRow {
  const ends = [forward, backward].map((cell): readonly [number, number | null] => {
    if (typeof cell === 'number') return [cell, cell];
    return isRange(cell) ? [cell.low ?? 0, cell.high] : [0, min - 1];
  });
  const [[fewest, most], [fewestBack, mostBack]] = ends as [
    readonly [number, number | null],
    readonly [number, number | null],
  ];
  if (most === null || mostBack === null) return filled(['ratio', 'low', 'high', 'p_value'], resting(min));
  const [least, greatest] = [flowRatio(fewest, mostBack), flowRatio(most, fewestBack)];
  const between = (low: number | null, high: number | null): Range => ({ low: low ?? 0, high });
  return {
    ratio: between(least.ratio, greatest.ratio),
    low: between(least.low, greatest.low),
    high: between(least.high, greatest.high),
    p_value: resting(min),
  };
}

function sumOf(row: ReleasedRow, min: number): Range {
  const ends = causes.map((cause): readonly [number, number | null] => {
    const cell = row[cause];
    if (typeof cell === 'number') return [cell, cell];
    if (isRange(cell)) return [cell.low ?? 0, cell.high];
    return isWithheld(cell) && cell.withheld === `<${min}` ? [0, min - 1] : [0, null];
  });
  return {
    low: ends.reduce((sum, [low]) => sum + low, 0),
    high: ends.some(([, high]) => high === null)
      ? null
      : ends.reduce((sum, [, high]) => sum + (high ?? 0), 0),
  };
}
