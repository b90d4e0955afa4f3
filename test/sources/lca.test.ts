import { describe, expect, it } from 'vitest';
import { statusOf } from '../../src/sources/index.js';
import { lca } from '../../src/sources/lca.js';
import { openWarehouse, sql } from '../../src/warehouse/index.js';
import { type BookOptions, workbookOf } from '../files/workbooks.js';
import { type Case, casesOf, disclosureOf, newColumns, oldNames } from './filings.js';
import { type Contents, type Given, loadInto } from './loading.js';

async function filingsIn(contents: Contents, given: Given = {}) {
  const warehouse = await openWarehouse(':memory:', { mode: 'write' });
  try {
    await loadInto(warehouse, lca, contents, { observedUntil: undefined, ...given });
    const filings = await warehouse.query(sql`select * from filing order by file, line`);
    const { sources } = await statusOf(warehouse);
    return { filings, status: sources, oddities: sources[0]?.oddities };
  } finally {
    await warehouse.close();
  }
}

const read = async (some: readonly Case[], columns?: readonly string[], options?: BookOptions) =>
  filingsIn({ 'LCA.xlsx': disclosureOf(some, columns, options) });

const sentence = async (content: Uint8Array | string, name = 'LCA.xlsx'): Promise<string> =>
  filingsIn({ [name]: content }).then(
    () => 'loaded',
    (error: Error) => error.message,
  );

