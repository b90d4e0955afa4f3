import { type PlotOptions, plot } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Html, html, markup } from './html.js';

/** Colours that stay apart for every kind of colour vision (Okabe and Ito 2008), as the style sheet sets them. */
export const colours = Array.from({ length: 8 }, (_, i) => `var(--c${i})`);

/** The colour of the nth organisation. */
export function colourOf(nth: number): string {
  return colours[nth % colours.length] ?? 'currentColor';
}

/** A name cut to what a label has room for. */
export function shortened(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most
    ? name
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * A Plot chart as static SVG, the same bytes for the same rows.
 *
 * Plot's own English labels of parts are taken out: the picture has one label, in the language of the page.
 */
export function draw(options: PlotOptions, label: string): Html {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = plot({ ...options, document, className: 'plot' });
  for (const part of [...svg.querySelectorAll('style')]) part.remove();
  for (const part of [...svg.querySelectorAll('[aria-label]')]) part.removeAttribute('aria-label');
  svg.removeAttribute('height');
  svg.removeAttribute('width');
  const drawn: string = svg.outerHTML;
  const end = drawn.indexOf('>');
  return html`${markup(drawn.slice(0, end))} role="img" aria-label="${label}"><title>${label}</title>${markup(drawn.slice(end + 1))}`;
}
