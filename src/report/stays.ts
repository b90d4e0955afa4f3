import type { ReleasedRow } from '../release/index.js';
import { drawCurve, pointsOf } from './curves.js';
import { delayOf } from './delay.js';
import { formatNumber } from './format.js';
import { type Frame, pictureOf, type Section, sheetOf } from './frame.js';
import { html } from './html.js';
import { drawHeadcount } from './lines.js';
import { labelOf } from './sections.js';
import type { Sheet, Shown } from './table.js';
import { marksOf, timelineOf } from './timeline.js';

const share: readonly Shown[] = [
  { name: 'share', kind: 'share' },
  { name: 'interval', kind: 'share', limits: ['low', 'high'] },
];

/** Who keeps the people they hire: curves, and the three quantities that bear the name. */
export function retentionSection(frame: Frame): Section {
  const { material: m, lang, w } = frame;
  const rows = m.retention.rows;
  const cohorts = rows.filter(({ definition }) => definition === 'D1');
  const drawn = cohorts.map((row) => {
    const label = labelOf(frame, `${w.retentionPlain}${w.colon}${String(row.organisation)}`);
    return html`<div><h3>${String(row.organisation)}</h3>${
      pointsOf(row).length === 0
        ? html`<p class="reads">${w.noCurve}</p>`
        : drawCurve(row, { label, axis: w.monthsSince, followed: w.atRisk, lang })
    }</div>`;
  });
  const sheet: Sheet = {
    name: 'retention',
    caption: w.retentionTable(m.months),
    columns: [
      { name: 'organisation', kind: 'text' },
      { name: 'definition', kind: 'text' },
      { name: 'people', kind: 'count' },
      { name: 'episodes', kind: 'count' },
      { name: 'events', kind: 'count' },
      ...share,
    ],
    rows,
    of: m.retention,
  };
  const curves: Sheet = {
    name: 'curves',
    caption: w.retentionPlain,
    columns: [
      { name: 'organisation', kind: 'text' },
      { name: 'month', kind: 'count' },
      { name: 'at_risk', kind: 'count' },
      { name: 'events', kind: 'count' },
      ...share,
    ],
    rows: cohorts.flatMap((row) =>
      pointsOf(row).map((point) => ({ ...point, organisation: row.organisation ?? null })),
    ),
    of: m.retention,
    folded: true,
  };
  const body = html`${pictureOf(frame, saysOf(frame, cohorts), html`${drawn}`, [w.retentionReads], 'small')}
${sheetOf(frame, sheet)}
${curves.rows.length === 0 ? html`` : sheetOf(frame, curves)}`;
  return {
    id: 'retention',
    heading: w.retention,
    body,
    sheets: curves.rows.length === 0 ? [sheet] : [sheet, curves],
  };
}

/** How many are there over time. */
export function headcountSection(frame: Frame): Section {
  const { material: m, lang, w } = frame;
  const rows = m.headcount.rows;
  const last =
    rows
      .map(({ month }) => String(month))
      .sort()
      .at(-1) ?? '';
  const [top] = rows
    .filter(({ month, people }) => month === last && typeof people === 'number')
    .sort((a, b) => Number(b.people) - Number(a.people));
  const sheet: Sheet = {
    name: 'headcount',
    caption: w.headcountTable,
    columns: [
      { name: 'organisation', kind: 'text' },
      { name: 'month', kind: 'text' },
      { name: 'people', kind: 'count' },
      { name: 'unknown_start', kind: 'count' },
    ],
    rows: rows.filter(({ month }) => Number(last.slice(0, 4)) - Number(String(month).slice(0, 4)) < 5),
    of: m.headcount,
    folded: true,
  };
  const says = top
    ? w.headcountSays(
        String(top.organisation),
        formatNumber(Number(top.people), 'count', lang),
        last.slice(0, 4),
      )
    : w.headcountTable;
  const told = timelineOf(frame);
  const drawn = top
    ? drawHeadcount(rows, m.followed, marksOf(frame), { label: labelOf(frame, says), lang })
    : null;
  const body = html`${drawn === null ? html`` : pictureOf(frame, says, drawn, [w.headcountReads, w.marksRead], 'large')}
${sheetOf(frame, sheet)}
${told.drawn}`;
  return { id: 'headcount', heading: w.headcount, body, sheets: [sheet, ...told.sheets] };
}

/** What the source sees of each. */
export function coverageSection(frame: Frame): Section {
  const { material: m, w } = frame;
  const counts = [
    'people',
    'spells',
    'episodes',
    'unknown_start',
    'unknown_end',
    'coarse_dates',
    'side',
    'overlapping_open',
  ];
  const sheet: Sheet = {
    name: 'coverage',
    caption: w.coverageSays,
    columns: [
      { name: 'organisation', kind: 'text' },
      ...counts.map((name) => ({ name, kind: 'count' }) as Shown),
    ],
    rows: m.coverage.rows,
    of: m.coverage,
  };
  const late = delayOf(frame);
  const body = html`${sheetOf(frame, sheet)}
${late.drawn}`;
  return { id: 'coverage', heading: w.coverage, body, sheets: [sheet, ...late.sheets] };
}

function saysOf({ material: m, lang, w }: Frame, cohorts: readonly ReleasedRow[]): string {
  const [best] = cohorts
    .filter((row) => typeof row.share === 'number')
    .sort((a, b) => Number(b.share) - Number(a.share));
  if (best === undefined) return w.retentionPlain;
  return w.retentionSays(
    String(best.organisation),
    formatNumber(Number(best.share), 'share', lang),
    m.months,
  );
}
