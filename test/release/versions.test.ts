import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causes } from '../../src/records/index.js';
import { flowKey, type History, type Series } from '../../src/release/history.js';
import { heldTo, parsePublished, publishedLines, publishedNow } from '../../src/release/versions.js';

const flow = flowKey('oak', 'fir');

function historyOf(hire: readonly number[]): History {
  const counts = Object.fromEntries(
    causes.map((cause) => [cause, hire.map(() => 0)]),
  ) as unknown as Series['causes'];
  const series: Series = {
    causes: { ...counts, hire },
    known: hire,
    quarters: hire.flatMap((count) => [count, 0, 0, 0]),
  };
  return { firstYear: 2020, years: hire.length, flows: new Map([[flow, series]]), parts: new Map() };
}

const hiresIn = (history: History): readonly number[] | undefined => history.flows.get(flow)?.causes.hire;

describe('publishedNow(history, before, min)', () => {
  const first = publishedNow(historyOf([9, 8]), new Map(), 5);

  it('publishes what is new, and survives being written and read', () => {
    expect(first.get(flow)?.at(-1)?.causes).toEqual({ hire: [9, 8] });
    expect(parsePublished(`${publishedLines(first)}{"flow": broken\n`)).toEqual(first);
  });

  it('leaves a flow as it was published where a window of it has changed by a few', () => {
    const second = publishedNow(historyOf([9, 10]), first, 5);
    expect(second.get(flow)?.at(-1)?.causes.hire).toEqual([9, 8]);
    expect(hiresIn(heldTo(historyOf([9, 10]), second))).toEqual([9, 8]);
  });

  it('publishes it anew where each window has changed by enough or not at all', () => {
    const second = publishedNow(historyOf([9, 13, 7]), first, 5);
    expect(second.get(flow)?.at(-1)?.causes.hire).toEqual([9, 13, 7]);
    expect(hiresIn(heldTo(historyOf([9, 13, 7]), second))).toEqual([9, 13, 7]);
  });

  it('leaves it where one year makes up for another but for a few', () => {
    expect(
      publishedNow(historyOf([15, 4]), first, 5)
        .get(flow)
        ?.at(-1)?.causes.hire,
    ).toEqual([9, 8]);
  });

  it('keeps what falls below the minimum as it was', () => {
    const gone: History = { ...historyOf([0, 0]), flows: new Map() };
    expect(hiresIn(heldTo(gone, publishedNow(gone, first, 5)))).toEqual([9, 8]);
  });

  it('keeps what stands in a company for itself as it was published, too', () => {
    const ofPart = (hire: readonly number[]): History => {
      const { flows: parts, ...history } = historyOf(hire);
      return { ...history, flows: new Map(), parts };
    };
    const before = publishedNow(ofPart([9, 8]), new Map(), 5);
    const now = heldTo(ofPart([9, 10]), publishedNow(ofPart([9, 10]), before, 5));
    expect(now.parts.get(flow)?.causes.hire).toEqual([9, 8]);
    expect(now.flows.size).toBe(0);
  });

  it('never publishes two versions, next to one another or not, of which a window differs by fewer than the minimum', () => {
    const years = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 3, maxLength: 3 });
    const worlds = fc.array(years, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 6 }), (versions, min) => {
        let before: ReturnType<typeof publishedNow> = new Map();
        for (const version of versions) before = publishedNow(historyOf(version), before, min);
        const all = (before.get(flow) ?? []).map(({ causes }) => causes.hire ?? [0, 0, 0]);
        const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
        for (const [nth, own] of all.entries())
          for (const old of all.slice(0, nth))
            for (let a = 0; a < 3; a += 1)
              for (let b = a + 1; b <= 3; b += 1) {
                const difference = Math.abs(sum(own.slice(a, b)) - sum(old.slice(a, b)));
                expect(difference === 0 || difference >= min).toBe(true);
              }
      }),
    );
  });
});
