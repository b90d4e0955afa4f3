import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckedClaim, type Estimate, parseClaims } from '../../src/claims/index.js';
import { familiesOf } from '../../src/report/claimed.js';
import { discloseClaims, keysOf } from '../../src/report/disclose.js';

const alone = (id: string): string => id;

const claimOf = (id: string, check: string): string => `  - id: ${id}
    says: {en: Ten go to Oak for one who leaves for Fir., fr: Dix vont chez Oak pour un qui part chez Fir.}
    claimant: {name: Gazette}
    where: Gazette
    on: 2019-06
    firmness: reported
    comparator: equals
    source: https://example.org/oak
    ${check}
`;

const [ratioClaim, shareClaim, opinion, rankClaim] = parseClaims(
  [
    'claims:\n',
    claimOf(
      'oak-wins',
      'check: {measure: ratio, of: [fir, oak]}\n    figures: [{printed: "10.0", unit: ratio}]',
    ),
    claimOf(
      'oak-keeps',
      'check: {measure: retention, of: [oak]}\n    figures: [{printed: "80", unit: percent}]',
    ),
    claimOf('oak-is-nice', 'check: {none: opinion}'),
    claimOf('oak-leads', 'check: {measure: ranking, of: [oak]}').replace(
      'comparator: equals',
      'comparator: leads',
    ),
  ].join(''),
  'claims.yaml',
);

const estimate = (counts: Record<string, number>, more: Partial<Estimate> = {}): Estimate => ({
  definition: { en: 'hires', fr: 'embauches' },
  value: 3,
  low: 2,
  high: 4,
  counts,
  outcome: 'contradicted',
  ...more,
});

const checked = (estimates: readonly Estimate[], claim = ratioClaim): CheckedClaim => ({
  claim: claim as CheckedClaim['claim'],
  verdict: 'contradicted',
  on: 'observed',
  reason: { en: 'measured 3 from 30:10', fr: 'mesuré 3 pour 30:10' },
  estimates,
  checks: [],
  beside: [],
  version: 'v',
});

const hidden = (claims: readonly CheckedClaim[], counted = new Map<string, number[]>(), min = 5) =>
  discloseClaims(claims, counted, alone, min).map(({ estimates }) => estimates.map((e) => e.hidden));

