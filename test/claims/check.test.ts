import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkClaims } from '../../src/claims/index.js';
import { type CvRow, inWorld, type World, worldOf } from '../world.js';
import { claimsOf, movers, registry } from './world.js';

const ratio = (printed: string, more = ''): string => `check: {measure: ratio, of: [alder, birch]}
  comparator: equals
  figures: [{printed: "${printed}", unit: ratio}]${more}`;

/** 53 to Birch and 5 back, all in the year before May 2024. */
const rush = [...movers(53, 'Alder', 'Birch', '2023-11'), ...movers(5, 'Birch', 'Alder', '2023-12')];

let rushed: World;
beforeAll(async () => {
  rushed = await worldOf(rush, { registry });
});
afterAll(() => rushed.warehouse.close());

async function checked(rows: readonly CvRow[], texts: readonly string[]) {
  const claims = claimsOf(...texts);
  if (rows === rush) return checkClaims(claims, { registry, desk: rushed });
  return inWorld(rows, (desk) => checkClaims(claims, { registry, desk }), { registry });
}

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
      '53 moved from Alder to Birch and 5 back until May 2024: 10.6 to one, 95% interval 4.3 to 34.0; that rounds to the 10.6 to 1 claimed. 7 other definitions agree. Counted are the people in csv, who are no sample of a firm’s staff.',
    );
    expect(one?.reason.fr).toBe(
      '53 passages d’Alder à Birch et 5 en sens inverse jusqu’en mai 2024\u00a0: 10,6 pour un, intervalle à 95 % de 4,3 à 34,0\u00a0; ce qui s’arrondit à 10,6 pour 1, le chiffre affirmé. 7 autres définitions concordent. Sont comptées les personnes présentes dans csv, qui ne sont pas un échantillon du personnel.',
    );
  });

  it('takes sampling weights where the data have them, and says so', async () => {
    const heavy = rush.map(([person, employer, start, end]): CvRow => {
      return [person, employer, start, end, { weight: employer === 'Birch' ? '2' : '1' }];
    });
    const [one] = await checked(heavy, [ratio('5.3')]);
    expect(one?.estimates[0]).toMatchObject({ value: 5.3, counts: { forward: 53, backward: 5 } });
    expect(one?.reason.en).toContain(
      'Counts are of people; ratios, rates and shares take the sampling weights of the data.',
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
      /^It agrees \(in the 24 months to May 2024; in the 12 months to May 2024; in 2023\): 53 moved .* It is contradicted \(until May 2024\): 73 moved .*; the 10.6 to 1 claimed lies outside\. Counted are/,
    );
  });

  it('has too little data in few moves, whatever their ratio', async () => {
    const few = [...movers(4, 'Alder', 'Birch', '2023-11'), ...movers(2, 'Birch', 'Alder', '2023-12')];
    const [one] = await checked(few, [ratio('2')]);
    expect(one?.verdict).toBe('too little data');
    expect(one?.reason.en).toMatch(
      /^4 moved from Alder to Birch and 2 back .*; under 5 are too few for a figure\. The 7 other definitions/,
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
    expect(one?.reason.en).toMatch(/The data end in December 2024, 2 months before the claim\./);
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

describe('checkClaims() on retention', () => {
  const retention = `check: {measure: retention, of: [birch], parameters: {months: 12}}
  comparator: equals
  figures: [{printed: "80", unit: percent}]`;
  /** 100 hired in 2022, of whom 20 leave for nobody known in 2023, and 60 hired in 2024-01 who stay. */
  const hires: CvRow[] = [
    ...Array.from({ length: 100 }, (_, i): CvRow => [`a${i}`, 'Birch', '2022-06', i < 20 ? '2023-01' : '']),
    ...Array.from({ length: 60 }, (_, i): CvRow => [`b${i}`, 'Birch', '2024-01', '']),
  ];

  it('runs the three quantities that bear the name, and names which agree', async () => {
    const [one] = await checked(hires, [retention]);
    expect(one?.verdict).toBe('depends on the definition');
    expect(one?.estimates.map(({ definition, value, outcome }) => [definition.en, value, outcome])).toEqual([
      ['hires followed from joining (D1), owners of each month', 80, 'reproduced'],
      ['recent hires still present (D2), owners of each month', 100, 'contradicted'],
      ['staff still present (D3), owners of each month', 100, 'contradicted'],
      ['hires followed from joining (D1), owners of today', 80, 'reproduced'],
      ['recent hires still present (D2), owners of today', 100, 'contradicted'],
      ['staff still present (D3), owners of today', 100, 'contradicted'],
    ]);
    expect(one?.reason.en).toBe(
      'It agrees (hires followed from joining (D1)): of 160 hired by Birch until May 2024, still there after 12 months: 80.0%, 95% interval 70.7% to 86.6%; that rounds to the 80% claimed. It is contradicted (recent hires still present (D2); staff still present (D3)): of 60 hired by Birch in the 12 months to May 2024, still there: 100.0%, 95% interval 94.0% to 100.0%; the 80% claimed lies outside. Counted are the people in csv, who are no sample of a firm’s staff.',
    );
  });

  it('runs only the one that the claim names', async () => {
    const [one] = await checked(hires, [
      retention.replace('measure: retention,', 'measure: retention, value: D1,'),
    ]);
    expect(one?.verdict).toBe('reproduced');
    expect(one?.estimates).toHaveLength(2);
  });

  it('holds a lead against every other one', async () => {
    const leads = `check: {measure: retention, of: [birch, alder], value: D1, parameters: {months: 12}}
  comparator: leads`;
    const leavers = Array.from(
      { length: 100 },
      (_, i): CvRow => [`c${i}`, 'Alder', '2022-06', i < 60 ? '2023-01' : ''],
    );
    const [ahead, behind] = await checked(
      [...hires, ...leavers],
      [leads, leads.replace('birch, alder', 'alder, birch')],
    );
    expect(ahead?.verdict).toBe('reproduced');
    expect(ahead?.estimates[0]?.value).toBeCloseTo(40, 9);
    expect(behind?.verdict).toBe('contradicted');
  });
});

describe('checkClaims() on other measures', () => {
  const flows = (comparator: string, more = ''): string =>
    `check: {measure: flows, of: [alder, birch]}\n  comparator: ${comparator}${more}`;

  it('takes hires found for the fewest that there were', async () => {
    const people = '\n  figures: [{printed: "50", unit: people}]';
    const [enough, over, rose] = await checked(rush, [
      flows('at_least', people),
      flows('at_least', people.replace('50', '54')),
      flows('rises'),
    ]);
    expect(enough?.verdict).toBe('reproduced');
    expect(over?.verdict).toBe('too little data');
    expect(over?.reason.en).toMatch(
      /^53 moved from Alder to Birch until May 2024; the data do not hold everybody/,
    );
    expect(rose?.verdict).toBe('reproduced');
  });

  it('reads headcount as a rise or a fall, in people of the data', async () => {
    const size =
      'check: {measure: headcount, of: [birch], parameters: {since: 2023-06, until: 2024-05}}\n  comparator: rises';
    const [rose, fell] = await checked(rush, [size, size.replace('rises', 'falls')]);
    expect(rose).toMatchObject({ verdict: 'reproduced' });
    expect(rose?.estimates[0]).toMatchObject({ value: 53 / 5, counts: { before: 5, after: 53 } });
    expect(fell?.verdict).toBe('contradicted');
  });

  it('says which measure does not answer what is claimed', async () => {
    const [one] = await checked(rush, ['check: {measure: coverage, of: [birch]}\ncomparator: rises']);
    expect(one).toMatchObject({ verdict: 'not checkable', uncheckable: 'no such measure' });
    expect(one?.reason.en).toBe(
      'Nothing that Mercato measures answers this. Coverage does not answer what is claimed.',
    );
  });

  it('puts figures beside a claim that bear no verdict', async () => {
    const [one] = await checked(rush, [
      'check: {none: opinion}\nbeside: [{measure: ratio, of: [alder, birch]}, {measure: ratio, of: [alder, dogwood]}, {measure: retention, of: [alder, birch], value: D1, parameters: {months: 6}}]',
    ]);
    expect(one).toMatchObject({ verdict: 'not checkable', uncheckable: 'opinion', estimates: [] });
    expect(one?.beside.map(({ says }) => says.en)).toEqual([
      '53 moved from Alder to Birch and 5 back until May 2024: 10.6 to one, 95% interval 4.3 to 34.0.',
      'Nobody in the data is or was at Dogwood.',
      'Of 58 hired by Alder until May 2024, still there after 6 months: 100.0%, no interval can be given.',
      'Of 58 hired by Birch until May 2024, still there after 6 months: 100.0%, no interval can be given.',
    ]);
  });
});

describe('checkClaims() without people', () => {
  const on = (text: string, ...others: readonly string[]) =>
    checkClaims(claimsOf(text, ...others), { registry });

  it('takes a fact to the registry', async () => {
    const [right] = await on(
      'check: {fact: founded, organisation: dogwood, on: 2021, founders: [Vera Lind]}',
    );
    expect(right).toMatchObject({ verdict: 'reproduced', on: 'none', estimates: [] });
    const [wrong] = await on('check: {fact: founded, organisation: dogwood, on: 2019}');
    expect(wrong).toMatchObject({ verdict: 'contradicted' });
    const [unknown] = await on('check: {fact: founded, organisation: alder, on: 2019}');
    expect(unknown).toMatchObject({ verdict: 'not checkable', uncheckable: 'no data' });
    expect(right?.version).toMatch(/^[0-9a-f]{12}$/);
  });

  it('leaves a figure open that the registry has nothing for', async () => {
    const [one] = await on(
      'check: {fact: acquired, organisation: cedar, by: birch, on: 2022}\nfigures: [{printed: "6.4", scale: billion, unit: USD}]',
    );
    expect(one?.verdict).toBe('compatible');
    expect(one?.reason.en).toMatch(/The figure of \$6\.4 billion stays open\.$/);
  });

  it('measures nothing without a database and says so', async () => {
    const [one] = await on(ratio('10.6'));
    expect(one).toMatchObject({ verdict: 'not checkable', on: 'none', uncheckable: 'no data' });
    expect(one?.reason.en).toMatch(/it has to be measured, and no database is loaded\.$/i);
    expect(one?.checks.length).toBeGreaterThan(0);
  });

  it('refuses a claim about a private person by the name of the policy', async () => {
    const [one] = await on('check: {none: a private person}');
    expect(one).toMatchObject({
      verdict: 'not checkable',
      uncheckable: 'a private person',
      policy: 'private persons',
    });
  });

  it('lists the outcomes of all predictions of a claimant and scores none', async () => {
    const said = (id: string, on: string) => `id: ${id}
firmness: prediction
check: {none: prediction}
prediction: {due: 2027, outcomes: [{on: ${on}, says: {en: It came to nothing., fr: Rien n’en est venu.}, source: 'https://example.org/outcome'}]}`;
    const [first] = await on(said('first', '2025-01'), said('second', '2025-03'));
    expect(first).toMatchObject({ verdict: 'not checkable', uncheckable: 'prediction' });
    expect(first?.outcomes?.map(({ claim, on }) => [claim, on])).toEqual([
      ['first', '2025-01'],
      ['second', '2025-03'],
    ]);
    expect(first?.reason.en).toMatch(/It falls due in 2027\. Recorded January 2025: It came to nothing\.$/);
  });

  it('measures no prediction before it falls due', async () => {
    const [one] = await checked(rush, [
      `${ratio('10.6')}\n  firmness: prediction\n  prediction: {due: 2030}`,
    ]);
    expect(one).toMatchObject({ verdict: 'not checkable', uncheckable: 'prediction', estimates: [] });
  });
});
