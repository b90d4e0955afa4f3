import type { Released, ReleasedRow } from '../release/index.js';
import { formatDate, formatInterval, formatMonth, formatNumber, type Lang, regionOf } from './format.js';
import { licenceWords, pictureUnder, type Section, titleOf } from './frame.js';
import { type Html, html } from './html.js';
import type { Postings } from './postings.js';
import { drawSeries } from './series.js';
import { type Sheet, type Shown, tableOf } from './table.js';
import { type Phrases, words } from './words.js';

type Series = 'ai_share' | 'index';

/** How demand developed: the share of postings that name AI, and the index of all postings, by country. */
export function demandSection(postings: Postings, lang: Lang): Section {
  const w = words[lang];
  const source = sourceOf(postings, lang);
  const parts = (['ai_share', 'index'] as const).map((series) => partOf(series, postings, lang, source));
  const months: Sheet = {
    name: 'demand',
    caption: w.demandTable,
    columns: [
      { name: 'country', kind: 'text' },
      { name: 'month', kind: 'text' },
      { name: 'ai_share', kind: 'level' },
      { name: 'index', kind: 'level' },
      { name: 'ai_share_days', kind: 'count' },
      { name: 'index_days', kind: 'count' },
    ],
    rows: postings.months.rows,
    of: postings.months,
    folded: true,
  };
  const body = html`<p>${w.demandIs}</p>
${parts.map(({ drawn }) => drawn)}
${tableOf(months, lang, source)}`;
  return {
    id: 'demand',
    heading: w.demand,
    body,
    sheets: [...parts.flatMap(({ sheets }) => sheets), months],
  };
}

/** Source and licence of postings, as they stand under picture and table. */
function sourceOf({ loaded, months }: Postings, lang: Lang): Html {
  const w = words[lang];
  const named = loaded.map((one) => `${titleOf(one, w)} (${licenceWords(one, w)})`).join(w.semicolon);
  return html`${w.source}${w.colon}${named}, ${w.observed(formatDate(months.data.observedUntil, lang))}.`;
}

function partOf(
  series: Series,
  { countries, months, changes }: Postings,
  lang: Lang,
  source: Html,
): { readonly drawn: Html; readonly sheets: readonly Sheet[] } {
  const w = words[lang];
  const rows = changes.rows.filter((row) => row.series === series);
  const shown = countries.filter((country) =>
    months.rows.some((row) => row.country === country && row[series] !== null),
  );
  if (shown.length === 0) return { drawn: html``, sheets: [] };
  const says = saysOf(series, rows, w, lang);
  const sheet: Sheet = {
    ...sheetOf(changes),
    name: `demand_${series === 'index' ? 'index' : 'share'}`,
    caption: w.demandChange[series],
    rows,
  };
  const picture = drawSeries(months.rows, series, shown, {
    label: says,
    name: (country) => regionOf(country, lang),
    lang,
  });
  const drawn = html`${pictureUnder(source, says, picture, [w.demandReads[series]], 'large')}
${rows.length === 0 ? html`` : tableOf(sheet, lang, source)}`;
  return { drawn, sheets: rows.length === 0 ? [] : [sheet] };
}

const limits: readonly Shown[] = [
  { name: 'country', kind: 'text' },
  { name: 'first_month', kind: 'text' },
  { name: 'last_month', kind: 'text' },
  { name: 'first', kind: 'level' },
  { name: 'last', kind: 'level' },
  { name: 'change', kind: 'change' },
  { name: 'change_interval', kind: 'change', limits: ['low', 'high'] },
  { name: 'change_percent', kind: 'percent' },
  { name: 'percent_interval', kind: 'percent', limits: ['low_percent', 'high_percent'] },
];

function sheetOf(of: Released): Pick<Sheet, 'columns' | 'of'> {
  return { columns: limits, of };
}

/** The sentence over a picture: the largest change of the share, up or down that of the index, with its limits. */
function saysOf(series: Series, rows: readonly ReleasedRow[], w: Phrases, lang: Lang): string {
  const [most] = [...rows]
    .filter((row) => typeof row.low === 'number')
    .sort((a, b) => Math.abs(Number(b.change_percent)) - Math.abs(Number(a.change_percent)));
  if (most === undefined) return w.demandPlain[series];
  return w.demandSays[series](
    regionOf(String(most.country), lang),
    formatMonth(String(most.first_month), lang),
    formatMonth(String(most.last_month), lang),
    formatNumber(Number(most.change_percent), 'percent', lang),
    formatInterval(most.low_percent, most.high_percent, 'percent', lang),
  );
}
