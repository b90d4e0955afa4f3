import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { hiringlab } from '../../src/sources/hiringlab.js';
import { openWarehouse, type Row, sql } from '../../src/warehouse/index.js';
import { type Contents, type Given, loadInto, refused } from './loading.js';

const shares = `date,jobcountry,AI_share_postings
2024-01-01,FR,1.9
2024-01-01,US,2.25
2024-01-02,US,2.5
`;
const indices = `date,jobcountry,indeed_job_postings_index_SA,indeed_job_postings_index_NSA,variable
2024-01-01,US,110.5,101.25,total postings
2024-01-01,US,95,90,new postings
`;

async function postings(contents: Contents, given: Given = {}) {
  const warehouse = await openWarehouse(':memory:', { mode: 'write' });
  try {
    const reports = await loadInto(warehouse, hiringlab, contents, { observedUntil: undefined, ...given });
    const rows = await warehouse.query(sql`select p.country, p.day, p.series, p.value, p.line, f.name as file
      from posting as p join file as f on f.file = p.file order by f.name, p.line, p.series`);
    const files = await warehouse.query(
      sql`select name, observed_until, fills, "rows", bad_rows from file order by name`,
    );
    const oddities = await warehouse.query(sql`select rule, "rows" from oddity order by rule`);
    return { reports, files, oddities, rows, told: rows.map(told) };
  } finally {
    await warehouse.close();
  }
}

const told = ({ country, day, series, value, line }: Row): string =>
  `${line} ${country} ${day} ${series} ${value}`;
const head = (rows: string): string => `date,jobcountry,AI_share_postings\n${rows}`;

