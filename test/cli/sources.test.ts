import { beforeAll, describe, expect, it } from 'vitest';
import { disclosureOf } from '../sources/filings.js';
import { observed, place, quick, withDriver } from './command.js';

withDriver();

const position = (person: string, employer: string): string =>
  `insert into positions(person, organization) values ('${person}', '${employer}');\n`;
let cwd = '';

beforeAll(() => {
  cwd = place({
    'Positions.csv':
      'Company Name,Title,Description,Location,Started On,Finished On\nAcorn Works,Baker,,,Sep 2019,\n',
    'resume.json': '{"work": [{"name": "Birch", "startDate": "2017", "endDate": "2019-08"}]}',
    'positions/acorn.sql': position('Maud', 'Acorn'),
    'positions/birch.sql': position('Maud', 'Birch'),
    'positions/readme.txt': 'not read',
    'LCA_Q1.xlsx': disclosureOf([{ EMPLOYER_NAME: 'OPENAI OPCO, LLC', TOTAL_WORKER_POSITIONS: 2 }]),
    'LCA_Q2.xlsx': disclosureOf([
      { EMPLOYER_NAME: 'OpenAI', WAGE_RATE_OF_PAY_FROM: 130_000, DECISION_DATE: 45_400 },
    ]),
    'notes.xlsx': 'no workbook',
  });
});

const people = async (db: string): Promise<number> =>
  JSON.parse((await quick(['status', '--json', '--db', db], { cwd })).out).people;

describe('mercato load of one person’s files', () => {
  it('takes two files for one person where --person says so', async () => {
    for (const [source, file] of [
      ['linkedin', 'Positions.csv'],
      ['jsonresume', 'resume.json'],
    ] as const) {
      const person = ['--person', 'github:maud'];
      const said = await quick(['load', source, file, ...person, ...observed, '--db', 'one.db'], { cwd });
      expect([said.code, said.out]).toEqual([0, `${file}: loaded, 1 spells\n`]);
    }
    expect(await people('one.db')).toBe(1);
  });

  it('shows where the two tell different careers of the person', async () => {
    const other = place({ 'resume.json': '{"work": [{"name": "Acorn Works", "startDate": "2018"}]}' });
    const load = (source: string, folder: string, file: string) =>
      quick(['load', source, `${folder}/${file}`, '--person', 'github:maud', ...observed], { cwd: other });
    await load('linkedin', cwd, 'Positions.csv');
    await load('jsonresume', other, 'resume.json');
    const json = JSON.parse((await quick(['status', '--json'], { cwd: other })).out);
    expect(json.disagreements).toEqual([
      { one: 'jsonresume', other: 'linkedin', people: 1, elsewhere: 0, dated_apart: 1 },
      { one: null, other: null, people: 1, elsewhere: 0, dated_apart: 1 },
    ]);
    const { out } = await quick(['status'], { cwd: other });
    expect(out).toMatch(/jsonresume +linkedin +1 +0 +1/);
  });

  it('takes them for two where nothing says so', async () => {
    await quick(['load', 'linkedin', 'Positions.csv', ...observed, '--db', 'two.db'], { cwd });
    await quick(['load', 'jsonresume', 'resume.json', ...observed, '--db', 'two.db'], { cwd });
    expect(await people('two.db')).toBe(2);
  });
});

describe('mercato load aiwatch FOLDER', () => {
  it('reads the files of the folder that are its', async () => {
    const said = await quick(['load', 'aiwatch', 'positions', ...observed, '--db', 'three.db'], { cwd });
    expect(said.out).toBe('acorn.sql: loaded, 1 spells\nbirch.sql: loaded, 1 spells\n');
    expect(await people('three.db')).toBe(1);
  });
});

