import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Result } from '../../src/ask.js';
import { pay } from '../../src/measures/index.js';
import { buildFilers, parseRegistry } from '../../src/organisations/index.js';
import { release } from '../../src/release/index.js';
import { statusOf } from '../../src/sources/index.js';
import { lca } from '../../src/sources/lca.js';
import { join, sql } from '../../src/warehouse/index.js';
import { type Case, disclosureOf } from '../sources/filings.js';
import { loadInto } from '../sources/loading.js';
import { type CvRow, episodesOf, movesOf, type World, worldOf } from '../world.js';

const source = 'source: "https://example.org/x"';
const registry = parseRegistry(
  `organisations:
  - {id: oak, title: Oak, kind: company, ${source}}
  - {id: fir, title: Fir, kind: company, aliases: [Firtree], ${source}, parents: [{id: oak, since: "2024-04", ${source}}],
      events: [{event: acquired, by: oak, on: "2024-04-01", ${source}}]}
  - {id: twig, title: Twig Lab, kind: lab, ${source}, parents: [{id: oak, ${source}}]}
  - {id: elm, title: Elm, kind: company, acronyms: [EL], ${source}}
  - {id: yew, title: Yew, kind: company, acronyms: [EL], ${source}}
`,
  'trees.yaml',
  'shipped',
);

const peers = {
  name: 'trees',
  title: { en: 'Trees', fr: 'Arbres' },
  members: ['oak', 'yew'],
  where: 'trees.yaml:1',
};

const careers: CvRow[] = [
  ['ana', 'Oak', '2020-01', '2022-03'],
  ['ana', 'Rowan Labs', '2022-03', ''],
  ['bob', 'Rowan Labs', '2019-01', '2023-05'],
  ['bob', 'Firtree', '2023-05', ''],
];

const january = { DECISION_DATE: 45_299 };
const july = { DECISION_DATE: 45_481 };

/** Answers over files of cases, loaded one after the other beside the careers. */
async function filed<T>(files: readonly (readonly Case[])[], work: (world: World) => Promise<T>): Promise<T> {
  const world = await worldOf(careers, { registry });
  try {
    for (const [i, cases] of files.entries()) {
      const options = { registry, observedUntil: undefined };
      await loadInto(world.warehouse, lca, { [`LCA_${i}.xlsx`]: disclosureOf(cases) }, options);
    }
    return await work(world);
  } finally {
    await world.warehouse.close();
  }
}

type Asked = Record<string, unknown>;
const asked = (cases: readonly Case[], subjects: string[] = [], parameters: Asked = {}): Promise<Result> =>
  filed([cases], (world) => ask(world, pay, { subjects, parameters }));

/** Rows in short: organisation, family, year, filings, positions, hired away, p25, median, p75. */
const short = ({ rows }: Result): string[] => rows.map((row) => Object.values(row).join(' '));

