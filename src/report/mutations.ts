import { type Asked, claimedOf, dateIn } from '../claims/index.js';
import { ratio, retention } from '../measures/index.js';
import { claimLine, linkTo, markOf } from './claims.js';
import type { ShownClaim } from './disclose.js';
import { figureSays, keptSays, pairOf, rangeNote } from './faced.js';
import { formatCell } from './format.js';
import type { Frame, Section } from './frame.js';
import { type Html, html } from './html.js';
import type { Claimed } from './material.js';

/** What relays made of a claim: first and then side by side, each with the figure that answers it, and why they differ. */
export function mutationSection(frame: Frame, claimed: Claimed): Section | null {
  const { w } = frame;
  const byId = new Map(claimed.claims.map((shown) => [shown.claim.id, shown]));
  const told = claimed.claims.flatMap((then) => {
    const first = byId.get(then.claim.mutates?.claim ?? '');
    return first === undefined ? [] : [pairSidesOf(frame, claimed, first, then)];
  });
  if (told.length === 0) return null;
  const body = html`<p>${w.claims.mutationsLead} ${rangeNote({ w, minCell: frame.material.minCell }, claimed)}</p>
${told}
<p class="under">${claimLine(frame)}</p>`;
  return { id: 'mutations', heading: w.claims.mutations, body, sheets: [] };
}

function pairSidesOf(frame: Frame, claimed: Claimed, first: ShownClaim, then: ShownClaim): Html {
  const { lang, w } = frame;
  const how = then.claim.mutates?.how[lang] ?? '';
  return html`<div class="mutation"><div class="sides">
${sideOf(frame, claimed, first, w.claims.first)}${sideOf(frame, claimed, then, w.claims.later)}</div>
<p>${how} ${whyOf(frame, claimed, first, then)}</p></div>
`;
}

function sideOf(frame: Frame, claimed: Claimed, { claim, verdict }: ShownClaim, name: string): Html {
  const { lang, w } = frame;
  const figure = claimedOf(claim)[lang];
  return html`<div><h3>${name}${w.colon}${figure}</h3>
<p>${claim.says[lang]} (${claim.claimant.name[lang]}, ${dateIn(claim.on, lang)}${w.semicolon}${linkTo(claim.source, w.claims.claimSource)})</p>
<p>${w.claims.measured}${w.colon}<b>${measuredOf(frame, claimed, claim.check)}</b></p>
<p>${markOf(verdict, w)} ${w.claims.verdicts[verdict]}</p></div>
`;
}

/** The figure that answers a claim in the report's own tables. */
function measuredOf(frame: Frame, claimed: Claimed, check: ShownClaim['claim']['check']): string {
  const { lang, w } = frame;
  const asked = askedIn(check);
  if (asked?.measure === ratio.name) {
    const row = pairOf(claimed, asked.of[0] ?? '', asked.of[1] ?? '');
    if (row !== undefined) return figureSays(row, isRate(asked) ? 'rate_ratio' : 'ratio', lang, w);
  }
  if (asked?.measure === retention.name) {
    const wanted = String(asked.parameters.definition ?? '');
    const own = claimed.retention.rows.filter(({ id }) => asked.of.includes(String(id)));
    const rows = own.some(({ definition }) => definition === wanted)
      ? own.filter(({ definition }) => definition === wanted)
      : own;
    if (rows.length > 0) return keptSays(frame, rows);
  }
  return w.claims.notMeasured;
}

function whyOf(frame: Frame, claimed: Claimed, first: ShownClaim, then: ShownClaim): string {
  const { lang, w } = frame;
  const [one, other] = [askedIn(first.claim.check), askedIn(then.claim.check)];
  if (one === null || other === null) return '';
  if (one.measure === retention.name && other.measure === retention.name) return w.claims.shareAgainstShare;
  if (one.measure !== ratio.name || other.measure !== ratio.name) return w.claims.unlike;
  const row = pairOf(claimed, one.of[0] ?? '', one.of[1] ?? '');
  if (row === undefined || isRate(one) === isRate(other)) return w.claims.unlike;
  const [from, to] = [String(row.from), String(row.to)];
  const [monthsFrom, monthsTo] = [row.person_months_from, row.person_months_to];
  const exposed =
    typeof monthsFrom === 'number' && typeof monthsTo === 'number'
      ? ` ${w.claims.exposures(from, formatCell(monthsFrom, 'count', lang), to, formatCell(monthsTo, 'count', lang))}`
      : '';
  return `${w.claims.flowAgainstRate(from, to)}${exposed}`;
}

function askedIn(check: ShownClaim['claim']['check']): Asked | null {
  return 'measure' in check ? check : null;
}

function isRate({ value }: Asked): boolean {
  return value?.startsWith('rate') ?? false;
}
