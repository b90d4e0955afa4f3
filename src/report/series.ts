import { axisX, axisY, gridY, line } from '@observablehq/plot';
import type { ReleasedRow } from '../release/index.js';
import { formatNumber, type Lang } from './format.js';
import type { Html } from './html.js';
import { labelsAtEnds, lineFrame } from './lines.js';
import { colourOf, draw } from './picture.js';

interface Point {
  readonly country: string;
  /** Year and part of it. */
  readonly x: number;
  readonly y: number | null;
}

/** A published series by month, one line for each country with its name at its end; a month without a value is a gap. */
export function drawSeries(
  rows: readonly ReleasedRow[],
  series: string,
  countries: readonly string[],
  say: { readonly label: string; readonly name: (country: string) => string; readonly lang: Lang },
): Html {
  const points = rows.map((row) => pointOf(row, series));
  const own = (country: string): readonly Point[] => points.filter((point) => point.country === country);
  const drawn = points.filter(({ country, y }) => y !== null && countries.includes(country));
  const [first, last] = [Math.min(...drawn.map(({ x }) => x)), Math.max(...drawn.map(({ x }) => x))];
  const most = Math.max(1, ...drawn.map(({ y }) => y ?? 0)) * 1.04;
  const ends = countries.flatMap((country, nth) => {
    const end = own(country).findLast(({ y }) => y !== null);
    return end ? [{ nth, name: say.name(country), x: end.x, y: end.y ?? 0 }] : [];
  });
  const years = Array.from(
    { length: Math.floor(last) - Math.ceil(first) + 1 },
    (_, i) => Math.ceil(first) + i,
  );
  const step = Math.max(1, Math.ceil(years.length / 9));
  return draw(
    {
      ...lineFrame,
      x: { type: 'linear', domain: [first, Math.max(last, first + 1 / 12)], label: null },
      y: { domain: [0, most], label: null },
      marks: [
        gridY({ ticks: 5, strokeOpacity: 0.14 }),
        axisY({ ticks: 5, tickSize: 0, tickFormat: (d: number) => formatNumber(d, 'count', say.lang) }),
        axisX(
          years.filter((_, i) => (years.length - 1 - i) % step === 0),
          { tickSize: 3, tickFormat: (year: number) => String(year) },
        ),
        ...countries.map((country, nth) =>
          line(own(country), { x: 'x', y: 'y', stroke: colourOf(nth), strokeWidth: 2 }),
        ),
        ...labelsAtEnds(ends, Math.max(last, first + 1 / 12), most),
      ],
    },
    say.label,
  );
}

/** A month stands at its first day: the tick of a year is its January. */
function pointOf(row: ReleasedRow, series: string): Point {
  const month = String(row.month);
  const value = row[series];
  return {
    country: String(row.country),
    x: Number(month.slice(0, 4)) + (Number(month.slice(5)) - 1) / 12,
    y: typeof value === 'number' ? value : null,
  };
}