describe('pay(organisations)', () => {
  it('gives quantiles of base wages by organisation, family and year, and counts each position', async () => {
    const result = await asked([
      { WAGE_RATE_OF_PAY_FROM: 100_000 },
      { WAGE_RATE_OF_PAY_FROM: 130_000, TOTAL_WORKER_POSITIONS: 3, CHANGE_EMPLOYER: 2 },
      { WAGE_RATE_OF_PAY_FROM: 80, WAGE_UNIT_OF_PAY: 'Hour' },
      { WAGE_RATE_OF_PAY_FROM: 250_000, SOC_CODE: '15-1221.00' },
      { WAGE_RATE_OF_PAY_FROM: 90_000, DECISION_DATE: 44_931, RECEIVED_DATE: 44_920 },
    ]);
    expect(short(result)).toEqual([
      'Oak computer-research 2024 1 1 0 250000 250000 250000',
      'Oak software-developers 2023 1 1 0 90000 90000 90000',
      'Oak software-developers 2024 3 5 2 130000 130000 130000',
    ]);
    expect(result.data).toMatchObject({
      sources: ['lca'],
      observedUntil: '2024-01-08',
      population: '',
    });
  });

  it('interpolates between two positions as NumPy does', async () => {
    // numpy 2.4.6: np.quantile(x, [.25, .5, .75], method='linear'), each wage as often as it has positions.
    const golden: [[number, number][], number[]][] = [
      [
        [
          [100_000, 1],
          [120_000, 1],
          [150_000, 1],
          [200_000, 1],
        ],
        [115_000, 135_000, 162_500],
      ],
      [
        [
          [98_000.5, 3],
          [120_000, 1],
          [185_000, 5],
          [310_000, 2],
        ],
        [109_000.25, 185_000, 185_000],
      ],
      [
        [
          [64_480, 7],
          [71_250.25, 2],
          [99_999.99, 4],
          [130_000, 1],
          [131_000, 6],
          [250_000, 3],
        ],
        [64_480, 99_999.99, 131_000],
      ],
    ];
    for (const [wages, expected] of golden) {
      const { rows } = await asked(
        wages.map(([wage, positions]) => ({
          WAGE_RATE_OF_PAY_FROM: wage,
          TOTAL_WORKER_POSITIONS: positions,
        })),
      );
      expect([rows[0]?.p25, rows[0]?.median, rows[0]?.p75]).toEqual(expected);
    }
  });

  it('leaves out part-time cases and those without a wage, and says how many', async () => {
    const result = await asked([
      {},
      { FULL_TIME_POSITION: 'N', WAGE_RATE_OF_PAY_FROM: 30, WAGE_UNIT_OF_PAY: 'Hour' },
      { WAGE_RATE_OF_PAY_FROM: 9_000_000 },
      { WAGE_RATE_OF_PAY_FROM: null },
    ]);
    expect(short(result)).toEqual(['Oak software-developers 2024 1 1 0 100000 100000 100000']);
    expect(result.notes.map(({ code, en }) => [code, / [\d,]+\.$/.exec(en)?.[0].trim()]).slice(2)).toEqual([
      ['part_time', '1.'],
      ['no_wage', '2.'],
    ]);
  });

  it('counts a case of several files once, as the latest decision has it', async () => {
    const number = { CASE_NUMBER: 'I-200-24001-7' };
    const withdrawn = {
      ...number,
      CASE_STATUS: 'Certified - Withdrawn',
      ORIGINAL_CERT_DATE: 45_299,
      ...july,
    };
    const files = [
      [{ ...number, WAGE_RATE_OF_PAY_FROM: 120_000 }],
      [{ ...withdrawn, WAGE_RATE_OF_PAY_FROM: 125_000 }],
    ];
    const expected = ['Oak software-developers 2024-Q1 1 1 0 125000 125000 125000'];
    for (const order of [files, files.toReversed()]) {
      const result = await filed(order, (world) => ask(world, pay, { parameters: { by: 'quarter' } }));
      expect(short(result)).toEqual(expected);
    }
  });

  it('gives people hired away as a series, and nothing where no file says it', async () => {
    const cases = [january, july, july].map((day, i) => ({
      ...day,
      TOTAL_WORKER_POSITIONS: 4,
      CHANGE_EMPLOYER: i + 1,
    }));
    const series = await asked(cases, ['Oak'], { by: 'quarter' });
    expect(series.rows.map((row) => [row.year, row.positions, row.change_employer])).toEqual([
      ['2024-Q1', 4, 1],
      ['2024-Q3', 8, 5],
    ]);
    expect((await asked([{ CHANGE_EMPLOYER: null }])).rows[0]?.change_employer).toBeNull();
  });

  it('takes a window of certifications, a title and families', async () => {
    const cases: Case[] = [
      january,
      { ...july, JOB_TITLE: 'Machine Learning Engineer' },
      { ...july, SOC_CODE: '29-1141', JOB_TITLE: 'Nurse' },
    ];
    const world = await worldOf([], { registry });
    await loadInto(
      world.warehouse,
      lca,
      { 'LCA.xlsx': disclosureOf(cases) },
      { registry, observedUntil: undefined },
    );
    const found = async (parameters: Asked) =>
      (await ask(world, pay, { parameters: { by: 'quarter', ...parameters } })).rows.map(
        (row) => `${row.title_family} ${row.year}`,
      );
    expect(await found({})).toEqual([
      'other 2024-Q3',
      'software-developers 2024-Q1',
      'software-developers 2024-Q3',
    ]);
    expect(await found({ since: '2024-02' })).toEqual(['other 2024-Q3', 'software-developers 2024-Q3']);
    expect(await found({ until: '2024-06' })).toEqual(['software-developers 2024-Q1']);
    expect(await found({ title: '(?i)machine' })).toEqual(['software-developers 2024-Q3']);
    expect(await found({ family: ['other'] })).toEqual(['other 2024-Q3']);
    await expect(found({ family: ['wizards'] })).rejects.toThrow(/invalid family/);
    await world.warehouse.close();
  });

  it('puts occupations into families by the longest code that theirs begins with', async () => {
    const families: [string, string][] = [
      ['15-1252', 'software-developers'],
      ['15-1132.00', 'software-developers'],
      ['15-2051.01', 'data-scientists'],
      ['15-1221', 'computer-research'],
      ['15-1111', 'computer-research'],
      ['15-1212', 'other-computer'],
      ['15-2041', 'mathematics'],
      ['17-2061', 'hardware-engineers'],
      ['17-2141', 'other-engineers'],
      ['11-3021', 'technical-managers'],
      ['11-2021', 'other-managers'],
      ['13-1111', 'business'],
      ['19-1042', 'scientists'],
      ['25-1021', 'university-teachers'],
      ['29-1141', 'other'],
      ['n/a', 'other'],
    ];
    const { rows } = await asked(
      families.map(([code]) => ({ SOC_CODE: code, EMPLOYER_NAME: `Tree ${code}` })),
    );
    const found = new Map(rows.map((row) => [row.organisation, row.title_family]));
    expect(families.map(([code]) => found.get(`Tree ${code}`))).toEqual(families.map(([, family]) => family));
  });

  it('has the organisations with most positions first', async () => {
    const { rows } = await asked([
      { EMPLOYER_NAME: 'Aspen' },
      { EMPLOYER_NAME: 'Zelkova', TOTAL_WORKER_POSITIONS: 5 },
      { EMPLOYER_NAME: 'Zelkova', SOC_CODE: '15-2051' },
    ]);
    expect(rows.map((row) => row.organisation)).toEqual(['Zelkova', 'Zelkova', 'Aspen']);
  });

  it('says what to load where no filings are', async () => {
    await expect(filed([], (world) => ask(world, pay, {}))).rejects.toThrow(/mercato load lca/);
  });
});

