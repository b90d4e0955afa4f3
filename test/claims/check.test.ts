import { describe, expect, it } from 'vitest';
import { type Checking, checkClaims } from '../../src/claims/index.js';
import { type CvRow, inWorld } from '../world.js';
import { claimsOf, movers, registry } from './world.js';

const ratio = (printed: string, more = ''): string => `check: {measure: ratio, of: [alder, birch]}
  comparator: equals
  figures: [{printed: "${printed}", unit: ratio}]${more}`;

async function checked(rows: readonly CvRow[], texts: readonly string[], more: Partial<Checking> = {}) {
  const claims = claimsOf(...texts);
  return inWorld(rows, (desk) => checkClaims(claims, { registry, desk, ...more }), { registry });
}

/** 53 to Birch and 5 back, all in the year before May 2024. */
const rush = [...movers(53, 'Alder', 'Birch', '2023-11'), ...movers(5, 'Birch', 'Alder', '2023-12')];

describe('checkClaims() on a ratio', () => {
  it('reproduces 10.6 with 53 there and 5 back, and says so in both languages', async () => {
    const [one] = await checked(rush, [ratio('10.6')]);
    expect(one).toMatchObject({ verdict: 'reproduced', on: 'observed' });
    expect(one?.estimates).toHaveLength(8);
    expect(one?.estimates[0]).toMatchObject({
      definition: {
        en: 'until May 2024, owners of each month',
        fr: 'jusqu’en mai 2024, propriétaires de chaque mois',
      },
      value: 10.6,
      counts: { forward: 53, backward: 5 },
      outcome: 'reproduced',
    });
    expect(one?.reason.en).toBe(
      '53 moved from Alder to Birch and 5 back until May 2024: 10.6 to one, 95% interval 4.3 to 34.0; that rounds to the 10.6 to 1 claimed. 7 other definitions agree.',
    );
    expect(one?.reason.fr).toBe(
      '53 passages d’Alder à Birch et 5 en sens inverse jusqu’en mai 2024 : 10,6 pour un, intervalle à 95 % de 4,3 à 34,0 ; ce qui s’arrondit à 10,6 pour 1, le chiffre affirmé. 7 autres définitions concordent.',
    );
  });

  it('counts nothing after the month of the claim', async () => {
    const [one] = await checked([...rush, ...movers(40, 'Birch', 'Alder', '2024-06')], [ratio('10.6')]);
    expect(one?.estimates[0]?.counts).toEqual({ forward: 53, backward: 5 });
  });

  it('depends on the window where the flow has turned, and names which windows agree', async () => {
    const before = [...movers(20, 'Alder', 'Birch', '2020-01'), ...movers(40, 'Birch', 'Alder', '2020-02')];
    const [one] = await checked([...before, ...rush], [ratio('10.6')]);
    expect(one?.verdict).toBe('depends on the definition');
    expect(one?.reason.en).toMatch(
      /^It agrees \(in the 24 months to May 2024; in the 12 months to May 2024; in 2023\): 53 moved .* It is contradicted \(until May 2024\): 73 moved .*; the 10.6 to 1 claimed lies outside\.$/,
    );
  });

  it('has too little data in few moves, whatever their ratio', async () => {
    const few = [...movers(4, 'Alder', 'Birch', '2023-11'), ...movers(2, 'Birch', 'Alder', '2023-12')];
    const [one] = await checked(few, [ratio('2')]);
    expect(one?.verdict).toBe('too little data');
    expect(one?.reason.en).toMatch(
      /^4 moved from Alder to Birch and 2 back .*; too few, under 5\. The 7 other definitions/,
    );
  });

  it('does not vary what the claim fixes', async () => {
    const fixed = ratio('10.6').replace(
      'birch]',
      'birch], parameters: {since: 2023, until: 2023, view: pro-forma, maxGap: 12}',
    );
    const [one] = await checked(rush, [fixed]);
    expect(one?.estimates.map(({ definition }) => definition.en)).toEqual(['in 2023']);
  });

  it('opens the start of the window where the claim fixes its end', async () => {
    const [one] = await checked(rush, [
      ratio('10.6').replace('birch]', 'birch], parameters: {until: 2023-11, view: pro-forma}'),
    ]);
    expect(one?.estimates.map(({ definition }) => definition.en)).toEqual([
      'until November 2023',
      'in the 24 months to November 2023',
      'in the 12 months to November 2023',
      'in 2022',
    ]);
    expect(one?.estimates[0]?.counts).toEqual({ forward: 53, backward: 0 });
  });

  it('reads "times" as a rate ratio and says the months at risk', async () => {
    const times = ratio('10.6').replace('unit: ratio', 'unit: times');
    const [one] = await checked(rush, [times]);
    expect(one?.estimates[0]?.counts).toMatchObject({
      forward: 53,
      backward: 5,
      person_months_from: 1302,
      person_months_to: 491,
    });
    expect(one?.reason.en).toMatch(
      /out of 1,302 and 491 person-months: \d+\.\d times the rate, 95% interval/,
    );
  });

  it('holds a direction against as many there as back', async () => {
    const direction = 'check: {measure: ratio, of: [birch, alder]}\ncomparator: more_than_reverse';
    const [one] = await checked(rush, [direction]);
    expect(one?.verdict).toBe('contradicted');
    expect(one?.reason.en).toMatch(
      /^5 moved from Birch to Alder and 53 back .*, all of it on the other side\./,
    );
  });

  it('says where the data end before the claim', async () => {
    const [one] = await checked(rush, [ratio('10.6', '\n  on: 2025-02-10')]);
    expect(one?.reason.en).toMatch(/The data end in December 2024, 2 months before the claim\.$/);
    expect(one?.estimates[0]?.definition.en).toMatch(/^until December 2024/);
  });

  it('is not checkable where nobody is at an organisation, and the other claims are', async () => {
    const nobody = ratio('2').replace('alder', 'dogwood');
    const [one, other] = await checked(rush, [nobody, ratio('10.6')]);
    expect(one).toMatchObject({ verdict: 'not checkable', uncheckable: 'no data', estimates: [] });
    expect(one?.reason).toEqual({
      en: 'No data at hand hold this. Nobody in the data is or was at Dogwood.',
      fr: 'Aucune donnée disponible ne contient cela. Personne dans les données n’est ni n’a été chez Dogwood.',
    });
    expect(other?.verdict).toBe('reproduced');
  });

  it('names the claim whose parameters a measure cannot take', async () => {
    const backwards = ratio('2').replace('birch]', 'birch], parameters: {among: nobody-knows}');
    await expect(checked(rush, [backwards])).rejects.toThrow(
      /claim claim-1 \(claims\.yaml:\d+\): unknown peer set/,
    );
  });
});
