import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { retention } from '../../src/measures/index.js';
import { formatMonth } from '../../src/records/index.js';
import type { Job } from '../careers/reference.js';
import { type CvRow, inWorld, type World, worldOf } from '../world.js';
import { isMainIn, observed, observedUntil, places, sampleOf } from './sample.js';

const asked = (rows: readonly CvRow[], parameters: Record<string, unknown> = {}, subjects = ['Alpha']) =>
  inWorld(rows, async (world) => (await ask(world, retention, { subjects, parameters })).rows);

async function only(definition: string, rows: readonly CvRow[], parameters: Record<string, unknown> = {}) {
  const found = (await asked(rows, parameters)).find((row) => row.definition === definition);
  if (found === undefined) throw new Error(`no row of ${definition}`);
  return found;
}

describe('retention(), D1', () => {
  it('has somebody censored at t at risk at t, and lasts half a month for a job of one month', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2024-06', ''],
      ['ben', 'Alpha', '2024-01', '2024-07'],
      ['cid', 'Alpha', '2024-01', '2024-01'],
      ['dee', 'Alpha', '2024-01', ''],
    ];
    const row = await only('D1', rows, { months: 6, curve: true });
    expect(row).toMatchObject({ people: 4, episodes: 4, events: 2 });
    expect(row.curve).toMatchObject([
      { month: 0.5, at_risk: 4, events: 1, share: 3 / 4 },
      { month: 6, at_risk: 3, events: 1, share: 1 / 2 },
    ]);
    expect(row.share).toBeCloseTo(1 / 2, 12);
  });

  it('is of jobs begun in the window, and censors at its end', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2019-12', '2020-02'],
      ['ben', 'Alpha', '2020-01', '2020-02'],
      ['cid', 'Alpha', '2020-03', '2020-12'],
      ['dee', 'Alpha', '2020-07', ''],
    ];
    const row = await only('D1', rows, { months: 3, since: '2020-01', until: '2020-06' });
    expect(row).toMatchObject({ people: 2, episodes: 2, events: 1, share: 1 / 2 });
  });

  it('leaves unknown starts out, and takes an unknown end as censored where evidence ends', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '', '2020-02'],
      ['ben', 'Alpha', '2020-01', '2020-05'],
      ['ben', 'Alpha', '2020-05', '?'],
      ['cid', 'Alpha', '2020-01', '2020-05'],
      ['dee', 'Alpha', '2020-01', '2020-06'],
    ];
    const row = await only('D1', rows, { months: 5, curve: true });
    expect(row).toMatchObject({ people: 3, episodes: 3, events: 2, share: 0 });
    expect(row.curve).toMatchObject([
      { month: 4, at_risk: 3, events: 1 },
      { month: 5, at_risk: 1, events: 1 },
    ]);
  });

  it('is null where nobody was followed that long', async () => {
    expect(await only('D1', [['ana', 'Alpha', '2024-06', '']], { months: 12 })).toMatchObject({
      ...{ episodes: 1, events: 0, share: null, low: null, high: null },
    });
  });

  it('lets a job first held beside another enter late, and not at risk of an event in that month', async () => {
    const rows: CvRow[] = [
      ['ana', 'Beta', '2019-01', '2020-06'],
      ['ana', 'Alpha', '2020-01', '2020-12'],
      ['ben', 'Alpha', '2020-01', '2020-06'],
      ['cid', 'Alpha', '2020-01', '2020-08'],
    ];
    expect((await only('D1', rows, { months: 12, curve: true })).curve).toMatchObject([
      { month: 5, at_risk: 2, events: 1, share: 1 / 2 },
      { month: 7, at_risk: 2, events: 1, share: 1 / 4 },
      { month: 11, at_risk: 1, events: 1, share: 0 },
    ]);
  });

  it('leaves a job beside the main one out', async () => {
    const rows: CvRow[] = [
      ['ana', 'Beta', '2019-01', ''],
      ['ana', 'Alpha', '2020-01', '2020-12'],
      ['ben', 'Alpha', '2020-01', ''],
    ];
    expect(await only('D1', rows, { months: 12 })).toMatchObject({ episodes: 1, events: 0, share: 1 });
  });

  it('agrees with survfit of R 4.2.2, survival 3.5-3: log-log limits, late entry', async () => {
    // Entry, exit and event of each job; T is December 2024. A late entry is a job held beside one at Beta until then.
    const jobs: [entry: number, exit: number, event: boolean][] = [
      [0, 0, true],
      [0, 6, true],
      [0, 6, false],
      [0, 12, true],
      [0, 24, true],
      [0, 24, false],
      [0, 30, true],
      [0, 59, false],
      [5, 20, true],
      [12, 24, false],
      [6, 12, false],
    ];
    const end = 2024 * 12 + 12;
    const rows = jobs.flatMap(([entry, exit, event], i): CvRow[] => {
      const start = event ? 2020 * 12 + 1 : end - exit;
      const beside: CvRow[] = entry === 0 ? [] : [[`p${i}`, 'Beta', '2018-01', formatMonth(start + entry)]];
      return [...beside, [`p${i}`, 'Alpha', formatMonth(start), event ? formatMonth(start + exit) : '']];
    });
    const golden = [
      [0.5, 8, 1, 0.875, 0.387000014032, 0.981392965879],
      [6, 8, 1, 0.765625, 0.3433742442848, 0.935454263883],
      [12, 7, 1, 0.65625, 0.2696056895136, 0.873407027969],
      [20, 6, 1, 0.546875, 0.1971912997475, 0.79903338802],
      [24, 5, 1, 0.4375, 0.1319395431159, 0.713615006416],
      [30, 2, 1, 0.21875, 0.0139245343401, 0.582495424959],
    ];
    const row = await only('D1', rows, { months: 24, curve: true });
    const curve = row.curve as readonly Record<string, number>[];
    expect(curve.map((step) => [step.month, step.at_risk, step.events])).toEqual(
      golden.map((step) => step.slice(0, 3)),
    );
    for (const [i, [, , , share = 0, low = 0, high = 0]] of golden.entries()) {
      expect(curve[i]?.share).toBeCloseTo(share, 12);
      expect(curve[i]?.low).toBeCloseTo(low, 10);
      expect(curve[i]?.high).toBeCloseTo(high, 10);
    }
    expect([row.people, row.events]).toEqual([11, 5]);
    expect(row.share).toBeCloseTo(0.4375, 12);
    expect(row.low).toBeCloseTo(0.1319395431159, 10);
    expect(row.high).toBeCloseTo(0.713615006416, 10);
  });
});

