import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.js';
import { timeline } from '../../src/measures/index.js';
import { parseRegistry } from '../../src/organisations/index.js';
import { type CvRow, inWorld } from '../world.js';

const source = 'source: "https://example.org/x"';
const registry = parseRegistry(
  `organisations:
  - {id: oak, title: Oak, kind: company, ${source}, events: [{event: founded, on: "1999", ${source}}]}
  - {id: fir, title: Fir, kind: company, ${source}, events: [
      {event: renamed, from: Twig, to: Fir, on: "2012-05", ${source}},
      {event: acquired, by: oak, announced: "2018-11-06", on: "2018-12-01", ${source}}]}
  - {id: elm, title: Elm, kind: company, ${source}, events: [{event: split, into: [yew, ash], on: "2020", ${source}}]}
  - {id: yew, title: Yew, kind: company, ${source}}
  - {id: ash, title: Ash, kind: company, ${source}, events: [
      {event: licensed_and_hired, by: oak, announced: "2024-03-19", ${source}}]}
`,
  'trees.yaml',
  'shipped',
);

/** Nobody is at any of them but Oak: events need no people. */
const rows: CvRow[] = [['ana', 'Oak', '2020-01', '']];
const told = (subjects: string[], parameters: Record<string, unknown> = {}) =>
  inWorld(
    rows,
    async (world) =>
      (await ask(world, timeline, { subjects, parameters })).rows.map((row) =>
        [row.organisation, row.event, row.role, row.other ?? '-', row.date, row.month].join(' '),
      ),
    {
      registry,
      peers: [
        {
          name: 'trees',
          title: { en: 'Trees', fr: 'Arbres' },
          members: ['oak', 'yew'],
          where: 'trees.yaml:1',
        },
      ],
      observedUntil: '2022-12-31',
    },
  );

describe('timeline(organisations)', () => {
  it('tells what happened to an organisation and what it did, in order, beyond the last day observed', async () => {
    expect(await told(['Oak'])).toEqual([
      'Oak founded itself - 1999 1999-01',
      'Oak acquired other Fir 2018-12-01 2018-12',
      'Oak licensed_and_hired other Ash 2024-03-19 2024-03',
    ]);
  });

  it('tells of organisations that nobody is at, and of the parts of a split', async () => {
    expect(await told(['Yew', 'Ash'])).toEqual([
      'Ash spun_off itself Elm 2020 2020-01',
      'Ash licensed_and_hired itself Oak 2024-03-19 2024-03',
      'Yew spun_off itself Elm 2020 2020-01',
    ]);
  });

  it('has the names of a rename, and the source of each event', async () => {
    const [row] = await inWorld(
      rows,
      async (world) => (await ask(world, timeline, { subjects: ['Fir'] })).rows,
      {
        registry,
      },
    );
    expect(row).toMatchObject({
      event: 'renamed',
      was: 'Twig',
      became: 'Fir',
      source: 'https://example.org/x',
    });
  });

  it('tells every event once where none is named', async () => {
    expect((await told([])).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'Ash spun_off itself',
      'Ash licensed_and_hired itself',
      'Fir renamed itself',
      'Fir acquired itself',
      'Oak founded itself',
      'Yew spun_off itself',
    ]);
  });

  it('takes a window, both ends included, and a peer set', async () => {
    expect(await told([], { since: '2018-12', until: '2020-01', among: 'trees' })).toEqual([
      'Oak acquired other Fir 2018-12-01 2018-12',
      'Yew spun_off itself Elm 2020 2020-01',
    ]);
    await expect(told([], { title: 'x' })).rejects.toThrow(/invalid title/);
  });
});
