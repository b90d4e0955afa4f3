import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { study } from '../../src/measures/index.js';
import { parseRegistry } from '../../src/organisations/index.js';
import { formatMonth, parseMonth } from '../../src/records/index.js';
import { type CvRow, inWorld, type World, worldOf } from '../world.js';

const at = (text: string): number => parseMonth(text, 'first') ?? 0;

/** In each month from one to another so many people go from one place to another, each after a year there. */
function going(from: string, to: string, first: string, last: string, each: number, every = 1): CvRow[] {
  const rows: CvRow[] = [];
  for (let month = at(first); month <= at(last); month += every) {
    for (let n = 0; n < each; n++) {
      const person = `${from}-${to}-${month}-${n}`;
      rows.push([person, from, formatMonth(month - 12), formatMonth(month)]);
      rows.push([person, to, formatMonth(month), '']);
    }
  }
  return rows;
}

/** People who are at a place all the time. */
const staying = (place: string): CvRow[] =>
  Array.from({ length: 40 }, (_, i): CvRow => [`${place}-${i}`, place, '2015-01', '']);

/** Alpha loses one person a month to Beta, three from July 2022 on; other flows do not change. */
const rows: readonly CvRow[] = [
  ...['Alpha', 'Beta', 'Gamma', 'Delta', 'Omega'].flatMap(staying),
  ...going('Alpha', 'Beta', '2018-01', '2022-06', 1),
  ...going('Alpha', 'Beta', '2022-07', '2024-12', 3),
  ...going('Gamma', 'Beta', '2018-01', '2024-12', 1),
  ...going('Gamma', 'Delta', '2018-01', '2024-12', 1),
  ...going('Delta', 'Gamma', '2018-01', '2024-12', 2),
  ...going('Alpha', 'Delta', '2018-01', '2024-12', 1),
  ...going('Omega', 'Gamma', '2022-01', '2022-03', 1),
];

const registry = parseRegistry(
  `organisations:
  - {id: alpha, title: Alpha, kind: company, source: 'https://example.org/alpha'}
  - id: beta
    title: Beta
    kind: company
    source: https://example.org/beta
  - id: gamma
    title: Gamma
    kind: company
    events: [{event: stake_taken, by: beta, percent: 20, announced: '2022-07-10', on: '2022-09', source: 'https://example.org/gamma'}]
    source: https://example.org/gamma
`,
  'study.yaml',
);

let world: World;
beforeAll(async () => {
  world = await worldOf(rows, { registry });
});
afterAll(async () => world.warehouse.close());

const asked = (parameters: Record<string, unknown>, subjects = ['Alpha', 'Beta']) =>
  ask(world, study, { subjects, parameters });
const codes = ({ notes }: { readonly notes: readonly { readonly code: string }[] }): string[] =>
  notes.map(({ code }) => code);

