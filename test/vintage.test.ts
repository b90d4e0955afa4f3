import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../src/ask.js';
import { type FileReport, type LoadOptions, load } from '../src/load.js';
import { delay, flows } from '../src/measures/index.js';
import { csv, type InputFile, statusOf } from '../src/sources/index.js';
import { openWarehouse, sql, type Warehouse } from '../src/warehouse/index.js';
import { type CvRow, csvOf } from './world.js';

const hash = (what: string): string => createHash('sha256').update(what).digest('hex');

function file(name: string, rows: readonly CvRow[]): InputFile {
  const text = csvOf(rows);
  return {
    name,
    path: name,
    place: hash(name),
    sha256: hash(text),
    async *open() {
      yield new TextEncoder().encode(text);
    },
  };
}

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse(':memory:', { mode: 'write' });
});
afterEach(() => warehouse.close());

function loaded(
  one: InputFile,
  observedUntil: string,
  more: Partial<LoadOptions> = {},
): Promise<readonly FileReport[]> {
  const key = new Uint8Array(32).fill(7);
  const usual = { source: csv, registry: [], key, map: new Map(), skipBad: 0, simulated: false };
  return load(warehouse, { ...usual, files: [one], observedUntil, ...more });
}

const desk = () => ({ warehouse, known: async () => ({ registry: [], peers: [] }) });
const kept = () =>
  warehouse.query(
    sql`select source, earlier, later, joined_month - 24240 as month, followed, known, withdrawn from vintage order by joined_month`,
  );

/** What a source says at the end of March: Ann moved in January, Ben's profile still has him at Acme, Cid goes to Bolt, Dan to Acme. */
const march: readonly CvRow[] = [
  ['ann', 'Acme', '2018', '2020-01'],
  ['ann', 'Bolt', '2020-01', ''],
  ['ben', 'Acme', '2017-04', ''],
  ['cid', 'Acme', '2016-01', '2020-03'],
  ['cid', 'Bolt', '2020-03', ''],
  ['dan', 'Core', '2016-01', '2020-02'],
  ['dan', 'Acme', '2020-02', ''],
];

/** In June Ben has reported that he moved in February, Dan took his move back, Cid dates his a month earlier, Eva is new, and Ann moved on. */
const june: readonly CvRow[] = [
  ['ann', 'Acme', '2018', '2020-01'],
  ['ann', 'Bolt', '2020-01', '2020-05'],
  ['ann', 'Core', '2020-05', ''],
  ['ben', 'Acme', '2017-04', '2020-02'],
  ['ben', 'Bolt', '2020-02', ''],
  ['cid', 'Acme', '2016-01', '2020-02'],
  ['cid', 'Bolt', '2020-02', ''],
  ['dan', 'Core', '2016-01', ''],
  ['eva', 'Core', '2019-01', '2020-01'],
  ['eva', 'Bolt', '2020-01', ''],
];

/** Moves joined in January and February 2020, as the two files know them. */
const compared = [
  {
    source: 'csv',
    earlier: '2020-03-31',
    later: '2020-06-30',
    month: 1,
    followed: 1,
    known: 1,
    withdrawn: 0,
  },
  {
    source: 'csv',
    earlier: '2020-03-31',
    later: '2020-06-30',
    month: 2,
    followed: 2,
    known: 1,
    withdrawn: 1,
  },
];

describe('a later vintage of a file', () => {
  it('leaves how many moves the earlier one knew, of people in both', async () => {
    await loaded(file('cv.csv', march), '2020-03-31');
    expect(await kept()).toEqual([]);
    await loaded(file('cv.csv', june), '2020-06-30');
    expect(await kept()).toEqual(compared);
    const { vintages, spells } = await statusOf(warehouse);
    expect(vintages).toEqual([
      { source: 'csv', earlier: '2020-03-31', later: '2020-06-30', followed: 3, known: 2, withdrawn: 1 },
    ]);
    expect(spells).toBe(june.length);
  });

  it('may come from another place, and is not counted beside the earlier one', async () => {
    const earlier = file('march.csv', march);
    await loaded(earlier, '2020-03-31');
    const [report] = await loaded(file('june.csv', june), '2020-06-30', { replaces: earlier });
    expect(report?.outcome).toBe('replaced');
    expect(await kept()).toEqual(compared);
    const { sources, people } = await statusOf(warehouse);
    expect(sources.map(({ file }) => file)).toEqual(['june.csv']);
    expect(people).toBe(5);
    const { rows } = await ask(desk(), flows, {});
    expect(rows.map(({ from, to, hire }) => [from, to, hire])).toEqual([
      ['Acme', 'Bolt', 3],
      ['Bolt', 'Core', 1],
      ['Core', 'Bolt', 1],
    ]);
    const [again] = await loaded(file('june.csv', june), '2020-06-30', { replaces: earlier });
    expect(again?.outcome).toBe('unchanged');
  });

  it('changes the version of the data, and not what careers rest on', async () => {
    const facts = async () =>
      Object.fromEntries(
        (await warehouse.query(sql`select fact, value from meta`)).map((r) => [r.fact, r.value]),
      );
    await loaded(file('cv.csv', june), '2020-06-30');
    const alone = await facts();
    await warehouse.close();
    warehouse = await openWarehouse(':memory:', { mode: 'write' });
    await loaded(file('cv.csv', march), '2020-03-31');
    await loaded(file('cv.csv', june), '2020-06-30');
    const both = await facts();
    expect(both.careers_version).toBe(alone.careers_version);
    expect(both.data_version).not.toBe(alone.data_version);
  });

  it('is none where it observes no longer, or has nothing new', async () => {
    await loaded(file('cv.csv', march), '2020-06-30');
    await loaded(file('cv.csv', june), '2020-06-30');
    await loaded(file('cv.csv', june), '2020-09-30');
    expect(await kept()).toEqual([]);
  });

  it('leaves no people behind: neither the session nor the database names one', async () => {
    await loaded(file('cv.csv', march), '2020-03-31');
    await loaded(file('cv.csv', june.slice(0, 3)), '2020-06-30');
    expect((await statusOf(warehouse)).people).toBe(1);
    for (const table of ['earlier_person', 'earlier_move', 'later_move']) {
      expect(await warehouse.has(table), table).toBe(false);
    }
  });

  it('is refused where the earlier file is not loaded, or tells of other people', async () => {
    await expect(
      loaded(file('june.csv', june), '2020-06-30', { replaces: file('march.csv', march) }),
    ).rejects.toThrow('not loaded as csv: march.csv; load the earlier file first');
    await loaded(file('march.csv', march), '2020-03-31', { namespace: 'staff' });
    await expect(
      loaded(file('june.csv', june), '2020-06-30', { replaces: file('march.csv', march) }),
    ).rejects.toThrow('no person of march.csv is in june.csv; give the --namespace');
    const { sources } = await statusOf(warehouse);
    expect(sources.map(({ file }) => file)).toEqual(['march.csv']);
  });
});

