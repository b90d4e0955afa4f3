import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pseudonymOf } from '../../src/sources/index.js';
import { stackalytics } from '../../src/sources/stackalytics.js';
import { dates, key, loading, refused } from './loading.js';

/** Invented people in the form of the published file. */
const text = `{
    "companies": [
        {"company_name": "Acorn Works", "domains": ["acorn.example"], "aliases": ["users", "Acorn {Inc]"]}
    ],
    "releases": {"users": [{"user_name": "nobody"}]},
    "users": [
        {
            "user_name": "maudlin", "emails": ["maud@acorn.example"], "github_id": "maud-l", "launchpad_id": "maudlin",
            "companies": [
                {"company_name": "Acorn Works", "end_date": "2013-Sep-09"},
                {"company_name": "Birch, \\"Labs\\" ]", "end_date": "2015-Jan-31"},
                {"company_name": "*independent", "end_date": null}
            ]
        },
        {"user_name": "nils", "emails": [], "launchpad_id": "nils-o", "companies": [
            {"company_name": "Birch", "end_date": null}, {"company_name": "Cedar", "end_date": "2014-May-15"}]},
        {"user_name": "ida", "emails": ["Ida@Fir.example"], "companies": [{"company_name": "Cedar", "end_date": null}]},
        {"user_name": "olof", "companies": [{"company_name": "Cedar", "end_date": null}]}
    ]
}
`;
const users = (...some: readonly unknown[]): string =>
  `{"users": [\n${some.map((u) => JSON.stringify(u)).join(',\n')}]}`;
const ida = { user_name: 'ida', companies: [{ company_name: 'Cedar', end_date: null }] };

describe('stackalytics', () => {
  it('starts a spell where the one before it ended, in the order of the ends', async () => {
    const { spells, status } = await loading(stackalytics, { 'a.json': text });
    expect(spells.map((s) => [s.employer, dates(s), s.line])).toEqual([
      ['Acorn Works', 'unknown to 2013-09-09 day', 7],
      ['Birch, "Labs" ]', '2013-09-09 day to 2015-01-31 day', 7],
      ['independent', '2015-01-31 day to open', 7],
      ['Cedar', 'unknown to 2014-05-15 day', 15],
      ['Birch', '2014-05-15 day to open', 15],
      ['Cedar', 'unknown to open', 17],
      ['Cedar', 'unknown to open', 18],
    ]);
    expect(status.sources[0]?.oddities).toEqual({ star_name: 1, unsorted: 1 });
  });

  it('knows people by GitHub login, else Launchpad id, else e-mail, else by name in the file', async () => {
    const { people } = await loading(stackalytics, { 'a.json': text });
    const ids = ['github:maud-l', 'launchpad:nils-o', 'email:ida@fir.example', 'user:olof'];
    expect(people).toEqual(ids.map((id) => pseudonymOf(key, id, 'file:a.json')));
  });

  it('is the same in one line, with gzip and with a byte-order mark', async () => {
    const plain = await loading(stackalytics, { 'a.json': text });
    const inLine = JSON.stringify(JSON.parse(text));
    for (const content of [inLine, gzipSync(text), `\ufeff${text}`]) {
      const { spells } = await loading(stackalytics, { 'a.json': content });
      const facts = (some: typeof spells) => some.map((s) => [s.pseudonym, s.employer, dates(s)]);
      expect(facts(spells).sort()).toEqual(facts(plain.spells).sort());
    }
  });

  it('streams more than fits a line of other formats', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ ...ida, user_name: `p${i}` }));
    const content = JSON.stringify({ users: many });
    expect(content.length).toBeGreaterThan(1_000_000);
    const { people } = await loading(stackalytics, { 'a.json': content });
    expect(people).toHaveLength(20_000);
  });

  it.each([
    ['a file that is cut off', users(ida, ida).slice(0, -30), 'broken JSON: it is cut off', 3],
    ['an empty file', '', 'broken JSON: nothing in it', 1],
    ['a list', '\n[1, 2]', 'broken JSON: no single object', 2],
    ['two objects', '{"users": []}\n{"users": []}', 'broken JSON: no single object', 2],
    ['brackets that do not match', '{"users": [\n}', 'broken JSON: a } that nothing opened', 2],
    ['a nested bomb', `{"users":\n${'['.repeat(100_000)}`, 'broken JSON: nested deeper than 100 levels', 2],
    [
      'a user of megabytes',
      users({ ...ida, user_name: 'x'.repeat(3_000_000) }),
      'an element of users of more than',
      2,
    ],
    ['a user that is no object', users(ida, 7), 'no JSON object: "user 2"', 3],
    ['a user that is no JSON', '{"users": [\n{"user_name": maud}]}', 'no JSON object: "user 1"', 2],
    ['a comma too many', '{"users": [\n{"user_name": "maud"},\n]}', 'no JSON object: "user 2"', 3],
    [
      'companies that are no list',
      users({ ...ida, companies: 'Cedar' }),
      'no list of companies: "user 1"',
      2,
    ],
    ['nobody', users({ companies: ida.companies }), 'empty person', 2],
    ['no employer', users({ ...ida, companies: [{ end_date: null }] }), 'empty employer', 2],
    [
      'a month of no calendar',
      users({ ...ida, companies: [{ company_name: 'Cedar', end_date: '2014-Foo-15' }] }),
      'invalid end date: "2014-Foo-15"',
      2,
    ],
    [
      'a date that is none',
      users({ ...ida, companies: [{ company_name: 'Cedar', end_date: [2014] }] }),
      'invalid end date: "object"',
      2,
    ],
  ])('names file and line of %s', async (_, content, message, line) => {
    const error = await refused(stackalytics, { 'bad.json': content });
    expect(error.message).toContain(message);
    expect(error.message).toContain(`(bad.json:${line})`);
  });

  it('says that a file has no such list', async () => {
    const error = await refused(stackalytics, { 'bad.json': '{"people": [], "users": {"a": []}}' });
    expect(error.message).toContain('missing list: users (bad.json)');
  });
});
