import { describe, expect, it } from 'vitest';
import { csv } from '../../src/sources/csv.js';
import { disagreements } from '../../src/sources/disagreement.js';
import { jsonl } from '../../src/sources/jsonl.js';
import { openWarehouse } from '../../src/warehouse/index.js';
import { loadInto } from './loading.js';

type Told = readonly (readonly [employer: string, start: string, end?: string, kind?: string])[];

/** What `csv` and `jsonl` say of one person, observed until the end of 2022. */
async function between(here: Told, there: Told): Promise<readonly unknown[]> {
  const warehouse = await openWarehouse(':memory:', { mode: 'write' });
  const fields = ([employer, start, end = '', kind = '']: Told[number]) => ({ employer, start, end, kind });
  const rows = (told: Told) => told.map((one) => ({ person: 'github:maud', ...fields(one) }));
  try {
    await loadInto(warehouse, csv, {
      'a.csv': `person,employer,start,end,kind\n${rows(here)
        .map((row) => Object.values(row).join(','))
        .join('\n')}\nnils,Elm,2019,,\n`,
    });
    await loadInto(warehouse, jsonl, {
      'b.jsonl': `${rows(there)
        .map((row) => JSON.stringify(row))
        .join('\n')}\n`,
    });
    return await disagreements(warehouse);
  } finally {
    await warehouse.close();
  }
}

const say = (elsewhere: number, apart: number): object[] =>
  [
    { one: 'csv', other: 'jsonl' },
    { one: null, other: null },
  ].map((pair) => ({ ...pair, people: 1, elsewhere, dated_apart: apart }));

describe('disagreements', () => {
  it.each<[string, Told, Told, number, number]>([
    ['the same', [['Acorn', '2019-05', '2020-06']], [['ACORN Inc.', '2019-05', '2020-06']], 0, 0],
    ['the same, one of them coarser', [['Acorn', '2019-05', '2020-06']], [['Acorn', '2019', '2020']], 0, 0],
    [
      'the same month, to the day',
      [['Acorn', '2019-05-02', '2020-06-01']],
      [['Acorn', '2019-05-20', '2020-06-30']],
      0,
      0,
    ],
    ['another start', [['Acorn', '2019-05', '2020-06']], [['Acorn', '2019-07', '2020-06']], 0, 1],
    ['another end', [['Acorn', '2019-05', '2020-06']], [['Acorn', '2019', '2021']], 0, 1],
    ['an end, and seen there after it', [['Acorn', '2019-05', '2020-06']], [['Acorn', '2019-05']], 0, 1],
    ['an end, and another unknown', [['Acorn', '2019-05', '2020-06']], [['Acorn', '2019-05', '?']], 0, 0],
    ['a start, and another unknown', [['Acorn', '2019-05', '2020-06']], [['Acorn', '', '2020-06']], 0, 0],
    [
      'two titles, and both in one',
      [
        ['Acorn', '2019-05', '2020-02'],
        ['Acorn', '2020-02', '2020-06'],
      ],
      [['Acorn', '2019-05', '2020-06']],
      0,
      0,
    ],
    [
      'another employer at that time',
      [['Acorn', '2019-05', '2020-06']],
      [['Birch', '2019-05', '2020-06']],
      1,
      0,
    ],
    [
      'another employer before it',
      [['Acorn', '2019-05', '2020-06']],
      [['Birch', '2018-05', '2019-05']],
      0,
      0,
    ],
    [
      'another employer, perhaps at that time',
      [['Acorn', '2019', '2020-06']],
      [['Birch', '2018', '2019']],
      0,
      0,
    ],
    [
      'one of two employers that the other has both',
      [['Acorn', '2019-05', '2020-06']],
      [
        ['Acorn', '2019-05', '2020-06'],
        ['Birch', '2019-05', '2020-06'],
      ],
      0,
      0,
    ],
    [
      'an advisor elsewhere',
      [['Acorn', '2019-05', '2020-06']],
      [['Birch', '2019-05', '2020-06', 'advisor']],
      0,
      0,
    ],
    [
      'no employer at that time',
      [['Acorn', '2019-05', '2020-06']],
      [['Freelance', '2019-05', '2020-06']],
      0,
      0,
    ],
  ])('of two sources: %s', async (_, here, there, elsewhere, apart) => {
    expect(await between(here, there)).toEqual(say(elsewhere, apart));
  });

  it('says the same whichever source is which', async () => {
    const here: Told = [
      ['Acorn', '2019-05', '2020-06'],
      ['Cedar', '2020-06'],
    ];
    const there: Told = [
      ['Birch', '2019-05', '2020-06'],
      ['Cedar', '2020-06', '2021-01'],
    ];
    expect(await between(here, there)).toEqual(say(1, 1));
    expect(await between(there, here)).toEqual(say(1, 1));
  });

  it('has no row where no person is in two sources', async () => {
    expect(await between([['Acorn', '2019']], [])).toEqual([]);
  });
});
