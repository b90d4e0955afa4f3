import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { growth, headcount, type ResultRow } from '../../src/measures/index.js';
import { parseRegistry } from '../../src/organisations/index.js';
import { formatMonth } from '../../src/records/index.js';
import { poissonInterval } from '../../src/stats/index.js';
import { type CvRow, inWorld, type World, type WorldOptions, worldOf } from '../world.js';
import { exposureOf, observed, observedUntil, places, sampleOf } from './sample.js';

const asked = (
  rows: readonly CvRow[],
  parameters: Record<string, unknown> = {},
  options: WorldOptions = {},
  subjects = ['Alpha'],
) => inWorld(rows, (world) => ask(world, growth, { subjects, parameters }), options);

const codes = ({ notes }: { readonly notes: readonly { readonly code: string }[] }) =>
  notes.map(({ code }) => code);

/** Every number of a row is one. */
const numbersIn = (rows: readonly ResultRow[]) =>
  rows.flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'number'));

const few: CvRow[] = [
  // There before the window, and through it.
  ['ana', 'Alpha', '2020-01', ''],
  ['ben', 'Alpha', '2023-01', ''],
  // Hired and gone in it, and a brief job.
  ['cid', 'Alpha', '2023-03', '2023-09'],
  ['dee', 'Alpha', '2023-05', '2023-05'],
  // Gone in it after an unknown start; over on an unknown date; hired after it.
  ['eve', 'Alpha', '', '2023-06'],
  ['fay', 'Alpha', '2023-02', '?'],
  ['gus', 'Alpha', '2024-01', ''],
];

describe('growth()', () => {
  it('counts hires, exits and the time of those whose start is known', async () => {
    const { rows, notes } = await asked(few, { since: '2023', until: '2023' });
    expect(rows).toMatchObject([
      {
        ...{ organisation: 'Alpha', period: null, people: 4, hires: 4, exits: 2, left_out: 1 },
        ...{ people_hired: 4, people_left: 2, person_months: 12 + 12 + 6 + 0.5, ratio: 2 },
      },
    ]);
    expect(rows[0]?.hazard).toBeCloseTo((12 * 2) / 30.5, 12);
    expect(rows[0]?.growth).toBeCloseTo((12 * 2) / 30.5, 12);
    expect(rows[0]?.hazard_high).toBeCloseTo((12 * poissonInterval(2).high) / 30.5, 9);
    expect(codes({ notes })).toEqual(expect.arrayContaining(['unknown_start', 'undated_end']));
  });

  it('splits the window into years', async () => {
    const { rows } = await asked(few, { since: '2023', until: '2024', by: 'year' });
    expect(rows.map((row) => [row.period, row.hires, row.exits, row.ratio])).toEqual([
      ['2023', 4, 2, 2],
      ['2024', 1, 0, null],
    ]);
  });

  it('shows the 10.2 of a firm that triples in a year, and says that it is growth', async () => {
    // Every month from 300 on, ln 3 and 0.12 a year of those there.
    const rows: CvRow[] = Array.from({ length: 300 }, (_, i): CvRow => [`a${i}`, 'Alpha', '2022-01', '']);
    let there = 300;
    for (let month = 1; month <= 12; month++) {
      const gone = Math.round((there * 0.12) / 12);
      const come = Math.round(there * (3 ** (1 / 12) - 1)) + gone;
      for (let i = 0; i < gone; i++) {
        const open = rows.findIndex((row) => row[3] === '');
        rows[open] = [rows[open]![0], 'Alpha', rows[open]![2], formatMonth(2023 * 12 + month)];
      }
      const fresh = rows.length;
      for (let i = 0; i < come; i++)
        rows.push([`a${fresh + i}`, 'Alpha', formatMonth(2023 * 12 + month), '']);
      there += come - gone;
    }
    const [row] = (await asked(rows, { since: '2023', until: '2023', printed: '10.2' })).rows;
    expect(there / 300).toBeCloseTo(3, 1);
    expect(Number(row?.growth)).toBeCloseTo(Math.log(3), 1);
    expect(Number(row?.hazard)).toBeCloseTo(0.12, 1);
    expect(Number(row?.ratio)).toBeGreaterThan(9.5);
    expect(Number(row?.ratio)).toBeLessThan(10.9);
    expect(Number(row?.implied_hazard)).toBeCloseTo(Number(row?.growth) / 9.2, 12);
    expect(Number(row?.implied_growth)).toBeCloseTo(Number(row?.hazard) * 9.2, 12);
  });

  it('says on how few a printed ratio can rest', async () => {
    const { notes } = await asked(few, { printed: '10.6' });
    expect(notes.find(({ code }) => code === 'printed')?.en).toContain('at least 53:5 hires to exits');
    await expect(asked(few, { printed: 'ten' })).rejects.toThrow(/invalid printed: "ten"/);
  });

  it('says why there is none: no exits, no hires, nobody there, a window of one month', async () => {
    const stay: CvRow[] = [['ana', 'Alpha', '2020-01', '']];
    const none = await asked(stay, { since: '2023', until: '2023' });
    expect(none.rows).toMatchObject([
      { hires: 0, exits: 0, ratio: null, low: null, high: null, hazard: 0, growth: 0 },
    ]);
    expect(codes(none)).toContain('no_exits');
    const away = await asked(stay, { since: '2018', until: '2018' });
    expect(away.rows).toMatchObject([
      { people: 0, person_months: 0, growth: null, hazard: null, ratio: null },
    ]);
    expect(codes(away)).toContain('no_exposure');
    const gone = await asked(few, { since: '2023-09', until: '2023-09' });
    expect(gone.rows).toMatchObject([{ hires: 0, exits: 1, ratio: 0, low: 0, person_months: 2 }]);
    for (const { rows } of [none, away, gone]) expect(numbersIn(rows).every(Number.isFinite)).toBe(true);
  });

  it('has an exit in a month of which nobody bears the risk, and no rate for it', async () => {
    const { rows } = await asked([['ana', 'Alpha', '2020-01', '2023-05']], {
      since: '2023-05',
      until: '2023-05',
    });
    expect(rows).toMatchObject([{ exits: 1, person_months: 0, hazard: null, growth: null }]);
  });
});

