import { axisX, gridX, ruleX } from '@observablehq/plot';
import { type Interval, intervalChart } from './_intervals.js';
import type { Draw } from './figure.js';

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
    const room = Math.min(300, Math.round(width * 0.42));
    const ticks = Math.max(2, Math.floor((width - room) / 90));
    const marks = [
      gridX({ stroke: theme.rule, strokeOpacity: 1, ticks }),
      ...(reach.zero ? [ruleX([0], { stroke: theme.ink })] : []),
      axisX({ ticks, tickFormat: say, tickSize: 3 }),
    ];
    return intervalChart(rows, { type: 'linear', least, most, marks }, { width, room, theme });
  };
}
