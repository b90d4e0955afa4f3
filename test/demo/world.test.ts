import { describe, expect, it } from 'vitest';
import { expected } from '../../src/demo/expected.js';
import { spellings } from '../../src/demo/wording.js';
import { talentWar } from '../../src/demo/world.js';
import { cleanName } from '../../src/organisations/clean.js';

describe('talentWar', () => {
  it('has 40 organisations, each once', () => {
    expect(new Set(talentWar.organisations.map(({ name }) => name)).size).toBe(40);
    expect(talentWar.organisations).toHaveLength(40);
  });

  it.each(talentWar.organisations)('$name is one name in all its spellings', (one) => {
    expect(new Set([one.name, ...spellings(one)].map(cleanName)).size).toBe(1);
  });
});

describe('expected(world, people)', () => {
  it('is the published two-year retention (SignalFire, State of Talent Report 2025)', () => {
    const shares = expected(talentWar, 60_000).retention.map(({ organisation, share }) => [
      organisation,
      Math.round(share * 1e9) / 1e9,
    ]);
    expect(shares).toEqual([
      ['Anthropic', 0.8],
      ['Google DeepMind', 0.78],
      ['OpenAI', 0.67],
      ['Meta', 0.64],
    ]);
  });

  it.each([1_000, 60_000, 200_000])('has the published flow ratios at %i people', (people) => {
    const published = expected(talentWar, people).ratios.filter((pair) => pair.published);
    expect(published.map(({ from, to }) => `${from} to ${to}`)).toEqual([
      'Google DeepMind to Anthropic',
      'OpenAI to Anthropic',
      'Hugging Face to Anthropic',
    ]);
    for (const [k, ratio] of [10.6, 8.2, 2].entries()) expect(published[k]!.ratio).toBeCloseTo(ratio, 9);
  });

  it('counts moves in proportion to the people', () => {
    expect(expected(talentWar, 60_000).moves('Google DeepMind', 'Anthropic')).toBeCloseTo(106, 9);
    expect(expected(talentWar, 30_000).moves('Google DeepMind', 'Anthropic')).toBeCloseTo(53, 9);
  });

  it('counts deals and campaigns among the moves', () => {
    const truth = expected(talentWar, 60_000);
    expect(truth.moves('Inflection AI', 'Microsoft')).toBeGreaterThan(70);
    const felt = truth.campaigns[0]!;
    expect(truth.moves('OpenAI', 'Meta')).toBeCloseTo(120 + felt.moves - felt.without, 9);
  });
});
