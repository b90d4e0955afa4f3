import { axisX, gridX, ruleX } from '@observablehq/plot';
import { isRange, type ReleasedCell, type ReleasedRow } from '../release/index.js';
import { type Lang, locales } from './format.js';
import type { Html } from './html.js';
import { drawIntervals, type Interval, limitsOf } from './intervals.js';
import { shortened } from './picture.js';

/** Flow ratios and rate ratios side by side, each with its interval, on a logarithmic axis with a line at 1. */
export function drawForest(
  rows: readonly ReleasedRow[],
  say: { readonly label: string; readonly flow: string; readonly rate: string; readonly lang: Lang },
): Html {
  const limits = rows.flatMap((row) => [row.low, row.high, row.rate_low, row.rate_high].flatMap(numbersOf));
  const least = Math.max(0.02, Math.min(0.5, ...limits.filter((value) => value > 0)));
  const most = Math.min(200, Math.max(2, ...limits));
  const bars = rows.flatMap((row, nth) => [
    ...barOf(row.ratio, row.low, row.high, nth, say.flow, least, most),
    ...barOf(row.rate_ratio, row.rate_low, row.rate_high, nth, say.rate, least, most),
  ]);
  const ticks = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200].filter(
    (t) => t >= least && t <= most,
  );
  const few =
    ticks.length <= 8 ? ticks : ticks.filter((tick) => [0.02, 0.1, 0.5, 1, 2, 10, 50, 200].includes(tick));
  const number = new Intl.NumberFormat(locales[say.lang]);
  const name = (cell: ReleasedCell | undefined): string => shortened(String(cell), 17);
  return drawIntervals(bars, {
    label: say.label,
    names: rows.map((row) => `${name(row.from)} → ${name(row.to)}`),
    longest: 37,
    room: 258,
    panels: [say.flow, say.rate],
    x: { type: 'log', domain: [least, most] },
    marks: [
      axisX(few, { text: (d: number) => number.format(d), tickSize: 3 }),
      gridX(few, { strokeOpacity: 0.12 }),
      ruleX([1], { strokeOpacity: 0.8 }),
    ],
  });
}

function barOf(
  value: ReleasedCell | undefined,
  low: ReleasedCell | undefined,
  high: ReleasedCell | undefined,
  nth: number,
  panel: string,
  least: number,
  most: number,
): readonly Interval[] {
  const limits = limitsOf(low, high);
  if (limits === null) return [];
  return [
    {
      nth,
      panel,
      value: typeof value === 'number' && value >= least && value <= most ? value : null,
      low: Math.min(most, Math.max(limits.low, least)),
      high: Math.max(least, Math.min(limits.high ?? most, most)),
      open: limits.high === null || limits.high > most,
      dashed: isRange(value),
    },
  ];
}

function numbersOf(cell: ReleasedCell | undefined): readonly number[] {
  if (isRange(cell)) return [cell.low, cell.high].filter((limit) => limit !== null);
  return typeof cell === 'number' ? [cell] : [];
}
