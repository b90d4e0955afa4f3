import { sheetSource } from './claimSheets.js';
import { claimLine } from './claims.js';
import type { ShownClaim } from './disclose.js';
import type { Frame, Section } from './frame.js';
import { drawDispute } from './graph.js';
import { html } from './html.js';
import { groupsOf, type Link, linksOf } from './links.js';
import type { Claimed } from './material.js';
import { labelOf } from './sections.js';
import { type Sheet, tableOf } from './table.js';

/** Who disputes whom, and which part: the graph of claims that stand against one another, group by group. */
export function disputeSection(frame: Frame, { claims }: Claimed): Section {
  const { lang, w } = frame;
  const links = linksOf(claims);
  const heading = w.claims.disputes;
  if (links.length === 0)
    return { id: 'disputes', heading, body: html`<p>${w.claims.noDisputes}</p>`, sheets: [] };
  const groups = groupsOf(links);
  const drawn = groups.map((group) => {
    const own = links.filter(({ from }) => group.includes(from));
    const label = labelOf(frame, own.map((link) => linkSays(link, frame)).join('. '));
    return html`<div>${drawDispute(group, own, { label, w, lang })}</div>`;
  });
  const sheet = linkSheet(frame, links);
  const says = w.claims.disputesSay(links.length, groups.flat().length);
  const body = html`<figure class="picture"><figcaption>${says}</figcaption>
<div class="small disputes">${drawn}</div>
<p class="reads">${w.claims.disputesRead}</p>
<p class="under">${claimLine(frame)}</p></figure>
${tableOf(sheet, lang, claimLine(frame))}`;
  return { id: 'disputes', heading, body, sheets: [sheet] };
}

/** A link as a sentence. */
function linkSays({ from, to, kind, parts }: Link, { lang, w }: Frame): string {
  const what = parts.map((part) => w.claims.parts[part]).join(', ');
  const how = what === '' ? w.claims.kinds[kind] : `${w.claims.kinds[kind]} ${what}`;
  return w.claims.linkSays(nameOf(from, lang), how, nameOf(to, lang));
}

function nameOf({ claim }: ShownClaim, lang: Frame['lang']): string {
  return `${claim.claimant.name[lang]} (${claim.says[lang].replace(/\.$/, '')})`;
}

function linkSheet(frame: Frame, links: readonly Link[]): Sheet {
  const { lang, w } = frame;
  return {
    name: 'disputes',
    caption: w.claims.disputesTable,
    columns: [
      { name: 'claimant', kind: 'text' },
      { name: 'says', kind: 'text' },
      { name: 'kind', kind: 'text', say: w.claims.kinds },
      { name: 'part', kind: 'text' },
      { name: 'other_claimant', kind: 'text' },
      { name: 'other_says', kind: 'text' },
      { name: 'said_on', kind: 'day' },
    ],
    rows: links.map(({ from, to, kind, parts }) => ({
      claimant: from.claim.claimant.name[lang],
      kind,
      part: parts.map((part) => w.claims.parts[part]).join(', ') || null,
      other_claimant: to.claim.claimant.name[lang],
      other_says: to.claim.says[lang],
      says: from.claim.says[lang],
      said_on: from.claim.on,
    })),
    of: sheetSource(frame, 'disputes'),
  };
}
