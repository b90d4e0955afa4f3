import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { survivalCurve, type WeightedSpells, weightedSurvival } from '../../src/stats/index.js';
import { expectClose } from './close.js';

const spell = (person: number | null, entry: number, exit: number, event: boolean, weight: number) => ({
  ...{ person, entry, exit, event, weight, squares: weight * weight },
});

/** Nine people, of whom the first and the eighth have two jobs. */
const nine: readonly WeightedSpells[] = [
  spell(1, 0, 3, true, 1),
  spell(1, 0, 6, false, 2),
  spell(null, 0, 6, true, 0.5),
  spell(null, 2, 9, true, 3),
  spell(null, 0, 6, true, 1.25),
  spell(null, 0, 12, false, 2),
  spell(null, 5, 14, true, 1),
  spell(null, 0, 1, true, 0.75),
  spell(8, 0, 8, true, 4),
  spell(8, 3, 11, true, 0.2),
  spell(null, 0, 14, false, 1.5),
];

describe('weightedSurvival(spells)', () => {
  it('is that of survival 3.5-3 in R: survfit(weights =, cluster =, robust = TRUE, conf.type = "log-log")', () => {
    const expected = [
      [1, 13, 0.75, 0.942307692307692, 0.614919005273758, 0.992764532219981],
      [3, 15.25, 1, 0.880517023959647, 0.6198482132005921, 0.966712966415741],
      [6, 15.45, 1.75, 0.78078208597069, 0.486319068775009, 0.918562780297527],
      [8, 11.7, 4, 0.513848039484984, 0.14145133052961, 0.797181593512718],
      [9, 7.7, 3, 0.313647504620705, 0.062411673814182, 0.615915804337061],
      [11, 4.7, 0.2, 0.300300802296419, 0.0509559082321466, 0.614995819105811],
      [14, 2.5, 1, 0.180180481377852, 0.0115968494927159, 0.517377703778193],
    ];
    const found = weightedSurvival(nine);
    expect(found.map(({ month }) => month)).toEqual(expected.map(([month]) => month));
    found.forEach(({ atRisk, events, share, low, high }, i) => {
      [atRisk, events, share, low, high].forEach((value, place) => {
        expectClose(value ?? -1, expected[i]?.[place + 1] ?? 0, 1e-9);
      });
    });
  });

  it('reads people in groups as it reads them one by one', () => {
    const job = fc.record({
      entry: fc.integer({ min: 0, max: 3 }),
      length: fc.integer({ min: 1, max: 6 }),
      event: fc.boolean(),
      weight: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(job, { maxLength: 25 }), (jobs) => {
        const single = jobs.map((j, i) => spell(i, j.entry, j.entry + j.length, j.event, j.weight));
        const groups = new Map<string, WeightedSpells>();
        for (const one of single) {
          const key = `${one.entry} ${one.exit} ${one.event}`;
          const group = groups.get(key) ?? { ...one, person: null, weight: 0, squares: 0 };
          const [all, squares] = [group.weight + one.weight, group.squares + one.squares];
          groups.set(key, { ...group, weight: all, squares });
        }
        const [each, grouped] = [weightedSurvival(single), weightedSurvival([...groups.values()])];
        expect(grouped.length).toBe(each.length);
        each.forEach((step, i) => {
          for (const key of ['share', 'low', 'high'] as const) {
            if (step[key] === null) expect(grouped[i]?.[key]).toBeNull();
            else expectClose(grouped[i]?.[key] ?? -1, step[key], 1e-9);
          }
        });
      }),
    );
  });

  it('has the shares of the unweighted curve where weights are all the same', () => {
    const even = nine.map((one) => ({ ...one, weight: 2.5, squares: 6.25 }));
    const plain = survivalCurve(nine.map(({ entry, exit, event }) => ({ entry, exit, event, count: 1 })));
    weightedSurvival(even).forEach(({ share }, i) => void expectClose(share, plain[i]?.share ?? -1, 1e-9));
  });

  it('has no limits where one person is behind everything', () => {
    const steps = weightedSurvival([spell(1, 0, 2, true, 1), spell(1, 0, 5, false, 3)]);
    expect(steps).toEqual([{ month: 2, atRisk: 4, events: 1, share: 0.75, low: null, high: null }]);
  });

  it('has no limits once everybody at risk has left', () => {
    const steps = weightedSurvival([
      spell(1, 0, 2, true, 1),
      spell(2, 3, 5, true, 1),
      spell(3, 3, 6, false, 2),
    ]);
    expect(steps.map(({ share, low, high }) => [share, low, high])).toEqual([
      [0, null, null],
      [0, null, null],
    ]);
  });
});
