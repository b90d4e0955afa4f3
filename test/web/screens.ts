import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Here, opened, still } from './browsing.js';

/** Every view: its path, and its heading in English and French. A new view is one line more. */
export const screens = [
  { path: '/', en: 'Who wins people from whom?', fr: 'Qui prend des gens à qui ?' },
  { path: '/duel', en: 'Google DeepMind against Anthropic', fr: 'Google DeepMind contre Anthropic' },
  { path: '/organisation', en: 'Anthropic', fr: 'Anthropic' },
  {
    path: '/ranking',
    en: 'Whom people who move prefer',
    fr: 'Qui préfèrent les gens qui bougent',
  },
  {
    path: '/demand',
    en: 'Demand for AI skills, and for work as a whole',
    fr: 'La demande de compétences en IA, et celle de travail en général',
  },
  {
    path: '/claims',
    en: 'What was claimed, and what becomes of it',
    fr: 'Ce qui a été affirmé, et ce qu’il en est',
  },
  { path: '/questions', en: 'Four questions of June 2025', fr: 'Quatre questions de juin 2025' },
  { path: '/data', en: 'What stands behind the figures', fr: 'Ce qui soutient les chiffres' },
  { path: '/method', en: 'What every figure means', fr: 'Ce que veut dire chaque chiffre' },
] as const;

const cases = screens.flatMap((screen) => (['en', 'fr'] as const).map((lang) => ({ ...screen, lang })));
const shots = process.env.MERCATO_SHOTS;

/** Findings of axe by WCAG 2.2 AA. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
  }).then(({ violations, passes }) => (passes.length < 15 ? ['axe saw nothing'] : []).concat(violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => [id, html.slice(0, 200), failureSummary].join(': ')))))`);
}

/** What holds of every view. */
export function everyScreen(here: () => Here): void {
  describe('the page of the API', () => {
    it.each([
      ['en', 'The API of Mercato', 'Who wins people from whom?'],
      ['fr', 'L’API de Mercato', 'Qui prend des gens à qui ?'],
    ] as const)(
      'is in the language of the browser and readable by all (%s)',
      async (lang, heading, question) => {
        for (const width of [1200, 360]) {
          const context = await here().browser.newContext({ viewport: { width, height: 900 }, locale: lang });
          const page = await context.newPage();
          await page.goto(`${here().origin}/api/docs`);
          await page.getByText('/api/measures/ratio', { exact: true }).waitFor();
          expect(await page.getAttribute('html', 'lang')).toBe(lang);
          expect(await page.locator('h1:visible').allTextContents()).toEqual([heading]);
          expect(await page.locator('#operations-default-measures_flows').textContent()).toContain(question);
          // Swagger UI puts the address, a link, into the button that opens it; nothing of ours can take it out.
          expect(
            (await findings(page)).filter((finding) => !finding.startsWith('nested-interactive')),
          ).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
          if (shots) await page.screenshot({ path: join(shots, fileOf('/docs', lang, width)) });
          await context.close();
        }
      },
    );

    it('opens from the definitions and lists every path, with what is on this server alone', async () => {
      const { page, asked, complaints } = await opened(here(), '/method');
      await page.getByRole('link', { name: 'The API of this page, to read and to try' }).click();
      await page.getByText('/api/measures/ratio', { exact: true }).waitFor();
      const described = await (await page.request.get(`${here().origin}/api/openapi.json`)).json();
      expect(await page.locator('.opblock').count()).toBe(Object.keys(described.paths).length);
      await page.getByText('/api/status', { exact: true }).click();
      await page.getByRole('button', { name: 'Try it out' }).click();
      await page.getByRole('button', { name: 'Execute' }).click();
      await page.locator('.live-responses-table').getByText('200', { exact: true }).waitFor();
      expect(asked.filter((url) => !url.startsWith(here().origin) && !/^(?:data|blob):/.test(url))).toEqual(
        [],
      );
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });

  describe('every view', () => {
    it.each(cases)(
      '$path loads whole, fits and is readable by all ($lang)',
      async ({ path, lang, ...head }) => {
        const { page, asked, complaints } = await opened(here(), path, {
          locale: lang === 'fr' ? 'fr-FR' : 'en-GB',
          colorScheme: 'light',
        });
        const headings = await page.locator('h1').allTextContents();
        expect(headings.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([head[lang]]);
        expect(await page.title()).toBe(`${headings[0]} · Mercato`);
        expect(await page.getAttribute('html', 'lang')).toBe(lang);
        expect(await page.getByRole('note').first().textContent()).toMatch(
          lang === 'fr' ? /simulées/ : /Simulated/,
        );
        expect(await findings(page)).toEqual([]);
        for (const width of [1200, 360]) {
          await page.setViewportSize({ width, height: 900 });
          await still(page);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
          if (shots) await page.screenshot({ path: join(shots, fileOf(path, lang, width)), fullPage: true });
        }
        expect(await findings(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        await still(page);
        expect(await findings(page)).toEqual([]);
        if (shots) await page.screenshot({ path: join(shots, fileOf(path, lang, 'dark')), fullPage: true });
        expect(asked.filter((url) => !url.startsWith(here().origin) && !/^(?:data|blob):/.test(url))).toEqual(
          [],
        );
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );

    it.each(screens)('$path is printed without its controls', async ({ path }) => {
      const { page } = await opened(here(), path, { width: 794 });
      await page.emulateMedia({ media: 'print' });
      await still(page);
      expect(
        await page.locator('nav, .controls, .tools, .languages, .skip').filter({ visible: true }).count(),
      ).toBe(0);
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
      await page.context().close();
    });
  });
}

const fileOf = (path: string, lang: string, how: string | number): string =>
  `${path.slice(1) || 'overview'}-${lang}-${how}.png`;
