import { axisFx, axisY, dot, link, type Markish, text } from '@observablehq/plot';
import { isRange, type ReleasedCell } from '../release/index.js';
import type { Html } from './html.js';
import { draw, shortened } from './picture.js';

/** A figure of a row with its interval, in one of two panels. */
export interface Interval {
  readonly nth: number;
  readonly panel: string;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  /** Goes on where the axis ends. */
  readonly open: boolean;
  /** Between the ends of a range and not of a figure. */
  readonly dashed: boolean;
}

/** What intervals are drawn on: names of rows and the room they take, panels, and the axis with its marks. */
export interface Ground {
  readonly label: string;
  readonly names: readonly string[];
  readonly longest: number;
  readonly room: number;
  readonly panels: readonly [string, string];
  readonly x: { readonly type?: 'log'; readonly domain: [number, number] };
  readonly marks: readonly Markish[];
}

/** Intervals under one another in two panels: a bar from limit to limit, dashed for a range, a dot at the value, an arrow where it goes on. */
export function drawIntervals(
  bars: readonly Interval[],
  { label, names, longest, room, panels, x, marks }: Ground,
): Html {
  const ends = { x1: 'low', x2: 'high', y1: 'nth', y2: 'nth', fx: 'panel' } as const;
  return draw(
    {
      width: 760,
      height: 66 + names.length * 26,
      marginLeft: room,
      marginTop: 34,
      marginBottom: 30,
      marginRight: 18,
      style: { fontSize: '12px' },
      x: { ...x, label: null },
      y: { domain: names.map((_, nth) => nth), type: 'band', label: null },
      fx: { domain: [...panels], label: null, padding: 0.08 },
      marks: [
        axisFx({ anchor: 'top', fontWeight: 'bold', fontSize: 13 }),
        axisY({
          tickFormat: (nth: number) => shortened(names[nth] ?? '', longest),
          tickSize: 0,
          fontSize: 13,
          anchor: 'left',
          facetAnchor: 'left',
        }),
        ...marks,
        link(
          bars.filter(({ dashed }) => !dashed),
          { ...ends, stroke: 'var(--c0)', strokeWidth: 2.5 },
        ),
        link(
          bars.filter(({ dashed }) => dashed),
          { ...ends, stroke: 'var(--c1)', strokeWidth: 2, strokeDasharray: '4,3' },
        ),
        text(
          bars.filter(({ open }) => open),
          { x: 'high', y: 'nth', fx: 'panel', text: () => '▸', dx: 3, fontSize: 15, fill: 'var(--ink)' },
        ),
        dot(
          bars.filter(({ value }) => value !== null),
          { x: 'value', y: 'nth', fx: 'panel', r: 4.5, fill: 'var(--c0)', stroke: 'var(--paper)' },
        ),
      ],
    },
    label,
  );
}

/** The outermost limits that two cells allow; null above is infinite, and nothing where one is withheld. */
export function limitsOf(
  low: ReleasedCell | undefined,
  high: ReleasedCell | undefined,
): { readonly low: number; readonly high: number | null } | null {
  const from = isRange(low) ? low.low : low;
  const to = isRange(high) ? high.high : high;
  if (typeof from !== 'number' || !(typeof to === 'number' || to === null)) return null;
  return { low: from, high: to };
}
