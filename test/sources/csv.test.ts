import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/records/index.js';
import { csv } from '../../src/sources/csv.js';
import { pseudonymOf } from '../../src/sources/index.js';
import { dates, key, loading, refused } from './loading.js';

const head = 'person,employer,start,end,title,kind,country,source';

describe('csv: a row', () => {
  it('becomes a spell with its line, and what it leaves out is empty', async () => {
    const { spells, reports } = await loading(csv, {
      'row.csv': `${head}\nmaud,Acorn Works,2019-05-17,2020-02-03,Baker,founder,FR,yearbook\nnils,Birch Labs,,,,,,\n`,
    });
    expect(spells).toEqual([
      {
        pseudonym: pseudonymOf(key, 'maud', 'file:row.csv'),
        employer: 'Acorn Works',
        start_date: '2019-05-17',
        start_precision: 'day',
        end_date: '2020-02-03',
        end_precision: 'day',
        end_status: 'ended',
        title: 'Baker',
        kind: 'founder',
        country: 'FR',
        source: 'yearbook',
        line: 2,
        file: 'row.csv',
      },
      {
        pseudonym: pseudonymOf(key, 'nils', 'file:row.csv'),
        employer: 'Birch Labs',
        start_date: null,
        start_precision: null,
        end_date: null,
        end_precision: null,
        end_status: 'open',
        title: '',
        kind: 'employee',
        country: '',
        source: 'csv',
        line: 3,
        file: 'row.csv',
      },
    ]);
    expect(reports).toEqual([
      { name: 'row.csv', outcome: 'loaded', spells: 2, fills: 'spell', rows: 2, bad: [] },
    ]);
  });

  it('means by its dates what each allows', async () => {
    const cases = [
      ['2019', '', '2019-01-01 year to open'],
      ['2019-05', '2021', '2019-05-01 month to 2021-01-01 year'],
      ['2019-05-17', '2019-05-17', '2019-05-17 day to 2019-05-17 day'],
      ['', '?', 'unknown to unknown'],
      ['?', '2020-02', 'unknown to 2020-02-01 month'],
      [' 2019-05 ', ' 2020-02 ', '2019-05-01 month to 2020-02-01 month'],
      ['2018~', '', '2016-07-01 multi-year to open'],
      ['2019-05', '2023-01', '2019-05-01 month to open'],
      ['2022-12-31', '', '2022-12-31 day to open'],
      ['2019-05', '2019', '2019-05-01 month to 2019-01-01 year'],
      ['2019', '2019-05', '2019-01-01 year to 2019-05-01 month'],
      ['2019-05-17', '2019-05', '2019-05-17 day to 2019-05-01 month'],
      ['2020-02-29', '2021-02-28', '2020-02-29 day to 2021-02-28 day'],
    ] as const;
    const rows = cases.map(([start, end], i) => `p${i},Acorn,${start},${end}\n`);
    const { spells } = await loading(csv, { 'dates.csv': `person,employer,start,end\n${rows.join('')}` });
    const found = spells.map((spell, i) => [cases[i]?.[0], cases[i]?.[1], dates(spell)]);
    expect(found).toEqual(cases);
  });

  it('keeps every kind, in any case', async () => {
    const rows = kinds.map((kind) => `${kind},Acorn,2019, ${kind.toUpperCase()} \n`);
    const { spells } = await loading(csv, { 'kinds.csv': `person,employer,start,kind\n${rows.join('')}` });
    expect(spells.map((s) => s.kind)).toEqual(kinds);
  });

  it('keeps employers and titles letter for letter, spaces at the ends of employers aside', async () => {
    const employers = [
      'O\'Hara & Søns "Ltd"',
      'שלום',
      '株式会社 樫',
      'A, B; C',
      "x'; drop table spell; --",
      '=1+1',
    ];
    const rows = employers.map((e, i) => `p${i}," ${e.replaceAll('"', '""')} ",2019`);
    const { spells } = await loading(csv, { 'names.csv': `person,employer,start\n${rows.join('\n')}\n` });
    expect(spells.map((s) => s.employer)).toEqual(employers);
  });

  it('loses nobody whose identifier begins with a byte-order mark or holds odd characters', async () => {
    const ids = ['\ufeffmaud', 'a\u0000b', '\u200bnils', 'o’hara', '\u00a0ida'];
    const { spells } = await loading(csv, {
      'ids.csv': `person,employer,start\n${ids.map((id) => `${id},Acorn,2019`).join('\n')}\n`,
    });
    expect(spells).toHaveLength(ids.length);
  });
});

