import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../src/draft/index.js';

const said = (text: string, lang: 'en' | 'fr'): string =>
  quantitiesIn(text, lang)
    .map(({ figure, bound }) =>
      `${bound} ${figure.printed} ${figure.scale ?? ''} ${figure.unit}`.replace(/ +/g, ' '),
    )
    .join('; ');

describe('amounts', () => {
  it.each([
    ['en', '$3.2 bln or 4mln pounds', 'equals 3.2 billion USD; equals 4 million GBP'],
    ['en', '$1.5 mio, £7b', 'equals 1.5 million USD; equals 7 billion GBP'],
    ['en', 'half a billion dollars', 'equals 0.5 billion USD'],
    ['en', 'a quarter of a billion euros', 'equals 0.25 billion EUR'],
    ['en', 'a third of a million pounds', 'about 0.33 million GBP'],
    ['en', 'one and a half million dollars', 'equals 1.5 million USD'],
    ['en', 'two billion and a half euros', 'equals 2.5 billion EUR'],
    ['en', 'a few hundred million dollars', 'at_least 100 million USD'],
    [
      'fr',
      '2,5 Md€, 3 Mds$ et 4 Mrd €',
      'equals 2.5 billion EUR; equals 3 billion USD; equals 4 billion EUR',
    ],
    ['fr', "3 mln d'euros", 'equals 3 million EUR'],
    ['fr', '80 k€ ou 300 KEUR', 'equals 80 thousand EUR; equals 300 thousand EUR'],
    ['fr', 'un demi-milliard de dollars', 'equals 0.5 billion USD'],
    ['fr', "une trentaine de millions d'euros", 'about 30 million EUR'],
    ['fr', "deux millions et demi d'euros", 'equals 2.5 million EUR'],
    ['fr', 'un quart de milliard de dollars', 'equals 0.25 billion USD'],
  ] as const)('keep their scale, %s: %s', (lang, text, figures) => {
    expect(said(text, lang)).toBe(figures);
  });

  it.each([
    ['en', 'A$40 million and C$3bn', 'equals 40 million ?; equals 3 billion ?'],
    ['en', '6 million Canadian dollars', 'equals 6 million ?'],
    ['en', 'S$2m, HK$5m, NZ$ 4m', 'equals 2 million ?; equals 5 million ?; equals 4 million ?'],
    ['en', 'a $1bn offer', 'equals 1 billion USD'],
    ['en', 'CAD 30 million', 'equals 30 million ?'],
    ['en', 'US$5bn', 'equals 5 billion USD'],
    ['fr', '9 millions de dollars australiens', 'equals 9 million ?'],
    ['fr', '5 M$ CA', 'equals 5 million ?'],
  ] as const)('of other dollars are not of the United States, %s: %s', (lang, text, figures) => {
    expect(said(text, lang)).toBe(figures);
  });

  it.each([
    ['en', 'four out of five engineers', 'equals 80 percent'],
    ['en', 'one in eight of its staff', 'equals 12.5 percent'],
    ['en', 'one out of every six', 'equals 16.7 percent'],
    ['fr', 'neuf salariés sur dix', 'equals 90 percent'],
    ['fr', "moins d'un chercheur sur cinq", 'at_most 20 percent'],
  ] as const)('of so many are shares, %s: %s', (lang, text, figures) => {
    expect(said(text, lang)).toBe(figures);
    expect(quantitiesIn(text, lang)[0]?.words).toMatch(/ (?:of|in|sur) /);
  });

  it.each([
    ['en', 'fewer than 14 people', 'at_most 14 people'],
    ['en', 'no more than 9 staff, no fewer than 4 engineers', 'at_most 9 people; at_least 4 people'],
    ['fr', 'moins de 14 personnes, pas plus de 9 salariés', 'at_most 14 people; at_most 9 people'],
    ['fr', 'pas moins de 40 ingénieurs', 'at_least 40 people'],
    ['en', 'between 16 and 19 people', 'at_least 16 people; at_most 19 people'],
    ['en', '$2-3 billion', 'at_least 2 billion USD; at_most 3 billion USD'],
    ['fr', "de 3 à 5 millions d'euros", 'at_least 3 million EUR; at_most 5 million EUR'],
    ['en', 'grew from 100 to 140 people', 'equals 100 people; equals 140 people'],
    ['en', 'paid $500 and $3 million', 'equals 500 USD; equals 3 million USD'],
  ] as const)('have ends, %s: %s', (lang, text, figures) => {
    expect(said(text, lang)).toBe(figures);
  });

  it('of a share in words are parts of the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 100 }), fc.integer({ min: 1, max: 100 }), (all, some) => {
        fc.pre(some < all);
        const [one] = quantitiesIn(`${some} out of ${all}`, 'en');
        expect(Math.abs(Number(one?.figure.printed) - (100 * some) / all)).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(one?.figure.unit).toBe('percent');
      }),
      { numRuns: 100 },
    );
  });
});