describe('employers of filings', () => {
  const organisations = async (names: string[], subjects: string[] = [], more: Asked = {}) =>
    (
      await asked(
        names.map((name) => ({ EMPLOYER_NAME: name })),
        subjects,
        more,
      )
    ).rows.map((row) => `${row.organisation} ${row.filings}`);

  it('go through the registry, then the employers of careers, else are their own', async () => {
    expect(
      await organisations([
        'FIRTREE, L.L.C.',
        'OAK, INC.',
        'Oak',
        'ROWAN LABS, LLC',
        'ALDER CORP',
        'ALDER CORP',
        'Alder Corp.',
      ]),
    ).toEqual(['ALDER CORP 3', 'Oak 2', 'Fir 1', 'Rowan Labs 1']);
  });

  it('are found by the names that only filings know, and nobody else', async () => {
    expect(await organisations(['ALDER CORP', 'Oak'], ['Alder'])).toEqual(['ALDER CORP 1']);
    expect(await organisations(['Oak'], ['Elm'])).toEqual([]);
    await expect(organisations(['Oak'], ['Wisteria'])).rejects.toThrow(/unknown organisation: "Wisteria"/);
  });

  it('are no states, and nobody where two organisations claim them', async () => {
    const result = await asked([{ EMPLOYER_NAME: 'Stealth' }, { EMPLOYER_NAME: 'EL' }]);
    expect(result.rows.map((row) => row.organisation)).toEqual(['Stealth']);
    expect(result.notes.map(({ code }) => code)).toContain('ambiguous_employer');
  });

  it('are those of a peer set, with all that its members hold', async () => {
    const world = await worldOf([], { registry, peers: [peers] });
    const names = ['Oak', 'TWIG LAB', 'Elm', 'ALDER CORP'].map((name) => ({ EMPLOYER_NAME: name }));
    await loadInto(
      world.warehouse,
      lca,
      { 'LCA.xlsx': disclosureOf(names) },
      { registry, observedUntil: undefined },
    );
    const { rows } = await ask(world, pay, { parameters: { among: 'trees', level: 'unit' } });
    expect(rows.map((row) => `${row.organisation} ${row.filings}`)).toEqual(['Oak 2']);
    await world.warehouse.close();
  });

  it('stand where they stood when the case was certified', async () => {
    const cases = [january, july].map((day) => ({ ...day, EMPLOYER_NAME: 'Fir' }));
    const lab = { ...january, EMPLOYER_NAME: 'TWIG LAB' };
    const world = await worldOf([], { registry });
    const content = disclosureOf([...cases, lab]);
    await loadInto(world.warehouse, lca, { 'LCA.xlsx': content }, { registry, observedUntil: undefined });
    const stands = async (subjects: string[], parameters: Asked) =>
      (await ask(world, pay, { subjects, parameters: { by: 'quarter', ...parameters } })).rows
        .map((row) => `${row.organisation} ${row.year} ${row.filings}`)
        .sort();
    expect(await stands([], {})).toEqual(['Fir 2024-Q1 1', 'Fir 2024-Q3 1', 'Oak 2024-Q1 1']);
    expect(await stands(['Oak'], {})).toEqual(['Oak 2024-Q1 1', 'Oak 2024-Q3 1']);
    expect(await stands(['Oak', 'Fir'], {})).toEqual(['Fir 2024-Q1 1', 'Fir 2024-Q3 1', 'Oak 2024-Q1 1']);
    expect(await stands([], { level: 'group', view: 'pro-forma' })).toEqual([
      'Oak 2024-Q1 2',
      'Oak 2024-Q3 1',
    ]);
    expect(await stands([], { level: 'unit' })).toEqual([
      'Fir 2024-Q1 1',
      'Fir 2024-Q3 1',
      'Twig Lab 2024-Q1 1',
    ]);
    await world.warehouse.close();
  });

  it('change nothing in careers, before or after them', async () => {
    const cases: Case[] = ['Rowan Labs', 'Rowan Lab', 'Firtree', 'Oaks', 'Alder', 'Self-employed'].map(
      (name) => ({
        EMPLOYER_NAME: name,
        TOTAL_WORKER_POSITIONS: 900,
      }),
    );
    const seen = async (world: World) => ({
      moves: await movesOf(world),
      episodes: await episodesOf(world),
      organisations: await world.warehouse.query(sql`select * from organisation order by organisation`),
      resolution: await world.warehouse.query(sql`select * from resolution order by employer`),
      counted: { ...(await statusOf(world.warehouse)), sources: [] },
    });
    const without = await filed([], seen);
    expect(await filed([cases], seen)).toEqual(without);
    const world = await worldOf([], { registry });
    const options = { registry, observedUntil: undefined };
    await loadInto(world.warehouse, lca, { 'LCA.xlsx': disclosureOf(cases) }, options);
    const alone = await ask(world, pay, { subjects: ['Rowan Labs'] });
    expect(short(alone)).toEqual(['Rowan Labs software-developers 2024 1 900 0 100000 100000 100000']);
    expect(await statusOf(world.warehouse)).toMatchObject({ people: 0, organisations: 0, moves: 0 });
    await world.warehouse.close();
  });
});

