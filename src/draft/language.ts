import { franc } from 'franc-min';
import { MercatoError } from '../errors.js';

/** Languages that a draft is made from. */
export const languages = ['en', 'fr'] as const;
export type ArticleLanguage = (typeof languages)[number];

const byCode: Readonly<Record<string, ArticleLanguage>> = { eng: 'en', fra: 'fr' };
const longestSample = 20_000;
/** Letters up to which a text is too short for its letters to tell. */
const longestShort = 300;

const telling: Readonly<Record<ArticleLanguage, RegExp>> = {
  en: /\b(?:the|of|and|to|in|is|was|for|that|with|has|at|by|it|said|have|an?|from|are|will|be|on|as)\b/gi,
  fr: /(?<!\p{L})(?:le|la|les|des|du|un|une|et|est|dans|pour|que|qui|au|aux|de|sur|en|a|ont|chez|va|par|selon|il|elle|se|ce|chaque|plus|avec)(?!\p{L})/giu,
};

/**
 * In which language is an article written?
 *
 * French or English, by franc-min on its first 20,000 letters; short texts, on which it errs, by their little words.
 *
 * @throws MercatoError `source` for any other language
 */
export function languageOfArticle(text: string, file: string): ArticleLanguage {
  const sample = text.slice(0, longestSample);
  const guess = franc(sample, { minLength: 3 });
  const known = byCode[guess];
  const words = Math.max(1, sample.split(/\s+/).length);
  const share = (lang: ArticleLanguage): number => (sample.match(telling[lang])?.length ?? 0) / words;
  const [en, fr] = [share('en'), share('fr')];
  if (known !== undefined && (known === 'en' ? en >= fr : fr >= en)) return known;
  const enough = sample.length < longestShort ? 0.1 : 0.2;
  if (Math.max(en, fr) >= enough) return en > fr ? 'en' : 'fr';
  throw new MercatoError(
    'source',
    `language not understood: ${guess === 'und' ? 'unknown' : guess} (${file}); give an article in English or French`,
    { data: { language: guess } },
  );
}
