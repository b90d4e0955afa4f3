import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsOfTrees } from './ledger.js';
import { addPostings, deskOf, deskOfTakeover, emptyDesk, filesOf } from './world.js';

const chromiumPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

// Without a browser there is nothing to look with; in CI that is a failure, because CI installs one.
describe.skipIf(chromiumPath === undefined && process.env.CI === undefined)('the report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mercato-report-'));
  let browser: Browser;

  beforeAll(async () => {
    if (chromiumPath === undefined) throw new Error('no Chromium: apt-get install chromium');
    browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
    for (const [world, desk, claims] of [
      ['careers', await deskOf(), []],
      ['takeover', await deskOfTakeover(), claimsOfTrees()],
      ['postings', await deskOfPostings(), []],
    ] as const) {
      for (const lang of ['en', 'fr'] as const) {
        for (const [name, text] of await filesOf(desk, lang, 5, claims)) {
          await mkdir(dirname(join(folder, world, lang, name)), { recursive: true });
          await writeFile(join(folder, world, lang, name), text);
        }
      }
      await desk.warehouse.close();
    }
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['careers', 'en', 360],
    ['careers', 'en', 1200],
    ['careers', 'fr', 360],
    ['careers', 'fr', 1200],
    ['takeover', 'en', 360],
    ['takeover', 'fr', 1200],
    ['postings', 'en', 360],
    ['postings', 'fr', 1200],
  ] as const)('fits the screen and asks for nothing else (%s, %s, %i px)', async (world, lang, width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const url = pathToFileURL(join(folder, world, lang, 'index.html')).href;
    await page.goto(url);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await page.evaluate('document.documentElement.lang')).toBe(lang);
    expect(await page.locator('svg[role=img]').count()).toBeGreaterThan(1);
    expect(asked).toEqual([url]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('draws causes in the width of a small screen', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(pathToFileURL(join(folder, 'takeover', 'fr', 'index.html')).href);
    const right =
      'Math.max(...Array.from(document.querySelectorAll("#causes svg, #causes svg text"), (e) => e.getBoundingClientRect().right))';
    expect(await page.evaluate(right)).toBeLessThanOrEqual(360);
    const heights =
      'Math.min(...Array.from(document.querySelectorAll("#causes svg text"), (e) => e.getBoundingClientRect().height))';
    expect(await page.evaluate(heights)).toBeGreaterThan(7);
    await page.close();
  });

  it('keeps every text of a dispute inside its box, at a size that can be read', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(pathToFileURL(join(folder, 'takeover', 'fr', 'index.html')).href);
    const outside = `Array.from(document.querySelectorAll('.dispute g'), (g) => {
      const box = g.querySelector('rect')?.getBoundingClientRect();
      return box ? Array.from(g.querySelectorAll('text'), (t) => t.getBoundingClientRect()).filter((t) => t.right > box.right || t.height < 9).length : 0;
    }).reduce((a, b) => a + b, 0)`;
    expect(await page.locator('.dispute').count()).toBe(1);
    expect(await page.evaluate(outside)).toBe(0);
    await page.close();
  });

  it.each(['careers', 'takeover', 'postings'])(
    'prints %s on pages that hold the whole width',
    async (world) => {
      const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
      await page.goto(pathToFileURL(join(folder, world, 'en', 'index.html')).href);
      await page.emulateMedia({ media: 'print' });
      const wide = await page.evaluate(
        'Array.from(document.querySelectorAll("table, svg")).filter((e) => e.getBoundingClientRect().right > 794).length',
      );
      expect(wide).toBe(0);
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
      await page.close();
    },
  );
});

async function deskOfPostings() {
  const desk = await emptyDesk();
  await addPostings(desk);
  return desk;
}
