import { describe, expect, it } from 'vitest';
import {
  type CheckedClaim,
  changesOf,
  type KeptVerdict,
  keptOf,
  linesOf,
  parseHistory,
  toKeep,
} from '../../src/claims/index.js';
import { claimsOf } from './world.js';

const [claim] = claimsOf('check: {none: opinion}');
if (claim === undefined) throw new Error('no claim');

const checked: CheckedClaim = {
  claim,
  verdict: 'compatible',
  on: 'observed',
  reason: { en: 'Why.', fr: 'Pourquoi.' },
  estimates: [
    {
      definition: { en: 'until May 2024', fr: 'jusqu’en mai 2024' },
      value: 10.600000000000001,
      low: 4.3,
      high: null,
      counts: { forward: 53, backward: 5 },
      outcome: 'compatible',
    },
  ],
  checks: [],
  beside: [],
  version: 'aaaaaaaaaaaa',
};
const first = keptOf(checked, 'registry-one', '2026-11-24T20:00:00.000Z');
const later = (more: Partial<KeptVerdict>): KeptVerdict => ({
  ...first,
  at: '2026-11-25T20:00:00.000Z',
  ...more,
});

describe('the history of verdicts', () => {
  it('comes back from its lines as it was', () => {
    expect(parseHistory(linesOf([first, later({ verdict: 'contradicted' })]))).toEqual({
      history: [first, later({ verdict: 'contradicted' })],
      broken: 0,
    });
  });

  it('keeps a verdict only where more than the time and the words of its reason differ', () => {
    const reworded = later({ reason: { en: 'Because.', fr: 'Parce que.' } });
    expect(toKeep([first], [reworded])).toEqual([]);
    const changes: readonly Partial<KeptVerdict>[] = [
      { verdict: 'contradicted' },
      { data: 'bbb' },
      { claim: 'ccc' },
      { estimates: [] },
    ];
    for (const more of changes) expect(toKeep([first], [later(more)])).toHaveLength(1);
  });

  it('takes numbers that differ beyond the tenth digit for the same', () => {
    const [estimate] = checked.estimates;
    const near = { ...checked, estimates: [{ ...estimate, value: 10.6 }] } as CheckedClaim;
    expect(toKeep([first], [keptOf(near, 'registry-one', 'later')])).toEqual([]);
  });

  it('does not take a claim for another because it moved in its file', () => {
    const moved = { ...checked, claim: { ...claim, at: 'elsewhere.yaml:99' } };
    expect(keptOf(moved, 'registry-one', first.at)).toEqual(first);
  });

  it('says what changed, cause by cause', () => {
    const history = [
      first,
      later({ data: 'bbb', verdict: 'contradicted' }),
      later({ data: 'bbb', registry: 'two', claim: 'reworded' }),
      later({ data: 'bbb', registry: 'two', claim: 'reworded', definitions: '2027-01-01' }),
      later({
        data: 'bbb',
        registry: 'two',
        claim: 'reworded',
        definitions: '2027-01-01',
        verdict: 'reproduced',
      }),
    ];
    expect(changesOf(history).map(({ why }) => why)).toEqual([
      ['first'],
      ['data'],
      ['registry', 'claim'],
      ['definitions'],
      ['mercato'],
    ]);
  });

  it('shows claims one after the other, or only those asked for', () => {
    const other = { ...first, id: 'other' };
    const history = [first, other, later({ data: 'bbb' })];
    expect(changesOf(history).map(({ kept }) => kept.id)).toEqual(['claim-1', 'claim-1', 'other']);
    expect(changesOf(history, new Set(['other']))).toHaveLength(1);
  });

  it('passes over a line that was cut off, and over one that is no verdict', () => {
    const whole = linesOf([first]);
    const cut = whole.slice(0, 40);
    expect(parseHistory(`${cut}\n${whole}{"id": 7}\n\n${cut}`)).toEqual({ history: [first], broken: 3 });
  });

  it('has a verdict once that two processes kept at once', () => {
    expect(parseHistory(linesOf([first, later({})])).history).toEqual([first]);
  });
});
