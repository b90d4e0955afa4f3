import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exits, type ResultRow } from '../../src/measures/index.js';
import { isWithheld, type ReleasedRow, release } from '../../src/release/index.js';
import { causeTable, cumulativeIncidence } from '../../src/stats/index.js';
import { numbersOf, resultOf } from './result.js';

const destinations = ['Rival', 'university', 'another company', 'self-employed', 'not seen again'];

/** A cohort of which so many leave in each month, by destination; the others are followed for 48. */
function cohort(leave: readonly (readonly number[])[], stay: number, curve = true): ResultRow[] {
  const groups = [
    ...leave.flatMap((counts, cause) =>
      counts.map((count, i) => ({ entry: 0, exit: i + 1, cause: cause as number | null, count })),
    ),
    { entry: 0, exit: 48, cause: null, count: stay },
  ];
  const steps = cumulativeIncidence(causeTable(groups, destinations.length), destinations.length);
  const jobs = groups.reduce((sum, { count }) => sum + count, 0);
  return destinations.map((destination, i) => {
    const own = steps[i] ?? [];
    const at = own.findLast(({ month }) => month <= 24) ?? { share: 0, low: null, high: null };
    const events = own.reduce((sum, step) => (step.month <= 24 ? sum + step.events : sum), 0);
    const points = own.map(({ atRisk, ...step }) => ({ ...step, at_risk: atRisk }));
    return {
      ...{ organisation: 'A', destination, named: i === 0, months: 24, people: jobs, episodes: jobs },
      ...{ events, leavers: events, incidence: at.share, low: at.low, high: at.high },
      ...(curve ? { curve: points } : {}),
    };
  });
}

const once = (counts: readonly number[], stay: number, curve = false) =>
  cohort(
    counts.map((count) => [count]),
    stay,
    curve,
  );
const released = (rows: readonly ResultRow[], min = 5) => release(resultOf(exits, rows), min).rows;
const shownOf = (rows: readonly ReleasedRow[]) =>
  rows.filter((row) => typeof row.events === 'number').map((row) => `${row.destination} ${row.events}`);

const cohorts = fc
  .tuple(
    fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 30 }), {
      minLength: destinations.length,
      maxLength: destinations.length,
    }),
    fc.integer({ min: 0, max: 60 }),
  )
  .map(([leave, stay]) => cohort(leave, stay));

describe('release(exits)', () => {
  it('shows every destination that many left for', () => {
    expect(shownOf(released(once([9, 8, 30, 7, 20], 50)))).toEqual([
      'Rival 9',
      'university 8',
      'another company 30',
      'self-employed 7',
      'not seen again 20',
    ]);
  });

  it('withholds a second one where one is few, of those that no table of flows has, and says what both are', () => {
    const rows = released(once([2, 8, 30, 7, 20], 50));
    expect(shownOf(rows)).toEqual([
      'university 8',
      'another company 30',
      'not seen again 20',
      'withheld, together 9',
    ]);
    expect(rows.at(-1)?.incidence).toBeCloseTo(9 / 117, 12);
  });

  it('withholds on until those withheld are the minimum together', () => {
    expect(shownOf(released(once([0, 0, 30, 0, 20], 50)))).toEqual([
      'another company 30',
      'withheld, together 20',
    ]);
    expect(shownOf(released(once([3, 3, 30, 0, 20], 50)))).toEqual([
      'another company 30',
      'not seen again 20',
      'withheld, together 6',
    ]);
  });

  it('does not tell the few from those withheld with them', () => {
    const [rival, university, , selfEmployed] = released(once([0, 8, 30, 7, 20], 50));
    const figures = ['events', 'leavers', 'incidence', 'low', 'high'];
    expect(figures.map((name) => rival?.[name])).toEqual(figures.map((name) => selfEmployed?.[name]));
    expect(university?.events).toBe(8);
  });

  it.each([
    ['few were hired', once([1, 0, 1, 0, 1], 1)],
    ['few left', once([1, 0, 1, 0, 1], 90)],
    ['few stayed', once([20, 20, 20, 20, 20], 4)],
  ])('shows nothing where %s, as D1 does', (_, rows) => {
    expect(released(rows).every((row) => isWithheld(row.events) && isWithheld(row.incidence))).toBe(true);
    expect(released(rows)).toHaveLength(destinations.length);
  });

  it('keeps organisations apart', () => {
    const two = [
      ...once([9, 8, 30, 7, 20], 50),
      ...once([2, 8, 30, 7, 20], 50).map((r) => ({ ...r, organisation: 'B' })),
    ];
    const rows = released(two);
    expect(
      rows.filter((row) => row.organisation === 'A').every((row) => typeof row.events === 'number'),
    ).toBe(true);
    expect(rows.filter((row) => row.destination === 'withheld, together')).toMatchObject([
      { organisation: 'B' },
    ]);
  });

  it('lets no count below the minimum through, nor what is left of the whole, nor the difference of two steps', () => {
    fc.assert(
      fc.property(cohorts, fc.integer({ min: 1, max: 9 }), (rows, min) => {
        const shown = released(rows, min);
        expect(numbersOf(shown, new Set(['events', 'leavers', 'at_risk'])).every((n) => n >= min)).toBe(true);
        const all = rows.reduce((sum, row) => sum + Number(row.events), 0);
        const exact = shown.filter(
          (row) => typeof row.events === 'number' && row.destination !== 'withheld, together',
        );
        const rest = all - exact.reduce((sum, row) => sum + Number(row.events), 0);
        const hidden = rows.length - exact.length;
        if (hidden > 0 && exact.length > 0) expect(hidden > 1 && rest >= min).toBe(true);
        checkCurves(rows, shown, min);
      }),
    );
  });
});

type Points = readonly { readonly month: number; readonly events: number }[];

/** Between two steps, what is shown and what is left are many or nothing is shown. */
function checkCurves(rows: readonly ResultRow[], shown: readonly ReleasedRow[], min: number): void {
  const curves = shown.slice(0, rows.length).map((row) => row.curve as unknown as Points);
  const months = curves.find((points) => points.length > 0)?.map(({ month }) => month) ?? [];
  let before = 0;
  for (const [i, month] of months.entries()) {
    const within = (row: ResultRow) =>
      (row.curve as Points).reduce(
        (sum, p) => (p.month > before && p.month <= month ? sum + p.events : sum),
        0,
      );
    const each = rows.map(within);
    const hidden = each.filter((_, nth) => curves[nth]?.length === 0);
    for (const [nth, events] of each.entries()) {
      if (curves[nth]?.length === 0) continue;
      expect(events).toBeGreaterThanOrEqual(min);
      expect((curves[nth]?.[i]?.events ?? 0) - (curves[nth]?.[i - 1]?.events ?? 0)).toBe(events);
    }
    if (hidden.length > 0) expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(min);
    before = month;
  }
}
