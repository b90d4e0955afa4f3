import { describe, expect, it } from 'vitest';
import { mercato, observed, place } from '../cli/command.js';
import { serving } from '../cli/server.js';
import { answerOf, type Here, opened } from './browsing.js';

const name = `<img src=x onerror="document.title='hit'"> & Sons`;
const quoted = `"${name.replaceAll('"', '""')}"`;

/** Seven invented people who go from a firm with a script for a name to another; nobody is simulated. */
const careers = `person,employer,start,end
${[1, 2, 3, 4, 5, 6, 7].map((nth) => `p${nth},${quoted},2018-01,2020-0${nth}\np${nth},Birch Labs,2020-0${nth},\n`).join('')}`;

/** Names that would do something if they were not text. */
export function hostile(here: () => Here): void {
  describe('a name with a script in it', () => {
    it('is text wherever it stands', async () => {
      const cwd = place({ 'careers.csv': careers });
      expect((await mercato(['load', 'csv', 'careers.csv', ...observed], { cwd })).err).not.toContain(
        'mercato:',
      );
      const server = await serving(['serve', '--port', '0'], { cwd });
      const origin = server.url.replace(/\/$/, '');
      const { organisations } = await answerOf(`${origin}/api/organisations`);
      const found = organisations.find(({ title }: { title: string }) => title.includes('onerror'));
      const id = encodeURIComponent(found.id);
      for (const address of ['/', `/organisation?id=${id}`, `/duel?a=${id}&b=birch-labs`, '/data']) {
        const { page, complaints } = await opened({ ...here(), origin }, address);
        expect(await page.locator('main').textContent()).toContain('<img src=x');
        expect(await page.locator('img').count()).toBe(0);
        expect(await page.title()).not.toBe('hit');
        expect(await page.getByRole('note').count()).toBe(0);
        expect(complaints).toEqual([]);
        await page.context().close();
      }
      expect((await server.end()).code).toBe(0);
    });
  });
}
