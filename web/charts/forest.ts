import { axisX, axisY, dot, gridX, link, ruleX, text } from '@observablehq/plot';
import type { Draw } from './figure.js';
import { chart, shortened } from './plot.js';
import { lineOf } from './theme.js';

/** A ratio with its interval; an upper limit of null is infinite, a value of null lies anywhere between the limits. */
export interface Interval {
  readonly label: string;
  readonly value: number | null;
  readonly low: number;
  readonly high: number | null;
  /** Printed by somebody and not measured. */
  readonly printed?: boolean;
}

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
    const bars = rows.map((row, nth) => ({
      nth,
      value: row.value !== null && row.value >= least && row.value <= most ? row.value : null,
      low: Math.min(most, Math.max(least, row.low)),
      high: Math.max(least, Math.min(most, row.high ?? most)),
      open: row.high === null || row.high > most,
      printed: row.printed === true,
    }));
    const room = Math.min(260, Math.round(width * 0.42));
    const at = { x1: 'low', x2: 'high', y1: 'nth', y2: 'nth' } as const;
    const colour = (bar: { readonly printed: boolean }): string => lineOf(theme, bar.printed ? 1 : 0);
    return chart(
      {
        width,
        height: 44 + rows.length * 30,
        marginLeft: room,
        marginTop: 10,
        marginBottom: 30,
        marginRight: 22,
        x: { type: 'log', domain: [least, most], label: null },
        y: { type: 'band', domain: rows.map((_, nth) => nth), label: null },
        marks: [
          gridX(few, { stroke: theme.rule, strokeOpacity: 1 }),
          ruleX([1], { stroke: theme.ink }),
          axisX(few, { text: say, tickSize: 3 }),
          axisY({
            tickSize: 0,
            tickFormat: (nth: number) => shortened(rows[nth]?.label ?? '', Math.floor(room / 7.3)),
          }),
          link(bars, { ...at, stroke: colour, strokeWidth: 2.5 }),
          text(
            bars.filter(({ open }) => open),
            { x: 'high', y: 'nth', text: () => '▸', dx: 5, fontSize: 15, fill: colour },
          ),
          dot(
            bars.filter(({ value }) => value !== null),
            {
              x: 'value',
              y: 'nth',
              r: 5,
              fill: colour,
              symbol: (bar: { readonly printed: boolean }) => (bar.printed ? 'diamond' : 'circle'),
            },
          ),
        ],
      },
      theme,
    );
  };
}
