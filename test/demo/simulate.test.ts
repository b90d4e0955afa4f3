import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/demo/csv.js';
import { expected } from '../../src/demo/expected.js';
import { simulate } from '../../src/demo/simulate.js';
import { talentWar } from '../../src/demo/world.js';
import { episodesOf, lastMonth, movesOf, survival } from './_reference.js';

function hashOf(seed: number): string {
  const hash = createHash('sha256');
  for (const piece of writeCsv(simulate({ seed, people: 2_000 }))) hash.update(piece);
  return hash.digest('hex');
}

/** Standard deviations between a count and what a Poisson count of that mean comes to. */
function away(count: number, mean: number): number {
  return Math.abs(count - mean) / Math.sqrt(mean);
}

const spells = [...simulate()];
const episodes = episodesOf(spells);
const moves = movesOf(episodes);
const truth = expected(talentWar, 60_000);

describe('simulate({seed, people})', () => {
  it('gives the same text for the same seed, twice over one simulation too', () => {
    expect(hashOf(7)).toBe(hashOf(7));
    const twice = simulate({ seed: 7, people: 500 });
    expect([...twice]).toEqual([...twice]);
  });

  it('gives other people for another seed', () => {
    expect(hashOf(7)).not.toBe(hashOf(8));
  });

  it.each([40, 333, 5_000])('has exactly %i people', (people) => {
    expect(new Set(Array.from(simulate({ people }), ({ person }) => person)).size).toBe(people);
  });

  it('has exactly the default people, without a name', () => {
    const people = new Set(spells.map(({ person }) => person));
    expect(people.size).toBe(60_000);
    expect([...people].every((person) => /^sim-\d{6}$/.test(person))).toBe(true);
  });

  it('ends nothing before it starts and starts nothing after the last day observed', () => {
    const until = talentWar.observedUntil;
    const wrong = spells.filter(
      ({ start, end }) =>
        (start !== null && start > until) ||
        (end !== null && end > until) ||
        (start !== null && end !== null && end < start),
    );
    expect(wrong).toEqual([]);
  });

  it('stops at another last day', () => {
    const early = [...simulate({ people: 2_000, until: '2025-12-31' })];
    expect(
      early.every(({ start, end }) => (start ?? '') <= '2025-12-31' && (end ?? '') <= '2025-12-31'),
    ).toBe(true);
  });

  it.each([
    [{ people: 39 }, 'invalid people: 39; give a whole number from 40'],
    [{ people: 100.5 }, 'invalid people: 100.5; give a whole number from 40'],
    [{ seed: -1 }, 'invalid seed: -1; give a whole number from 0 to 4294967295'],
    [{ until: '2017-01-31' }, 'more moves than people leave'],
  ])('refuses %o', (simulation, message) => {
    expect(() => simulate({ people: 1_000, ...simulation })).toThrow(message);
  });
});

describe('the CVs', () => {
  const share = (holds: (spell: (typeof spells)[number]) => boolean): number =>
    spells.filter(holds).length / spells.length;

  it('name every organisation and the state between', () => {
    const seen = new Set(episodes.map(({ organisation }) => organisation));
    expect([...seen].sort()).toEqual(talentWar.organisations.map(({ name }) => name).sort());
    expect(spells.some(({ employer }) => employer === 'Freelance')).toBe(true);
  });

  it('have unknown starts, coarse dates, side jobs and internships in their shares', () => {
    expect(spells.filter(({ start }) => start === null).length / 60_000).toBeCloseTo(0.05, 2);
    expect(share(({ start }) => start?.length === 7)).toBeCloseTo(0.05, 2);
    expect(share(({ start }) => start?.length === 4)).toBeCloseTo(0.03, 2);
    expect(share(({ kind }) => kind === 'advisor')).toBeGreaterThan(0.004);
    expect(share(({ kind }) => kind === 'intern')).toBeGreaterThan(0.01);
  });

  it('give no year alone where a figure is published', () => {
    const published = new Set(talentWar.pairs.flatMap(({ from, to }) => [from, to]));
    const people = new Set(
      episodes.filter(({ organisation }) => published.has(organisation)).map(({ person }) => person),
    );
    expect(
      spells.filter(
        ({ person, start, end }) => people.has(person) && (start?.length === 4 || end?.length === 4),
      ),
    ).toEqual([]);
  });

  it('show promotions, returns and long breaks', () => {
    const places = episodes.map(({ person, organisation }) => `${person} ${organisation}`);
    expect(places.length - new Set(places).size).toBeGreaterThan(500);
    const gaps = episodes.flatMap(({ person, start }, k) => {
      const before = episodes[k - 1];
      return before?.person === person ? [start! - before.end!] : [];
    });
    expect(gaps.every((gap) => (gap >= 0 && gap <= 3) || gap >= 6)).toBe(true);
    expect(gaps.filter((gap) => gap === 0).length).toBeGreaterThan(10_000);
    expect(spells.length).toBeGreaterThan(episodes.length * 1.3);
  });
});

