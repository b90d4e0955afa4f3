import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CauseGroup,
  causeTable,
  cumulativeIncidence,
  incidenceAt,
  normalQuantile,
  survivalCurve,
} from '../../src/stats/index.js';
import { expectClose } from './close.js';

type Spell = readonly [entry: number, exit: number, cause: number];

/** Spells by a cause from 1, 0 where censored, as R counts them. */
const groupsOf = (spells: readonly Spell[]): CauseGroup[] =>
  spells.map(([entry, exit, cause]) => ({ entry, exit, cause: cause === 0 ? null : cause - 1, count: 1 }));

const incidence = (spells: readonly Spell[], causes: number) =>
  cumulativeIncidence(causeTable(groupsOf(spells), causes), causes);

const spells = fc.array(
  fc
    .record({
      entry: fc.integer({ min: 0, max: 9 }),
      length: fc.integer({ min: 0, max: 12 }),
      cause: fc.option(fc.integer({ min: 0, max: 3 })),
      count: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ entry, length, cause, count }): CauseGroup => ({ entry, exit: entry + length, cause, count })),
  { maxLength: 40 },
);

describe('cumulativeIncidence(table, causes)', () => {
  it('takes 0.4 for the second cause where six leave in turn: censored, 1, 1, 2, 2, censored', () => {
    const steps = incidence(
      [0, 1, 1, 2, 2, 0].map((cause, i) => [0, i + 1, cause] as const),
      2,
    );
    expect(steps[1]?.at(-1)).toMatchObject({ month: 5, atRisk: 2, events: 1 });
    expect(steps[1]?.at(-1)?.share).toBeCloseTo(0.4, 12);
    expect(incidenceAt(steps[1] ?? [], 6, 6, 0.2)?.share).toBeCloseTo(0.4, 12);
  });

  it('is the share of spells where nobody is censored, ties and all', () => {
    const steps = incidence(
      [...Array(3).fill([0, 4, 1]), ...Array(5).fill([0, 4, 2]), [0, 9, 1], [0, 9, 2]],
      2,
    );
    expect(steps.map((of) => of.map(({ share }) => share))).toEqual([
      [0.3, 0.4],
      [0.5, 0.6],
    ]);
  });

  it('adds up to 1 with the survival share, whatever is censored or enters late', () => {
    fc.assert(
      fc.property(spells, (groups) => {
        const steps = cumulativeIncidence(causeTable(groups, 4), 4);
        const survived =
          survivalCurve(groups.map((g) => ({ ...g, event: g.cause !== null }))).at(-1)?.share ?? 1;
        const taken = steps.reduce((sum, of) => sum + (of.at(-1)?.share ?? 0), 0);
        expect(taken + survived).toBeCloseTo(1, 9);
      }),
    );
  });

  it('never falls, stays in [0, 1] and holds the share in its limits', () => {
    fc.assert(
      fc.property(spells, (groups) => {
        for (const of of cumulativeIncidence(causeTable(groups, 4), 4)) {
          let previous = 0;
          for (const { share, low, high } of of) {
            expect(share >= previous && share <= 1).toBe(true);
            previous = share;
            expect(low === null).toBe(high === null);
            if (low !== null && high !== null) {
              expect(low <= share && share <= high && low >= 0 && high <= 1).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('has no limits where the cause took nobody or everybody', () => {
    expect(
      incidence(
        [
          [0, 1, 1],
          [0, 2, 1],
        ],
        2,
      ),
    ).toMatchObject([[{ share: 0.5 }, { share: 1, low: null, high: null }], []]);
  });

  it('refuses more events than people at risk, and a month given twice', () => {
    expect(() => cumulativeIncidence([{ month: 1, atRisk: 2, events: [1, 2] }], 2)).toThrow(
      'invalid events: 3 of 2 at risk; give numbers from 0 to those at risk',
    );
    const row = { month: 1, atRisk: 2, events: [1] };
    expect(() => cumulativeIncidence([row, row], 1)).toThrow('invalid month: 1; give each month once');
    expect(() => cumulativeIncidence([row], 2)).toThrow('give one for each of 2 causes');
  });
});

describe('incidenceAt(steps, months)', () => {
  it('is 0 before the first event, and null where nobody was followed so far', () => {
    const [steps = []] = incidence(
      [
        [0, 4, 1],
        [0, 9, 0],
      ],
      1,
    );
    expect(incidenceAt(steps, 3, 9, 1)).toEqual({ share: 0, low: null, high: null });
    expect(incidenceAt(steps, 9, 9, 0.5)?.share).toBe(0.5);
    expect(incidenceAt(steps, 10, 9, 0.5)).toBeNull();
  });
});

/** Spells, and for each cause and month the share, and the variance where all enter at 0. */
interface Golden {
  readonly spells: readonly Spell[];
  readonly steps: readonly (readonly [
    cause: number,
    month: number,
    share: number,
    variance: number | null,
  ])[];
}

const golden: readonly Golden[] = [
  {
    spells: [
      [0, 6, 0],
      [0, 7, 2],
      [0, 3, 0],
      [0, 8, 0],
      [0, 2, 0],
      [0, 1, 1],
      [0, 2, 1],
      [0, 5, 2],
      [0, 6, 0],
      [0, 6, 0],
      [0, 5, 0],
      [0, 7, 0],
      [0, 7, 1],
    ],
    steps: [
      [1, 1, 0.0769230769230769, 0.00591715976331361],
      [1, 2, 0.153846153846154, 0.0108892176199869],
      [1, 7, 0.341880341880342, 0.042496611228805],
      [2, 5, 0.094017094017094, 0.00897364875285104],
      [2, 7, 0.282051282051282, 0.041538826795237],
    ],
  },
  {
    spells: [
      [0, 8, 2],
      [0, 4, 0],
      [0, 6, 0],
      [0, 5, 1],
      [0, 1, 0],
      [0, 5, 0],
      [0, 2, 1],
      [0, 1, 1],
      [0, 8, 1],
      [0, 6, 1],
      [0, 5, 0],
      [0, 2, 2],
      [0, 3, 0],
      [0, 8, 0],
      [0, 5, 0],
      [0, 8, 0],
    ],
    steps: [
      [1, 1, 0.0625, 0.00390625],
      [1, 2, 0.129464285714286, 0.00785235969387755],
      [1, 5, 0.209821428571429, 0.0129093590561224],
      [1, 6, 0.330357142857143, 0.0238086933992347],
      [1, 8, 0.481026785714286, 0.0368703725386639],
      [2, 2, 0.0669642857142857, 0.00450414540816326],
      [2, 8, 0.217633928571429, 0.0272180985431282],
    ],
  },
  {
    spells: [
      [0, 7, 3],
      [0, 6, 2],
      [0, 6, 0],
      [0, 5, 2],
      [0, 2, 2],
      [0, 6, 0],
      [0, 2, 2],
      [0, 6, 3],
      [0, 4, 3],
      [0, 2, 2],
      [0, 7, 2],
      [0, 2, 2],
      [0, 7, 2],
      [0, 1, 1],
      [0, 6, 3],
      [0, 2, 3],
      [0, 8, 0],
      [0, 6, 0],
      [0, 5, 0],
    ],
    steps: [
      [1, 1, 0.0526315789473684, 0.00277008310249308],
      [2, 2, 0.210526315789474, 0.0092617738590255],
      [2, 5, 0.263157894736842, 0.0107945823689025],
      [2, 6, 0.321052631578947, 0.012485840816931],
      [2, 7, 0.523684210526316, 0.0216434889998702],
      [3, 2, 0.0526315789473684, 0.0027786327416983],
      [3, 4, 0.105263157894737, 0.00521858311724738],
      [3, 6, 0.221052631578947, 0.0101949591815287],
      [3, 7, 0.322368421052632, 0.0181641253036171],
    ],
  },
  {
    spells: [
      [1, 2, 0],
      [0, 6, 1],
      [1, 4, 3],
      [0, 1, 2],
      [2, 7, 3],
      [4, 12, 3],
      [1, 8, 2],
      [1, 6, 3],
      [4, 7, 3],
      [4, 7, 0],
      [4, 11, 0],
      [1, 3, 1],
      [0, 7, 3],
      [1, 6, 2],
      [0, 2, 0],
      [2, 4, 3],
      [0, 5, 0],
      [2, 6, 1],
      [4, 6, 0],
      [2, 5, 0],
      [0, 3, 0],
      [2, 5, 0],
    ],
    steps: [
      [1, 3, 0.0595238095238095, null],
      [1, 6, 0.166997354497354, null],
      [2, 1, 0.166666666666667, null],
      [2, 6, 0.220403439153439, null],
      [2, 8, 0.302288044847569, null],
      [3, 4, 0.128968253968254, null],
      [3, 6, 0.182705026455026, null],
      [3, 7, 0.366945389266818, null],
      [3, 12, 0.530714600655077, null],
    ],
  },
  {
    spells: [
      [2, 6, 0],
      [4, 8, 3],
      [0, 1, 0],
      [0, 1, 1],
      [4, 6, 1],
      [0, 2, 3],
      [2, 10, 3],
      [2, 4, 3],
      [4, 11, 2],
      [0, 1, 1],
      [1, 7, 3],
      [0, 1, 0],
      [0, 4, 0],
      [1, 4, 3],
      [1, 6, 0],
      [0, 6, 3],
      [0, 3, 3],
      [0, 1, 3],
      [1, 6, 3],
      [0, 5, 3],
      [2, 5, 0],
      [1, 3, 0],
      [0, 2, 1],
      [2, 8, 0],
      [2, 9, 3],
    ],
    steps: [
      [1, 1, 0.181818181818182, null],
      [1, 2, 0.247933884297521, null],
      [1, 6, 0.287368575480464, null],
      [2, 11, 0.0701061176585652, null],
      [3, 1, 0.0909090909090909, null],
      [3, 2, 0.15702479338843, null],
      [3, 3, 0.196694214876033, null],
      [3, 4, 0.282136045772409, null],
      [3, 5, 0.318284512690107, null],
      [3, 6, 0.397153895055993, null],
      [3, 7, 0.449733483299917, null],
      [3, 8, 0.502313071543841, null],
      [3, 9, 0.572419189202406, null],
      [3, 10, 0.642525306860971, null],
    ],
  },
];

describe('R 4.2.2, survival 3.5.3 and cmprsk 2.2.11 (test/stats/incidence.R)', () => {
  it.each(golden.map(({ spells, steps }, i) => [i + 1, spells, steps] as const))(
    'agree on table %d with ties',
    (_, spells, steps) => {
      const found = incidence(spells, 3).flatMap((of, i) => of.map((step) => ({ cause: i + 1, ...step })));
      expect(found.map(({ cause, month }) => [cause, month])).toEqual(
        steps.map(([cause, month]) => [cause, month]),
      );
      for (const [i, [, , share, variance]] of steps.entries()) {
        const step = found[i];
        expectClose(step?.share ?? null, share, 1e-12);
        if (variance !== null) expectClose(varianceIn(step!), variance, 1e-9);
      }
    },
  );
});

/** The variance that the limits of a step were made with. */
function varianceIn({ share, low }: { readonly share: number; readonly low: number | null }): number {
  const z = normalQuantile(0.975);
  const factor = Math.log(Math.log1p(-(low ?? 0)) / Math.log1p(-share));
  return ((factor * (1 - share) * Math.log1p(-share)) / z) ** 2;
}
