import * as z from 'zod';
import { parseDate } from '../records/index.js';

/** Words of any kind; a mark of doubt is none. */
export const text = z
  .string()
  .trim()
  .min(1, 'write some words')
  .refine((t) => t !== '?', 'still unsure; correct it');

/** A date, or two with / between. */
export const day = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine((t) => parseDate(t) !== null, 'write YYYY, YYYY-MM, YYYY-MM-DD, or two of them with / between');

/** Where something can be read. */
export const address = z.url({ protocol: /^https?$/, error: 'write an address that begins with https://' });

/** Id of a claim or an organisation. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write lower-case letters, digits and single hyphens');

/** Words for readers: in both languages, or once where a name is the same in both. */
export const words = z
  .union([text, z.strictObject({ en: text, fr: text })])
  .transform((said) => (typeof said === 'string' ? { en: said, fr: said } : said));

/** A sentence for readers, in both languages. */
export const sentence = z.strictObject({ en: text, fr: text });
