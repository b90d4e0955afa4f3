import { areaY, axisX, axisY, dot, gridY, line, ruleX, text } from '@observablehq/plot';
import { isRange, type ReleasedRow } from '../release/index.js';
import { formatCell, formatNumber, type Lang } from './format.js';
import type { Html } from './html.js';
import { draw } from './picture.js';

/** Longest curve drawn, in months. */
const longest = 60;

/** The points of a released curve, to five years. */
export function pointsOf(row: ReleasedRow): readonly ReleasedRow[] {
  const curve = Array.isArray(row.curve) ? (row.curve as readonly ReleasedRow[]) : [];
  return curve.filter((point) => Number(point.month) <= longest);
}

/** One survival curve with its band, ranges as grey bars, and the numbers followed under it. */
export function drawCurve(
  row: ReleasedRow,
  say: { readonly label: string; readonly axis: string; readonly followed: string; readonly lang: Lang },
): Html {
  const start = { month: 0, share: 1, low: 1, high: 1 };
  const points = pointsOf(row);
  const exact = [start, ...points.filter((point) => typeof point.share === 'number')];
  const banded = exact.filter((point) => typeof point.low === 'number' && typeof point.high === 'number');
  const ranged = points.flatMap(({ month, share }) =>
    isRange(share) ? [{ month, low: share.low ?? 0, high: share.high ?? 1 }] : [],
  );
  const percent = new Intl.NumberFormat(say.lang === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent' });
  return draw(
    {
      width: 330,
      height: 224,
      marginLeft: 48,
      marginRight: 16,
      marginTop: 8,
      marginBottom: 62,
      style: { fontSize: '11px' },
      x: { domain: [0, longest], label: null },
      y: { domain: [0, 1], label: null },
      marks: [
        gridY([0, 0.25, 0.5, 0.75, 1], { strokeOpacity: 0.14 }),
        axisY([0, 0.5, 1], {
          tickSize: 0,
          tickFormat: (d: number) => percent.format(d).replace(/\s/g, '\u00a0'),
        }),
        axisX([0, 12, 24, 36, 48, 60], { tickSize: 3, label: null }),
        ruleX(ranged, {
          x: 'month',
          y1: 'low',
          y2: 'high',
          stroke: 'currentColor',
          strokeOpacity: 0.3,
          strokeWidth: 6,
        }),
        areaY(banded, { x: 'month', y1: 'low', y2: 'high', fill: 'var(--c0)', fillOpacity: 0.22 }),
        line(exact, { x: 'month', y: 'share', stroke: 'var(--c0)', strokeWidth: 2 }),
        dot(exact.slice(1), { x: 'month', y: 'share', fill: 'var(--c0)', r: 2.5 }),
        text([say.followed], {
          x: () => -8,
          frameAnchor: 'bottom',
          dy: 50,
          fontSize: 10.5,
          textAnchor: 'start',
        }),
        text([say.axis], { frameAnchor: 'bottom', dy: 32, fontSize: 11 }),
        text(
          points.filter(({ month }) => Number(month) % 12 === 0),
          {
            x: 'month',
            frameAnchor: 'bottom',
            dy: 50,
            fontSize: 10.5,
            text: (point: ReleasedRow) => followed(point, say.lang),
          },
        ),
      ],
    },
    say.label,
  );
}

function followed({ at_risk: atRisk }: ReleasedRow, lang: Lang): string {
  return isRange(atRisk)
    ? `≥ ${formatNumber(atRisk.low ?? 0, 'count', lang)}`
    : formatCell(atRisk, 'count', lang);
}
