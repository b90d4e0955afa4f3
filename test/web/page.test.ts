import { createServer, type Server } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { place } from '../cli/command.js';
import { type Running, serving } from '../cli/server.js';
import { away } from './away.js';
import { answerOf, type Here, isBlind, launched } from './browsing.js';
import { downloads } from './downloads.js';
import { french } from './french.js';
import { hostile } from './hostile.js';
import { everyScreen } from './screens.js';
import { troubles } from './troubles.js';
import { using } from './using.js';

const usualPort = 8137;

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

describe.skipIf(isBlind)('the page over a demo', () => {
  const cwd = place();
  let browser: Browser;
  let server: Running;
  let other: Server;
  const here = (): Here => ({ browser, origin: server.url.replace(/\/$/, '') });

  beforeAll(async () => {
    browser = await launched();
    other = await taken(usualPort);
    server = await serving(['demo', '--people', '6000', '--out', 'page'], { cwd });
    // Claims take some time, and who opens a view meanwhile waits.
    const isReady = async () => (await answerOf(`${server.url}api/status`)).preparing === null;
    await vi.waitFor(async () => expect(await isReady()).toBe(true), { timeout: 240_000, interval: 1000 });
  }, 480_000);

  afterAll(async () => {
    await browser?.close();
    other?.close();
    await server?.end();
  });

  it('is served by the demo at a free port where the usual one is taken', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(new URL(server.url).port).not.toBe(String(usualPort));
  });

  everyScreen(here);
  french(here);
  using(here);
  downloads(here);
  troubles(here);
  hostile(here);
  away(
    here,
    () => server,
    cwd,
    (next) => {
      server = next;
    },
  );
});

/** Takes a port, unless somebody else has it already. */
function taken(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(server));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
