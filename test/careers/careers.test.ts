import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { moves as movesMeasure } from '../../src/measures/index.js';
import { type CvRow, csvOf, episodesOf, inWorld, movesOf, type WorldOptions } from '../world.js';

// Origin of the rows: each is the shortest CV that tells a sentence of METHODS 1, 2 or 4 from its neighbours.

/** A move in a line: `Alpha > Beta 2020-01 2020-02 (1) flags`. */
async function moved(rows: readonly CvRow[], closeStale = false): Promise<string[]> {
  const found = await inWorld(rows, (world) => movesOf(world, { closeStale }));
  return found.map(({ from, to, left, joined, gap, flags }) =>
    `${from} > ${to} ${left} ${joined} (${gap}) ${flags}`.trim(),
  );
}

/** A job in a line: organisation, start, end, role and time on the main path; `-` unknown, `…` open. */
async function worked(
  rows: readonly CvRow[],
  options: WorldOptions = {},
  closeStale = false,
): Promise<string[]> {
  const found = await inWorld(rows, (world) => episodesOf(world, { closeStale }), options);
  return found.map((e) => {
    const end = e.status === 'open' ? '…' : e.status === 'unknown' ? '?' : e.end;
    const path = e.role === 'main' ? `${e.from ?? '-'} ${e.to ?? '-'}` : e.role;
    return `${e.organisation} ${e.start ?? '-'} ${end} | ${path}`;
  });
}

describe('dates', () => {
  it('take July for a year', async () => {
    expect(await worked([['ana', 'Alpha', '2018', '2020']])).toEqual([
      'Alpha 2018-07 2020-07 | 2018-07 2020-07',
    ]);
  });

  it('take the month for a day', async () => {
    expect(await worked([['ana', 'Alpha', '2018-03-31', '2018-04-01']])).toEqual([
      'Alpha 2018-03 2018-04 | 2018-03 2018-04',
    ]);
  });

  it('take the middle of 24 months either way for several years', async () => {
    expect(await worked([['ana', 'Alpha', '2014~', '2019-04']])).toEqual([
      'Alpha 2014-07 2019-04 | 2014-07 2019-04',
    ]);
  });

  it('meet where a coarse end would come before its start', async () => {
    expect(await worked([['ana', 'Alpha', '2019-10', '2019']])).toEqual([
      'Alpha 2019-10 2019-10 | 2019-10 2019-10',
    ]);
    expect(await worked([['ana', 'Alpha', '2019', '2019-03']])).toEqual([
      'Alpha 2019-03 2019-03 | 2019-03 2019-03',
    ]);
  });

  it('refuse an end that is before its start at any precision', async () => {
    await expect(worked([['ana', 'Alpha', '2019-10', '2019-09']])).rejects.toThrow(/end before its start/);
    await expect(worked([['ana', 'Alpha', '2019', '2018']])).rejects.toThrow(/end before its start/);
  });

  it('leave an end after the last observed day open', async () => {
    expect(await worked([['ana', 'Alpha', '2019-10', '2025-02']])).toEqual([
      'Alpha 2019-10 … | 2019-10 2024-12',
    ]);
  });

  it('never stand for a month after the last observed one', async () => {
    const rows: CvRow[] = [['ana', 'Alpha', '2024', '']];
    expect(await worked(rows, { observedUntil: '2024-03-31' })).toEqual([
      'Alpha 2024-03 … | 2024-03 2024-03',
    ]);
  });

  it('keep a blank start unknown', async () => {
    expect(await worked([['ana', 'Alpha', '', '2019-09']])).toEqual(['Alpha - 2019-09 | - 2019-09']);
  });

  it('take ? as an end on an unknown date, last seen where evidence ends', async () => {
    const [job] = await inWorld([['ana', 'Alpha', '2018-03', '?']], (world) => episodesOf(world));
    expect(job).toMatchObject({ end: null, status: 'unknown', censored: '2018-03' });
  });
});

