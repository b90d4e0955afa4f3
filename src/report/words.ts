import { type Phrases as Basic, english as basic } from './english.js';
import { englishRanking, englishRankingColumns } from './englishRanking.js';
import type { Lang } from './format.js';
import { french as basicFrench } from './french.js';
import { frenchRanking, frenchRankingColumns } from './frenchRanking.js';

/** Every text of the report that measures and sources do not bring. */
export type Phrases = Basic & {
  readonly ranking: typeof englishRanking;
  readonly columns: typeof englishRankingColumns;
};
/** A column of a printed table. */
export type ColumnName = keyof Phrases['columns'];

/** Those texts in both languages, with the same keys. */
export const words: Readonly<Record<Lang, Phrases>> = {
  en: { ...basic, ranking: englishRanking, columns: { ...basic.columns, ...englishRankingColumns } },
  fr: {
    ...basicFrench,
    ranking: frenchRanking,
    columns: { ...basicFrench.columns, ...frenchRankingColumns },
  },
};
