import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datalessChecks, type Figure, impliedValuation, roundsTo } from '../../src/claims/index.js';
import { parseRegistry } from '../../src/organisations/index.js';
import { made } from './made.js';

const billion = (printed: string): Figure => ({ printed, scale: 'billion', unit: 'USD' });
const percent = (printed: string): Figure => ({ printed, unit: 'percent' });

describe('impliedValuation(price, share)', () => {
  it('values the whole at 28.6 billion where 49 % cost 14 billion', () => {
    // 14 / 0.49 = 28.571; 13.5 / 0.495 = 27.273, down to 27.2; 14.5 / 0.485 = 29.897, up to 29.9.
    expect(impliedValuation(billion('14'), percent('49'))).toEqual({
      value: 28.6e9,
      low: 27.2e9,
      high: 29.9e9,
    });
  });

  it('values it at 29.2 billion where they cost 14.3 billion', () => {
    // 14.3 / 0.49 = 29.184; 14.25 / 0.495 = 28.788; 14.35 / 0.485 = 29.588.
    expect(impliedValuation(billion('14.3'), percent('49'))).toEqual({
      value: 29.2e9,
      low: 28.7e9,
      high: 29.6e9,
    });
  });

  it('rounds a half up, which binary fractions do not: 14.325 billion for 50 % is 28.65', () => {
    expect(impliedValuation(billion('14.325'), percent('50'))?.value).toBe(28.7e9);
  });

  it('is nothing where the share may be none at all: half a digit below 1 % is 0.5 %, below 0 % nothing', () => {
    // 1.5 / 0.005 = 300.
    expect(impliedValuation(billion('1'), percent('1'))?.high).toBe(300e9);
    expect(impliedValuation(billion('1'), percent('0'))).toBeNull();
  });

  it('is of dollars and a share of at most the whole', () => {
    expect(impliedValuation(percent('49'), billion('14'))).toBeNull();
    expect(impliedValuation(billion('14'), percent('101'))).toBeNull();
  });

  it('gives the price back, and holds every value that the printed figures allow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: -0.49, max: 0.49, noNaN: true }),
        fc.double({ min: -0.49, max: 0.49, noNaN: true }),
        (tenths, share, up, along) => {
          const price = billion((tenths / 10).toFixed(1));
          const found = impliedValuation(price, percent(String(share)));
          if (found === null) throw new Error('a price and a share have a valuation');
          const cost = 1e8 * (tenths + up);
          const whole = cost / ((share + along) / 100);
          expect(roundsTo(cost, price)).toBe(true);
          expect(found.low).toBeLessThanOrEqual(whole * (1 + 1e-12));
          expect(found.high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(whole * (1 - 1e-12));
          expect(Math.abs((found.value * share) / 100 / (tenths * 1e8) - 1)).toBeLessThan(0.005);
        },
      ),
    );
  });
});

describe('what a stake implies', () => {
  const registry = parseRegistry(
    `organisations:
  - {id: ferrous, title: Ferrous, kind: company, source: https://example.org/ferrous}
  - id: quill
    title: Quill
    kind: company
    events:
      - {event: stake_taken, by: ferrous, percent: 49, price_usd: 14300000000, valuation_usd: 29000000000, announced: "2025-06-12", source: https://example.org/deal}
    source: https://example.org/quill
`,
    'registry.yaml',
  );
  const check = { fact: 'stake_taken', organisation: 'quill', by: 'ferrous' };
  const first = made('first', { check, figures: [percent('49'), billion('14')] });
  const second = made('second', { check, figures: [percent('49'), billion('14.3')] });
  const arithmetic = (claim: typeof first) =>
    datalessChecks(claim, [first, second], registry).filter(({ kind }) => kind === 'arithmetic');

  it('is set beside the registry and the other report', () => {
    expect(arithmetic(first)).toEqual([
      {
        kind: 'arithmetic',
        says: {
          en: '49% for $14 billion values the whole at $28.6 billion; the two figures as printed allow $27.2 billion to $29.9 billion. The registry records $29 billion, which lies in that range. The figures of second (49% for $14.3 billion) give $29.2 billion.',
          fr: '49\u00a0% pour 14 milliards de dollars valorisent l’ensemble à 28,6 milliards de dollars ; tels qu’imprimés, les deux chiffres permettent de 27,2 milliards de dollars à 29,9 milliards de dollars. Le registre note 29 milliards de dollars, ce qui est dans cet intervalle. Les chiffres de second (49\u00a0% pour 14,3 milliards de dollars) donnent 29,2 milliards de dollars.',
        },
        numbers: {
          valuation: 28.6e9,
          low: 27.2e9,
          high: 29.9e9,
          registry_valuation: 29e9,
          'valuation of second': 29.2e9,
        },
        claims: ['second'],
        source: 'https://example.org/deal',
      },
    ]);
  });

  it('says where the registry lies outside', () => {
    const dear = made('dear', { check, figures: [percent('49'), billion('20')] });
    expect(arithmetic(dear)[0]?.says.en).toContain('$29 billion, which lies outside that range');
  });

  it('is silent where a claim has two prices, or no stake', () => {
    const two = made('two', { check, figures: [percent('49'), billion('14'), billion('29')] });
    const none = made('none', { figures: [percent('49'), billion('14')] });
    expect([...arithmetic(two), ...arithmetic(none)]).toEqual([]);
  });
});