describe('study A B --event M', () => {
  it('counts around the event, and sets the change of the flow against that of the others', async () => {
    const result = await asked({ event: '2022-07' });
    expect(result.rows).toHaveLength(1);
    const [row] = result.rows;
    expect(row).toMatchObject({
      ...{ from: 'Alpha', to: 'Beta', event: '2022-07', dated: null, months_before: 24, months_after: 12 },
      ...{ hires_before: 24, hires_after: 36, people_before: 24, people_after: 36 },
      ...{ comparisons: 3, compared_before: 96, compared_after: 48 },
    });
    expect(row?.effect).toBeGreaterThan(2.5);
    expect(row?.effect).toBeLessThan(3.5);
    expect(row?.q_value).toBe(row?.p_value);
  });

  it('stands out against other months and other flows', async () => {
    const { rows: found, notes } = await asked({ event: '2022-07' });
    const [row] = found;
    expect(row?.p_value).toBe(1 / (1 + Number(row?.placebos)));
    expect(row?.low).toBeGreaterThan(1);
    expect(row?.high).toBeGreaterThan(Number(row?.effect));
    expect(codes({ notes })).not.toContain('few_placebos');
  });

  it('finds a ratio of 1 where nothing happened', async () => {
    const { rows: found } = await asked({ event: '2022-07', against: ['Alpha>Delta'] }, ['Delta', 'Gamma']);
    expect(found[0]?.effect).toBeCloseTo(1, 1);
  });

  it('compares with no flow from or to where the flow leads, and says so', async () => {
    const { notes } = await asked({ event: '2022-07' });
    const said = (code: string) => notes.find((note) => note.code === code)?.en;
    expect(said('compared')).toBe('Compared with 3 flows: Delta → Gamma; Alpha → Delta; Gamma → Delta.');
    expect(said('not_compared_destination')).toContain('not compared: 1.');
    expect(said('same_origin')).toContain('leaves: 1.');
    expect(said('not_compared_few')).toBeUndefined();
  });

  it('compares with the flows that are named', async () => {
    const { rows: found, notes } = await asked({
      event: '2022-07',
      against: ['Gamma>Beta', 'Omega > Delta'],
    });
    expect(found[0]).toMatchObject({ comparisons: 1, compared_before: 24, compared_after: 12 });
    expect(codes({ notes })).toContain('named_without_hires');
  });

  it('has a row for all flows together and one for each, with q-values over these', async () => {
    const { rows: found } = await asked({ event: '2022-07', flow: ['Gamma>Beta'] });
    expect(found.map(({ from, to, hires_after }) => [from, to, hires_after])).toEqual([
      [null, null, 48],
      ['Alpha', 'Beta', 36],
      ['Gamma', 'Beta', 12],
    ]);
    const [all, alpha, gamma] = found;
    expect(all?.q_value).toBeNull();
    expect(alpha?.q_value).toBe(Math.min(2 * Number(alpha?.p_value), Number(gamma?.p_value)));
    expect(Number(gamma?.effect)).toBeLessThan(Number(all?.effect));
  });

  it('studies all who leave where one organisation is named, against all who leave others', async () => {
    const { rows: found, notes } = await asked({ event: '2022-07' }, ['Alpha']);
    expect(found[0]).toMatchObject({
      ...{ from: 'Alpha', to: null, hires_before: 48, hires_after: 48 },
      ...{ comparisons: 2, compared_before: 96, compared_after: 48 },
    });
    expect(notes.find(({ code }) => code === 'compared')?.en).toContain('Gamma → *; Delta → *');
  });

  it('counts everybody where the organisation named holds others', async () => {
    const group = parseRegistry(
      `organisations:
  - {id: alpha, title: Alpha, kind: company, source: 'https://example.org/alpha'}
  - {id: omega, title: Omega, kind: company, parents: [{id: alpha, since: 2014-01}], source: 'https://example.org/omega'}
`,
      'group.yaml',
    );
    const [row] = await inWorld(
      rows,
      async (other) =>
        (await ask(other, study, { subjects: ['Alpha'], parameters: { event: '2022-07' } })).rows,
      { registry: group },
    );
    expect(row).toMatchObject({ hires_before: 51, hires_after: 48, compared_before: 96 });
  });

  it('takes both dates of an event of the registry, and leaves its parties out of the comparison', async () => {
    const { rows: found, notes } = await asked({ event: 'gamma:stake_taken' }, ['Alpha', 'Delta']);
    expect(found.map(({ event, dated }) => [event, dated])).toEqual([
      ['2022-07', 'announced'],
      ['2022-09', 'effective'],
    ]);
    expect(codes({ notes })).toEqual(expect.arrayContaining(['several_dates', 'not_compared_party']));
  });

  it('tries every month of a range', async () => {
    const { rows: found } = await asked({ event: '2022-06/2022-08' });
    expect(found.map(({ event }) => event)).toEqual(['2022-06', '2022-07', '2022-08']);
    expect(Number(found[1]?.effect)).toBeGreaterThan(Number(found[0]?.effect));
  });

  it('keeps placebo months 12 months from other events of the organisations', async () => {
    const [near] = (await asked({ event: '2022-07' })).rows;
    const far = await inWorld(
      rows,
      async (other) =>
        (await ask(other, study, { subjects: ['Alpha', 'Beta'], parameters: { event: '2022-07' } })).rows,
    );
    // Beta took a stake in September 2022: the months from July to August 2023 fall away.
    expect(Number(far[0]?.placebos) - Number(near?.placebos)).toBe(2);
  });

  it('looks at nothing in the last three months of the data', async () => {
    const { rows: found, notes } = await asked({ event: '2024-02' });
    expect(found[0]).toMatchObject({ months_after: 8, hires_after: 24 });
    expect(notes.find(({ code }) => code === 'right_edge_withheld')?.en).toContain('after 2024-09');
    expect(codes({ notes })).toContain('short_window');
  });

  it('leaves out moves from jobs with an unknown start, and says how many', async () => {
    const more: CvRow[] = [
      ['zoe', 'Alpha', '', '2022-08'],
      ['zoe', 'Beta', '2022-08', ''],
    ];
    const { rows: found, notes } = await inWorld([...rows, ...more], (other) =>
      ask(other, study, { subjects: ['Alpha', 'Beta'], parameters: { event: '2022-07' } }),
    );
    expect(found[0]).toMatchObject({ hires_after: 36 });
    expect(notes.find(({ code }) => code === 'unknown_start')?.en).toContain(': 1.');
  });

  it('tells a slope after the event where it is asked', async () => {
    const result = await asked({ event: '2022-07', slope: true });
    expect(result.rows[0]?.slope).toBeGreaterThan(0);
    expect(result.columns.map(({ name }) => name)).toContain('slope_p_value');
  });
});

