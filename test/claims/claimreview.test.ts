import { describe, expect, it } from 'vitest';
import { type CheckedClaim, claimReviewOf, datalessChecks, type Estimate } from '../../src/claims/index.js';
import { parseRegistry } from '../../src/organisations/index.js';
import { made } from './made.js';
import { faults } from './vocabulary.js';

const registry = parseRegistry(
  `organisations:
  - {id: ferrous, title: Ferrous, kind: company, source: https://example.org/ferrous}
  - id: quill
    title: Quill
    kind: company
    events:
      - {event: stake_taken, by: ferrous, percent: 49, price_usd: 14300000000, announced: "2025-06-12", source: https://example.org/deal}
    source: https://example.org/quill
`,
  'registry.yaml',
);

const flow = made('flow', {
  claimant: { name: 'Vesper Capital', kind: 'organisation' },
  where: { en: 'The yearly report', fr: 'Le rapport annuel' },
  on: '2025-05-20',
  relays: [{ by: 'The Daily Ferret', on: '2025-06', source: 'https://example.org/relay' }],
  check: { measure: 'ratio', of: ['quill', 'ferrous'], parameters: { since: '2023-01', until: '2024-12' } },
  comparator: 'equals',
  figures: [{ printed: '10.6', unit: 'ratio' }],
  source: 'https://example.org/report',
});

const stake = made('stake', {
  claimant: { name: 'Ada Ferrule', kind: 'person', role: { en: 'analyst', fr: 'analyste' } },
  on: '2025-06-10/2025-06-13',
  check: { fact: 'stake_taken', organisation: 'quill', by: 'ferrous' },
  figures: [
    { printed: '49', unit: 'percent' },
    { printed: '14', scale: 'billion', unit: 'USD' },
  ],
});

const opinion = made('opinion', {
  claimant: { name: { en: 'Analysts, unnamed', fr: 'Des analystes, sans nom' }, role: 'banks' },
});

const estimate = (counts: Estimate['counts']): Estimate => ({
  definition: { en: 'the whole window', fr: 'toute la période' },
  value: 2.4,
  low: 1.02,
  high: 6.1,
  counts,
  outcome: 'contradicted',
});

function checkedOf(claim: CheckedClaim['claim'], rest: Partial<CheckedClaim> = {}): CheckedClaim {
  return {
    claim,
    verdict: 'not checkable',
    on: 'observed',
    reason: { en: 'A reason with 3 people in it.', fr: 'Un motif avec 3 personnes.' },
    estimates: [],
    checks: datalessChecks(claim, [flow, stake, opinion], registry),
    beside: [],
    version: 'abc123',
    ...rest,
  };
}

const measured = checkedOf(flow, {
  verdict: 'contradicted',
  estimates: [estimate({ forward: 24, backward: 10 })],
});
const small = checkedOf(flow, {
  verdict: 'too little data',
  estimates: [estimate({ forward: 24, backward: 10 }), estimate({ forward: 9, backward: 3 })],
});
const bought = checkedOf(stake, { verdict: 'reproduced', on: 'none' });

// biome-ignore lint/suspicious/noExplicitAny: a test reads into a document that is checked against the vocabulary
const graph = (...args: Parameters<typeof claimReviewOf>): any[] => claimReviewOf(...args)['@graph'] as any[];