describe('dates coarser than a month', () => {
  it('take the gap nearest 0 that they allow, and say so', async () => {
    expect(
      await moved([
        ['ana', 'Alpha', '2016-01', '2019'],
        ['ana', 'Beta', '2019-11', ''],
      ]),
    ).toEqual(['Alpha > Beta 2019-11 2019-11 (0) by_precision']);
  });

  it('take a gap of more than 0 where none allows 0', async () => {
    expect(
      await moved([
        ['ana', 'Alpha', '2016-01', '2019-11'],
        ['ana', 'Beta', '2020', ''],
      ]),
    ).toEqual(['Alpha > Beta 2019-11 2020-01 (2) by_precision']);
  });

  it('take a gap of less than 0 where no later one is allowed', async () => {
    expect(
      await moved([
        ['ana', 'Alpha', '2016-01', '2020-02'],
        ['ana', 'Beta', '2019', '2022-01'],
      ]),
    ).toEqual(['Alpha > Beta 2020-02 2019-12 (-2) by_precision']);
  });

  it('are no move by precision where the overlap is over 3 months whatever they mean', async () => {
    expect(
      await moved([
        ['ana', 'Alpha', '2016-01', '2020-04'],
        ['ana', 'Beta', '2019', '2022-01'],
      ]),
    ).toEqual(['Alpha > Beta 2020-04 2020-04 (0) was_concurrent']);
  });

  it('move the months of both jobs with the gap', async () => {
    expect(
      await worked([
        ['ana', 'Alpha', '2016-01', '2019'],
        ['ana', 'Beta', '2019-11', '2020-05'],
      ]),
    ).toEqual(['Alpha 2016-01 2019-11 | 2016-01 2019-11', 'Beta 2019-11 2020-05 | 2019-11 2020-05']);
  });

  it('leave two exact months unflagged', async () => {
    expect(
      await moved([
        ['ana', 'Alpha', '2016-01', '2019-10'],
        ['ana', 'Beta', '2019-11', ''],
      ]),
    ).toEqual(['Alpha > Beta 2019-10 2019-11 (1)']);
  });

  it('let a state of that year lie between where its July does', async () => {
    expect(
      await moved([
        ['ana', 'Alpha', '2016-01', '2019-06'],
        ['ana', 'Freelance', '2019', '2019-08'],
        ['ana', 'Beta', '2019-08', ''],
      ]),
    ).toEqual(['Alpha > Beta 2019-06 2019-08 (2) via_state']);
  });
});

