import { describe, expect, it } from 'vitest';
import { ask, type Result } from '../../src/ask.js';
import { ranking } from '../../src/measures/index.js';
import { release } from '../../src/release/index.js';
import { lca } from '../../src/sources/lca.js';
import { weightedLine } from '../../src/stats/index.js';
import { resultOf } from '../release/result.js';
import { type Case, disclosureOf } from '../sources/filings.js';
import { loadInto } from '../sources/loading.js';
import { type CvRow, inWorld } from '../world.js';

/** So many people who left one place for another in 2020. */
function movers(from: string, to: string, count: number, begun = '2018-01'): CvRow[] {
  return Array.from({ length: count }, (_, i) => `${from} ${to} ${i}`).flatMap((person): CvRow[] => [
    [person, from, begun, '2020-06'],
    [person, to, '2020-06', ''],
  ]);
}

type Asked = Record<string, unknown>;
const asked = (rows: readonly CvRow[], parameters: Asked = {}, subjects: string[] = []): Promise<Result> =>
  inWorld(rows, (world) => ask(world, ranking, { subjects, parameters: { draws: 0, ...parameters } }));

const codes = ({ notes }: Result): string[] => notes.map(({ code }) => code);
const short = ({ rows }: Result, ...columns: string[]): string[] =>
  rows.map((row) => columns.map((column) => String(row[column])).join(' '));
const place = ({ rows }: Result, organisation: string) =>
  rows.find((row) => row.organisation === organisation);

/** Alpha and Beta exchange people, Delta too with fewer; Gamma only gives, Kappa only takes, Sigma and Tau have to do with nobody. */
const network: CvRow[] = [
  ...movers('Alpha', 'Beta', 9),
  ...movers('Beta', 'Alpha', 6),
  ...movers('Beta', 'Delta', 2),
  ...movers('Delta', 'Alpha', 3),
  ...movers('Gamma', 'Beta', 3),
  ...movers('Alpha', 'Kappa', 1),
  ...movers('Sigma', 'Tau', 1),
];

describe('ranking(organisations)', () => {
  it('differs between two organisations by the logarithm of their flow ratio', async () => {
    const result = await asked([...movers('Alpha', 'Beta', 82), ...movers('Beta', 'Alpha', 10)]);
    const [first, second] = result.rows;
    expect(short(result, 'organisation', 'rank')).toEqual(['Beta 1', 'Alpha 2']);
    expect(Number(first?.value) - Number(second?.value)).toBeCloseTo(Math.log(8.2), 14);
  });

  it('lists those dropped with the reason, and counts them in a note without', async () => {
    const columns = ['organisation', 'rank', 'dropped', 'moves_in', 'moves_out', 'people_in', 'people_out'];
    const dropped = await asked(network, { dropped: true });
    expect(short(dropped, ...columns)).toEqual([
      'Beta 1 null 9 6 9 6',
      'Alpha 2 null 6 9 6 9',
      'Delta null few_moves 2 3 2 3',
      'Gamma null never_joined 0 3 0 3',
      'Kappa null never_left 1 0 1 0',
      'Sigma null apart 0 0 0 0',
      'Tau null apart 0 0 0 0',
    ]);
    const result = await asked(network);
    expect(result.rows).toHaveLength(2);
    expect(result.notes.find(({ code }) => code === 'dropped')?.en).toContain(
      'not ranked: 5; nobody left for one that is: 1; nobody came from one: 1; neither: 2; too few moves: 1',
    );
  });

  it('ranks with fewer moves where that is asked', async () => {
    const result = await asked(network, { minMoves: 2 });
    expect(short(result, 'organisation', 'rank', 'moves_in', 'moves_out')).toEqual([
      'Beta 1 9 8',
      'Alpha 2 9 9',
      'Delta 3 2 3',
    ]);
  });

  it('gives rows of those named, out of the network of everybody, dropped ones too', async () => {
    const whole = await asked(network, { minMoves: 2 });
    const named = await asked(network, { minMoves: 2 }, ['Delta', 'Kappa']);
    expect(short(named, 'organisation', 'rank', 'dropped')).toEqual([
      'Delta 3 null',
      'Kappa null never_left',
    ]);
    expect(named.rows[0]).toEqual(place(whole, 'Delta'));
    expect(named.total).toBe(2);
  });

  it('cuts at the top so many of each, and says how many there are', async () => {
    const result = await asked(network, { top: 1, dropped: true });
    expect(short(result, 'organisation')).toEqual(['Beta', 'Delta']);
    expect(result.total).toBe(7);
  });

  it.each([
    ['one organisation', [['a', 'Alpha', '2018-01', '']] as CvRow[]],
    ['no pair both ways', movers('Alpha', 'Beta', 9)],
    ['too few moves', [...movers('Alpha', 'Beta', 4), ...movers('Beta', 'Alpha', 9)]],
  ])('has no rows and says why with %s', async (_, rows) => {
    const result = await asked(rows, { draws: 50 });
    expect(result.rows).toEqual([]);
    expect(codes(result)).toContain('no_set');
  });

  it('gives organisations that are alike one rank', async () => {
    const result = await asked([...movers('Alpha', 'Beta', 7), ...movers('Beta', 'Alpha', 7)]);
    expect(short(result, 'rank', 'value')).toEqual(['1 0', '1 0']);
  });
});