describe('csv: the form of the file', () => {
  const rows = [
    ['person', 'employer', 'start', 'end'],
    ['maud', 'Acorn Works', '2019-05', ''],
    ['nils', 'Birch Labs', '2018', '2020'],
  ];
  const text = (mark: string, ends = '\n'): string => rows.map((row) => row.join(mark) + ends).join('');
  const asRead = ['Acorn Works 2019-05-01 month to open', 'Birch Labs 2018-01-01 year to 2020-01-01 year'];

  it.each([
    ['commas', text(',')],
    ['semicolons', text(';')],
    ['tabs', text('\t')],
    ['CR LF', text(',', '\r\n')],
    ['no last line break', text(',').trimEnd()],
    ['a byte-order mark', `\ufeff${text(',')}`],
    ['gzip', gzipSync(text(','))],
    ['gzip in two members', Buffer.concat([gzipSync(text(',').slice(0, 40)), gzipSync(text(',').slice(40))])],
    ['a head line in capitals with spaces', text(',').replace('person,employer', ' Person , EMPLOYER ')],
    ['every cell in quotes', text('","', '"\n"').replace(/^/, '"').replace(/"$/, '')],
    ['blank lines between', text(',').replaceAll('\n', '\n\n')],
  ])('is read with %s', async (_, content) => {
    const { spells } = await loading(csv, { 'form.csv': content });
    expect(spells.map((s) => `${s.employer} ${dates(s)}`)).toEqual(asRead);
  });

  it('counts lines right after quoted cells of several lines', async () => {
    const content = `${head}\nmaud,Acorn,2019,,"Baker\nof bread\n\nand cakes",,,\nnils,Birch,2018,,"one",,,\n`;
    const { spells } = await loading(csv, { 'quoted.csv': content });
    expect(spells.map((s) => [s.line, s.title])).toEqual([
      [2, 'Baker\nof bread\n\nand cakes'],
      [6, 'one'],
    ]);
  });

  it('counts lines right after quoted cells with CR LF', async () => {
    const content = 'person,employer,start,title\r\nmaud,Acorn,2019,"a\r\nb"\r\nnils,Birch,2018,c\r\n';
    const { spells } = await loading(csv, { 'crlf.csv': content });
    expect(spells.map((s) => s.line)).toEqual([2, 4]);
  });

  it('counts blank lines', async () => {
    const content = 'person,employer,start\n\n\nmaud,Acorn,2019\n\nnils,Birch,2018\n';
    const { spells } = await loading(csv, { 'blank.csv': content });
    expect(spells.map((s) => s.line)).toEqual([4, 6]);
  });

  it('takes other column names where they are mapped', async () => {
    const { spells } = await loading(
      csv,
      { 'map.csv': 'id;Company Name;from;to;start\nmaud;Acorn;2019;2020;1999\n' },
      { map: { person: 'id', employer: 'Company Name', start: 'from', end: 'to' } },
    );
    expect(spells.map((s) => `${s.employer} ${dates(s)}`)).toEqual([
      'Acorn 2019-01-01 year to 2020-01-01 year',
    ]);
  });

  it('loads a file with a head line and nothing else as nobody', async () => {
    const { spells, reports } = await loading(csv, { 'none.csv': 'person,employer,start\n' });
    expect(spells).toEqual([]);
    expect(reports[0]?.spells).toBe(0);
  });
});

describe('csv: oddities', () => {
  it('drops and counts a row that repeats another, and keeps what differs in anything', async () => {
    const { spells, status } = await loading(csv, {
      'twice.csv': `${head}\nmaud,Acorn,2019,,Baker,,,\nmaud,Acorn,2019,,Baker,,,\nmaud,Acorn,2019,,Cook,,,\nmaud,Acorn,2019,2021,Baker,,,\nnils,Acorn,2019,,Baker,,,\nmaud,Acorn,2019,,Baker,,,\n`,
    });
    expect(spells.map((s) => s.line)).toEqual([2, 4, 5, 6]);
    expect(status.sources[0]?.oddities).toEqual({ duplicate: 2 });
    expect(status.sources[0]?.spells).toBe(4);
  });

  it('takes an end after observed-until as open and counts it', async () => {
    const { spells, status } = await loading(csv, {
      'late.csv': 'person,employer,start,end\nmaud,Acorn,2019,2023-01-01\nnils,Acorn,2019,2022-12-31\n',
    });
    expect(spells.map((s) => s.end_status)).toEqual(['open', 'ended']);
    expect(status.sources[0]?.oddities).toEqual({ end_after_observed_until: 1 });
  });

  it('takes days as months in a file where over 90 % of them are the first of one', async () => {
    const rows = (others: number): string =>
      Array.from({ length: 20 }, (_, i) => `p${i},Acorn,2019-03-${i < others ? '17' : '01'},`).join('\n');
    const months = await loading(csv, { 'months.csv': `person,employer,start,end\n${rows(1)}\n` });
    expect(months.spells.map(dates)).toEqual(Array(20).fill('2019-03-01 month to open'));
    expect(months.status.sources[0]?.oddities).toEqual({ month_precise: 20 });
    const days = await loading(csv, { 'days.csv': `person,employer,start,end\n${rows(2)}\n` });
    expect(new Set(days.spells.map((s) => s.start_precision))).toEqual(new Set(['day']));
    expect(days.status.sources[0]?.oddities).toEqual({});
  });
});

describe('csv: what cannot be read', () => {
  const rows = 'person,employer,start,end,kind\nmaud,Acorn,2019,,\n';
  it.each([
    ['a start that is no date', 'nils,Birch,soon,,', 'invalid start date: "soon" (bad.csv:3); write YYYY'],
    ['a month that is none', 'nils,Birch,2019-13,,', 'invalid start date: "2019-13" (bad.csv:3)'],
    ['a day that is none', 'nils,Birch,2019-02-29,,', 'invalid start date: "2019-02-29" (bad.csv:3)'],
    ['an end that is no date', 'nils,Birch,2019,never,', 'invalid end date: "never" (bad.csv:3)'],
    [
      'an end before its start',
      'nils,Birch,2019-05,2019-04,',
      'end before its start: "2019-05 to 2019-04" (bad.csv:3)',
    ],
    ['an end a day before', 'nils,Birch,2019-05-02,2019-05-01,', 'end before its start:'],
    ['an end a year before', 'nils,Birch,2019,2018,', 'end before its start: "2019 to 2018" (bad.csv:3)'],
    [
      'a start after the last observed day',
      'nils,Birch,2023-01-01,,',
      'start after observed-until: "2023-01-01" (bad.csv:3)',
    ],
    ['no employer', 'nils, ,2019,,', 'empty employer: "" (bad.csv:3); write Unknown'],
    ['no person', ',Birch,2019,,', 'empty person: "" (bad.csv:3)'],
    ['an unknown kind', 'nils,Birch,2019,,boss', 'unknown kind: "boss" (bad.csv:3); one of employee'],
    ['cells too many', 'nils,Birch,2019,,,,', '7 cells where the head line has 5'],
    ['cells too few', 'nils,Birch', '2 cells where the head line has 5: "nils,Birch" (bad.csv:3)'],
  ])('names file, line, value and advice of %s', async (_, row, message) => {
    const error = await refused(csv, { 'bad.csv': `${rows}${row}\n` });
    expect(error.code).toBe('source');
    expect(error.message).toContain(message);
    expect(error.message).toContain('--skip-bad N');
  });

  it('counts blank lines in the line of a bad row', async () => {
    const error = await refused(csv, { 'bad.csv': 'person,employer,start\n\nmaud,,2019\n' });
    expect(error.message).toContain('(bad.csv:3)');
  });

  it('lists every bad row in order, the first twenty of many', async () => {
    const bad = Array.from({ length: 30 }, (_, i) => `p${i},Acorn,x${i}`).join('\n');
    const error = await refused(csv, { 'bad.csv': `person,employer,start\n${bad}\n` });
    const lines = [...error.message.matchAll(/\(bad\.csv:(\d+)\)/g)].map((found) => Number(found[1]));
    expect(lines).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    expect(error.message).toContain('and more');
  });

  it.each([
    [
      'a quote that never closes',
      `${rows}nils,"Birch,2019,,\nida,Cedar,2019,,\n`,
      'quote that opens and never closes',
    ],
    ['an empty file', '', 'empty file: bad.csv'],
    ['a missing column', 'person,firm,start\nmaud,Acorn,2019\n', 'missing column: employer (bad.csv:1)'],
    ['a column named nearly so', 'person,employr,start\n', '--map employer=employr'],
    ['a gzip that is cut off', gzipSync('x'.repeat(99_999)).subarray(0, 60), 'cut-off gzip: bad.csv'],
    ['a line of a million letters', `${rows}nils,${'x'.repeat(1_000_001)},2019,,\n`, '(bad.csv:3)'],
    [
      'letters that are no UTF-8',
      Buffer.from(`${rows}nils,Br\xfccke,2019,,\n`, 'latin1'),
      'invalid UTF-8 (bad.csv:3)',
    ],
    [
      'no UTF-8 in the last letter',
      Buffer.from(`${rows}nils,Birch,2019,,\xc3`, 'latin1'),
      'invalid UTF-8 (bad.csv:3)',
    ],
    ['UTF-16', Buffer.from(`\ufeff${rows}`, 'utf16le'), 'invalid UTF-8 (bad.csv:1)'],
  ])('stops at %s', async (_, content, message) => {
    const error = await refused(csv, { 'bad.csv': content });
    expect(error.code).toBe('source');
    expect(error.message).toContain(message);
  });

  it('finds the line that is no UTF-8 below a replacement character that is meant', async () => {
    const content = Buffer.concat([
      Buffer.from('person,employer,start\nmaud,Ac\ufffdrn,2019\n'),
      Buffer.from([0x61, 0xff, 0x0a]),
    ]);
    expect((await refused(csv, { 'bad.csv': content })).message).toContain('invalid UTF-8 (bad.csv:3)');
  });

  it('finds the line that is no UTF-8 far down a large file', async () => {
    const line = 'maud,Acorn,2019\n';
    const content = Buffer.concat([
      Buffer.from(`person,employer,start\n${line.repeat(40_000)}`),
      Buffer.from([0xff, 0x0a]),
    ]);
    expect((await refused(csv, { 'bad.csv': content })).message).toContain('invalid UTF-8 (bad.csv:40002)');
  });

  it('says that a gzip is broken, rather than its letters odd', async () => {
    const whole = gzipSync(
      `person,employer,start\n${Array.from({ length: 9000 }, (_, i) => `p${i},Acorn ${i % 7},${2000 + (i % 20)}\n`).join('')}`,
    );
    whole[Math.floor(whole.length / 2)]! ^= 0xff;
    expect((await refused(csv, { 'bad.csv': whole })).message).toContain('gzip');
  });

  it('says that a mapped column is not there', async () => {
    const error = await refused(csv, { 'bad.csv': rows }, { map: { employer: 'firm' } });
    expect(error.message).toContain('no such column: firm (bad.csv:1)');
  });

  it('asks for the last observed day', async () => {
    const error = await refused(csv, { 'bad.csv': rows }, { observedUntil: undefined });
    expect(error.message).toContain('--observed-until');
  });

  it('refuses two columns of one name, for it cannot know which is meant', async () => {
    const error = await refused(csv, {
      'bad.csv': 'person,employer,employer,start\nmaud,Acorn,Birch,2019\n',
    });
    expect(error.message).toContain('employer');
  });
});

describe('csv: --skip-bad', () => {
  const content =
    'person,employer,start,end\nmaud,Acorn,2019,\nnils,,2019,\nida,Birch,2019,2018\nola,Birch,2020\nliv,Birch,2020,\n';

  it('loads the rest and lists the bad rows where they are few enough', async () => {
    const { spells, reports, status } = await loading(csv, { 'some.csv': content }, { skipBad: 3 });
    expect(spells.map((s) => s.line)).toEqual([2, 6]);
    expect(reports[0]?.bad.map((b) => [b.line, b.field])).toEqual([
      [3, 'employer'],
      [4, 'end'],
      [5, 'row'],
    ]);
    expect(status.sources[0]?.bad_rows).toBe(3);
  });

  it('refuses one more than allowed', async () => {
    const error = await refused(csv, { 'some.csv': content }, { skipBad: 2 });
    expect(error.message).toContain('(some.csv:3)');
    expect(error.message).toContain('(some.csv:5)');
    expect(error.message).toContain('more than the 2 of --skip-bad');
  });

  it('counts a row once that is bad in two ways', async () => {
    const { reports } = await loading(
      csv,
      { 'both.csv': 'person,employer,start\n,,never\n' },
      { skipBad: 1 },
    );
    expect(reports[0]?.bad).toHaveLength(1);
  });
});
