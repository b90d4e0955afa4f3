import { coverage, flows, headcount, type Note, ratio, retention, timeline } from '../measures/index.js';
import { sources } from '../sources/index.js';
import { causeSection } from './causes.js';
import { claimSections } from './claimPages.js';
import { formatDate, formatNumber, type Lang } from './format.js';
import { type Frame, frameOf, licenceOf, type Section, sectionOf, titleOf } from './frame.js';
import { front } from './front.js';
import type { Material } from './gather.js';
import { type Html, html, markup } from './html.js';
import { flowSection, ratioSection } from './sections.js';
import { coverageSection, headcountSection, retentionSection } from './stays.js';
import { paperOf, style } from './style.js';
import type { Sheet } from './table.js';

/** The page and the tables that it shows. */
export interface Page {
  readonly text: string;
  readonly sheets: readonly Sheet[];
}

/** The whole report as one page that needs nothing beside it. */
export function pageOf(material: Material, lang: Lang): Page {
  const frame = frameOf(material, lang);
  const { w } = frame;
  const sections = [
    flowSection(frame),
    causeSection(frame),
    ratioSection(frame),
    retentionSection(frame),
    headcountSection(frame),
    coverageSection(frame),
    ...claimSections(frame),
    definitions(frame),
    data(frame),
  ];
  const banner = material.data.simulated
    ? html`<p class="banner" role="note">${w.simulatedBanner}</p>`
    : html``;
  const title = material.data.simulated ? `${w.title} (${w.simulated.toLowerCase()})` : w.title;
  const running = material.data.simulated ? `${w.title}. ${w.simulated}.` : w.title;
  const { html: text } = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Mercato">
<title>${title}</title>
<style>${markup(style)}
${markup(paperOf(running))}</style></head>
<body>
<header>${banner}<h1>${title}</h1>
<p class="lead">${w.lead}</p>
<nav aria-label="${w.contents}"><ul>${sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ul></nav></header>
<main>
${front(frame)}${sections.map(sectionOf)}</main>
<footer>${banner}</footer>
</body></html>
`;
  return { text: lang === 'fr' ? unbroken(text) : text, sheets: sections.flatMap(({ sheets }) => sheets) };
}

/** A page whose French marks stay on the line of their word: no break before `: ; ? ! % »`, none after `«`. */
function unbroken(page: string): string {
  const held = (text: string): string => text.replace(/ (?=[:;?!%»])/g, '\u00a0').replace(/« /g, '«\u00a0');
  return page
    .split(/(<style>[\s\S]*?<\/style>|<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part.replace(/ aria-label="[^"]*"/g, held) : held(part)))
    .join('');
}

function definitions(frame: Frame): Section {
  const { material: m, lang, w } = frame;
  const terms = [flows, ratio, retention, headcount, timeline, coverage].map(
    ({ title, question, definition, citation }) =>
      html`<dt>${title[lang]}</dt><dd><em>${question[lang]}</em><br>${definition[lang]}${citation.startsWith('docs/') ? html`` : html`<br><cite>${citation}</cite>`}</dd>`,
  );
  const notes = new Map<string, Note>();
  for (const { notes: own } of [m.flows, m.moved, m.ratios, m.retention, m.headcount, m.coverage]) {
    for (const note of own) if (note.code !== 'withheld') notes.set(note.en, note);
  }
  const body = html`<dl class="words">${terms}</dl>
<ul>${[...notes.values()].map((note) => html`<li>${note[lang]}</li>`)}</ul>`;
  return { id: 'definitions', heading: w.definitions, body, sheets: [] };
}

function data(frame: Frame): Section {
  const { material: m, lang, w } = frame;
  const number = (count: number): string => formatNumber(count, 'count', lang);
  const loaded = m.loaded.map((file): Html => {
    const homepage = m.data.simulated
      ? undefined
      : sources.find(({ name }) => name === file.source)?.homepage;
    const licence = licenceOf(file, m, w);
    return html`<li>${titleOf(file, w)}${w.colon}${licence}${w.semicolon}${w.files(number(file.files))}, ${number(file.spells)} ${w.spells}, ${w.observed(formatDate(file.observedUntil, lang))}${homepage === undefined ? html`` : html`${w.semicolon}${w.homepage} <a href="${homepage}">${homepage}</a>`}.</li>`;
  });
  const people = m.people < m.minCell ? `<${m.minCell}` : number(m.people);
  const body = html`<ul>${loaded}</ul>
<p>${people} ${w.people}. ${w.version}${w.colon}<code>${m.data.version}</code></p>
<p>${w.withheldRule(m.minCell)}</p>`;
  return { id: 'data', heading: w.data, body, sheets: [] };
}
