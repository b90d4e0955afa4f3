import { describe, expect, it } from 'vitest';
import { amountOf, halfDigit, joinClaims, parseClaims, roundsTo } from '../../src/claims/index.js';

const head = `claims:
  - id: alpha-wins
    says: {en: Ten go to Alpha for one who leaves for Beta., fr: Dix vont chez Alpha pour un qui part chez Beta.}
    claimant: {name: Gazette}
    where: Gazette
    on: 2025-06
    firmness: reported
    source: https://example.org/alpha
`;
const check = '    check: {measure: ratio, of: [beta, alpha]}\n';
const figure = '    comparator: equals\n    figures: [{printed: "10.0", unit: ratio}]\n';
const whole = head + check + figure;
const registry = new Set(['alpha', 'beta']);
const fault = (text: string): string => {
  try {
    joinClaims([parseClaims(text, 'claims.yaml')], registry);
    return 'nothing wrong';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('parseClaims()', () => {
  it('reads a claim with its place in the file', () => {
    const [claim] = joinClaims([parseClaims(whole, 'claims.yaml')], registry);
    expect(claim).toMatchObject({
      id: 'alpha-wins',
      at: 'claims.yaml:2',
      where: { en: 'Gazette', fr: 'Gazette' },
      on: '2025-06',
      check: { measure: 'ratio', of: ['beta', 'alpha'] },
      relays: [],
      disputes: [],
    });
  });

  it.each([
    [
      'a key given twice',
      `${whole}    where: elsewhere\n`,
      /broken YAML: map keys must be unique.*claims\.yaml:12/,
    ],
    [
      'an unknown measure',
      whole.replace('ratio, of', 'ratios, of'),
      /unknown measure: "ratios" \(claims\.yaml:9\); did you mean ratio\?/,
    ],
    [
      'an unknown parameter',
      whole.replace('[beta, alpha]}', '[beta, alpha], parameters: {sinse: 2020}}'),
      /invalid parameter of ratio.*claims\.yaml:9/,
    ],
    ['a figure without unit', whole.replace(', unit: ratio', ''), /missing key: unit \(claims\.yaml:11\)/],
    [
      'a figure that lost its digits',
      whole.replace('"10.0"', '10.0'),
      /invalid printed: 10 \(claims\.yaml:11\); write the figure in quotes/,
    ],
    [
      'a date in no calendar',
      whole.replace('2025-06', '2025-02-30'),
      /invalid on: "2025-02-30" \(claims\.yaml:6\); write YYYY/,
    ],
    [
      'a dispute of a claim that is not there',
      `${whole}    disputes: [{claim: alpha-win, part: figure}]\n`,
      /no such claim: "alpha-win".*claims\.yaml:2/,
    ],
    [
      'a dispute of itself',
      `${whole}    disputes: [{claim: alpha-wins, part: figure}]\n`,
      /a claim against itself/,
    ],
    [
      'an id used twice',
      whole + whole.replace('claims:\n', ''),
      /id used twice: "alpha-wins" \(claims\.yaml:2 and claims\.yaml:12\)/,
    ],
    [
      'an organisation that nobody knows',
      whole.replace('beta, alpha', 'gamma, alpha'),
      /unknown organisation: "gamma"/,
    ],
    [
      'one organisation where two belong',
      whole.replace('[beta, alpha]', '[beta]'),
      /ratio is of two organisations, not: \["beta"\]/,
    ],
    ['no comparator', head + check, /no comparator: "alpha-wins"/],
    ['a comparator without a figure', `${head}${check}    comparator: equals\n`, /no figure: "alpha-wins"/],
    ['a check of no form', `${head}    check: {measur: ratio}\n`, /missing key: measure \(claims\.yaml:9\)/],
    ['a mark of doubt', whole.replace('name: Gazette', 'name: "?"'), /still unsure/],
    [
      'anchors that explode',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nclaims: [*c,*c]\n`,
      /broken YAML: excessive alias count/,
    ],
  ])('says where there is %s', (_, text, message) => {
    expect(fault(text)).toMatch(message);
  });
});

describe('figure', () => {
  it.each([
    [{ printed: '10.6', unit: 'ratio' }, 10.6, 0.05],
    [{ printed: '2.0', unit: 'ratio' }, 2, 0.05],
    [{ printed: '14', scale: 'billion', unit: 'USD' }, 14e9, 5e8],
    [{ printed: '14.3', scale: 'billion', unit: 'USD' }, 14.3e9, 5e7],
    [{ printed: '49', unit: 'percent' }, 49, 0.5],
  ] as const)('%j is a number with half a last digit', (figure, value, half) => {
    expect(amountOf(figure)).toBe(value);
    expect(halfDigit(figure)).toBe(half);
  });

  it('rounds at its own precision, halves either way', () => {
    const figure = { printed: '8.2', unit: 'ratio' } as const;
    expect([8.149, 8.15, 8.2, 8.25, 8.251].map((value) => roundsTo(value, figure))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});
