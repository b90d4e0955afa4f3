import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../src/report/words.js';
import type { Desk } from '../../src/subjects.js';
import { deskOf, filesOf, hostile } from './world.js';

let desk: Desk;
let english: ReadonlyMap<string, string>;
let french: ReadonlyMap<string, string>;

beforeAll(async () => {
  desk = await deskOf();
  english = await filesOf(desk, 'en');
  french = await filesOf(desk, 'fr');
});

afterAll(async () => desk.warehouse.close());

const page = (files: ReadonlyMap<string, string>) => parseHTML(files.get('index.html') ?? '').document;
const textOf = (files: ReadonlyMap<string, string>): string => {
  const { documentElement: root } = page(files);
  for (const style of [...root.querySelectorAll('style')]) style.remove();
  return root.textContent;
};

describe('writeReport(desk, options)', () => {
  it('writes one page, and every table as CSV and JSON', () => {
    const names = [...english.keys()];
    expect(names[0]).toBe('index.html');
    const shown = [...page(english).querySelectorAll('.sheet')].length;
    expect(names.filter((name) => /^data\/\w+\.csv$/.test(name))).toHaveLength(shown);
    expect(names).toHaveLength(1 + 2 * shown);
    for (const a of page(english).querySelectorAll('.under a'))
      expect(names).toContain(a.getAttribute('href'));
  });

  it('writes the same bytes when it is asked again', async () => {
    expect(await filesOf(desk, 'en')).toEqual(english);
    expect(await filesOf(desk, 'fr')).toEqual(french);
  });

  it('needs no script, no style sheet and no request', () => {
    const document = page(english);
    expect(document.querySelectorAll('script, link, img, iframe, object, embed')).toHaveLength(0);
    expect(english.get('index.html')).not.toMatch(/url\(|@import|src=/);
  });

  it('shows a hostile name as text and nothing else', () => {
    const document = page(english);
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect([...document.querySelectorAll('tbody th')].map((th) => th.textContent)).toContain(hostile);
    expect(english.get('index.html')).not.toContain('<script');
    for (const element of document.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^alert|^söhne/i);
    }
  });

  it('says on the page and under every picture and table of data that people are simulated', () => {
    const document = page(english);
    expect(document.querySelector('.banner')?.textContent).toContain('Simulated people');
    expect(document.querySelector('title')?.textContent).toContain('simulated people');
    for (const under of document.querySelectorAll('.under')) {
      expect(under.textContent).toMatch(/^(Simulated people\.|Arithmetic)/);
    }
    expect(english.get('index.html')).toContain('@bottom-left{content:"Who moves where. Simulated people."');
    for (const svg of document.querySelectorAll('svg'))
      expect(svg.getAttribute('aria-label')).toContain('Simulated');
  });

  it('says nothing of simulation where people are real', async () => {
    const real = await deskOf(false);
    const files = await filesOf(real, 'en');
    await real.warehouse.close();
    expect(textOf(files)).not.toMatch(/simulated/i);
    expect(textOf(files)).toContain('your own data');
  });

  it('labels every picture', () => {
    const pictures = [...page(french).querySelectorAll('svg')];
    expect(pictures.length).toBeGreaterThan(2);
    for (const svg of pictures) {
      expect(svg.getAttribute('role')).toBe('img');
      expect(svg.querySelector('title')?.textContent).toBe(svg.getAttribute('aria-label'));
      expect(svg.querySelectorAll('[aria-label]')).toHaveLength(0);
    }
  });

  it('shows no count below the minimum', () => {
    for (const name of ['flows', 'causes', 'ratios', 'retention', 'headcount', 'coverage', 'curves']) {
      const { rows } = JSON.parse(english.get(`data/${name}.json`) ?? '{"rows":[]}');
      const counted = [
        'hire',
        'forward',
        'backward',
        'people',
        'episodes',
        'spells',
        'unknown_start',
        'events',
        'at_risk',
        'side',
      ];
      for (const row of rows) {
        for (const column of counted)
          if (typeof row[column] === 'number') expect(row[column]).toBeGreaterThanOrEqual(5);
      }
    }
    expect(textOf(english)).toContain('<5');
  });

  it('holds no person in any file', () => {
    for (const text of english.values()) expect(text).not.toMatch(/sim-\d/);
  });

  it('writes tables that a reader of CSV reads back, without formulas', () => {
    for (const [name, text] of english) {
      if (!name.endsWith('.csv')) continue;
      const [head, ...rows] = parse(text) as string[][];
      for (const row of rows) {
        expect(row).toHaveLength(head?.length ?? 0);
        for (const cell of row) if (Number.isNaN(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }
    }
    const flows = parse(english.get('data/flows.csv') ?? '') as string[][];
    expect(flows.flat()).toContain(`'${hostile}`);
  });
});

describe('the two languages', () => {
  const strings = (lang: 'en' | 'fr'): string[] =>
    [...Object.values(words[lang]), ...Object.values(words[lang].columns)].filter(
      (text) => typeof text === 'string',
    );

  it('have nothing of the other on their page', () => {
    const [en, fr] = [textOf(english), textOf(french)];
    const own = new Set(strings('en').filter((text) => strings('fr').includes(text)));
    for (const text of strings('en')) if (!own.has(text) && text.length > 12) expect(fr).not.toContain(text);
    for (const text of strings('fr')) if (!own.has(text) && text.length > 12) expect(en).not.toContain(text);
    // Options of the command line are the same in both languages.
    expect(fr.replace(/--[a-z-]+/g, '')).not.toMatch(
      /\b(the|people|moves|hires|share|source of|withheld)\b/i,
    );
    expect(page(french).documentElement.getAttribute('lang')).toBe('fr');
  });

  it('write no narrow space that a font may lack', () => {
    for (const text of french.values()) expect(text).not.toContain('\u202f');
    expect(french.get('data/flows.csv')).not.toContain('\u00a0');
  });
});