describe('retention(), D2', () => {
  it('is of jobs begun from T - m and before T: the share present at T, with the limits of R 4.2.2', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2023-12', ''],
      ['ben', 'Alpha', '2024-11', ''],
      ['cid', 'Alpha', '2024-02', '2024-11'],
      // Leaving in the month T is not being present at T.
      ['dee', 'Alpha', '2024-02', '2024-12'],
      ['eve', 'Alpha', '2024-05', ''],
      // Too early, too late, on an unknown date, over on an unknown date.
      ['fay', 'Alpha', '2023-11', ''],
      ['gus', 'Alpha', '2024-12', ''],
      ['hal', 'Alpha', '', ''],
      ['ida', 'Alpha', '2024-03', '?'],
    ];
    const row = await only('D2', rows, { months: 12 });
    expect(row).toMatchObject({ people: 5, episodes: 5, events: 2, share: 3 / 5 });
    expect(row.low).toBeCloseTo(0.146632799635, 10);
    expect(row.high).toBeCloseTo(0.947255049474, 10);
  });

  it('has those present at T who left later', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2023-01', '2023-07'],
      ['ben', 'Alpha', '2023-01', '2023-06'],
    ];
    expect(await only('D2', rows, { months: 12, until: '2023-06' })).toMatchObject({
      episodes: 2,
      share: 1 / 2,
    });
  });
});

describe('retention(), D3', () => {
  it('is of people present at T - m: the share present at T, a return counted', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '', ''],
      ['ben', 'Alpha', '2023-12', '2024-12'],
      // Back again at T.
      ['cid', 'Alpha', '2022-01', '2024-02'],
      ['cid', 'Beta', '2024-02', '2024-06'],
      ['cid', 'Alpha', '2024-06', ''],
      // Left in the month T - m, joined after it, over on an unknown date.
      ['dee', 'Alpha', '2022-01', '2023-12'],
      ['eve', 'Alpha', '2024-01', ''],
      ['fay', 'Alpha', '2022-01', '2024-06'],
      ['fay', 'Alpha', '2024-06', '?'],
    ];
    expect(await only('D3', rows, { months: 12 })).toMatchObject({
      people: 3,
      episodes: 3,
      events: 1,
      share: 2 / 3,
    });
  });

  it('has no share where nobody was present', async () => {
    expect(await only('D3', [['ana', 'Alpha', '2024-06', '']], { months: 12 })).toMatchObject({
      ...{ people: 0, share: null, low: null, high: null },
    });
  });
});

describe('retention(organisations)', () => {
  it('has a row per definition for each, in the order asked', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2020-01', ''],
      ['ben', 'Beta', '2020-01', ''],
    ];
    const found = await asked(rows, {}, ['Beta', 'Alpha']);
    expect(found.map((row) => `${row.organisation} ${row.definition} ${row.months}`)).toEqual(
      ['Beta', 'Alpha'].flatMap((place) =>
        ['D1', 'D2', 'D3'].map((definition) => `${place} ${definition} 24`),
      ),
    );
  });
});

