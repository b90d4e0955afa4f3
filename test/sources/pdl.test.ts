import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../src/sources/index.js';
import { pdl } from '../../src/sources/pdl.js';
import { dates, key, loading, refused } from './loading.js';

const line = (person: unknown): string => `${JSON.stringify(person)}\n`;
/** Invented people in the form of the publisher. */
const maud = line({
  id: 'q1_000',
  full_name: 'maud larch',
  experience: [
    {
      company: { name: 'acorn works', raw: ['Acorn Works Inc.'], id: 'acorn', website: 'acorn.example' },
      title: { name: 'baker', role: 'operations', levels: ['senior'] },
      start_date: '2019-09',
      end_date: null,
      is_primary: true,
      location_names: ['oslo, oslo, norway'],
    },
    {
      company: { name: 'birch' },
      title: null,
      start_date: '2017',
      end_date: '2019-08-15',
      is_primary: false,
      location_names: [],
    },
    { company: null, title: { name: 'helper', levels: ['unpaid'] }, start_date: '2015', is_primary: false },
  ],
});
const nils = line({
  id: 'q2_000',
  experience: [{ company: { name: 'birch' }, title: { levels: ['training'] } }],
});

describe('pdl', () => {
  it.each([
    ['plain', maud + nils],
    ['gzip', gzipSync(maud + nils)],
    ['a byte-order mark', `\ufeff${maud}${nils}`],
    ['CR LF', (maud + nils).replaceAll('\n', '\r\n')],
  ])('reads the experience of a person a line, %s', async (_, content) => {
    const { spells, people, status } = await loading(pdl, { 'a.jsonl': content });
    expect(spells.map((s) => [s.employer, s.title, dates(s), s.kind, s.country, s.line])).toEqual([
      ['acorn works', 'baker', '2019-09-01 month to open', 'employee', 'norway', 1],
      ['birch', null, '2017-01-01 year to 2019-08-15 day', 'employee', null, 1],
      ['Unknown', 'helper', '2015-01-01 year to open', 'volunteer', null, 1],
      ['birch', null, 'unknown to open', 'intern', null, 2],
    ]);
    expect(people).toEqual(['q1_000', 'q2_000'].map((id) => pseudonymOf(key, `pdl:${id}`, 'anything')));
    expect(status.sources[0]?.oddities).toEqual({ no_company: 1, open_not_primary: 1 });
  });

  it('passes over a person without experience, and counts blank lines', async () => {
    const { spells } = await loading(pdl, { 'a.jsonl': `${line({ id: 'q3' })}\n${nils}` });
    expect(spells.map((s) => s.line)).toEqual([3]);
  });

  it.each([
    ['a line that is cut off', maud.slice(0, 60), 'no JSON object'],
    ['a list', '[1]', 'no JSON object'],
    ['no id', line({ experience: [] }), 'no id'],
    [
      'an experience that is no list',
      line({ id: 'q', experience: { company: 'birch' } }),
      'no list of experience',
    ],
    [
      'an experience that is no object',
      line({ id: 'q', experience: ['birch'] }),
      'no JSON object: "experience"',
    ],
    [
      'a date of no calendar',
      line({ id: 'q', experience: [{ company: { name: 'birch' }, start_date: '2019-13' }] }),
      'invalid start date: "2019-13"',
    ],
    [
      'a nested bomb',
      `{"id": "q", "experience": ${'['.repeat(300_000)}${']'.repeat(300_000)}}`,
      'no JSON object: "experience"',
    ],
    ['a line of megabytes', line({ id: 'x'.repeat(2_000_000) }), 'line of more than 1000000 characters'],
  ])('names file and line of %s', async (_, bad, message) => {
    const error = await refused(pdl, { 'bad.jsonl': `${nils}${bad.trimEnd()}\n${nils}` });
    expect(error.message).toContain(message);
    expect(error.message).toContain('(bad.jsonl:2)');
  });
});
