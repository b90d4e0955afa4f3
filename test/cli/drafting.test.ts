import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main, mercato, place } from './command.js';

const csv = `person,employer,start,end
${Array.from({ length: 8 }, (_, i) => `p${i},Oak,2015-01,2018-01\np${i},Elm,2018-01,2020-01`).join('\n')}
`;

let server: ReturnType<typeof spawn> | undefined;
let address = '';
let folder = '';
beforeAll(async () => {
  folder = place({ 'people.csv': csv });
  const loaded = await mercato(
    ['load', 'csv', 'people.csv', '--observed-until', '2024-12-31', '--db', 'c.duckdb'],
    { cwd: folder },
  );
  expect(loaded).toMatchObject({ code: 0 });
  const started = spawn(process.execPath, [main, 'serve', '--db', 'c.duckdb', '--port', '0'], {
    cwd: folder,
  });
  server = started;
  address = await new Promise((resolve, reject) => {
    let said = '';
    started.stdout.on('data', (text: Buffer) => {
      said += String(text);
      const found = /http:\/\/[^\s/]+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    started.once('exit', () => reject(new Error(said)));
  });
});
afterAll(async () => {
  const ended = new Promise((resolve) => server?.once('exit', resolve));
  server?.kill('SIGINT');
  if (server !== undefined) await ended;
});

const post = (text: string, signal: AbortSignal | null = null) =>
  fetch(`${address}/api/draft`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    signal,
  });

describe('mercato serve', () => {
  it('has the claims that ship, and the verdicts that check keeps', async () => {
    const read = async (path: string) => (await (await fetch(`${address}${path}`)).json()) as never;
    const { total } = (await read('/api/claims?limit=1')) as { readonly total: number };
    expect(total).toBeGreaterThan(30);
    const path = '/api/claims/22-anthropic-founded/history';
    expect(await read(path)).toEqual({ claim: '22-anthropic-founded', history: [] });
    await mercato(['check', '--db', 'c.duckdb'], { cwd: folder });
    const { history } = (await read(path)) as { readonly history: readonly unknown[] };
    expect(history).toMatchObject([{ verdict: 'reproduced', why: ['first'] }]);
  });

  it('drafts texts beside what it serves, two at once, and gives up one that nobody waits for', async () => {
    const gone = new AbortController();
    const long = [1, 2].map(() => post('Aa '.repeat(60_000), gone.signal).catch(() => null));
    const text = 'OpenAI said that 64% of its engineers stayed.';
    let third = await post(text);
    for (let tries = 0; tries < 20 && third.status === 200; tries++) third = await post(text);
    expect([third.status, (await fetch(`${address}/api/organisations`)).status]).toEqual([503, 200]);
    expect(await third.json()).toMatchObject({
      detail: expect.stringContaining('2 texts are being drafted'),
    });
    gone.abort();
    await Promise.all(long);
    let again = await post(text);
    for (let tries = 0; tries < 50 && again.status === 503; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      again = await post(text);
    }
    expect(again.status).toBe(200);
    expect(((await again.json()) as { readonly claims: readonly unknown[] }).claims).toHaveLength(1);
  });

  it('says what is wrong with a text', async () => {
    const response = await post('1 2 3');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('no text') });
  });
});