describe('episodes', () => {
  it('join a promotion: no move', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-06', { title: 'Engineer' }],
      ['ana', 'Alpha', '2019-07', '2020-12', { title: 'Manager' }],
    ];
    expect(await worked(rows)).toEqual(['Alpha 2018-01 2020-12 | 2018-01 2020-12']);
    expect(await moved(rows)).toEqual([]);
  });

  it('do not join over more than a month', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-06'],
      ['ana', 'Alpha', '2019-08', '2020-12'],
    ];
    expect(await worked(rows)).toEqual([
      'Alpha 2018-01 2019-06 | 2018-01 2019-06',
      'Alpha 2019-08 2020-12 | 2019-08 2020-12',
    ]);
    expect(await moved(rows)).toEqual([]);
  });

  it('measure from the latest end so far, not from the last line', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2020-12'],
      ['ana', 'Alpha', '2018-03', '2018-05'],
      ['ana', 'Alpha', '2021-01', '2021-06'],
    ];
    expect(await worked(rows)).toEqual(['Alpha 2018-01 2021-06 | 2018-01 2021-06']);
  });

  it('are three, with two moves, of A, one month at B, and A again: a return', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-06'],
      ['ana', 'Beta', '2019-06', '2019-07'],
      ['ana', 'Alpha', '2019-07', '2020-12'],
    ];
    expect(await worked(rows)).toEqual([
      'Alpha 2018-01 2019-06 | 2018-01 2019-06',
      'Beta 2019-06 2019-07 | 2019-06 2019-07',
      'Alpha 2019-07 2020-12 | 2019-07 2020-12',
    ]);
    expect(await moved(rows)).toEqual([
      'Alpha > Beta 2019-06 2019-06 (0)',
      'Beta > Alpha 2019-07 2019-07 (0) is_return',
    ]);
  });

  it('are not cut by a job elsewhere that begins in the month of the next start', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-06'],
      ['ana', 'Beta', '2019-07', '2019-08'],
      ['ana', 'Alpha', '2019-07', '2020-12'],
    ];
    expect(await worked(rows)).toEqual([
      'Alpha 2018-01 2020-12 | 2018-01 2020-12',
      'Beta 2019-07 2019-08 | side',
    ]);
  });

  it('are not cut by a state or by a position that cannot be a main job', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-06'],
      ['ana', 'Freelance', '2019-06', '2019-07'],
      ['ana', 'Beta', '2019-06', '2019-07', { kind: 'advisor' }],
      ['ana', 'Alpha', '2019-07', '2020-12'],
    ];
    expect(await worked(rows)).toEqual(['Alpha 2018-01 2020-12 | 2018-01 2020-12']);
  });

  it('are open where a line is, and else over on an unknown date where a line is', async () => {
    expect(
      await worked([
        ['ana', 'Alpha', '2018-01', ''],
        ['ana', 'Alpha', '2018-06', '2019-06'],
        ['ben', 'Alpha', '2018-01', '?'],
        ['ben', 'Alpha', '2018-02', '2019-06'],
      ]),
    ).toEqual(['Alpha 2018-01 … | 2018-01 2024-12', 'Alpha 2018-01 ? | 2018-01 2019-06']);
  });

  it('are a founder’s where one line is, and none of a kind that cannot be a main job', async () => {
    const founders = async (...given: string[]): Promise<boolean[]> => {
      const rows = given.map((kind, i): CvRow => ['ana', 'Alpha', `2018-0${i + 1}`, '2019-01', { kind }]);
      return (await inWorld(rows, (world) => episodesOf(world))).map((job) => job.founder);
    };
    expect(await founders('contractor', 'employee')).toEqual([false]);
    expect(await founders('employee', 'founder')).toEqual([true]);
    expect(
      await founders('intern', 'student', 'affiliate', 'advisor', 'board', 'investor', 'volunteer'),
    ).toEqual([]);
  });
});

