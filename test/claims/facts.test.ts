import { describe, expect, it } from 'vitest';
import { datalessChecks, refusalOf } from '../../src/claims/index.js';
import { parseRegistry } from '../../src/organisations/index.js';
import { made } from './made.js';

const registry = parseRegistry(
  `organisations:
  - {id: ferrous, title: Ferrous, kind: company, source: https://example.org/ferrous}
  - {id: tallow, title: Tallow, kind: company, source: https://example.org/tallow}
  - id: quill
    title: Quill
    kind: lab
    parents:
      - {id: ferrous, since: "2015-03", until: "2019-06", source: https://example.org/owner}
      - {id: ferrous-labs, since: "2019-06"}
    events:
      - {event: founded, on: "2010-09-23", source: https://example.org/founded}
      - {event: acquired, by: ferrous, price_usd: 6500000000, announced: "2015-01-26", on: "2015-03", source: https://example.org/deal}
    officers:
      - {name: Zoé Marrow, office: founder, source: https://example.org/people}
      - {name: Ansel Pike, office: founder, source: https://example.org/people}
      - {name: Ines Vole, office: chief executive, source: https://example.org/people}
    source: https://example.org/quill
  - id: ferrous-labs
    title: Ferrous Labs
    kind: unit
    parents: [{id: ferrous}]
    source: https://example.org/labs
  - id: sedge
    title: Sedge
    kind: company
    events:
      - {event: founded, on: "2021", source: https://example.org/sedge}
      - {event: stake_taken, by: ferrous, percent: 49, announced: "2025-06-12", source: https://example.org/stake}
      - {event: merged, into: tallow, announced: "2026-02-01", source: https://example.org/merged}
    source: https://example.org/sedge
`,
  'registry.yaml',
);

function checked(check: Record<string, unknown>, rest: Record<string, unknown> = {}) {
  const claim = made('a', { check, ...rest });
  return datalessChecks(claim, [claim], registry).filter(({ kind }) => kind === 'registry');
}

