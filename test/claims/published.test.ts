import { describe, expect, it } from 'vitest';
import {
  type CheckedClaim,
  claimReviewOf,
  datalessChecks,
  payClaims,
  refusalOf,
} from '../../src/claims/index.js';
import { shipped, shippedClaims } from '../../src/cli/shipped.js';
import { faults } from './vocabulary.js';

const { registry: organisations } = shipped();
const claims = shippedClaims();
const checked = claims.map((claim): CheckedClaim => {
  const refusal = refusalOf(claim, organisations);
  return {
    claim,
    verdict: 'not checkable',
    on: 'none',
    reason: { en: 'There are no careers.', fr: 'Il n’y a pas de parcours.' },
    ...(refusal === null ? {} : { policy: refusal.policy }),
    estimates: [],
    checks: datalessChecks(claim, claims, organisations),
    beside: [],
    version: 'abc123',
  };
});

/** What is found of the claims of a number of the list, by kind. */
const found = (number: string, kind: string) =>
  checked
    .filter(({ claim }) => claim.id.startsWith(number))
    .flatMap(({ checks }) => checks.filter((check) => check.kind === kind));

describe('the claims that ship, without data', () => {
  it('are valid ClaimReview in both languages, but for the two about private persons', () => {
    for (const lang of ['en', 'fr'] as const) {
      const document = claimReviewOf(checked, lang, { registry: organisations });
      expect(faults(document)).toEqual([]);
      const text = JSON.stringify(document);
      expect(
        claims.filter(({ id }) => !text.includes(`"identifier":"${id}"`)).map(({ id }) => id.slice(0, 2)),
      ).toEqual(['08', '17']);
    }
  });

  it('have the arithmetic of Scale AI right: 14 / 0.49 = 28.57, 14.3 / 0.49 = 29.18', () => {
    expect(found('07', 'arithmetic').map(({ numbers }) => numbers.valuation)).toEqual([28.6e9, 29.2e9]);
  });

  it('have the counts behind the ratios and shares of SignalFire', () => {
    expect(found('13', 'implied counts').map(({ numbers: n }) => `${n.forward}:${n.backward}`)).toEqual([
      '53:5',
      '41:5',
      '2:1',
    ]);
    expect(found('14', 'implied counts').map(({ numbers: n }) => `${n.part}/${n.whole}`)).toEqual([
      '4/5',
      '7/9',
      '2/3',
      '7/11',
    ]);
  });

  it('find the two prices of io in conflict, and when and by whom Anthropic was founded in the registry', () => {
    expect(found('23', 'conflict').map(({ numbers }) => numbers.agrees)).toEqual([0, 0]);
    expect(found('22', 'registry').map(({ outcome }) => outcome)).toEqual(['reproduced', 'reproduced']);
  });

  it('tell disputes and mutations at both ends', () => {
    const told = checked.flatMap(({ claim, checks }) =>
      checks
        .filter(({ kind, numbers }) => kind === 'conflict' && !('agrees' in numbers))
        .map((check) => `${claim.id.slice(0, 3)} ${check.claims.map((id) => id.slice(0, 3))}`),
    );
    expect(told.map((pair) => pair.split(' ').reverse().join(' ')).sort()).toEqual([...told].sort());
    expect(told).toContain('13d 13a');
    expect(told).toContain('02- 17-');
  });

  it('list five claims of pay, one of them disputed twice', () => {
    expect(payClaims(checked).map(({ claim, disputes }) => [claim.slice(0, 3), disputes.length])).toEqual([
      ['02-', 2],
      ['03-', 0],
      ['05a', 0],
      ['05b', 0],
      ['11c', 0],
    ]);
  });
});
