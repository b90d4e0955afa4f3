import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeptVerdict } from '../../src/claims/index.js';
import { endpoints } from '../../src/server/index.js';
import { type Served, served } from './serving.js';

let here: Served;
beforeAll(async () => {
  here = await served();
});
afterAll(() => here.world.warehouse.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  here.app.request(`http://localhost${path}`, { headers: { host: 'localhost', ...headers } });
// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire has no type yet
const bodyOf = async (response: Response): Promise<any> => response.json();
const json = async (path: string) => bodyOf(await get(path));
const duel = '/api/measures/ratio?organisation=Ember&organisation=Lumen';

/** A request for every address, with what it needs. */
const requests = [
  '/api/status',
  '/api/measures',
  '/api/measures/headcount',
  '/api/measures/headcount?organisation=Ember&by=year',
  '/api/measures/flows',
  '/api/measures/flows?by=year&level=group&view=pro-forma&limit=3',
  duel,
  `${duel}&by=year&since=2015&until=2018`,
  '/api/measures/retention?organisation=Ember&curve=true',
  '/api/measures/exits?organisation=Ember&curve=true',
  '/api/measures/growth?organisation=Ember&by=year',
  '/api/measures/coverage',
  '/api/measures/delay',
  '/api/measures/study?organisation=Ember&organisation=Lumen&event=2017-01',
  '/api/measures/table',
  '/api/measures/delay',
  '/api/measures/study?organisation=Ember&event=2018-06',
  '/api/measures/ranking?dropped=true',
  '/api/measures/timeline?organisation=Cobalt',
  '/api/organisations',
  '/api/organisations?q=lum&limit=1',
  '/api/organisations/cobalt',
  '/api/names',
  '/api/claims',
  '/api/claims?verdict=reproduced&organisation=Cobalt&firmness=asserted&limit=1',
  '/api/claims/ember-wins',
  '/api/claims/ember-keeps?lang=fr',
  '/api/claims/ember-wins/history',
  '/api/claims/ember-wins/claimreview',
  '/api/claimreview',
  '/api/questions',
];

/** The address of the API that answers a request. */
const addressOf = (path: string): string =>
  path
    .replace(/\?.*/, '')
    .replace('/cobalt', '/{id}')
    .replace(/\/claims\/[^/]+/, '/claims/{id}');

describe('every answer', () => {
  it.each(requests)('%s has the form that the API says of it', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const document = await json('/api/openapi.json');
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    const { schema } = document.paths[addressOf(path)].get.responses['200'].content['application/json'];
    const valid = ajv.compile(schema);
    expect(valid(await response.json()) || valid.errors).toBe(true);
  });

  it('is described with one address for each measure that is served', async () => {
    const { paths, openapi } = await json('/api/openapi.json');
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual(endpoints.map(({ path }) => path));
    expect(Object.keys(paths)).not.toContain('/api/measures/moves');
  });

  it('has an address in the list of requests above, or is a file', () => {
    const asked = requests.map(addressOf);
    // Nobody loaded what these two read.
    const other = ['/api/measures/demand', '/api/measures/pay'];
    expect(
      endpoints.filter(
        ({ path, answer, method }) =>
          answer !== null && method !== 'post' && ![...asked, ...other].includes(path),
      ),
    ).toEqual([]);
  });
});

