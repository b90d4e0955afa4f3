import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { coverage, flows, headcount, retention } from '../../src/measures/index.js';
import { parseRegistry } from '../../src/organisations/index.js';
import { type CvRow, inWorld } from '../world.js';

/** Hat buys Kernel, and then Big buys Hat. */
const registry = parseRegistry(
  `organisations:
  - {id: big, title: Big, kind: company, source: 'https://example.org/big'}
  - id: hat
    title: Hat
    kind: company
    parents: [{id: big, since: 2019-07}]
    events: [{event: acquired, by: big, announced: '2018-10-28', on: '2019-07-09', source: 'https://example.org/hat'}]
    source: https://example.org/hat
  - id: kernel
    title: Kernel
    kind: company
    parents: [{id: hat, since: 2018-01}]
    events: [{event: acquired, by: hat, on: '2018-01-30', source: 'https://example.org/kernel'}]
    source: https://example.org/kernel
`,
  'chain.yaml',
);

const flowsOf = (rows: readonly CvRow[], parameters: Record<string, unknown> = {}): Promise<string[]> =>
  inWorld(
    rows,
    async (world) =>
      (await ask(world, flows, { parameters })).rows.map((row) => {
        const cause = ['hire', 'internal', 'acquired', 'spun_off', 'licensed_and_hired'].find(
          (c) => row[c] === 1,
        );
        return `${row.from} > ${row.to} ${cause}`;
      }),
    { registry },
  );

describe('a chain of takeovers', () => {
  it.each([
    ['Kernel', '2018-03', 'Hat', 'acquired', 'after the first'],
    ['Kernel', '2017-10', 'Hat', 'acquired', '3 months before a closing that nobody announced'],
    ['Kernel', '2017-09', 'Hat', 'hire', '4 months before'],
    ['Kernel', '2018-06', 'Big', 'hire', 'to who will own the owner, before that is announced'],
    ['Kernel', '2018-10', 'Big', 'acquired', 'below Hat when it is announced that Big buys Hat'],
    ['Kernel', '2019-08', 'Big', 'acquired', 'to the owner’s owner'],
    ['Kernel', '2021-07', 'Big', 'acquired', '24 months after the second'],
    ['Kernel', '2021-08', 'Big', 'internal', '25 months after the second'],
    ['Kernel', '2020-02', 'Hat', 'internal', '25 months after the first, inside the group'],
    ['Hat', '2020-01', 'Big', 'acquired', 'of the second'],
    ['Hat', '2018-09', 'Big', 'hire', 'before the second is announced'],
    ['Big', '2019-09', 'Kernel', 'internal', 'from the owner to what was bought'],
    ['Hat', '2018-02', 'Kernel', 'internal', 'from the owner to what was bought, the same year'],
    ['Big', '2019-06', 'Kernel', 'hire', 'before the group was one'],
  ])('%s until %s, then %s: %s, %s', async (from, month, to, cause) => {
    const rows: CvRow[] = [
      ['ana', from, '2015-01', month],
      ['ana', to, month, '2022-01'],
    ];
    expect(await flowsOf(rows)).toEqual([`${from} > ${to} ${cause}`]);
  });

  it('carries whoever stays from group to group, and moves nobody', async () => {
    const rows: CvRow[] = [['ana', 'Kernel', '2017-01', '']];
    const found = await inWorld(
      rows,
      async (world) => {
        const parameters = { level: 'group', by: 'quarter', since: '2017-10', until: '2019-09' };
        return (await ask(world, headcount, { parameters })).rows.map(
          (row) => `${row.organisation} ${row.month}`,
        );
      },
      { registry },
    );
    expect(found.sort()).toEqual([
      'Big 2019-09',
      'Hat 2018-03',
      'Hat 2018-06',
      'Hat 2018-09',
      'Hat 2018-12',
      'Hat 2019-03',
      'Hat 2019-06',
      'Kernel 2017-12',
    ]);
    for (const level of ['unit', 'company', 'group'] as const)
      expect(await flowsOf(rows, { level })).toEqual([]);
  });
});

describe('a new title in the very month of a takeover', () => {
  const rows: CvRow[] = [
    ['ana', 'Kernel', '2017-01', '2018-01'],
    ['ana', 'Kernel', '2018-01', '2019-01'],
  ];

  it('is no move, and neither an end nor a hire', async () => {
    expect(await flowsOf(rows, { level: 'group' })).toEqual([]);
    const kept = await inWorld(
      rows,
      async (world) =>
        (await ask(world, retention, { parameters: { level: 'group', months: 6 } })).rows
          .filter((row) => row.definition === 'D1')
          .map((row) => [row.organisation, row.episodes, row.events, row.share]),
      { registry },
    );
    expect(kept).toEqual([['Kernel', 1, 0, 1]]);
  });

  it('is no move after an absence either, but an end and a job begun anew', async () => {
    const [first = ['', '', '', ''], second = ['', '', '', '']] = rows;
    const apart: CvRow[] = [first, [second[0], second[1], '2018-03', second[3]]];
    expect(await flowsOf(apart, { level: 'group' })).toEqual([]);
  });
});

describe('coverage of a group', () => {
  it('has no spell where the source shows no job: over on an unknown date, or by its point before the takeover', async () => {
    const rows: CvRow[] = [
      ['ana', 'Kernel', '2017-01', '?'],
      ['ben', 'Kernel', '2018-02', '2019'],
      ['cid', 'Kernel', '2019-08', ''],
      // July, when Kernel is in the group of Big, and not January.
      ['dee', 'Kernel', '2019', ''],
    ];
    const seen = await inWorld(
      rows,
      async (world) =>
        (await ask(world, coverage, { parameters: { level: 'group' } })).rows.map((row) =>
          [row.organisation, row.people, row.spells, row.episodes].join(' '),
        ),
      { registry },
    );
    expect(seen.sort()).toEqual(['Big 2 2 2', 'Hat 1 1 1', 'Kernel 1 1 1']);
  });
});
