import type { Context } from 'hono';
import type { Lang } from '../report/index.js';

const langs = ['en', 'fr'] as const;

/** The language that a reader asks for, by address or browser; null where the address asks for one that there is not. */
export function langAsked(c: Context): Lang | null {
  const asked = c.req.query('lang');
  if (asked !== undefined) return langs.find((lang) => lang === asked) ?? null;
  return /^fr\b/i.test(c.req.header('accept-language') ?? '') ? 'fr' : 'en';
}
