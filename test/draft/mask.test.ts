import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftOf, writeDraft } from '../../src/draft/index.js';
import { parseRegistry } from '../../src/organisations/index.js';

const registry = [
  ...parseRegistry(readFileSync(new URL('registry.yaml', import.meta.url), 'utf8'), 'registry.yaml'),
  ...parseRegistry(
    'organisations:\n  - {id: stroud, title: Stroud, kind: company, source: https://example.org/stroud}\n',
    'more.yaml',
  ),
];
const drafted = (text: string) => draftOf({ text }, registry, 'a.txt');
/** The sentences of a draft, once each. */
const shown = (text: string): string =>
  [...new Set(drafted(text).claims.map(({ draft }) => draft.sentence))].join(' ');

describe('names in a draft', () => {
  it.each([
    [
      'letters with marks',
      'among them Björn Östlund-Åkesson and Đorđe Kovač',
      'among them [person 1] and [person 2]',
    ],
    ['names of three words', 'one of them Đặng Thu Hà', 'one of them [person 1]'],
    [
      'other letters',
      'such as 林小雨, Игорь Вратко and Γιώργος Λάμπρου',
      'such as [person 1], [person 2] and [person 3]',
    ],
    ['capitals', 'among them ADA KRONEBERG', 'among them [person 1]'],
    ['initials', 'among them T. R. Vasqueline', 'among them [person 1]'],
    [
      'particles',
      "with Hendrik van Oosterloo, Ombeline d'Aubrecque and Omar bin Tarrif",
      'with [person 1], [person 2] and [person 3]',
    ],
    ['a prefix', "with O'Dwyre, McAllow and al-Hamdar", 'with [person 1], [person 2] and [person 3]'],
    ['a title', 'with Ms. Tembola and Prof. Ouryelle', 'with Ms. [person 1] and Prof. [person 2]'],
    [
      'small letters behind a verb of paying',
      'and it paid xu mei-fang $3 million',
      'and it paid [person 1] $3 million',
    ],
    ['a nickname', 'with "Kit" Marlowan', 'with [person 1]'],
    [
      'words that are names too',
      'with Will Thornely, April Wintersen and Chase Grantham',
      'with [person 1], [person 2] and [person 3]',
    ],
    ['an organisation as family name', 'with Joy Stroud and Mr Stroud', 'with [person 1] and Mr [person 1]'],
    ['a possessive', "with Tamsin Quillory's brother Bertil", "with [person 1]'s brother [person 2]"],
  ])('are masked: %s', (_, given, masked) => {
    expect(shown(`Lumenor hired 40 people from Corvell Labs, ${given}.`)).toBe(
      `Lumenor hired 40 people from Corvell Labs, ${masked}.`,
    );
  });

  it.each([
    ['dont Mme Zoé L’Hénorec et le Dr Ödön Sahlert', 'dont Mme [personne 1] et le Dr [personne 2]'],
    ['dont KERVELLAN Maëlys et Hugues de La Tournelle', 'dont [personne 1] et [personne 2]'],
    ['dont M. Tchoumine et la sœur d’Aymeline Vrac', 'dont M. [personne 1] et la sœur d’[personne 2]'],
  ])('are masked in French: %s', (given, masked) => {
    const plain = (text: string): string => text.replaceAll('’', "'");
    expect(shown(plain(`Lumenor a recruté 40 personnes chez Corvell Labs, ${given}.`))).toBe(
      plain(`Lumenor a recruté 40 personnes chez Corvell Labs, ${masked}.`),
    );
  });

  it('have the same number for the same person', () => {
    expect(
      shown(
        'Lumenor paid Tamsin Quillory $3 million a year. Quillory left Norvik with 12 engineers for Lumenor. Lumenor paid TAMSIN QUILLORY and T. Quillory a bonus of $5 million.',
      ),
    ).toBe(
      'Lumenor paid [person 1] $3 million a year. [person 1] left Norvik with 12 engineers for Lumenor. Lumenor paid [person 1] and [person 1] a bonus of $5 million.',
    );
  });

  it('stay where somebody makes a claim or holds an office', () => {
    const text =
      'Odile Marchand, chief executive of Norvik, said Lumenor hired 40 people from Norvik. Marchand told Ilse Varga and Bertil Sandquist that Lumenor hired 12 engineers from Corvell Labs.';
    expect(shown(text)).toContain('Odile Marchand');
    expect(shown(text)).toContain('Marchand told Ilse Varga and [person 1]');
  });

  it('of firms that nothing calls firms are masked, others stay', () => {
    expect(shown('Lumenor bought the start-up Pellorane for $30 million.')).toContain('start-up Pellorane');
    expect(shown('Ruvennic, founded in 2019, lost 30 engineers to Norvik.')).toContain('Ruvennic, founded');
    expect(shown('Norvik hired 30 engineers from Ruvennic.')).toBe(
      'Norvik hired 30 engineers from [person 1].',
    );
  });

  it.each([
    'In June Lumenor raised $3.5 billion in a Series E round, and Copilot had 800 million users.',
    'Norvik said on Tuesday in New York that the H100 and GPU budget of Lumenor was $4 billion.',
    'Engineers at Norvik earn $2 million a year. Meanwhile Americans at Lumenor earn $1 million a year.',
  ])('are not seen in what is none: %s', (text) => {
    expect(shown(text)).not.toContain('[');
  });

  it('are not seen in amounts of French papers', () => {
    expect(shown('Lumenor a racheté Norvik pour 8 Md$ en juin, à Paris.')).toContain(
      '8 Md$ en juin, à Paris',
    );
  });

  it('take addresses, accounts and telephone numbers with them', () => {
    expect(
      shown(
        'Lumenor hired 30 engineers: ask tamsin.q@example.org, @tamsin_q or +33 6 12 34 56 78 at Norvik.',
      ),
    ).toBe('Lumenor hired 30 engineers: ask [address], [account] or [phone] at Norvik.');
  });

  it('are masked in every form that is written', () => {
    const draft = drafted(
      'Tamsin Quillory met Norvik. Quillory lost 12 engineers. Quillory and Bertil Sandquist left Norvik for Lumenor with 15 engineers. Lumenor paid Quillory $3 million.',
    );
    for (const written of [writeDraft(draft, 'a.txt', 'en'), JSON.stringify(draft)])
      expect(written).not.toMatch(/Quillory|Tamsin|Sandquist|Bertil/);
  });
});
