import { axisX, axisY, dot, gridX, link, ruleX, text } from '@observablehq/plot';
import type { Draw } from './figure.js';
import type { Interval } from './forest.js';
import { chart, shortened } from './plot.js';
import { lineOf } from './theme.js';

/** Figures with their intervals on an axis of equal steps. */
export function spansOf(
  rows: readonly Interval[],
  say: (value: number) => string,
  reach: { readonly least?: number; readonly most?: number; readonly zero?: boolean } = {},
): Draw {
  return (width, theme) => {
    if (rows.length === 0) return null;
    const limits = rows.flatMap(({ value, low, high }) => [value, low, high].filter((x) => x !== null));
    const margin = (Math.max(...limits) - Math.min(...limits)) * 0.15 || 1;
    const zero = reach.zero ? [0] : [];
    const least = Math.max(reach.least ?? Number.NEGATIVE_INFINITY, Math.min(...limits, ...zero) - margin);
    const most = Math.min(reach.most ?? Number.POSITIVE_INFINITY, Math.max(...limits, ...zero) + margin);
    const bars = rows.map((row, nth) => ({
      nth,
      value: row.value,
      low: Math.max(least, row.low),
      high: Math.min(most, row.high ?? most),
      open: row.high === null,
      printed: row.printed === true,
    }));
    const room = Math.min(300, Math.round(width * 0.42));
    const ticks = Math.max(2, Math.floor((width - room) / 90));
    const colour = (bar: { readonly printed: boolean }): string => lineOf(theme, bar.printed ? 1 : 0);
    return chart(
      {
        width,
        height: 44 + rows.length * 30,
        marginLeft: room,
        marginTop: 10,
        marginBottom: 30,
        marginRight: 22,
        x: { domain: [least, most], label: null },
        y: { type: 'band', domain: rows.map((_, nth) => nth), label: null },
        marks: [
          gridX({ stroke: theme.rule, strokeOpacity: 1, ticks }),
          ...(reach.zero ? [ruleX([0], { stroke: theme.ink })] : []),
          axisX({ ticks, tickFormat: say, tickSize: 3 }),
          axisY({
            tickSize: 0,
            tickFormat: (nth: number) => shortened(rows[nth]?.label ?? '', Math.floor(room / 7.3)),
          }),
          link(bars, { x1: 'low', x2: 'high', y1: 'nth', y2: 'nth', stroke: colour, strokeWidth: 2.5 }),
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