describe('growth() by takeover', () => {
  const registry = parseRegistry(
    `organisations:
  - {id: alpha, title: Alpha, kind: company, source: 'https://example.org/alpha'}
  - id: beta
    title: Beta
    kind: company
    parents: [{id: alpha, since: 2022-03}]
    events: [{event: acquired, by: alpha, on: '2022-03-01', source: 'https://example.org/beta'}]
    source: https://example.org/beta
`,
    'taken.yaml',
  );

  it('is no hiring', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2020-01', ''],
      ['ben', 'Beta', '2020-01', '2022-04'],
      ['ben', 'Alpha', '2022-04', ''],
    ];
    const parameters = { since: '2022', until: '2022' };
    const found = await asked(rows, parameters, { registry }, ['Alpha']);
    // Ben may stand at Alpha from the takeover on, or move to it: taken in once either way.
    expect(found.rows).toMatchObject([{ hires: 0, exits: 0, taken_in: 1, taken_out: 0, growth: 0 }]);
    expect(Number(found.rows[0]?.growth_taken)).toBeGreaterThan(0);
    expect(codes(found)).toContain('taken');
  });
});

describe('growth of 2,000 random people', () => {
  const sample = sampleOf(2_000, 44);
  let world: World;
  beforeAll(async () => {
    world = await worldOf(sample.rows, { observedUntil });
  });
  afterAll(() => world.warehouse.close());

  it.each([
    [2020 * 12 + 3, 2021 * 12 + 2],
    [2020 * 12 + 1, observed],
    [2020 * 12 + 8, 2020 * 12 + 8],
  ])('is that of the plain reference from %i to %i', async (first, last) => {
    const parameters = { since: formatMonth(first), until: formatMonth(last) };
    const { rows } = await ask(world, growth, { subjects: places, parameters });
    const within = (month: number) => month >= first && month <= last;
    for (const [i, place] of places.entries()) {
      const jobs = sample.jobs.filter(
        (job) => job.organisation === place && job.role === 'main' && Number.isFinite(job.start),
      );
      expect(rows[i]).toMatchObject({
        organisation: place,
        hires: jobs.filter((job) => within(job.from)).length,
        exits: jobs.filter((job) => job.over === 'ended' && within(job.to)).length,
        person_months: exposureOf(sample.jobs, place, first, last),
      });
    }
  });

  it('has as many hires less exits as the headcount grows, where every date is known', async () => {
    const known = sample.rows.filter(
      ([person]) =>
        !sample.rows.some(([other, , start, end]) => other === person && (start === '' || end === '?')),
    );
    await inWorld(
      known,
      async (all) => {
        const parameters = { since: '2020-07', until: '2021-03' };
        const { rows } = await ask(all, growth, { subjects: places, parameters });
        const counts = await ask(all, headcount, {
          subjects: places,
          parameters: { since: '2020-06', until: '2021-03' },
        });
        const there = (place: string, month: string) =>
          Number(counts.rows.find((row) => row.organisation === place && row.month === month)?.people ?? 0);
        for (const row of rows) {
          const place = String(row.organisation);
          // A job of one month is hired and gone in it; a month of leaving is not one of being there.
          expect(Number(row.hires) - Number(row.exits)).toBe(
            there(place, '2021-03') - there(place, '2020-06'),
          );
        }
      },
      { observedUntil },
    );
  });
});
