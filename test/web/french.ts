import { describe, expect, it } from 'vitest';
import { answerOf, type Here, opened, still } from './browsing.js';
import { screens } from './screens.js';

const claim = '/claims?id=13b-anthropic-from-openai';
const paths = [...screens.map(({ path }) => path), '/duel?event=2025-06', claim];

/** What a reader in French sees beyond the first look: tables, notes, and what is said of a column. */
export function french(here: () => Here): void {
  describe('what opens in French', () => {
    it.each(paths)('of %s is in French: heads of columns, months, and yes or no', async (path) => {
      const { measures } = await answerOf(`${here().origin}/api/measures?lang=en`);
      const english = new Set<string>(
        measures.flatMap(({ columns }: { columns: readonly { readonly meaning: string }[] }) =>
          columns.map(({ meaning }) => meaning),
        ),
      );
      for (const both of ['organisation', 'organisation A', 'organisation B', 'source']) english.delete(both);
      const { page, complaints } = await opened(here(), path, { locale: 'fr-FR' });
      for (const button of await page.getByRole('button', { name: 'Tableau', exact: true }).all())
        await button.click();
      for (const summary of await page.locator('main summary').all()) await summary.click();
      await still(page);
      const said = await page
        .locator('main [title]')
        .evaluateAll((all) => all.map((one) => (one as unknown as { title: string }).title));
      const cells = await page.locator('main td, main tbody th').allTextContents();
      expect([...said, ...cells].filter((text) => english.has(text))).toEqual([]);
      expect(cells.filter((text) => /^(?:true|false|null|\d{4}-\d{2})$/.test(text))).toEqual([]);
      const heights = await page
        .locator('main tbody tr')
        .evaluateAll((all) => all.map((one) => (one as unknown as { offsetHeight: number }).offsetHeight));
      expect(Math.max(0, ...heights)).toBeLessThan(160);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  });

  describe('a figure', () => {
    it.each(paths.filter((path) => path !== '/claims'))(
      'of %s has its definition beside it',
      async (path) => {
        const { page } = await opened(here(), path);
        const figures = await page.locator('main figure').count();
        expect(
          await page
            .locator('main figure')
            .filter({ has: page.getByRole('link', { name: 'Definition' }) })
            .count(),
        ).toBe(figures);
        const places = await page.locator('main a[href^="/method#"]').count();
        const has = await page.locator('main table, main figure, main .facts, main .question').count();
        if (has > 0 && path !== '/method') expect(places).toBeGreaterThan(0);
        await page.context().close();
      },
    );
  });
}
