import { months } from './_months.js';
import type { Span } from './sentences.js';

/** A date in a text: YYYY, YYYY-MM or YYYY-MM-DD; where the text leaves the year out, `--MM-DD`. */
export interface WrittenDate extends Span {
  readonly date: string;
}

const month = months
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const year = '(?:19|20)\\d{2}';
const patterns: readonly (readonly [RegExp, (groups: Groups) => string | null])[] = [
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?<d>\\d{1,2})(?:er|st|nd|rd|th)? (?:of )?(?<m>${month})\\.?(?:,? (?<y>${year}))?(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    (g) => dated(g.y, g.m, g.d),
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?<m>${month})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{N}.,]\\d)(?:,? (?<y>${year}))?(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    (g) => dated(g.y, g.m, g.d),
  ],
  [
    new RegExp(`(?<![\\p{L}\\p{N}])(?<m>${month})\\.?(?: of| de)? (?<y>${year})(?![\\p{L}\\p{N}])`, 'giu'),
    (g) => dated(g.y, g.m),
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}-])(?<y>${year})-(?<n>0[1-9]|1[0-2])(?:-(?<d>0[1-9]|[12]\\d|3[01]))?(?![\\p{L}\\p{N}-])`,
      'gu',
    ),
    (g) => `${g.y}-${g.n}${g.d === undefined ? '' : `-${g.d}`}`,
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}.,/-])(?<d>0?[1-9]|[12]\\d|3[01])/(?<n>0?[1-9]|1[0-2])/(?<y>${year})(?![\\p{L}\\p{N}/])`,
      'gu',
    ),
    (g) => (Number(g.d) > 12 ? `${g.y}-${pad(g.n)}-${pad(g.d)}` : null),
  ],
  [
    new RegExp(`(?<![\\p{L}\\p{N}.,$€£/-])(?<y>${year})(?![\\p{L}\\p{N}/%]|[.,]\\d|\\s?(?:%|€|\\$))`, 'gu'),
    (g) => g.y ?? null,
  ],
];

type Groups = { readonly [name: string]: string | undefined };

/**
 * Which dates does a sentence name, in French or English?
 *
 * "le 24 avril", "1er mars 2022", "April 24, 2022", "mars 2022", "2022-03"; a year alone where it is no amount. A date in figures with the
 * month first and the day first alike is left out.
 *
 * Rows: in the order of the text; none within another.
 */
export function datesIn(text: string): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const [pattern, read] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const date = read(match.groups ?? {});
      if (date === null || found.some((one) => one.start < end && one.end > start)) continue;
      found.push({ start, end, date });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The date with the year of another where it has none of its own; null where neither has. */
export function withYear(date: string, near: string | undefined): string | null {
  if (!date.startsWith('--')) return date;
  return near === undefined ? null : `${near.slice(0, 4)}-${date.slice(2)}`;
}

function dated(y: string | undefined, name: string | undefined, d?: string): string | null {
  const n = months.findIndex((names) => names.includes(name?.toLowerCase() ?? '')) + 1;
  if (n === 0 || (d !== undefined && (Number(d) < 1 || Number(d) > 31))) return null;
  const start = y === undefined ? '--' : `${y}-`;
  return `${start}${pad(String(n))}${d === undefined ? '' : `-${pad(d)}`}`;
}

function pad(n: string | undefined): string {
  return (n ?? '').padStart(2, '0');
}
