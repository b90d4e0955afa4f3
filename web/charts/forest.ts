import { axisX, gridX, ruleX } from '@observablehq/plot';
import { type Interval, intervalChart } from './_intervals.js';
import type { Draw } from './figure.js';

export type { Interval } from './_intervals.js';

/** Ratios with their intervals on a logarithmic axis with a line at 1. */
export function forestOf(rows: readonly Interval[], say: (value: number) => string): Draw {
  return (width, theme) => {
    if (rows.length === 0) return null;
    const limits = rows.flatMap(({ value, low, high }) =>
      [value, low, high].filter((x): x is number => x !== null && x > 0),
    );
    const least = Math.max(0.01, Math.min(0.5, ...limits));
    const most = Math.min(
      1000,
      Math.max(2, ...limits, ...rows.map(({ low, high }) => (high === null ? low * 4 : 0))),
    );
    const ticks = [0.01, 0.1, 0.5, 1, 2, 5, 10, 20, 50, 100, 500, 1000].filter(
      (t) => t >= least && t <= most,
    );
    const few = ticks.filter((tick) => width > 520 || [0.01, 0.1, 1, 10, 100, 1000].includes(tick));
    const marks = [
      gridX(few, { stroke: theme.rule, strokeOpacity: 1 }),
      ruleX([1], { stroke: theme.ink }),
      axisX(few, { text: say, tickSize: 3 }),
    ];
    const room = Math.min(260, Math.round(width * 0.42));
    return intervalChart(rows, { type: 'log', least, most, marks }, { width, room, theme });
  };
}
