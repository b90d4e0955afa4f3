import { axisY, dot, link, text } from '@observablehq/plot';
import { chart, shortened } from './plot.js';
import { lineOf, type Theme } from './theme.js';

/** A figure with its interval; an upper limit of null is infinite, a value of null lies anywhere between the limits. */
export interface Interval {
  readonly label: string;
  readonly value: number | null;
  readonly low: number;
  readonly high: number | null;
  /** Printed by somebody and not measured. */
  readonly printed?: boolean;
}

/** The axis that intervals are drawn on: how it is scaled, how far it reaches, and the marks that show it. */
export interface Axis {
  readonly type: 'linear' | 'log';
  readonly least: number;
  readonly most: number;
  readonly marks: Parameters<typeof chart>[0]['marks'];
}

/** Width of a letter, about. */
const letter = 6.7;

/** Intervals under one another: a bar from limit to limit, cut where the axis ends, a dot at the value, an arrow where it goes on. */
export function intervalChart(
  rows: readonly Interval[],
  { type, least, most, marks = [] }: Axis,
  { width, room, theme }: { readonly width: number; readonly room: number; readonly theme: Theme },
): ReturnType<typeof chart> {
  const bars = rows.map((row, nth) => ({
    nth,
    value: row.value !== null && row.value >= least && row.value <= most ? row.value : null,
    low: Math.min(most, Math.max(least, row.low)),
    high: Math.max(least, Math.min(most, row.high ?? most)),
    open: row.high === null || row.high > most,
    printed: row.printed === true,
  }));
  const label = (nth: number): string => rows[nth]?.label ?? '';
  // Where a label has no room beside its bar it stands whole above it.
  const above = rows.some((_, nth) => label(nth).length > Math.floor(room / letter));
  const colour = (bar: { readonly printed: boolean }): string => lineOf(theme, bar.printed ? 1 : 0);
  return chart(
    {
      width,
      height: 44 + rows.length * (above ? 42 : 30),
      marginLeft: above ? 12 : room,
      marginTop: 10,
      marginBottom: 30,
      marginRight: 22,
      x: { type, domain: [least, most], label: null },
      y: { type: 'band', domain: rows.map((_, nth) => nth), label: null, ...(above ? { axis: null } : {}) },
      marks: [
        ...marks,
        above
          ? text(bars, {
              x: () => least,
              y: 'nth',
              dx: 4,
              dy: -13,
              textAnchor: 'start',
              text: ({ nth }: { readonly nth: number }) =>
                shortened(label(nth), Math.floor((width - 40) / letter)),
              fill: theme.ink,
              stroke: theme.paper,
              strokeWidth: 4,
            })
          : axisY({ tickSize: 0, tickFormat: label }),
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
}
