export type { DraftCheck, DraftClaim, Evidence } from './claim.js';
export { datesIn } from './dates.js';
export { type Draft, draftOf, maskedSentences } from './draft.js';
export { type ArticleLanguage, languageOfArticle } from './language.js';
export { quantitiesIn } from './numbers.js';
export { promptFor, withProposals } from './proposals.js';
export { sentencesOf } from './sentences.js';
export { type Article, readArticle, tooLarge } from './text.js';
export { writeDraft } from './write.js';
