import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparator, Figure, Outcome } from '../../src/claims/index.js';
import { type Measured, outcomeOf, verdictOver } from '../../src/claims/index.js';
import { flowRatio } from '../../src/stats/index.js';

const ratio = (printed: string): Figure => ({ printed, unit: 'ratio' });
const percent = (printed: string): Figure => ({ printed, unit: 'percent' });

function flow(forward: number, backward: number): Measured {
  const { ratio: value, low, high } = flowRatio(forward, backward);
  return { kind: 'ratio', value, low, high, cases: [forward, backward] };
}

function share(value: number | null, low: number | null, high: number | null, people = 100): Measured {
  return { kind: 'share', value, low, high, cases: [people] };
}

function rank(value: number, low: number, high: number, moves = 50): Measured {
  return { kind: 'rank', value, low, high, cases: [moves] };
}

const said = (measured: Measured, comparator: Comparator, figure?: Figure) =>
  outcomeOf(measured, comparator, figure, 5);

describe('outcomeOf()', () => {
  it.each<[string, Measured, Comparator, Figure | undefined, Outcome, string]>([
    ['53 to 5 rounds to 10.6', flow(53, 5), 'equals', ratio('10.6'), 'reproduced', 'rounds'],
    ['82 to 10 is 8.2', flow(82, 10), 'equals', ratio('8.2'), 'reproduced', 'rounds'],
    ['41 to 5 is 8.2', flow(41, 5), 'equals', ratio('8.2'), 'reproduced', 'rounds'],
    ['2 to 1 is of too few people', flow(2, 1), 'equals', ratio('2.0'), 'too little data', 'few'],
    ['53 to 5 has 8.2 in its interval', flow(53, 5), 'equals', ratio('8.2'), 'compatible', 'inside'],
    ['82 to 10 leaves 20 out', flow(82, 10), 'equals', ratio('20'), 'contradicted', 'outside'],
    ['4 back are too few, however many go', flow(500, 4), 'equals', ratio('125'), 'too little data', 'few'],
    [
      '14 to 7 may be as many there as back',
      flow(14, 7),
      'equals',
      ratio('2.0'),
      'too little data',
      'parity',
    ],
    ['28 to 14 excludes parity', flow(28, 14), 'equals', ratio('2.0'), 'reproduced', 'rounds'],
    ['nobody there or back', flow(0, 0), 'equals', ratio('2.0'), 'too little data', 'few'],
    ['11 said with about reaches to 9.9', flow(99, 10), 'about', ratio('11'), 'reproduced', 'near'],
    ['and no further', flow(98, 10), 'about', ratio('11'), 'compatible', 'inside'],
    [
      '53 to 5 is more than its reverse',
      flow(53, 5),
      'more_than_reverse',
      undefined,
      'reproduced',
      'claimed side',
    ],
    ['5 to 53 is less', flow(5, 53), 'more_than_reverse', undefined, 'contradicted', 'other side'],
    ['8 to 5 may be either', flow(8, 5), 'more_than_reverse', undefined, 'too little data', 'both sides'],
    [
      '20 to 0 has no upper limit and is more',
      flow(20, 0),
      'more_than_reverse',
      undefined,
      'reproduced',
      'claimed side',
    ],
    ['0 to 20 is less', flow(0, 20), 'more_than_reverse', undefined, 'contradicted', 'other side'],
    ['4 to 0 are too few together', flow(4, 0), 'more_than_reverse', undefined, 'too little data', 'few'],
    [
      'at least 3 where the interval begins above',
      flow(53, 5),
      'at_least',
      ratio('3'),
      'reproduced',
      'claimed side',
    ],
    ['at most 3 where it does', flow(53, 5), 'at_most', ratio('3'), 'contradicted', 'other side'],
    [
      'at most 10 where it is on both sides',
      flow(53, 5),
      'at_most',
      ratio('10'),
      'too little data',
      'both sides',
    ],
    ['first at both ends leads', rank(1, 1, 1), 'leads', undefined, 'reproduced', 'claimed side'],
    ['second at best does not', rank(3, 2, 5), 'leads', undefined, 'contradicted', 'other side'],
    ['first or third may be either', rank(1, 1, 3), 'leads', undefined, 'too little data', 'both sides'],
    ['a rank of 4 moves is of too few', rank(1, 1, 1, 4), 'leads', undefined, 'too little data', 'few'],
    ['80.4 % rounds to 80', share(80.4, 71, 87.6), 'equals', percent('80'), 'reproduced', 'rounds'],
    ['78 % has 80 in its interval', share(78, 70, 86), 'equals', percent('80'), 'compatible', 'inside'],
    ['60 % has not', share(60, 52, 70), 'equals', percent('80'), 'contradicted', 'outside'],
    [
      'an interval of 21 points is too wide',
      share(80, 69, 90),
      'equals',
      percent('80'),
      'too little data',
      'wide',
    ],
    ['one of 20 is not', share(80, 70, 90), 'equals', percent('80'), 'reproduced', 'rounds'],
    [
      'nobody left, so no limits',
      share(100, null, null),
      'equals',
      percent('100'),
      'too little data',
      'no interval',
    ],
    ['4 people are too few', share(75, 70, 80, 4), 'equals', percent('75'), 'too little data', 'few'],
  ])('%s', (_, measured, comparator, figure, outcome, why) => {
    expect(said(measured, comparator, figure)).toEqual({ outcome, why });
  });

  it('takes a count of people for a lower bound', () => {
    const hires: Measured = { kind: 'count', value: 8, low: 8, high: null, cases: [8] };
    const people = (printed: string): Figure => ({ printed, unit: 'people' });
    expect(said(hires, 'at_least', people('8')).outcome).toBe('reproduced');
    expect(said(hires, 'at_least', people('9'))).toEqual({ outcome: 'too little data', why: 'incomplete' });
    expect(said(hires, 'at_most', people('7')).outcome).toBe('contradicted');
    expect(said(hires, 'at_most', people('8'))).toEqual({ outcome: 'too little data', why: 'incomplete' });
    expect(said(hires, 'equals', people('7')).outcome).toBe('contradicted');
    expect(said(hires, 'equals', people('8')).outcome).toBe('too little data');
  });

  it('holds a change against none', () => {
    const change = (low: number, high: number): Measured => ({
      kind: 'difference',
      value: (low + high) / 2,
      low,
      high,
      cases: [],
    });
    expect(said(change(0.1, 0.4), 'rises').outcome).toBe('reproduced');
    expect(said(change(-0.4, -0.1), 'rises').outcome).toBe('contradicted');
    expect(said(change(-0.1, 0.4), 'rises').outcome).toBe('too little data');
    expect(said(change(-0.4, -0.1), 'falls').outcome).toBe('reproduced');
  });

  it('never has both a direction and its reverse', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (forward, backward) => {
        const [there, back] = [flow(forward, backward), flow(backward, forward)].map(
          (measured) => said(measured, 'more_than_reverse').outcome,
        );
        const reverse: Record<string, Outcome> = { reproduced: 'contradicted', contradicted: 'reproduced' };
        expect(back).toBe(reverse[there ?? ''] ?? 'too little data');
      }),
    );
  });

  it('never contradicts what it measures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 400 }), fc.integer({ min: 5, max: 400 }), (forward, backward) => {
        const printed = (forward / backward).toFixed(1);
        expect(['reproduced', 'too little data']).toContain(
          said(flow(forward, backward), 'equals', ratio(printed)).outcome,
        );
      }),
    );
  });
});

