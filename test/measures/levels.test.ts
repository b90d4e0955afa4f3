import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import {
  coverage,
  flows,
  headcount,
  type Measure,
  moves,
  ratio,
  retention,
} from '../../src/measures/index.js';
import type { Level, View } from '../../src/records/index.js';
import { type World, worldOf } from '../world.js';
import { house, people } from './house.js';

let world: World;
beforeAll(async () => {
  world = await worldOf(people, house);
});
afterAll(() => world.warehouse.close());

type Stand = readonly [Level, View];
const now: View = 'point-in-time';
const today: View = 'pro-forma';

const rowsOf = async <P>(
  measure: Measure<P>,
  [level, view]: Stand,
  subjects: readonly string[] = [],
  more: Record<string, unknown> = {},
) => (await ask(world, measure, { subjects, parameters: { level, view, ...more } })).rows;

const causes = ['hire', 'internal', 'acquired', 'spun_off', 'licensed_and_hired'];

/** Flows as `from > to: cause count, …`, in order. */
async function flowsAt(stand: Stand, subjects: string[] = [], more: Record<string, unknown> = {}) {
  return (await rowsOf(flows, stand, subjects, more))
    .map((row) => {
      const by = causes.filter((cause) => row[cause] !== 0).map((cause) => `${cause} ${row[cause]}`);
      return `${row.from} > ${row.to}: ${by.join(', ')}`;
    })
    .sort();
}

describe('flows --level --view', () => {
  it.each<[...Stand, string[]]>([
    [
      'unit',
      now,
      [
        'Atlas > Delta: hire 1, internal 1, spun_off 1',
        'Boreal > Delta: spun_off 1',
        'Boreal > Ember: hire 1',
        'Boreal > Lumen: internal 2',
        'Cobalt > Boreal: hire 1, internal 1, acquired 3',
        'Delta > Atlas: hire 1',
        'Ember > Boreal: hire 2, licensed_and_hired 1',
        'Ember > Cobalt: hire 1',
        'Ember > Lumen: licensed_and_hired 1',
        'Lumen > Ember: hire 3',
      ],
    ],
    [
      'company',
      now,
      [
        'Atlas > Delta: hire 1, internal 1, spun_off 1',
        'Atlas > Ember: hire 2',
        'Boreal > Atlas: internal 1',
        'Boreal > Delta: spun_off 1',
        'Boreal > Ember: hire 2',
        'Cobalt > Boreal: hire 1, internal 1, acquired 3',
        'Delta > Atlas: hire 1',
        'Ember > Atlas: licensed_and_hired 1',
        'Ember > Boreal: hire 2, licensed_and_hired 1',
        'Ember > Cobalt: hire 1',
      ],
    ],
    [
      'group',
      now,
      [
        'Atlas > Delta: hire 1, spun_off 1',
        'Atlas > Ember: hire 4',
        'Cobalt > Atlas: hire 1, acquired 2',
        'Delta > Atlas: hire 1',
        'Ember > Atlas: hire 2, licensed_and_hired 2',
        'Ember > Cobalt: hire 1',
      ],
    ],
    [
      'unit',
      today,
      [
        'Atlas > Delta: hire 2, spun_off 1',
        'Boreal > Delta: spun_off 1',
        'Boreal > Ember: hire 1',
        'Boreal > Lumen: internal 2',
        'Cobalt > Boreal: internal 2, acquired 3',
        'Delta > Atlas: hire 1',
        'Ember > Boreal: hire 2, licensed_and_hired 1',
        'Ember > Cobalt: hire 1',
        'Ember > Lumen: licensed_and_hired 1',
        'Lumen > Ember: hire 3',
      ],
    ],
    [
      'company',
      today,
      [
        'Atlas > Delta: hire 2, spun_off 1',
        'Atlas > Ember: hire 3',
        'Boreal > Atlas: internal 2',
        'Boreal > Delta: spun_off 1',
        'Boreal > Ember: hire 1',
        'Cobalt > Boreal: internal 2, acquired 3',
        'Delta > Atlas: hire 1',
        'Ember > Atlas: licensed_and_hired 1',
        'Ember > Boreal: hire 2, licensed_and_hired 1',
        'Ember > Cobalt: hire 1',
      ],
    ],
    [
      'group',
      today,
      [
        'Atlas > Delta: hire 2, spun_off 2',
        'Atlas > Ember: hire 4',
        'Delta > Atlas: hire 1',
        'Ember > Atlas: hire 3, licensed_and_hired 2',
      ],
    ],
  ])('%s, %s: causes of every pair', async (level, view, expected) => {
    expect(await flowsAt([level, view])).toEqual(expected);
  });

  it.each<[...Stand, Record<string, number>]>([
    ['unit', now, { Atlas: 73, Boreal: 282, Cobalt: 146, Delta: 138, Ember: 201, Lumen: 302 }],
    ['company', now, { Atlas: 273, Boreal: 384, Cobalt: 146, Delta: 138, Ember: 201 }],
    ['group', now, { Atlas: 754, Cobalt: 86, Delta: 101, Ember: 201 }],
    ['unit', today, { Atlas: 73, Boreal: 282, Cobalt: 146, Delta: 138, Ember: 201, Lumen: 302 }],
    ['company', today, { Atlas: 375, Boreal: 282, Cobalt: 146, Delta: 138, Ember: 201 }],
    // One month more: the gap between two jobs in what is one organisation today.
    ['group', today, { Atlas: 804, Delta: 138, Ember: 201 }],
  ])('%s, %s: person-months follow where people stand', async (level, view, expected) => {
    const rows = await rowsOf(flows, [level, view]);
    const found = Object.fromEntries(rows.map((row) => [String(row.from), Number(row.person_months)]));
    expect(found).toEqual(expected);
  });

  it('among a peer set holds all that is below its members, at every level', async () => {
    for (const level of ['unit', 'company', 'group'] as const) {
      const among = { among: 'two' };
      expect(await flowsAt([level, now], [], among)).toEqual([
        'Atlas > Ember: hire 4',
        'Ember > Atlas: hire 2, licensed_and_hired 2',
      ]);
    }
  });

  it('between organisations named, one of them above another, leaves the part out of the whole', async () => {
    expect(await flowsAt(['company', now], ['Atlas', 'Boreal', 'Ember'])).toEqual([
      'Atlas > Ember: hire 2',
      'Boreal > Atlas: internal 1, spun_off 1',
      'Boreal > Ember: hire 2',
      'Ember > Atlas: licensed_and_hired 1',
      'Ember > Boreal: hire 2, licensed_and_hired 1',
    ]);
  });
});

