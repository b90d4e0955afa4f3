import { formats } from '../sources/index.js';
import { formatDate, type Lang } from './format.js';
import { type Html, html } from './html.js';
import type { Loaded, Material } from './material.js';
import { type Sheet, tableOf } from './table.js';
import { type Phrases, words } from './words.js';

/** What every section is written with. */
export interface Frame {
  readonly material: Material;
  readonly lang: Lang;
  readonly w: Phrases;
}

/** A section of the page and the tables it shows. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly body: Html;
  readonly sheets: readonly Sheet[];
}

/** What every picture and table stands in: its language, and the line of sources under it. */
export function frameOf(material: Material, lang: Lang): Frame {
  return { material, lang, w: words[lang] };
}

/** A section as it stands on the page. */
export function sectionOf({ id, heading, body }: Section): Html {
  return html`<section id="${id}"><h2>${heading}</h2>
${body}</section>
`;
}

/** A picture under a sentence, with how to read it and what it rests on. */
export function pictureOf(
  frame: Frame,
  says: string,
  drawn: Html,
  reads: readonly string[],
  size: 'large' | 'small',
): Html {
  return pictureUnder(sourceLine(frame), says, drawn, reads, size);
}

/** A picture as `pictureOf` makes it, over another line of sources. */
export function pictureUnder(
  source: Html,
  says: string,
  drawn: Html,
  reads: readonly string[],
  size: 'large' | 'small',
): Html {
  const box =
    size === 'large'
      ? html`<div class="wide large" role="region" tabindex="0" aria-label="${says}">${drawn}</div>`
      : html`<div class="small">${drawn}</div>`;
  return html`<figure class="picture"><figcaption>${says}</figcaption>
${box}
<p class="reads">${reads.join(' ')}</p>
<p class="under">${source}</p></figure>`;
}

/** A table of the page. */
export function sheetOf(frame: Frame, sheet: Sheet): Html {
  return tableOf(sheet, frame.lang, sourceLine(frame));
}

/** Source and licence, as they stand under every picture and table; and that people are simulated, where they are. */
export function sourceLine({ material, lang, w }: Frame): Html {
  const named = material.loaded
    .map((loaded) => `${titleOf(loaded, w)} (${licenceOf(loaded, material, w)})`)
    .join(w.semicolon);
  const text = `${w.source}${w.colon}${named}, ${w.observed(formatDate(material.data.observedUntil, lang))}.`;
  return material.data.simulated ? html`<span class="mark">${w.simulated}.</span> ${text}` : html`${text}`;
}

/** A source by its title. */
export function titleOf({ source }: Loaded, w: Phrases): string {
  return w.sourceTitles[source] ?? formats.find(({ name }) => name === source)?.title ?? source;
}

/** The licence of a source, in words. */
export function licenceOf(loaded: Loaded, { data }: Material, w: Phrases): string {
  return data.simulated ? w.noLicence : licenceWords(loaded, w);
}

/** The licence of a source of real data, in words. */
export function licenceWords({ source }: Loaded, w: Phrases): string {
  const licence = formats.find(({ name }) => name === source)?.licence ?? null;
  return licence === null ? w.ownData : `${w.licence} ${licence}`;
}
