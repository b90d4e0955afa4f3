import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { type Here, opened, still } from './browsing.js';

const views = [
  { path: '/', of: 0 },
  { path: '/duel?a=openai&b=anthropic&since=2015', of: 1 },
  { path: '/organisation?id=meta', of: 0 },
] as const;

/** Clicks a download of the nth picture and reads the file that it gives. */
async function downloaded(page: Page, nth: number, format: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.locator('figure').nth(nth).getByText(format, { exact: true }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Text of an SVG; fails where it is not well-formed. */
function textOf(svg: string): string {
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => {
    text += ` ${part}`;
  });
  parser.write(svg).close();
  return text;
}

/** What a reader takes away. */
export function downloads(here: () => Here): void {
  describe('a download', () => {
    it.each(views)('of the data of $path has the rows of the API', async ({ path, of }) => {
      const { page } = await opened(here(), path);
      const csv = await downloaded(page, of, 'CSV');
      expect(csv.name).toMatch(/^mercato-[a-z]+\.csv$/);
      const href = await page
        .locator('figure')
        .nth(of)
        .getByText('CSV', { exact: true })
        .getAttribute('href');
      const address = new URL(href ?? '', here().origin);
      address.pathname = address.pathname.replace('/export/', '/measures/').replace('.csv', '');
      address.searchParams.set('limit', '1000');
      const { rows, total } = await (await page.request.get(address.href)).json();
      const [head, ...lines] = parse(csv.bytes, { bom: true }) as string[][];
      expect(lines).toHaveLength(total);
      const known = lines.map((line) =>
        Object.fromEntries(line.map((cell, nth) => [head?.[nth] ?? '', cell])),
      );
      for (const [nth, row] of rows.entries()) {
        for (const [name, cell] of Object.entries(row)) {
          if (typeof cell === 'number' || typeof cell === 'string')
            expect(known[nth]?.[name]).toBe(String(cell));
        }
      }
      await page.context().close();
    });

    it.each(views)(
      'of the picture of $path is a file of its own that says what it rests on',
      async ({ path, of }) => {
        const { page, complaints } = await opened(here(), path);
        const svg = await downloaded(page, of, 'SVG');
        const text = textOf(svg.bytes.toString('utf8'));
        const { version } = await (await page.request.get(`${here().origin}/api/status`)).json();
        const caption = await page.locator('figcaption').nth(of).textContent();
        expect(text).toContain(caption ?? 'no caption');
        expect(text).toContain('Sources: csv. Observed until 30 June 2026.');
        expect(text).toContain(version);
        expect(text).toContain('Simulated people.');
        const png = await downloaded(page, of, 'PNG');
        expect(png.bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
        expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000);
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );

    it('of a question asked in several ways has each of them, as its table has', async () => {
      const { page } = await opened(here(), '/duel?a=openai&b=anthropic');
      const csv = await downloaded(page, 0, 'CSV');
      expect(csv.name).toBe('mercato-ratio.csv');
      const [head, ...lines] = parse(csv.bytes, { bom: true }) as string[][];
      expect(head?.slice(0, 3)).toEqual(['asked', 'from', 'to']);
      expect(lines.map(([asked]) => asked)).toEqual([
        'as asked',
        'gap of at most 1 month',
        'gap of at most 12 months',
        'others as named',
        'others as groups',
        'owners of today',
        'takeovers counted too',
        'the last two whole years',
      ]);
      const figure = page.locator('figure').first();
      await figure.getByRole('button', { name: 'Table' }).click();
      expect(await figure.getByRole('rowheader').allTextContents()).toEqual(lines.map(([asked]) => asked));
      await page.context().close();
    });

    it('of who disputes what has a line for each link, as the picture has', async () => {
      const { page } = await opened(here(), '/claims');
      const csv = await downloaded(page, 0, 'CSV');
      expect(csv.name).toBe('mercato-disputes.csv');
      const [head, ...lines] = parse(csv.bytes, { bom: true }) as string[][];
      expect(head).toEqual(['from', 'from_says', 'link', 'to', 'to_says']);
      const { links } = await (await page.request.get(`${here().origin}/api/claims?limit=1000`)).json();
      expect(lines.map(([from, , , to]) => [from, to])).toEqual(
        links.map(({ from, to }: { from: string; to: string }) => [from, to]),
      );
      await page.context().close();
    });

    it('is offered beside a table that takes the place of the picture', async () => {
      const { page } = await opened(here(), '/duel?a=openai&b=anthropic');
      const figure = page.locator('figure').first();
      await figure.getByRole('button', { name: 'Table' }).click();
      await still(page);
      expect(await figure.locator('svg').count()).toBe(0);
      expect(await figure.getByRole('columnheader').count()).toBeGreaterThan(4);
      expect(await figure.getByRole('button', { name: 'SVG' }).isDisabled()).toBe(true);
      await figure.getByRole('link', { name: 'Definition' }).click();
      await page.getByRole('heading', { name: 'What every figure means' }).waitFor();
      await still(page);
      expect(new URL(page.url()).hash).toBe('#ratio');
      const top = await page
        .locator('#ratio')
        .evaluate(
          (section) =>
            (section as unknown as { getBoundingClientRect(): { top: number } }).getBoundingClientRect().top,
        );
      expect(Math.abs(top)).toBeLessThan(300);
      await page.context().close();
    });
  });
}