describe('lca', () => {
  it('reads a case of a file as it is published, and nothing of people', async () => {
    const { filings, status } = await read([
      {
        CASE_NUMBER: 'I-200-24010-000001',
        JOB_TITLE: 'Research Scientist',
        SOC_CODE: '15-1221.00',
        TOTAL_WORKER_POSITIONS: 5,
        CHANGE_EMPLOYER: 2,
        EMPLOYER_NAME: ' Fir & Sons, PBC ',
        WAGE_RATE_OF_PAY_FROM: 310_000,
        WAGE_RATE_OF_PAY_TO: 460_000,
      },
    ]);
    expect(filings).toEqual([
      {
        file: 1,
        line: 2,
        case_number: 'I-200-24010-000001',
        decided: '2024-01-08',
        certified: '2024-01-08',
        employer: 'Fir & Sons, PBC',
        title: 'Research Scientist',
        soc: '15-1221',
        positions: 5,
        change_employer: 2,
        full_time: true,
        wage: 310_000,
      },
    ]);
    expect(status).toMatchObject([
      { source: 'lca', fills: 'filing', rows: 1, observed_until: '2024-01-08', oddities: {} },
    ]);
  });

  it('finds columns of both generations, in any case and order', async () => {
    const cases: Case[] = [{ CASE_NUMBER: 'I-200-24001-1', TOTAL_WORKER_POSITIONS: 3, CHANGE_EMPLOYER: 1 }];
    const { filings: expected } = await read(cases);
    const [head = [], ...rows] = casesOf(cases);
    const renamed = head.map((name) => oldNames[String(name)] ?? name);
    const others = [
      [renamed, ...rows],
      [head.map((name) => String(name).toLowerCase().replaceAll('_', ' ')), ...rows],
      [head, ...rows].map((cells) => [...cells].reverse()),
      [head.map((name) => String(name).replace(/^(WAGE_.*)$/, '$1_1')), ...rows],
    ];
    for (const book of others) {
      expect((await filingsIn({ 'LCA.xlsx': workbookOf(book) })).filings).toEqual(expected);
    }
    expect((await read(cases, newColumns, { prefix: 'x' })).filings).toEqual(expected);
  });

  it('does without the columns that not every year has', async () => {
    const columns = newColumns.filter((name) => !['CHANGE_EMPLOYER', 'ORIGINAL_CERT_DATE'].includes(name));
    expect((await read([{}], columns)).filings).toMatchObject([
      { change_employer: null, certified: '2024-01-08', full_time: true },
    ]);
  });

  it('names the columns that are missing or there twice', async () => {
    const lacking = newColumns.filter((name) => !['SOC_CODE', 'WAGE_UNIT_OF_PAY'].includes(name));
    expect(await sentence(disclosureOf([{}], lacking))).toBe(
      'missing column: SOC_CODE, WAGE_UNIT_OF_PAY or WAGE_UNIT_OF_PAY_1 (LCA.xlsx:1); is this a disclosure file of LCA cases?',
    );
    const [head = [], ...rows] = casesOf([{}]);
    expect(await sentence(workbookOf([[...head, 'employer_name'], ...rows]))).toMatch(
      /^two columns of one name: EMPLOYER_NAME \(LCA.xlsx:1\)/,
    );
  });

  it('keeps certified cases, also those withdrawn later, in every spelling', async () => {
    const { filings, oddities } = await read(
      [
        'Certified',
        'CERTIFIED',
        'Certified - Withdrawn',
        'CERTIFIED-WITHDRAWN',
        'Denied',
        'Withdrawn',
        null,
      ].map((status) => ({ CASE_STATUS: status })),
    );
    expect(filings.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
    expect(oddities).toEqual({ not_certified: 3 });
  });

  it('takes the day of the first certification, else of the decision, and the day of receipt of what was withdrawn', async () => {
    const cases: [Case, string][] = [
      [{}, '2024-04-18'],
      [{ CASE_STATUS: 'Certified - Withdrawn', ORIGINAL_CERT_DATE: 45_299 }, '2024-01-08'],
      [{ CASE_STATUS: 'CERTIFIED-WITHDRAWN' }, '2024-01-01'],
      [{ CASE_STATUS: 'CERTIFIED-WITHDRAWN', RECEIVED_DATE: { error: '#N/A' } }, '2024-04-18'],
      [{ ORIGINAL_CERT_DATE: 45_500 }, '2024-04-18'],
    ];
    const { filings } = await read(
      cases.map(([one]) => ({ RECEIVED_DATE: 45_292, DECISION_DATE: 45_400, ...one })),
    );
    expect(filings.map(({ certified }) => certified)).toEqual(cases.map(([, day]) => day));
  });

  it('reads days as serial numbers of either count, ISO days and American ones', async () => {
    const days = [{ day: '2024-02-29T00:00:00' }, '2024-02-29', '2/29/2024 0:00', 45_351];
    const { filings } = await read(days.map((day) => ({ DECISION_DATE: day })));
    expect(filings.map(({ decided }) => decided)).toEqual(days.map(() => '2024-02-29'));
    const since1904 = await read([{ DECISION_DATE: 45_351 - 1_462 }], newColumns, { from1904: true });
    expect(since1904.filings[0]?.decided).toBe('2024-02-29');
  });

  it('takes a wage for a year by its unit, and of a range the lower end', async () => {
    const wages: [string, string | number, number][] = [
      ['Hour', 60.25, 125_320],
      ['Week', 3_000, 156_000],
      ['Bi-Weekly', 6_000, 156_000],
      ['BIWEEKLY', 6_000, 156_000],
      ['Month', 10_000.5, 120_006],
      ['Year', 98_765.43, 98_765.43],
      ['year', '$98,765.43', 98_765.43],
      ['Year', '98765.43 - 120000', 98_765.43],
      ['Year', 15_080, 15_080],
      ['Year', 5_000_000, 5_000_000],
    ];
    const { filings, oddities } = await read(
      wages.map(([unit, from]) => ({ WAGE_UNIT_OF_PAY: unit, WAGE_RATE_OF_PAY_FROM: from })),
    );
    expect(filings.map(({ wage }) => wage)).toEqual(wages.map(([, , wage]) => wage));
    expect(oddities).toEqual({});
  });

  it('keeps a case without a wage that is one, and counts why', async () => {
    const { filings, oddities } = await read([
      { WAGE_UNIT_OF_PAY: 'Hour' },
      { WAGE_RATE_OF_PAY_FROM: 60.25 },
      { WAGE_RATE_OF_PAY_FROM: 15_079.99 },
      { WAGE_RATE_OF_PAY_FROM: 5_000_001 },
      { WAGE_RATE_OF_PAY_FROM: null },
      { WAGE_RATE_OF_PAY_FROM: 0 },
      { WAGE_RATE_OF_PAY_FROM: -100_000 },
      { WAGE_RATE_OF_PAY_FROM: '=1+1' },
      { WAGE_UNIT_OF_PAY: 'Select Pay Range' },
      { WAGE_UNIT_OF_PAY: { error: '#N/A' } },
    ]);
    expect(filings.map(({ wage }) => wage)).toEqual(new Array(10).fill(null));
    expect(oddities).toEqual({ implausible_wage: 4, no_wage: 4, no_unit_of_pay: 2 });
  });

  it('counts a case as one position where it says none or too many, and cuts people hired away to the positions', async () => {
    const odd = [null, 0, 10_000, 'many', 1.5].map((positions) => ({ TOTAL_WORKER_POSITIONS: positions }));
    const { filings, oddities } = await read([...odd, { TOTAL_WORKER_POSITIONS: 2, CHANGE_EMPLOYER: 3 }]);
    expect(filings.map(({ positions }) => positions)).toEqual([1, 1, 1, 1, 1, 2]);
    expect(filings.at(-1)?.change_employer).toBe(2);
    expect(oddities).toEqual({ no_positions: 5, changes_beyond_positions: 1 });
  });

  it('keeps part-time cases as such, and what is no occupation without one', async () => {
    const { filings, oddities } = await read([
      { FULL_TIME_POSITION: 'N' },
      { FULL_TIME_POSITION: null, SOC_CODE: '151252' },
      { SOC_CODE: 'programmer' },
    ]);
    expect(filings.map((row) => [row.full_time, row.soc])).toEqual([
      [false, '15-1252'],
      [true, '15-1252'],
      [true, null],
    ]);
    expect(oddities).toEqual({ part_time: 1, no_occupation: 1 });
  });

  it('passes over a case without an employer, and stops at one without a number or a day', async () => {
    expect((await read([{ EMPLOYER_NAME: null }, {}])).oddities).toEqual({ no_employer: 1 });
    expect(await sentence(disclosureOf([{}, { CASE_NUMBER: null }]))).toMatch(
      /^empty case number: "" \(LCA.xlsx:3\)/,
    );
    expect(await sentence(disclosureOf([{ DECISION_DATE: '2024' }]))).toMatch(
      /^invalid decision date: "2024" \(LCA.xlsx:2\); write YYYY-MM-DD/,
    );
    expect(await sentence(disclosureOf([{ DECISION_DATE: 1e9 }]))).toMatch(
      /^invalid decision date: "1000000000"/,
    );
  });

  it('reads the same as CSV', async () => {
    const cases: Case[] = [
      { CASE_NUMBER: 'I-200-24001-1', DECISION_DATE: '2024-01-08', EMPLOYER_NAME: 'FIR LLC' },
    ];
    const lines = casesOf(cases).map((cells) => cells.map((cell) => cell ?? '').join(','));
    const { filings } = await filingsIn({ 'LCA.csv': lines.join('\n') });
    expect(filings).toEqual((await read(cases)).filings);
  });

  it('replaces what a file gave when it changed, and takes a file once', async () => {
    const warehouse = await openWarehouse(':memory:', { mode: 'write' });
    const load = (some: Case[]) =>
      loadInto(warehouse, lca, { 'LCA.xlsx': disclosureOf(some) }, { observedUntil: undefined });
    const first: Case[] = [{ CASE_NUMBER: 'a' }, { CASE_NUMBER: 'b' }];
    expect((await load(first))[0]?.outcome).toBe('loaded');
    expect((await load(first))[0]?.outcome).toBe('unchanged');
    expect((await load([{ CASE_NUMBER: 'c' }]))[0]).toMatchObject({ outcome: 'replaced', rows: 1 });
    expect(await warehouse.query(sql`select case_number from filing`)).toEqual([{ case_number: 'c' }]);
    await warehouse.close();
  });
});
