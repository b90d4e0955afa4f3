import { areaY, axisX, axisY, dot, gridY, line, ruleY, text } from '@observablehq/plot';
import type { Draw } from './figure.js';
import { chart, shortened } from './plot.js';
import { lineOf } from './theme.js';

/** A point of a line; a value that is withheld is null, a band is drawn where both limits are known. */
export interface LinePoint {
  readonly name: string;
  readonly x: number;
  readonly y: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** Numbers in a row under the axis, as of those at risk. */
export interface Row {
  readonly label: string;
  readonly at: readonly { readonly x: number; readonly text: string }[];
}

/** Lines over time or over months, each with its name at its end. */
export function linesOf(
  points: readonly LinePoint[],
  say: {
    readonly x: (x: number) => string;
    readonly y: (y: number) => string;
    readonly under?: Row;
  },
): Draw {
  return (width, theme) => {
    const known = points.filter(({ y }) => y !== null);
    if (known.length === 0) return null;
    const names = [...new Set(points.map(({ name }) => name))];
    const narrow = width < 560;
    const longest = Math.max(...names.map(({ length }) => length));
    const room = narrow ? 8 : Math.min(290, Math.max(170, 36 + longest * 6.6));
    const xs = known.map(({ x }) => x);
    const [first, last] = [Math.min(...xs), Math.max(...xs)];
    const rim = Math.max(last, first + 1);
    const most = Math.max(...points.flatMap(({ y, high }) => [y ?? 0, high ?? 0]), 0.0001);
    const least = Math.min(0, ...points.flatMap(({ y, low }) => [y ?? 0, low ?? 0]));
    const row = say.under === undefined ? 0 : 40;
    const height = (narrow ? 300 + names.length * 18 : 380) + row;
    const below = (narrow ? 30 + names.length * 18 : 30) + row;
    const ends = spread(
      names.flatMap((name, nth) => {
        const end = known.findLast((point) => point.name === name);
        return end ? [{ name, nth, y: end.y ?? 0 }] : [];
      }),
      ((most - least) / (height - row - 44)) * 16,
    );
    const svg = chart(
      {
        width,
        height,
        marginLeft: 52,
        marginRight: room,
        marginTop: 14,
        marginBottom: below,
        x: { domain: [first, rim], label: null },
        y: { domain: [least, most * 1.04], label: null },
        marks: [
          gridY({ stroke: theme.rule, strokeOpacity: 1, ticks: 5 }),
          ...(least < 0 ? [ruleY([0], { stroke: theme.ink })] : []),
          axisY({ ticks: 5, tickSize: 0, tickFormat: say.y }),
          axisX({ ticks: Math.max(2, Math.floor(width / 110)), tickFormat: say.x, tickSize: 3 }),
          ...names.map((name, nth) =>
            areaY(
              points.filter((p) => p.name === name),
              {
                x: 'x',
                // No band over what is withheld.
                y1: (p: LinePoint) => p.low ?? Number.NaN,
                y2: (p: LinePoint) => p.high ?? Number.NaN,
                fill: lineOf(theme, nth),
                fillOpacity: 0.15,
              },
            ),
          ),
          ...names.flatMap((name, nth) => [
            line(
              points.filter((p) => p.name === name),
              { x: 'x', y: 'y', stroke: lineOf(theme, nth), strokeWidth: 2.2 },
            ),
            dot(
              known.filter((p) => p.name === name),
              {
                x: 'x',
                y: 'y',
                r: 2.4,
                fill: lineOf(theme, nth),
                title: (p) => `${p.name}, ${say.x(p.x)}: ${say.y(p.y)}`,
              },
            ),
          ]),
          ...(say.under === undefined ? [] : numbersUnder(say.under, first, last, width - 52 - room)),
          ...(narrow
            ? []
            : ends.flatMap((end) => [
                dot([end], { x: () => rim, y: 'at', dx: 13, r: 4, fill: lineOf(theme, end.nth) }),
                text([end], {
                  x: () => rim,
                  y: 'at',
                  dx: 21,
                  textAnchor: 'start',
                  text: () => shortened(end.name, Math.floor((room - 36) / 6.6)),
                }),
              ])),
        ],
      },
      theme,
    );
    if (narrow) legend(svg, names, height - names.length * 18, (nth) => lineOf(theme, nth), theme.ink);
    return svg;
  };
}

/** A row of numbers under the axis, each under its place, and what they are over them. */
function numbersUnder({ label, at }: Row, first: number, last: number, width: number) {
  const inside = at.filter(({ x }) => x >= first && x <= last);
  const every = Math.max(1, Math.ceil((inside.length * 44) / width));
  const shown = inside.filter((_, nth) => nth % every === 0);
  return [
    text([label], { frameAnchor: 'bottom-left', textAnchor: 'start', dx: -44, dy: 40, text: (each) => each }),
    text([...shown], { x: 'x', frameAnchor: 'bottom', dy: 57, text: 'text' }),
  ];
}

interface End {
  readonly name: string;
  readonly nth: number;
  readonly y: number;
}

/** Labels from the top down, each at its line's end or as near under the one above as it may stand. */
function spread(ends: readonly End[], gap: number): readonly (End & { readonly at: number })[] {
  let above = Number.POSITIVE_INFINITY;
  return [...ends]
    .sort((a, b) => b.y - a.y)
    .map((end) => {
      above = Math.min(end.y, above - gap);
      return { ...end, at: above };
    });
}

function legend(
  svg: SVGSVGElement,
  names: readonly string[],
  top: number,
  colour: (nth: number) => string,
  ink: string,
): void {
  names.forEach((name, nth) => {
    const y = String(top + 10 + nth * 18);
    const mark = document.createElementNS(svg.namespaceURI, 'circle') as SVGElement;
    for (const [key, value] of Object.entries({
      cx: '60',
      cy: String(Number(y) - 4),
      r: '5',
      fill: colour(nth),
    })) {
      mark.setAttribute(key, value);
    }
    const label = document.createElementNS(svg.namespaceURI, 'text') as SVGElement;
    label.setAttribute('x', '72');
    label.setAttribute('y', y);
    label.setAttribute('text-anchor', 'start');
    label.setAttribute('fill', ink);
    label.textContent = name;
    svg.append(mark, label);
  });
}
