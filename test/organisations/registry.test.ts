import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRegistries, parseRegister, parseRegistry } from '../../src/organisations/index.js';

const row = (id: string, title: string, more = '') =>
  `  - id: ${id}\n    title: ${title}\n    kind: company\n    source: https://example.org/${id}\n${more}`;
const read = (rows: string, file = 'a.yaml') => parseRegistry(`organisations:\n${rows}`, file);

describe('parseRegistry(text, file)', () => {
  it('reads a row with all its fields', () => {
    const more = [
      '    names: [{name: Old Zeta, lang: en, until: 2019}, {name: Zeta, since: 2019-05}]',
      '    aliases: [Zeta Labs]',
      '    domains: [zeta.example.org]',
      '',
    ].join('\n');
    expect(read(row('zeta', 'Zeta', more))).toEqual([
      {
        id: 'zeta',
        title: 'Zeta',
        kind: 'company',
        names: [
          { name: 'Old Zeta', lang: 'en', until: '2019' },
          { name: 'Zeta', since: '2019-05' },
        ],
        aliases: ['Zeta Labs'],
        acronyms: [],
        domains: ['zeta.example.org'],
        parents: [],
        events: [],
        officers: [],
        authority: 'user',
        source: 'https://example.org/zeta',
        where: 'a.yaml:2',
      },
    ]);
  });

  it.each([
    [
      'an unknown key',
      row('zeta', 'Zeta', '    parent: eta\n'),
      'unknown key: "parent" (a.yaml:6); remove it',
    ],
    [
      'an id that is no slug',
      row('Zeta Inc', 'Zeta'),
      'invalid id: "Zeta Inc" (a.yaml:2); write lower-case letters, digits and single hyphens',
    ],
    [
      'a kind that does not exist',
      row('zeta', 'Zeta').replace('company', 'firm'),
      'invalid kind: "firm" (a.yaml:4); expected one of',
    ],
    [
      'a missing source',
      '  - id: zeta\n    title: Zeta\n    kind: lab\n',
      'missing key: source (a.yaml:2); add it',
    ],
    [
      'a source that is no address',
      row('zeta', 'Zeta').replace('https:', 'ftp:'),
      'invalid source: "ftp://example.org/zeta" (a.yaml:5)',
    ],
    [
      'a title that YAML takes for a number',
      row('zeta', '42'),
      'invalid title: 42 (a.yaml:3); expected string',
    ],
    [
      'a day that does not exist',
      row('zeta', 'Zeta', '    names: [{name: Z, since: 2021-13}]\n'),
      'invalid since: "2021-13" (a.yaml:6); write YYYY',
    ],
    [
      'a name that ends before it begins',
      row('zeta', 'Zeta', '    names: [{name: Z, since: 2021, until: 2020}]\n'),
      'invalid until: 2020 (a.yaml:6); write a date after since',
    ],
    [
      'a domain with its scheme',
      row('zeta', 'Zeta', '    domains: ["https://zeta.org"]\n'),
      'invalid domains: "https://zeta.org" (a.yaml:6)',
    ],
    [
      'a key that stands twice',
      row('zeta', 'Zeta', '    title: Eta\n'),
      'broken YAML: map keys must be unique (a.yaml:6); correct the file',
    ],
    ['a tag', row('zeta', '!js Zeta'), 'broken YAML: unresolved tag: !js (a.yaml:3)'],
    [
      'an id that stands twice',
      row('zeta', 'Zeta') + row('zeta', 'Eta'),
      'id used twice: "zeta" (a.yaml:2 and a.yaml:6)',
    ],
    [
      'an id that a decision would read as a state',
      row('unknown', 'Unknown Worlds'),
      'invalid id: "unknown" (a.yaml:2); that word is a decision’s; choose another id',
    ],
    [
      'one name for two organisations',
      row('zeta', 'Zeta') + row('eta', 'Eta', '    aliases: ["ZETA, Inc."]\n'),
      'claimed by two organisations: "ZETA, Inc." (zeta at a.yaml:2, eta at a.yaml:6); leave it to one of them',
    ],
    [
      'one domain for two organisations',
      row('zeta', 'Zeta', '    domains: [zeta.org]\n') + row('eta', 'Eta', '    domains: [zeta.org]\n'),
      'claimed by two organisations: "zeta.org" (zeta at a.yaml:2, eta at a.yaml:7)',
    ],
  ])('stops at %s', (_, rows, message) => {
    expect(() => mergeRegistries(read(rows))).toThrow(
      expect.objectContaining({ code: 'source', message: expect.stringContaining(message) }),
    );
  });

  it('stops at text that is no registry', () => {
    expect(() => parseRegistry('', 'a.yaml')).toThrow('invalid file: null (a.yaml:1)');
    expect(() => parseRegistry('- 1', 'a.yaml')).toThrow('a.yaml:1');
    expect(() => parseRegistry('['.repeat(100_000), 'a.yaml')).toThrow('broken YAML');
  });

  it('stops at an anchor that holds itself, and cuts a long value', () => {
    expect(() => parseRegistry('organisations: &a\n  - *a\n', 'a.yaml')).toThrow(
      'invalid organisations: a value that holds itself (a.yaml:2)',
    );
    const long = row('zeta', 'Zeta').replace('company', 'c'.repeat(10_000));
    expect(() => read(long)).toThrow(/^invalid kind: "c{199}… \(a\.yaml:4\); .{1,200}$/);
  });

  it('stops at a spelling that is decided in two ways, not at one that is said twice', () => {
    const decided = (...ids: string[]) =>
      `decisions:\n${ids.map((id) => `  - {written: Zeta, organisation: ${id}}\n`).join('')}`;
    expect(() => parseRegister(decided('zeta', 'own'), 'a.yaml')).toThrow(
      'decided twice: "Zeta" (a.yaml:2 and a.yaml:3); keep one of the two',
    );
    expect(parseRegister(decided('own', 'own'), 'a.yaml').decisions).toHaveLength(2);
  });

  it('stops at aliases that multiply', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
    );
    expect(() => parseRegistry(['a0: &a0 [x]', ...levels].join('\n'), 'a.yaml')).toThrow(
      'broken YAML: excessive alias count',
    );
  });
});

