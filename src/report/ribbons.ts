import { area, curveBumpX } from 'd3-shape';
import { type Html, html } from './html.js';
import { colourOf, shortened } from './picture.js';

/** A flow to be drawn: from and to are titles. */
export interface Ribbon {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

interface Node {
  readonly name: string;
  readonly total: number;
  readonly y: number;
  readonly height: number;
}

const width = 720;
const gutter = 200;
const bar = 10;
const head = 28;
const room = 24;
const ribbonRoom = 340;

/**
 * Flows as ribbons between two columns: organisations left, and organisations joined.
 *
 * Columns and ribbons follow the order of `names`. A place is as high as its flows, and has room for its label whatever they
 * are, so that labels never meet.
 */
export function drawRibbons(
  ribbons: readonly Ribbon[],
  names: readonly string[],
  say: {
    readonly label: string;
    readonly left: string;
    readonly joined: string;
    readonly number: (count: number) => string;
  },
): Html {
  const total = ribbons.reduce((sum, { count }) => sum + count, 0);
  const scale = ribbonRoom / Math.max(1, total);
  const heightOf = (side: 'from' | 'to'): number => column(ribbons, names, side, scale, 0).end;
  const height = Math.max(heightOf('from'), heightOf('to'));
  const left = column(ribbons, names, 'from', scale, (height - heightOf('from')) / 2).nodes;
  const right = column(ribbons, names, 'to', scale, (height - heightOf('to')) / 2).nodes;
  const text = (node: Node): string => `${shortened(node.name, 22)} ${say.number(node.total)}`;
  return html`<svg viewBox="0 0 ${width} ${Math.ceil(height + head + 8)}" role="img" aria-label="${say.label}" class="ribbons" font-size="13" fill="currentColor">
<title>${say.label}</title>
<text x="${gutter}" y="14" text-anchor="end" class="axis">${say.left}</text><text x="${width - gutter}" y="14" class="axis">${say.joined}</text>
<g>${paths(ribbons, names, left, right, scale, say.number)}</g>
<g>${left.map((node) => html`<rect x="${gutter}" y="${node.y}" width="${bar}" height="${node.height}"/><text x="${gutter - 7}" y="${middle(node)}" dy="0.35em" text-anchor="end"><title>${node.name}</title>${text(node)}</text>`)}</g>
<g>${right.map((node) => html`<rect x="${width - gutter - bar}" y="${node.y}" width="${bar}" height="${node.height}"/><text x="${width - gutter + 7}" y="${middle(node)}" dy="0.35em"><title>${node.name}</title>${text(node)}</text>`)}</g>
</svg>`;
}

function column(
  ribbons: readonly Ribbon[],
  names: readonly string[],
  side: 'from' | 'to',
  scale: number,
  top: number,
): { readonly nodes: readonly Node[]; readonly end: number } {
  let y = top;
  const nodes: Node[] = [];
  for (const name of names) {
    const total = ribbons.reduce((sum, ribbon) => (ribbon[side] === name ? sum + ribbon.count : sum), 0);
    if (total === 0) continue;
    const height = total * scale;
    const slot = Math.max(height + 6, room);
    nodes.push({ name, total, y: rounded(head + y + (slot - height) / 2), height: rounded(height) });
    y += slot;
  }
  return { nodes, end: y };
}

function paths(
  ribbons: readonly Ribbon[],
  names: readonly string[],
  left: readonly Node[],
  right: readonly Node[],
  scale: number,
  number: (count: number) => string,
): readonly Html[] {
  const leave = new Map(left.map((node) => [node.name, node.y]));
  const enter = new Map(right.map((node) => [node.name, node.y]));
  const place = (name: string): number => names.indexOf(name);
  const ribbon = area<readonly [number, number, number]>()
    .x(([x]) => x)
    .y0(([, y0]) => y0)
    .y1(([, , y1]) => y1)
    .curve(curveBumpX)
    .digits(2);
  return [...ribbons]
    .sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to))
    .map(({ from, to, count }) => {
      const thick = count * scale;
      const [a, b] = [leave.get(from) ?? 0, enter.get(to) ?? 0];
      leave.set(from, a + thick);
      enter.set(to, b + thick);
      const shape = ribbon([
        [gutter + bar, a, a + thick],
        [width - gutter - bar, b, b + thick],
      ]);
      const drawn = html`<path d="${shape}" style="fill:${colourOf(place(from))}" fill-opacity="0.6"><title>${from} → ${to} ${number(count)}</title></path>`;
      return { count, drawn };
    })
    .sort((a, b) => b.count - a.count)
    .map(({ drawn }) => drawn);
}

function middle({ y, height }: Node): number {
  return rounded(y + height / 2);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
