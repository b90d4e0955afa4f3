import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRegistries, parseRegistry } from '../../src/organisations/index.js';

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
        domains: ['zeta.example.org'],
        source: 'https://example.org/zeta',
        where: 'a.yaml:2',
      },
    ]);
  });

  it.each([
    [
      'an unknown key',
      row('zeta', 'Zeta', '    parents: [eta]\n'),
      'unknown key: "parents" (a.yaml:6); remove it',
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
    expect(() => read(rows)).toThrow(
      expect.objectContaining({ code: 'source', message: expect.stringContaining(message) }),
    );
  });

  it('stops at text that is no registry', () => {
    expect(() => parseRegistry('', 'a.yaml')).toThrow('invalid file: null (a.yaml:1)');
    expect(() => parseRegistry('- 1', 'a.yaml')).toThrow('a.yaml:1');
    expect(() => parseRegistry('['.repeat(100_000), 'a.yaml')).toThrow('broken YAML');
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
});
