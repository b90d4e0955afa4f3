import { claimedOf, dateIn, type Verdict, verdicts } from '../claims/index.js';
import { claimsSheet, estimatesSheet } from './claimSheets.js';
import type { ShownClaim } from './disclose.js';
import { besideClaim } from './faced.js';
import { formatNumber, type Lang } from './format.js';
import type { Frame, Section } from './frame.js';
import { type Html, html } from './html.js';
import type { Claimed } from './material.js';
import { reasonOf, relaysOf } from './reasons.js';
import { tableOf } from './table.js';
import type { Phrases } from './words.js';

/** What the press said, with what becomes of it: by verdict, each claim with who gains by it and why the verdict is what it is. */
export function claimSection(frame: Frame, claimed: Claimed): Section {
  const { lang, w } = frame;
  const { claims } = claimed;
  const groups = verdicts
    .map((verdict) => ({ verdict, own: claims.filter((claim) => claim.verdict === verdict) }))
    .filter(({ own }) => own.length > 0);
  const tally = groups.map(
    ({ verdict, own }) =>
      html`<div><dt>${markOf(verdict, w)} ${w.claims.verdicts[verdict]}${w.colon}${formatNumber(own.length, 'count', lang)}</dt><dd>${w.claims.meanings[verdict]}</dd></div>`,
  );
  const told = groups.map(
    ({ verdict, own }) => html`<h3>${markOf(verdict, w)} ${w.claims.verdicts[verdict]}</h3>
${own.map((claim) => claimOf(frame, claimed, claim))}`,
  );
  const sheets = [claimsSheet(frame, claims), estimatesSheet(frame, claims)].filter((s) => s.rows.length > 0);
  const body = html`<p>${w.claims.claimsLead(claims.length)} ${frame.material.data.simulated ? w.claims.simulatedVerdicts : ''}</p>
<dl class="tally">${tally}</dl>
${told}
${sheets.map((sheet) => tableOf(sheet, lang, claimLine(frame)))}
<p>${w.claims.estimatesNote(frame.material.minCell)}</p>`;
  return { id: 'claims', heading: w.claims.claims, body, sheets };
}

/** A verdict as a mark that is told by its shape; its name stands beside it. */
export function markOf(verdict: Verdict, w: Phrases): Html {
  return html`<span class="sign" aria-hidden="true">${w.claims.marks[verdict]}</span>`;
}

/** What tables of claims rest on. */
export function claimLine(frame: Frame): Html {
  const { material, w } = frame;
  const mark = material.data.simulated ? html`<span class="mark">${w.simulated}.</span> ` : html``;
  return html`${mark}${w.claims.source}.`;
}

/** A claim as it stands in the list; its id is the place that others link to. */
function claimOf(frame: Frame, claimed: Claimed, shown: ShownClaim): Html {
  const { lang, w } = frame;
  const { claim } = shown;
  const figures = claimedOf(claim)[lang];
  const facts: readonly (readonly [string, Html | string])[] = [
    [w.columns.figure, figures === '–' ? '' : figures],
    [w.columns.firmness, w.claims.firmness[claim.firmness]],
    [w.columns.stake, claim.claimant.stake?.[lang] ?? ''],
    [w.claims.relayedBy, relaysOf(shown, lang)],
    [
      w.claims.scope,
      claim.scope.map(({ word, effect }) => w.claims.scopeWord(word[lang], w.claims[effect])).join(', '),
    ],
    [w.claims.policy, shown.policy ?? ''],
    [w.claims.outcomes, outcomesOf(frame, shown)],
  ];
  return html`<article class="claim" id="claim-${claim.id}">
<p class="said">${claim.says[lang]}</p>
<p class="who"><b>${claim.claimant.name[lang]}</b>${roleOf(shown, lang, w)}${placed(claim, lang)}. ${linkTo(claim.source, w.claims.claimSource)}</p>
<p class="verdict">${markOf(shown.verdict, w)} <b>${w.claims.verdicts[shown.verdict]}</b>${shown.uncheckable === undefined ? '' : ` (${w.claims.uncheckable[shown.uncheckable]})`}${w.colon}${reasonOf(shown, lang)}${registryOf(frame, shown)}</p>
${besideClaim(frame, claimed, shown)}
<dl class="about">${facts.filter(([, said]) => said !== '').map(([name, said]) => html`<div><dt>${name}${w.colon}</dt><dd>${said}</dd></div>`)}</dl>
${checksOf(frame, claimed, shown)}</article>
`;
}

