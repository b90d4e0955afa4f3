import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lifeTable,
  type SpellGroup,
  survivalAt,
  survivalCurve,
  survivalFromLifeTable,
} from '../../src/stats/index.js';
import { expectClose } from './close.js';

const spell = (entry: number, exit: number, event: boolean, count = 1): SpellGroup => ({
  entry,
  exit,
  event,
  count,
});

const groups = fc.array(
  fc
    .record({
      entry: fc.integer({ min: 0, max: 12 }),
      length: fc.integer({ min: 0, max: 24 }),
      event: fc.boolean(),
      count: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ entry, length, event, count }) => spell(entry, entry + length, event, count)),
  { maxLength: 30 },
);

describe('lifeTable(groups)', () => {
  it('counts somebody censored at t as at risk at t', () => {
    expect(lifeTable([spell(0, 6, true), spell(0, 6, false)])).toEqual([{ month: 6, atRisk: 2, events: 1 }]);
  });

  it('does not count somebody who enters exactly at t', () => {
    expect(lifeTable([spell(0, 6, true), spell(6, 9, false)])).toEqual([{ month: 6, atRisk: 1, events: 1 }]);
  });

  it('leaves out a spell that ends where it was entered', () => {
    expect(lifeTable([spell(6, 6, true), spell(0, 9, true)])).toEqual([{ month: 9, atRisk: 1, events: 1 }]);
  });

  it('takes weights, and still empties the risk set where all of it has the event', () => {
    const tenths = [spell(0, 1, false, 0.1), spell(0, 2, false, 0.2), spell(0, 3, true, 0.7)];
    expect(survivalCurve(tenths)[0]?.share).toBe(0);
  });

  it('refuses a spell that ends before it is entered', () => {
    expect(() => lifeTable([spell(6, 3, true)])).toThrow(
      'invalid spell: 6 to 3; give an exit at or after the entry',
    );
    expect(() => lifeTable([spell(0, 3, true, -1)])).toThrow(
      'invalid count: -1; give a finite number, 0 or more',
    );
  });
});

describe('survivalCurve(groups)', () => {
  it('has no steps without events', () => {
    expect(survivalCurve([])).toEqual([]);
    expect(survivalCurve([spell(0, 12, false, 5)])).toEqual([]);
  });

  it('falls to 0 and stays there where an early risk set is emptied', () => {
    const curve = survivalCurve([spell(0, 2, true), spell(3, 9, true), spell(3, 12, false)]);
    expect(curve.map(({ share, low, high }) => ({ share, low, high }))).toEqual([
      { share: 0, low: null, high: null },
      { share: 0, low: null, high: null },
    ]);
  });

  it('stays in [0, 1], never rises, and holds the share in its limits', () => {
    fc.assert(
      fc.property(groups, (rows) => {
        let previous = 1;
        for (const { share, low, high, atRisk, events } of survivalCurve(rows)) {
          expect(share >= 0 && share <= previous).toBe(true);
          expect(events > 0 && events <= atRisk).toBe(true);
          if (low === null || high === null) expect(share).toBe(0);
          else expect(low <= share && share <= high && low >= 0 && high <= 1).toBe(true);
          previous = share;
        }
      }),
    );
  });

  it('does not depend on the order of the rows, nor on how they are grouped', () => {
    fc.assert(
      fc.property(groups, (rows) => {
        const curve = survivalCurve(rows);
        expect(survivalCurve([...rows].reverse())).toEqual(curve);
        const single = rows.flatMap((row) => Array.from({ length: row.count }, () => ({ ...row, count: 1 })));
        expect(survivalCurve(single)).toEqual(curve);
      }),
    );
  });

  it('agrees with a curve counted row by row', () => {
    fc.assert(
      fc.property(groups, (rows) => {
        const used = rows.filter(({ entry, exit, count }) => exit > entry && count > 0);
        let share = 1;
        for (const step of survivalCurve(rows)) {
          const sum = (test: (row: SpellGroup) => boolean) =>
            used.filter(test).reduce((total, { count }) => total + count, 0);
          const atRisk = sum(({ entry, exit }) => entry < step.month && step.month <= exit);
          const events = sum(({ exit, event }) => event && exit === step.month);
          share *= 1 - events / atRisk;
          expect([step.atRisk, step.events]).toEqual([atRisk, events]);
          expect(step.share).toBeCloseTo(share, 12);
        }
      }),
    );
  });

  it('agrees with R 4.2.2, survival 3.5.3 and lifelines 0.30.3 on late entries and ties', () => {
    const rows = [
      [0, 3, 1],
      [0, 6, 1],
      [0, 6, 0],
      [0, 9, 1],
      [0, 12, 1],
      [0, 12, 0],
      [0, 18, 1],
      [0, 24, 0],
      [3, 6, 1],
      [3, 12, 0],
      [6, 9, 1],
      [6, 12, 1],
      [6, 30, 1],
      [9, 12, 0],
      [12, 36, 0],
      [2, 6, 1],
      [0, 30, 0],
      [0, 36, 1],
      [5, 24, 1],
      [1, 3, 0],
    ].map(([entry, exit, event]) => spell(entry ?? 0, exit ?? 0, event === 1));
    expectSteps(survivalCurve(rows), [
      [3, 12, 1, 0.9166666666666666, 0.5389771805707413, 0.987825565400458],
      [6, 13, 3, 0.7051282051282052, 0.39340142608727274, 0.8773586437726095],
      [9, 12, 2, 0.5876068376068376, 0.3055851453266218, 0.78783941541657],
      [12, 11, 2, 0.48076923076923084, 0.23037418670805979, 0.6939487514725436],
      [18, 7, 1, 0.4120879120879121, 0.17741695897748838, 0.6347763323681243],
      [24, 6, 1, 0.34340659340659346, 0.12974390308232564, 0.5715472459639034],
      [30, 4, 1, 0.2575549450549451, 0.07267006090919488, 0.4956629232004673],
      [36, 2, 1, 0.12877747252747254, 0.010227695455543159, 0.3998167977435051],
    ]);
  });
});