describe('GET /api/measures/{name}', () => {
  it('answers as the measure does', async () => {
    const { rows, columns, data } = await json(duel);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ from: 'Ember', to: 'Lumen', forward: { withheld: '<5' }, backward: 18 });
    expect(columns.map((c: { name: string }) => c.name)).toContain('rate_ratio');
    expect(data).toMatchObject({ version: here.snapshot.version, simulated: false });
  });

  it('gives notes in the language asked for, or in that of the browser', async () => {
    const french = await bodyOf(await get(duel, { 'accept-language': 'fr-CA,fr;q=0.9' }));
    const asked = await json(`${duel}&lang=fr`);
    const english = await json(duel);
    expect(french.notes).toEqual(asked.notes);
    expect(french.notes[0].text).not.toBe(english.notes[0].text);
  });

  it('asks the database once for all languages, pages and files of a question', async () => {
    const other = await served();
    const ask = (path: string) =>
      other.app.request(`http://localhost${path}`, { headers: { host: 'localhost' } });
    const english = await bodyOf(await ask(`${duel}&lang=en`));
    expect((await ask('/api/names')).status).toBe(200);
    await other.world.warehouse.close();
    const french = await bodyOf(await ask(`${duel}&lang=fr&level=company&limit=7`));
    expect(french.rows).toEqual(english.rows);
    const csv = await ask(duel.replace('/measures/ratio', '/export/ratio.csv'));
    expect((await csv.text()).split('\n')).toHaveLength(3);
    expect((await ask('/api/names?lang=fr')).status).toBe(200);
    expect((await ask(`${duel}&since=2015`)).status).toBe(503);
  });

  it('says whom the views open with: those of most people, where the press printed nothing of any', async () => {
    const { opens_with } = await json('/api/status');
    const { organisations } = await json('/api/organisations?limit=2');
    const [first, second] = organisations.map(({ id }: { id: string }) => id);
    expect(opens_with).toMatchObject({ organisation: first, pair: [first, second] });
    expect(opens_with.leading.slice(0, 2)).toEqual([first, second]);
    for (const address of [
      `ratio?organisation=${first}&organisation=${second}`,
      `headcount?organisation=${first}`,
    ])
      expect((await get(`/api/measures/${address}`)).status).toBe(200);
  });

  it('pages in an order that does not change', async () => {
    const whole = await json('/api/measures/flows');
    const pages = [];
    for (let offset = 0; offset < whole.total; offset += 4) {
      pages.push(...(await json(`/api/measures/flows?limit=4&offset=${offset}`)).rows);
    }
    expect(pages).toEqual(whole.rows);
    expect(whole.total).toBeGreaterThan(4);
  });

  it('withholds small cells, and leaves out rows of which nothing may be shown', async () => {
    const { rows, left_out } = await json('/api/measures/flows');
    expect(JSON.stringify(rows)).not.toContain('Roe');
    expect(left_out).toBeNull();
    expect((await json(duel)).left_out).toBe(0);
    for (const row of rows) {
      if (typeof row.hire === 'number') expect(row.hire).toBeGreaterThanOrEqual(5);
    }
  });

  it.each([
    [
      '/api/measures/ratio?organisation=Embr&organisation=Lumen',
      400,
      'unknown organisation: "Embr"; did you mean Ember?',
    ],
    ['/api/measures/ratio?organisation=Ember', 400, 'ratio takes two organisations, not 1'],
    [
      '/api/measures/flows?since=2020&until=2018',
      400,
      'window runs backwards: since 2020 until 2018; swap them',
    ],
    ['/api/measures/flows?since=2020-03', 400, 'what is served has windows of calendar years'],
    ['/api/measures/flows?since=year', 400, 'invalid since: "year"'],
    ['/api/measures/flows?level=division', 400, 'invalid level: "division" (flows)'],
    ['/api/measures/flows?sinse=2020', 400, 'unknown parameter: "sinse" (flows); did you mean since?'],
    ['/api/measures/flows?title=%5ECEO', 400, 'unknown parameter: "title" (flows)'],
    ['/api/measures/flows?max-gap=many', 400, 'invalid max-gap: "many"; write a number'],
    ['/api/measures/flows?limit=10000', 400, 'invalid limit: "10000"; write a whole number from 1 to 1000'],
    ['/api/measures/flows?offset=-1', 400, 'invalid offset: "-1"; write a whole number from 0'],
    ['/api/measures/flows?lang=de', 400, 'invalid lang: "de"; en or fr'],
    ['/api/measures/moves?organisation=Ember&organisation=Lumen', 404, 'no such address'],
    ['/api/organisations/nowhere', 404, 'unknown organisation: "nowhere"'],
    ['/api/export/flow.csv', 400, 'unknown parameter: "flow" (export); did you mean flows?'],
    ['/api/export/moves.csv', 400, 'unknown parameter: "moves" (export)'],
    ['/api/export/flows.exe', 400, 'no such export: "flows.exe"; write TABLE.csv'],
    ['/api/export/..%2F..%2Fetc%2Fpasswd.csv', 400, 'no such export'],
    ['/somewhere', 404, 'no such page: /somewhere'],
  ])('%s is a problem', async (path, status, detail) => {
    const response = await get(path);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = await bodyOf(response);
    expect([response.status, problem.status]).toEqual([status, status]);
    expect(problem.detail).toContain(detail);
    expect(response.headers.get('etag')).toBeNull();
  });

  it('never fails by its own fault, whatever is asked', async () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('Ember', 'lumen', '2015', '-1', '1e9', "'; drop table spell --", '<script>', 'true'),
    );
    const names = fc.oneof(
      fc.constantFrom('organisation', 'since', 'until', 'by', 'level', 'view', 'max-gap', 'cause', 'months'),
      fc.string(),
    );
    const path = fc.constantFrom(
      ...endpoints.flatMap(({ path, method }) => (method === 'post' ? [] : [path])),
    );
    await fc.assert(
      fc.asyncProperty(
        path,
        fc.array(fc.tuple(names, word), { maxLength: 4 }),
        word,
        async (where, pairs, id) => {
          const at = where.replace(/\{\w+\}/, encodeURIComponent(id));
          const response = await get(`${at}?${new URLSearchParams(pairs)}`);
          if (response.status === 503) expect(await response.text()).toContain('nothing that fills');
          else expect([200, 400, 404]).toContain(response.status);
        },
      ),
      { numRuns: 150 },
    );
    expect(here.faults).toEqual([]);
  }, 60_000);
});