describe('main path', () => {
  it('passes over a job that begins and ends beside the main job (rule 1)', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2020-06'],
      ['ana', 'Beta', '2018-06', '2020-06'],
      ['ana', 'Gamma', '2020-06', '2021-06'],
    ];
    expect(await worked(rows)).toEqual([
      'Alpha 2018-01 2020-06 | 2018-01 2020-06',
      'Beta 2018-06 2020-06 | side',
      'Gamma 2020-06 2021-06 | 2020-06 2021-06',
    ]);
    expect(await moved(rows)).toEqual(['Alpha > Gamma 2020-06 2020-06 (0)']);
  });

  it.each([
    ['2020-06', 0],
    ['2020-05', -1],
    ['2020-04', -2],
    ['2020-03', -3],
  ])('goes on with a job begun in %s, %i months from the end (rule 2)', async (start, gap) => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2020-06'],
      ['ana', 'Beta', start, '2021-06'],
    ];
    expect(await moved(rows)).toEqual([`Alpha > Beta 2020-06 ${start} (${gap})`]);
    expect(await worked(rows)).toEqual([
      `Alpha 2018-01 2020-06 | 2018-01 ${start}`,
      `Beta ${start} 2021-06 | ${start} 2021-06`,
    ]);
  });

  it('goes on with a job held over 3 months beside it, in the month of leaving with gap 0 (rule 3)', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2020-06'],
      ['ana', 'Beta', '2020-02', '2021-06'],
    ];
    expect(await moved(rows)).toEqual(['Alpha > Beta 2020-06 2020-06 (0) was_concurrent']);
    expect(await worked(rows)).toEqual([
      'Alpha 2018-01 2020-06 | 2018-01 2020-06',
      'Beta 2020-02 2021-06 | 2020-06 2021-06',
    ]);
  });

  it('stops at an open job and counts what is open beside it (rule 4)', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', ''],
      ['ana', 'Beta', '2019-01', ''],
      ['ana', 'Gamma', '2020-01', '2021-01'],
    ];
    expect(await worked(rows)).toEqual([
      'Alpha 2018-01 … | 2018-01 2024-12',
      'Beta 2019-01 … | overlapping_open',
      'Gamma 2020-01 2021-01 | side',
    ]);
    expect(await moved(rows)).toEqual([]);
  });

  it('starts with an unknown start, and with the earlier end where starts are equal', async () => {
    expect(
      await moved([
        ['ana', 'Alpha', '2018-01', '2019-01'],
        ['ana', 'Beta', '', '2018-02'],
      ]),
    ).toEqual(['Beta > Alpha 2018-02 2018-01 (-1) unknown_start']);
    expect(
      await moved([
        ['ana', 'Beta', '2018-01', '2019-01'],
        ['ana', 'Alpha', '2018-01', '2018-08'],
      ]),
    ).toEqual(['Alpha > Beta 2018-08 2018-08 (0) was_concurrent']);
  });

  it('orders equal months by id', async () => {
    expect(
      await moved([
        ['ana', 'Beta', '2018-01', '2018-01'],
        ['ana', 'Alpha', '2018-01', '2018-01'],
      ]),
    ).toEqual(['Alpha > Beta 2018-01 2018-01 (0)']);
  });

  it('has no transition out of an end on an unknown date', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '?'],
      ['ana', 'Beta', '2018-02', '2019-01'],
      ['ana', 'Gamma', '2019-01', ''],
    ];
    expect(await moved(rows)).toEqual(['Beta > Gamma 2019-01 2019-01 (0)']);
    expect(await worked(rows)).toEqual([
      'Alpha 2018-01 ? | 2018-01 2018-01',
      'Beta 2018-02 2019-01 | 2018-02 2019-01',
      'Gamma 2019-01 … | 2019-01 2024-12',
    ]);
  });

  it('keeps a job on the path out of the months of the one before: a joined month never goes back', async () => {
    // Beta becomes the main job in June (rule 3), Gamma follows it from May (rule 2): nobody is at two places in May.
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2020-06'],
      ['ana', 'Beta', '2018-06', '2020-07'],
      ['ana', 'Gamma', '2020-05', '2021-01'],
    ];
    const jobs = (await worked(rows)).map((job) => job.split(' | ')[1]);
    expect(jobs).toEqual(['2018-01 2020-06', '2020-06 2020-06', '2020-06 2021-01']);
  });

  it('has nobody at two places from the beginning, after an end and a start on unknown dates', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '', '2019-01'],
      ['ana', 'Alpha', '2019-01', '?'],
      ['ana', 'Beta', '', '2020-01'],
    ];
    expect(await worked(rows)).toEqual(['Alpha - ? | - 2019-01', 'Beta - 2020-01 | 2019-01 2020-01']);
  });

  it('takes employees, contractors and founders alone', async () => {
    const chain = (kind: string): CvRow[] => [
      [kind, 'Alpha', '2018-01', '2019-01'],
      [kind, 'Beta', '2019-01', '2020-01', { kind }],
      [kind, 'Gamma', '2020-01', ''],
    ];
    expect(await moved(chain('contractor'))).toHaveLength(2);
    expect(await moved(chain('founder'))).toHaveLength(2);
    for (const kind of ['intern', 'student', 'affiliate', 'advisor', 'board', 'investor', 'volunteer']) {
      expect(await moved(chain(kind))).toEqual(['Alpha > Gamma 2019-01 2020-01 (12)']);
    }
  });

  it('closes an open job at the start of a later open one only when asked', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', ''],
      ['ana', 'Beta', '2019-01', ''],
      ['ana', 'Gamma', '2020-01', ''],
    ];
    expect(await moved(rows)).toEqual([]);
    expect(await moved(rows, true)).toEqual([
      'Alpha > Beta 2019-01 2019-01 (0)',
      'Beta > Gamma 2020-01 2020-01 (0)',
    ]);
    expect(await worked(rows, {}, true)).toEqual([
      'Alpha 2018-01 2019-01 | 2018-01 2019-01',
      'Beta 2019-01 2020-01 | 2019-01 2020-01',
      'Gamma 2020-01 … | 2020-01 2024-12',
    ]);
  });

  it('closes every open job of unknown start at the start of a later open one', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '', ''],
      ['ana', 'Beta', '', ''],
      ['ana', 'Gamma', '2020-01', ''],
    ];
    expect(await moved(rows, true)).toEqual(['Alpha > Gamma 2020-01 2020-01 (0) unknown_start']);
  });

  it('closes nothing for a later job that is over', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', ''],
      ['ana', 'Beta', '2019-01', '2020-01'],
    ];
    expect(await moved(rows, true)).toEqual([]);
  });

  it('is the same for rows in any order', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-06'],
      ['ana', 'Beta', '2019-06', '2019-07'],
      ['ana', 'Alpha', '2019-07', '2020-12'],
      ['ana', 'Gamma', '2020-01', ''],
    ];
    expect(await worked([...rows].reverse())).toEqual(await worked(rows));
    expect(await moved([...rows].reverse())).toEqual(await moved(rows));
    expect(csvOf([...rows].reverse())).not.toBe(csvOf(rows));
  });
});

