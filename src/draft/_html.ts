import { Parser } from 'htmlparser2';
import { MercatoError } from '../errors.js';

/** What an HTML page says to a reader, and what it says of itself. */
export interface Page {
  readonly text: string;
  /** Whether only what stands in `article` or `main` was taken. */
  readonly site: string | undefined;
  readonly published: string | undefined;
  readonly address: string | undefined;
}

const left = new Set(
  `script style noscript template svg math nav footer aside form button select iframe object embed canvas audio video
   figure dialog head textarea menu`.split(/\s+/),
);
const blocks = new Set(
  `p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr td th blockquote section article main header pre br hr body
   figcaption address details summary title`.split(/\s+/),
);

/** Most elements in one another; pages have some thirty. */
const deepest = 1000;

/**
 * The text of an HTML page, a paragraph a line, without scripts, styles, menus and what is hidden. Nothing is run or fetched.
 *
 * Where the page has an `article` or `main`, its text alone.
 *
 * @param file the page's name, for messages
 * @throws MercatoError `source` for a page that nests too deeply
 */
export function textOfHtml(html: string, file: string): Page {
  const whole: string[] = [];
  const body: string[] = [];
  const meta: Record<string, string> = {};
  const open: { readonly name: string; readonly skipped: boolean; readonly inner: boolean }[] = [];
  let skipped = 0;
  let inner = 0;
  const put = (text: string): void => {
    if (skipped > 0) return;
    whole.push(text);
    if (inner > 0) body.push(text);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= deepest) {
          throw new MercatoError(
            'source',
            `page nested too deeply: ${deepest} elements in one another (${file}); give its text`,
          );
        }
        remember(meta, name, attributes);
        if (blocks.has(name)) put('\n');
        const skips = left.has(name) || isHidden(attributes) || (name === 'header' && inner === 0);
        const isBody = name === 'article' || name === 'main';
        open.push({ name, skipped: skips, inner: isBody });
        if (skips) skipped += 1;
        if (isBody) inner += 1;
      },
      ontext(text) {
        put(text.replace(/\s+/g, ' '));
      },
      onclosetag(name) {
        const last = open.pop();
        if (last?.skipped) skipped -= 1;
        if (last?.inner) inner -= 1;
        if (blocks.has(name)) put('\n');
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  const chosen = body.join('').trim() === '' ? whole : body;
  return { text: chosen.join(''), site: meta.site, published: meta.published, address: meta.address };
}

type Attributes = { readonly [name: string]: string };

function isHidden(attributes: Attributes): boolean {
  return (
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
  );
}

function remember(meta: Record<string, string>, name: string, attributes: Attributes): void {
  const content = attributes.content?.trim();
  const property = attributes.property ?? attributes.name;
  if (name === 'meta' && content) {
    if (property === 'og:site_name') meta.site ??= content;
    if (property === 'article:published_time' || property === 'date') meta.published ??= content.slice(0, 10);
    if (property === 'og:url') meta.address ??= content;
  }
  if (name === 'link' && attributes.rel === 'canonical' && attributes.href) meta.address = attributes.href;
  if (name === 'time' && attributes.datetime) meta.published ??= attributes.datetime.slice(0, 10);
}
