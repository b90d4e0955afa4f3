import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../src/report/words.js';
import type { Desk } from '../../src/subjects.js';
import { addPostings, deskOf, emptyDesk, filesOf } from './world.js';

let both: Desk;
let alone: Desk;
const files: Record<string, ReadonlyMap<string, string>> = {};

beforeAll(async () => {
  both = await deskOf(false);
  files.before = await filesOf(both, 'en');
  await addPostings(both);
  alone = await emptyDesk();
  await addPostings(alone);
  files.both = await filesOf(both, 'en');
  files.alone = await filesOf(alone, 'en');
  files.french = await filesOf(alone, 'fr');
});

afterAll(async () => {
  await both.warehouse.close();
  await alone.warehouse.close();
});

const page = (name: string) => parseHTML(files[name]?.get('index.html') ?? '').document;
const idsOf = (name: string): string[] =>
  [...page(name).querySelectorAll('main > section')].map(({ id }) => id);
const sources = (name: string, within: string): string[] =>
  [...page(name).querySelectorAll(`${within} .under`)].map(({ textContent }) => textContent);

describe('the section of demand', () => {
  it('is there where postings are loaded, after careers, and not where none are', () => {
    expect(idsOf('before')).not.toContain('demand');
    expect(idsOf('both')).toEqual([...idsOf('before').slice(0, -2), 'demand', 'definitions', 'data']);
    expect([...(files.before?.keys() ?? [])].filter((name) => name.includes('demand'))).toEqual([]);
  });

  it('names its source and its licence under every picture and table, and no other part names them', () => {
    const own = sources('both', '#demand');
    expect(own).toHaveLength(5);
    for (const text of own)
      expect(text).toMatch(
        /Indeed Hiring Lab job postings \(licence CC BY 4.0\), observed until 28 February 2025/,
      );
    for (const text of sources('both', 'section:not(#demand)')) expect(text).not.toContain('Indeed');
    expect(page('both').querySelector('#data')?.textContent).toContain(
      'Indeed Hiring Lab job postings: licence CC BY 4.0; 2 files',
    );
  });

  it('changes nothing else of the report but the version of the data', () => {
    const parts = (name: string) =>
      idsOf('before')
        .slice(0, -2)
        .map((id) => page(name).querySelector(`#${id}`)?.outerHTML);
    expect(parts('both')).toEqual(parts('before'));
  });

  it('says the change over the last twelve whole months with its interval', () => {
    const [first, second] = [...page('both').querySelectorAll('#demand figure.picture figcaption')].map(
      (e) => e.textContent,
    );
    expect(first).toMatch(
      /^Largest change of the share of postings that name artificial intelligence, from February 2024 to February 2025: United States, \+\d\d\.\d % of its start /,
    );
    expect(second).toMatch(/^Largest change of the index .*: United States, −7\.\d % /);
    const [head, ...rows] = parse(files.both?.get('data/demand_share.csv') ?? '') as string[][];
    expect(head?.slice(0, 3)).toEqual(['country', 'first_month', 'last_month']);
    expect(rows.map((row) => row[0])).toEqual(['FR', 'US']);
    const cell = (row: number, name: string): number => Number(rows[row]?.[head?.indexOf(name) ?? -1]);
    expect(cell(1, 'low')).toBeGreaterThan(0);
    expect([Math.sign(cell(0, 'low')), Math.sign(cell(0, 'high'))]).toEqual([-1, 1]);
  });

  it('draws one line for each country that has the series', () => {
    const lines = [...page('both').querySelectorAll('#demand svg')].map(
      (svg) => svg.querySelectorAll('g[fill="none"] > path').length,
    );
    expect(lines[0]).toBeGreaterThan(lines[1] ?? 0);
    const [share, index] = [...page('both').querySelectorAll('#demand svg')].map((svg) => svg.textContent);
    expect(share).toContain('United States');
    expect(share).toContain('France');
    expect(index).not.toContain('France');
  });
});

describe('a report of postings alone', () => {
  it('says that nothing of careers is loaded, and shows demand', async () => {
    expect(page('alone').querySelector('.caveat')?.textContent).toBe(words.en.noCareers);
    expect(idsOf('alone')).toEqual(['demand', 'definitions', 'data']);
    expect(page('alone').querySelector('#definitions')?.textContent).toContain(
      'says nothing of technology jobs',
    );
    expect(page('alone').body.textContent).not.toMatch(/\b(?:undefined|null|NaN)\b/);
    expect(await filesOf(alone, 'en')).toEqual(files.alone);
  });

  it('is French in French', () => {
    const text = page('french').body.textContent;
    expect(text).toContain(words.fr.noCareers.slice(0, 40));
    expect(text).toContain('offres d’emploi d’Indeed Hiring Lab (licence CC BY 4.0)');
    expect(text).toContain('États-Unis');
    expect(text).not.toMatch(/\b(?:the|postings|share of|United)\b/);
  });
});

describe('a report of nothing', () => {
  it('is refused', async () => {
    const desk = await emptyDesk();
    await expect(filesOf(desk, 'en')).rejects.toThrow('nothing is loaded; see mercato load --help');
    await desk.warehouse.close();
  });
});
