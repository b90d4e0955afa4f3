import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, finder, ownId, ownIdOf, parseRegistry, resolver } from '../../src/organisations/index.js';

const registry = parseRegistry(
  `organisations:
  - {id: anthropic, title: Anthropic, kind: company, domains: [anthropic.com], source: "https://example.org"}
  - {id: alibaba, title: Alibaba, kind: company, aliases: [阿里巴巴], domains: [alibaba.com], source: "https://example.org"}
  - {id: red-hat, title: Red Hat, kind: company, aliases: [RedHat], source: "https://example.org"}
  - {id: meta, title: Meta, kind: company, names: [{name: Facebook, until: 2021-10}], source: "https://example.org"}
  - {id: the-independent, title: The Independent, kind: company, source: "https://example.org"}
`,
  'test.yaml',
);
const resolve = resolver(registry);

describe('resolver(registry)', () => {
  it.each([
    ['Red Hat', 'red-hat', 'exact'],
    ['Facebook', 'meta', 'exact'],
    ['RED HAT, INC.', 'red-hat', 'cleaned'],
    ['redhat', 'red-hat', 'alias'],
    ['阿里巴巴', 'alibaba', 'alias'],
    ['Alibaba.com', 'alibaba', 'domain'],
    ['https://www.alibaba.com/about', 'alibaba', 'domain'],
    ['@anthropic.com', 'anthropic', 'domain'],
    ['The Independent', 'the-independent', 'exact'],
    ['Alibaba Cloud', '~alibaba-cloud', 'own'],
    ['京东 Ltd', '~京东', 'own'],
    ['C++ Alliance', '~c%2B%2B-alliance', 'own'],
  ])('reads %s as %s by %s', (written, organisation, how) => {
    expect(resolve(written)).toMatchObject({ organisation, how, state: null });
  });

  it('gives a state no organisation', () => {
    expect(resolve('Independent')).toEqual({
      organisation: null,
      how: 'state',
      title: null,
      state: 'self-employed',
      score: 1,
    });
    expect(resolve('n/a')).toMatchObject({ organisation: null, how: 'state', title: null, state: 'unknown' });
  });

  it('gives the title of the registry', () => {
    expect(resolve('facebook inc').title).toBe('Meta');
  });

  it('does not see the order of rows', () => {
    const names = ['Red Hat', 'redhat', 'Alibaba.com', 'Facebook Inc', 'Zeta'];
    const shuffled = fc.shuffledSubarray([...registry], { minLength: registry.length });
    fc.assert(
      fc.property(shuffled, (rows) => {
        expect(names.map(resolver(rows))).toEqual(names.map(resolve));
      }),
    );
  });
});

describe('ownId(key)', () => {
  it('gives two different keys two ids', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', ' ', '-', '%', '+', '%2D', '/', '~'),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    );
    const key = fc.array(piece, { maxLength: 5 }).map((pieces) => cleanName(pieces.join('')));
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(ownId(one) === ownId(other)).toBe(one === other);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('ownIdOf(name)', () => {
  const resolve = resolver(registry);

  it('is the id of an employer that the registry does not know, whatever the spelling', () => {
    for (const name of ['Acme', 'ACME Inc.', ' the acme group ']) {
      const { organisation, how } = resolve(name.trim());
      expect({ name, id: ownIdOf(name), how }).toEqual({ name, id: organisation, how: 'own' });
    }
  });

  it('is nothing for a state and for what may be an address', () => {
    expect(['Freelance', 'unknown', 'www.acme.com'].map(ownIdOf)).toEqual([null, null, null]);
  });
});

describe('finder(registry, others)', () => {
  const others = [{ organisation: '~zeta-labs', title: 'Zeta Labs GmbH' }];
  const find = finder(registry, others);

  it.each([
    ['anthropic', 'anthropic'],
    [' Anthropic ', 'anthropic'],
    ['red-hat', 'red-hat'],
    ['Red Hat Inc', 'red-hat'],
    ['facebook', 'meta'],
    ['alibaba.com', 'alibaba'],
    ['~zeta-labs', '~zeta-labs'],
    ['zeta labs', '~zeta-labs'],
  ])('finds %s as %s', (query, id) => {
    expect(find(query)).toBe(id);
  });

  it.each([
    ['Antropic', 'unknown organisation: "Antropic"; did you mean Anthropic?'],
    ['Anthorpic', 'unknown organisation: "Anthorpic"; did you mean Anthropic?'],
    ['zeta lab', 'unknown organisation: "zeta lab"; did you mean Zeta Labs GmbH?'],
    ['Quux', 'unknown organisation: "Quux"; see mercato resolve for the names in the data'],
    ['Freelance', 'no organisation: "Freelance" is the state self-employed; name an employer'],
  ])('refuses %s', (query, message) => {
    expect(() => find(query)).toThrow(expect.objectContaining({ code: 'parameter', message }));
  });
});
