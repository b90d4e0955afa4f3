import { ask } from '../ask.js';
import { pay } from '../measures/index.js';
import { filingTable, titleFamilies } from '../records/index.js';
import { type Released, release } from '../release/index.js';
import { lca } from '../sources/index.js';
import type { Desk } from '../subjects.js';
import { sql } from '../warehouse/index.js';
import { formatDate } from './format.js';
import type { Frame, Section } from './frame.js';
import { html } from './html.js';
import { type Sheet, tableOf } from './table.js';

/** Families of those whom laboratories hire from one another. */
const families = ['software-developers', 'data-scientists', 'computer-research'];

/** What the organisations followed pay in filings, this year and the last two; null where no filings are loaded. */
export async function gatherPay(
  desk: Desk,
  subjects: readonly string[],
  minCell: number,
): Promise<Released | null> {
  const [last] = await desk.warehouse.query<{ day: string | null }>(
    sql`select max(observed_until) as day from file where fills = ${filingTable.name}`,
  );
  if (typeof last?.day !== 'string' || subjects.length === 0) return null;
  const since = String(Number(last.day.slice(0, 4)) - 2);
  return release(await ask(desk, pay, { subjects, parameters: { since, family: families } }), minCell);
}

/** Base wages in filings, where some are loaded. */
export function paySection(frame: Frame): readonly Section[] {
  const { material: m, lang, w } = frame;
  if (m.pay === null) return [];
  const shown = m.pay.rows.filter(({ positions }) => typeof positions === 'number');
  if (shown.length === 0) {
    return [{ id: 'pay', heading: w.pay, body: html`<p>${w.noPay(m.minCell)}</p>`, sheets: [] }];
  }
  const sheet: Sheet = {
    name: 'pay',
    caption: w.payTable,
    columns: [
      { name: 'organisation', kind: 'text' },
      { name: 'title_family', kind: 'text' },
      { name: 'year', kind: 'text' },
      { name: 'positions', kind: 'count' },
      { name: 'change_employer', kind: 'count' },
      { name: 'p25', kind: 'count' },
      { name: 'median', kind: 'count' },
      { name: 'p75', kind: 'count' },
    ],
    rows: shown.map((row) => ({
      ...row,
      title_family: titleFamilies.find(({ name }) => name === row.title_family)?.[lang] ?? '',
    })),
    of: m.pay,
  };
  const day = formatDate(m.pay.data.observedUntil, lang);
  const under = html`${w.source}${w.colon}${lca.title} (<a href="${lca.homepage}">${w.homepage}</a>), ${w.observed(day)}.`;
  const body = html`<p>${pay.definition[lang]}</p>
${tableOf(sheet, lang, under)}`;
  return [{ id: 'pay', heading: w.pay, body, sheets: [sheet] }];
}
