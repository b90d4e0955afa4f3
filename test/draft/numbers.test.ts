import suite from '@microsoft/recognizers-text-suite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn, quantitiesIn } from '../../src/draft/index.js';

const said = (text: string, lang: 'en' | 'fr'): string =>
  quantitiesIn(text, lang)
    .map(({ figure, bound, perYear }) =>
      `${bound} ${figure.printed} ${figure.scale ?? ''} ${figure.unit}${perYear ? ' yearly' : ''}`.replace(
        / +/g,
        ' ',
      ),
    )
    .join('; ');

describe('quantitiesIn()', () => {
  it.each([
    ['fr', "jusqu'à 35 millions de dollars", 'at_most 35 million USD'],
    ['fr', '14,3 milliards d’euros'.replace('’', "'"), 'equals 14.3 billion EUR'],
    ['fr', 'plus de 22 M€ ou 3 Md€', 'at_least 22 million EUR; equals 3 billion EUR'],
    ['fr', 'environ 450 000 euros par an', 'about 450000 EUR yearly'],
    ['fr', 'un milliard de livres sterling', 'equals 1 billion GBP'],
    ['fr', 'entre 2 et 3 millions de dollars', 'at_least 2 million USD; equals 3 million USD'],
    ['fr', 'des salaires à huit chiffres', 'at_least 10 million USD'],
    ['fr', 'une quarantaine de salariés', 'about 40 people'],
    ['fr', 'quatre-vingt-douze chercheurs', 'equals 92 people'],
    ['fr', '31 % du capital et 12 pour cent', 'equals 31 percent; equals 12 percent'],
    ['fr', 'trois fois plus', 'equals 3 times'],
    ['fr', '12 millions de dollars canadiens', 'equals 12 million ?'],
    ['en', 'over $14.3bn', 'at_least 14.3 billion USD'],
    ['en', 'between $180,000 and $240,000 a year', 'at_least 180000 USD yearly; equals 240000 USD yearly'],
    ['en', 'a seven-figure sum', 'at_least 1 million USD'],
    ['en', 'some 1,100 people', 'about 1100 people'],
    ['en', 'twenty-five million pounds', 'equals 25 million GBP'],
    ['en', 'half a billion dollars', 'equals 0.5 billion USD'],
    ['en', 'a quarter of its staff, one in five engineers', 'about 25 percent; equals 20 percent'],
    ['en', '12 percent, twice as many, 8x', 'equals 12 percent; equals 2 times; equals 8 times'],
    ['en', 'aged 52 years, in nine countries, on page 14', 'equals 14 people'],
    ['en', 'the GPT-4 and the Model3', ''],
  ] as const)('%s: %s', (lang, text, figures) => {
    expect(said(text, lang)).toBe(figures);
  });

  it.each(['en', 'fr'] as const)('reads any number that the language prints, %s', (lang) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 999_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const printed = new Intl.NumberFormat(lang, { minimumFractionDigits: 2 })
            .format(whole + cents / 100)
            .replace(/[\u202f\u00a0]/g, ' ');
          const [one] = quantitiesIn(`${printed} euros`, lang);
          expect(Number(one?.figure.printed)).toBe(Number(`${whole}.${String(cents).padStart(2, '0')}`));
        },
      ),
      { numRuns: 200 },
    );
  });

  // @microsoft/recognizers-text-suite 1.3.1 reads the same amounts.
  it.each([
    ['en-us', 'a stake for $14.3 billion'],
    ['en-us', 'about 25 million dollars'],
    ['en-us', 'it raised 640 million pounds'],
    ['fr-fr', 'un rachat à 14,3 milliards de dollars'],
    ['fr-fr', 'une levée de 385 millions de dollars'],
    ['fr-fr', 'la somme de 250 000 dollars'],
  ])('agrees with another tool on an amount, %s: %s', (culture, text) => {
    const [theirs] = suite.recognizeCurrency(text, culture);
    const [ours] = quantitiesIn(text, culture === 'en-us' ? 'en' : 'fr');
    const scale = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
    const figure = ours?.figure;
    const value = Number(figure?.printed) * (figure?.scale === undefined ? 1 : scale[figure.scale]);
    expect(value).toBe(Number(theirs?.resolution?.value));
  });
});

describe('datesIn()', () => {
  it.each([
    ['le 24 avril', ['--04-24']],
    ['mardi 1er mars 2022', ['2022-03-01']],
    ['June 17, 2020 and 3 May', ['2020-06-17', '--05-03']],
    ['en mars 2022', ['2022-03']],
    ['in 2014, not $2014 or 2014 %', ['2014']],
    ['2025-06-30 ou 30/06/2025', ['2025-06-30', '2025-06-30']],
    ['on 03/04/2025', []],
    ['le 45 mai', []],
  ])('%s', (text, dates) => {
    expect(datesIn(text).map(({ date }) => date)).toEqual(dates);
  });

  it.each([
    ['fr-fr', 'en mars 2022'],
    ['en-us', 'on June 17 2020'],
  ])('agrees with another tool on a date, %s: %s', (culture, text) => {
    const [theirs] = suite.recognizeDateTime(text, culture);
    expect(datesIn(text).map(({ date }) => date)).toEqual([theirs?.resolution?.values[0].timex]);
  });
});
