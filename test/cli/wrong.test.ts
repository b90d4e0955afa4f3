import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { careers, contents, mercato, observed, place, quick, withDriver } from './command.js';

withDriver();

const head = 'person,employer,start,end\n';
const good = 'maud,Acorn Works,2019,\n';
const whole = gzipSync(careers.repeat(200));

const inputs = {
  'careers.csv': careers,
  'nocolumn.csv': 'person,firm,start\nmaud,Acorn,2019\n',
  'misspelt.csv': 'person,employeer,start\nmaud,Acorn,2019\n',
  'date.csv': `${head}${good}nils,Birch,2019-13,\n`,
  'backwards.csv': `${head}${good}nils,Birch,2019-05,2018-04\n`,
  'late.csv': `${head}${good}nils,Birch,2023-02,\n`,
  'employer.csv': `${head}${good}nils,,2019,\n`,
  'latin.csv': Buffer.from(`${head}${good}nils,Br\xfccke,2019,\n`, 'latin1'),
  'cut.csv.gz': whole.subarray(0, whole.length - 30),
  'long.csv': `${head}${good}nils,${'x'.repeat(1_100_000)},2019,\n`,
  'empty.csv': '',
  'text.parquet': careers,
  'folder/inside.csv': careers,
  'junk.duckdb': 'this is no database',
  'another.key': `${'k'.repeat(40)}\n`,
  'short.key': 'short\n',
  'circle.yaml':
    'organisations:\n  - {id: acorn, title: Acorn, kind: company, source: "https://example.org/a", parents: [{id: birch}]}\n  - {id: birch, title: Birch, kind: company, source: "https://example.org/b", parents: [{id: acorn, since: "2019"}]}\n',
  'before.yaml':
    'organisations:\n  - {id: acorn, title: Acorn, kind: lab, source: "https://example.org/a", parents: [{id: openai, since: "2001-05"}]}\n',
  'alias.yaml':
    'organisations:\n  - {id: acorn, title: Acorn, kind: company, source: "https://example.org/a", aliases: [Open AI]}\n',
  'undated.yaml':
    'organisations:\n  - {id: acorn, title: Acorn, kind: company, source: "https://example.org/a", events: [{event: acquired, by: openai, source: "https://example.org/e"}]}\n',
  'nobody.yaml': 'decisions:\n  - {written: Acorn, organisation: nobody}\n',
  'dangling.json': JSON.stringify([
    {
      id: 'https://ror.org/05dxps055',
      names: [{ value: 'Institute', types: ['ror_display', 'label'], lang: 'en' }],
      status: 'active',
      types: ['education'],
      relationships: [{ type: 'parent', id: 'https://ror.org/012345678', label: 'Nowhere' }],
    },
  ]),
  'early.csv': 'person,employer,seen_on\nmaud,Acorn,1899-12-31\n',
  'bomb.xml':
    '<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<r>&b;</r>\n',
  'headcounts.csv': 'organisation,month,headcount\nAcorn Works,2020-13,7\n',
};

let cwd = '';
let before = '';

beforeAll(async () => {
  cwd = place(inputs);
  expect((await quick(['load', 'csv', 'careers.csv', ...observed], { cwd })).code).toBe(0);
  before = await contents(cwd);
});

/** A call that fails: with this exit code, these words on standard error, nothing on standard output. */
async function fails(
  args: readonly string[],
  code: number,
  words: readonly string[],
  env = {},
): Promise<void> {
  const said = await quick(args, { cwd, env });
  expect({ args, code: said.code, out: said.out }).toEqual({ args, code, out: '' });
  for (const word of words) expect(said.err).toContain(word);
  expect(said.err).not.toMatch(/fault of Mercato|\n {4}at /);
  if (args[0] === 'load') expect(await contents(cwd)).toBe(before);
}

