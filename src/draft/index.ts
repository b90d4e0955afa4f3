export type { DraftCheck, DraftClaim, Evidence } from './claim.js';
export { datesIn } from './dates.js';
export { type Draft, draftOf } from './draft.js';
export { type ArticleLanguage, languageOfArticle, languages } from './language.js';
export { type Quantity, quantitiesIn } from './numbers.js';
export { sentencesOf } from './sentences.js';
export { type Article, longestArticle, readArticle, tooLarge } from './text.js';
export { writeDraft } from './write.js';
