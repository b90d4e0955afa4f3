import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, headcount, type ResultRow, retention } from '../../src/measures/index.js';
import { release } from '../../src/release/index.js';
import { clopperPearson, survivalAt, survivalCurve } from '../../src/stats/index.js';
import { exactCells, numbersOf, resultOf } from './result.js';

/** A cohort in which so many leave in each month, and the others are followed for 48. */
function cohort(leave: readonly number[], stay: number): ResultRow {
  const groups = [
    ...leave.map((count, i) => ({ entry: 0, exit: i + 1, event: true, count })),
    { entry: 0, exit: 48, event: false, count: stay },
  ].filter(({ count }) => count > 0);
  const steps = survivalCurve(groups);
  const at = survivalAt(steps, 24, 48);
  const jobs = groups.reduce((sum, { count }) => sum + count, 0);
  const events = steps.reduce((sum, step) => (step.month <= 24 ? sum + step.events : sum), 0);
  return {
    organisation: 'A',
    definition: 'D1',
    months: 24,
    people: jobs,
    episodes: jobs,
    events,
    share: at?.share ?? null,
    low: at?.low ?? null,
    high: at?.high ?? null,
    curve: steps.map((s) => ({
      month: s.month,
      at_risk: s.atRisk,
      events: s.events,
      share: s.share,
      low: s.low,
      high: s.high,
    })),
  };
}

function present(jobs: number, events: number): ResultRow {
  const limits = clopperPearson(jobs - events, jobs);
  return {
    organisation: 'A',
    definition: 'D2',
    months: 24,
    people: jobs,
    episodes: jobs,
    events,
    share: (jobs - events) / jobs,
    ...limits,
  };
}

const released = (row: ResultRow, min = 5) => release(resultOf(retention, [row]), min).rows[0]!;
const cohorts = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 36 }),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(([leave, stay]) => cohort(leave, stay));
const counts = new Set([
  'people',
  'episodes',
  'events',
  'at_risk',
  'unknown_start',
  'side',
  'spells',
  'counted',
]);

describe('release(retention)', () => {
  it('shows a share where leavers and stayers are many', () => {
    expect(released(present(40, 12)).share).toBe(28 / 40);
  });

  it('says only a range where few left or few stayed', () => {
    expect(released(present(40, 2))).toMatchObject({
      events: { withheld: '<5' },
      share: { low: 0.9, high: 1 },
    });
    expect(released(present(40, 38))).toMatchObject({
      events: { low: 36, high: 40 },
      share: { low: 0, high: 0.1 },
    });
  });

  it('says the same of 0 and of 4 who left', () => {
    expect(released(present(40, 0))).toEqual(released(present(40, 4)));
  });

  it('gives a curve in steps of 6 months, with a range where few left since the step before', () => {
    const { curve } = released(
      cohort([6, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6], 40),
    );
    const steps = curve as readonly { month: number; share: unknown }[];
    expect(steps.map(({ month }) => month)).toEqual([6, 12, 18, 24]);
    expect(steps.map(({ share }) => typeof share)).toEqual(['number', 'object', 'number', 'number']);
  });

  it('lets no count below the minimum through, nor one by the difference of two steps', () => {
    fc.assert(
      fc.property(cohorts, fc.integer({ min: 1, max: 9 }), (row, min) => {
        const shown = released(row, min);
        expect(numbersOf([shown], counts).every((n) => n >= min)).toBe(true);
        const events = (shown.curve as readonly { events: unknown }[]).flatMap(({ events: e }) =>
          typeof e === 'number' ? [e] : [],
        );
        expect(events.every((e, i) => e - (events[i - 1] ?? 0) >= min)).toBe(true);
      }),
    );
  });

  it('holds every withheld share in its range', () => {
    fc.assert(
      fc.property(cohorts, (row) => {
        const { share } = released(row);
        if (share === null || typeof share !== 'object' || !('low' in share)) return;
        expect(Number(row.share)).toBeGreaterThanOrEqual(Number(share.low) - 1e-12);
        expect(Number(row.share)).toBeLessThanOrEqual(Number(share.high) + 1e-12);
      }),
    );
  });

  it('withholds more under a higher minimum', () => {
    fc.assert(
      fc.property(
        cohorts,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        (row, min, more) => {
          const low = exactCells([released(row, min)]);
          for (const cell of exactCells([released(row, min + more)])) expect(low).toContain(cell);
        },
      ),
    );
  });
});

describe('release(headcount)', () => {
  it('withholds few people, and few of many', () => {
    const rows = [
      [4, 0],
      [30, 2],
      [30, 28],
      [30, 10],
    ].map(([people = 0, unknown_start = 0]) => ({
      organisation: 'A',
      month: '2024-12',
      people,
      unknown_start,
    }));
    const [a, b, c, d] = release(resultOf(headcount, rows)).rows;
    expect(a).toMatchObject({ people: { withheld: '<5' }, unknown_start: { withheld: '<5' } });
    expect(b?.unknown_start).toEqual({ withheld: '<5' });
    expect(c?.unknown_start).toEqual({ low: 26, high: 30 });
    expect(d?.unknown_start).toBe(10);
  });
});

describe('release(coverage)', () => {
  it('withholds what was counted and its share of the true headcount together', () => {
    const row = {
      organisation: 'A',
      people: 20,
      spells: 22,
      episodes: 21,
      unknown_start: 9,
      unknown_end: 0,
      coarse_dates: 21,
      side: 2,
      overlapping_open: 7,
      month: '2024-12',
      counted: 3,
      headcount: 100,
      share: 0.03,
    };
    const [shown] = release(resultOf(coverage, [row])).rows;
    expect(shown).toMatchObject({
      counted: { withheld: '<5' },
      share: { low: 0, high: 0.04 },
      headcount: 100,
      unknown_start: 9,
    });
    expect(shown?.coarse_dates).toEqual({ low: 17, high: 21 });
  });
});