describe('ratio --level --view', () => {
  const counted = (row: Record<string, unknown> | undefined) => [
    ...['forward', 'backward', 'rate_forward', 'rate_backward', 'left_out'].map((c) => row?.[c]),
    ...['person_months_from', 'person_months_to'].map((c) => row?.[c]),
  ];

  it.each(['unit', 'company', 'group'] as const)(
    'of an owner and its rival holds all below (%s)',
    async (level) => {
      expect(counted((await rowsOf(ratio, [level, now], ['Atlas', 'Ember']))[0])).toEqual([
        4, 2, 3, 2, 1, 754, 201,
      ]);
      expect(counted((await rowsOf(ratio, [level, today], ['Atlas', 'Ember']))[0])).toEqual([
        4, 3, 3, 3, 1, 804, 201,
      ]);
    },
  );

  it('of an owner and a part leaves the part out of the owner', async () => {
    const result = await ask(world, ratio, { subjects: ['Atlas', 'Boreal'], parameters: {} });
    expect(counted(result.rows[0])).toEqual([0, 0, 0, 0, 0, 310, 444]);
    expect(result.notes.map(({ code }) => code)).toContain('less_the_other');
    const all = await rowsOf(ratio, ['company', now], ['Atlas', 'Boreal'], {
      cause: ['internal', 'spun_off'],
    });
    expect(counted(all[0])).toEqual([0, 2, 0, 2, 0, 310, 444]);
  });

  it('of a lab is that of the lab, whoever owns it', async () => {
    for (const level of ['unit', 'company', 'group'] as const) {
      expect(counted((await rowsOf(ratio, [level, now], ['Lumen', 'Ember']))[0])).toEqual([
        3, 0, 2, 0, 1, 302, 201,
      ]);
    }
  });
});

