import { axisX, axisY, dot, gridX, link, ruleX } from '@observablehq/plot';
import { ask } from '../ask.js';
import { ranking } from '../measures/index.js';
import { type Released, type ReleasedRow, release } from '../release/index.js';
import type { Desk } from '../subjects.js';
import { formatNumber, type Lang } from './format.js';
import { type Frame, pictureOf, type Section, sheetOf } from './frame.js';
import { type Html, html } from './html.js';
import { draw, shortened } from './picture.js';
import { labelOf } from './sections.js';
import type { Sheet } from './table.js';

/** Organisations of the picture, the first and the last of the ranking where there are more. */
const mostDrawn = 40;

/** The ranking of everybody, and those that are dropped. */
export async function gatherRanking(desk: Desk, minCell: number): Promise<Released> {
  return release(await ask(desk, ranking, { parameters: { dropped: true } }), minCell);
}

/** Whom people who move prefer: values with their intervals, ranks, and who is not ranked. */
export function rankingSection(frame: Frame): Section {
  const { material: m, w } = frame;
  const said = w.ranking;
  const shown = m.ranking.rows.filter(({ value }) => typeof value === 'number');
  const note = m.ranking.notes.find(({ code }) => code === 'dropped');
  const why = note === undefined ? html`` : html`<p>${note[frame.lang]}</p>`;
  if (shown.length === 0) {
    return { id: 'ranking', heading: said.heading, body: html`<p>${said.none}</p>${why}`, sheets: [] };
  }
  const paid = shown.some(({ unexplained }) => typeof unexplained === 'number');
  const sheet: Sheet = {
    name: 'ranking',
    caption: said.table,
    columns: [
      { name: 'organisation', kind: 'text' },
      { name: 'rank', kind: 'count' },
      { name: 'rank_interval', kind: 'count', limits: ['rank_low', 'rank_high'] },
      { name: 'flow_value', kind: 'count' },
      { name: 'value_interval', kind: 'count', limits: ['low', 'high'] },
      { name: 'corrected', kind: 'count' },
      { name: 'q_value', kind: 'probability' },
      { name: 'moves_in', kind: 'count' },
      { name: 'moves_out', kind: 'count' },
      { name: 'lost', kind: 'share' },
      ...(paid
        ? ([
            { name: 'median_pay', kind: 'count' },
            { name: 'unexplained', kind: 'count' },
            {
              name: 'unexplained_interval',
              kind: 'count',
              limits: ['unexplained_low', 'unexplained_high'],
            },
          ] as const)
        : []),
    ],
    rows: shown.map((row): ReleasedRow => ({ ...row, flow_value: row.value ?? null })),
    of: m.ranking,
  };
  const says = saysOf(frame, shown);
  const cut = shown.length > mostDrawn;
  const drawn = cut ? [...shown.slice(0, mostDrawn / 2), ...shown.slice(-mostDrawn / 2)] : shown;
  const reads = [said.reads, ...(cut ? [said.ends(mostDrawn / 2)] : [])];
  const picture = drawRanking(drawn, { label: labelOf(frame, says), lang: frame.lang });
  const pay = m.ranking.notes.filter(({ code }) => code === 'pay_line' || code === 'pay_limits');
  const body = html`<p>${said.is}</p>
${pictureOf(frame, says, picture, reads, 'large')}
${sheetOf(frame, sheet)}
${pay.length === 0 ? html`` : html`<h3>${said.pay}</h3>${pay.map((each) => html`<p>${each[frame.lang]}</p>`)}`}
<h3>${said.dropped}</h3>
${why}
${droppedOf(frame)}`;
  return { id: 'ranking', heading: said.heading, body, sheets: [sheet] };
}

/** Those compared in the report that are not ranked, or of whose rank nothing may be shown. */
function droppedOf({ material: m, w }: Frame): Html {
  const ranked = new Set(
    m.ranking.rows.filter(({ value }) => typeof value === 'number').map((row) => String(row.organisation)),
  );
  const missing = m.compared.filter((title) => !ranked.has(title));
  if (missing.length === 0) return html``;
  return html`<p>${w.ranking.missing(missing.join(', '), m.minCell)}</p>`;
}

function saysOf({ w, lang }: Frame, rows: readonly ReleasedRow[]): string {
  const [first] = rows;
  const [low, high] = [first?.rank_low, first?.rank_high];
  return first === undefined || typeof low !== 'number' || typeof high !== 'number'
    ? w.ranking.plain
    : w.ranking.says(
        String(first.organisation),
        formatNumber(low, 'count', lang),
        formatNumber(high, 'count', lang),
        formatNumber(rows.length, 'count', lang),
      );
}

interface Bar {
  readonly nth: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Values with their intervals, best first, and beside each name its rank with the limits. */
function drawRanking(
  rows: readonly ReleasedRow[],
  say: { readonly label: string; readonly lang: Lang },
): Html {
  const bars = rows.map(({ value, low, high }, nth): Bar => {
    const own = Number(value);
    return {
      nth,
      value: own,
      low: typeof low === 'number' ? low : own,
      high: typeof high === 'number' ? high : own,
    };
  });
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  const label = (nth: number): string => {
    const row = rows[nth];
    const limits =
      typeof row?.rank_low === 'number' && typeof row.rank_high === 'number'
        ? ` (${row.rank_low}–${row.rank_high})`
        : '';
    return `${shortened(String(row?.organisation ?? ''), 26)}  ${String(row?.rank ?? '')}${limits}`;
  };
  return draw(
    {
      width: 760,
      height: 50 + rows.length * 22,
      marginLeft: 280,
      marginTop: 10,
      marginBottom: 30,
      marginRight: 16,
      style: { fontSize: '12px' },
      x: { domain: [Math.min(0, ...ends), Math.max(0, ...ends)], nice: true, label: null },
      y: { domain: rows.map((_, nth) => nth), type: 'band', label: null },
      marks: [
        axisX({ ticks: 7, tickSize: 3, tickFormat: (d: number) => formatNumber(d, 'ratio', say.lang) }),
        axisY({ tickFormat: label, tickSize: 0, fontSize: 13 }),
        gridX({ ticks: 7, strokeOpacity: 0.12 }),
        ruleX([0], { strokeOpacity: 0.8 }),
        link(bars, { x1: 'low', x2: 'high', y1: 'nth', y2: 'nth', stroke: 'var(--c0)', strokeWidth: 2.5 }),
        dot(bars, { x: 'value', y: 'nth', r: 4.5, fill: 'var(--c0)', stroke: 'var(--paper)' }),
      ],
    },
    say.label,
  );
}
