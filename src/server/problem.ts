import type { Context } from 'hono';
import { httpStatus, type Json, MercatoError } from '../errors.js';
import { frenchTitles, inFrench } from './french.js';
import { langAsked } from './language.js';

/** An error as RFC 9457 writes it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** The message that the command line gives, or its French. */
  readonly detail: string;
  readonly [fact: string]: Json;
}

const titles: Readonly<Record<number, string>> = {
  400: 'Wrong question',
  401: 'Token needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Read only',
  413: 'Too large',
  421: 'Wrong host',
  422: 'Claim not understood',
  429: 'Too many requests',
  500: 'Fault of Mercato',
  503: 'Not available now',
};

/** A problem as a response; its detail says what is wrong and what to do, in the language that is asked for as far as there are words. */
export function problemOf(c: Context, status: number, detail: string, code = 'request'): Response {
  const french = langAsked(c) === 'fr' ? inFrench(detail) : null;
  const problem: Problem = {
    type: 'about:blank',
    title: (french === null ? titles : frenchTitles)[status] ?? titles[status] ?? 'Error',
    status,
    detail: french?.replace(/ (?=[:;?!])/g, '\u00a0') ?? detail,
    code,
  };
  c.header('Cache-Control', 'no-store');
  c.header('Content-Language', french === null ? 'en' : 'fr');
  return c.body(JSON.stringify(problem), status as 400, { 'Content-Type': 'application/problem+json' });
}

/** Something thrown as a response; of what is no error of Mercato's own, nothing is told. */
export function problemFor(c: Context, error: unknown): Response {
  if (error instanceof MercatoError) return problemOf(c, httpStatus[error.code], error.message, error.code);
  return problemOf(c, 500, 'something went wrong here; the log of the server has it', 'fault');
}