describe('the laws of pay', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldOf([], { registry });
    await loadInto(
      world.warehouse,
      lca,
      { 'LCA.xlsx': disclosureOf([{}]) },
      { registry, observedUntil: undefined },
    );
  });
  afterAll(() => world.warehouse.close());

  interface Law {
    readonly wage: number;
    readonly positions: number;
    readonly employer: string;
  }
  const some = fc.array(
    fc.record({
      wage: fc.integer({ min: 1_508_000, max: 50_000_000 }).map((cents) => cents / 100),
      positions: fc.integer({ min: 1, max: 6 }),
      employer: fc.constantFrom('Oak', 'Alder'),
    }),
    { minLength: 1, maxLength: 12 },
  );

  /** The answer over literal rows of the table. */
  async function over(rows: readonly Law[]): Promise<Result['rows']> {
    const day = sql`cast('2024-01-08' as date)`;
    const values = rows.map(
      ({ wage, positions, employer }, i) =>
        sql`(1, ${i + 2}, ${`case ${i}`}, ${day}, ${day}, ${employer}, 'Engineer', '15-1252', ${positions}, null, true, ${wage})`,
    );
    await world.warehouse.run(sql`delete from filing`);
    await world.warehouse.run(sql`insert into filing values ${join(values)}`);
    await buildFilers(world.warehouse, { organisations: registry, decisions: [] });
    return (await ask(world, pay, {})).rows;
  }

  it('holds quartiles in order, between the least and the most, and every position', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (rows) => {
        const found = await over(rows);
        const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
        expect(sum(found.map((row) => Number(row.positions)))).toBe(
          sum(rows.map(({ positions }) => positions)),
        );
        for (const row of found) {
          const [p25, median, p75] = [Number(row.p25), Number(row.median), Number(row.p75)];
          const wages = rows.filter(({ employer }) => employer === row.organisation).map(({ wage }) => wage);
          expect(
            Math.min(...wages) <= p25 && p25 <= median && median <= p75 && p75 <= Math.max(...wages),
          ).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('changes nothing with the order of rows, nor where a case of several positions becomes several of one', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (rows) => {
        const expected = await over(rows);
        expect(await over(rows.toReversed())).toEqual(expected);
        const split = rows.flatMap((row) =>
          Array.from({ length: row.positions }, () => ({ ...row, positions: 1 })),
        );
        const without = (found: Result['rows']) => found.map(({ filings: _, ...row }) => row);
        expect(without(await over(split))).toEqual(without(expected));
      }),
      { numRuns: 25 },
    );
  });
});

