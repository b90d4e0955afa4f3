import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lca } from '../../src/sources/lca.js';
import type { Desk } from '../../src/subjects.js';
import { type Case, disclosureOf } from '../sources/filings.js';
import { loadInto } from '../sources/loading.js';
import { deskOf, filesOf } from './world.js';

let desk: Desk;
beforeAll(async () => {
  desk = await deskOf(false);
});
afterAll(() => desk.warehouse.close());

const cases: readonly Case[] = [
  { EMPLOYER_NAME: 'BETA LABS, INC.', TOTAL_WORKER_POSITIONS: 7, CHANGE_EMPLOYER: 0 },
  {
    EMPLOYER_NAME: 'BETA LABS, INC.',
    TOTAL_WORKER_POSITIONS: 4,
    WAGE_RATE_OF_PAY_FROM: 210_000.5,
    SOC_CODE: '15-2051',
  },
  { EMPLOYER_NAME: 'Gamma Works', TOTAL_WORKER_POSITIONS: 9, SOC_CODE: '29-1141' },
  { EMPLOYER_NAME: 'Nobody Follows LLC', TOTAL_WORKER_POSITIONS: 9 },
];

const options = { observedUntil: undefined, key: Buffer.from('a key of the tests') };

const section = (files: ReadonlyMap<string, string>) =>
  parseHTML(files.get('index.html') ?? '').document.querySelector('#pay');

describe('the section of pay', () => {
  it('is there only where filings are loaded', async () => {
    const files = await filesOf(desk, 'en');
    expect(section(files)).toBeNull();
    expect([...files.keys()]).not.toContain('data/pay.csv');
  });

  it('shows wages of organisations that are followed, and none of few positions', async () => {
    await loadInto(desk.warehouse, lca, { 'LCA.xlsx': disclosureOf(cases) }, options);
    const english = await filesOf(desk, 'en');
    const cells = [...(section(english)?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent),
    );
    expect(cells).toEqual([
      ['Beta Labs', 'software developers', '2024', '7', 'n<5', '100,000', '100,000', '100,000'],
    ]);
    expect(section(english)?.textContent).toContain('US Department of Labor LCA disclosure data');
    expect(section(await filesOf(desk, 'fr'))?.textContent).toContain('développement logiciel');
    expect(parse(english.get('data/pay.csv') ?? '', { columns: true })).toMatchObject([
      { organisation: 'Beta Labs', year: '2024', positions: '7', median: '100000' },
    ]);
    expect([...english.values()].join('')).not.toMatch(/Nobody Follows|210,?000/);
  });

  it('says so where no organisation has enough positions', async () => {
    await loadInto(desk.warehouse, lca, { 'LCA.xlsx': disclosureOf(cases.slice(1)) }, options);
    expect(section(await filesOf(desk, 'en'))?.textContent).toContain('5 or more positions');
  });
});