describe('claimReviewOf(checked, lang)', () => {
  it.each(['en', 'fr'] as const)('is valid against the vocabulary of schema.org in %s', (lang) => {
    const publisher = { name: 'The Daily Ferret', url: 'https://example.org/' };
    const all = [measured, small, bought, checkedOf(opinion), checkedOf(stake, { on: 'simulated' })];
    expect(faults(claimReviewOf(all, lang, { registry, publisher }))).toEqual([]);
    expect(faults(claimReviewOf(all, lang))).toEqual([]);
    expect(graph(all, lang)).toHaveLength(5);
  });

  it('tells the claim: who, where first, relayed where, when', () => {
    const [one, two, three] = graph([measured, bought, checkedOf(opinion)], 'fr');
    expect(one.itemReviewed).toEqual({
      '@type': 'Claim',
      text: 'Affirmation flow.',
      author: { '@type': 'Organization', name: 'Vesper Capital' },
      datePublished: '2025-05-20',
      firstAppearance: { '@type': 'CreativeWork', name: 'Le rapport annuel', datePublished: '2025-05-20' },
      appearance: [
        {
          '@type': 'CreativeWork',
          name: 'The Daily Ferret',
          url: 'https://example.org/relay',
          datePublished: '2025-06',
        },
        { '@type': 'CreativeWork', url: 'https://example.org/report' },
      ],
    });
    expect(two.itemReviewed).toMatchObject({
      author: { '@type': 'Person', name: 'Ada Ferrule', jobTitle: 'analyste' },
      temporalCoverage: '2025-06-10/2025-06-13',
      firstAppearance: { url: 'https://example.org/ferret' },
    });
    expect(three.itemReviewed).toMatchObject({ creditText: 'Des analystes, sans nom, banks' });
    expect(three.itemReviewed).not.toHaveProperty('author');
  });

  it('rates by number only what the figures decide', () => {
    const ratings = (
      [
        'reproduced',
        'compatible',
        'contradicted',
        'depends on the definition',
        'too little data',
        'not checkable',
      ] as const
    ).map((verdict) => graph([checkedOf(flow, { verdict })], 'en')[0].reviewRating);
    expect(ratings.map(({ ratingValue }) => ratingValue)).toEqual([3, 2, 1, undefined, undefined, undefined]);
    expect(ratings[0]).toEqual({
      '@type': 'Rating',
      ratingValue: 3,
      bestRating: 3,
      worstRating: 1,
      alternateName: 'reproduced',
      ratingExplanation: 'A reason with 3 people in it.',
    });
    expect(ratings[3]).not.toHaveProperty('bestRating');
  });

  it('gives what was measured as an observation, with its margin and denominator', () => {
    expect(graph([measured], 'en', { registry })[0].mentions[0]).toEqual({
      '@type': 'Observation',
      observationAbout: [
        { '@type': 'Organization', identifier: 'quill', name: 'Quill' },
        { '@type': 'Organization', identifier: 'ferrous', name: 'Ferrous' },
      ],
      variableMeasured: 'Flow ratio',
      measurementMethod: 'the whole window',
      observationPeriod: 'P24M',
      value: 2.4,
      unitText: 'for one the other way',
      measurementDenominator: { '@type': 'StatisticalVariable', name: 'moves the other way' },
      marginOfError: { '@type': 'QuantitativeValue', minValue: 1.02, maxValue: 6.1 },
      additionalProperty: [
        { '@type': 'PropertyValue', name: 'forward', value: 24 },
        { '@type': 'PropertyValue', name: 'backward', value: 10 },
      ],
    });
  });

  it('withholds an estimate on a count below 5, and gives the others as the reason', () => {
    const [review] = graph([small], 'en', { registry });
    expect(review.mentions[0].value).toBe(2.4);
    expect(review.mentions[1]).toMatchObject({ description: 'Not published: it rests on a count below 5.' });
    expect(review.mentions[1]).not.toHaveProperty('value');
    expect(review.mentions[1]).not.toHaveProperty('additionalProperty');
    expect(review.reviewRating.ratingExplanation).toBe(
      'the whole window: 2.4 (95% 1.02 – 6.1), contradicted. Definitions not published, since they rest on counts below 5: 1 of 2.',
    );
    expect(graph([small], 'fr')[0].reviewRating.ratingExplanation).toContain(
      '2,4 (95\u00a0% 1,02 – 6,1), contredite',
    );
    expect(JSON.stringify(review)).not.toContain('with 3 people');
    const stayed = estimate({ people: 40, jobs: 41, events: 37 });
    expect(graph([checkedOf(flow, { estimates: [stayed] })], 'en')[0].mentions[0]).not.toHaveProperty(
      'value',
    );
  });

  it('gives the arithmetic with its range, and cites the registry', () => {
    const [review] = graph([bought], 'en', { registry });
    expect(review.mentions).toEqual([
      {
        '@type': 'Observation',
        observationAbout: [{ '@type': 'Organization', identifier: 'quill', name: 'Quill' }],
        variableMeasured: 'valuation that the stake and its price imply',
        measurementMethod: 'arithmetic on the figures as printed',
        value: 28.6e9,
        unitText: 'USD',
        marginOfError: { '@type': 'QuantitativeValue', minValue: 27.2e9, maxValue: 29.9e9 },
      },
    ]);
    expect(review.citation).toEqual([{ '@type': 'CreativeWork', url: 'https://example.org/deal' }]);
    expect(review.reviewBody).toContain('49% for $14 billion values the whole at $28.6 billion');
  });

  it('holds nothing measured on simulated people, and no claim without a check that needs no data', () => {
    const on = 'simulated';
    const found = graph([{ ...measured, on }, { ...bought, on }, checkedOf(opinion, { on })], 'en', {
      registry,
    });
    expect(found.map(({ identifier }) => identifier)).toEqual(['flow', 'stake']);
    expect(found[0].reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'not measured',
      ratingExplanation: 'The people of the database are simulated, so only what needs no data is told.',
    });
    expect(found[0].mentions).toHaveLength(1);
    expect(found[0].mentions[0].measurementMethod).toBe('arithmetic on the figures as printed');
    expect(found[1].reviewRating).toMatchObject({ ratingValue: 3, alternateName: 'reproduced' });
    expect(JSON.stringify(found)).not.toContain('2.4');
    expect(JSON.stringify(found)).not.toContain('A reason');
  });

  it('leaves out what is refused as about a person', () => {
    const refused = checkedOf(made('refused', { check: { none: 'a private person' } }), {
      uncheckable: 'a private person',
      policy: 'private persons',
    });
    expect(graph([refused], 'en')).toEqual([]);
  });

  it('is signed by whoever publishes it, else by nobody', () => {
    const publisher = { name: 'The Daily Ferret', url: 'https://example.org/' };
    expect(graph([bought], 'en', { publisher })[0]).toMatchObject({
      author: { '@type': 'Organization', name: 'The Daily Ferret' },
      publisher: { url: 'https://example.org/' },
    });
    expect(graph([bought], 'en')[0]).not.toHaveProperty('author');
  });
});

describe('the check against the vocabulary', () => {
  const document = (...nodes: readonly unknown[]) => ({ '@context': 'https://schema.org', '@graph': nodes });

  it.each([
    ['a type that is not in it', { '@type': 'ClaimVerdict' }, 'unknown type ClaimVerdict'],
    ['a property that is not in it', { '@type': 'Claim', verdict: 'x' }, 'graph.verdict: unknown property'],
    ['a property of another type', { '@type': 'Claim', ratingValue: 1 }, 'not a property of Claim'],
    ['a value of another type', { '@type': 'Claim', author: { '@type': 'Rating' } }, 'holds no Rating'],
    ['a number for a text', { '@type': 'Claim', text: 5 }, 'holds no number'],
    ['a date in no calendar form', { '@type': 'Claim', datePublished: 'June' }, 'does not hold "June"'],
  ])('refuses %s', (_what, node, fault) => {
    expect(faults(document(node)).join('\n')).toContain(fault);
  });

  it('takes a property of a type above', () => {
    expect(
      faults(document({ '@type': 'ClaimReview', reviewBody: 'x', inLanguage: 'en', name: 'y' })),
    ).toEqual([]);
  });
});
