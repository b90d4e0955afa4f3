import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Running, serving } from '../cli/server.js';
import { answerOf, type Here, opened } from './browsing.js';

/** A server that ends and comes back at the same port. */
export function away(
  here: () => Here,
  server: () => Running,
  cwd: string,
  replace: (next: Running) => void,
): void {
  describe('a server that stops', () => {
    it('is missed by the page, which goes on by itself when it is back', async () => {
      const { page } = await opened(here(), '/duel?a=openai&b=anthropic');
      const banner = page.getByText('The server does not answer.');
      expect(await banner.count()).toBe(0);
      const { code, err } = await server().end('SIGINT');
      expect([code, err.includes('fault')]).toEqual([0, false]);
      expect(readdirSync(cwd).filter((file) => file.includes('.duckdb'))).toEqual([
        'mercato-demo.duckdb',
        'mercato-demo.duckdb.published.jsonl',
      ]);
      await banner.waitFor({ timeout: 20_000 });
      await page.getByRole('link', { name: 'Organisation' }).click();
      const { port } = new URL(here().origin);
      replace(await serving(['serve', '--port', port, '--db', join(cwd, 'mercato-demo.duckdb')], { cwd }));
      await banner.waitFor({ state: 'detached', timeout: 30_000 });
      await page.getByRole('heading', { name: 'Anthropic', exact: true }).waitFor({ timeout: 20_000 });
      await page.context().close();
    });
  });

  describe('two hundred readers at once', () => {
    it('are all answered, without an error', async () => {
      const { organisations } = await answerOf(`${here().origin}/api/organisations?limit=20`);
      const ids: string[] = organisations.map(({ id }: { id: string }) => id);
      const addresses = Array.from({ length: 200 }, (_, nth) => {
        const [a, b] = [ids[nth % ids.length], ids[(nth + 1 + (nth % 7)) % ids.length]];
        return [
          '/',
          '/api/status',
          '/api/measures/flows?limit=50',
          `/api/measures/headcount?organisation=${a}&by=year`,
          `/api/measures/ratio?organisation=${a}&organisation=${b}`,
          `/api/measures/ratio?organisation=${a}&organisation=${b}&level=group`,
          `/api/measures/retention?organisation=${a}&curve=true`,
          `/api/organisations/${a}`,
        ][nth % 8];
      });
      const answers = await Promise.all(
        addresses.map(async (address) => {
          const response = await fetch(`${here().origin}${address}`);
          return { address, status: response.status, length: (await response.text()).length };
        }),
      );
      expect(answers.filter(({ status, length }) => status !== 200 || length === 0)).toEqual([]);
    }, 240_000);
  });
}