const outcomes = fc.array(
  fc.constantFrom<Outcome>('reproduced', 'compatible', 'contradicted', 'too little data'),
  { minLength: 1, maxLength: 12 },
);

describe('verdictOver()', () => {
  it.each<[string, readonly Outcome[], string]>([
    ['one outcome', ['compatible', 'compatible'], 'compatible'],
    ['the better of two that agree', ['compatible', 'reproduced'], 'reproduced'],
    ['contradiction alone', ['contradicted', 'too little data'], 'contradicted'],
    ['agreement mixed with contradiction', ['compatible', 'contradicted'], 'depends on the definition'],
    ['nothing but too little', ['too little data', 'too little data'], 'too little data'],
    ['too little beside a match', ['too little data', 'reproduced'], 'reproduced'],
    ['no definition at all', [], 'too little data'],
  ])('gives %s', (_, all, verdict) => {
    expect(verdictOver(all)).toBe(verdict);
  });

  it('is the same in any order', () => {
    fc.assert(
      fc.property(
        outcomes.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(verdictOver(shuffled)).toBe(verdictOver(all));
        },
      ),
    );
  });

  it('is the same with one more definition that has too little data', () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        expect(verdictOver([...all, 'too little data'])).toBe(verdictOver(all));
      }),
    );
  });

  it('is the same with an outcome said twice', () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        expect(verdictOver([...all, ...all])).toBe(verdictOver(all));
      }),
    );
  });
});
