import { axisX, axisY, barX, gridX, ruleX, text } from '@observablehq/plot';
import type { Draw } from './figure.js';
import { chart, shortened } from './plot.js';
import { lineOf } from './theme.js';

/** What an organisation won less what it lost; between two limits where a part of it is withheld. */
export interface Net {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** Whether it is of what is shown alone, beside flows of any size that are withheld; both limits are the same then. */
  readonly open: boolean;
}

/** Net gains as bars to both sides of nothing; what may be otherwise because of withheld counts is drawn pale. */
export function netOf(rows: readonly Net[], say: (value: number) => string): Draw {
  return (width, theme) => {
    if (rows.length === 0) return null;
    const narrow = width < 560;
    const room = Math.min(190, Math.round(width * 0.32));
    const [least, most] = [
      Math.min(0, ...rows.map(({ low }) => low)),
      Math.max(0, ...rows.map(({ high }) => high)),
    ];
    // Room for the printed numbers on both sides of the bars; on a small screen they stand in a column of their own.
    const beside = narrow ? 84 : 20;
    const part = narrow ? 0.02 : 90 / Math.max(1, width - room - beside);
    const spare = ((most - least) * part) / (1 - 2 * part) || 1;
    const colour = (row: Net): string => lineOf(theme, row.low + row.high >= 0 ? 0 : 1);
    // The part of a bar that is sure: up to the limit that is nearer to nothing.
    const sure = rows.filter(({ low, high, open }) => !open && (low > 0 || high < 0));
    const printed = ({ low, high, open }: Net): string =>
      open
        ? `(${signed(low, say)})`
        : low === high
          ? signed(low, say)
          : `${signed(low, say)} … ${signed(high, say)}`;
    const pale = rows.map((row) =>
      row.open ? { ...row, low: Math.min(0, row.low), high: Math.max(0, row.high) } : row,
    );
    return chart(
      {
        width,
        height: 40 + rows.length * 26,
        marginLeft: room,
        marginTop: 6,
        marginBottom: 30,
        marginRight: beside,
        x: { domain: [least === 0 ? 0 : least - spare, most === 0 ? 0 : most + spare], label: null },
        y: { type: 'band', domain: rows.map(({ name }) => name), label: null, padding: 0.25 },
        marks: [
          gridX({ stroke: theme.rule, strokeOpacity: 1, ticks: Math.max(3, Math.floor(width / 130)) }),
          axisX({ ticks: Math.max(3, Math.floor(width / 130)), tickFormat: say, tickSize: 3 }),
          axisY({ tickSize: 0, tickFormat: (name: string) => shortened(name, Math.floor(room / 7.4)) }),
          barX(pale, { x1: 'low', x2: 'high', y: 'name', fill: colour, fillOpacity: 0.35 }),
          barX(sure, {
            x1: 0,
            x2: (row: Net) => (row.low > 0 ? row.low : row.high),
            y: 'name',
            fill: colour,
          }),
          ruleX([0], { stroke: theme.ink }),
          ...(narrow
            ? [
                text(rows, {
                  y: 'name',
                  text: printed,
                  frameAnchor: 'right',
                  textAnchor: 'end',
                  dx: beside - 2,
                }),
              ]
            : [
                text(rows, {
                  x: 'high',
                  y: 'name',
                  text: printed,
                  textAnchor: 'start',
                  dx: 5,
                  filter: (row: Net) => row.low + row.high >= 0,
                }),
                text(rows, {
                  x: 'low',
                  y: 'name',
                  text: printed,
                  textAnchor: 'end',
                  dx: -5,
                  filter: (row: Net) => row.low + row.high < 0,
                }),
              ]),
        ],
      },
      theme,
    );
  };
}

function signed(value: number, say: (value: number) => string): string {
  return value > 0 ? `+${say(value)}` : say(value);
}
