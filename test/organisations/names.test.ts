import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Organisation, parseRegister, resolveNames } from '../../src/organisations/index.js';

const { organisations: registry } = parseRegister(
  `organisations:
  - {id: red-hat, title: Red Hat, kind: company, aliases: [RedHat], domains: [redhat.com], source: "https://example.org"}
  - {id: meta, title: Meta, kind: company, names: [{name: Facebook, until: "2021-10"}], source: "https://example.org"}
  - {id: hitachi-vantara, title: Hitachi Vantara, kind: company, source: "https://example.org"}
  - {id: rook, title: Rook, kind: company, names: [{name: Rookery Consulting, until: "2001"}], source: "https://example.org"}
  - {id: elastic, title: Elastic, kind: company, source: "https://example.org"}
  - {id: ibm, title: IBM, kind: company, acronyms: [IBM], aliases: [International Business Machines], source: "https://example.org"}
  - {id: jingdong, title: JingDong, kind: company, source: "https://example.org"}
  - {id: veritone-north, title: Veritone, kind: company, source: "https://example.org"}
  - {id: veritone-south, title: Veritone Works, kind: company, source: "https://example.org"}
`,
  'test.yaml',
);

const batch = (names: readonly string[], rows: readonly Organisation[] = registry) =>
  resolveNames(
    names.map((written) => ({ written, weight: 1 })),
    rows,
  );

/** Names that are one, why, and how the second is joined to the first. */
const together: readonly (readonly [string, string, string, string])[] = [
  ['a legal form', 'Tradelo', 'Tradelo Inc.', 'own'],
  ['a kind of contract behind it', 'Corvida', 'Corvida · Internship', 'own'],
  ['a former name in brackets', 'Corvida Inc', 'Corvida Inc. (f/k/a Rookery)', 'own'],
  ['the remains of HTML', 'Brandt & Fils', 'Brandt &amp; <b>Fils</b>', 'own'],
  ['spaces', 'Solum Brightworks', 'solumbrightworks', 'transliteration'],
  ['and, and &', '1&2', '1und2', 'transliteration'],
  ['an umlaut spelt out', 'Brückner Werke', 'Brueckner Werke', 'transliteration'],
  ['another script', 'Корвида', 'Korvida', 'transliteration'],
  ['signs that Latin letters write', '小红书', 'Xiaohongshu', 'transliteration'],
  ['a short form in brackets', 'Bureau of Northern Rivers', 'Bureau of Northern Rivers (BNR)', 'cleaned'],
  ['first letters', 'Bureau of Northern River Dams', 'BNRD', 'acronym'],
  ['first letters, an article among them', 'École des Travaux, de l’Eau et de l’Air', 'ETEA', 'acronym'],
  ['the end of an address', 'Korvidia', 'korvidia.io', 'domain'],
  ['a whole address', 'Korvidia', 'https://www.korvidia.com/jobs', 'domain'],
  ['a place behind it', 'Korvidia', 'Korvidia Belgium', 'similarity'],
  ['a business word behind it', 'Korvidia', 'Korvidia Technologies GmbH', 'similarity'],
  ['a part behind it, where it is the only one', 'Korvidia', 'Korvidia Labs', 'similarity'],
  ['what it is to another', 'Korvidia', 'Korvidia | part of Zeta', 'cleaned'],
  ['a trade at it', 'Korvidia', 'Data Scientist, Korvidia', 'cleaned'],
  ['a team at it', 'Korvidia', 'rookery @korvidia', 'cleaned'],
  ['a letter left out of a long name', 'Northern Meteorology', 'Northern Metorology', 'similarity'],
];

/** Names that are two, and why. */
const apart: readonly (readonly [string, string, string])[] = [
  ['part of a word', 'Vanta', 'Hitachi Vantara'],
  ['a common word in front', 'Elastic', 'Elastic Path'],
  ['a short slip', 'Yodle', 'Yodlee'],
  ['another number', 'Sector 12 Broadcasting', 'Sector 13 Broadcasting'],
  ['a place that the name is about', 'Banco de Portugal', 'Banco do Brasil'],
  ['a place that tells schools apart', 'University of Dublin', 'University of Denver'],
  ['only common words in common', 'Blue Software', 'Blue Systems'],
  ['a word and a longer one', 'Stratos', 'Stratoscale'],
  ['no first letters of two words', 'BN', 'Bureau North'],
  ['first letters in lower case', 'bnrd', 'Bureau of Northern River Dams'],
  ['a city', 'Toulouse', 'Korvidia - Toulouse'],
  ['an address and a slip', 'korvidiam.ai', 'Korvidian AI'],
  ['a former name less its ending', 'Rookery', 'Rookery Consulting'],
];

