import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, comparators, datalessChecks } from '../../src/claims/index.js';
import { made } from './made.js';

const acquired = { fact: 'acquired', organisation: 'sedge', by: 'ferrous' };
const price = (printed: string) => ({ figures: [{ printed, scale: 'billion', unit: 'USD' }] });
const ratio = (...of: string[]) => ({ measure: 'ratio', of, parameters: { until: '2025-06' } });

/** The conflicts of the first of some claims. */
function conflicts(...claims: readonly Claim[]) {
  const [first] = claims;
  return first === undefined
    ? []
    : datalessChecks(first, claims, []).filter(({ kind }) => kind === 'conflict');
}

const agreement = (...claims: readonly Claim[]) => conflicts(...claims).map(({ numbers }) => numbers.agrees);

describe('conflicts between claims on one thing', () => {
  it('finds figures that do not round to each other, with the difference', () => {
    const [a, b] = [
      made('a', { check: acquired, ...price('6.4') }),
      made('b', { check: acquired, ...price('6.5') }),
    ];
    // 6.5 / 6.4 = 1.0156, 6.4 / 6.5 = 0.9846.
    expect(conflicts(a, b)).toMatchObject([
      {
        says: {
          en: 'In conflict with b on the same thing: $6.4 billion here, $6.5 billion there, 1.56% more; rounding does not explain it.',
          fr: 'En conflit avec b sur la même chose : 6,4 milliards de dollars ici, 6,5 milliards de dollars là, soit 1,56\u00a0% de plus ; l’arrondi ne l’explique pas.',
        },
        claims: ['b'],
      },
    ]);
    expect(conflicts(b, a)[0]?.says.en).toContain('1.54% less');
  });

  it('says that 14 and 14.3 agree at the coarser precision', () => {
    const [a, b] = [
      made('a', { check: acquired, ...price('14') }),
      made('b', { check: acquired, ...price('14.3') }),
    ];
    expect(agreement(a, b)).toEqual([1]);
    expect(conflicts(b, a)[0]?.says.en).toBe(
      'a says $14 billion, here it is $14.3 billion: as printed, the figures agree at the coarser precision.',
    );
    expect(conflicts(a, made('b', { check: acquired, ...price('14') }))[0]?.says.en).toContain(
      'the same figure',
    );
  });

  it('hears at least and at most, and gives nothing for about', () => {
    const a = made('a', { check: acquired, ...price('6.4') });
    const other = (printed: string, comparator: string) =>
      made('b', { check: acquired, comparator, ...price(printed) });
    expect(conflicts(a, other('6.5', 'about'))[0]?.says).toMatchObject({
      en: expect.stringContaining('$6.4 billion here, about $6.5 billion there, 1.56% more'),
      fr: expect.stringContaining('environ 6,5 milliards de dollars là'),
    });
    expect(agreement(a, other('5.0', 'at_least'))).toEqual([1]);
    expect(conflicts(a, other('5.0', 'at_least'))[0]?.says.en).toContain('the two can both hold');
    expect(agreement(a, other('5.0', 'at_most'))).toEqual([0]);
  });

  it('keeps apart what is another thing, unit, question or not plain', () => {
    const a = made('a', { check: acquired, ...price('6.4') });
    const equals = { comparator: 'equals', figures: [{ printed: '2', unit: 'ratio' }] };
    expect(
      conflicts(
        a,
        made('b', { check: { ...acquired, organisation: 'quill' }, ...price('6.5') }),
        made('c', { check: acquired, figures: [{ printed: '6.5', unit: 'percent' }] }),
        made('d', { check: acquired, figures: [...price('6.5').figures, ...price('7').figures] }),
        made('e', { check: { none: 'private figure' }, ...price('6.5') }),
      ),
    ).toEqual([]);
    expect(
      conflicts(
        made('a', { check: ratio('x', 'y'), ...equals }),
        made('b', {
          check: { ...ratio('x', 'y'), parameters: {} },
          ...equals,
          figures: [{ printed: '3', unit: 'ratio' }],
        }),
      ),
    ).toEqual([]);
  });

  it('finds dates apart and other parties', () => {
    const a = made('a', { check: { ...acquired, on: '2025-05' } });
    expect(conflicts(a, made('b', { check: { ...acquired, on: '2025' } }))).toEqual([]);
    expect(conflicts(a, made('b', { check: { ...acquired, on: '2025-07' } }))[0]?.says.en).toContain(
      'the date',
    );
    expect(conflicts(a, made('b', { check: { ...acquired, by: 'quill' } }))[0]?.says.en).toContain('by whom');
  });

  it('finds opposite directions', () => {
    const more = { comparator: 'more_than_reverse' };
    const there = made('a', { check: ratio('x', 'y'), ...more });
    expect(agreement(there, made('b', { check: ratio('y', 'x'), ...more }))).toEqual([0]);
    expect(agreement(there, made('b', { check: ratio('x', 'y'), ...more }))).toEqual([]);
    const retention = { measure: 'retention', of: ['x'] };
    expect(
      agreement(
        made('a', { check: retention, comparator: 'rises' }),
        made('b', { check: retention, comparator: 'falls' }),
      ),
    ).toEqual([0]);
    expect(
      agreement(
        made('a', { check: retention, comparator: 'leads' }),
        made('b', { check: { ...retention, of: ['y'] }, comparator: 'leads' }),
      ),
    ).toEqual([0]);
  });

  it('is found from either side alike', () => {
    const figure = fc.record({
      printed: fc.oneof(
        fc.integer({ min: 0, max: 30 }).map(String),
        fc.integer({ min: 0, max: 300 }).map((tenths) => (tenths / 10).toFixed(1)),
      ),
      comparator: fc.constantFrom(...comparators),
    });
    fc.assert(
      fc.property(figure, figure, (one, two) => {
        const [a, b] = [one, two].map(({ printed, comparator }, i) =>
          made(i === 0 ? 'a' : 'b', { check: acquired, comparator, ...price(printed) }),
        ) as [Claim, Claim];
        expect(agreement(a, b)).toEqual(agreement(b, a));
      }),
    );
  });
});