describe('mercato load with a file that is bad changes nothing and says where and what to do', () => {
  it.each([
    [
      'a missing column',
      'csv',
      'nocolumn.csv',
      ['missing column: employer (nocolumn.csv:1)', '--map employer='],
    ],
    ['a misspelt column', 'csv', 'misspelt.csv', ['(misspelt.csv:1)', '--map employer=employeer']],
    [
      'a date that is none',
      'csv',
      'date.csv',
      ['start date: "2019-13" (date.csv:3); write YYYY', '--skip-bad'],
    ],
    ['an end before its start', 'csv', 'backwards.csv', ['end before its start', '(backwards.csv:3); mend']],
    [
      'a start after observed-until',
      'csv',
      'late.csv',
      ['start after observed-until', '(late.csv:3)', '2022-12-31'],
    ],
    ['an empty employer', 'csv', 'employer.csv', ['empty employer', '(employer.csv:3); write Unknown']],
    ['letters that are no UTF-8', 'csv', 'latin.csv', ['invalid UTF-8 (latin.csv:3); convert']],
    ['a gzip that is cut off', 'csv', 'cut.csv.gz', ['cut-off gzip: cut.csv.gz; fetch it again']],
    ['a line of a megabyte', 'csv', 'long.csv', ['line of more than', '(long.csv:3)']],
    ['nothing in it', 'csv', 'empty.csv', ['empty file: empty.csv; it needs a head line']],
    ['another format', 'parquet', 'text.parquet', ['not a Parquet file', 'text.parquet']],
    ['another format, of lines', 'jsonl', 'careers.csv', ['no JSON object', '(careers.csv:1)']],
    ['another format, of blocks', 'cncf', 'employer.csv', ['(employer.csv:1)']],
    ['no file', 'csv', 'nowhere.csv', ['no such file: nowhere.csv; check the path']],
    ['a folder', 'csv', 'folder', ['a folder, not a file: folder; name its files']],
    ['a folder without its files', 'aiwatch', 'folder', ['no .sql files: folder']],
    ['a resume that is none', 'jsonresume', 'careers.csv', ['broken JSON', '(careers.csv:1)']],
    ['no SQL', 'aiwatch', 'careers.csv', ['no insert into positions: careers.csv']],
  ])('%s', async (_, source, file, words) => {
    await fails(['load', source, file, ...observed], 1, words);
  });

  it('also where good files come before it', async () => {
    await fails(['load', 'csv', 'folder/inside.csv', 'date.csv', ...observed], 1, ['(date.csv:3)']);
  });

  it('a bad file replaced by --json: the message is not on standard output', async () => {
    await fails(['load', 'csv', 'date.csv', '--json', ...observed], 1, ['(date.csv:3)']);
  });
});

describe('mercato load with options that are wrong', () => {
  it.each([
    ['an unknown source', ['load', 'csvv', 'careers.csv'], 2, ['unknown source: "csvv"; did you mean csv?']],
    ['a source unlike any', ['load', 'workday', 'careers.csv'], 2, ['unknown source: "workday"; one of csv']],
    ['no file', ['load', 'csv'], 2, ['files']],
    ['one file twice', ['load', 'csv', 'careers.csv', './careers.csv', ...observed], 2, ['named twice']],
    [
      'a field that is none',
      ['load', 'csv', 'careers.csv', '--map', 'firm=employer'],
      2,
      ['firm', 'employer'],
    ],
    [
      'a mapping without a column',
      ['load', 'csv', 'careers.csv', '--map', 'employer'],
      2,
      ['employer=COLUMN'],
    ],
    [
      'a column that is not there',
      ['load', 'csv', 'careers.csv', '--map', 'employer=firm', ...observed],
      1,
      ['no such column: firm (careers.csv:1)'],
    ],
    [
      'a person for a format that says who it is',
      ['load', 'csv', 'careers.csv', '--person', 'maud', ...observed],
      2,
      ['it takes no --person'],
    ],
    [
      'one person for two files',
      ['load', 'linkedin', 'careers.csv', 'late.csv', '--person', 'maud', ...observed],
      2,
      ['--person names one person'],
    ],
    ['a mapping of a fixed format', ['load', 'cncf', 'careers.csv', '--map', 'employer=firm'], 2, ['--map']],
    [
      'a last day that is none',
      ['load', 'csv', 'careers.csv', '--observed-until', '2022-02-30'],
      2,
      ['YYYY-MM-DD'],
    ],
    [
      'a last month for a day',
      ['load', 'csv', 'careers.csv', '--observed-until', '2022-02'],
      2,
      ['YYYY-MM-DD'],
    ],
    ['a count of bad rows that is none', ['load', 'csv', 'careers.csv', '--skip-bad', '-1'], 2, ['skip-bad']],
    ['an option that is none', ['load', 'csv', 'careers.csv', '--skipbad', '1'], 2, ['--skip-bad']],
    [
      'another engine',
      ['load', 'csv', 'careers.csv', ...observed, '--db', 'mysql://x'],
      1,
      ['mysql://', '--db'],
    ],
    [
      'a file that is no database',
      ['load', 'csv', 'careers.csv', ...observed, '--db', 'junk.duckdb'],
      1,
      ['not a DuckDB database: junk.duckdb'],
    ],
    [
      'a folder for a database',
      ['load', 'csv', 'careers.csv', ...observed, '--db', 'folder'],
      1,
      ['folder', '--db'],
    ],
  ] as const)('%s', async (_, args, code, words) => {
    await fails(args, code, words);
  });

  it('no last observed day, where the file says none', async () => {
    await fails(['load', 'csv', 'folder/inside.csv'], 1, [
      'observed-until is missing: inside.csv',
      '--observed-until',
    ]);
  });

  it('the key of another database', async () => {
    const args = ['load', 'csv', 'folder/inside.csv', ...observed];
    await fails(args, 2, ['key', 'MERCATO_KEY'], { MERCATO_KEY: 'another.key' });
    await fails(args, 2, ['key too short'], { MERCATO_KEY: 'short.key' });
    await fails(args, 2, ['no key file'], { MERCATO_KEY: 'nowhere.key' });
    expect(existsSync(join(cwd, 'nowhere.key'))).toBe(false);
  });

  it('simulated people among real ones', async () => {
    const args = ['demo', '--people', '300', '--no-serve', '--db', 'mercato.duckdb', '--out', 'page'];
    const said = await quick(args, { cwd });
    expect([said.code, said.out]).toEqual([2, '']);
    expect(said.err).toContain('simulated people cannot join real ones');
    expect(await contents(cwd)).toBe(before);
    expect(existsSync(join(cwd, 'page'))).toBe(false);
  });
});

