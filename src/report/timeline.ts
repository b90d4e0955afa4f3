import type { ReleasedRow } from '../release/index.js';
import { type Frame, sheetOf } from './frame.js';
import { type Html, html } from './html.js';
import type { Sheet } from './table.js';
import type { Phrases } from './words.js';

/** Events that take people along; the others leave everybody where they are. */
const carrying = new Set(['acquired', 'merged', 'spun_off', 'licensed_and_hired']);

/** An event that is marked on the line of an organisation. */
export interface Mark {
  readonly organisation: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly text: string;
}

/** What happened, in words, from the side of the organisation. */
export function happened(row: ReleasedRow, { events }: Phrases): string {
  const other = String(row.other);
  const itself = row.role === 'itself';
  switch (row.event) {
    case 'founded':
      return events.founded;
    case 'closed':
      return events.closed;
    case 'renamed':
      return events.renamed(String(row.was), String(row.became));
    case 'acquired':
      return itself ? events.acquired(other) : events.acquires(other);
    case 'stake_taken':
      return itself ? events.stakeTaken(other) : events.takesStake(other);
    case 'merged':
      return itself ? events.merged(other) : events.takesIn(other);
    case 'spun_off':
      return itself ? events.spunOff(other) : events.spinsOff(other);
    case 'licensed_and_hired':
      return itself ? events.licensed(other) : events.licenses(other);
    default:
      return String(row.event);
  }
}

/** Events that are marked on lines of headcounts. */
export function marksOf({ material, w }: Frame): readonly Mark[] {
  return material.timeline.rows
    .filter(({ event }) => carrying.has(String(event)))
    .map((row) => ({
      organisation: String(row.organisation),
      month: String(row.month),
      text: `${row.date} ${happened(row, w)}`,
    }));
}

/** A line for each organisation that is followed: its dated events, each with its source. */
export function timelineOf(frame: Frame): { readonly drawn: Html; readonly sheets: readonly Sheet[] } {
  const { material: m, w } = frame;
  const rows = m.followed.flatMap((name) => m.timeline.rows.filter((row) => row.organisation === name));
  if (rows.length === 0) return { drawn: html`<p>${w.noEvents}</p>`, sheets: [] };
  const lines = m.followed.map((name) => {
    const own = rows.filter((row) => row.organisation === name);
    const events = own.map((row) => html`<li><time>${row.date as string}</time> ${linked(row, w)}</li>`);
    return html`<dt>${name}</dt><dd>${own.length === 0 ? html`${w.noEvent}` : html`<ul>${events}</ul>`}</dd>
`;
  });
  const sheet: Sheet = {
    name: 'timeline',
    caption: w.timelineTable,
    columns: [
      { name: 'organisation', kind: 'text' },
      { name: 'date', kind: 'text' },
      { name: 'event', kind: 'text' },
      { name: 'reference', kind: 'text' },
    ],
    rows: rows.map((row) => ({
      organisation: row.organisation ?? null,
      date: row.date ?? null,
      event: happened(row, w),
      reference: row.source ?? null,
    })),
    of: m.timeline,
    folded: true,
  };
  const drawn = html`<h3>${w.timeline}</h3>
<p class="reads">${w.timelineReads}</p>
<dl class="events">${lines}</dl>
${sheetOf(frame, sheet)}`;
  return { drawn, sheets: [sheet] };
}

/** Only an address of the web is a link: a registry may be anybody's. */
function linked(row: ReleasedRow, w: Phrases): Html {
  const address = String(row.source);
  const text = happened(row, w);
  return /^https?:\/\//.test(address) ? html`<a href="${address}">${text}</a>` : html`${text}`;
}