describe('survivalFromLifeTable(table)', () => {
  it('passes over months without an event', () => {
    const curve = survivalFromLifeTable([
      { month: 2, atRisk: 8, events: 2 },
      { month: 1, atRisk: 10, events: 0 },
    ]);
    expect(curve.map(({ month, share }) => [month, share])).toEqual([[2, 0.75]]);
  });

  it('agrees with R 4.2.2, survival 3.5.3 on the maintained group of its aml, at a level of 0.9', () => {
    const steps = [
      [9, 11, 1, 0.9090909090909091, 0.6101574570968592, 0.9817807125574001],
      [13, 10, 1, 0.8181818181818181, 0.5255235498394997, 0.939327339190272],
      [18, 8, 1, 0.7159090909090908, 0.41770409547698667, 0.8799044400480189],
      [23, 7, 1, 0.6136363636363635, 0.32345551089470465, 0.8095344363745988],
      [31, 5, 1, 0.49090909090909085, 0.2140303029131577, 0.7200967915687266],
      [34, 4, 1, 0.36818181818181817, 0.12645997412406287, 0.617050413941411],
      [48, 2, 1, 0.18409090909090908, 0.022243397998711067, 0.4711661825292296],
    ];
    const table = steps.map(([month = 0, atRisk = 0, events = 0]) => ({ month, atRisk, events }));
    expectSteps(survivalFromLifeTable(table, 0.9), steps);
  });

  it('refuses more events than people at risk, and a month that comes twice', () => {
    const row = { month: 3, atRisk: 4, events: 1 };
    expect(() => survivalFromLifeTable([{ ...row, events: 5 }])).toThrow('invalid events: 5 of 4 at risk');
    expect(() => survivalFromLifeTable([row, row])).toThrow('invalid month: 3; give each month once');
  });
});

describe('survivalAt(curve, m, lastObserved)', () => {
  const curve = survivalCurve([spell(0, 6, true), spell(0, 12, true, 2), spell(0, 18, false)]);

  it('is 1 before the first event, and the last step afterwards', () => {
    expect(survivalAt(curve, 5, 18)).toEqual({ share: 1, low: null, high: null });
    expect(survivalAt(curve, 6, 18)?.share).toBe(0.75);
    expect(survivalAt(curve, 11.5, 18)?.share).toBe(0.75);
    expect(survivalAt(curve, 18, 18)?.share).toBe(0.25);
  });

  it('is null where nobody was followed that long', () => {
    expect(survivalAt(curve, 19, 18)).toBeNull();
    expect(survivalAt([], 1, 0)).toBeNull();
  });

  it('is 0 beyond the follow-up where everybody had left', () => {
    expect(survivalAt(survivalCurve([spell(0, 6, true)]), 24, 6)).toEqual({
      share: 0,
      low: null,
      high: null,
    });
  });
});

function expectSteps(curve: ReturnType<typeof survivalCurve>, wanted: readonly (readonly number[])[]): void {
  expect(curve.map(({ month, atRisk, events }) => [month, atRisk, events])).toEqual(
    wanted.map((row) => row.slice(0, 3)),
  );
  wanted.forEach(([, , , share = 0, low = 0, high = 0], i) => {
    const step = curve[i];
    expectClose(step?.share ?? null, share, 1e-12);
    expectClose(step?.low ?? null, low, 1e-12);
    expectClose(step?.high ?? null, high, 1e-12);
  });
}
