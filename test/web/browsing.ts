import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

// Without a browser there is nothing to look with; in CI that is a failure, because CI installs one.
export const isBlind = chromiumPath === undefined && process.env.CI === undefined;

/** What all tests of the page share: one server and one browser. */
export interface Here {
  /** Origin of the server, without a slash at its end. */
  readonly origin: string;
  readonly browser: Browser;
}

export async function launched(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium: apt-get install chromium');
  return chromium.launch({ executablePath: chromiumPath, args: flags });
}

/** A page, and what it asked for and complained of. */
export interface Opened {
  readonly page: Page;
  readonly asked: string[];
  readonly complaints: string[];
}

/** Opens a view in a browser of its own memory, and waits until it stands still. */
export async function opened(
  { origin, browser }: Here,
  address: string,
  { width = 1200, ...more }: BrowserContextOptions & { readonly width?: number } = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-GB', ...more });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${origin}${address}`);
  await still(page);
  return { page, asked, complaints };
}

const isStill = `document.querySelector('h1') !== null
  && document.querySelectorAll('.waiting, [aria-busy=true]').length === 0
  && [...document.querySelectorAll('.picture')].every((place) => place.firstChild !== null || place.nextElementSibling?.tagName === 'P')`;

/** Waits until nothing is asked for and every picture is drawn. */
export async function still(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 60_000 });
  await expect.poll(() => page.evaluate(isStill), { timeout: 60_000 }).toBe(true);
}

/** The path and the question of the address that the browser shows. */
export function placeOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return `${pathname}${search}`;
}

/** What an address answers, as JSON. */
// biome-ignore lint/suspicious/noExplicitAny: what comes over the wire has no type yet
export async function answerOf(address: string): Promise<any> {
  return (await fetch(address)).json();
}
