import { afterEach, describe, expect, it } from 'vitest';
import type { Serving } from '../../src/server/index.js';
import { type Served, served } from './serving.js';

let here: Served | undefined;
afterEach(() => here?.world.warehouse.close());

async function get(
  more: Partial<Serving>,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  here ??= await served(more);
  return here.app.request(`http://localhost${path}`, { method, headers: { host: 'localhost', ...headers } });
}

afterEach(() => {
  here = undefined;
});

const problemOf = async (response: Response) => (await response.json()) as { readonly detail: string };

describe('a server on this machine', () => {
  it('answers to its own name alone, so that a page elsewhere cannot read it', async () => {
    const response = await get({}, '/api/status', { host: 'evil.example:8137' });
    expect(response.status).toBe(421);
    expect((await problemOf(response)).detail).toContain('wrong host: "evil.example"; call localhost');
    expect((await get({}, '/api/status', { host: 'localhost:8137' })).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s: it is read only', async (method) => {
    const response = await get({}, '/api/status', {}, method);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('counts no request from this machine', async () => {
    for (let i = 0; i < 301; i++) expect((await get({}, '/x')).status).toBe(404);
  });
});

describe('a server with a token', () => {
  const token = 'a-token-of-the-test';
  it('wants it as a bearer, as a cookie, or once in the address', async () => {
    expect((await get({ token }, '/api/status')).status).toBe(401);
    expect((await get({ token }, '/api/status', { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await get({ token }, '/api/status', { authorization: `Bearer ${token}` })).status).toBe(200);
    const first = await get({ token }, `/api/status?lang=fr&token=${token}`);
    expect([first.status, first.headers.get('location')]).toEqual([303, '/api/status?lang=fr']);
    const cookie = first.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await get({ token }, '/api/status', { cookie: cookie.split(';')[0] ?? '' })).status).toBe(200);
  });
});

describe('a server that others can reach', () => {
  it('answers one address 300 times a minute', async () => {
    const from = { 'test-address': '192.0.2.7' };
    const statuses = [];
    for (let i = 0; i < 302; i++) statuses.push((await get({}, '/x', from)).status);
    expect(statuses.slice(0, 300).every((status) => status === 404)).toBe(true);
    expect(statuses.slice(300)).toEqual([429, 429]);
    expect((await get({}, '/x', { 'test-address': '192.0.2.8' })).status).toBe(404);
  });
});

describe('a question that takes too long', () => {
  it('is given up with a word of what to do', async () => {
    const response = await get({ patience: 0 }, '/api/measures/flows?by=quarter');
    expect(response.status).toBe(503);
    expect((await problemOf(response)).detail).toBe(
      'no answer within 0 s; ask of fewer organisations or years, or later',
    );
  });

  it('is ended when the only one who waits for it leaves', async () => {
    here = await served();
    const gone = new AbortController();
    const interrupted: string[] = [];
    const { warehouse } = here.world;
    const { interrupt } = warehouse;
    const keep = warehouse.keep.bind(warehouse);
    Object.assign(warehouse, {
      interrupt: () => interrupted.push('once'),
      keep: (...table: Parameters<typeof keep>) => {
        gone.abort();
        return keep(...table);
      },
    });
    const asked = here.app.request('http://localhost/api/measures/flows?by=quarter&level=group', {
      headers: { host: 'localhost' },
      signal: gone.signal,
    });
    expect((await asked).status).toBe(503);
    Object.assign(warehouse, { interrupt, keep });
    expect(interrupted).toEqual(['once']);
    expect((await get({}, '/api/measures/flows?by=quarter&level=group')).status).toBe(200);
  });
});
