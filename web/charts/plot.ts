import { type PlotOptions, plot } from '@observablehq/plot';
import type { Theme } from './theme.js';

/** A chart of Observable Plot in the colours of a theme; its own style element stays out, the style sheet of the page has its rules. */
export function chart(options: PlotOptions, theme: Theme): SVGSVGElement {
  const drawn = plot({
    ...options,
    className: 'plot',
    style: { background: theme.paper, color: theme.ink, fontSize: '12px', fontFamily: 'inherit' },
  });
  for (const part of drawn.querySelectorAll('style')) part.remove();
  for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return drawn as SVGSVGElement;
}

/** A name cut to what a label has room for. */
export function shortened(name: string, most: number): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}
