import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/claims/index.js';
import { dateIn, dollarsIn, figureIn } from '../../src/claims/print.js';

const both = (figure: Figure) => [figureIn(figure, 'en'), figureIn(figure, 'fr')];

describe('figures in words', () => {
  it.each<[Figure, string, string]>([
    [{ printed: '2.0', unit: 'ratio' }, '2.0 to 1', '2,0 pour 1'],
    [{ printed: '11', unit: 'times' }, '11 times', '11 fois'],
    [{ printed: '49', unit: 'percent' }, '49%', '49\u00a0%'],
    [{ printed: '14.3', scale: 'billion', unit: 'USD' }, '$14.3 billion', '14,3 milliards de dollars'],
    [{ printed: '1.5', scale: 'million', unit: 'USD' }, '$1.5 million', '1,5 million de dollars'],
    [
      { printed: '2', scale: 'million', unit: 'USD per year' },
      '$2 million a year',
      '2 millions de dollars par an',
    ],
    [
      { printed: '1.25', scale: 'trillion', unit: 'USD' },
      '$1.25 trillion',
      '1\u00a0250 milliards de dollars',
    ],
    [{ printed: '350.5', scale: 'thousand', unit: 'USD' }, '$350,500', '350\u00a0500 dollars'],
    [{ printed: '1', unit: 'people' }, '1 person', '1 personne'],
    [{ printed: '12', scale: 'thousand', unit: 'people' }, '12,000 people', '12\u00a0000 personnes'],
    [{ printed: '2021', unit: 'year' }, '2021', '2021'],
  ])('prints %j', (figure, en, fr) => {
    expect(both(figure)).toEqual([en, fr]);
  });

  it('prints what was worked out to three digits', () => {
    expect(dollarsIn(28571428571, 'en')).toBe('$28.6 billion');
    expect(dollarsIn(1234, 'fr')).toBe('1\u00a0230 dollars');
  });

  it('prints a date as exactly as it is given', () => {
    const dates = ['2021', '2021-03', '2021-03-01', '2025-06-10/2025-06-13', '2021~'];
    expect(dates.map((day) => dateIn(day, 'en'))).toEqual([
      '2021',
      'March 2021',
      '1 March 2021',
      '10 June 2025 to 13 June 2025',
      'about 2021',
    ]);
    expect(dates.map((day) => dateIn(day, 'fr'))).toEqual([
      '2021',
      'mars 2021',
      '1 mars 2021',
      '10 juin 2025 au 13 juin 2025',
      'vers 2021',
    ]);
  });
});