describe('GET /api/claims', () => {
  it('gives every claim with its verdict, who says it and what stands against it', async () => {
    const { claims, links, verdicts, total } = await json('/api/claims');
    expect(claims.map((claim: { id: string; verdict: string }) => [claim.id, claim.verdict])).toEqual([
      ['ember-wins', 'too little data'],
      ['likelier-to-ember', 'too little data'],
      ['not-so-many', 'not checkable'],
      ['ember-keeps', 'too little data'],
      ['boreal-took-cobalt', 'reproduced'],
    ]);
    expect(claims[0]).toMatchObject({
      claimant: { name: 'Ember Fund', role: 'an investor', stake: 'It owns Ember.' },
      claimed: '9.0 to 1',
      of: [
        { id: 'lumen', title: 'Lumen' },
        { id: 'ember', title: 'Ember' },
      ],
      relays: [
        { by: 'Weekly', on: '2021-06' },
        { by: 'Daily', on: null },
      ],
    });
    expect(links).toEqual([
      { from: 'likelier-to-ember', to: 'ember-wins', kind: 'mutates', parts: ['quantity'] },
      { from: 'not-so-many', to: 'ember-wins', kind: 'disputes', parts: ['figure'] },
    ]);
    expect([verdicts.reproduced, total]).toEqual([1, 5]);
  });

  it('keeps those asked for, in the order of the ledger', async () => {
    const ids = async (query: string) =>
      (await json(`/api/claims?${query}`)).claims.map(({ id }: { id: string }) => id);
    expect(await ids('organisation=Ember&organisation=lumen')).toEqual(['ember-wins', 'likelier-to-ember']);
    expect(await ids('verdict=reproduced,not%20checkable')).toEqual(['not-so-many', 'boreal-took-cobalt']);
    expect(await ids('firmness=reported&offset=1')).toEqual(['ember-keeps']);
  });

  it.each([
    ['/api/claims?verdict=true', 400, 'invalid verdict: "true"; one of reproduced, compatible'],
    ['/api/claims?organisation=Embr', 400, 'unknown organisation: "Embr"; did you mean Ember?'],
    ['/api/claims?claim=ember-wins', 400, 'unknown parameter: "claim" (claims)'],
    ['/api/claims/ember-lost', 404, 'unknown claim: "ember-lost"; /api/claims lists them'],
    ['/api/claims/ember-lost/history', 404, 'unknown claim'],
    ['/api/claims/..%2F..%2Fetc/claimreview', 404, 'unknown claim'],
  ])('%s is a problem', async (path, status, detail) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect((await bodyOf(response)).detail).toContain(detail);
  });

  it('shows no figure of fewer than the minimum, here or in a file', async () => {
    const everything = await Promise.all(
      [
        '/api/claims/ember-wins',
        '/api/claims/ember-keeps',
        '/api/export/verdicts.json',
        '/api/claimreview',
      ].map(json),
    );
    const counts = (value: unknown): number[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) =>
            key === 'counts' && typeof inner === 'string'
              ? Object.values(JSON.parse(inner) as Record<string, number>)
              : key === 'counts' && inner !== null
                ? Object.values(inner as Record<string, number>)
                : counts(inner),
          )
        : [];
    expect(counts(everything).length).toBeGreaterThan(0);
    expect(counts(everything).filter((count) => count < 5)).toEqual([]);
    const [one] = everything;
    expect(one.estimates.length).toBeGreaterThan(1);
    for (const { hidden, value } of one.estimates) if (hidden !== null) expect(value).toBeNull();
  });

  it('tells of kept verdicts what changed, and no figure', async () => {
    await here.world.warehouse.close();
    const kept = (at: string, verdict: KeptVerdict['verdict'], data: string): KeptVerdict => ({
      id: 'ember-wins',
      at,
      verdict,
      reason: { en: 'of 3 and 4', fr: 'de 3 et 4' },
      estimates: [
        {
          definition: { en: 'in 2020', fr: 'en 2020' },
          value: 0.75,
          low: 0.1,
          high: 4,
          outcome: 'compatible',
        },
      ],
      data,
      registry: 'r',
      claim: 'c',
      definitions: 'd',
    });
    let history = [kept('2026-01-01T00:00:00.000Z', 'compatible', 'one')];
    here = await served({ history: async () => history });
    const path = '/api/claims/ember-wins/history?lang=fr';
    expect((await json(path)).history).toHaveLength(1);
    history = [...history, kept('2026-02-01T00:00:00.000Z', 'reproduced', 'two')];
    const { history: told } = await json(path);
    expect(told[1]).toMatchObject({
      verdict: 'reproduced',
      before: 'compatible',
      why: ['data'],
      outcomes: [{ definition: 'en 2020', outcome: 'compatible' }],
    });
    expect(JSON.stringify(told)).not.toMatch(/0\.75|de 3/);
  });
});

