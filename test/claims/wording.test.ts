import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimedOf, timesIn } from '../../src/claims/index.js';
import { claimsOf } from './world.js';

describe('timesIn()', () => {
  it.each([
    [10.6, '10.6', '10,6'],
    [0.375, '0.38', '0,38'],
    [1, '1.0', '1,0'],
    [1.0028, '1.003', '1,003'],
    [0.99996, '1.0000', '1,0000'],
  ])('writes %s', (value, en, fr) => {
    expect([timesIn(value, 'en'), timesIn(value, 'fr')]).toEqual([en, fr]);
  });

  it('never shows a ratio on the other side of 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (value) => {
        expect(Math.sign(Number(timesIn(value, 'en')) - 1) * Math.sign(value - 1)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('claimedOf()', () => {
  it.each([
    [
      'check: {none: private figure}\nfigures: [{printed: "100", scale: million, unit: USD}]\ncomparator: at_most',
      'at most $100 million',
      'au plus 100\u00a0millions de dollars',
    ],
    [
      'check: {measure: ratio, of: [alder, birch]}\ncomparator: more_than_reverse',
      'more there than back',
      'plus à l’aller qu’au retour',
    ],
    ['check: {fact: founded, organisation: dogwood, on: 2021}', 'founding (2021)', 'fondation (2021)'],
    ['check: {none: opinion}', '–', '–'],
    ['check: {none: private figure}\ncomparator: at_least', '–', '–'],
  ])('says in few words what %s claims', (text, en, fr) => {
    const [claim] = claimsOf(text);
    const said = claim === undefined ? null : claimedOf(claim);
    expect([said?.en, said?.fr.replaceAll('\u00a0', ' ')]).toEqual([en, fr.replaceAll('\u00a0', ' ')]);
  });
});
