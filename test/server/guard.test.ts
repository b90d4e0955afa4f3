import { afterEach, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { flows, headcount } from '../../src/measures/index.js';
import { levels, views } from '../../src/records/index.js';
import { type Serving, warmUp } from '../../src/server/index.js';
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

describe('what is derived for a level and a view', () => {
  it('is carried to its end though whoever asked has left, and is there for the next', async () => {
    here = await served();
    const gone = new AbortController();
    const derived: string[] = [];
    const { aside } = here.snapshot.desk;
    if (aside === undefined) throw new Error('derived nowhere else');
    const keep = aside.keep.bind(aside);
    Object.assign(aside, {
      keep: (...table: Parameters<typeof keep>) => {
        gone.abort();
        derived.push(table[0]);
        return keep(...table);
      },
    });
    const address = '/api/measures/flows?level=group&view=pro-forma';
    const left = await here.app.request(`http://localhost${address}`, {
      headers: { host: 'localhost' },
      signal: gone.signal,
    });
    expect(left.status).toBe(503);
    expect((await get({}, address)).status).toBe(200);
    expect((await get({}, `${address}&by=year`)).status).toBe(200);
    expect(derived.filter((table) => table === 'episode_group_pro_forma')).toHaveLength(1);
  });

  it('is one for all who wait for it at once', async () => {
    here = await served();
    const { aside } = here.snapshot.desk;
    if (aside === undefined) throw new Error('derived nowhere else');
    const derived: string[] = [];
    const keep = aside.keep.bind(aside);
    Object.assign(aside, {
      keep: (...table: Parameters<typeof keep>) => {
        derived.push(table[0]);
        return keep(...table);
      },
    });
    const asked = ['flows', 'headcount', 'retention'].map((name) =>
      get({}, `/api/measures/${name}?level=unit&view=pro-forma`),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(derived.filter((table) => table === 'move_unit_pro_forma')).toHaveLength(1);
  });

  it('answers as where it is derived for one question alone', async () => {
    here = await served();
    const { desk } = here.snapshot;
    const alone = { warehouse: desk.warehouse, known: desk.known };
    for (const level of levels) {
      for (const view of views) {
        for (const measure of [flows, headcount]) {
          const question = { subjects: ['Ember'], parameters: { level, view, by: 'year' } };
          const { rows } = await ask(desk, measure, question);
          expect(rows.length).toBeGreaterThan(0);
          expect(rows).toEqual((await ask(alone, measure, question)).rows);
        }
      }
    }
  });
});

describe('a state that is worked out ahead', () => {
  const views = ['/api/measures/coverage?limit=100&lang=fr', '/api/names', '/api/claims'];

  it('answers the views without a question to the database, and tells how far it is', async () => {
    here = await served();
    const told: string[] = [];
    const serving = here.serving;
    await warmUp(here.snapshot, serving, new AbortController().signal, (done, of) =>
      told.push(`${done}/${of}`),
    );
    expect(told.length).toBeGreaterThan(10);
    expect(told.at(-1)).toBe(`${told.length - 1}/${told.length - 1}`);
    const { opens_with } = (await (await get({}, '/api/status')).json()) as {
      readonly opens_with: { readonly leading: readonly string[] };
    };
    expect(opens_with.leading.length).toBeGreaterThan(1);
    const ofLeading = opens_with.leading.flatMap((id) =>
      ['exits?months=24', 'retention?months=24&curve=true', 'flows?limit=1000', 'growth?by=year'].map(
        (asked) => `/api/measures/${asked}&organisation=${id}`,
      ),
    );
    const refuse = () => Promise.reject(new Error('asked'));
    for (const { warehouse } of [here.snapshot.desk, here.snapshot.behind]) {
      Object.assign(warehouse, { query: refuse, keep: refuse });
    }
    for (const view of [...views, ...ofLeading]) expect((await get({}, view)).status, view).toBe(200);
    expect(here.faults).toEqual([]);
  }, 120_000);

  it('ends where it is told to, and leaves the rest to whoever asks', async () => {
    here = await served();
    const stop = new AbortController();
    const told: number[] = [];
    await warmUp(here.snapshot, here.serving, stop.signal, (done) => {
      told.push(done);
      if (done === 2) stop.abort();
    });
    expect(told).toEqual([0, 1, 2]);
    for (const view of views) expect((await get({}, view)).status, view).toBe(200);
  }, 120_000);
});
