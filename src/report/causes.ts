import type { Cause } from '../records/index.js';
import { drawBars } from './bars.js';
import { formatCell, formatNumber } from './format.js';
import { type Frame, pictureOf, type Section, sheetOf } from './frame.js';
import { html } from './html.js';
import { barsOf, others, shownMoves } from './others.js';
import { labelOf } from './sections.js';
import type { Sheet } from './table.js';

/** Hires beside what is no hire: takeovers, spin-offs, licences with hires, changes inside a group. */
export function causeSection(frame: Frame): Section {
  const { material: m, lang, w } = frame;
  const number = (count: number): string => formatNumber(count, 'count', lang);
  const rows = barsOf(m.moved.rows);
  const [largest] = rows.toSorted((a, b) => shownMoves(b, others) - shownMoves(a, others));
  const some = largest !== undefined && shownMoves(largest, others) > 0;
  const told = html`<p class="caveat">${w.causesTold(formatCell(m.others, 'count', lang), formatCell(m.hires, 'count', lang))} ${w.causesUnknown}</p>`;
  if (!some) {
    const body = html`${told}
<p>${w.noCauses(m.minCell)}</p>`;
    return { id: 'causes', heading: w.causes, body, sheets: [] };
  }
  const says = w.causesSay(String(largest.from), String(largest.to), number(shownMoves(largest, others)));
  const sheet: Sheet = {
    name: 'causes',
    caption: w.causesTable,
    columns: [
      { name: 'from', kind: 'text' },
      { name: 'to', kind: 'text' },
      { name: 'moves', kind: 'count' },
      { name: 'hire', kind: 'count' },
      { name: 'acquired', kind: 'count' },
      { name: 'licensed_and_hired', kind: 'count' },
      { name: 'spun_off', kind: 'count' },
      { name: 'internal', kind: 'count' },
    ],
    rows,
    of: m.moved,
  };
  const drawn = drawBars(rows, {
    label: labelOf(frame, says),
    cause: (cause: Cause) => w.columns[cause],
    number,
    withheld: `<${m.minCell}`,
    few: w.few(m.minCell),
  });
  const body = html`${told}
${pictureOf(frame, says, drawn, [w.causesRead, w.causesWithheld(m.minCell)], 'large')}
${sheetOf(frame, sheet)}`;
  return { id: 'causes', heading: w.causes, body, sheets: [sheet] };
}
