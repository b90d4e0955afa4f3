import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { mercato, place } from './command.js';

const text = `Red Hat has hired 30 engineers from Docker, the company said on Monday, among them the engineer Maud Example.
An invented article: nobody made this statement, and the rest of it says that nothing at all was said by anybody.`;

let server: Server | undefined;
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

/** A service on this machine that answers what was recorded, and keeps what it was asked. */
async function recorded(
  content: string,
  status = 200,
): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(`${request.url} ${request.headers.authorization ?? ''} ${body}`);
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ choices: [{ message: { content } }] }));
    });
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

describe('mercato draft', () => {
  it('writes a file of claims and says what to do with it', async () => {
    const cwd = place({ 'a.txt': text });
    const { code, out, err } = await mercato(['draft', 'a.txt'], { cwd });
    expect([code, err]).toEqual([
      0,
      '1 claims drafted from 2 sentences, names of 1 people masked; correct every ?\n',
    ]);
    expect(out).toContain('check: {measure: flows, of: [docker, red-hat]}');
    expect(out).not.toContain('Maud');
  });

  it('reads standard input and writes JSON, with comments in French where asked', async () => {
    const json = await mercato(['draft', '-', '--json'], { input: text });
    expect(JSON.parse(json.out).claims[0]).toMatchObject({
      claimant: { organisation: 'red-hat' },
      draft: { place: { line: 1 } },
    });
    const { out } = await mercato(['draft', '-', '--lang', 'fr'], { input: text });
    expect(out).toMatch(/^# Affirmations ébauchées.*# phrase 1, ligne 1/s);
  });

  it('overwrites nothing unless it is told', async () => {
    const cwd = place({ 'a.txt': text, 'out.yaml': 'mine' });
    const refused = await mercato(['draft', 'a.txt', '--out', 'out.yaml'], { cwd });
    expect([refused.code, refused.err]).toEqual([
      2,
      'mercato: file exists: out.yaml; --force overwrites it\n',
    ]);
    expect(readFileSync(join(cwd, 'out.yaml'), 'utf8')).toBe('mine');
    const forced = await mercato(['draft', 'a.txt', '--out', 'out.yaml', '--force'], { cwd });
    expect([forced.code, forced.out]).toEqual([0, '']);
    expect(readFileSync(join(cwd, 'out.yaml'), 'utf8')).toMatch(/^# Claims drafted/);
  });

  it('writes no file where it fails', async () => {
    const cwd = place({ 'empty.txt': '' });
    const { code, err } = await mercato(['draft', 'empty.txt', '--out', 'out.yaml'], { cwd });
    expect([code, err]).toEqual([1, 'mercato: no text: empty.txt; give an article with words in it\n']);
    expect(existsSync(join(cwd, 'out.yaml'))).toBe(false);
  });

  it('stops reading an article without end', async () => {
    const { code, err } = await mercato(['draft', '-'], { input: new Uint8Array(6_000_000).fill(97) });
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(
        /^mercato: article too large: \d\.\d MB \(-\); at most 5\.0 MB are read, cut it\n$/,
      ),
    ]);
  });
});

describe('mercato draft --model', () => {
  const proposal = (claims: readonly object[]): string => JSON.stringify({ claims });
  const asking = (url: string) => ({
    cwd: place({ 'a.txt': text }),
    env: { MERCATO_MODEL_URL: url, MERCATO_MODEL_KEY: 'secret' },
  });

  it('takes what the text holds and marks the rest', async () => {
    const { url, asked } = await recorded(
      proposal([
        {
          sentence: 1,
          figure: '30',
          claimant: 'Somebody Else',
          where: 'Monday',
          check: 'flows',
          organisations: ['Docker', 'Red Hat'],
        },
        {
          sentence: 2,
          figure: null,
          claimant: 'nobody',
          firmness: 'certainly',
          check: 'opinion',
          organisations: ['Elsewhere'],
        },
        { sentence: 2, figure: '$5 million', claimant: 'anybody', check: 'acquired' },
      ]),
    );
    const { code, out, err } = await mercato(['draft', 'a.txt', '--json', '--model', 'small'], asking(url));
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/^warning: the text.*leaves this machine for 127\.0\.0\.1/),
    ]);
    expect(err + out).not.toContain('secret');
    const { claims } = JSON.parse(out);
    expect(claims).toHaveLength(2);
    expect(claims[0]).toMatchObject({ claimant: { name: 'Red Hat' }, where: 'Monday' });
    expect(claims[1]).toMatchObject({
      claimant: { name: 'nobody' },
      firmness: '?',
      check: { none: 'opinion' },
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^\/v1\/chat\/completions Bearer secret .*\[person 1\]/);
    expect(asked[0]).not.toMatch(/Maud|"tools"/);
  });

  it.each([
    ['an answer that is no JSON', 'I would rather not.', 200, /is no list of claims/],
    ['a service that refuses', '{}', 500, /refuses: 500 \(127\.0\.0\.1:\d+\)/],
  ])('drafts without the model on %s', async (_, content, status, message) => {
    const { url } = await recorded(content, status);
    const { code, out, err } = await mercato(['draft', 'a.txt', '--model', 'small'], asking(url));
    expect([code, err]).toEqual([0, expect.stringMatching(message)]);
    expect(out).toContain('measure: flows');
  });

  it.each([
    ['no address', '', /--model needs the address/],
    ['another kind of address', 'file:///etc/passwd', /MERCATO_MODEL_URL is no address/],
  ])('refuses %s', async (_, url, message) => {
    const { code, err } = await mercato(['draft', 'a.txt', '--model', 'small'], asking(url));
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});
