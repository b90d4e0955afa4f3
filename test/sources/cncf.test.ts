import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cncf } from '../../src/sources/cncf.js';
import { pseudonymOf } from '../../src/sources/index.js';
import { dates, key, loading, refused } from './loading.js';

/** Invented people in the form of the published file. */
const text = `# Affiliations, an invented snapshot of 2022-12-31
# a second comment: with a colon
maudlin: maud!acorn.example, m.oak!birch.example
\tAcorn Works until 2015-03-01
\tBirch: Labs from 2015-03-01 until 2100-01-01
\tCedar from 2019-07-01
nils-o*: nils!cedar.example
\tCedar Inc. from until
maudlin: another!dogwood.example
\tDogwood
`;

describe('cncf', () => {
  it('reads a block as a person and a line of it as a spell', async () => {
    const { spells, people } = await loading(cncf, { 'a.txt': text }, { observedUntil: undefined });
    expect(spells.map((s) => [s.employer, dates(s), s.line, s.source])).toEqual([
      ['Acorn Works', 'unknown to 2015-03-01 month', 4, 'cncf'],
      ['Birch: Labs', '2015-03-01 month to unknown', 5, 'cncf'],
      ['Cedar', '2019-07-01 month to open', 6, 'cncf'],
      ['Cedar Inc. from until', 'unknown to open', 8, 'cncf'],
      ['Dogwood', 'unknown to open', 10, 'cncf'],
    ]);
    expect(people).toEqual(
      ['github:maudlin', 'github:nils-o', 'github:maudlin#2'].map((id) => pseudonymOf(key, id, 'a.txt')),
    );
  });

  it('counts the oddities it met', async () => {
    const { status } = await loading(cncf, { 'a.txt': text }, { observedUntil: undefined });
    expect(status.sources[0]?.oddities).toEqual({
      month_precise: 3,
      needs_merging: 1,
      shared_handle: 1,
      unknown_date: 1,
    });
    expect(status.sources[0]?.observed_until).toBe('2022-12-31');
  });

  it('lets the last observed day that is given go before what the file says', async () => {
    const { status } = await loading(cncf, { 'a.txt': text }, { observedUntil: '2021-06-30' });
    expect(status.sources[0]?.observed_until).toBe('2021-06-30');
  });

  it.each([
    ['CR LF', text.replaceAll('\n', '\r\n')],
    ['gzip', gzipSync(text)],
    ['a byte-order mark', `\ufeff${text}`],
    ['no last line break', text.trimEnd()],
  ])('is the same with %s', async (_, content) => {
    const plain = await loading(cncf, { 'a.txt': text });
    const other = await loading(cncf, { 'a.txt': content });
    expect(other.spells).toEqual(plain.spells);
  });

  it('takes a start of 2100-01-01 as unknown', async () => {
    const content = 'maudlin: m!acorn.example\n\tAcorn from 2100-01-01\n';
    const { spells, status } = await loading(cncf, { 'a.txt': content });
    expect(spells.map(dates)).toEqual(['unknown to open']);
    expect(status.sources[0]?.oddities).toEqual({ unknown_date: 1 });
  });

  it('drops and counts a spell that a person has twice', async () => {
    const content = 'maudlin: m!acorn.example\n\tAcorn\n\tAcorn\n';
    const { spells, status } = await loading(cncf, { 'a.txt': content });
    expect(spells).toHaveLength(1);
    expect(status.sources[0]?.oddities).toEqual({ duplicate: 1 });
  });

  it('takes a handle in two files for one person', async () => {
    const block = (employer: string): string => `maudlin: m!acorn.example\n\t${employer}\n`;
    const { people } = await loading(cncf, { 'a.txt': block('Acorn'), 'b.txt': block('Acorn') });
    expect(people).toHaveLength(1);
  });

  it.each([
    ['a spell before any person', '\tAcorn\n', 'a spell before any person', 1],
    [
      'a line that is neither',
      'maudlin: m!acorn.example\n\tAcorn\nno colon here\n',
      'neither a person nor a spell',
      3,
    ],
    [
      'an end before its start',
      'maudlin: m!acorn.example\n\tAcorn from 2019-05-01 until 2018-05-01\n',
      'end before its start',
      2,
    ],
    [
      'a date of no calendar',
      'maudlin: m!acorn.example\n\tAcorn from 2019-13-01\n',
      'invalid start date: "2019-13-01"',
      2,
    ],
    ['an empty spell', 'maudlin: m!acorn.example\n\t\n', 'empty employer', 2],
  ])('names file and line of %s', async (_, content, message, line) => {
    const error = await refused(cncf, { 'bad.txt': content });
    expect(error.message).toContain(message);
    expect(error.message).toContain(`(bad.txt:${line})`);
  });

  it('says that a file is no such list, rather than load nobody', async () => {
    const error = await refused(cncf, { 'bad.txt': 'person,employer,start\nmaud,Acorn,2019\n' });
    expect(error.message).toContain('(bad.txt:1)');
  });
});