describe('disputes', () => {
  it('are told at both ends with their part, and decide nothing', () => {
    const a = made('a', { disputes: [{ claim: 'b', part: 'scope' }] });
    const b = made('b');
    expect(conflicts(a, b)).toEqual([
      {
        kind: 'conflict',
        says: { en: 'Disputes whom it is said of in b.', fr: 'Conteste ceux que vise l’affirmation dans b.' },
        numbers: {},
        claims: ['b'],
      },
    ]);
    expect(conflicts(b, a)[0]?.says.en).toBe('a disputes whom it is said of.');
  });
});

describe('mutations', () => {
  const how = { en: 'A ratio has become a chance.', fr: 'Un rapport est devenu une chance.' };
  const origin = made('origin', {
    check: ratio('x', 'y'),
    comparator: 'equals',
    figures: [{ printed: '10.6', unit: 'ratio' }],
  });
  const relay = made('relay', {
    check: { ...ratio('x', 'y'), value: 'rate_ratio' },
    comparator: 'equals',
    figures: [{ printed: '11', unit: 'times' }],
    mutates: { claim: 'origin', how },
  });

  it('say by how much the sizes must differ for a ratio and a multiple of a rate to hold both', () => {
    const [found] = conflicts(relay, origin);
    // 10.5 / 10.65 = 0.9859, 11.5 / 10.55 = 1.0900.
    expect(found?.numbers.size_low).toBeCloseTo(0.98592, 5);
    expect(found?.numbers.size_high).toBeCloseTo(1.09005, 5);
    expect(found?.says.en).toBe(
      'A relay of origin that changes it: A ratio has become a chance. 10.6 to 1 counts people both ways; 11 times compares the chances of a person here and there, and so rests on how many people each has. Both hold only if the organisation that gains the people is 0.986 to 1.09 times the size of the one that loses them; the multiple by itself implies no counts.',
    );
    expect(found?.says.fr).toContain('de 0,986 à 1,09 fois la taille');
  });

  it('are told at the origin too', () => {
    expect(conflicts(origin, relay)[0]?.says.en).toMatch(/^Relayed, changed, as relay: /);
  });

  it('say only what changed where no ratio has become a rate', () => {
    const plain = made('plain', { mutates: { claim: 'origin', how } });
    expect(conflicts(plain, origin)).toMatchObject([
      { says: { en: 'A relay of origin that changes it: A ratio has become a chance.' }, numbers: {} },
    ]);
  });
});
