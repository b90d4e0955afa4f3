import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleaning, cleanName, legalForms } from '../../src/organisations/index.js';

const spelled: readonly (readonly [why: string, written: string, key: string])[] = [
  ['English forms', 'Red Hat, Inc.', 'red hat'],
  ['forms in a row', 'Huawei Technologies Co., Ltd', 'huawei technologies'],
  ['a form in brackets', 'Wonga Online (Pty) Ltd', 'wonga online'],
  ['a partnership', 'Goldman Sachs & Co. LLC', 'goldman sachs'],
  ['dotted forms', 'Bloomberg L.P.', 'bloomberg'],
  ['German forms', 'Testo SE & Co. KGaA', 'testo'],
  [
    'a German association',
    'Open Knowledge Foundation Deutschland e.V.',
    'open knowledge foundation deutschland',
  ],
  ['French forms', 'OVH S.A.S.', 'ovh'],
  ['a Swiss form', 'Kiwi s.à r.l.', 'kiwi'],
  ['a Spanish form', 'Idealista S.A.U', 'idealista'],
  ['a Mexican form', 'Softtek S.A. de C.V.', 'softtek'],
  ['a Brazilian form', 'Banco do Brasil S/A.', 'banco do brasil'],
  ['an Italian form', 'Leonardo S.p.A.', 'leonardo'],
  ['a Dutch form', 'Booking.com B.V.', 'booking com'],
  ['a Swedish form', 'Telefonaktiebolaget LM Ericsson AB (publ)', 'telefonaktiebolaget lm ericsson'],
  ['a Danish form', 'Danske Spil A/S', 'danske spil'],
  ['a Finnish form', 'Nokia Oyj', 'nokia'],
  ['a Polish form', 'CodiLime Sp. z o.o.', 'codilime'],
  ['a Czech form', 'Seznam.cz, spol. s r.o.', 'seznam cz'],
  ['a Croatian form', 'Infobip d.o.o.', 'infobip'],
  ['a Hungarian form', 'Prezi Kft.', 'prezi'],
  ['a Bulgarian form', 'Sirma EOOD', 'sirma'],
  ['an Estonian form', 'Bolt Technology OÜ', 'bolt technology'],
  ['a Lithuanian form', 'UAB „8devices“', '8devices'],
  ['a Turkish form', 'Trendyol A.Ş.', 'trendyol'],
  ['two Turkish forms', 'Peak Yazılım Ltd. Şti.', 'peak yazilim'],
  ['a Russian form with quotes', 'ООО «Яндекс»', 'яндекс'],
  ['a Ukrainian form', 'ТОВ Стилла', 'стилла'],
  ['an Indonesian form', 'PT. Telkom Indonesia (Persero) Tbk', 'telkom indonesia persero'],
  ['an Indian form', 'Flipkart Internet Pvt. Ltd.', 'flipkart internet'],
  ['a Malaysian form', 'iMocha Sdn. Bhd.', 'imocha'],
  ['a Chinese form', '滴滴出行科技有限公司', '滴滴出行科技'],
  ['a Chinese form with a place', '科大讯飞股份有限公司', '科大讯飞'],
  ['a Japanese form before', '株式会社メルカリ', 'メルカリ'],
  ['a Japanese form behind', 'freee 株式会社', 'freee'],
  ['a Japanese form in one character', '㈱ナガセ', 'ナガセ'],
  ['half a bracket', '株）はてな', 'はてな'],
  ['a Korean form', '(주)우아한형제들', '우아한형제들'],
  ['full width', 'ＳＡＰ　ＳＥ', 'sap'],
  ['a kind of contract behind', '爱奇艺 · Internship', '爱奇艺'],
  ['a dot left behind', 'Google ·', 'google'],
  ['a date left behind', 'PLUMgrid Inc. 2014-10-01', 'plumgrid'],
  ['a remark on history', 'D2iQ Inc. (f/k/a Mesosphere)', 'd2iq'],
  ['HTML remains', 'AT&amp;T Services,&nbsp;Inc. <br>', 'at and t services'],
  ['HTML remains twice', 'Johnson &amp;amp; Johnson', 'johnson and johnson'],
  ['characters of no width', 'Lands\u2019\u200b End', 'lands end'],
  ['an at sign', '@iLabAfrica', 'ilabafrica'],
  ['accents of Latin letters', 'Société Générale SA', 'societe generale'],
  ['letters that no accent makes', 'Ørsted A/S', 'orsted'],
  ['initials', 'J.P. Morgan', 'jp morgan'],
  ['an apostrophe', "Lowe's Companies", 'lowes companies'],
  ['signs that are part of a name', 'C++ Alliance, Inc', 'c++ alliance'],
  ['an article', 'The Home Depot, Inc.', 'home depot'],
];