describe('mercato with a question that is wrong', () => {
  it.each([
    ['an unknown command', ['flws'], 2, ['flws', 'Did you mean flows?']],
    ['no command that is known', ['teleport'], 2, ['teleport', '--help']],
    ['an unknown measure to explain', ['explain', 'retension'], 2, ['retension', 'Did you mean retention?']],
    ['an unknown option', ['flows', '--untill', '2020'], 2, ['--untill', '--until']],
    [
      'a misspelt organisation',
      ['ratio', 'Acorn Works', 'Brich Labs'],
      2,
      ['unknown organisation: "Brich Labs"; did you mean Birch Labs?'],
    ],
    [
      'an organisation that nobody knows',
      ['headcount', 'Zygomorphic Industries'],
      2,
      ['unknown organisation: "Zygomorphic Industries"', 'mercato resolve'],
    ],
    [
      'an organisation not in the data',
      ['ratio', 'Acorn Works', 'OpenAI'],
      2,
      ['OpenAI', 'mercato coverage'],
    ],
    ['a state for an organisation', ['headcount', 'Freelance'], 2, ['Freelance', 'name an employer']],
    ['one organisation where two are due', ['ratio', 'Acorn Works'], 2, ['two organisations, not 1']],
    [
      'an organisation and itself',
      ['ratio', 'Acorn Works', 'Acorn Works'],
      2,
      ['two different organisations'],
    ],
    [
      'an organisation and itself, spelt otherwise',
      ['ratio', 'Acorn Works', 'acorn works'],
      2,
      ['different organisations'],
    ],
    [
      'the moves of an organisation and itself, spelt otherwise',
      ['moves', 'Birch Labs', ' birch labs '],
      2,
      ['different organisations'],
    ],
    [
      'a window that runs backwards',
      ['flows', '--since', '2021', '--until', '2020-05'],
      2,
      ['window runs backwards', 'swap'],
    ],
    ['a month that is none', ['flows', '--since', '2021-13'], 2, ['invalid since: "2021-13"', 'YYYY-MM']],
    [
      'a day for a month',
      ['headcount', '--until', '2021-05-17'],
      2,
      ['invalid until: "2021-05-17"', 'YYYY-MM'],
    ],
    ['a word for a month', ['retention', '--since', 'soon'], 2, ['invalid since: "soon"', 'YYYY']],
    [
      'JSON and CSV at once',
      ['flows', '--json', '--format', 'csv'],
      2,
      ['--json', '--format csv', 'contradict'],
    ],
    ['a format that is none', ['flows', '--format', 'xml'], 2, ['xml', 'table, json, csv']],
    ['a language that is none', ['flows', '--lang', 'de'], 2, ['de', 'en, fr']],
    ['a gap that is none', ['flows', '--max-gap', 'three'], 2, ['three', 'number']],
    ['a gap in half months, naming the option', ['flows', '--max-gap', '1.5'], 2, ['max-gap', '1.5']],
    ['a cause that is none', ['flows', '--cause', 'abduction'], 2, ['abduction', 'hire']],
    ['a peer set that is none', ['flows', '--among', 'rivals'], 2, ['rivals', 'one of']],
    ['no top', ['flows', '--top', '0'], 2, ['--top']],
    ['a pattern without its end', ['flows', '--title', '('], 2, ['regular expression', '(']],
    ['a class without its end', ['flows', '--title', '[a'], 2, ['regular expression']],
    ['a pattern that looks ahead', ['flows', '--title', '(?=a)'], 2, ['regular expression']],
    ['no months', ['retention', '--months', '0'], 2, ['months']],
    [
      'a database that is not there',
      ['status', '--db', 'nowhere.duckdb'],
      1,
      ['no database: nowhere.duckdb', 'load'],
    ],
    [
      'a file that is no database',
      ['flows', '--db', 'junk.duckdb'],
      1,
      ['not a DuckDB database: junk.duckdb'],
    ],
    ['a folder for a database', ['flows', '--db', 'folder'], 1, ['folder']],
    [
      'headcounts that are nowhere',
      ['coverage', '--against', 'nowhere.csv'],
      1,
      ['no such file: nowhere.csv'],
    ],
    ['headcounts of a month that is none', ['coverage', '--against', 'headcounts.csv'], 2, ['2020-13']],
    ['a report without a folder', ['report'], 2, ['--out']],
  ] as const)('%s', async (_, args, code, words) => {
    await fails(args, code, words);
    expect(readdirSync(cwd).filter((file) => file.startsWith('nowhere'))).toEqual([]);
  });
});