describe('headcount --level --view', () => {
  const at = async (stand: Stand, month: string) =>
    Object.fromEntries(
      (await rowsOf(headcount, stand, [], { since: month, until: month })).map((row) => [
        String(row.organisation),
        Number(row.people),
      ]),
    );

  it.each<[...Stand, string, Record<string, number>]>([
    ['unit', now, '2015-12', { Lumen: 6, Ember: 1 }],
    ['company', now, '2015-12', { Boreal: 6, Ember: 1 }],
    ['company', today, '2015-12', { Atlas: 6, Ember: 1 }],
    ['group', now, '2015-12', { Atlas: 6, Ember: 1 }],
    ['unit', now, '2016-01', { Lumen: 5, Ember: 2, Cobalt: 2 }],
    ['company', now, '2016-01', { Atlas: 5, Ember: 2, Cobalt: 2 }],
    ['group', today, '2016-01', { Atlas: 7, Ember: 2 }],
    ['unit', now, '2018-02', { Lumen: 1, Boreal: 4, Cobalt: 4, Delta: 1 }],
    ['group', now, '2018-02', { Atlas: 6, Cobalt: 4 }],
    ['company', now, '2018-03', { Atlas: 1, Boreal: 5, Cobalt: 3, Delta: 1 }],
    ['group', now, '2018-03', { Atlas: 10 }],
    ['unit', now, '2020-06', { Atlas: 2, Boreal: 2, Delta: 3, Ember: 4, Lumen: 2 }],
    ['company', now, '2020-06', { Atlas: 4, Boreal: 2, Delta: 3, Ember: 4 }],
    ['group', now, '2020-06', { Atlas: 9, Ember: 4 }],
    ['group', today, '2020-06', { Atlas: 6, Delta: 3, Ember: 4 }],
    ['group', now, '2020-07', { Atlas: 6, Delta: 3, Ember: 4 }],
  ])('%s, %s, %s', async (level, view, month, expected) => {
    expect(await at([level, view], month)).toEqual(expected);
  });

  it('of a named owner holds all below, and still says whose start is unknown after a cut', async () => {
    const found = await rowsOf(headcount, ['unit', now], ['Atlas'], { since: '2015-12', until: '2016-01' });
    expect(found.map((row) => [row.month, row.people, row.unknown_start])).toEqual([
      ['2015-12', 6, 1],
      ['2016-01', 5, 1],
    ]);
    const [after] = await rowsOf(headcount, ['company', now], [], { since: '2016-01', until: '2016-01' });
    expect(after).toMatchObject({ organisation: 'Atlas', people: 5, unknown_start: 1 });
  });
});

describe('retention --level --view', () => {
  const kept = async (stand: Stand, title: string, months: number, more = {}, subjects: string[] = []) =>
    (await rowsOf(retention, stand, subjects, { months, ...more }))
      .filter((row) => row.organisation === title)
      .map((row) => [row.definition, row.episodes, row.events, row.share]);
  const [t2020, t2021] = [{ until: '2020-12' }, { until: '2021-12' }];

  it('censors what a takeover ends, by the owners of each month', async () => {
    // 12 months: one of six leaves, one is taken; 20: one of four leaves; 24 and more: three are taken.
    const [d1] = await kept(['company', now], 'Cobalt', 24);
    expect(d1).toEqual(['D1', 6, 2, (5 / 6) * (3 / 4)]);
  });

  it.each([[[]], [['Cobalt']]])(
    'goes on in the new owner by those of today (named: %j)',
    async (subjects) => {
      // 12 months: one of six leaves; 24: the one who was taken after 12 leaves the new owner after 12 more.
      const [d1] = await kept(['company', today], 'Cobalt', 24, {}, subjects);
      expect(d1?.slice(0, 3)).toEqual(['D1', 6, 2]);
      expect(Number(d1?.[3])).toBeCloseTo((5 / 6) * (4 / 5), 12);
    },
  );

  it('keeps starts by takeover or inside the group out of the cohort, and counts those with a licence', async () => {
    const [d1] = await kept(['company', now], 'Boreal', 24);
    expect(d1?.slice(0, 3)).toEqual(['D1', 14, 6]);
    expect(Number(d1?.[3])).toBeCloseTo((9 / 12) * (7 / 8) * (5 / 7), 12);
  });

  it('asks staff and leaves out who went with a part, or takes them as still there by the owners of today', async () => {
    expect((await kept(['group', now], 'Atlas', 12, t2020))[2]).toEqual(['D3', 7, 1, 6 / 7]);
    expect((await kept(['group', today], 'Atlas', 12, t2020))[2]).toEqual(['D3', 9, 2, 7 / 9]);
    expect((await kept(['group', today], 'Atlas', 12, t2020, ['Atlas']))[2]).toEqual(['D3', 9, 2, 7 / 9]);
  });

  it('asks staff who came by takeover too', async () => {
    expect((await kept(['company', now], 'Boreal', 24, t2020))[2]).toEqual(['D3', 4, 4, 0]);
  });

  it('has recent hires only where somebody was hired', async () => {
    expect((await kept(['company', now], 'Delta', 12, t2020))[1]).toEqual(['D2', 0, 0, null]);
    expect((await kept(['company', today], 'Delta', 12, t2020))[1]).toEqual(['D2', 1, 0, 1]);
    expect((await kept(['company', now], 'Delta', 12, t2021))[1]).toEqual(['D2', 1, 0, 1]);
    expect((await kept(['company', now], 'Boreal', 12, t2021))[1]).toEqual(['D2', 2, 0, 1]);
  });
});