describe('intervals of a ranking', () => {
  const rows = [
    ...movers('Alpha', 'Beta', 40),
    ...movers('Beta', 'Alpha', 10),
    ...movers('Beta', 'Delta', 6),
    ...movers('Delta', 'Beta', 6),
  ];

  it('are the same twice, and others with another seed', async () => {
    const [first, again, other] = await inWorld(rows, (world) =>
      Promise.all([1, 1, 2].map((seed) => ask(world, ranking, { parameters: { seed } }))),
    );
    expect(again?.rows).toEqual(first?.rows);
    expect(other?.rows).not.toEqual(first?.rows);
  });

  it('hold value and rank, and come with p- and q-values and the draws that drop an organisation', async () => {
    const result = await asked([...rows, ...movers('Gamma', 'Beta', 1), ...movers('Beta', 'Gamma', 1)], {
      draws: 400,
      minMoves: 1,
    });
    for (const row of result.rows) {
      expect(Number(row.low)).toBeLessThan(Number(row.value));
      expect(Number(row.high)).toBeGreaterThan(Number(row.value));
      expect(Number(row.rank_low)).toBeLessThanOrEqual(Number(row.rank));
      expect(Number(row.rank_high)).toBeGreaterThanOrEqual(Number(row.rank));
      expect(Number(row.q_value)).toBeGreaterThanOrEqual(Number(row.p_value));
    }
    // One move in and one out of Gamma: it is in a draw only where both are, (1 - 1/e)^2 = 0.40.
    expect(Number(place(result, 'Gamma')?.lost)).toBeCloseTo(0.6, 1);
    expect(place(result, 'Alpha')?.lost).toBe(0);
  });

  it('are none without draws', async () => {
    const result = await asked(rows);
    expect(result.rows[0]).toMatchObject({
      low: null,
      rank_low: null,
      p_value: null,
      q_value: null,
      lost: null,
    });
  });
});

describe('the correction for size and offers', () => {
  const exchange = [...movers('Alpha', 'Beta', 12), ...movers('Beta', 'Alpha', 6)];
  const hired = (to: string, count: number): CvRow[] =>
    Array.from({ length: count }, (_, i) => `${to} rest ${i}`).flatMap((person): CvRow[] => [
      [person, 'Omega', '2018-01', '2019-01'],
      [person, to, '2020-01', '2020-02'],
    ]);

  it('takes offers out and people to lose in, by shares', async () => {
    const result = await asked([...exchange, ...hired('Alpha', 2), ...hired('Beta', 8)]);
    const [alpha, beta] = ['Alpha', 'Beta'].map((title) => place(result, title));
    // Until 2024-12: at Alpha 12 x 29 months, 6 x 54, 2 x 1; at Beta 6 x 29, 12 x 54, 8 x 1.
    const [monthsA, monthsB] = [12 * 29 + 6 * 54 + 2, 6 * 29 + 12 * 54 + 8];
    const wanted = Math.log(2) + Math.log(2 / 8) + Math.log(monthsB / monthsA);
    expect(Number(beta?.corrected) - Number(alpha?.corrected)).toBeCloseTo(wanted, 12);
    expect(codes(result)).toContain('correction_assumes');
  });

  it('is null where nobody was hired out of non-employment, and says so where it is so everywhere', async () => {
    const some = await asked([...exchange, ...hired('Beta', 3)]);
    expect(place(some, 'Alpha')?.corrected).toBeNull();
    expect(place(some, 'Beta')?.corrected).toBe(0);
    const none = await asked(exchange);
    expect(short(none, 'corrected')).toEqual(['null', 'null']);
    expect(codes(none)).toContain('no_gaps');
  });
});

