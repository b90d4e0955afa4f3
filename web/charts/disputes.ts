import type { Draw } from './figure.js';
import { shortened } from './plot.js';
import { lineOf, type Theme } from './theme.js';

/** A claim as a box: who claims, what, and its verdict. */
export interface Box {
  readonly id: string;
  readonly who: string;
  readonly says: string;
  readonly verdict: string;
}

/** A line from one box to another. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly kind: 'disputes' | 'mutates' | 'conflicts' | 'differs';
  /** What the line means, written above the box that it comes from. */
  readonly says: string;
}

interface Placed extends Box {
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly above: readonly string[];
}

const lane = 13;
const line = 15;
const pad = 8;
const gap = 14;
const letter = 6.7;
const mostLines = 5;
const narrowest = 320;
const between = 24;

/** Claims as boxes under one another, and how each stands to the others as lines beside them; groups side by side where there is room. */
export function disputesOf(boxes: readonly Box[], lines: readonly Line[]): Draw {
  return (width, theme) => {
    const groups = groupsOf(boxes, lines);
    if (groups.length === 0) return null;
    const many = Math.max(1, Math.min(groups.length, Math.floor((width + between) / (narrowest + between))));
    const wide = Math.floor((width - between * (many - 1)) / many);
    const bottoms = Array.from({ length: many }, () => 0);
    const svg = part('svg', { class: 'plot', 'font-size': '12', fill: theme.ink });
    for (const group of groups) {
      const column = bottoms.indexOf(Math.min(...bottoms));
      const own = lines.filter(({ from }) => group.some(({ id }) => id === from));
      const top = bottoms[column] ?? 0;
      const drawn = part('g', { transform: `translate(${column * (wide + between)} ${top})` });
      bottoms[column] = top + drawGroup(drawn, group, own, wide, theme) + between;
      svg.append(drawn);
    }
    const height = Math.max(...bottoms) - between + 4;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    return svg as SVGSVGElement;
  };
}

/** Boxes that lines join, group by group, the largest first; in each the one that most lines lead to first. */
function groupsOf(boxes: readonly Box[], lines: readonly Line[]): readonly (readonly Box[])[] {
  const groups: Set<string>[] = [];
  for (const { from, to } of lines) {
    const met = groups.filter((group) => group.has(from) || group.has(to));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...met.flatMap((group) => [...group]), from, to]));
  }
  const against = (id: string): number => lines.filter(({ to }) => to === id).length;
  return groups
    .map((group) => boxes.filter(({ id }) => group.has(id)).sort((a, b) => against(b.id) - against(a.id)))
    .sort((a, b) => b.length - a.length);
}

/** Draws one group and gives its height. */
function drawGroup(
  into: Element,
  group: readonly Box[],
  lines: readonly Line[],
  width: number,
  theme: Theme,
): number {
  const left = 8 + lines.length * lane;
  const room = Math.floor((width - left - 2 * pad) / letter);
  const boxes: Placed[] = [];
  let y = 2;
  for (const box of group) {
    const above = lines.filter(({ from }) => from === box.id).map(({ says }) => says);
    const rows = wrapped(box.says, room, mostLines);
    const top = y + above.length * line + (above.length > 0 ? 6 : 0);
    const height = line * (rows.length + 2) + pad + 4;
    boxes.push({ ...box, y: top, height, lines: rows, above });
    y = top + height + gap;
  }
  for (const box of boxes) into.append(drawBox(box, left, width, room, theme));
  const at = new Map(boxes.map((box) => [box.id, box]));
  lines.forEach((one, nth) => {
    const [from, to] = [at.get(one.from), at.get(one.to)];
    if (from && to) into.append(drawLine(one, from, to, nth, left, lines, theme));
  });
  return y - gap;
}

function drawBox(box: Placed, left: number, width: number, room: number, theme: Theme): Element {
  const drawn = part('g', {});
  box.above.forEach((text, nth) => {
    const y = box.y - 6 - (box.above.length - 1 - nth) * line;
    drawn.append(words(shortened(text, room + 2), left, y, { fill: theme.soft }));
  });
  drawn.append(
    part('rect', {
      x: String(left),
      y: String(box.y),
      width: String(width - left - 1),
      height: String(box.height),
      rx: '3',
      fill: 'none',
      stroke: theme.soft,
    }),
    words(shortened(box.who, Math.floor(room * 0.88)), left + pad, box.y + line + 2, {
      'font-weight': '600',
    }),
  );
  box.lines.forEach((text, nth) => {
    drawn.append(words(text, left + pad, box.y + line * (nth + 2) + 3, {}));
  });
  drawn.append(words(box.verdict, left + pad, box.y + box.height - pad, { fill: theme.soft }));
  return drawn;
}

function drawLine(
  { kind }: Line,
  from: Placed,
  to: Placed,
  nth: number,
  left: number,
  lines: readonly Line[],
  theme: Theme,
): Element {
  const dotted = kind === 'conflicts' || kind === 'differs';
  const x = left - 6 - nth * lane;
  const into = lines.filter((other) => other.to === to.id);
  const place = into.findIndex((other) => other.from === from.id);
  const start = from.y + from.height / 2 + (from.y > to.y ? -4 : 4);
  const end = to.y + (to.height * (place + 1)) / (into.length + 1);
  const colour = lineOf(theme, kind === 'disputes' ? 1 : kind === 'mutates' ? 0 : 3);
  const drawn = part('g', { fill: 'none', stroke: colour, 'stroke-width': '1.6' });
  const dash = kind === 'mutates' ? '6 3' : dotted ? '2 3' : '';
  drawn.append(
    part('path', {
      d: `M${left} ${start}H${x}V${end}H${left - (dotted ? 0 : 6)}`,
      ...(dash === '' ? {} : { 'stroke-dasharray': dash }),
    }),
  );
  if (!dotted) drawn.append(part('path', { d: `M${left} ${end}l-7 -4v8z`, fill: colour, stroke: 'none' }));
  return drawn;
}

/** A text in lines of so many letters, the last cut where there is no more room. */
function wrapped(text: string, most: number, lines: number): readonly string[] {
  const rows: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = rows.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(shortened(word, most));
  }
  if (rows.length <= lines) return rows;
  return [...rows.slice(0, lines - 1), shortened(rows.slice(lines - 1).join(' '), most)];
}

function words(text: string, x: number, y: number, more: Readonly<Record<string, string>>): Element {
  const drawn = part('text', { x: String(x), y: String(y), ...more });
  drawn.textContent = text;
  return drawn;
}

function part(name: string, attributes: Readonly<Record<string, string>>): Element {
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) drawn.setAttribute(key, value);
  return drawn;
}
