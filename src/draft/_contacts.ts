import type { ArticleLanguage } from './language.js';

const marks = {
  en: { address: '[address]', account: '[account]', phone: '[phone]', link: '[link]' },
  fr: { address: '[adresse]', account: '[compte]', phone: '[téléphone]', link: '[lien]' },
} as const;

const address = /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const link =
  /(?:https?:\/\/|www\.)[^\s<>"»”)]+|(?<![\p{L}\p{N}])(?:[\p{L}\p{N}-]+\.)+\p{Ll}{2,}\/[^\s<>"»”)]+/giu;
const account = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.@-]*[\p{L}\p{N}_])?/gu;
const phone =
  /(?<![\p{L}\p{N}])(?:(?:\+|00)[1-9][\d .()/-]{6,18}\d|0\d(?:[ .-]?\d{2}){4}|\(\d{3}\)\s?\d{3}[ .-]\d{4}|\d{3}[.-]\d{3}[.-]\d{4})(?![\p{N}])/gu;

/** A text without addresses of mail, links, names of accounts and telephone numbers, whomever they are of. */
export function withoutContacts(text: string, lang: ArticleLanguage): string {
  return text
    .replace(address, marks[lang].address)
    .replace(link, marks[lang].link)
    .replace(account, marks[lang].account)
    .replace(phone, marks[lang].phone);
}
