import type { ShownClaim } from './disclose.js';
import type { Lang } from './format.js';
import { type Html, html } from './html.js';
import type { Link } from './links.js';
import { shortened } from './picture.js';
import type { Phrases } from './words.js';

interface Box {
  readonly shown: ShownClaim;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Its links to others, as words above it. */
  readonly says: readonly string[];
}

const width = 330;
const lane = 13;
const line = 15;
const pad = 8;
const gap = 14;
const letter = 7;
const mostLines = 5;

/**
 * Claims as boxes under one another, and how each stands to the others as lines beside them.
 *
 * A line goes from a claim up or down to the one that it is against; each has a lane of its own, so that lines never lie on one another.
 * Above a box stands what its lines mean.
 */
export function drawDispute(
  group: readonly ShownClaim[],
  links: readonly Link[],
  say: { readonly label: string; readonly w: Phrases; readonly lang: Lang },
): Html {
  const left = 8 + links.length * lane;
  const boxes = boxesOf(group, links, left, say);
  const last = boxes.at(-1);
  const height = last === undefined ? 0 : last.y + last.height + 4;
  const placed = new Map(boxes.map((box) => [box.shown, box]));
  const drawn = boxes.map(
    ({
      shown,
      y,
      height: tall,
      lines,
      says,
    }) => html`<g>${says.map((text, nth) => html`<text class="axis" x="${left}" y="${y - 6 - (says.length - 1 - nth) * line}">${text}</text>`)}<rect x="${left}" y="${y}" width="${width - left - 1}" height="${tall}" rx="3"/>
<text x="${left + pad}" y="${y + line + 2}" font-weight="600">${shortened(shown.claim.claimant.name[say.lang], Math.floor((width - left - 2 * pad) / 7.9))}</text>
${lines.map((text, nth) => html`<text x="${left + pad}" y="${y + line * (nth + 2) + 3}">${text}</text>`)}
<text class="axis" x="${left + pad}" y="${y + tall - pad}">${say.w.claims.marks[shown.verdict]} ${say.w.claims.verdicts[shown.verdict]}</text></g>`,
  );
  const arrows = links.map((link, nth) => {
    const [from, to] = [placed.get(link.from), placed.get(link.to)];
    return from === undefined || to === undefined ? html`` : arrow(link, from, to, nth, left, links);
  });
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${say.label}" class="dispute" font-size="12" fill="currentColor"><title>${say.label}</title>
${drawn}
${arrows}</svg>`;
}

function boxesOf(
  group: readonly ShownClaim[],
  links: readonly Link[],
  left: number,
  { w, lang }: { readonly w: Phrases; readonly lang: Lang },
): readonly Box[] {
  const boxes: Box[] = [];
  let y = 2;
  for (const shown of group) {
    const own = links.filter(({ from }) => from === shown);
    const says = own.map(({ kind, parts, to }) => {
      const what = `${w.claims.kinds[kind]} ${parts.map((part) => w.claims.parts[part]).join(', ')}`.trim();
      const name = shortened(to.claim.claimant.name[lang], 20);
      if (parts.length === 0) return `${what} ${name}`;
      return own.length > 1 ? `${what} (${name})` : what;
    });
    const lines = wrapped(shown.claim.says[lang], Math.floor((width - left - 2 * pad) / letter), mostLines);
    const top = y + says.length * line + (says.length > 0 ? 6 : 0);
    const height = line * (lines.length + 2) + pad + 4;
    boxes.push({ shown, y: top, height, lines, says });
    y = top + height + gap;
  }
  return boxes;
}

function arrow({ kind }: Link, from: Box, to: Box, nth: number, left: number, links: readonly Link[]): Html {
  const x = left - 6 - (nth + 0.5) * lane + lane / 2;
  const dotted = kind === 'conflicts' || kind === 'differs';
  const into = links.filter(({ to: other }) => other === to.shown);
  const place = into.findIndex(({ from: other }) => other === from.shown);
  const start = from.y + from.height / 2 + (from.y > to.y ? -4 : 4);
  const end = to.y + (to.height * (place + 1)) / (into.length + 1);
  const head = dotted ? html`` : html`<path class="head" d="M${left} ${end}l-7 -4v8z"/>`;
  return html`<g class="${kind}"><path d="M${left} ${start}H${x}V${end}H${left - (dotted ? 0 : 6)}"/>${head}</g>`;
}

/** A text in lines of so many letters, the last cut where there is no more room. */
export function wrapped(text: string, most: number, lines: number): readonly string[] {
  const rows: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = rows.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(shortened(word, most));
  }
  if (rows.length <= lines) return rows;
  const cut = `${rows.slice(lines - 1).join(' ')}`;
  return [...rows.slice(0, lines - 1), shortened(cut, most)];
}