describe('POST /api/draft', () => {
  const post = (body: string, type = 'application/json') =>
    here.app.request('http://localhost/api/draft', {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': type },
      body,
    });
  const text = 'In 2021, Ember said that 64% of its engineers stayed. Boreal acquired Cobalt for $2 billion.';

  it('drafts the claims of a text, in the form that the API says', async () => {
    const response = await post(JSON.stringify({ text }));
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const draft = await bodyOf(response);
    const { paths } = await json('/api/openapi.json');
    const operation = paths['/api/draft'].post;
    const ajv = addFormats.default(new Ajv2020({ strict: false }));
    const valid = ajv.compile(operation.responses['200'].content['application/json'].schema);
    expect(valid(draft) || valid.errors).toBe(true);
    const posted = ajv.compile(operation.requestBody.content['application/json'].schema);
    expect([posted({ text }), posted({ txt: text })]).toEqual([true, false]);
    expect(draft.claims.map(({ figures }: { figures: string[] }) => figures)).toEqual([
      ['64%'],
      ['$2 billion'],
    ]);
    expect(draft.claims.map(({ of, names }: { of: string[]; names: string[] }) => [of, names])).toEqual([
      [['ember'], ['Ember']],
      [['cobalt'], ['Cobalt']],
    ]);
    expect(draft.yaml).toContain('claims:');
  });

  it.each([
    ['{"text": ""}', 'application/json', 400, 'invalid text; /api/openapi.json says what to post'],
    ['{"text": "a", "more": 1}', 'application/json', 400, 'invalid body'],
    ['text', 'application/json', 400, 'invalid body'],
    ['{"text": "1 2 3"}', 'application/json', 400, 'no text: text; give an article with words in it'],
    [JSON.stringify({ text }), 'text/plain', 400, 'wrong Content-Type; post application/json'],
    [JSON.stringify({ text: 'a'.repeat(200_000) }), 'application/json', 413, 'too large: more than 200 kB'],
  ])('refuses %.30s as %s', async (body, type, status, detail) => {
    const response = await post(body, type);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ]);
    expect((await bodyOf(response)).detail).toContain(detail);
  });

  it('never fails by its own fault, whatever is posted', async () => {
    const written = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => JSON.stringify({ text }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), written), async (body) => {
        expect([200, 400]).toContain((await post(body)).status);
      }),
      { numRuns: 60 },
    );
    expect(here.faults).toEqual([]);
  });

  it('is the one address that takes a POST, and takes nothing else', async () => {
    const read = await get('/api/draft');
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
    const other = await here.app.request('http://localhost/api/claims', {
      method: 'POST',
      headers: { host: 'localhost' },
    });
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('GET /api/export/{file}', () => {
  it('writes the rows of the API as CSV and JSON', async () => {
    const { rows } = await json('/api/measures/flows?limit=1000');
    const csv = await get('/api/export/flows.csv');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="mercato-flows.csv"');
    expect((await csv.text()).split('\r\n')).toHaveLength(rows.length + 2);
    expect(await json('/api/export/flows.json')).toEqual(rows);
  });

  it('writes Parquet that the engine reads', async () => {
    const bytes = new Uint8Array(await (await get('/api/export/organisations.parquet')).arrayBuffer());
    expect(new TextDecoder().decode(bytes.slice(0, 4))).toBe('PAR1');
    const { parquetReadObjects } = await import('hyparquet');
    const rows = await parquetReadObjects({ file: bytes.buffer });
    expect(rows.map((row) => row.id)).toEqual(here.snapshot.organisations.map(({ id }) => id));
    expect(rows[0]?.people).toBe(here.snapshot.organisations[0]?.people);
  });
});

describe('GET /api/organisations', () => {
  it('names no firm of fewer people than may be shown', async () => {
    expect((await json('/api/organisations?q=roe')).organisations).toEqual([]);
    expect((await get('/api/organisations/Roe%20%26%20Daughter')).status).toBe(404);
  });

  it('gives one with its owners and events', async () => {
    const cobalt = await json('/api/organisations/Cobalt');
    expect(cobalt.parents).toEqual([{ id: 'boreal', title: 'Boreal', since: '2018-03' }]);
    expect(cobalt.events[0]).toMatchObject({ event: 'acquired', by: 'boreal', others: ['Boreal'] });
    expect(JSON.stringify(cobalt)).not.toContain('house.yaml');
  });
});

describe('an answer', () => {
  it('is not sent again while the data are the same', async () => {
    const tag = (await get(duel)).headers.get('etag') ?? '';
    const again = await get(duel, { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get(`${duel}&by=year`, { 'if-none-match': tag })).status).toBe(200);
  });

  it('is worked out once for all who wait, and kept', async () => {
    const path = '/api/measures/headcount?since=2016&until=2017';
    const all = await Promise.all(Array.from({ length: 200 }, () => get(path)));
    expect(new Set(await Promise.all(all.map((response) => response.text()))).size).toBe(1);
  });

  it('is compressed where the browser takes that', async () => {
    const response = await get('/api/measures', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  it('tells the browser to load nothing from elsewhere and to be framed nowhere', async () => {
    const { headers } = await get('/api/status');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