describe('mergeRegistries(shipped, user)', () => {
  it('lets a later file replace a row by id', () => {
    const merged = mergeRegistries(read(row('zeta', 'Zeta') + row('eta', 'Eta')), [
      read(row('zeta', 'Zeta Two'), 'b.yaml'),
    ]);
    expect(merged.map(({ id, title, where }) => [id, title, where])).toEqual([
      ['eta', 'Eta', 'a.yaml:6'],
      ['zeta', 'Zeta Two', 'b.yaml:2'],
    ]);
  });

  it('names both files where two rows claim one name', () => {
    expect(() =>
      mergeRegistries(read(row('zeta', 'Zeta')), [read(row('eta', 'Zeta Inc'), 'b.yaml')]),
    ).toThrow('claimed by two organisations: "Zeta Inc" (zeta at a.yaml:2, eta at b.yaml:2)');
  });

  it('does not see the order of rows', () => {
    const rows = read(['alpha', 'beta', 'gamma', 'delta'].map((id) => row(id, id)).join(''));
    const shuffled = fc.shuffledSubarray([...rows], { minLength: rows.length });
    fc.assert(
      fc.property(shuffled, (some) => {
        expect(mergeRegistries(some)).toEqual(mergeRegistries(rows));
      }),
    );
  });

  const linked = (id: string, more: string) => row(id, id.toUpperCase(), `    ${more}\n`);
  const eta = row(
    'eta',
    'ETA',
    '    events: [{event: founded, on: 2010-05, source: "https://example.org/e"}]\n',
  );
  it.each([
    [
      'a parent that nobody registered',
      linked('zeta', 'parents: [{id: theta}]'),
      'unknown parent: "theta" (a.yaml:6); add it to the registry first',
    ],
    [
      'two parents in one month',
      linked('zeta', 'parents: [{id: eta, since: 2015, until: 2018-02}, {id: iota, since: 2018-01}]') +
        eta +
        row('iota', 'IOTA'),
      'overlapping parents: "eta, iota" (a.yaml:6 and a.yaml:6); end one before the other begins',
    ],
    [
      'a circle that only closes later',
      linked('zeta', 'parents: [{id: eta, since: 2015}]') +
        linked('eta', 'parents: [{id: iota, since: 2012, until: 2014}, {id: zeta, since: 2016}]') +
        row('iota', 'IOTA'),
      'parents run in a circle: "eta > zeta > eta" (a.yaml:11); remove one of the links',
    ],
    [
      'an organisation above itself',
      linked('zeta', 'parents: [{id: zeta}]'),
      'parents run in a circle: "zeta > zeta" (a.yaml:6)',
    ],
    [
      'a parent before it was founded',
      linked('zeta', 'parents: [{id: eta, since: 2010-04}]') + eta,
      'parent outside its dates: "eta" (a.yaml:6, founded in 2010-05 at a.yaml:11); mend one of the two dates',
    ],
    [
      'a parent that has closed',
      linked('zeta', 'parents: [{id: eta, since: 2015, until: 2019}]') +
        linked('eta', 'events: [{event: closed, on: 2018-03, source: "https://example.org/e"}]'),
      'parent outside its dates: "eta" (a.yaml:6, closed in 2018-03 at a.yaml:11)',
    ],
    [
      'an event with nobody',
      linked('zeta', 'events: [{event: acquired, by: theta, on: 2018, source: "https://example.org/e"}]'),
      'unknown organisation: "theta" (a.yaml:6); add it to the registry first',
    ],
    [
      'an event without a date',
      linked('zeta', 'events: [{event: closed, source: "https://example.org/e"}]'),
      'invalid event: "closed" (a.yaml:6); an event needs a date: add on (the day it took effect) or announced',
    ],
    [
      'an event without a source',
      linked('zeta', 'events: [{event: closed, on: 2018}]'),
      'missing key: source (a.yaml:6); add it',
    ],
    [
      'an event that took effect before it was announced',
      linked(
        'zeta',
        'events: [{event: closed, announced: 2018-03, on: 2018-02-27, source: "https://example.org/e"}]',
      ),
      'invalid on: "2018-02-27" (a.yaml:6); write a date that is not before announced',
    ],
    [
      'an event that does not exist',
      linked('zeta', 'events: [{event: bought, on: 2018, source: "https://example.org/e"}]'),
      'invalid event: "bought" (a.yaml:6); write one of the events of the registry',
    ],
  ])('stops at %s', (_, rows, message) => {
    expect(() => mergeRegistries(read(rows))).toThrow(
      expect.objectContaining({ code: 'source', message: expect.stringContaining(message) }),
    );
  });

  it('takes parents that follow each other in any order', () => {
    const rows =
      linked('zeta', 'parents: [{id: iota, since: 2018}, {id: eta, until: 2018}]') +
      eta +
      row('iota', 'IOTA');
    expect(mergeRegistries(read(rows)).map(({ id }) => id)).toEqual(['eta', 'iota', 'zeta']);
  });

  it('lets a user go before what ships, and that before the Research Organization Registry', () => {
    const titled = (title: string, authority: 'user' | 'shipped' | 'ror') =>
      parseRegistry(`organisations:\n${row('zeta', title)}`, `${authority}.yaml`, authority);
    const [shipped, ror, user] = [titled('Shipped', 'shipped'), titled('Ror', 'ror'), titled('Mine', 'user')];
    expect(mergeRegistries(shipped, [user, ror]).map(({ title }) => title)).toEqual(['Mine']);
    expect(mergeRegistries(shipped, [ror]).map(({ title }) => title)).toEqual(['Shipped']);
  });

  it('leaves a name that two organisations of the Research Organization Registry share', () => {
    const rows = parseRegistry(
      `organisations:\n${row('eta', 'Institute')}${row('zeta', 'Institute')}`,
      'r',
      'ror',
    );
    expect(mergeRegistries([], [rows])).toHaveLength(2);
  });
});

describe('parseRegister(text, file)', () => {
  it('reads decisions beside organisations', () => {
    const text =
      'decisions:\n  - {written: "Zeta (Berlin)", organisation: zeta}\n  - {written: ZZ, organisation: own}\n';
    expect(parseRegister(text, 'mine.yaml').decisions).toEqual([
      { written: 'Zeta (Berlin)', organisation: 'zeta', where: 'mine.yaml:2' },
      { written: 'ZZ', organisation: 'own', where: 'mine.yaml:3' },
    ]);
  });
});
