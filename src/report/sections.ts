import { drawForest } from './forest.js';
import { formatNumber } from './format.js';
import { type Frame, pictureOf, type Section, sheetOf } from './frame.js';
import { html } from './html.js';
import { impliedSheet } from './implied.js';
import { mostOf, shownHires } from './pairs.js';
import { drawRibbons } from './ribbons.js';
import { type Sheet, tableOf } from './table.js';

const mostFlows = 20;

/** Who hires from whom: the picture and the table of flows. */
export function flowSection(frame: Frame): Section {
  const { material: m, lang, w } = frame;
  const number = (count: number): string => formatNumber(count, 'count', lang);
  const shown = m.flows.rows.filter((row) => shownHires(row) > 0);
  const ribbons = shown
    .map((row) => ({ from: String(row.from), to: String(row.to), count: shownHires(row) }))
    .filter(({ from, to }) => m.shown.includes(from) && m.shown.includes(to));
  const largest = [...ribbons].sort((a, b) => b.count - a.count)[0];
  const sheet: Sheet = {
    name: 'flows',
    caption: w.flowsTable,
    columns: [
      { name: 'from', kind: 'text' },
      { name: 'to', kind: 'text' },
      { name: 'hire', kind: 'count' },
      { name: 'net', kind: 'net' },
      { name: 'rate', kind: 'ratio' },
      { name: 'rate_interval', kind: 'ratio', limits: ['rate_low', 'rate_high'] },
      { name: 'q_value', kind: 'probability' },
    ],
    rows: shown.slice(0, mostFlows),
    of: m.flows,
  };
  if (shown.length === 0)
    return { id: 'flows', heading: w.flows, body: html`<p>${w.noFlows}</p>`, sheets: [] };
  const says = largest && w.flowSays(largest.from, largest.to, number(largest.count));
  const picture =
    largest === undefined || says === undefined
      ? html`<p>${w.noFlows}</p>`
      : pictureOf(
          frame,
          says,
          drawRibbons(ribbons, m.shown, {
            label: labelOf(frame, says),
            left: w.left,
            joined: w.joined,
            number,
          }),
          [w.flowReads, w.notDrawn(m.minCell)],
          'large',
        );
  const body = html`<p>${w.hiresOnly}</p>
${picture}
${sheetOf(frame, sheet)}`;
  return { id: 'flows', heading: w.flows, body, sheets: [sheet] };
}

/** How many for one who goes back: ratios, rate ratios, and what a printed ratio implies. */
export function ratioSection(frame: Frame): Section {
  const { material: m, lang, w } = frame;
  const implied = impliedSheet(frame);
  const sheet: Sheet = {
    name: 'ratios',
    caption: w.ratioTable,
    columns: [
      { name: 'from', kind: 'text' },
      { name: 'to', kind: 'text' },
      { name: 'forward', kind: 'count' },
      { name: 'backward', kind: 'count' },
      { name: 'ratio', kind: 'ratio' },
      { name: 'interval', kind: 'ratio', limits: ['low', 'high'] },
      { name: 'q_value', kind: 'probability' },
      { name: 'rate_ratio', kind: 'ratio' },
      { name: 'rate_ratio_interval', kind: 'ratio', limits: ['rate_low', 'rate_high'] },
      { name: 'left_out', kind: 'count' },
    ],
    rows: m.ratios.rows,
    of: m.ratios,
  };
  const beyond = m.ratios.rows.filter(({ q_value: q }) => mostOf(q) <= 0.05).length;
  const says = w.ratioSays(beyond, m.ratios.rows.length);
  const dashed = m.ratios.rows.some(({ ratio }) => typeof ratio === 'object' && ratio !== null);
  const reads = [w.ratioReads, ...(dashed ? [w.rangeReads(m.minCell)] : [])];
  const drawn = (): Parameters<typeof pictureOf>[2] =>
    drawForest(m.ratios.rows, {
      label: labelOf(frame, says),
      flow: w.columns.ratio,
      rate: w.columns.rate_ratio,
      lang,
    });
  const some = m.ratios.rows.length > 0;
  const body = html`<p>${w.ratioIsNot} ${w.ratiosOfHires}</p>
${some ? pictureOf(frame, says, drawn(), reads, 'large') : html`<p>${w.noRatios}</p>`}
${some ? sheetOf(frame, sheet) : html``}
<p>${w.impliedReads}</p>
${tableOf(implied, lang, html`${w.arithmetic}`)}`;
  return { id: 'ratios', heading: w.ratios, body, sheets: some ? [sheet, implied] : [implied] };
}

/** The label of a picture; simulated people are named in it too. */
export function labelOf({ material, w }: Frame, says: string): string {
  return material.data.simulated ? `${says}. ${w.simulated}.` : says;
}
