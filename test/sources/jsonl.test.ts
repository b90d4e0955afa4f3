import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { jsonl } from '../../src/sources/jsonl.js';
import { dates, loading, refused } from './loading.js';

const line = (row: object): string => `${JSON.stringify(row)}\n`;
const maud = line({
  person: 'maud',
  employer: 'Acorn',
  start: '2019-05',
  end: null,
  title: 'Baker\nof bread',
});
const nils = line({ person: 7, employer: 'Birch', start: 2018, end: '?', extra: [1], kind: 'Founder' });

describe('jsonl', () => {
  it.each([
    ['plain', maud + nils],
    ['CR LF', (maud + nils).replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\ufeff${maud}${nils}`],
    ['gzip', gzipSync(maud + nils)],
    ['no last line break', (maud + nils).trimEnd()],
  ])('reads one spell a line, %s', async (_, content) => {
    const { spells } = await loading(jsonl, { 'a.jsonl': content });
    expect(spells.map((s) => [s.employer, dates(s), s.title, s.kind, s.line])).toEqual([
      ['Acorn', '2019-05-01 month to open', 'Baker\nof bread', 'employee', 1],
      ['Birch', '2018-01-01 year to unknown', null, 'founder', 2],
    ]);
  });

  it('counts blank lines', async () => {
    const { spells } = await loading(jsonl, { 'a.jsonl': `\n${maud}\n\n${nils}` });
    expect(spells.map((s) => s.line)).toEqual([2, 5]);
  });

  it('takes other names where they are mapped', async () => {
    const content = line({ id: 'maud', company: 'Acorn', from: '2019' });
    const { spells } = await loading(
      jsonl,
      { 'a.jsonl': content },
      { map: { person: 'id', employer: 'company', start: 'from' } },
    );
    expect(spells.map((s) => `${s.employer} ${dates(s)}`)).toEqual(['Acorn 2019-01-01 year to open']);
  });

  it.each([
    ['a line that is cut off', '{"person": "ida", "empl', 'no JSON object'],
    ['a list', '["ida", "Cedar", "2019"]', 'no JSON object'],
    ['a number', '7', 'no JSON object'],
    [
      'a nested bomb',
      `{"person": "ida", "employer": ${'['.repeat(300_000)}${']'.repeat(300_000)}, "start": "2019"}`,
      'where text is due: "employer"',
    ],
    [
      'an object for an employer',
      line({ person: 'ida', employer: { name: 'Cedar' }, start: '2019' }),
      'where text is due',
    ],
    ['no employer', line({ person: 'ida', start: '2019' }), 'empty employer'],
    ['no person', line({ employer: 'Cedar', start: '2019' }), 'empty person'],
    [
      'a date that is none',
      line({ person: 'ida', employer: 'Cedar', start: 20_190 }),
      'invalid start date: "20190"',
    ],
    [
      'true for a date',
      line({ person: 'ida', employer: 'Cedar', start: true }),
      'invalid start date: "true"',
    ],
  ])('names file and line of %s', async (_, bad, message) => {
    const error = await refused(jsonl, { 'bad.jsonl': `${maud}${bad.trimEnd()}\n${nils}` });
    expect(error.message).toContain(message);
    expect(error.message).toContain('(bad.jsonl:2)');
  });

  it('says that a key is in no row, rather than take every start for unknown', async () => {
    const content = line({ person: 'maud', employer: 'Acorn', begin: '2019' });
    const error = await refused(jsonl, { 'bad.jsonl': content });
    expect(error.message).toContain('start');
  });

  it('says that a mapped key is in no row', async () => {
    const error = await refused(jsonl, { 'bad.jsonl': maud }, { map: { end: 'until' } });
    expect(error.message).toContain('until');
  });
});