const apart: readonly (readonly [why: string, one: string, other: string])[] = [
  ['word boundaries', 'RedHat', 'Red Hat'],
  ['a group and its parts', 'Alibaba Group', 'Alibaba'],
  ['an address that ends like a form', 'Compass.co', 'Compass'],
  ['an article before one word', 'The Telegraph', 'Telegraph'],
  ['marks of other scripts', 'バイト', 'ハイト'],
  ['Cyrillic й and и', 'Край', 'Краи'],
  ['a plus sign', 'Canal+', 'Canal'],
  ['a company of a company', 'Nordcloud an IBM Company', 'IBM'],
];

describe('cleanName(written)', () => {
  it.each(spelled)('sees through %s: %s', (_, written, key) => {
    expect(cleanName(written)).toBe(key);
  });

  it.each(apart)('keeps apart by %s: %s, %s', (_, one, other) => {
    expect(cleanName(one)).not.toBe(cleanName(other));
  });

  it.each([
    ['Inc.', 'inc'],
    ['GmbH & Co. KG', 'gmbh'],
    ['株式会社', '株式会社'],
    ['///', '///'],
    [' · ', '·'],
    ['The Co', 'the'],
  ])('leaves the less cleaned text where nothing else is left: %s', (written, key) => {
    expect(cleanName(written)).toBe(key);
  });

  it('gives blank text an empty key', () => {
    expect(['', ' ', '\t\n', '\u3000'].map(cleanName)).toEqual(['', '', '', '']);
  });

  it('has named steps', () => {
    expect(cleaning.map(({ name }) => name)).toEqual([
      ...['characters', 'case', 'entities', 'noise', 'accents', 'punctuation', 'legal forms', 'article'],
    ]);
  });
});

describe('laws of cleanName', () => {
  const forms = legalForms.flatMap((each) => [
    ...(each.after ?? []),
    ...(each.before ?? []),
    ...(each.joined ?? []),
  ]);
  const traps = [
    '&amp;',
    '&#65;',
    '&amp;amp;',
    "'",
    '.',
    '/',
    '·',
    'Internship',
    'The',
    '(f/k/a',
    '2014-01-01',
    '<b>',
    '\u0301',
    'İ',
    'ß',
  ];
  const pieces = fc.oneof(fc.constantFrom(...forms, ...traps), fc.string({ unit: 'grapheme', maxLength: 3 }));
  const built = fc
    .tuple(fc.array(pieces, { maxLength: 8 }), fc.constantFrom('', ' '))
    .map(([all, by]) => all.join(by));
  const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
  const written = fc.oneof(built, units, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  const runs = { numRuns: 3000 };

  it('gives the key of a key as itself', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(cleanName(cleanName(text))).toBe(cleanName(text));
      }),
      runs,
    );
  });

  it('gives no empty key but for blank text', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(cleanName(text) === '').toBe(text.trim() === '');
      }),
      runs,
    );
  });

  it('does not see the case of ASCII letters', () => {
    const upper = (text: string) => text.replace(/[a-z]/g, (one) => one.toUpperCase());
    fc.assert(
      fc.property(written, (text) => {
        expect(cleanName(upper(text))).toBe(cleanName(text));
      }),
      runs,
    );
  });

  it('drops every legal form behind or before a name', () => {
    for (const { after = [], before = [], joined = [] } of legalForms) {
      for (const form of after) expect(cleanName(`Zeta ${form}`)).toBe('zeta');
      for (const form of before) expect(cleanName(`${form} Zeta`)).toBe('zeta');
      for (const form of joined)
        expect([cleanName(`Zeta${form}`), cleanName(`${form}Zeta`)]).toEqual(['zeta', 'zeta']);
    }
  });
});
