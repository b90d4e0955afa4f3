import { claimedOf } from '../claims/index.js';
import { sheetSource } from './claimSheets.js';
import { claimLine } from './claims.js';
import type { Frame, Section } from './frame.js';
import { html } from './html.js';
import type { Claimed } from './material.js';
import { type Sheet, tableOf } from './table.js';

/** Who claims what of pay, with which stake, how firmly, and who disputes it: amounts that nothing measures. */
export function paySection(frame: Frame, { pay, claims }: Claimed): Section | null {
  const { lang, w } = frame;
  if (pay.length === 0) return null;
  const figureOf = new Map(claims.map(({ claim }) => [claim.id, claimedOf(claim)[lang]]));
  const sheet: Sheet = {
    name: 'payclaims',
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
    rows: pay.map(({ claim, claimant, role, stake, says, firmness, disputes, verdict }) => ({
      claimant: role === null ? claimant[lang] : `${claimant[lang]}, ${role[lang]}`,
      stake: stake?.[lang] ?? null,
      says: says[lang],
      figure: figureOf.get(claim) ?? null,
      firmness,
      disputed_by:
        disputes.map((one) => `${one.claimant[lang]} (${w.claims.parts[one.part]})`).join(w.semicolon) ||
        null,
      verdict,
    })),
    of: sheetSource(frame, 'payclaims'),
  };
  const body = html`<p>${w.claims.payLead}</p>
${tableOf(sheet, lang, claimLine(frame))}`;
  return { id: 'payclaims', heading: w.claims.payClaims, body, sheets: [sheet] };
}
