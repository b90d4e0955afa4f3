import { describe, expect, it } from 'vitest';
import { answerOf, type Here, opened, placeOf } from './browsing.js';

const wrong = [
  ['an organisation that nobody knows', '/organisation?id=nobody-knows-it', 'nobody-knows-it'],
  ['a duel with an organisation that nobody knows', '/duel?a=nobody-knows-it&b=openai', 'nobody-knows-it'],
  ['a duel of one with itself', '/duel?a=openai&b=openai', 'two different organisations'],
  ['a window that runs backwards', '/duel?since=2024&until=2015', 'runs backwards'],
] as const;

/** What goes wrong, and is said. */
export function troubles(here: () => Here): void {
  describe('an address that is wrong', () => {
    it.each(wrong)('says so: %s', async (_, address, words) => {
      const { page, complaints } = await opened(here(), address);
      const alert = page.getByRole('alert').first();
      expect(await alert.textContent()).toContain(words);
      expect(await alert.textContent()).not.toMatch(/\bat \S+:\d+|undefined|null/);
      expect(await alert.getByRole('button', { name: 'Ask again' }).isVisible()).toBe(true);
      expect(await page.locator('h1').count()).toBe(1);
      // The browser itself notes a refused request; nothing else complains.
      expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
      await page.context().close();
    });

    it('says so in the language of the page', async () => {
      const { page } = await opened(here(), '/duel?a=nobody-knows-it&b=openai&lang=fr');
      const said = (await page.getByRole('alert').first().textContent())?.replaceAll('\u00a0', ' ');
      expect(said).toContain(
        'Pas de réponse possible. organisation inconnue : "nobody-knows-it" ; mercato resolve donne les noms',
      );
      expect(await page.getByRole('alert').first().locator('span').getAttribute('lang')).toBe('fr');
      await page.context().close();
    });

    it('takes the usual level, view and window where it names none that exist', async () => {
      const { page, complaints } = await opened(
        here(),
        '/duel?level=planet&view=sideways&since=soon&months=7',
      );
      expect(await page.locator('[aria-pressed=true]').allTextContents()).toEqual([
        'English',
        'company',
        'of each month',
        'left out',
      ]);
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('has a heading and a way back where there is no such view', async () => {
      const { page } = await opened(here(), '/no/such/view');
      expect(await page.locator('h1').textContent()).toBe('There is no such view.');
      await page.getByRole('link', { name: 'Overview' }).click();
      await page.getByRole('heading', { name: 'Who wins people from whom?' }).waitFor();
      expect(placeOf(page)).toBe('/');
      await page.context().close();
    });

    it('is refused by the API with the words of the command line', async () => {
      const problem = await answerOf(`${here().origin}/api/measures/flows?level=planet`);
      expect(problem.status).toBe(400);
      expect(problem.detail).toMatch(/invalid level: "planet"/);
    });
  });
}
