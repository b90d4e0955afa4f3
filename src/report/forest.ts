import { axisFx, axisX, axisY, dot, gridX, link, ruleX, text } from '@observablehq/plot';
import { isRange, type ReleasedCell, type ReleasedRow } from '../release/index.js';
import { type Lang, locales } from './format.js';
import type { Html } from './html.js';
import { draw, shortened } from './picture.js';

interface Bar {
  readonly nth: number;
  readonly panel: string;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly open: boolean;
  readonly dashed: boolean;
}

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
  const label = (nth: number): string => {
    const row = rows[nth];
    return row ? `${shortened(String(row.from), 17)} → ${shortened(String(row.to), 17)}` : '';
  };
  const ticks = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200].filter(
    (t) => t >= least && t <= most,
  );
  const few =
    ticks.length <= 8 ? ticks : ticks.filter((tick) => [0.02, 0.1, 0.5, 1, 2, 10, 50, 200].includes(tick));
  const x = { x1: 'low', x2: 'high', y1: 'nth', y2: 'nth', fx: 'panel' } as const;
  return draw(
    {
      width: 760,
      height: 66 + rows.length * 26,
      marginLeft: 258,
      marginTop: 34,
      marginBottom: 30,
      marginRight: 16,
      style: { fontSize: '12px' },
      x: { type: 'log', domain: [least, most], label: null },
      y: { domain: rows.map((_, nth) => nth), type: 'band', label: null },
      fx: { domain: [say.flow, say.rate], label: null, padding: 0.08 },
      marks: [
        axisFx({ anchor: 'top', fontWeight: 'bold', fontSize: 13 }),
        axisX(few, { text: (d: number) => new Intl.NumberFormat(locales[say.lang]).format(d), tickSize: 3 }),
        axisY({
          tickFormat: (nth: number) => label(nth),
          tickSize: 0,
          fontSize: 13,
          anchor: 'left',
          facetAnchor: 'left',
        }),
        gridX(few, { strokeOpacity: 0.12 }),
        ruleX([1], { strokeOpacity: 0.8 }),
        link(
          bars.filter((b) => !b.dashed),
          { ...x, stroke: 'var(--c0)', strokeWidth: 2.5 },
        ),
        link(
          bars.filter((b) => b.dashed),
          { ...x, stroke: 'var(--c1)', strokeWidth: 2, strokeDasharray: '4,3' },
        ),
        text(
          bars.filter((b) => b.open),
          { x: 'high', y: 'nth', fx: 'panel', text: () => '▸', dx: 3, fontSize: 15, fill: 'var(--ink)' },
        ),
        dot(
          bars.filter((b) => b.value !== null),
          { x: 'value', y: 'nth', fx: 'panel', r: 4.5, fill: 'var(--c0)', stroke: 'var(--paper)' },
        ),
      ],
    },
    say.label,
  );
}

function barOf(
  value: ReleasedCell | undefined,
  low: ReleasedCell | undefined,
  high: ReleasedCell | undefined,
  nth: number,
  panel: string,
  least: number,
  most: number,
): readonly Bar[] {
  const from = isRange(low) ? low.low : low;
  const to = isRange(high) ? high.high : high;
  if (typeof from !== 'number' || !(typeof to === 'number' || to === null)) return [];
  const shown = typeof value === 'number' && value >= least && value <= most ? value : null;
  const end = Math.max(least, Math.min(to ?? most, most));
  const start = Math.min(most, Math.max(from, least));
  return [
    {
      nth,
      panel,
      value: shown,
      low: start,
      high: end,
      open: to === null || to > most,
      dashed: isRange(value),
    },
  ];
}

function numbersOf(cell: ReleasedCell | undefined): readonly number[] {
  if (isRange(cell)) return [cell.low, cell.high].filter((limit) => limit !== null);
  return typeof cell === 'number' ? [cell] : [];
}
