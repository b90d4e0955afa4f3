import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { MercatoError } from '../errors.js';
import type { Lang } from '../report/index.js';
import { answerOnce } from './answers.js';
import { historyOfClaim, oneClaim, reviewOfClaim, reviews } from './claim.js';
import { listOfClaims } from './claims.js';
import { drafted } from './draft.js';
import type { Answer, Asking, Endpoint } from './endpoint.js';
import { exported } from './exports.js';
import { hostGuard, rateGuard, readOnly, tokenGuard } from './guard.js';
import { langAsked } from './language.js';
import { listOfMeasures, measureEndpoints } from './measures.js';
import { doubtfulNames } from './names.js';
import { openApiOf } from './openapi.js';
import { oneOrganisation, organisationSearch } from './organisations.js';
import { problemFor, problemOf } from './problem.js';
import { questions } from './questions.js';
import type { Serving, Snapshot } from './serving.js';
import { status } from './status.js';

/** Every address of the API. */
export const endpoints: readonly Endpoint[] = [
  status,
  listOfMeasures,
  ...measureEndpoints,
  organisationSearch,
  oneOrganisation,
  doubtfulNames,
  listOfClaims,
  oneClaim,
  historyOfClaim,
  reviewOfClaim,
  reviews,
  questions,
  drafted,
  exported,
];

const requestsPerMinute = 300;

/** Bytes of a text that may be posted. */
const mostPosted = 200_000;

/** What a server needs besides what it serves. */
export interface Environment {
  /** Version of Mercato. */
  readonly version: string;
  /** Address of whoever asks; undefined where there is none, as in a test without a socket. */
  addressOf(c: Context): string | undefined;
  /** Is told of a fault, for the log. */
  fault(error: unknown): void;
}

/**
 * The HTTP API and the page as one application: read only, every answer released, every error a problem of RFC 9457.
 *
 * An answer has the data version in its ETag, so that a browser asks again without an answer being worked out again.
 */
export function serverOf(serving: Serving, { version, addressOf, fault }: Environment): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      crossOriginResourcePolicy: 'same-origin',
      xFrameOptions: 'DENY',
      referrerPolicy: 'no-referrer',
    }),
  );
  app.use(
    rateGuard(addressOf, requestsPerMinute),
    hostGuard(serving),
    readOnly(endpoints.flatMap(({ method, path }) => (method === 'post' ? [path] : []))),
    tokenGuard(serving),
    compress(),
  );
  app.get('/api/openapi.json', (c) => {
    const lang = langOf(c);
    c.header('Content-Language', lang);
    c.header('Vary', 'Accept-Language');
    return c.json(openApiOf(endpoints, version, lang));
  });
  app.get('/api/docs', (c) => {
    c.header('Vary', 'Accept-Language');
    return page(c, serving, `/apidocs/${langOf(c)}.html`);
  });
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    if (endpoint.method === 'post') app.post(path, limited, (c) => posted(c, endpoint, serving));
    else app.get(path, (c) => respond(c, endpoint, serving));
  }
  app.all('/api/*', (c) => problemOf(c, 404, `no such address: ${c.req.path}; /api/openapi.json lists them`));
  app.get('*', (c) => page(c, serving, c.req.path));
  app.onError((error, c) => {
    if (!(error instanceof MercatoError)) fault(error);
    return problemFor(c, error);
  });
  return app;
}

/** A file of the page, or of that of the API. */
async function page(c: Context, { asset }: Serving, path: string): Promise<Response> {
  const found = await asset(path);
  if (found === null) return problemOf(c, 404, `no such page: ${c.req.path}`);
  const isHashed = path.startsWith('/assets/');
  return c.body(found.body as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': found.type,
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}

const limited = bodyLimit({
  maxSize: mostPosted,
  onError: (c) =>
    problemOf(
      c,
      413,
      `too large: more than ${mostPosted / 1000} kB; post a part of it, or use mercato draft`,
    ),
});

/** Answers what is posted as JSON: another type, which a page elsewhere could send, is refused. */
async function posted(c: Context, endpoint: Endpoint, serving: Serving): Promise<Response> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    throw new MercatoError('parameter', 'wrong Content-Type; post application/json');
  }
  const read = endpoint.body?.safeParse(await c.req.json().catch(() => undefined));
  if (read === undefined || !read.success) {
    const issue = read?.error.issues[0];
    const where = issue === undefined || issue.path.length === 0 ? 'body' : issue.path.join('.');
    throw new MercatoError('parameter', `invalid ${where}; /api/openapi.json says what to post`);
  }
  const { lang, ...asked } = askedIn(c, serving);
  const answer = await endpoint.run({
    ...asked,
    lang,
    body: read.data,
    signal: c.req.raw.signal,
    begun: () => undefined,
  });
  return sent(c, answer, { 'Cache-Control': 'no-store', 'Content-Language': lang });
}

function askedIn(c: Context, serving: Serving): Omit<Asking, 'signal' | 'begun'> {
  const snapshot = serving.snapshot();
  const address = new URL(c.req.url);
  const query = new Map<string, string[]>();
  for (const [name, value] of address.searchParams) query.set(name, [...(query.get(name) ?? []), value]);
  const path = c.req.param() as Record<string, string>;
  return { serving, snapshot, desk: snapshot.desk, path, query, lang: langOf(c) };
}

async function respond(c: Context, endpoint: Endpoint, serving: Serving): Promise<Response> {
  const asked = askedIn(c, serving);
  const { snapshot, lang } = asked;
  const address = new URL(c.req.url);
  if (endpoint.changes === true) {
    const answer = await endpoint.run({ ...asked, signal: c.req.raw.signal, begun: () => undefined });
    return sent(c, answer, { 'Cache-Control': 'no-store', 'Content-Language': lang });
  }
  const tag = tagOf(snapshot, `${address.pathname}${address.search}`, lang, serving.minCell);
  const labels = {
    ETag: tag,
    'Cache-Control': 'private, no-cache',
    'Content-Language': lang,
    Vary: 'Accept-Language, Cookie, Authorization',
  };
  const known = (c.req.header('if-none-match') ?? '').split(/\s*,\s*/);
  if (known.includes(tag)) return c.body(null, 304, labels);
  const answer = await answerOnce(snapshot, tag, c.req.raw.signal, serving.patience, (signal, begun) =>
    endpoint.run({ ...asked, signal, begun }),
  );
  return sent(c, answer, labels);
}

function sent(c: Context, answer: Answer, labels: { readonly [name: string]: string }): Response {
  if ('missing' in answer) return problemOf(c, 404, answer.missing, 'parameter');
  if ('json' in answer) {
    return c.body(answer.json, 200, { ...labels, 'Content-Type': 'application/json; charset=utf-8' });
  }
  return c.body(answer.body as string, 200, {
    ...labels,
    'Content-Type': answer.media,
    'Content-Disposition': `attachment; filename="mercato-${answer.file}"`,
  });
}

function langOf(c: Context): Lang {
  const asked = langAsked(c);
  if (asked !== null) return asked;
  throw new MercatoError('parameter', `invalid lang: ${JSON.stringify(c.req.query('lang'))}; en or fr`);
}

/** Weak: the same answer may be sent compressed and not. */
function tagOf({ version }: Snapshot, address: string, lang: Lang, minCell: number): string {
  const parts = JSON.stringify([version, address, lang, minCell]);
  return `W/"${createHash('sha256').update(parts).digest('base64url').slice(0, 27)}"`;
}