/** Kaplan and Meier as the words have it: at every month of an event, those who entered before and left then or later. */
function survivalOf(jobs: readonly Job[], months: number, last: number) {
  const spells = jobs.map((job) => {
    const event = job.over === 'ended' && job.end <= last;
    const seen = event ? job.end : Math.min(last, job.over === 'unknown' ? job.end : observed);
    const exit = event && job.end === job.start ? 0.5 : seen - job.start;
    return { entry: Math.max(0, job.from - job.start), exit, event };
  });
  const times = [...new Set(spells.filter((s) => s.event && s.exit > s.entry).map((s) => s.exit))].sort(
    (a, b) => a - b,
  );
  let share = 1;
  let events = 0;
  for (const time of times.filter((t) => t <= months)) {
    const atRisk = spells.filter((s) => s.entry < time && s.exit >= time).length;
    const gone = spells.filter((s) => s.event && s.exit === time && s.entry < time).length;
    share *= (atRisk - gone) / atRisk;
    events += gone;
  }
  const followed = spells.reduce((longest, s) => Math.max(longest, s.exit), 0);
  return { share: months > followed && share > 0 ? null : share, events };
}

describe('retention of 2,000 random people', () => {
  const sample = sampleOf(2_000, 44);
  let world: World;
  beforeAll(async () => {
    world = await worldOf(sample.rows, { observedUntil });
  });
  afterAll(() => world.warehouse.close());

  it.each([
    [6, '2020-01', observed],
    [3, '2020-03', 2021 * 12 + 2],
    [12, '2020-01', observed],
    [1, '2020-06', 2020 * 12 + 11],
  ])('is that of the plain reference at %i months since %s', async (months, since, last) => {
    const { rows } = await ask(world, retention, {
      subjects: places,
      parameters: { months, since, until: formatMonth(last) },
    });
    const first = Number(since.slice(0, 4)) * 12 + Number(since.slice(5));
    for (const place of places) {
      const jobs = sample.jobs.filter((job) => job.organisation === place && job.role === 'main');
      const cohort = jobs.filter(({ start, from }) => start >= first && start <= last && from <= last);
      const { share, events } = survivalOf(cohort, months, last);
      const recent = jobs.filter(
        ({ start, over }) => start >= last - months && start < last && over !== 'unknown',
      );
      const present = recent.filter(({ over, end }) => over === 'open' || end > last);
      const before = new Set(
        jobs
          .filter((job) => job.over !== 'unknown' && isMainIn(job, last - months))
          .map(({ person }) => person),
      );
      const after = new Set(jobs.filter((job) => isMainIn(job, last)).map(({ person }) => person));
      const kept = [...before].filter((person) => after.has(person)).length;
      const [d1, d2, d3] = rows.filter((row) => row.organisation === place);
      expect([place, d1?.people, d1?.episodes, d1?.events]).toEqual([
        place,
        new Set(cohort.map(({ person }) => person)).size,
        cohort.length,
        events,
      ]);
      if (share === null) expect(d1?.share).toBeNull();
      else expect(d1?.share).toBeCloseTo(share, 10);
      expect([place, d2?.episodes, d2?.events]).toEqual([
        place,
        recent.length,
        recent.length - present.length,
      ]);
      expect([place, d3?.people, d3?.events]).toEqual([place, before.size, before.size - kept]);
    }
  });

  it('lies in [0, 1] inside its limits', async () => {
    for (const months of [1, 4, 9]) {
      const { rows } = await ask(world, retention, { parameters: { months } });
      for (const { share, low, high } of rows.filter((row) => row.share !== null && row.low !== null)) {
        const inside = [0, low, share, high, 1].map(Number);
        expect(inside).toEqual([...inside].sort((a, b) => a - b));
      }
    }
  });

  it('is the same when several questions are asked at once', async () => {
    const questions = [
      { subjects: places.slice(0, 1) },
      { subjects: places.slice(1) },
      { parameters: { months: 3 } },
    ];
    const oneByOne = [];
    for (const question of questions) oneByOne.push((await ask(world, retention, question)).rows);
    const atOnce = await Promise.all(questions.map((question) => ask(world, retention, question)));
    expect(atOnce.map(({ rows }) => rows)).toEqual(oneByOne);
  });

  it('never rises with months in D1', async () => {
    const shares = await Promise.all(
      [1, 3, 6, 12].map(async (months) => {
        const { rows } = await ask(world, retention, { subjects: places, parameters: { months } });
        return rows.filter((row) => row.definition === 'D1').map((row) => Number(row.share ?? 0));
      }),
    );
    for (const [i, later] of shares.slice(1).entries()) {
      for (const [place, share] of later.entries())
        expect(share).toBeLessThanOrEqual(shares[i]?.[place] ?? 1);
    }
  });
});
