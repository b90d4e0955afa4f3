import { describe, expect, it } from 'vitest';
import { shipped, shippedClaims } from '../../src/cli/shipped.js';

const claims = shippedClaims();
const byId = new Map(claims.map((claim) => [claim.id, claim]));
const numbers = Array.from({ length: 25 }, (_, i) => String(i + 1).padStart(2, '0'));
const figures = (id: string) =>
  byId.get(id)?.figures.map(({ printed, scale, unit }) => [printed, scale, unit]);

describe('the claims that ship', () => {
  it('are all 25 of the list, in its order, letters where one holds several figures or directions', () => {
    const ids = claims.map(({ id }) => id);
    expect([...new Set(ids.map((id) => id.slice(0, 2)))]).toEqual(numbers);
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids) {
      const lettered = /^\d\d([a-z]?)-/.exec(id)?.[1];
      const several = ids.filter((other) => other.startsWith(id.slice(0, 2))).length > 1;
      expect([id, lettered !== '']).toEqual([id, several]);
    }
  });

  it('say the same in English and in French words', () => {
    for (const { id, says } of claims) {
      expect(says.en, id).not.toBe(says.fr);
      expect([says.en, says.fr].filter((text) => !/[.?]$/.test(text)).length, id).toBe(0);
    }
  });

  it('name the stake of each claimant who has one, and of no other', () => {
    const interested = claims.filter(({ claimant }) => claimant.stake !== undefined);
    expect(interested.map(({ id }) => id.slice(0, 2)).filter((n, i, all) => n !== all[i - 1])).toEqual([
      '02',
      '03',
      '04',
      '10',
      '11',
      '12',
      '16',
      '17',
    ]);
    for (const { id, claimant } of interested) expect(claimant.stake?.fr, id).not.toBe(claimant.stake?.en);
  });

  it('have office-holders of the registry among their claimants where they speak for their company', () => {
    const officers = new Map(
      shipped().registry.map(({ id, officers: held }) => [id, held.map(({ name }) => name)]),
    );
    const speakers = claims.filter(({ claimant }) => claimant.organisation !== undefined);
    const others = speakers.filter(
      ({ claimant }) => !officers.get(claimant.organisation ?? '')?.includes(claimant.name.en),
    );
    expect(speakers.length).toBeGreaterThan(others.length);
    expect(others.map(({ id }) => id)).toEqual(['17-no-such-bonus']);
  });

  it('dispute what the list says they dispute', () => {
    const disputes = claims.flatMap(({ id, disputes }) =>
      disputes.map(({ claim, part }) => [id, claim, part]),
    );
    expect(disputes).toEqual([
      ['15-rails-of-open-source', '10-meta-innovation', 'whole'],
      ['16-only-few-leaders', '02-signing-bonus', 'scope'],
      ['17-no-such-bonus', '02-signing-bonus', 'receipt'],
    ]);
  });

  it('hold a relay that changes the quantity as a claim of its own', () => {
    const mutations = claims.flatMap(({ id, mutates }) => (mutates ? [[id, mutates.claim]] : []));
    expect(mutations).toEqual([
      ['05a-nine-figures', '05b-seven-to-nine-figures'],
      ['13d-eleven-times-more-likely', '13a-anthropic-from-deepmind'],
      ['13e-eight-times-more-likely', '13b-anthropic-from-openai'],
    ]);
    expect(byId.get('13a-anthropic-from-deepmind')?.check).not.toHaveProperty('value');
    expect(byId.get('13d-eleven-times-more-likely')?.check).toMatchObject({ value: 'rate_ratio' });
  });

  it.each([
    ['02-signing-bonus', [['100', 'million', 'USD']]],
    ['03-yearly-pay', [['100', 'million', 'USD per year']]],
    [
      '07a-stake-14-billion',
      [
        ['49', undefined, 'percent'],
        ['14', 'billion', 'USD'],
      ],
    ],
    [
      '07b-stake-14-3-billion',
      [
        ['49', undefined, 'percent'],
        ['14.3', 'billion', 'USD'],
      ],
    ],
    ['11c-meta-pay', [['2', 'million', 'USD per year']]],
    ['12-three-cases', [['3', undefined, 'cases']]],
    ['13a-anthropic-from-deepmind', [['10.6', undefined, 'ratio']]],
    ['13b-anthropic-from-openai', [['8.2', undefined, 'ratio']]],
    ['13c-anthropic-from-hugging-face', [['2', undefined, 'ratio']]],
    ['13d-eleven-times-more-likely', [['11', undefined, 'times']]],
    ['14a-retention-anthropic', [['80', undefined, 'percent']]],
    ['14b-retention-deepmind', [['78', undefined, 'percent']]],
    ['14c-retention-openai', [['67', undefined, 'percent']]],
    ['14d-retention-meta', [['64', undefined, 'percent']]],
    ['23a-io-6-4-billion', [['6.4', 'billion', 'USD']]],
    ['23b-io-6-5-billion', [['6.5', 'billion', 'USD']]],
  ])('%s prints %j', (id, printed) => {
    expect(figures(id)).toEqual(printed);
  });

  it('leave open which retention is meant, and fix its two years', () => {
    for (const { id, check } of claims.filter((claim) => claim.id.startsWith('14'))) {
      expect([id, check]).toEqual([
        id,
        expect.objectContaining({ parameters: { months: 24, until: '2025-05' } }),
      ]);
      expect(check).not.toHaveProperty('value');
    }
  });

  it('ask measures about nothing after the month in which they were made', () => {
    for (const { id, on, check } of claims) {
      if (!('measure' in check)) continue;
      const published = id.startsWith('13') ? '2025-05' : on.slice(0, 7);
      const until = id.startsWith('01') ? '2024-12' : published;
      expect([id, check.parameters.until]).toEqual([id, until]);
    }
  });

  it('hold demand against the year 2024 in two countries, and technology against no index of every trade', () => {
    const year = { country: ['US', 'FR'], since: '2024-01', until: '2024-12' };
    expect(byId.get('01a-demand-for-ai-skills')).toMatchObject({
      check: { measure: 'demand', parameters: { ...year, series: ['ai_share'] } },
      comparator: 'rises',
    });
    expect(byId.get('01b-tech-labour-market')).toMatchObject({
      check: { none: 'no such measure' },
      beside: [{ measure: 'demand', parameters: { ...year, series: ['index'] } }],
    });
  });

  it('refuse what is about a private person, without a name in the text', () => {
    const refused = claims.filter(({ check }) => 'none' in check && check.none === 'a private person');
    expect(refused.map(({ id }) => id)).toEqual(['08-researcher-hired', '17-no-such-bonus']);
    expect(byId.get('08-researcher-hired')?.claimant.name.en).toBe('Press reports, unnamed');
  });

  it('record no outcome of a prediction that nobody can look up', () => {
    const predictions = claims.filter(({ prediction }) => prediction !== undefined);
    expect(predictions.map(({ id }) => id)).toEqual(['24-device-size', '25-will-it-pay-off']);
    for (const { prediction } of predictions) expect(prediction?.outcomes).toEqual([]);
  });
});
