import { describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../src/sources/index.js';
import { jsonresume } from '../../src/sources/jsonresume.js';
import { dates, key, loading, refused } from './loading.js';

/** An invented person's resume. */
const text = `{
  "basics": {"name": "Maud Larch", "email": "maud@acorn.example"},
  "work": [
    {"name": "Acorn Works", "position": "Baker", "startDate": "2019-09-15", "highlights": ["bread", "work"]},
    {"company": "Birch", "position": "Miller", "startDate": "2017", "endDate": "2019-08", "summary": "{[\\"\\\\"}
  ],
  "education": [{"institution": "Cedar University", "startDate": "2012"}]
}
`;
const work = (...positions: readonly unknown[]): string => JSON.stringify({ work: positions }, null, 1);

describe('jsonresume', () => {
  it('reads the work of one person', async () => {
    const { spells, people, status } = await loading(
      jsonresume,
      { 'a.json': text },
      { person: 'email:Maud@acorn.example' },
    );
    expect(spells.map((s) => [s.employer, s.title, dates(s), s.line])).toEqual([
      ['Acorn Works', 'Baker', '2019-09-15 day to open', 4],
      ['Birch', 'Miller', '2017-01-01 year to 2019-08-01 month', 5],
    ]);
    expect(people).toEqual([pseudonymOf(key, 'email:maud@acorn.example', 'anything')]);
    expect(status.sources[0]?.oddities).toEqual({ company_key: 1 });
  });

  it('is loaded again when it is said to be another person’s', async () => {
    const first = await loading(jsonresume, { 'a.json': text }, { person: 'maud' });
    const second = await loading(jsonresume, { 'a.json': text }, { person: 'ida' });
    expect(first.people).not.toEqual(second.people);
  });

  it('takes a resume without positions for one', async () => {
    const { spells } = await loading(jsonresume, { 'a.json': '{"work": [ ]}' });
    expect(spells).toEqual([]);
  });

  it.each([
    ['a file that is cut off', text.slice(0, 200), 'broken JSON: it is cut off', 5],
    ['a position that is no object', work('Acorn'), 'no JSON object: "position 1"', 3],
    ['a position without employer', work({ position: 'Baker' }), 'empty employer', 3],
    ['an employer that is no text', work({ name: { legal: 'Acorn' } }), 'empty employer', 3],
    [
      'a date in words',
      work({ name: 'Acorn', startDate: 'last year' }),
      'invalid start date: "last year"',
      3,
    ],
    ['a date that is no text', work({ name: 'Acorn', endDate: true }), 'invalid end date: "boolean"', 3],
  ])('names file and line of %s', async (_, content, message, line) => {
    const error = await refused(jsonresume, { 'bad.json': content });
    expect(error.message).toContain(message);
    expect(error.message).toContain(`(bad.json:${line})`);
  });

  it('says that a file is no resume', async () => {
    const error = await refused(jsonresume, { 'bad.json': '{"users": []}' });
    expect(error.message).toContain('missing list: work (bad.json)');
  });
});
