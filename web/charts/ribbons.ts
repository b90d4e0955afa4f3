import { area, curveBumpX } from 'd3-shape';
import type { Draw } from './figure.js';
import { shortened } from './plot.js';
import { lineOf, type Theme } from './theme.js';

/** A flow between two organisations. */
export interface Ribbon {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

interface Place {
  readonly name: string;
  readonly total: number;
  readonly y: number;
  readonly height: number;
}

const bar = 10;
const head = 26;
const slot = 24;
const namespace = 'http://www.w3.org/2000/svg';

/** Flows as ribbons between two columns: organisations left, and organisations joined, both in the order of the names. */
export function ribbonsOf(
  ribbons: readonly Ribbon[],
  names: readonly string[],
  say: {
    readonly left: string;
    readonly joined: string;
    readonly number: (count: number) => string;
    /** All who left an organisation, or joined it. */
    readonly end: (count: number, name: string, side: 'from' | 'to') => string;
  },
): Draw {
  return (width, theme) => {
    const total = ribbons.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) return null;
    const gutter = Math.min(190, Math.round(width * 0.34));
    const scale = 330 / total;
    const left = columnOf(ribbons, names, 'from', scale);
    const right = columnOf(ribbons, names, 'to', scale);
    const height = Math.max(heightOf(left), heightOf(right)) + 8;
    const svg = part('svg', {
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      'font-size': 12,
    });
    const letters = Math.floor(gutter / 7) - 6;
    svg.append(
      textOf(say.left, gutter, 14, 'end', theme.soft),
      textOf(say.joined, width - gutter, 14, 'start', theme.soft),
      ...bands(ribbons, names, left, right, scale, [gutter + bar, width - gutter - bar], theme, say.number),
      ...left.flatMap((place) =>
        placed(place, gutter, gutter - 7, 'end', letters, theme, say.end(place.total, place.name, 'from')),
      ),
      ...right.flatMap((place) =>
        placed(
          place,
          width - gutter - bar,
          width - gutter + 7,
          'start',
          letters,
          theme,
          say.end(place.total, place.name, 'to'),
        ),
      ),
    );
    return svg as SVGSVGElement;
  };
}

function columnOf(
  ribbons: readonly Ribbon[],
  names: readonly string[],
  side: 'from' | 'to',
  scale: number,
): readonly Place[] {
  let y = head;
  return names.flatMap((name) => {
    const total = ribbons.reduce((sum, ribbon) => (ribbon[side] === name ? sum + ribbon.count : sum), 0);
    if (total === 0) return [];
    const height = total * scale;
    const room = Math.max(height + 6, slot);
    const place = { name, total, y: y + (room - height) / 2, height };
    y += room;
    return [place];
  });
}

function heightOf(places: readonly Place[]): number {
  const last = places.at(-1);
  return last === undefined ? head : last.y + Math.max(last.height, slot / 2);
}

function bands(
  ribbons: readonly Ribbon[],
  names: readonly string[],
  left: readonly Place[],
  right: readonly Place[],
  scale: number,
  [from, to]: readonly [number, number],
  theme: Theme,
  number: (count: number) => string,
): readonly SVGElement[] {
  const leave = new Map(left.map(({ name, y }) => [name, y]));
  const enter = new Map(right.map(({ name, y }) => [name, y]));
  const order = (name: string): number => names.indexOf(name);
  const shape = area<readonly [number, number, number]>()
    .x(([x]) => x)
    .y0(([, y0]) => y0)
    .y1(([, , y1]) => y1)
    .curve(curveBumpX)
    .digits(1);
  return [...ribbons]
    .sort((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to))
    .map((ribbon) => {
      const thick = ribbon.count * scale;
      const [a, b] = [leave.get(ribbon.from) ?? 0, enter.get(ribbon.to) ?? 0];
      leave.set(ribbon.from, a + thick);
      enter.set(ribbon.to, b + thick);
      const d = shape([
        [from, a, a + thick],
        [to, b, b + thick],
      ]);
      const path = part('path', {
        d: d ?? '',
        fill: lineOf(theme, order(ribbon.from)),
        'fill-opacity': 0.55,
      });
      const title = part('title', {});
      title.textContent = `${ribbon.from} → ${ribbon.to}: ${number(ribbon.count)}`;
      path.append(title);
      return path;
    });
}

function placed(
  place: Place,
  x: number,
  at: number,
  anchor: 'start' | 'end',
  letters: number,
  theme: Theme,
  total: string,
): readonly SVGElement[] {
  return [
    part('rect', { x, y: place.y, width: bar, height: place.height, fill: theme.ink }),
    textOf(
      `${shortened(place.name, letters)} ${total}`,
      at,
      place.y + place.height / 2 + 4,
      anchor,
      theme.ink,
    ),
  ];
}

function textOf(words: string, x: number, y: number, anchor: 'start' | 'end', fill: string): SVGElement {
  const text = part('text', { x, y, 'text-anchor': anchor, fill });
  text.textContent = words;
  return text;
}

function part(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(namespace, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
