import { english, type Phrases } from './english.js';
import type { Lang } from './format.js';
import { french } from './french.js';

/** Every text of the report that measures and sources do not bring, in both languages with the same keys. */
export const words: Readonly<Record<Lang, Phrases>> = { en: english, fr: french };

export type { ColumnName, Phrases } from './english.js';