describe('a study that cannot be made', () => {
  it.each([
    ['no_effect_outside', { event: '2031-01' }, ['Alpha', 'Beta']],
    ['no_effect_outside', { event: '2024-12' }, ['Alpha', 'Beta']],
    ['no_effect_outside', { event: '2012-01' }, ['Alpha', 'Beta']],
    ['no_effect_few_before', { event: '2015-06' }, ['Alpha', 'Beta']],
    ['no_effect_few_after', { event: '2024-08' }, ['Alpha', 'Beta']],
    ['no_effect_few_before', { event: '2022-07', since: '2022-07', until: '2022-07' }, ['Alpha', 'Beta']],
    ['no_effect_no_events', { event: '2022-07' }, ['Beta', 'Omega']],
    ['no_effect_no_comparison', { event: '2022-07', against: ['Beta>Omega'] }, ['Alpha', 'Beta']],
  ] as const)('says %s for %o', async (code, parameters, subjects) => {
    const result = await asked(parameters, [...subjects]);
    expect(result.rows[0]).toMatchObject({ effect: null, low: null, high: null, p_value: null, placebos: 0 });
    expect(codes(result)).toContain(code);
    for (const value of Object.values(result.rows[0] ?? {}))
      expect(typeof value === 'number' ? Number.isFinite(value) : value !== undefined).toBe(true);
  });

  it.each([
    [{}, 'no event to study; name its month'],
    [{ event: 'June 2025' }, 'invalid event: "June 2025"'],
    [{ event: '2022-07/2021-07' }, 'invalid event'],
    [
      { event: 'gamma:closed' },
      'unknown event: "gamma:closed" (registry); give a month, or one of gamma:stake_taken',
    ],
    [{ event: '2022-07', flow: ['Alpha'] }, 'write FROM>TO'],
    [{ event: '2022-07', flow: ['Alpha>Alpha'] }, 'name two different organisations'],
    [{ event: '2022-07', against: ['Alpha>Beta'] }, 'flow both studied and compared with: "Alpha>Beta"'],
    [{ event: '2022-07', flow: ['Gamma>*'] }, 'flows of two shapes'],
    [{ event: '2022-07', flow: ['*>Gamma'] }, 'flows of two shapes'],
    [{ event: '2022-07', before: 6 }, 'invalid before: 6'],
  ])('refuses %o', async (parameters, message) => {
    await expect(asked(parameters)).rejects.toThrow(message);
  });

  it('takes one organisation or two', async () => {
    await expect(asked({ event: '2022-07' }, [])).rejects.toThrow('study takes one organisation');
    await expect(asked({ event: '2022-07' }, ['Alpha', 'Beta', 'Gamma'])).rejects.toThrow('not 3');
  });
});
