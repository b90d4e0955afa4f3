import {
  type AnyMeasure,
  coverage,
  delay,
  demand,
  exits,
  flows,
  growth,
  headcount,
  type Note,
  ranking,
  ratio,
  retention,
  study,
  timeline,
} from '../measures/index.js';
import { formats } from '../sources/index.js';
import { causeSection } from './causes.js';
import { claimSections } from './claimPages.js';
import { demandSection } from './demand.js';
import { exitSection } from './exits.js';
import { formatDate, formatNumber, type Lang } from './format.js';
import { type Frame, frameOf, licenceOf, licenceWords, type Section, sectionOf, titleOf } from './frame.js';
import { front } from './front.js';
import { growthSection } from './growth.js';
import { type Html, html, markup } from './html.js';
import type { Loaded, Material } from './material.js';
import { paySection } from './pay.js';
import type { Postings } from './postings.js';
import { rankingSection } from './ranking.js';
import { flowSection, ratioSection } from './sections.js';
import { coverageSection, headcountSection, retentionSection } from './stays.js';
import { studySection } from './study.js';
import { paperOf, style } from './style.js';
import type { Sheet } from './table.js';
import { totalsSection } from './totals.js';
import { words } from './words.js';

/** The page and the tables that it shows. */
export interface Page {
  readonly text: string;
  readonly sheets: readonly Sheet[];
}

/** The whole report as one page that needs nothing beside it; what is not loaded has no section. */
export function pageOf(material: Material | null, postings: Postings | null, lang: Lang): Page {
  const w = words[lang];
  const frame = material === null ? null : frameOf(material, lang);
  const sections = [
    ...(frame === null ? [] : careerSections(frame)),
    ...(postings === null ? [] : [demandSection(postings, lang)]),
    definitions(material, postings, lang),
    data(material, postings, lang),
  ];
  const simulated = material?.data.simulated === true;
  const banner = simulated ? html`<p class="banner" role="note">${w.simulatedBanner}</p>` : html``;
  const title = simulated ? `${w.title} (${w.simulated.toLowerCase()})` : w.title;
  const running = simulated ? `${w.title}. ${w.simulated}.` : w.title;
  const { html: text } = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="generator" content="Mercato">
<title>${title}</title>
<style>${markup(style)}
${markup(paperOf(running))}</style></head>
<body>
<header>${banner}<h1>${title}</h1>
${frame === null ? html`` : html`<p class="lead">${w.lead}</p>`}
<nav aria-label="${w.contents}"><ul>${sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ul></nav></header>
<main>
${frame === null ? html`<p class="caveat">${w.noCareers}</p>` : front(frame)}${sections.map(sectionOf)}</main>
<footer>${banner}</footer>
</body></html>
`;
  return { text: lang === 'fr' ? unbroken(text) : text, sheets: sections.flatMap(({ sheets }) => sheets) };
}

function careerSections(frame: Frame): readonly Section[] {
  return [
    flowSection(frame),
    ...totalsSection(frame),
    causeSection(frame),
    ratioSection(frame),
    retentionSection(frame),
    exitSection(frame),
    growthSection(frame),
    rankingSection(frame),
    studySection(frame),
    headcountSection(frame),
    ...paySection(frame),
    coverageSection(frame),
    ...claimSections(frame),
  ];
}

/** A page whose French marks stay on the line of their word: no break before `: ; ? ! % »`, none after `«`. */
function unbroken(page: string): string {
  const held = (text: string): string => text.replace(/ (?=[:;?!%»])/g, '\u00a0').replace(/« /g, '«\u00a0');
  return page
    .split(/(<style>[\s\S]*?<\/style>|<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part.replace(/ aria-label="[^"]*"/g, held) : held(part)))
    .join('');
}

function definitions(material: Material | null, postings: Postings | null, lang: Lang): Section {
  const asked: readonly AnyMeasure[] = [
    ...(material === null
      ? []
      : [flows, ratio, retention, exits, growth, ranking, study, headcount, timeline, coverage, delay]),
    ...(postings === null ? [] : [demand]),
  ];
  const terms = asked.map(
    ({ title, question, definition, citation }) =>
      html`<dt>${title[lang]}</dt><dd><em>${question[lang]}</em><br>${definition[lang]}${citation.startsWith('docs/') ? html`` : html`<br><cite>${citation}</cite>`}</dd>`,
  );
  const m = material;
  const results = [
    ...(m === null
      ? []
      : [
          m.flows,
          m.moved,
          m.ratios,
          m.retention,
          m.exits,
          m.growth,
          m.ranking,
          ...(m.studies === null ? [] : [m.studies]),
          m.headcount,
          m.coverage,
          ...(m.totals === null ? [] : [m.totals]),
          ...(m.pay === null ? [] : [m.pay]),
        ]),
    ...(postings === null ? [] : [postings.months, postings.changes]),
  ];
  const notes = new Map<string, Note>();
  for (const { notes: own } of results) {
    for (const note of own) if (note.code !== 'withheld') notes.set(note.en, note);
  }
  const body = html`<dl class="words">${terms}</dl>
<ul>${[...notes.values()].map((note) => html`<li>${note[lang]}</li>`)}</ul>`;
  return { id: 'definitions', heading: words[lang].definitions, body, sheets: [] };
}

function data(material: Material | null, postings: Postings | null, lang: Lang): Section {
  const w = words[lang];
  const number = (count: number): string => formatNumber(count, 'count', lang);
  const line = (file: Loaded, licence: string, unit: string, simulated = false): Html => {
    const homepage = simulated ? undefined : formats.find(({ name }) => name === file.source)?.homepage;
    return html`<li>${titleOf(file, w)}${w.colon}${licence}${w.semicolon}${w.files(number(file.files))}, ${number(file.rows)} ${unit}, ${w.observed(formatDate(file.observedUntil, lang))}${homepage === undefined ? html`` : html`${w.semicolon}${w.homepage} <a href="${homepage}">${homepage}</a>`}.</li>`;
  };
  const loaded = [
    ...(material?.loaded ?? []).map((file) =>
      line(file, licenceOf(file, material as Material, w), w.spells, material?.data.simulated),
    ),
    ...(postings?.loaded ?? []).map((file) => line(file, licenceWords(file, w), w.values)),
  ];
  const version = material?.data.version ?? postings?.months.data.version ?? '';
  const versioned = html`${w.version}${w.colon}<code>${version}</code>`;
  const people = material === null ? html`` : html`${peopleOf(material, lang)} ${w.people}. `;
  const rule = material === null ? html`` : html`<p>${w.withheldRule(material.minCell)}</p>`;
  const body = html`<ul>${loaded}</ul>
<p>${people}${versioned}</p>
${rule}`;
  return { id: 'data', heading: w.data, body, sheets: [] };
}

function peopleOf({ people, minCell }: Material, lang: Lang): string {
  return people < minCell ? `<${minCell}` : formatNumber(people, 'count', lang);
}