function roleOf({ claim: { claimant } }: ShownClaim, lang: Lang, w: Phrases): Html {
  const role = claimant.role === undefined ? '' : `, ${claimant.role[lang]}`;
  return claimant.stake === undefined
    ? html`${role}`
    : html`${role} <span class="tag">${w.claims.interested}</span>`;
}

/** Where and when a claim was made; a medium that claims something itself is not said twice. */
function placed({ claimant, where, on }: ShownClaim['claim'], lang: Lang): string {
  const own = where[lang] === claimant.name[lang];
  return own ? `, ${dateIn(on, lang)}` : `. ${where[lang]}, ${dateIn(on, lang)}`;
}

function outcomesOf({ lang, w }: Frame, { claim: { prediction } }: ShownClaim): Html | string {
  if (prediction === undefined) return '';
  const due =
    prediction.due === undefined ? '' : `${w.claims.due(dateIn(prediction.due, lang))}${w.semicolon}`;
  if (prediction.outcomes.length === 0) return `${due}${w.claims.noOutcome}`;
  const told = prediction.outcomes.map(
    ({ on, says, source }, nth) =>
      html`${nth === 0 ? due : w.semicolon}${dateIn(on, lang)}${w.colon}${says[lang]} (${linkTo(source, w.claims.claimSource)})`,
  );
  return html`${told}`;
}

/** What follows without data; where the registry decides, its lines are the reason already. */
function checksOf({ lang, w }: Frame, { claims }: Claimed, { claim, checks }: ShownClaim): Html {
  const further = checks.filter(({ kind }) => !(kind === 'registry' && 'fact' in claim.check));
  if (further.length === 0) return html``;
  const lines = further.map(
    ({ kind, says, source, claims: others }) =>
      html`<li><b>${w.claims.checks[kind]}</b>${w.colon}${named(says[lang], others, claims, lang)}${source === undefined ? html`` : html` (${linkTo(source, w.claims.claimSource)})`}</li>`,
  );
  return html`<ul class="checks">${lines}</ul>
`;
}

/** Addresses of the registry on which a verdict rests. */
function registryOf({ w }: Frame, { claim, checks }: ShownClaim): Html {
  const own = checks.flatMap(({ kind, source }) => (kind === 'registry' && source ? [source] : []));
  const addresses = 'fact' in claim.check ? [...new Set(own)] : [];
  return html`${addresses.map((address) => html` ${linkTo(address, w.claims.registrySource)}`)}`;
}

/** A text in which ids of other claims stand as the names of their claimants, linked to them. */
function named(text: string, ids: readonly string[], claims: readonly ShownClaim[], lang: Lang): Html {
  const [id, ...rest] = ids;
  const other = claims.find(({ claim }) => claim.id === id);
  if (id === undefined || other === undefined) return html`${text}`;
  const link = html`<a href="#claim-${id}">${other.claim.claimant.name[lang]}</a>`;
  const parts = text.split(id).map((part) => named(part, rest, claims, lang));
  return html`${parts.map((part, nth) => (nth === 0 ? part : html`${link}${part}`))}`;
}

/** Only an address of the web is a link. */
export function linkTo(address: string, text: string): Html {
  return /^https?:\/\//.test(address) ? html`<a href="${address}">${text}</a>` : html`${text}`;
}
