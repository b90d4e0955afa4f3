import { axisX, axisY, barX, gridX, text } from '@observablehq/plot';
import type { Draw } from './figure.js';
import { chart, shortened } from './plot.js';
import { lineOf } from './theme.js';

/** A count by name. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** Counts as bars, in the order given. */
export function countsOf(rows: readonly Count[], say: (count: number) => string): Draw {
  return (width, theme) => {
    if (rows.length === 0) return null;
    const room = Math.min(190, Math.round(width * 0.4));
    const ticks = Math.max(2, Math.floor(width / 160));
    return chart(
      {
        width,
        height: 40 + rows.length * 24,
        marginLeft: room,
        marginTop: 6,
        marginBottom: 28,
        marginRight: 44,
        x: { domain: [0, Math.max(...rows.map(({ count }) => count))], label: null },
        y: { type: 'band', domain: rows.map(({ name }) => name), label: null, padding: 0.25 },
        marks: [
          gridX({ stroke: theme.rule, strokeOpacity: 1, ticks }),
          axisX({ ticks, tickFormat: say, tickSize: 3 }),
          axisY({ tickSize: 0, tickFormat: (name: string) => shortened(name, Math.floor(room / 6.8)) }),
          barX(rows, { x: 'count', y: 'name', fill: lineOf(theme, 0) }),
          text(rows, {
            x: 'count',
            y: 'name',
            text: ({ count }: Count) => say(count),
            textAnchor: 'start',
            dx: 5,
          }),
        ],
      },
      theme,
    );
  };
}