describe('delay', () => {
  it('flags the last three months where there are no two vintages', async () => {
    await loaded(file('cv.csv', june), '2020-06-30');
    const { rows, notes } = await ask(desk(), delay, { parameters: { since: '2020-01' } });
    expect(
      rows.map(({ month, age, reported, final, nowcast }) => [month, age, reported, final, nowcast]),
    ).toEqual([
      ['2020-06', 0, 0, false, null],
      ['2020-05', 1, 1, false, null],
      ['2020-04', 2, 0, false, null],
      ['2020-03', 3, 0, true, null],
      ['2020-02', 4, 2, true, null],
      ['2020-01', 5, 2, true, null],
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['no_vintage', 'chance_not_coverage']);
  });

  it('divides what is reported by the share that is', async () => {
    await loaded(file('cv.csv', march), '2020-03-31');
    await loaded(file('cv.csv', june), '2020-06-30');
    const { rows, notes } = await ask(desk(), delay, { parameters: { since: '2020-05', longest: 3 } });
    // Three months apart, and all is reported after three: the share of an age is that of the earlier vintage. At age 1 it knew one of two.
    expect(rows[1]).toMatchObject({
      month: '2020-05',
      age: 1,
      followed: 2,
      known: 1,
      reported_share: 0.5,
      nowcast: 2,
    });
    expect(rows[0]).toMatchObject({
      month: '2020-06',
      age: 0,
      followed: 0,
      known: 0,
      reported_share: null,
      nowcast_low: null,
    });
    expect(notes.map(({ code }) => code)).toEqual([
      'vintages',
      'chance_not_coverage',
      'withdrawn',
      'no_share',
    ]);
  });

  it('answers where there are no moves at all', async () => {
    await loaded(file('cv.csv', [['ann', 'Acme', '2020-02', '']]), '2020-03-31');
    const { rows } = await ask(desk(), delay, {});
    expect(rows.map(({ month, reported, nowcast }) => [month, reported, nowcast])).toEqual([
      ['2020-03', 0, null],
      ['2020-02', 0, null],
    ]);
  });
});

describe('a simulated delay', () => {
  it('is recovered from two vintages of one file', async () => {
    // In each month 120 people leave for Bolt; 30, 60, 90 and all have reported it in that month and the three after.
    const careers = (observed: number): CvRow[] =>
      Array.from({ length: 24 }, (_, month) => month).flatMap((month) =>
        Array.from({ length: 120 }, (_, nth): CvRow[] => {
          const person = `p${month}-${nth}`;
          const text = `20${18 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`;
          const isReported = nth < 30 * (observed - month + 1);
          return isReported
            ? [
                [person, 'Acme', '2016-01', text],
                [person, 'Bolt', text, ''],
              ]
            : [[person, 'Acme', '2016-01', '']];
        }).flat(),
      );
    await loaded(file('cv.csv', careers(21)), '2019-10-31');
    await loaded(file('cv.csv', careers(23)), '2019-12-31');
    const { rows } = await ask(desk(), delay, { parameters: { longest: 12 } });
    const recent = rows.slice(0, 5);
    expect(recent.map(({ reported }) => reported)).toEqual([30, 60, 90, 120, 120]);
    expect(recent.map((row) => row.reported_share)).toEqual([0.25, 0.5, 0.75, 1, 1]);
    expect(rows.filter(({ nowcast }) => nowcast !== 120)).toEqual([]);
    expect(rows.filter((row) => Number(row.nowcast_low) > 120 || Number(row.nowcast_high) < 120)).toEqual([]);
    expect(recent.map(({ final }) => final)).toEqual([false, false, false, true, true]);
  });
});
