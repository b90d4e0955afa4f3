import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { rateLimiter } from 'hono-rate-limiter';
import { problemOf } from './problem.js';
import type { Serving } from './serving.js';

const cookie = 'mercato_token';

/** Refuses whoever calls the server by a name that is not its own, so that no page elsewhere can read it through a browser. */
export function hostGuard({ hosts }: Serving): MiddlewareHandler {
  return async (c, next) => {
    const host = (c.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase();
    if (hosts.size > 0 && !hosts.has(host)) {
      return problemOf(c, 421, `wrong host: ${JSON.stringify(host)}; call ${[...hosts].join(' or ')}`);
    }
    return next();
  };
}

/** Refuses everything but reading, but for what is posted to be worked out and not kept. */
export function readOnly(posted: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const isPosted = posted.includes(c.req.path);
    if ((isPosted ? ['POST'] : ['GET', 'HEAD']).includes(c.req.method)) return next();
    const allowed = isPosted ? 'POST' : 'GET, HEAD';
    c.header('Allow', allowed);
    const use = isPosted ? 'POST' : 'GET';
    return problemOf(c, 405, `read only: ${c.req.method}; use ${use}`);
  };
}

/**
 * Asks for the token, where there is one: as a bearer, as a cookie, or once in the address, from where it moves into a cookie.
 */
export function tokenGuard({ token }: Serving): MiddlewareHandler {
  return async (c, next) => {
    if (token === undefined) return next();
    const address = new URL(c.req.url);
    const inAddress = address.searchParams.get('token');
    if (inAddress !== null && same(inAddress, token)) {
      setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      address.searchParams.delete('token');
      return c.redirect(`${address.pathname}${address.search}`, 303);
    }
    const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    const given = bearer ?? getCookie(c, cookie) ?? '';
    if (same(given, token)) return next();
    c.header('WWW-Authenticate', 'Bearer');
    return problemOf(c, 401, 'no token or a wrong one; open the address that the server printed');
  };
}

/** At most so many requests a minute from one address; none is counted from this machine. */
export function rateGuard(addressOf: (c: Context) => string | undefined, limit: number): MiddlewareHandler {
  return rateLimiter({
    windowMs: 60_000,
    limit,
    keyGenerator: (c) => addressOf(c) ?? 'unknown',
    skip: (c) => isLoopback(addressOf(c)),
    handler: (c) => problemOf(c, 429, `too many requests: more than ${limit} a minute; wait a little`),
  });
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string | undefined): boolean {
  return address === undefined || /^(?:::ffff:)?127\.|^::1$/.test(address);
}

/** Compares in a time that does not tell how much of it is right. */
function same(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
