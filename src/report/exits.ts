import { axisX, axisY, barX, gridX, ruleY, text } from '@observablehq/plot';
import { ask } from '../ask.js';
import { exits } from '../measures/index.js';
import { type Released, type ReleasedRow, release } from '../release/index.js';
import type { Desk } from '../subjects.js';
import { formatNumber, type Lang } from './format.js';
import { type Frame, pictureOf, type Section, sheetOf } from './frame.js';
import { type Html, html } from './html.js';
import { draw, shortened } from './picture.js';
import { labelOf } from './sections.js';
import type { Sheet } from './table.js';

/** Rivals that each have a row of their own. */
const mostRivals = 3;

/** Where those go who leave, to the organisations with the most people by name. */
export async function gatherExits(
  desk: Desk,
  subjects: readonly string[],
  followed: readonly string[],
  months: number,
  minCell: number,
): Promise<Released> {
  const to = followed.slice(0, mostRivals);
  return release(await ask(desk, exits, { subjects, parameters: { months, to } }), minCell);
}

/** Where those go who leave. */
export function exitSection(frame: Frame): Section {
  const { material: m, lang, w } = frame;
  const rows = m.exits.rows
    .filter((row) => typeof row.events === 'number' && typeof row.incidence === 'number')
    .map((row): ReleasedRow => ({ ...row, destination: destinationOf(row, frame) }));
  if (rows.length === 0) {
    return { id: 'exits', heading: w.leaving.exits, body: html`<p>${w.leaving.noExits}</p>`, sheets: [] };
  }
  const sheet: Sheet = {
    name: 'exits',
    caption: w.leaving.exitsTable(m.months),
    columns: [
      { name: 'organisation', kind: 'text' },
      { name: 'destination', kind: 'text' },
      { name: 'episodes', kind: 'count' },
      { name: 'events', kind: 'count' },
      { name: 'leavers', kind: 'count' },
      { name: 'incidence', kind: 'share' },
      { name: 'incidence_interval', kind: 'share', limits: ['low', 'high'] },
    ],
    rows,
    of: m.exits,
  };
  const says = saysOf(frame, rows);
  const drawn = [...new Set(rows.map((row) => String(row.organisation)))].map((name) => {
    const own = rows.filter((row) => row.organisation === name);
    const label = labelOf(frame, `${w.leaving.exitsPlain}${w.colon}${name}`);
    return html`<div><h3>${name}</h3>${drawShares(own, label, lang)}</div>`;
  });
  const body = html`${pictureOf(frame, says, html`${drawn}`, [w.leaving.exitsRead(m.months)], 'small')}
${sheetOf(frame, sheet)}`;
  return { id: 'exits', heading: w.leaving.exits, body, sheets: [sheet] };
}

function destinationOf(row: ReleasedRow, { w }: Frame): string {
  const name = String(row.destination);
  return row.named === true ? name : (w.leaving.destinations[name] ?? name);
}

function saysOf({ material: m, lang, w }: Frame, rows: readonly ReleasedRow[]): string {
  const [most] = rows
    .filter((row) => row.named === true && typeof row.low === 'number')
    .sort((a, b) => Number(b.incidence) - Number(a.incidence));
  if (most === undefined) return w.leaving.exitsPlain;
  const share = formatNumber(Number(most.incidence), 'share', lang);
  return w.leaving.exitsSay(String(most.organisation), String(most.destination), share, m.months);
}

/** Shares of one organisation as bars, with their limits, the largest first. */
function drawShares(rows: readonly ReleasedRow[], label: string, lang: Lang): Html {
  const bars = rows
    .map(({ destination, incidence, low, high }) => ({
      name: String(destination),
      share: Number(incidence),
      low: typeof low === 'number' ? low : null,
      high: typeof high === 'number' ? high : null,
    }))
    .sort((a, b) => b.share - a.share);
  const most = Math.max(0.05, ...bars.map(({ share, high }) => high ?? share));
  return draw(
    {
      width: 330,
      height: 30 + bars.length * 42,
      marginLeft: 22,
      marginRight: 58,
      marginTop: 6,
      marginBottom: 22,
      style: { fontSize: '11px' },
      x: { domain: [0, most], label: null },
      y: { type: 'band', domain: bars.map(({ name }) => name), label: null, paddingInner: 0.15 },
      marks: [
        gridX({ ticks: 4, strokeOpacity: 0.14 }),
        axisX({ ticks: 4, tickSize: 3, tickFormat: (d: number) => formatNumber(d, 'share', lang) }),
        axisY({ ticks: [], label: null }),
        barX(bars, {
          x: 'share',
          y: 'name',
          insetTop: 17,
          insetBottom: 4,
          fill: 'var(--c0)',
          fillOpacity: 0.55,
        }),
        ruleY(
          bars.filter((bar) => bar.low !== null),
          { x1: 'low', x2: 'high', y: 'name', dy: 7, stroke: 'currentColor', strokeWidth: 1.5 },
        ),
        text(bars, {
          y: 'name',
          x: () => 0,
          dy: -9,
          textAnchor: 'start',
          text: (bar: { readonly name: string }) => shortened(bar.name, 44),
        }),
        text(bars, {
          y: 'name',
          x: (bar: { readonly share: number; readonly high: number | null }) => bar.high ?? bar.share,
          dx: 5,
          dy: 7,
          textAnchor: 'start',
          text: (bar: { readonly share: number }) => formatNumber(bar.share, 'share', lang),
        }),
      ],
    },
    label,
  );
}
