import { axisX, gridX, ruleX } from '@observablehq/plot';
import { ask } from '../ask.js';
import { growth } from '../measures/index.js';
import { isRange, type Released, type ReleasedCell, type ReleasedRow, release } from '../release/index.js';
import type { Desk } from '../subjects.js';
import { formatNumber, type Lang } from './format.js';
import { type Frame, pictureOf, type Section, sheetOf } from './frame.js';
import { type Html, html } from './html.js';
import { impliedRatesSheet } from './impliedRates.js';
import { drawIntervals, type Interval, limitsOf } from './intervals.js';
import { labelOf } from './sections.js';
import { type Sheet, tableOf } from './table.js';

/** Whole years that are looked at. */
const years = 3;

/** Hires to exits of the last whole years. */
export async function gatherGrowth(
  desk: Desk,
  subjects: readonly string[],
  observedUntil: string,
  minCell: number,
): Promise<Released> {
  const parameters = growthWindow(observedUntil);
  return release(await ask(desk, growth, { subjects, parameters }), minCell);
}

/** The whole years that growth is looked at over: the last ones that are observed to their end. */
export function growthWindow(observedUntil: string): { readonly since: string; readonly until: string } {
  const [year, month] = [Number(observedUntil.slice(0, 4)), observedUntil.slice(5, 7)];
  const last = month === '12' ? year : year - 1;
  return { since: String(last - years + 1), until: String(last) };
}

/** Why more are hired than leave: hires to exits beside the growth and the hazard that it is made of. */
export function growthSection(frame: Frame): Section {
  const { material: m, lang, w } = frame;
  const rows = m.growth.rows
    .filter((row) => typeof row.hazard === 'number' || isRange(row.hazard))
    .map(
      (row): ReleasedRow => ({
        ...row,
        hires_to_exits: row.ratio ?? null,
        exits_left_out: row.left_out ?? null,
      }),
    );
  if (rows.length === 0) {
    return { id: 'growth', heading: w.leaving.growth, body: html`<p>${w.leaving.noGrowth}</p>`, sheets: [] };
  }
  const sheet: Sheet = {
    name: 'growth',
    caption: w.leaving.growthTable,
    columns: [
      { name: 'organisation', kind: 'text' },
      { name: 'hires', kind: 'count' },
      { name: 'exits', kind: 'count' },
      { name: 'hires_to_exits', kind: 'ratio' },
      { name: 'hires_to_exits_interval', kind: 'ratio', limits: ['low', 'high'] },
      { name: 'growth', kind: 'ratio' },
      { name: 'growth_interval', kind: 'ratio', limits: ['growth_low', 'growth_high'] },
      { name: 'hazard', kind: 'ratio' },
      { name: 'hazard_interval', kind: 'ratio', limits: ['hazard_low', 'hazard_high'] },
      { name: 'taken_in', kind: 'count' },
      { name: 'taken_out', kind: 'count' },
      { name: 'exits_left_out', kind: 'count' },
    ],
    rows,
    of: m.growth,
  };
  const implied = impliedRatesSheet(frame);
  const says = saysOf(frame, rows);
  const { since, until } = m.growth.parameters;
  const drawn = drawSplit(rows, {
    label: labelOf(frame, says),
    panels: [w.leaving.growthPanel, w.leaving.hazardPanel],
    lang,
  });
  const reads = [w.leaving.growthRead(String(since), String(until))];
  const body = html`<p>${w.leaving.growthIs}</p>
${pictureOf(frame, says, drawn, reads, 'large')}
${sheetOf(frame, sheet)}
<p>${w.leaving.impliedRead}</p>
${tableOf(implied, lang, html`${w.arithmetic}`)}`;
  return { id: 'growth', heading: w.leaving.growth, body, sheets: [sheet, implied] };
}

function saysOf({ lang, w }: Frame, rows: readonly ReleasedRow[]): string {
  const [most] = rows
    .filter(({ ratio, growth: g, hazard }) => [ratio, g, hazard].every((cell) => typeof cell === 'number'))
    .sort((a, b) => Number(b.ratio) - Number(a.ratio));
  if (most === undefined) return w.leaving.growthPlain;
  const [ratio, g, hazard] = [most.ratio, most.growth, most.hazard].map((cell) =>
    formatNumber(Number(cell), 'ratio', lang),
  ) as [string, string, string];
  return w.leaving.growthSay(String(most.organisation), ratio, g, hazard);
}

/** Growth and hazard of each organisation with their intervals, on one axis. */
function drawSplit(
  rows: readonly ReleasedRow[],
  say: { readonly label: string; readonly panels: readonly [string, string]; readonly lang: Lang },
): Html {
  const bars = rows.flatMap((row, nth) => [
    ...barOf(row.growth, row.growth_low, row.growth_high, nth, say.panels[0]),
    ...barOf(row.hazard, row.hazard_low, row.hazard_high, nth, say.panels[1]),
  ]);
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  return drawIntervals(bars, {
    label: say.label,
    names: rows.map((row) => String(row.organisation ?? '')),
    longest: 24,
    room: 200,
    panels: say.panels,
    x: { domain: [Math.min(0, ...ends), Math.max(0.1, ...ends)] },
    marks: [
      axisX({ ticks: 5, tickSize: 3, tickFormat: (d: number) => formatNumber(d, 'ratio', say.lang) }),
      gridX({ ticks: 5, strokeOpacity: 0.12 }),
      ruleX([0], { strokeOpacity: 0.8 }),
    ],
  });
}

function barOf(
  value: ReleasedCell | undefined,
  low: ReleasedCell | undefined,
  high: ReleasedCell | undefined,
  nth: number,
  panel: string,
): readonly Interval[] {
  const limits = limitsOf(low, high);
  if (limits === null || limits.high === null) return [];
  const known = typeof value === 'number' ? value : null;
  return [
    { nth, panel, value: known, low: limits.low, high: limits.high, open: false, dashed: known === null },
  ];
}