describe('discloseClaims(checked, counted, familyOf, min)', () => {
  it('shows a rank that rests on enough moves, without its counts and without the reason that has them', () => {
    const ranks = [estimate({ moves_in: 40, moves_out: 12 }), estimate({ moves_in: 40, moves_out: 4 })];
    const [shown] = discloseClaims([checked(ranks, rankClaim)], new Map(), alone, 5);
    expect(shown?.estimates).toMatchObject([
      { hidden: null, value: 3, counts: {} },
      { hidden: 'few', value: null, counts: {} },
    ]);
    expect(shown?.whole).toBe(false);
    const [all] = discloseClaims([checked(ranks.slice(0, 1), rankClaim)], new Map(), alone, 5);
    expect(all?.whole).toBe(false);
  });

  it('shows a definition whose counts are large and near nothing that is shown', () => {
    expect(hidden([checked([estimate({ forward: 30, backward: 10 })])])).toEqual([[null]]);
  });

  it('keeps no number of a definition with a count below the minimum', () => {
    const [shown] = discloseClaims([checked([estimate({ forward: 30, backward: 4 })])], new Map(), alone, 5);
    expect(shown?.estimates[0]).toEqual({
      definition: { en: 'hires', fr: 'embauches' },
      outcome: 'contradicted',
      hidden: 'few',
      value: null,
      low: null,
      high: null,
      counts: {},
    });
    expect(shown?.whole).toBe(false);
  });

  it('shows one window of a flow at most, the one that decides the verdict', () => {
    const wide = estimate({ forward: 60, backward: 20 }, { outcome: 'reproduced' });
    const near = estimate({ forward: 30, backward: 10 });
    expect(hidden([checked([wide, near])])).toEqual([['near', null]]);
  });

  it('shows no window that is within the minimum of a count shown elsewhere, whichever way it is asked', () => {
    const one = checked([estimate({ forward: 30, backward: 10 })]);
    expect(hidden([one], new Map([['moves fir>oak', [34]]]))).toEqual([['near']]);
    expect(hidden([one], new Map([['moves fir>oak', [30]]]))).toEqual([['near']]);
    expect(hidden([one], new Map([['moves oak>fir', [15]]]))).toEqual([[null]]);
    expect(hidden([one], new Map([['moves oak>fir', [14]]]))).toEqual([['near']]);
  });

  it('shows a window that equals one shown elsewhere where whole windows may be asked for, but none near it', () => {
    const one = checked([estimate({ forward: 30, backward: 10 })]);
    const among = (counts: readonly number[]) =>
      discloseClaims([one], new Map([['moves fir>oak', counts]]), alone, 5, true).map(({ estimates }) =>
        estimates.map((e) => e.hidden),
      );
    expect(among([30, 50])).toEqual([[null]]);
    expect(among([30, 31])).toEqual([['near']]);
  });

  it('shows the same figures again where another claim asks for them', () => {
    const one = checked([estimate({ forward: 30, backward: 10 })]);
    expect(hidden([one, one])).toEqual([[null], [null]]);
    const later = checked([estimate({ forward: 90, backward: 40 })]);
    expect(hidden([one, later])).toEqual([[null], ['near']]);
  });

  it('shows no share of which fewer than the minimum left or stayed', () => {
    const of = (people: number, episodes: number, events: number) =>
      hidden([checked([estimate({ people, episodes, events })], shareClaim)]);
    expect(of(40, 44, 10)).toEqual([[null]]);
    expect(of(40, 44, 40)).toEqual([['few']]);
    expect(of(40, 44, 4)).toEqual([['few']]);
  });

  it('keeps the reason of a claim that nothing measures', () => {
    expect(discloseClaims([checked([], opinion)], new Map(), alone, 5)[0]?.whole).toBe(true);
  });

  it('keeps a figure beside a claim where it is of no people, and drops one of careers', () => {
    const says = [{ says: { en: 'measured 3', fr: 'mesuré 3' } }];
    const beside = (measure: string) => {
      const one = checked([], opinion);
      const claim = { ...one.claim, beside: [{ measure, of: [], parameters: {} }] };
      return discloseClaims([{ ...one, claim, beside: says }], new Map(), alone, 5)[0]?.beside;
    };
    expect(beside('demand')).toEqual(says);
    expect(beside('ratio')).toEqual([]);
  });

  it('takes what stands above and below an organisation for it', () => {
    const registry = [
      { id: 'lab', parents: [{ id: 'firm' }] },
      { id: 'firm', parents: [] },
      { id: 'other', parents: [] },
    ] as unknown as Parameters<typeof familiesOf>[0];
    const familyOf = familiesOf(registry);
    expect(familyOf('lab')).toBe(familyOf('firm'));
    expect(familyOf('other')).toBe('other');
    const asked = { measure: 'ratio', of: ['lab', 'other'] };
    expect(keysOf(asked, { rate_backward: 7 }, familyOf)).toEqual([['moves other>firm', 7]]);
  });

  it('shows nothing of counts of which it does not know what they count', () => {
    expect(keysOf({ measure: 'ratio', of: ['fir', 'oak'] }, { before: 30, after: 60 }, alone)).toBeNull();
    expect(hidden([checked([estimate({ before: 30, after: 60 })])])).toEqual([['near']]);
  });

  it('never shows two counts of one thing that are nearer than the minimum, and none below it', () => {
    const count = fc.integer({ min: 0, max: 40 });
    const pairs = fc.array(fc.record({ forward: count, backward: count }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(pairs, count, (given, elsewhere) => {
        const counted = new Map([['moves fir>oak', [elsewhere]]]);
        const claims = given.map((counts) => checked([estimate(counts)]));
        const shown = discloseClaims(claims, counted, alone, 5)
          .flatMap(({ estimates }) => estimates)
          .filter((e) => e.hidden === null);
        const there = [...new Set([elsewhere, ...shown.map(({ counts }) => counts.forward ?? 0)])];
        for (const { counts } of shown)
          for (const n of Object.values(counts)) expect(n).toBeGreaterThanOrEqual(5);
        for (const a of there)
          for (const b of there) if (a !== b) expect(Math.abs(a - b)).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