describe('resolveNames(names, registry)', () => {
  it.each(together)('joins %s: %s and %s, by %s', (_, one, other, how) => {
    const [first, second] = batch([one, other, other, one].slice(0, 2));
    expect(second?.organisation).toBe(first?.organisation);
    expect([first?.how, second?.how]).toContain(how);
  });

  it.each(apart)('keeps apart %s: %s and %s', (_, one, other) => {
    const [first, second] = batch([one, other]);
    expect(first?.organisation).not.toBe(second?.organisation);
  });

  it('joins no part where there are two of them', () => {
    const found = batch(['Korvidia', 'Korvidia Bank', 'Korvidia Labs']);
    expect(new Set(found.map((r) => r.organisation)).size).toBe(3);
  });

  it('takes no first letters that two long names share', () => {
    const [short] = batch(['BNRD', 'Bureau of Northern River Dams', 'British Nuclear Research Department']);
    expect(short).toMatchObject({ organisation: '~bnrd', how: 'own' });
  });

  it('names a cluster as most write it', () => {
    const names = [
      { written: 'Korvidia Technologies', weight: 7 },
      { written: 'Korvidia', weight: 2 },
      { written: 'KORVIDIA', weight: 1 },
    ];
    for (const r of resolveNames(names, registry)) {
      expect(r).toMatchObject({ organisation: '~korvidia-technologies', title: 'Korvidia Technologies' });
    }
  });

  it.each([
    ['Red Hat', 'red-hat', 'exact', 1],
    ['RED HAT, INC.', 'red-hat', 'cleaned', 1],
    ['redhat', 'red-hat', 'alias', 1],
    ['redhat.com', 'red-hat', 'domain', 1],
    ['京东', 'jingdong', 'transliteration', 1],
    ['Red Hat India Pvt. Ltd.', 'red-hat', 'similarity', 0.95],
    ['International Business Machines Germany', 'ibm', 'similarity', 0.95],
    ['Facebook Labs', '~facebook-labs', 'own', 1],
    ['Freelance', null, 'state', 1],
  ])('holds %s against the registry: %s by %s', (written, organisation, how, score) => {
    expect(batch([written])[0]).toMatchObject({ organisation, how, score });
  });

  it('never joins two organisations of the registry', () => {
    const found = batch(['Veritone', 'Veritone Works', 'Veritone Inc', 'Veritone Works GmbH']);
    expect(found.map((r) => r.organisation)).toEqual([
      'veritone-north',
      'veritone-south',
      'veritone-north',
      'veritone-south',
    ]);
  });

  it('leaves open what two organisations of one authority claim', () => {
    const row = registry[0] as Organisation;
    const twins = ['a', 'b'].map((id): Organisation => ({ ...row, id, authority: 'ror', aliases: ['BNR'] }));
    expect(batch(['BNR', 'Red Hat'], twins)).toEqual([
      { organisation: null, how: 'ambiguous', title: null, state: null, score: 0 },
      { organisation: null, how: 'ambiguous', title: null, state: null, score: 0 },
    ]);
    expect(batch(['Red Hat'], [...registry, ...twins])[0]).toMatchObject({ organisation: 'red-hat' });
  });

  it('takes short acronyms of a large registry for chance', () => {
    const row = registry[0] as Organisation;
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i): Organisation => {
        const letters = [i / 676, i / 26, i].map((n) => String.fromCharCode(65 + (Math.floor(n) % 26)));
        const acronyms = [letters.join(''), `${letters.join('')}XY`];
        return {
          ...row,
          id: `r${i}`,
          title: `Rookery ${i}`,
          acronyms,
          aliases: [],
          domains: [],
          authority: 'ror',
        };
      });
    expect(batch(['AAB'], rows(10))[0]).toMatchObject({ organisation: 'r1', how: 'acronym', score: 0.86 });
    expect(batch(['AAB'], rows(900))[0]).toMatchObject({ organisation: '~aab', how: 'own' });
    expect(batch(['AABXY'], rows(900))[0]).toMatchObject({ organisation: 'r1', how: 'acronym' });
  });

  it('does first what a user decided', () => {
    const decisions = [
      { written: 'Red Hat', organisation: 'meta', where: '' },
      { written: 'Korvidia Labs', organisation: 'own', where: '' },
      { written: 'Acme (Berlin)', organisation: 'self-employed', where: '' },
    ];
    const names = ['Red Hat', 'Korvidia Labs', 'Korvidia', 'Acme (Berlin)'];
    const found = resolveNames(
      names.map((written) => ({ written, weight: 1 })),
      registry,
      decisions,
    );
    expect(found.map((r) => [r.organisation ?? r.state, r.how])).toEqual([
      ['meta', 'decided'],
      ['~korvidia-labs', 'decided'],
      ['~korvidia', 'own'],
      ['self-employed', 'decided'],
    ]);
  });

  const all = [...together.flatMap(([, one, other]) => [one, other]), ...apart.flatMap(([, a, b]) => [a, b])];
  const names = [...new Set([...all, 'Red Hat', 'Facebook', 'Freelance', ''])];

  it('does not see the order of names', () => {
    const usual = new Map(batch(names).map((r, i) => [names[i], r]));
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(batch(shuffled)).toEqual(shuffled.map((name) => usual.get(name)));
      }),
      { numRuns: 20 },
    );
  });

  it('changes nothing by a name that shares nothing with another', () => {
    expect(batch([...names, 'Zwxyq Qqrst']).slice(0, -1)).toEqual(batch(names));
  });

  it('answers for a title as for the names under it', () => {
    const found = batch(names);
    const titles = found.flatMap((r) => (r.title === null || !names.includes(r.title) ? [] : [r]));
    for (const r of titles) {
      expect(found[names.indexOf(r.title ?? '')]?.organisation).toBe(r.organisation);
    }
  });

  it('gives every text one answer, however hostile', () => {
    const hostile = [
      '',
      ' ',
      '\0\u0007',
      'x'.repeat(1_000_000),
      'a '.repeat(200_000),
      `(${'('.repeat(50_000)}`,
      '- '.repeat(50_000),
      '\u202e\u2066rtl',
      'שלום עולם (שלום)',
      '__proto__',
      'constructor',
      '=1+1',
      '\ud800',
    ];
    const found = batch(hostile);
    expect(found).toHaveLength(hostile.length);
    for (const r of found) expect((r.organisation ?? r.state ?? '') !== '').toBe(true);
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 8 }), (texts) => {
        expect(batch(texts)).toHaveLength(texts.length);
      }),
    );
  });
});