describe('with pay loaded', () => {
  const exchange = [
    ...movers('Alpha', 'Beta', 12),
    ...movers('Beta', 'Alpha', 6),
    ...movers('Beta', 'Delta', 10),
    ...movers('Delta', 'Beta', 5),
    ...movers('Alpha', 'Delta', 8),
    ...movers('Delta', 'Alpha', 7),
  ];
  const wages = (employer: string, ...each: number[]) =>
    each.map((wage, i) => ({
      CASE_NUMBER: `${employer}-${i}`,
      EMPLOYER_NAME: employer,
      WAGE_RATE_OF_PAY_FROM: wage,
      TOTAL_WORKER_POSITIONS: 3,
    }));
  const paid = (cases: readonly Case[], parameters: Asked = {}): Promise<Result> =>
    inWorld(exchange, async (world) => {
      const file = { 'LCA.xlsx': disclosureOf(cases) };
      await loadInto(world.warehouse, lca, file, { registry: [], observedUntil: undefined });
      return ask(world, ranking, { parameters: { draws: 60, ...parameters } });
    });

  it('says what a line over the logarithm of pay leaves, with its interval and what it cannot show', async () => {
    const result = await paid([
      ...wages('Alpha', 100_000, 110_000, 140_000),
      ...wages('Beta', 150_000, 160_000),
      ...wages('Delta', 120_000, 190_000),
    ]);
    expect(result.data.sources).toEqual(['csv', 'lca']);
    expect(result.data.observedUntil).toBe('2024-12-31');
    const of = (column: string) =>
      ['Alpha', 'Beta', 'Delta'].map((title) => Number(place(result, title)?.[column]));
    expect(of('positions')).toEqual([9, 6, 6]);
    expect(of('median_pay')).toEqual([110_000, 155_000, 155_000]);
    const weights = ['Alpha', 'Beta', 'Delta'].map((title) => {
      const row = place(result, title);
      return Number(row?.moves_in) + Number(row?.moves_out);
    });
    const line = weightedLine(of('median_pay').map(Math.log), of('value'), weights);
    expect(of('unexplained')).toEqual(line?.residuals);
    for (const [i, left] of of('unexplained').entries()) {
      expect(of('unexplained_low')[i]).toBeLessThanOrEqual(left);
      expect(of('unexplained_high')[i]).toBeGreaterThanOrEqual(left);
    }
    expect(codes(result)).toEqual(expect.arrayContaining(['pay_line', 'pay_limits']));
  });

  it('says why there is none where few organisations have pay, or few positions', async () => {
    const result = await paid([...wages('Alpha', 100_000, 110_000), ...wages('Beta', 150_000)]);
    expect(short(result, 'unexplained')).toEqual(['null', 'null', 'null']);
    expect(place(result, 'Beta')).toMatchObject({ positions: 3, median_pay: null });
    expect(codes(result)).toContain('no_pay_line');
    expect(codes(result)).not.toContain('pay_limits');
  });

  it('has no columns of pay where no filings are loaded', async () => {
    const result = await asked(exchange);
    expect(result.columns.map(({ name }) => name)).not.toContain('median_pay');
    expect(Object.keys(result.rows[0] ?? {})).not.toContain('median_pay');
  });
});

describe('a released ranking', () => {
  it('shows nothing of an organisation that few people joined or left', async () => {
    const result = await asked(network, { minMoves: 2, dropped: true, draws: 60 });
    const { rows } = release(result, 5);
    const delta = rows.find((row) => row.organisation === 'Delta');
    expect(Object.entries(delta ?? {}).filter(([, cell]) => typeof cell === 'number')).toEqual([]);
    expect(delta).toMatchObject({ rank: { withheld: 'n<5' }, moves_in: { withheld: '<5' } });
    expect(rows.find((row) => row.organisation === 'Kappa')).toMatchObject({
      moves_out: { withheld: '<5' },
      dropped: 'few_moves',
      rank: null,
    });
    const { moves_in, moves_out, people_in, people_out, ...figures } = place(result, 'Beta') ?? {};
    const beta = rows.find((row) => row.organisation === 'Beta');
    expect(beta).toMatchObject({ rank: figures.rank, dropped: null });
    // Exact values would give the flows away whose balance they solve.
    expect(beta?.value).toBe(Math.round(Number(figures.value) * 10) / 10);
    expect(beta?.q_value).toBe(Math.round(Number(figures.q_value) * 100) / 100);
  });

  it('bounds counts from below, so that totals of all moves leave every small count of the others possible', async () => {
    const result = await asked(network, { minMoves: 2, draws: 0 });
    const counts = ['moves_in', 'moves_out', 'people_in', 'people_out'] as const;
    for (const row of release(result, 2).rows) {
      const own = place(result, String(row.organisation));
      for (const column of counts) {
        const [count, cell] = [Number(own?.[column]), row[column]];
        if (count < 2) continue;
        expect(cell).toMatchObject({ high: null });
        const { low } = cell as { low: number };
        expect(low % 2).toBe(0);
        expect(count - low).toBeGreaterThanOrEqual(count >= 4 ? 2 : 0);
      }
    }
    expect(release(result, 1).rows[0]).toMatchObject(
      place(result, String(result.rows[0]?.organisation)) ?? {},
    );
  });

  it('keeps columns of pay, without those that rest on few positions', () => {
    const row = {
      organisation: 'Alpha',
      rank: 1,
      value: 0.5,
      people_in: 9,
      people_out: 9,
      dropped: null,
      positions: 6,
      median_pay: 120_000,
      unexplained: 0.3,
      unexplained_low: 0.1,
      unexplained_high: 0.5,
    };
    const released = release(resultOf(ranking, [row]), 5);
    expect(released.columns.map(({ name }) => name)).toContain('median_pay');
    const { people_in, people_out, ...figures } = row;
    expect(released.rows).toMatchObject([figures]);
    expect(release(resultOf(ranking, [row]), 7).rows[0]).toMatchObject({
      value: 0.5,
      positions: { withheld: '<7' },
      median_pay: { withheld: 'n<7' },
      unexplained: { withheld: 'n<7' },
    });
  });
});
