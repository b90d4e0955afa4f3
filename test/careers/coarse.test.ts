import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMonth, parseDate } from '../../src/records/index.js';
import { type CvRow, episodesOf, inWorld, movesOf } from '../world.js';
import { monthOf } from './reference.js';

const observed = 2021 * 12 + 6;
const observedUntil = '2021-06-30';
const places = ['Alpha', 'Beta', 'Gamma', 'Delta'];

const date = fc
  .record({ month: fc.integer({ min: 2017 * 12 + 1, max: observed }), coarse: fc.boolean() })
  .map(({ month, coarse }) => (coarse ? formatMonth(month).slice(0, 4) : formatMonth(month)));

/** People with one job at most at each place, half of their dates years. */
function people(count: number, seed: number): CvRow[] {
  const job = fc.record({ start: date, end: date, open: fc.integer({ min: 0, max: 5 }).map((n) => n === 0) });
  const careers = fc.sample(fc.array(job, { minLength: 2, maxLength: 4 }), { numRuns: count, seed });
  return careers.flatMap((jobs, i) =>
    jobs.flatMap(({ start, end, open }, at): CvRow[] => {
      const [a, b] =
        (parseDate(start)?.first ?? 0) <= (parseDate(end)?.last ?? 0) ? [start, end] : [end, start];
      return [[`p${i}`, places[at] ?? '', a, open ? '' : b]];
    }),
  );
}

/** First and last month that start and end may mean, each given that the other is possible. */
function intervalsOf([, , start, end]: CvRow) {
  const [s, e] = [parseDate(start), parseDate(end)];
  const last = Math.min(s?.last ?? 0, observed);
  if (e === null || e.first > observed) return { start: [s?.first ?? 0, last], end: [0, 0] };
  const over = Math.min(e.last, observed);
  return { start: [s?.first ?? 0, Math.min(last, over)], end: [Math.max(e.first, s?.first ?? 0), over] };
}

describe.each([31, 32, 33])('careers of 2,000 people with dates of a year (seed %i)', (seed) => {
  const rows = people(2_000, seed);
  const rowOf = new Map(rows.map((row) => [`${row[0]} ${row[1]}`, row]));
  const own = (person: string) => rows.filter((row) => row[0] === person);

  it('take by precision the gap nearest 0, in months that the dates may mean', async () => {
    const moves = await inWorld(rows, (world) => movesOf(world), { observedUntil });
    expect(moves.filter(({ flags }) => flags.includes('by_precision')).length).toBeGreaterThan(100);
    for (const move of moves.filter(({ flags }) => flags.includes('by_precision'))) {
      const [a, b] = [move.from, move.to].map((place) => rowOf.get(`${move.person} ${place}`));
      if (a === undefined || b === undefined) throw new Error('a move between unknown jobs');
      const [[endFirst = 0, endLast = 0], [startFirst = 0, startLast = 0]] = [
        intervalsOf(a).end,
        intervalsOf(b).start,
      ];
      const nearest = Math.max(startFirst - endLast, Math.min(0, startLast - endFirst));
      expect([move.gap, monthOf(move.joined) - monthOf(move.left)], JSON.stringify(own(move.person))).toEqual(
        [nearest, nearest],
      );
      expect(monthOf(move.left), JSON.stringify(own(move.person))).toBeGreaterThanOrEqual(endFirst);
      expect(monthOf(move.left)).toBeLessThanOrEqual(endLast);
      expect(monthOf(move.joined)).toBeGreaterThanOrEqual(startFirst);
      expect(monthOf(move.joined)).toBeLessThanOrEqual(startLast);
    }
  });

  it('start and end in months that their dates may mean, and never end before they start', async () => {
    const jobs = await inWorld(rows, (world) => episodesOf(world), { observedUntil });
    for (const job of jobs) {
      const row = rowOf.get(`${job.person} ${job.organisation}`);
      if (row === undefined) throw new Error('an unknown job');
      const { start, end } = intervalsOf(row);
      const month = monthOf(job.start ?? '');
      expect(month >= (start[0] ?? 0) && month <= (start[1] ?? 0), JSON.stringify(own(job.person))).toBe(
        true,
      );
      if (job.end === null) continue;
      const left = monthOf(job.end);
      expect(left >= (end[0] ?? 0) && left <= (end[1] ?? 0), JSON.stringify(own(job.person))).toBe(true);
      expect(left >= month, JSON.stringify(own(job.person))).toBe(true);
    }
  });

  it('are at one organisation at most in any month', async () => {
    const jobs = await inWorld(rows, (world) => episodesOf(world), { observedUntil });
    const months = new Map<string, string[]>();
    for (const { person, organisation, role, from, to } of jobs) {
      if (role !== 'main' || from === null || to === null) continue;
      for (let month = monthOf(from); month < monthOf(to); month++) {
        const key = `${person} ${formatMonth(month)}`;
        months.set(key, [...(months.get(key) ?? []), organisation]);
      }
    }
    const twice = [...months].filter(([, at]) => at.length > 1).map(([key, at]) => ({ key, at }));
    const shown = twice
      .map(({ key, at }) => ({ key, at, rows: own(key.split(' ')[0] ?? '') }))
      .sort((a, b) => a.rows.length - b.rows.length);
    expect(shown.slice(0, 2)).toEqual([]);
  });

  it('have every move by precision whose dates are coarse and allow a gap within the overlap', async () => {
    const pairs = rows.filter((row) => own(row[0]).length === 2);
    const moves = await inWorld(pairs, (world) => movesOf(world), { observedUntil });
    for (const { person, from, to, flags } of moves) {
      const [a, b] = [from, to].map((place) => rowOf.get(`${person} ${place}`));
      if (a === undefined || b === undefined) throw new Error('a move between unknown jobs');
      const [[endFirst = 0, endLast = 0], [startFirst = 0, startLast = 0]] = [
        intervalsOf(a).end,
        intervalsOf(b).start,
      ];
      const coarse = endFirst < endLast || startFirst < startLast;
      const meets = startLast >= endFirst - 3;
      expect(flags.includes('by_precision'), JSON.stringify(own(person))).toBe(coarse && meets);
    }
  });
});
