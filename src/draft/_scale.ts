import type { Scale, Unit } from '../claims/index.js';
import { scaleWords } from './_numerals.js';
import type { ArticleLanguage } from './language.js';
import type { Span } from './sentences.js';

/** How a printed figure is meant. */
export type Bound = 'equals' | 'at_least' | 'at_most' | 'about';

/** A numeral as it stands, before what is around it is read. */
export interface Numeral extends Span {
  readonly printed: string;
  readonly scale?: Scale | undefined;
  readonly unit?: Unit | undefined;
  readonly bound?: Bound;
  readonly isCounted?: boolean;
  /** As written, where a share is said in words. */
  readonly words?: string;
}

/** The scale behind a number, and where it ends. */
export function scaleAt(
  text: string,
  at: number,
  lang: ArticleLanguage,
): { readonly scale: Scale; readonly end: number } | null {
  const rest = text.slice(at);
  for (const [source, scale] of scaleWords[lang]) {
    const found = new RegExp(
      `^[ -]?(?:${source})(?:(?![\\p{L}\\p{N}])|(?=(?:EUR|USD|GBP|CHF|CAD)(?!\\p{L})))`,
      'u',
    ).exec(rest);
    if (found) return { scale, end: at + found[0].length };
  }
  return null;
}
