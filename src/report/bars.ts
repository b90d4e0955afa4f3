import type { Cause } from '../records/index.js';
import { isWithheld, type ReleasedRow } from '../release/index.js';
import { type Html, html } from './html.js';
import { shownMoves } from './others.js';
import { shortened } from './picture.js';

const width = 440;
const thick = 18;
const pitch = 46;
const line = 20;
/** Room of a box that says that a part is withheld, whatever it is. */
const box = 30;

/** Causes in the order of the parts of a bar: its colour, and the strokes over it, so that colour is not needed. */
const looks: Readonly<Record<Cause, { readonly colour: number; readonly strokes: string }>> = {
  hire: { colour: 0, strokes: '' },
  acquired: { colour: 1, strokes: `stroke-width="${thick}" stroke-dasharray="1.5 4.5"` },
  licensed_and_hired: { colour: 4, strokes: 'stroke-width="7" stroke-dasharray="5 4"' },
  spun_off: { colour: 3, strokes: 'stroke-width="4" stroke-dasharray="0 7" stroke-linecap="round"' },
  internal: { colour: 2, strokes: 'stroke-width="2"' },
};
const order = Object.keys(looks) as readonly Cause[];

interface Part {
  readonly cause: Cause | 'others';
  /** Null where it is withheld. */
  readonly count: number | null;
}

/**
 * Flows as bars, hires first and then the moves of other causes, each in a colour and strokes of its own.
 *
 * A withheld part is a box of one size that says so; causes other than hires share one at the end of the bar.
 */
export function drawBars(
  rows: readonly ReleasedRow[],
  say: {
    readonly label: string;
    readonly cause: (cause: Cause) => string;
    readonly number: (count: number) => string;
    readonly withheld: string;
    readonly few: string;
  },
): Html {
  const bars = rows.map((row) => ({ row, parts: partsOf(row) }));
  const scale = Math.min(...bars.map(({ parts }) => scaleOf(parts)));
  const legend = order.filter(
    (cause) => cause === 'hire' || rows.some((row) => shownMoves(row, [cause]) > 0),
  );
  const head = (Math.ceil((legend.length + 1) / 2) + 0.5) * line;
  const keys = [
    ...legend.map((cause, nth) => key(nth, say.cause(cause), (x, y) => segment(cause, x, y, 28, 12))),
    key(legend.length, say.few, (x, y) => withheldBox('others', x, y, say.withheld, 28, 14)),
  ];
  const drawn = bars.map(({ row, parts }, nth) => {
    const y = head + nth * pitch;
    const name = `${shortened(String(row.from), 26)} → ${shortened(String(row.to), 26)}`;
    return html`<g><text x="0" y="${y + 14}"><title>${row.from as string} → ${row.to as string}</title>${name}</text>${along(parts, scale, y + line, say)}</g>
`;
  });
  return html`<svg viewBox="0 0 ${width} ${head + rows.length * pitch}" role="img" aria-label="${say.label}" class="bars" font-size="13" fill="currentColor">
<title>${say.label}</title>
<g>${keys}</g>
${drawn}</svg>`;
}

function partsOf(row: ReleasedRow): readonly Part[] {
  const shown = order.flatMap((cause): Part[] => {
    const count = row[cause];
    if (typeof count === 'number') return count > 0 ? [{ cause, count }] : [];
    return cause === 'hire' ? [{ cause, count: null }] : [];
  });
  const hidden = order.some((cause) => cause !== 'hire' && isWithheld(row[cause]));
  return hidden ? [...shown, { cause: 'others', count: null }] : shown;
}

/** Points for each move, so that the bar ends within the picture. */
function scaleOf(parts: readonly Part[]): number {
  const boxes = parts.filter(({ count }) => count === null).length * box;
  return (
    (width - 2 - boxes) /
    Math.max(
      1,
      parts.reduce((sum, { count }) => sum + (count ?? 0), 0),
    )
  );
}

function along(
  parts: readonly Part[],
  scale: number,
  y: number,
  say: {
    readonly cause: (cause: Cause) => string;
    readonly number: (count: number) => string;
    readonly withheld: string;
  },
): readonly Html[] {
  let x = 1;
  return parts.map(({ cause, count }) => {
    const from = x;
    if (count === null || cause === 'others') {
      x += box;
      return withheldBox(cause, from, y, say.withheld, box - 4, thick);
    }
    const long = rounded(count * scale);
    x = rounded(x + long);
    const text = say.number(count);
    const fits = long > text.length * 7.5 + 3;
    const label = html`<text x="${rounded(from + long / 2)}" y="${y + thick / 2}" dy="0.36em" class="on">${text}</text>`;
    return html`<g><title>${say.cause(cause)} ${text}</title>${segment(cause, from, y, long, thick)}${fits ? label : html``}</g>`;
  });
}

function segment(cause: Cause, x: number, y: number, long: number, high: number): Html {
  const { colour, strokes } = looks[cause];
  const middle = y + high / 2;
  const over = html`<line x1="${x}" x2="${rounded(x + long)}" y1="${middle}" y2="${middle}" class="over" ${{ html: strokes }}/>`;
  return html`<rect x="${x}" y="${y}" width="${long}" height="${high}" style="fill:var(--c${colour})"/>${strokes === '' ? html`` : over}`;
}

function withheldBox(
  cause: Part['cause'],
  x: number,
  y: number,
  text: string,
  long: number,
  high: number,
): Html {
  const colour = cause === 'others' ? 'var(--soft)' : `var(--c${looks[cause].colour})`;
  return html`<rect x="${x + 1}" y="${y + 0.5}" width="${long}" height="${high - 1}" fill="none" stroke-dasharray="3 2" style="stroke:${colour}"/><text x="${x + 1 + long / 2}" y="${y + high / 2}" dy="0.36em" text-anchor="middle" font-size="11">${text}</text>`;
}

function key(nth: number, text: string, swatch: (x: number, y: number) => Html): Html {
  const [x, y] = [(nth % 2) * (width / 2), Math.floor(nth / 2) * line];
  return html`${swatch(x + 1, y + 1)}<text x="${x + 38}" y="${y + 12}" class="axis">${text}</text>`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