describe('states', () => {
  it.each([
    'Independent',
    'Freelance',
    'Self-employed',
    'Unknown',
    'Not Found',
    'n/a',
    'à son compte',
    '自由职业',
  ])('such as %s lie between two jobs and are none', async (state) => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-01'],
      ['ana', state, '2019-02', '2019-04'],
      ['ana', 'Beta', '2019-04', ''],
    ];
    expect(await moved(rows)).toEqual(['Alpha > Beta 2019-01 2019-04 (3) via_state']);
    expect(await worked(rows)).toHaveLength(2);
  });

  it.each([
    ['2018-12', ''],
    ['2019-01', 'via_state'],
    ['2019-04', 'via_state'],
    ['2019-05', ''],
    ['', ''],
  ])('begun in "%s" flag a move from 2019-01 to 2019-04: "%s"', async (start, flag) => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-01'],
      ['ana', 'Freelance', start, ''],
      ['ana', 'Beta', '2019-04', ''],
    ];
    expect(await moved(rows)).toEqual([`Alpha > Beta 2019-01 2019-04 (3) ${flag}`.trim()]);
  });

  it('do not shorten the gap between the jobs', async () => {
    const rows: CvRow[] = [
      ['ana', 'Alpha', '2018-01', '2019-01'],
      ['ana', 'Freelance', '2019-01', '2020-01'],
      ['ana', 'Beta', '2020-01', ''],
    ];
    expect(await moved(rows)).toEqual(['Alpha > Beta 2019-01 2020-01 (12) via_state']);
  });
});

describe('moves', () => {
  const rows: CvRow[] = [
    ['ana', 'Alpha', '2018-01', '2019-01'],
    ['ana', 'Beta', '2019-04', ''],
    ['ben', 'Alpha', '2018-01', '2019-01'],
    ['ben', 'Beta', '2019-05', ''],
  ];
  const counted = (parameters: Record<string, unknown>): Promise<number> =>
    inWorld(rows, async (world) => {
      const { rows: found } = await ask(world, movesMeasure, { subjects: ['Alpha', 'Beta'], parameters });
      return found.length;
    });

  it('have a gap of at most 3 months, or of --max-gap', async () => {
    expect(await counted({})).toBe(1);
    expect(await counted({ maxGap: 2 })).toBe(0);
    expect(await counted({ maxGap: 4 })).toBe(2);
  });

  it('are returns where the earlier time there was beside another job', async () => {
    expect(
      await moved([
        ['ana', 'Alpha', '2018-01', '2019-01'],
        ['ana', 'Beta', '2018-02', '2018-05'],
        ['ana', 'Beta', '2019-01', ''],
      ]),
    ).toEqual(['Alpha > Beta 2019-01 2019-01 (0) is_return']);
  });

  it('are none between two times at one organisation', async () => {
    expect(
      await moved([
        ['ana', 'Alpha', '2018-01', '2019-01'],
        ['ana', 'Alpha', '2019-03', '2020-01'],
      ]),
    ).toEqual([]);
  });

  it('flag a job left whose own start is unknown', async () => {
    expect(
      await moved([
        ['ana', 'Alpha', '', '2019-01'],
        ['ana', 'Beta', '2019-01', ''],
      ]),
    ).toEqual(['Alpha > Beta 2019-01 2019-01 (0) unknown_start']);
  });
});
