import { beforeAll, describe, expect, it } from 'vitest';
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