describe('what was simulated, counted another way', () => {
  it.each(truth.retention)(
    'keeps the declared share of those hired by $organisation',
    ({ organisation, share }) => {
      const there = episodes.filter((episode) => episode.organisation === organisation);
      const found = survival(there, 24);
      expect(Math.abs(found.share - share)).toBeLessThan(3.3 * found.error);
      expect(found.error).toBeLessThan(0.02);
    },
  );

  it.each(truth.ratios)('moves people between $from and $to as declared', ({ from, to }) => {
    expect(away(moves.get(`${from}>${to}`) ?? 0, truth.moves(from, to))).toBeLessThan(3.3);
    expect(away(moves.get(`${to}>${from}`) ?? 0, truth.moves(to, from))).toBeLessThan(3.3);
  });

  it('agrees on all flows, few and many', () => {
    let statistic = 0;
    let cells = 0;
    for (const from of talentWar.organisations)
      for (const to of talentWar.organisations) {
        const mean = truth.moves(from.name, to.name);
        if (mean < 5) continue;
        statistic += away(moves.get(`${from.name}>${to.name}`) ?? 0, mean) ** 2;
        cells++;
      }
    expect(cells).toBeGreaterThan(300);
    expect(Math.abs(statistic - cells)).toBeLessThan(4 * Math.sqrt(2 * cells));
  });

  it('moves nobody inside a group', () => {
    expect(moves.get('Google>Google DeepMind')).toBeUndefined();
    expect(moves.get('Google DeepMind>Google')).toBeUndefined();
  });

  it('spends the expected time at every organisation, but for unknown starts', () => {
    const spent = new Map<string, number>();
    for (const { organisation, start, end } of episodes)
      if (start !== null)
        spent.set(organisation, (spent.get(organisation) ?? 0) + (end ?? lastMonth) - start);
    for (const [organisation, months] of truth.personMonths) {
      const share = spent.get(organisation)! / months;
      expect(share, organisation).toBeGreaterThan(0.93);
      expect(share, organisation).toBeLessThan(1.02);
    }
  });

  it('shows a campaign, and none where the factor is 1', () => {
    const [felt, none] = truth.campaigns;
    expect(felt!.moves / felt!.without).toBeCloseTo(3);
    expect(none!.moves).toBe(none!.without);
    const left = (from: string, to: string): number =>
      episodes.filter((next, k) => {
        const cur = episodes[k - 1];
        if (cur?.person !== next.person || cur.organisation !== from || next.organisation !== to)
          return false;
        return cur.end! >= 2025 * 12 + 6 && cur.end! < 2025 * 12 + 12 && next.start! - cur.end! <= 3;
      }).length;
    expect(away(left('OpenAI', 'Meta'), felt!.moves)).toBeLessThan(3.3);
    expect(away(left('Google DeepMind', 'Meta'), none!.moves)).toBeLessThan(3.3);
  });

  it('comes to the published ratios over several seeds', () => {
    const people = 12_000;
    const small = expected(talentWar, people);
    const runs = [1, 2, 3, 4, 5, 6].map((seed) => movesOf(episodesOf(simulate({ seed, people }))));
    for (const { from, to, ratio, published } of small.ratios.filter((pair) => pair.published)) {
      const count = (pair: string): number => runs.reduce((sum, run) => sum + (run.get(pair) ?? 0), 0);
      const [forward, backward] = [count(`${from}>${to}`), count(`${to}>${from}`)];
      const share = ratio / (1 + ratio);
      const error = Math.sqrt((forward + backward) * share * (1 - share));
      expect(published && Math.abs(forward - (forward + backward) * share)).toBeLessThan(3 * error);
    }
  });
});