describe('release(pay)', () => {
  const shown = async (cases: readonly Case[], min?: number) => {
    const { rows, withheld } = release(await asked(cases), min);
    return { row: rows[0], withheld };
  };

  it('shows a row of five positions, and people hired away as a part of them', async () => {
    expect((await shown([{ TOTAL_WORKER_POSITIONS: 5, CHANGE_EMPLOYER: 1 }])).row).toMatchObject({
      filings: { withheld: '<5' },
      positions: 5,
      change_employer: { withheld: 'n<5' },
      median: 100_000,
    });
    expect((await shown([{ TOTAL_WORKER_POSITIONS: 12, CHANGE_EMPLOYER: 6 }])).row).toMatchObject({
      change_employer: 6,
    });
  });

  it('says what is left out without a number', async () => {
    const { notes } = release(await asked([{}, { FULL_TIME_POSITION: 'N' }]));
    expect(notes.find(({ code }) => code === 'part_time')?.en).toMatch(/are left out\.$/);
  });

  it('shows neither counts nor wages of fewer', async () => {
    expect(await shown([{ TOTAL_WORKER_POSITIONS: 4, CHANGE_EMPLOYER: null }])).toEqual({
      row: {
        organisation: 'Oak',
        title_family: 'software-developers',
        year: '2024',
        filings: { withheld: '<5' },
        positions: { withheld: '<5' },
        change_employer: null,
        p25: { withheld: 'n<5' },
        median: { withheld: 'n<5' },
        p75: { withheld: 'n<5' },
      },
      withheld: 5,
    });
    expect((await shown([{}], 1)).row).toMatchObject({ positions: 1, median: 100_000 });
  });
});