describe('mercato load lca FILES', () => {
  it('loads quarters of filings, whose employers mercato pay knows by the registry', async () => {
    const said = await quick(['load', 'lca', 'LCA_Q1.xlsx', 'LCA_Q2.xlsx', '--db', 'four.db'], { cwd });
    expect([said.code, said.out]).toEqual([
      0,
      'LCA_Q1.xlsx: loaded, 1 rows of filing\nLCA_Q2.xlsx: loaded, 1 rows of filing\n',
    ]);
    const asked = ['pay', 'OpenAI', '--family', 'software-developers,other', '--json', '--db', 'four.db'];
    expect(JSON.parse((await quick(asked, { cwd })).out)).toMatchObject({
      measure: 'pay',
      data: { observedUntil: '2024-04-18', sources: ['lca'] },
      rows: [
        { organisation: 'OpenAI', filings: 2, positions: 3, p25: 100_000, median: 100_000, p75: 115_000 },
      ],
    });
    const none = await quick(['headcount', '--db', 'four.db'], { cwd });
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('nothing of careers is loaded')]);
  });

  it('takes no options about people, and no file that is none', async () => {
    const said = await quick(['load', 'lca', 'LCA_Q1.xlsx', '--person', 'x', '--db', 'five.db'], { cwd });
    expect([said.code, said.err]).toEqual([2, expect.stringContaining('lca tells of no person')]);
    const broken = await quick(['load', 'lca', 'notes.xlsx', '--db', 'five.db'], { cwd });
    expect([broken.code, broken.err]).toEqual([1, expect.stringContaining('missing column: CASE_NUMBER')]);
  });
});

describe('mercato load hiringlab', () => {
  const shares = 'date,jobcountry,AI_share_postings\n2024-01-01,US,2\n2024-01-02,US,3\n';
  const load = (where: string, ...args: readonly string[]) =>
    quick(['load', 'hiringlab', 'AI_posting.csv', ...args], { cwd: where });

  it('loads a file that tells of no person, and status counts its rows', async () => {
    const where = place({ 'AI_posting.csv': shares });
    expect(await load(where)).toMatchObject({ code: 0, out: 'AI_posting.csv: loaded, 2 rows of posting\n' });
    expect((await load(where)).out).toBe('AI_posting.csv: unchanged, 2 rows of posting\n');
    const json = JSON.parse((await quick(['status', '--json'], { cwd: where })).out);
    expect(json).toMatchObject({ people: 0, spells: 0, moves: 0, disagreements: [] });
    expect(json.sources).toMatchObject([
      { source: 'hiringlab', fills: 'posting', rows: 2, spells: 0, bad_rows: 0 },
    ]);
    expect((await quick(['status'], { cwd: where })).out).toMatch(
      /hiringlab +AI_posting\.csv .* posting +2 /,
    );
  });

  it('answers demand with it, and says to other questions what is missing', async () => {
    const where = place({ 'AI_posting.csv': shares });
    await load(where);
    const { out } = await quick(['demand', '--country', 'US,FR', '--lang', 'fr'], { cwd: where });
    expect(out).toMatch(/US +2024-01 +2,50/);
    expect(out).toContain('Sources : hiringlab. Observé jusqu’au 2024-01-02. Version');
    expect(out).toContain('Aucune offre de FR');
    const said = await quick(['headcount'], { cwd: where });
    expect(said).toMatchObject({
      code: 1,
      err: expect.stringContaining('nothing of careers is loaded; see mercato load'),
    });
  });

  it('says to demand what to load where careers alone are there', async () => {
    const where = place({ 'a.csv': 'person,employer,start\nmaud,Acorn,2019\n' });
    await quick(['load', 'csv', 'a.csv', ...observed], { cwd: where });
    const said = await quick(['demand'], { cwd: where });
    expect(said).toMatchObject({
      code: 1,
      err: expect.stringContaining('load some: mercato load hiringlab AI_posting.csv'),
    });
  });

  it.each([
    ['--map', 'person=x'],
    ['--gap', '3'],
    ['--namespace', 'x'],
    ['--person', 'github:maud'],
    ['--keep-names'],
    ['--opt-out', 'AI_posting.csv'],
  ])('takes no %s, which is about people', async (...option) => {
    const where = place({ 'AI_posting.csv': shares });
    const said = await load(where, ...option);
    expect([said.code, said.err]).toEqual([
      2,
      `mercato: hiringlab tells of no person: it takes no ${option[0]}\n`,
    ]);
  });
});
