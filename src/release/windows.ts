import { flows, type ResultRow, ratio, type Tested } from '../measures/index.js';
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
  small,
} from './cell.js';
import { flowBack, flowOf, inShownOrder, mostQ } from './pairs.js';
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
 * Rows: those released, flows in the order of what is shown: that of the counts would tell what is withheld.
 */
export function releaseBeside(
  measure: string,
  released: readonly ReleasedRow[],
  rows: readonly ResultRow[],
  parameters: { readonly [name: string]: unknown },
  published: Published,
  min: number,
  tested?: readonly Tested[],
): readonly ReleasedRow[] {
  if (min === 1 || (measure !== flows.name && measure !== ratio.name)) return released;
  const { history } = published;
  const windowIn = (row: ReleasedRow): Window => windowOf(row, parameters, history);
  const between = (from: string, to: string, series = seriesBetween(from, to, published)): Seeing => {
    return (of, count, window) => {
      const cell = seen(series, of, count, window, min);
      const near = typeof cell === 'number' ? nearAbove(from, to, of, cell, window, published, min) : null;
      return near === null ? cell : stepsFrom(near, count, min);
    };
  };
  const asked = (Array.isArray(parameters.cause) ? parameters.cause : ['hire']) as readonly Cause[];
  if (measure === ratio.name) {
    return released.map((row, i) =>
      besideRatio(row, rows[i]!, asked, windowIn(row), published, between, min),
    );
  }
  const flowsSeen = released.map((row, i) => {
    const [from, to, window] = [String(row.from_id), String(row.to_id), windowIn(row)];
    const series = seriesBetween(from, to, published);
    const see = between(from, to, series);
    const cells: Cells = { ...row };
    for (const cause of causes) {
      cells[cause] = kept(row[cause], see([cause], count(rows[i]!, cause), window));
    }
    return { from, to, window, series, cells };
  });
  const hires = new Map(flowsSeen.map(({ cells }) => [flowOf(cells), cells.hire ?? null]));
  const shown = flowsSeen.map(({ from, to, window, series, cells }, i) => {
    const [own, row] = [rows[i]!, released[i]!];
    const back =
      hires.get(flowBack(row)) ?? unlisted(own, min, (few) => between(to, from)(['hire'], few, window));
    const isExact = typeof cells.hire === 'number';
    const whole = isExact && causes.every((cause) => typeof cells[cause] === 'number');
    if (!whole) {
      Object.assign(cells, weights(row, min));
      cells.moves = isWithheld(row.moves) ? row.moves : sumOf(cells, min);
      cells.people = isExact ? (row.people ?? null) : resting(min);
    }
    if (!(isExact && (back === null || typeof back === 'number' || isWithheld(back))))
      Object.assign(cells, filled(['net', 'p_value', 'q_value'], resting(min)));
    const rates = isExact && ratesHold(series, count(own, 'hire'), null, window, min);
    if (!rates)
      Object.assign(cells, filled(['person_months', 'rate', 'rate_low', 'rate_high'], resting(min)));
    return cells;
  });
  return inShownOrder(withQ(shown, min, tested), asked);
}

/** Rows with the q-values that follow from the p-values that are shown: one that is withheld is a test that found nothing. */
function withQ(
  rows: readonly ReleasedRow[],
  min: number,
  tested: readonly Tested[] | undefined,
): readonly ReleasedRow[] {
  const most = rows.map(({ p_value: p }) => (typeof p === 'number' ? p : isRange(p) ? (p.high ?? 1) : null));
  const found = mostQ(rows, most, tested, min);
  return rows.map((row, i) => {
    const high = found[i] ?? null;
    if (high === null) return row;
    return { ...row, q_value: isRange(row.p_value) ? { low: 0, high } : high };
  });
}

/** How a count of some causes in a window is shown beside what is published of its flow. */
type Seeing = (of: readonly Cause[], count: number, window: Window) => ReleasedCell | null;

type Cells = { [column: string]: ReleasedCell };

function besideRatio(
  row: ReleasedRow,
  own: ResultRow,
  asked: readonly Cause[],
  window: Window,
  published: Published,
  between: (from: string, to: string) => Seeing,
  min: number,
): ReleasedRow {
  const idOf = (title: ReleasedCell | undefined): string =>
    published.idOf.get(String(title)) ?? String(title);
  const [from, to] = [idOf(row.from), idOf(row.to)];
  const counts = [count(own, 'forward'), count(own, 'backward')] as const;
  const forward = kept(row.forward, between(from, to)(asked, counts[0], window));
  const backward = kept(row.backward, between(to, from)(asked, counts[1], window));
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

/** The flow back where it has no row: there is none, or one of too few people. */
function unlisted(
  row: ResultRow,
  min: number,
  see: (count: number) => ReleasedCell | null,
): ReleasedCell | null {
  const hires = count(row, 'hire') - count(row, 'net');
  return hires === 0 ? see(0) : kept(small(min), see(hires));
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
