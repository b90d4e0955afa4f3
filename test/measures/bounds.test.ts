import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { type AnyMeasure, flows, headcount, moves, ratio, retention } from '../../src/measures/index.js';
import { type CvRow, inWorld } from '../world.js';

const asked = (measure: AnyMeasure, rows: readonly CvRow[], subjects: string[], parameters: object = {}) =>
  inWorld(rows, async (world) =>
    ask(world, measure, { subjects, parameters: { bounds: true, ...parameters } }),
  );

const rows: CvRow[] = [
  // To the month: it is where it is.
  ['ana', 'Alpha', '2018-01', '2019-01'],
  ['ana', 'Beta', '2019-02', ''],
  // Some time in 2019: a move of 2019 for sure, of its first half perhaps.
  ['ben', 'Alpha', '2016', '2019'],
  ['ben', 'Beta', '2019', ''],
  // Left by 2019-03, joined some time in 2020: never within 3 months, at the earliest after 9.
  ['cid', 'Alpha', '2017-01', '2019-03'],
  ['cid', 'Beta', '2020', ''],
  // Left some time in 2020, joined in February 2021: 2 to 13 months; the point is by precision 2.
  ['dan', 'Beta', '2018-01', '2020'],
  ['dan', 'Alpha', '2021-02', ''],
];

describe('--bounds', () => {
  it('gives the moves that are sure and those that can be', async () => {
    const {
      rows: [row],
      notes,
    } = await asked(ratio, rows, ['Alpha', 'Beta']);
    expect(row).toMatchObject({
      forward: 2,
      forward_min: 1,
      forward_max: 2,
      backward: 1,
      backward_min: 0,
      backward_max: 1,
    });
    expect(row).toMatchObject({ ratio: 2, ratio_min: 1, ratio_max: null });
    expect(notes.find(({ code }) => code === 'bounds')?.en).toContain('1 of 1 rows change');
  });

  it('asks of a window whether the move is in it for sure', async () => {
    const { rows: found } = await asked(flows, rows, [], { since: '2019-01', until: '2019-06' });
    expect(
      found.map(({ from, to, hire, hire_min, hire_max }) => ({ from, to, hire, hire_min, hire_max })),
    ).toEqual([{ from: 'Alpha', to: 'Beta', hire: 1, hire_min: 1, hire_max: 2 }]);
  });

  it('shows the gaps of a move', async () => {
    const { rows: found } = await asked(moves, rows, ['Beta', 'Alpha']);
    expect(found).toMatchObject([{ gap: 2, gap_min: 2, gap_max: 13 }]);
  });

  it('counts who is there whatever the dates hide, and who may be', async () => {
    const { rows: found } = await asked(headcount, rows, ['Beta'], { since: '2020-06', until: '2020-06' });
    // Ana and Ben are. Cid joins in 2020, nearest to the end before in January; Dan leaves in 2020, nearest to the next start in December.
    expect(found).toEqual([
      { organisation: 'Beta', month: '2020-06', people: 4, unknown_start: 0, people_min: 2, people_max: 4 },
    ]);
  });

  it('gives the share kept with jobs as short and as long as can be', async () => {
    const short: CvRow[] = [
      ['ana', 'Alpha', '2015-01', '2018-01'],
      // 5 to 27 months.
      ['ben', 'Alpha', '2016', '2017'],
      ['cid', 'Alpha', '2016-01', ''],
    ];
    const { rows: found } = await asked(retention, short, ['Alpha'], { months: 20 });
    const [first] = found;
    expect(first).toMatchObject({ definition: 'D1', share_min: 2 / 3, share_max: 1 });
    expect(first?.share).toBeCloseTo(2 / 3, 12);
  });

  it('says that nothing changes where dates are exact', async () => {
    const {
      rows: [row],
      notes,
    } = await asked(ratio, rows.slice(0, 2), ['Alpha', 'Beta']);
    expect(row).toMatchObject({ forward: 1, forward_min: 1, forward_max: 1 });
    expect(notes.find(({ code }) => code === 'bounds')?.en).toContain('No figure changes');
  });

  it('is not there unless it is asked for', async () => {
    const result = await inWorld(rows, (world) => ask(world, ratio, { subjects: ['Alpha', 'Beta'] }));
    expect(Object.keys(result.rows[0] ?? {})).not.toContain('forward_min');
    expect(result.columns.map(({ name }) => name)).not.toContain('forward_min');
  });

  it('holds every figure between its bounds, whatever the dates', async () => {
    const date = fc.oneof(
      fc.constantFrom('2018', '2019', '2020', '2018~'),
      fc
        .tuple(fc.integer({ min: 2017, max: 2021 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
    );
    const job = fc.tuple(
      fc.constantFrom('p', 'q', 'r', 's'),
      fc.constantFrom('Alpha', 'Beta'),
      date,
      fc.oneof(date, fc.constant('')),
    );
    const careers = fc
      .array(job, { minLength: 2, maxLength: 12 })
      .map((jobs): CvRow[] => [
        ...jobs
          .filter(([, , start, end]) => end === '' || start.slice(0, 4) <= end.slice(0, 4))
          .filter(
            ([, , start, end]) =>
              end === '' ||
              start.includes('~') ||
              end.includes('~') ||
              start.slice(0, 4) < end.slice(0, 4) ||
              start <= end,
          ),
        ['x', 'Alpha', '2018-01', '2019-01'],
        ['x', 'Beta', '2019-01', ''],
      ]);
    await fc.assert(
      fc.asyncProperty(careers, async (given) => {
        await inWorld(given, async (world) => {
          const parameters = { bounds: true };
          for (const measure of [flows, headcount, retention] as const) {
            const { rows: found } = await ask(world, measure as AnyMeasure, {
              subjects: ['Alpha', 'Beta'],
              parameters,
            });
            for (const row of found) {
              for (const name of ['moves', 'hire', 'people', 'share']) {
                if (row[`${name}_min`] === undefined || row[`${name}_min`] === null) continue;
                expect(Number(row[name])).toBeGreaterThanOrEqual(Number(row[`${name}_min`]));
                expect(Number(row[name])).toBeLessThanOrEqual(Number(row[`${name}_max`]));
              }
            }
          }
        });
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
