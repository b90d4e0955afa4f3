import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokensOf } from '../../src/sources/_sql.js';
import { aiwatch } from '../../src/sources/aiwatch.js';
import { type InputFile, pseudonymOf } from '../../src/sources/index.js';
import { dates, key, loading, refused } from './loading.js';

const columns =
  'person, organization, title, start_date, start_date_precision, end_date, end_date_precision, urls, notes, employment_type, cause_area';

/** Invented people in the form of the published files. */
const acorn = `-- Positions at Acorn; an invented file
insert into positions(${columns}) values
     ('Maud O''Larch', 'Acorn Lab', 'Baker', '2021-07-01', 'Month', '2022-01-01', 'year', NULL, 'said; "so", (twice)', 'Full-time ', 'AI safety') /*closed*/
    ,('Nils Oak', 'Acorn Lab', 'Head of \\'Bread\\'\\nand more', '2022-7-15', 'month', NULL, NULL, NULL, NULL, NULL, 'AI safety') /*current; position*/
    ,('Ida Fir', 'Acorn Lab', NULL, '2019-03-20', 'multi-year', '2021-05-06', 'day', NULL, NULL, 'board Member', 'AI safety') # closed
;
create table other(person varchar(10)); insert into other(person, organization) values ('Not', 'Here');
INSERT INTO \`positions\` (organization, person, employment_type) VALUES
    ('Birch (Labs)', 'Maud O''Larch', 'gardener'), /* in between */ ('Birch (Labs)', 'Ida Fir', 'associate');
`;
const only = (...cells: string[]): string =>
  `insert into positions(person, organization, start_date, start_date_precision, end_date, end_date_precision) values (${cells.join(', ')});\n`;
const maud = "'Maud', 'Acorn'";

