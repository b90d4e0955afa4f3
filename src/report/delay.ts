import { ask } from '../ask.js';
import { delay } from '../measures/index.js';
import { type Released, release } from '../release/index.js';
import type { Desk } from '../subjects.js';
import type { Lang } from './format.js';
import { type Frame, sheetOf } from './frame.js';
import { type Html, html } from './html.js';
import type { Sheet } from './table.js';

/** Months that the page shows; the files hold as many. */
const shown = 12;

const words = {
  en: {
    heading: 'Reporting delay',
    is: 'People update their profile late, so the last months are counted low. Where a later file of a source replaced an earlier one, the nowcast says how many moves there will be once all are reported.',
    table: 'Moves of the last months of each source, reported and to come, of every cause',
    final: { true: 'final', false: 'not final' },
  },
  fr: {
    heading: 'Délai de déclaration',
    is: 'Les profils sont mis à jour avec retard : les derniers mois sont sous-comptés. Là où un fichier plus récent d’une source en a remplacé un autre, la prévision immédiate dit combien de mouvements il y aura une fois tous déclarés.',
    table: 'Mouvements des derniers mois de chaque source, déclarés et à venir, de toutes causes',
    final: { true: 'définitif', false: 'non définitif' },
  },
} as const satisfies Record<Lang, unknown>;

/** How late moves are reported, released. */
export async function gatherDelay(desk: Desk, minCell: number): Promise<Released> {
  return release(await ask(desk, delay, {}), minCell);
}

/** What of the last months is not reported yet: a heading, a table and its notes. */
export function delayOf(frame: Frame): { readonly drawn: Html; readonly sheets: readonly Sheet[] } {
  const { delay: of } = frame.material;
  const w = words[frame.lang];
  const sheet: Sheet = {
    name: 'delay',
    caption: w.table,
    columns: [
      { name: 'month', kind: 'text' },
      { name: 'source', kind: 'text' },
      { name: 'reported', kind: 'count' },
      { name: 'final', kind: 'text', say: w.final },
      { name: 'reported_share', kind: 'share' },
      { name: 'nowcast', kind: 'count' },
      { name: 'nowcast_interval', kind: 'count', limits: ['nowcast_low', 'nowcast_high'] },
    ],
    rows: of.rows
      .filter(({ age }) => Number(age) < shown)
      .map((row) => ({ ...row, final: String(row.final) })),
    of,
    folded: true,
  };
  const notes = of.notes.filter(({ code }) => ['vintages', 'no_vintage', 'no_share'].includes(code));
  const drawn = html`<h3>${w.heading}</h3>
<p>${w.is}</p>
<ul>${notes.map((note) => html`<li>${note[frame.lang]}</li>`)}</ul>
${sheetOf(frame, sheet)}`;
  return { drawn, sheets: [sheet] };
}