describe('coverage --level --view', () => {
  const seen = async (stand: Stand) =>
    Object.fromEntries(
      (await rowsOf(coverage, stand)).map((row) => [
        String(row.organisation),
        ['people', 'spells', 'episodes', 'unknown_start', 'coarse_dates', 'side'].map((c) => Number(row[c])),
      ]),
    );

  it.each<[...Stand, Record<string, number[]>]>([
    [
      'unit',
      now,
      {
        Lumen: [10, 10, 10, 1, 1, 1],
        Boreal: [13, 14, 13, 0, 0, 0],
        Atlas: [4, 4, 4, 0, 0, 0],
        Cobalt: [6, 6, 6, 0, 0, 0],
        Delta: [5, 5, 5, 0, 0, 0],
        Ember: [10, 10, 10, 0, 0, 1],
      },
    ],
    [
      'company',
      now,
      {
        Boreal: [20, 22, 20, 1, 1, 1],
        Atlas: [12, 12, 12, 1, 1, 1],
        Cobalt: [6, 6, 6, 0, 0, 0],
        Delta: [5, 5, 5, 0, 0, 0],
        Ember: [10, 10, 10, 0, 0, 1],
      },
    ],
    [
      'group',
      now,
      {
        Atlas: [25, 34, 27, 1, 1, 1],
        Cobalt: [6, 6, 6, 0, 0, 0],
        Delta: [5, 5, 5, 0, 0, 0],
        Ember: [10, 10, 10, 0, 0, 1],
      },
    ],
    [
      'group',
      today,
      {
        Atlas: [25, 34, 26, 1, 1, 1],
        Delta: [5, 5, 5, 0, 0, 0],
        Ember: [10, 10, 10, 0, 0, 1],
      },
    ],
  ])('%s, %s', async (level, view, expected) => {
    expect(await seen([level, view])).toEqual(expected);
  });
});

describe('moves --level --view', () => {
  const shown = async (stand: Stand, subjects: string[]) =>
    (await rowsOf(moves, stand, subjects)).map((row) =>
      [row.from, row.to, row.left, row.joined, row.cause, row.flags, row.from_line, row.to_line].join(' '),
    );
  const line = (person: string, nth: number): string =>
    `world.csv:${people.findIndex(([p]) => p === person) + nth + 1}`;

  it('names units, and the lines where the spells begin that a change of parent cut', async () => {
    expect(await shown(['company', now], ['Atlas', 'Ember'])).toEqual([
      `Lumen Ember 2016-01 2016-01 hire  ${line('gus', 1)} ${line('gus', 2)}`,
      `Lumen Ember 2016-10 2016-10 hire by_precision ${line('dee', 1)} ${line('dee', 2)}`,
      `Lumen Ember 2017-01 2017-01 hire unknown_start ${line('cid', 1)} ${line('cid', 2)}`,
      `Boreal Ember 2019-01 2019-01 hire  ${line('yan', 1)} ${line('yan', 2)}`,
    ]);
    expect(await shown(['company', now], ['Boreal', 'Atlas'])).toEqual([
      `Boreal Lumen 2020-01 2020-01 internal  ${line('vic', 1)} ${line('vic', 2)}`,
      `Boreal Delta 2020-06 2020-06 spun_off  ${line('max', 1)} ${line('max', 2)}`,
    ]);
  });

  it('compares months, so that the first of the month in which a takeover closes is no hire', async () => {
    expect(await shown(['unit', now], ['Cobalt', 'Boreal'])).toEqual([
      `Cobalt Boreal 2017-09 2017-10 hire  ${line('ida', 1)} ${line('ida', 2)}`,
      `Cobalt Boreal 2018-01 2018-01 acquired  ${line('hal', 1)} ${line('hal', 2)}`,
      `Cobalt Boreal 2018-03 2018-03 acquired  ${line('lea', 1)} ${line('lea', 2)}`,
      `Cobalt Boreal 2020-03 2020-03 acquired  ${line('kim', 1)} ${line('kim', 2)}`,
      `Cobalt Boreal 2020-05 2020-05 internal  ${line('jon', 1)} ${line('jon', 2)}`,
    ]);
  });
});