describe('aiwatch', () => {
  it('reads every row of every insert into positions, with dates as exact as their precision', async () => {
    const { spells, people } = await loading(aiwatch, { 'a.sql': acorn });
    expect(spells.map((s) => [s.employer, s.title, dates(s), s.kind, s.line])).toEqual([
      ['Acorn Lab', 'Baker', '2021-07-01 month to 2022-01-01 year', 'employee', 3],
      ['Acorn Lab', "Head of 'Bread'\nand more", '2022-07-01 month to open', 'employee', 4],
      ['Acorn Lab', null, '2017-07-01 multi-year to 2021-05-06 day', 'board', 5],
      ['Birch (Labs)', null, 'unknown to open', 'employee', 9],
      ['Birch (Labs)', null, 'unknown to open', 'affiliate', 9],
    ]);
    const names = ["Maud O'Larch", 'Nils Oak', 'Ida Fir'];
    expect(people).toEqual(names.map((name) => pseudonymOf(key, `aiwatch:${name}`, 'anything')));
  });

  it('counts the oddities it met', async () => {
    const { status } = await loading(aiwatch, { 'a.sql': acorn });
    expect(status.sources[0]?.oddities).toEqual({
      loose_date: 1,
      no_employment_type: 1,
      unknown_employment_type: 1,
    });
  });

  it.each([
    ["'2022-07-01', 'YEAR'", '2022-01-01 year'],
    ["'2022-07-09', 'day'", '2022-07-09 day'],
    ["'2022-07-01', NULL", '2022-07-01 month'],
    ["'2022-07-09', NULL", '2022-07-09 day'],
    ["'2022-07-00', 'day'", '2022-07-01 month'],
    ["'2022-00-00', NULL", '2022-01-01 year'],
    ["'2022-01-01-', 'year'", '2022-01-01 year'],
    ["'0000-00-00', NULL", 'unknown'],
  ])('takes %s as %s', async (date, meant) => {
    const { spells } = await loading(aiwatch, { 'a.sql': only(maud, date, 'NULL', 'NULL') });
    expect(dates(spells[0])).toBe(`${meant} to open`);
  });

  it('keeps days that are said to be days, though all of them are the first of a month', async () => {
    const { spells } = await loading(aiwatch, {
      'a.sql': only(maud, "'2022-07-01'", "'day'", 'NULL', 'NULL'),
    });
    expect(dates(spells[0])).toBe('2022-07-01 day to open');
  });

  it('takes an end of zeros as over, on an unknown date', async () => {
    const { spells } = await loading(aiwatch, {
      'a.sql': only(maud, 'NULL', 'NULL', "'0000-00-00'", 'NULL'),
    });
    expect(dates(spells[0])).toBe('unknown to unknown');
  });

  it('takes a position without an organisation as one at an unknown employer', async () => {
    const { spells, status } = await loading(aiwatch, {
      'a.sql': only("'Maud', NULL", "'2022'", 'NULL', 'NULL', 'NULL'),
    });
    expect(spells.map((s) => s.employer)).toEqual(['Unknown']);
    expect(status.sources[0]?.oddities.no_organization).toBe(1);
  });

  it('knows a person again in another file, and counts what both files say', async () => {
    const row = only(maud, "'2022-07-01'", "'month'", 'NULL', 'NULL');
    const { people, spells, status } = await loading(aiwatch, {
      'a.sql': row,
      'b.sql': row + only("'Maud', 'Birch'", 'NULL', 'NULL', 'NULL', 'NULL'),
    });
    expect(people).toHaveLength(1);
    expect(spells).toHaveLength(3);
    expect(status.sources.map((s) => s.oddities.duplicate_elsewhere)).toEqual([undefined, 1]);
    expect(status.episodes).toBe(2);
  });

  it('drops and counts a row that its own file repeats', async () => {
    const row = only(maud, "'2022-07-01'", "'month'", 'NULL', 'NULL');
    const { spells, status } = await loading(aiwatch, { 'a.sql': row + row });
    expect(spells).toHaveLength(1);
    expect(status.sources[0]?.oddities.duplicate).toBe(1);
  });

  it.each([
    ['gzip', gzipSync(acorn)],
    ['a byte-order mark', `\ufeff${acorn}`],
    ['CR LF', acorn.replaceAll('\n', '\r\n')],
    ['no last semicolon', acorn.trimEnd().slice(0, -1)],
  ])('is the same with %s', async (_, content) => {
    const plain = await loading(aiwatch, { 'a.sql': acorn });
    const other = await loading(aiwatch, { 'a.sql': content });
    expect(other.spells).toEqual(plain.spells);
  });

  it('reads a dump that holds all its rows in one line', async () => {
    const row = (i: number): string => `('p${i}', 'Acorn', '${'x'.repeat(5000)}')`;
    const all = Array.from({ length: 300 }, (_, i) => row(i)).join(',');
    const content = `insert into positions(person, organization, notes) values ${all};`;
    expect(content.length).toBeGreaterThan(1_000_000);
    const { people } = await loading(aiwatch, { 'a.sql': content });
    expect(people).toHaveLength(300);
  });

  it.each([
    [
      'a string that never closes',
      "insert into\npositions(person) values ('Maud",
      'a string that opens and never closes',
      2,
    ],
    ['a comment that never closes', `${acorn}/* and so on`, 'a comment that opens and never closes', 10],
    [
      'a row that is cut off',
      `insert into positions(person, organization) values\n('Maud', 'Acorn'`,
      'a row that never ends',
      2,
    ],
    [
      'too few values',
      "insert into positions(person, organization) values\n('Maud')",
      '1 values where the insert names 2 columns',
      2,
    ],
    [
      'an expression',
      "insert into positions(person, organization) values\n('Maud', lower('Acorn'))",
      'no string, number or NULL',
      2,
    ],
    ['no columns', "\ninsert into positions values ('Maud', 'Acorn')", 'an insert that names no columns', 2],
    [
      'an insert of another form',
      "\ninsert into positions set person = 'Maud', organization = 'Acorn';",
      'an insert without values',
      2,
    ],
    [
      'a semicolon that is missing',
      only(maud, 'NULL', 'NULL', 'NULL', 'NULL').replace(';', '') +
        only(maud, 'NULL', 'NULL', 'NULL', 'NULL'),
      'something else between two rows',
      2,
    ],
    [
      'nobody',
      only("'Maud', 'Acorn'", 'NULL', 'NULL', 'NULL', 'NULL') +
        only("' ', 'Acorn'", 'NULL', 'NULL', 'NULL', 'NULL'),
      'empty person',
      2,
    ],
    [
      'a date of no calendar',
      only(maud, "'2022-13-01'", "'month'", 'NULL', 'NULL'),
      'invalid start date: "2022-13"',
      1,
    ],
    [
      'an unknown precision',
      only(maud, "'2022-10-01'", "'quarter'", 'NULL', 'NULL'),
      'invalid start date: "2022-10-01 (quarter)"',
      1,
    ],
    [
      'a string of megabytes',
      `insert into positions(person) values\n('${'x'.repeat(3_000_000)}')`,
      'a string of more than 1000000 characters',
      2,
    ],
  ])('names file and line of %s', async (_, content, message, line) => {
    const error = await refused(aiwatch, { 'bad.sql': content });
    expect(error.message).toContain(message);
    expect(error.message).toContain(`(bad.sql:${line})`);
  });

  it('reads rows that are marked as such, and leaves out what follows them', async () => {
    const content =
      "insert into db.positions(person, organization) values row('Maud', 'Acorn'), row('Ida', 'Birch') on duplicate key update title = ('x');";
    const { spells } = await loading(aiwatch, { 'a.sql': content });
    expect(spells.map((s) => s.employer)).toEqual(['Acorn', 'Birch']);
  });

  it('keeps names out of its messages', async () => {
    const error = await refused(aiwatch, {
      'bad.sql': "insert into positions(person, organization) values ('Maud Larch')",
    });
    expect(error.message).not.toContain('Maud');
  });

  it.each([
    ['no SQL', 'person,employer,start\nmaud,Acorn,2019\n'],
    ['another table', "insert into grants(person) values ('Maud');"],
  ])('says that a file is no such list: %s', async (_, content) => {
    const error = await refused(aiwatch, { 'bad.sql': content });
    expect(error.message).toContain('no insert into positions: bad.sql');
  });
});

describe('tokens of SQL', () => {
  it('are the same wherever the file is cut into pieces', async () => {
    const whole = await tokens(Buffer.from(acorn), acorn.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (size) => {
        expect(await tokens(Buffer.from(acorn), size)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });
});

async function tokens(bytes: Uint8Array, size: number): Promise<unknown[]> {
  const file: InputFile = {
    name: 'a.sql',
    path: 'a.sql',
    place: '',
    sha256: '',
    open: async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
  const found: unknown[] = [];
  for await (const block of tokensOf(file)) found.push(...block);
  return found;
}
