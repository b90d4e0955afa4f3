import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flows, moves, type ResultRow, timeline } from '../../src/measures/index.js';
import { causes } from '../../src/records/index.js';
import { type ReleasedRow, release } from '../../src/release/index.js';
import { benjaminiHochberg, flowRatio, poissonRate } from '../../src/stats/index.js';
import { exactCells, numbersOf, resultOf } from './result.js';

interface Given {
  readonly hire: number;
  readonly acquired: number;
  readonly known: number;
  readonly internal?: number;
  readonly spun_off?: number;
  readonly licensed_and_hired?: number;
}

function flowsOf(given: readonly (readonly [Given, Given])[]): ResultRow[] {
  const rows = given.flatMap(([there, back], i) => [
    rowOf(`a${i}`, `b${i}`, there, back),
    rowOf(`b${i}`, `a${i}`, back, there),
  ]);
  const q = benjaminiHochberg(rows.map((row) => row.p_value as number | null));
  return rows.map((row, i) => ({ ...row, q_value: q[i] ?? null }));
}

function rowOf(from: string, to: string, there: Given, back: Given): ResultRow {
  const { hire, acquired, known, internal = 0, spun_off = 0, licensed_and_hired = 0 } = there;
  const moves = hire + acquired + internal + spun_off + licensed_and_hired;
  const rate = poissonRate(Math.min(known, hire), 2);
  return {
    from,
    from_id: from,
    to,
    to_id: to,
    period: null,
    moves,
    hire,
    internal,
    acquired,
    spun_off,
    licensed_and_hired,
    net: hire - back.hire,
    people: moves,
    person_months: 2400,
    rate: rate.rate,
    rate_low: rate.low,
    rate_high: rate.high,
    p_value: flowRatio(hire, back.hire).pValue,
    q_value: null,
  };
}

const count = fc.integer({ min: 0, max: 25 });
const given = fc.record({
  hire: count,
  acquired: count,
  known: count,
  internal: count,
  spun_off: count,
  licensed_and_hired: count,
});
const world = fc.array(fc.tuple(given, given), { minLength: 1, maxLength: 5 }).map(flowsOf);
const causesOf = (row: ReleasedRow | undefined) => [...causes, 'moves', 'people'].map((name) => row?.[name]);
const counts = new Set(['moves', 'hire', 'internal', 'acquired', 'spun_off', 'licensed_and_hired', 'people']);
const few = { hire: 20, acquired: 0, known: 10 };
const many = { ...few, acquired: 6, internal: 7, spun_off: 8, licensed_and_hired: 9 };