describe('mercato as a process of its own', () => {
  it('ends with the exit code and says why on standard error alone', async () => {
    const bad = await mercato(['load', 'csv', 'date.csv', ...observed], { cwd });
    expect([bad.code, bad.out]).toEqual([1, '']);
    expect(bad.err).toContain('(date.csv:3)');
    const wrong = await mercato(['flows', '--since', '2021-13'], { cwd });
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(await contents(cwd)).toBe(before);
  });

  it('leaves no database behind when the first load fails', async () => {
    const empty = place({ 'date.csv': inputs['date.csv'], 'good.csv': careers });
    const said = await mercato(['load', 'csv', 'good.csv', 'date.csv', ...observed], { cwd: empty });
    expect(said.code).toBe(1);
    expect(readdirSync(empty).filter((file) => file.includes('duckdb'))).toEqual([]);
    expect((await quick(['status'], { cwd: empty })).err).toContain('no database');
  });
});

describe('mercato load with a registry, sightings or records that are bad changes nothing', () => {
  it.each([
    ['parents in a circle', 'organisations', 'circle.yaml', ['parents run in a circle', 'circle.yaml:']],
    [
      'a parent before it was founded',
      'organisations',
      'before.yaml',
      ['parent outside its dates: "openai" (before.yaml:2', 'founded'],
    ],
    [
      'an alias of another file',
      'organisations',
      'alias.yaml',
      ['claimed by two organisations: "Open AI"', 'alias.yaml:2', 'labs.yaml:'],
    ],
    ['an event without a date', 'organisations', 'undated.yaml', ['an event needs a date', 'undated.yaml:2']],
    [
      'a decision for nobody',
      'organisations',
      'nobody.yaml',
      ['unknown organisation: "nobody" (nobody.yaml:2)'],
    ],
    [
      'a relation to an organisation that is not there',
      'ror',
      'dangling.json',
      ['012345678', 'dangling.json'],
    ],
    ['a sighting before 1900', 'sightings', 'early.csv', ['1899-12-31', 'early.csv:2']],
    ['an entity bomb', 'orcid', 'bomb.xml', ['bomb.xml']],
  ] as const)('%s', async (_, source, file, words) => {
    const people = ['sightings', 'orcid'].includes(source) ? observed : [];
    await fails(['load', source, file, ...people], 1, words);
  });
});