describe('hiringlab', () => {
  it('reads the share of AI and the indices, each row with its line, and says until when each file observes', async () => {
    const { told, files, reports } = await postings({
      'AI_posting.csv': shares,
      'aggregate_US.csv': indices,
    });
    expect(told).toEqual([
      '2 FR 2024-01-01 ai_share 1.9',
      '3 US 2024-01-01 ai_share 2.25',
      '4 US 2024-01-02 ai_share 2.5',
      '2 US 2024-01-01 total 110.5',
      '2 US 2024-01-01 total_unadjusted 101.25',
      '3 US 2024-01-01 new 95',
      '3 US 2024-01-01 new_unadjusted 90',
    ]);
    expect(files).toEqual([
      { name: 'AI_posting.csv', observed_until: '2024-01-02', fills: 'posting', rows: 3, bad_rows: 0 },
      { name: 'aggregate_US.csv', observed_until: '2024-01-01', fills: 'posting', rows: 4, bad_rows: 0 },
    ]);
    expect(reports[0]).toMatchObject({ outcome: 'loaded', spells: 0, fills: 'posting', rows: 3 });
  });

  it.each([
    'AI_share_postings',
    'ai_share',
    'AI_share',
    'share_of_AI_postings',
    'percent_ai_postings',
    'AI postings share',
    'ma_share_perc',
  ])('finds the share of AI in a column called %s', async (column) => {
    const { told } = await postings({ 'a.csv': `jobcountry,${column},date\nUS,2.25,2024-01-01\n` });
    expect(told).toEqual(['2 US 2024-01-01 ai_share 2.25']);
  });

  it('reads the columns of the publisher’s readme, and refuses a file of generative AI alone that has the same', async () => {
    const content = 'modified_date,jobcountry,ma_share_perc\n2024-01-01,US,2.25\n';
    expect((await postings({ 'ai-postings.csv': content })).told).toEqual(['2 US 2024-01-01 ai_share 2.25']);
    const error = await refused(hiringlab, { 'genai-postings.csv': content }, { observedUntil: undefined });
    expect(error.message).toContain('a file of generative AI alone: genai-postings.csv; hiringlab reads');
    const own = content.replace('ma_share_perc', 'GenAI_share_postings');
    const other = await refused(hiringlab, { 'a.csv': own }, { observedUntil: undefined });
    expect(other.message).toContain('missing column: variable');
  });

  it('reads gzip, a byte-order mark and lines that end in CR LF', async () => {
    const { rows } = await postings({ 'a.csv.gz': gzipSync(`\ufeff${shares.replaceAll('\n', '\r\n')}`) });
    expect(rows).toHaveLength(3);
  });

  it('reads past a cell without a value, and counts it', async () => {
    const { told, oddities } = await postings({
      'a.csv': head('2024-01-01,US,NA\n2024-01-02,US,\n2024-01-03,US,2\n'),
    });
    expect(told).toEqual(['4 US 2024-01-03 ai_share 2']);
    expect(oddities).toEqual([{ rule: 'no_value', rows: 2 }]);
  });

  it('drops a row that stands twice, and counts it', async () => {
    const { told, oddities } = await postings({ 'a.csv': head('2024-01-01,US,2\n2024-01-01,US,2\n') });
    expect(told).toEqual(['2 US 2024-01-01 ai_share 2']);
    expect(oddities).toEqual([{ rule: 'duplicate', rows: 1 }]);
  });

  it.each([
    ['2024-01,US,2', 'invalid date: "2024-01" (a.csv:2); write YYYY-MM-DD'],
    ['2024-02-30,US,2', 'invalid date: "2024-02-30" (a.csv:2)'],
    ['2024-01-01,usa,2', 'invalid country: "usa" (a.csv:2); write a code of two letters, as US'],
    ['2024-01-01,US,-2', 'invalid value: "-2" (a.csv:2)'],
    ['2024-01-01,US,1e999', 'invalid value: "1e999" (a.csv:2)'],
    ['2024-01-01,US,0x10', 'invalid value: "0x10" (a.csv:2)'],
    ['2024-01-01,US,101', 'share above 100 per cent: "101" (a.csv:2)'],
    ['2024-01-01,US', '2 cells where the head line has 3: "2024-01-01,US" (a.csv:2)'],
    [
      '2024-01-01,US,2\n2024-01-01,US,3',
      'another value than line 2 gives: "US 2024-01-01 ai_share" (a.csv:3)',
    ],
  ])('refuses %s', async (rows, message) => {
    const error = await refused(hiringlab, { 'a.csv': head(`${rows}\n`) }, { observedUntil: undefined });
    expect(error).toMatchObject({ code: 'source', message: expect.stringContaining(message) });
  });

  it('refuses a variable that it does not know, and a day after observed-until', async () => {
    const other = indices.replace('new postings', 'old postings');
    expect((await refused(hiringlab, { 'a.csv': other }, { observedUntil: undefined })).message).toContain(
      'unknown variable: "old postings" (a.csv:3); one of total postings, new postings',
    );
    const late = await refused(hiringlab, { 'a.csv': shares }, { observedUntil: '2024-01-01' });
    expect(late.message).toContain('day after observed-until: "2024-01-02" (a.csv:4)');
  });

  it('loads the rest under --skip-bad, keeping the first of two values', async () => {
    const rows = head('2024-01-01,US,2\n2024-01-01,US,3\n2024-01-02,US,x\n2024-01-03,US,4\n');
    const { told, reports, files } = await postings({ 'a.csv': rows }, { skipBad: 2 });
    expect(told).toEqual(['2 US 2024-01-01 ai_share 2', '5 US 2024-01-03 ai_share 4']);
    expect(reports[0]?.bad.map(({ line, field }) => [line, field])).toEqual([
      [3, 'country day series'],
      [4, 'AI_share_postings'],
    ]);
    expect(files[0]).toMatchObject({ rows: 2, bad_rows: 2 });
  });

  it.each([
    [
      'person,employer,start\n',
      'missing column: date (a.csv:1); the file has person, employer, start; hiringlab reads',
    ],
    [
      'date,jobcountry,indeed_job_postings_index,variable\n',
      'missing column: an AI share or an index that ends in _SA',
    ],
    ['date,jobcountry,ai_share,ai_share_old\n', 'two columns for AI share: ai_share, ai_share_old'],
    ['', 'empty file: a.csv'],
    [head(''), 'observed-until is missing: a.csv'],
  ])('says what is wrong with a file that begins %j', async (content, message) => {
    const error = await refused(hiringlab, { 'a.csv': content }, { observedUntil: undefined });
    expect(error).toMatchObject({ code: 'source', message: expect.stringContaining(message) });
  });
});
