import { describe, expect, it } from 'vitest';
import { type CheckedClaim, type Claim, payClaims } from '../../src/claims/index.js';
import { made } from './made.js';

const checkedOf = (claim: Claim): CheckedClaim => ({
  claim,
  verdict: 'not checkable',
  on: 'none',
  reason: { en: 'A private figure.', fr: 'Un chiffre privé.' },
  uncheckable: 'private figure',
  estimates: [],
  checks: [],
  beside: [],
  version: 'abc123',
});

const amount = (unit: string) => ({ printed: '100', scale: 'million', unit });

const bonus = made('bonus', {
  claimant: {
    name: 'Ada Ferrule',
    role: { en: 'head of Quill', fr: 'directrice de Quill' },
    stake: { en: 'Her people are hired away.', fr: 'On débauche chez elle.' },
  },
  check: { none: 'private figure' },
  figures: [amount('USD'), { printed: '3', unit: 'people' }],
});
const disputed = made('disputed', {
  disputes: [{ claim: 'bonus', part: 'scope' }],
  check: { none: 'opinion' },
});

describe('payClaims(checked)', () => {
  it('lists an amount with its claimant, stake, firmness, dispute and verdict', () => {
    expect(payClaims([bonus, disputed].map(checkedOf))).toEqual([
      {
        claim: 'bonus',
        says: bonus.says,
        claimant: { en: 'Ada Ferrule', fr: 'Ada Ferrule' },
        role: { en: 'head of Quill', fr: 'directrice de Quill' },
        stake: { en: 'Her people are hired away.', fr: 'On débauche chez elle.' },
        firmness: 'asserted',
        figures: [amount('USD')],
        disputes: [
          { claim: 'disputed', claimant: { en: 'The Daily Ferret', fr: 'The Daily Ferret' }, part: 'scope' },
        ],
        verdict: 'not checkable',
        reason: { en: 'A private figure.', fr: 'Un chiffre privé.' },
      },
    ]);
  });

  it('takes yearly pay too, and no stake where none is known', () => {
    const yearly = made('yearly', { check: { none: 'private figure' }, figures: [amount('USD per year')] });
    expect(payClaims([checkedOf(yearly)])).toMatchObject([
      { claim: 'yearly', role: null, stake: null, disputes: [] },
    ]);
  });

  it('leaves out the price of a deal, and pay without an amount', () => {
    const deal = made('deal', {
      check: { fact: 'acquired', organisation: 'quill' },
      figures: [amount('USD')],
    });
    const words = made('words', { check: { none: 'private figure' } });
    expect(payClaims([deal, words].map(checkedOf))).toEqual([]);
  });
});