describe('release(flows)', () => {
  it('shows a hire with its net where the flow back is shown', () => {
    const [row] = release(resultOf(flows, flowsOf([[few, { ...few, hire: 12 }]]))).rows;
    expect([row?.hire, row?.net, row?.acquired]).toEqual([20, 8, { withheld: '<5' }]);
    expect(row?.moves).toEqual({ low: 20, high: 36 });
  });

  it('withholds each cause by its own count, and the sum with any of them', () => {
    for (const cause of causes) {
      const [row, back] = release(resultOf(flows, flowsOf([[{ ...many, [cause]: 4 }, many]]))).rows;
      expect(causes.filter((other) => typeof row?.[other] !== 'number')).toEqual([cause]);
      const rest = causes.reduce((sum, other) => (other === cause ? sum : sum + many[other]), 0);
      expect(row?.moves).toEqual({ low: rest, high: rest + 4 });
      expect(row?.people).toEqual({ low: 5, high: null });
      expect(back?.moves).toBe(50);
    }
  });

  it('withholds every cause of a flow of few people', () => {
    const [row] = release(resultOf(flows, [{ ...flowsOf([[many, many]])[0], people: 4 }])).rows;
    for (const column of [...causes, 'moves', 'people']) expect(row?.[column]).toEqual({ withheld: '<5' });
  });

  it('leaves open what a withheld cause was, whatever the others are', () => {
    fc.assert(
      fc.property(given, fc.constantFrom(...causes), fc.integer({ min: 0, max: 4 }), (row, cause, most) => {
        const shown = (count: number) =>
          causesOf(release(resultOf(flows, flowsOf([[{ ...row, [cause]: count }, many]]))).rows[0]);
        const moved = causes.reduce((sum, other) => (other === cause ? sum : sum + row[other]), 0);
        fc.pre(moved >= 5);
        expect(shown(most)).toEqual(shown(0));
      }),
    );
  });

  it('gives the net as a range where the flow back is withheld', () => {
    const [row, back] = release(resultOf(flows, flowsOf([[few, { ...few, hire: 3 }]]))).rows;
    expect(row?.net).toEqual({ low: 16, high: 20 });
    expect(back?.net).toEqual({ low: -20, high: -16 });
  });

  it('refuses a measure that shows single people', () => {
    expect(() => release(resultOf(moves, []))).toThrow('moves shows single people');
    expect(() => release(resultOf(flows, []), 0)).toThrow('invalid minimum cell: 0');
  });

  it('shows every event: it is of organisations and not of people', () => {
    const event = { organisation: 'A', event: 'acquired', other: 'B', date: '2019-12-30', month: '2019-12' };
    expect(release(resultOf(timeline, [event]), 100).rows).toEqual([event]);
  });

  it('counts what is withheld, and says it in both languages', () => {
    const { withheld, notes } = release(resultOf(flows, flowsOf([[few, { ...few, hire: 3 }]])));
    expect(withheld).toBeGreaterThan(0);
    expect(notes.at(-1)?.en).toContain(`${withheld} cells are withheld`);
    expect(notes.at(-1)?.fr).toContain(`${withheld} cases`);
  });

  it('says nothing of a number in a note that counts people', () => {
    for (const code of ['unknown_start', 'other_causes']) {
      const note = { code, en: '2 moves', fr: '2 mouvements' };
      const { notes } = release({ ...resultOf(flows, []), notes: [note] });
      expect(notes.map((said) => said.code)).toEqual([code]);
      expect(notes.map(({ en, fr }) => en + fr).join('')).not.toMatch(/\b2 mo/);
    }
  });

  it('lets no count below the minimum through, nor one by subtraction', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 9 }), (rows, min) => {
        const released = release(resultOf(flows, rows), min).rows;
        expect(numbersOf(released, counts).every((n) => n >= min)).toBe(true);
        for (const row of released) {
          if (typeof row.net === 'number') expect(Number(row.hire) - row.net).toBeGreaterThanOrEqual(min);
          if (typeof row.rate !== 'number') continue;
          const known = Math.round(row.rate * 2);
          expect(Math.min(known, Number(row.hire) - known)).toBeGreaterThanOrEqual(min);
        }
      }),
    );
  });

  it('never gives a q-value below the one of all rows', () => {
    fc.assert(
      fc.property(world, (rows) => {
        release(resultOf(flows, rows)).rows.forEach((row, i) => {
          if (typeof row.q_value === 'number')
            expect(row.q_value).toBeGreaterThanOrEqual(Number(rows[i]?.q_value) - 1e-12);
        });
      }),
    );
  });

  it('counts pairs that have no row as tests that found nothing', () => {
    const rows = flowsOf([[few, { ...few, hire: 6 }]]);
    const whole = release(resultOf(flows, rows)).rows[0]?.q_value;
    const tested = [{ period: null, pairs: 50 }];
    const cut = release({ ...resultOf(flows, rows), tested }).rows[0]?.q_value;
    expect(Number(cut)).toBeCloseTo(50 * Number(whole), 12);
  });

  it('shows a flow as it does among all, where those of too few people have no row', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 9 }), (rows, min) => {
        const hired = (row: ResultRow) => Number(row.hire) + (Number(row.hire) - Number(row.net)) > 0;
        const tested = [{ period: null, pairs: rows.filter(hired).length / 2 }];
        const listed = rows.flatMap((row, i) => (Number(row.people) >= min ? [i] : []));
        const whole = release({ ...resultOf(flows, rows), tested }, min).rows;
        const cut = release(
          {
            ...resultOf(
              flows,
              listed.map((i) => rows[i]!),
            ),
            tested,
          },
          min,
        ).rows;
        for (const [nth, i] of listed.entries()) {
          const { q_value: most, ...shown } = cut[nth]!;
          const { q_value: q, ...others } = whole[i]!;
          expect(shown).toEqual(others);
          if (typeof most === 'number') expect(most).toBeGreaterThanOrEqual(Number(q) - 1e-12);
        }
      }),
    );
  });

  it('withholds more under a higher minimum, keeps rows and their order', () => {
    fc.assert(
      fc.property(
        world,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        (rows, min, more) => {
          const [low, high] = [min, min + more].map((m) => release(resultOf(flows, rows), m).rows);
          expect(high?.map((row) => row.from)).toEqual(rows.map((row) => row.from));
          const shown = exactCells(low ?? []);
          for (const cell of exactCells(high ?? [])) expect(shown).toContain(cell);
        },
      ),
    );
  });
});
