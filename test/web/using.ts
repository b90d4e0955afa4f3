import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Here, opened, placeOf, still } from './browsing.js';

const duel = '/duel?a=openai&b=anthropic';

/** How a reader goes about: by keyboard, by link, in the other language. */
export function using(here: () => Here): void {
  describe('a duel', () => {
    it('is set up by keyboard alone', async () => {
      const { page, complaints } = await opened(here(), '/duel');
      const before = await page.locator('.facts').textContent();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('From');
      await page.keyboard.type('openai');
      await expect.poll(() => active(page)).toBe('OpenAI');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'OpenAI against Anthropic' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('To');
      await page.keyboard.type('me');
      await page.getByRole('option', { name: 'Meta' }).waitFor();
      for (let i = 0; i < 20 && (await active(page)) !== 'Meta'; i++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'OpenAI against Meta' }).waitFor();
      await still(page);
      expect(placeOf(page)).toBe('/duel?a=openai&b=meta');
      expect(await page.locator('.facts').textContent()).not.toBe(before);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Swap the two');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Meta against OpenAI' }).waitFor();
      expect(placeOf(page)).toBe('/duel?a=meta&b=openai');
      await page.goBack();
      await page.getByRole('heading', { name: 'OpenAI against Meta' }).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('leaves a picker as it was at Escape and at a name that nobody has', async () => {
      const { page } = await opened(here(), duel);
      await page.getByRole('combobox', { name: 'From', exact: true }).focus();
      await page.keyboard.type('nobody at all');
      await page.getByText('No organisation of that name').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      expect(await page.getByRole('combobox', { name: 'From', exact: true }).inputValue()).toBe('OpenAI');
      expect(placeOf(page)).toBe(duel);
      await page.context().close();
    });

    it('studies an event that is given by its month, and keeps it in the address', async () => {
      const { page, complaints } = await opened(here(), '/duel?a=microsoft&b=google');
      await page.getByRole('textbox', { name: 'Month of the event' }).fill('2021-06');
      await page.keyboard.press('Enter');
      const caption = page.getByText(/Microsoft → Google: by how much more the rate changed/);
      await caption.waitFor({ timeout: 60_000 });
      expect(placeOf(page)).toBe('/duel?a=microsoft&b=google&event=2021-06');
      await page.reload();
      await caption.waitFor({ timeout: 60_000 });
      expect(await page.getByRole('textbox', { name: 'Month of the event' }).inputValue()).toBe('2021-06');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('says the figures of the API', async () => {
      const { page } = await opened(here(), duel);
      const response = await page.request.get(
        `${here().origin}/api/measures/ratio?organisation=openai&organisation=anthropic`,
      );
      const [row] = (await response.json()).rows;
      const shown = await page.locator('.facts b').allTextContents();
      expect(shown.slice(0, 2)).toEqual([row.forward, row.backward].map(String));
      expect(shown[2]).toBe(
        new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 }).format(row.ratio),
      );
      await page.context().close();
    });
  });

  describe('a permalink', () => {
    const link = `${duel}&since=2018&until=2024&level=group&view=pro-forma&takeovers=on&lang=fr`;

    it('restores window, level, view, takeovers, pair and language', async () => {
      const { page } = await opened(here(), link);
      expect(await page.getAttribute('html', 'lang')).toBe('fr');
      expect(await page.getByRole('combobox', { name: 'De', exact: true }).inputValue()).toBe('OpenAI');
      expect(
        await page
          .locator('select')
          .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value)),
      ).toEqual(['2018', '2024']);
      expect(await pressed(page)).toEqual(['Français', 'groupe', 'd’aujourd’hui', 'comptés aussi']);
      const asked = await page.getByRole('link', { name: 'CSV' }).first().getAttribute('href');
      for (const part of [
        'since=2018',
        'until=2024',
        'level=group',
        'view=pro-forma',
        'cause=hire',
        'lang=fr',
      ])
        expect(asked).toContain(part);
      await page.context().close();
    });

    it('is what every switch makes', async () => {
      const { page } = await opened(here(), duel);
      await page.getByLabel('From year').selectOption('2018');
      await page.getByLabel('Until year').selectOption('2024');
      await page.getByRole('button', { name: 'group', exact: true }).click();
      await page.getByRole('button', { name: 'of today' }).click();
      await page.getByRole('button', { name: 'counted too' }).click();
      expect(`${placeOf(page)}&lang=fr`).toBe(link);
      await page.context().close();
    });
  });

  describe('the switch of language', () => {
    it('keeps the view and is kept by the next', async () => {
      const { page } = await opened(here(), `${duel}&since=2018`);
      await page.getByRole('button', { name: 'Français' }).click();
      await page.getByRole('heading', { name: 'OpenAI contre Anthropic' }).waitFor();
      expect(placeOf(page)).toBe(`${duel}&since=2018`);
      expect(await page.getAttribute('html', 'lang')).toBe('fr');
      await page.reload();
      await page.getByRole('heading', { name: 'OpenAI contre Anthropic' }).waitFor();
      await page.getByRole('link', { name: 'Méthode' }).click();
      await page.getByRole('heading', { name: 'Ce que veut dire chaque chiffre' }).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'What every figure means' }).waitFor();
      expect(placeOf(page)).toBe('/method');
      await page.context().close();
    });
  });
}

/** What has the focus, by its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    "document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent ?? ''",
  );

/** The option that Enter would take. */
const active = (page: Page): Promise<string> =>
  page.evaluate("document.querySelector('[role=option][data-active-item]')?.textContent ?? ''");

const pressed = (page: Page): Promise<string[]> => page.locator('[aria-pressed=true]').allTextContents();
