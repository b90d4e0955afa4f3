import { figureIn } from '../claims/index.js';
import type { Claimed } from './claimed.js';
import { sheetSource } from './claimSheets.js';
import { claimLine } from './claims.js';
import type { Frame, Section } from './frame.js';
import { html } from './html.js';
import { type Sheet, tableOf } from './table.js';

/** Who claims what of pay, with which stake, how firmly, and who disputes it: amounts that nothing measures. */
export function paySection(frame: Frame, { pay }: Claimed): Section | null {
  const { lang, w } = frame;
  if (pay.length === 0) return null;
  const sheet: Sheet = {
    name: 'pay',
    caption: w.claims.payTable,
    columns: [
      { name: 'claimant', kind: 'text' },
      { name: 'stake', kind: 'text' },
      { name: 'says', kind: 'text' },
      { name: 'figure', kind: 'text' },
      { name: 'firmness', kind: 'text', say: w.claims.firmness },
      { name: 'disputed_by', kind: 'text' },
      { name: 'verdict', kind: 'text', say: w.claims.verdicts },
    ],
    rows: pay.map(({ claimant, role, stake, says, figures, firmness, disputes, verdict }) => ({
      claimant: role === null ? claimant[lang] : `${claimant[lang]}, ${role[lang]}`,
      stake: stake?.[lang] ?? null,
      says: says[lang],
      figure: figures.map((figure) => figureIn(figure, lang)).join(w.semicolon),
      firmness,
      disputed_by:
        disputes.map((one) => `${one.claimant[lang]} (${w.claims.parts[one.part]})`).join(w.semicolon) ||
        null,
      verdict,
    })),
    of: sheetSource(frame, 'pay'),
  };
  const body = html`<p>${w.claims.payLead}</p>
${tableOf(sheet, lang, claimLine(frame))}`;
  return { id: 'pay', heading: w.claims.payClaims, body, sheets: [sheet] };
}