const outcomes = (check: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
  checked(check, rest).map(({ outcome }) => outcome ?? 'silent');

const founded = { fact: 'founded', organisation: 'quill' };
const acquired = { fact: 'acquired', organisation: 'quill' };
const billion = (printed: string) => ({ figures: [{ printed, scale: 'billion', unit: 'USD' }] });

describe('a fact against the registry: when', () => {
  it.each([
    ['the year of a day', '2010', 'reproduced'],
    ['the month of a day', '2010-09', 'reproduced'],
    ['the day itself', '2010-09-23', 'reproduced'],
    ['another day', '2010-09-24', 'contradicted'],
    ['another year', '2011', 'contradicted'],
    ['a stretch that holds the day', '2010-09-20/2010-09-25', 'reproduced'],
  ])('takes %s', (_what, on, outcome) => {
    expect(outcomes({ ...founded, on })).toEqual([outcome]);
  });

  it('calls compatible what the registry knows less exactly', () => {
    expect(outcomes({ fact: 'founded', organisation: 'sedge', on: '2021-05' })).toEqual(['compatible']);
  });

  it('lets an event be dated by its announcement as by its effect', () => {
    expect(outcomes({ ...acquired, on: '2015-01' })).toEqual(['reproduced']);
    expect(outcomes({ ...acquired, on: '2015-03' })).toEqual(['reproduced']);
    expect(outcomes({ ...acquired, on: '2015-02' })).toEqual(['contradicted']);
    expect(checked({ ...acquired, on: '2015-01' })[0]).toMatchObject({
      says: {
        en: 'When: the claim says January 2015, the registry 26 January 2015 for the announcement.',
        fr: 'Quand : l’affirmation dit janvier 2015, le registre 26 janvier 2015 pour l’annonce.',
      },
      source: 'https://example.org/deal',
    });
  });
});

describe('a fact against the registry: by whom, at what price', () => {
  it('compares every part on its own', () => {
    expect(outcomes({ ...acquired, by: 'tallow', on: '2015' }, billion('6.5'))).toEqual([
      'contradicted',
      'reproduced',
      'reproduced',
    ]);
  });

  it('takes a price at its printed precision', () => {
    expect(outcomes(acquired, billion('6.5'))).toEqual(['reproduced']);
    expect(outcomes(acquired, billion('6.4'))).toEqual(['contradicted']);
    expect(outcomes(acquired, { ...billion('6.4'), comparator: 'about' })).toEqual(['reproduced']);
    expect(outcomes(acquired, { ...billion('6'), comparator: 'at_least' })).toEqual(['reproduced']);
    expect(outcomes(acquired, { ...billion('5'), comparator: 'at_most' })).toEqual(['contradicted']);
  });

  it('calls compatible a price that the registry has less exactly', () => {
    expect(outcomes(acquired, billion('6.52'))).toEqual(['compatible']);
  });

  it('compares the share of a stake', () => {
    const stake = { fact: 'stake_taken', organisation: 'sedge', by: 'ferrous' };
    expect(outcomes(stake, { figures: [{ printed: '49', unit: 'percent' }] })).toEqual([
      'reproduced',
      'reproduced',
    ]);
    expect(outcomes(stake, { figures: [{ printed: '51', unit: 'percent' }] })).toEqual([
      'reproduced',
      'contradicted',
    ]);
  });

  it('reads by whom as into what for a merger', () => {
    expect(outcomes({ fact: 'merged', organisation: 'sedge', by: 'tallow', on: '2026' })).toEqual([
      'reproduced',
      'reproduced',
    ]);
  });

  it('decides nothing where the registry is silent, and says what else it records of the two', () => {
    expect(checked({ fact: 'acquired', organisation: 'sedge', by: 'ferrous' })).toEqual([
      {
        kind: 'registry',
        says: {
          en: 'The registry records no acquisition for Sedge; with Ferrous it records another event (stake taken).',
          fr: 'Pour Sedge, le registre ne note pas de rachat ; avec Ferrous, il note autre chose (prise de participation).',
        },
        numbers: {},
        claims: [],
        source: 'https://example.org/stake',
      },
    ]);
    expect(outcomes({ fact: 'closed', organisation: 'sedge', on: '2025' })).toEqual(['silent']);
  });

  it('says so where the registry has the event without the price', () => {
    const [by, price] = checked({ fact: 'stake_taken', organisation: 'sedge', by: 'ferrous' }, billion('14'));
    expect(by?.outcome).toBe('reproduced');
    expect(price).not.toHaveProperty('outcome');
    expect(price).toMatchObject({
      says: {
        en: 'Price: the claim says $14 billion, the registry none.',
        fr: 'Prix : l’affirmation dit 14 milliards de dollars, le registre n’en dit rien.',
      },
      numbers: { price: 14e9, registry_price: null },
    });
  });

  it('takes an event that a claim says no more of', () => {
    expect(outcomes(acquired)).toEqual(['reproduced']);
  });
});

describe('a fact against the registry: part of what', () => {
  const part = (by: string, on?: string) => ({
    fact: 'part_of',
    organisation: 'quill',
    by,
    ...(on ? { on } : {}),
  });

  it('follows owners upwards in time', () => {
    expect(outcomes(part('ferrous', '2016'))).toEqual(['reproduced']);
    expect(outcomes(part('ferrous', '2022'))).toEqual(['reproduced']);
    expect(outcomes(part('ferrous-labs', '2022'))).toEqual(['reproduced']);
    expect(outcomes(part('ferrous-labs', '2016'))).toEqual(['contradicted']);
    expect(outcomes(part('ferrous', '2012'))).toEqual(['contradicted']);
  });

  it('is compatible where it held for a part of the time', () => {
    expect(checked(part('ferrous', '2015'))[0]).toMatchObject({
      outcome: 'compatible',
      numbers: { months: 12, months_within: 10 },
      source: 'https://example.org/owner',
    });
  });

  it('takes the day of the claim where it says no other', () => {
    expect(outcomes(part('ferrous'), { on: '2012-01' })).toEqual(['contradicted']);
  });

  it('decides nothing for an organisation that is under nobody at any time', () => {
    expect(outcomes({ fact: 'part_of', organisation: 'sedge', by: 'ferrous' })).toEqual(['silent']);
  });
});

describe('founders, under the policy on private persons', () => {
  it('finds founders among those of the registry, whatever their accents, and lets it have more', () => {
    expect(checked({ ...founded, on: '2010', founders: ['Zoe Marrow'] })).toMatchObject([
      { outcome: 'reproduced' },
      {
        outcome: 'reproduced',
        says: { en: 'By whom: the registry names Zoé Marrow among the founders of Quill.' },
        source: 'https://example.org/people',
      },
    ]);
  });

  it('decides nothing of an officer who is no founder there', () => {
    expect(outcomes({ ...founded, founders: ['Zoé Marrow', 'Ines Vole'] })).toEqual(['silent']);
  });

  it('neither looks up nor names who holds no office, and checks the rest', () => {
    const found = checked({ ...founded, on: '2010', founders: ['Ansel Pike', 'Nobody Known'] });
    expect(found.map(({ outcome }) => outcome)).toEqual(['reproduced', 'reproduced', undefined]);
    expect(found[2]?.says.en).toBe(
      'Persons left out: 1, who hold no office of Quill in the registry (policy “private persons”).',
    );
    expect(JSON.stringify(found)).not.toContain('Nobody');
  });
});

describe('refusalOf(claim)', () => {
  it('refuses what is said of a private person, by the name of the policy', () => {
    expect(refusalOf(made('a', { check: { none: 'a private person' } }), registry)).toMatchObject({
      policy: 'private persons',
    });
  });

  it('refuses founders where nothing else is said and nobody of them holds an office', () => {
    expect(
      refusalOf(made('a', { check: { ...founded, founders: ['Nobody Known'] } }), registry),
    ).not.toBeNull();
    const elsewhere = { fact: 'founded', organisation: 'sedge', founders: ['Zoé Marrow'] };
    expect(refusalOf(made('a', { check: elsewhere }), registry)).not.toBeNull();
  });

  it('checks a founder in that office, and the rest of a claim', () => {
    for (const check of [
      { ...founded, founders: ['Zoé Marrow', 'Nobody Known'] },
      { ...founded, on: '2010', founders: ['Nobody Known'] },
      { none: 'opinion' },
      { measure: 'headcount' },
    ])
      expect(refusalOf(made('a', { check }), registry)).toBeNull();
  });

  it('leaves nothing of a refused claim but what others said of it', () => {
    const refused = made('a', {
      check: { none: 'a private person' },
      figures: [{ printed: '80', unit: 'percent' }],
      disputes: [{ claim: 'b', part: 'receipt' }],
    });
    expect(datalessChecks(refused, [refused, made('b')], registry).map(({ says }) => says.en)).toEqual([
      'Disputes that it was received in b.',
    ]);
  });
});
