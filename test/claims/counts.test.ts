import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparators, datalessChecks, units } from '../../src/claims/index.js';
import { made } from './made.js';

const ratio = { measure: 'ratio', of: ['from', 'to'] };
const retention = { measure: 'retention', of: ['from'] };

function counts(rest: Record<string, unknown>) {
  const claim = made('a', rest);
  return datalessChecks(claim, [claim], []).filter(({ kind }) => kind === 'implied counts');
}

describe('counts that a figure implies', () => {
  it('finds 53 against 5 behind 10.6, and says in both languages that it is a lower bound', () => {
    const [found] = counts({
      check: ratio,
      comparator: 'equals',
      figures: [{ printed: '10.6', unit: 'ratio' }],
    });
    expect(found?.numbers).toMatchObject({ forward: 53, backward: 5 });
    expect(found?.says.en).toBe(
      '10.6 to 1 can rest on as few as 53 moves against 5, with a 95% interval of 4.27 to 34: a lower bound on the counts, not evidence that they were that small. Even these leave 1 to 1 out.',
    );
    expect(found?.says.fr).toContain('10,6 pour 1 peut reposer sur 53 passages contre 5 seulement');
    expect(found).not.toHaveProperty('outcome');
  });

  it('says how many it takes to leave equal flows out: 2.0 can be 2 against 1, which does not', () => {
    const [found] = counts({ figures: [{ printed: '2.0', unit: 'ratio' }] });
    expect(found?.numbers).toMatchObject({
      forward: 2,
      backward: 1,
      parity_forward: 28,
      parity_backward: 14,
    });
  });

  it.each([
    ['80', 4, 5],
    ['78', 7, 9],
    ['67', 2, 3],
    ['64', 7, 11],
  ])('finds the least number of people behind %s %%: %i of %i', (printed, part, whole) => {
    const [found] = counts({
      check: retention,
      comparator: 'equals',
      figures: [{ printed, unit: 'percent' }],
    });
    expect(found?.numbers).toMatchObject({ part, whole });
  });

  it('makes a number of people of a share where the claim says of how many', () => {
    const figures = [
      { printed: '64', unit: 'percent' },
      { printed: '250', unit: 'people' },
    ];
    // 63.5 % of 250 is 158.75, 64.5 % is 161.25.
    const [found] = counts({ figures });
    expect(found?.numbers).toEqual({ whole: 250, least: 159, most: 161 });
    expect(found?.says.en).toBe('If the share is of them, 64% of 250 people is 159 to 161.');
  });

  it('says that a share of so few cannot be: no number of 10 is 78 %', () => {
    const figures = [
      { printed: '78', unit: 'percent' },
      { printed: '10', unit: 'cases' },
    ];
    const [found] = counts({ figures });
    expect(found?.numbers).toEqual({ whole: 10, least: null, most: null });
    expect(found?.says.en).toContain('No whole number of 10 cases is 78%');
    expect(found?.says.fr).toContain('Aucun nombre entier sur 10 cas ne fait 78\u00a0%');
  });

  it.each([
    ['a share of a company', { check: { fact: 'stake_taken', organisation: 'from' } }],
    ['a change', { check: retention, comparator: 'rises' }],
    [
      'a share beside an amount',
      {
        figures: [
          { printed: '49', unit: 'percent' },
          { printed: '5', unit: 'USD' },
        ],
      },
    ],
    ['more than the whole', { figures: [{ printed: '120', unit: 'percent' }] }],
    ['a multiple of a rate', { figures: [{ printed: '11', unit: 'times' }] }],
    ['more digits than counts can bear', { figures: [{ printed: '1.000001', unit: 'ratio' }] }],
  ])('leaves out %s', (_what, rest) => {
    expect(counts({ figures: [{ printed: '49', unit: 'percent' }], ...rest })).toEqual([]);
  });
});

describe('figures of any form', () => {
  it('never stop a check, and take no time', () => {
    const figure = fc.record({
      printed: fc.oneof(
        fc.stringMatching(/^\d{1,15}(\.\d{1,6})?$/),
        fc.constantFrom('0', '0.00', '1.00001', '99999.99', '0.00001', '100', '100.0'),
      ),
      scale: fc.constantFrom('thousand', 'million', 'billion', 'trillion', undefined),
      unit: fc.constantFrom(...units),
    });
    fc.assert(
      fc.property(
        fc.array(figure, { maxLength: 3 }),
        fc.constantFrom(...comparators),
        (figures, comparator) => {
          const written = figures.map(({ scale, ...rest }) =>
            scale === undefined ? rest : { scale, ...rest },
          );
          for (const check of [ratio, { fact: 'stake_taken', organisation: 'from' }]) {
            const claims = ['a', 'b'].map((id) => made(id, { check, comparator, figures: written }));
            const [claim] = claims;
            if (claim === undefined) throw new Error('two claims are made');
            for (const { says, numbers } of datalessChecks(claim, claims, [])) {
              expect(`${says.en} ${says.fr}`).not.toMatch(/NaN|undefined|Infinity/);
              expect(Object.values(numbers).filter((n) => n !== null && !Number.isFinite(n))).toEqual([]);
            }
          }
        },
      ),
      { numRuns: 150, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true },
    );
  }, 30_000);
});
