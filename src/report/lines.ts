import { axisX, axisY, dot, gridY, line, link, type Markish, text } from '@observablehq/plot';
import type { ReleasedRow } from '../release/index.js';
import { formatNumber, type Lang } from './format.js';
import type { Html } from './html.js';
import { colourOf, draw, shortened } from './picture.js';
import type { Mark } from './timeline.js';

interface Point {
  readonly organisation: string;
  readonly year: number;
  readonly people: number | null;
}

const height = 380;
const [top, bottom] = [14, 30];
const labelRoom = 15;

/** Size and margins of a picture of lines, with room for their names. */
export const lineFrame = {
  width: 720,
  height,
  marginTop: top,
  marginBottom: bottom,
  marginLeft: 54,
  marginRight: 178,
  style: { fontSize: '12px' },
} as const;

/**
 * Headcounts by year, one line for each organisation with its name at its end; a withheld year is a gap. What happened is marked on the line, where
 * both years beside it are shown.
 */
export function drawHeadcount(
  rows: readonly ReleasedRow[],
  organisations: readonly string[],
  marks: readonly Mark[],
  say: { readonly label: string; readonly lang: Lang },
): Html {
  const points = rows.map(pointOf);
  const years = points.filter(({ people }) => people !== null).map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const most = Math.max(1, ...points.map(({ people }) => people ?? 0)) * 1.04;
  const own = (name: string): readonly Point[] =>
    points.filter(({ organisation, year }) => organisation === name && year >= first && year <= last);
  const ends = organisations.flatMap((name, nth) => {
    const end = own(name).findLast(({ people }) => people !== null);
    return end ? [{ nth, name, x: end.year, y: end.people ?? 0 }] : [];
  });
  const step = Math.max(1, Math.ceil((last - first + 1) / 9));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
    (y) => (last - y) % step === 0,
  );
  return draw(
    {
      ...lineFrame,
      x: { type: 'linear', domain: [first, Math.max(last, first + 1)], label: null },
      y: { domain: [0, most], label: null },
      marks: [
        gridY({ ticks: 5, strokeOpacity: 0.14 }),
        axisY({ ticks: 5, tickSize: 0, tickFormat: (d: number) => formatNumber(d, 'count', say.lang) }),
        axisX(ticks, { tickSize: 3, tickFormat: (year: number) => String(year) }),
        ...organisations.flatMap((name, nth) => [
          line(own(name), { x: 'year', y: 'people', stroke: colourOf(nth), strokeWidth: 2.2 }),
          dot(
            own(name).filter(({ people }) => people !== null),
            { x: 'year', y: 'people', fill: colourOf(nth), r: 2.2 },
          ),
        ]),
        ...organisations.map((name, nth) =>
          dot(placed(own(name), marks), {
            x: 'x',
            y: 'people',
            symbol: 'diamond',
            r: 4.5,
            fill: 'var(--paper)',
            stroke: colourOf(nth),
            strokeWidth: 1.6,
            title: 'text',
          }),
        ),
        ...labelsAtEnds(ends, last, most),
      ],
    },
    say.label,
  );
}

function pointOf(row: ReleasedRow): Point {
  return {
    organisation: String(row.organisation),
    year: Number(String(row.month).slice(0, 4)),
    people: typeof row.people === 'number' ? row.people : null,
  };
}

/** Marks on a line: a year's count is of its end, so that a month lies between two of them. */
function placed(
  line: readonly Point[],
  marks: readonly Mark[],
): readonly { readonly x: number; readonly people: number; readonly text: string }[] {
  const peopleIn = new Map(line.map(({ year, people }) => [year, people]));
  return marks
    .filter(({ organisation }) => line.some((point) => point.organisation === organisation))
    .flatMap(({ month, text }) => {
      const x = Number(month.slice(0, 4)) - 1 + Number(month.slice(5)) / 12;
      const [before, after] = [peopleIn.get(Math.floor(x)), peopleIn.get(Math.ceil(x))];
      if (typeof before !== 'number' || typeof after !== 'number') return [];
      return [{ x, people: before + (after - before) * (x - Math.floor(x)), text }];
    });
}

/** Where a line ends: the nth, its name and its last point. */
export interface End {
  readonly nth: number;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The name of each line beside its end, at the right of a picture whose values go from 0 to `most`. */
export function labelsAtEnds(ends: readonly End[], right: number, most: number): readonly Markish[] {
  return spread(ends, most).flatMap(({ nth, name, x, y, at }) => [
    link([{ x, y, at }], {
      x1: 'x',
      x2: () => right,
      y1: 'y',
      y2: 'at',
      stroke: colourOf(nth),
      strokeOpacity: 0.5,
      strokeDasharray: '2,2',
    }),
    dot([{ at }], { x: () => right, y: 'at', dx: 9, r: 4, fill: colourOf(nth) }),
    text([{ at }], {
      x: () => right,
      y: 'at',
      dx: 17,
      textAnchor: 'start',
      fontSize: 12.5,
      text: () => shortened(name, 22),
    }),
  ]);
}

/** Labels from the top down, each at its line's end or as near under the one above as it may stand. */
function spread(ends: readonly End[], most: number): readonly (End & { readonly at: number })[] {
  const unit = most / (height - top - bottom);
  const gap = labelRoom * unit;
  let above = Number.POSITIVE_INFINITY;
  const placed = [...ends]
    .sort((a, b) => b.y - a.y || a.nth - b.nth)
    .map((end) => {
      above = Math.min(end.y, above - gap);
      return { ...end, at: above };
    });
  let under = 0;
  return placed.toReversed().map((end) => {
    const at = Math.max(end.at, under);
    under = at + gap;
    return { ...end, at };
  });
}
