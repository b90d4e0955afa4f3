import { describe, expect, it } from 'vitest';
import { type CvRow, episodesOf, inWorld, movesOf } from '../world.js';
import { observed, observedUntil, people, shuffled } from './people.js';
import { byPerson, careersOf, monthOf, shownJobs, shownMoves } from './reference.js';

/** Says of the person with the fewest rows for whom two lists differ what each says. */
function difference<T extends { readonly person: string }>(
  rows: readonly CvRow[],
  said: readonly T[],
  meant: readonly T[],
): string {
  const group = (list: readonly T[]): Map<string, T[]> => {
    const groups = new Map<string, T[]>();
    for (const row of list) {
      const group = groups.get(row.person);
      if (group) group.push(row);
      else groups.set(row.person, [row]);
    }
    return groups;
  };
  const [here, there] = [group(said), group(meant)];
  const wrong = [...byPerson(rows)]
    .filter(([person]) => JSON.stringify(here.get(person)) !== JSON.stringify(there.get(person)))
    .sort(([, a], [, b]) => a.length - b.length);
  const [first] = wrong;
  if (first === undefined) return '';
  const list = (name: string, some: readonly unknown[] = []): string[] => [
    name,
    ...some.map((one) => `  ${JSON.stringify(one)}`),
  ];
  return [
    `${wrong.length} people differ; one of them:`,
    ...list('rows', first[1]),
    ...list('warehouse', here.get(first[0])),
    ...list('reference', there.get(first[0])),
  ].join('\n');
}

describe.each([11, 12, 13, 14, 15])('careers of 2,000 random people (seed %i)', (seed) => {
  const rows = people(2_000, seed);

  it('are those of the plain reference', async () => {
    const careers = careersOf(rows, observed).values();
    const meant = [...careers];
    await inWorld(
      rows,
      async (world) => {
        expect(difference(rows, await movesOf(world), shownMoves(meant))).toBe('');
        expect(difference(rows, await episodesOf(world), shownJobs(meant, observed))).toBe('');
      },
      { observedUntil },
    );
  });

  it('are those of the plain reference with open jobs closed', async () => {
    const meant = [...careersOf(rows, observed, true).values()];
    await inWorld(
      rows,
      async (world) => {
        expect(difference(rows, await movesOf(world, { closeStale: true }), shownMoves(meant))).toBe('');
        const jobs = await episodesOf(world, { closeStale: true });
        expect(difference(rows, jobs, shownJobs(meant, observed))).toBe('');
      },
      { observedUntil },
    );
  });
});

describe('a coarse date of somebody else', () => {
  it.each([false, true])('changes nobody’s career, open jobs closed: %s', async (closeStale) => {
    const rows = people(2_000, 16);
    const meant = [...careersOf(rows, observed, closeStale).values()];
    const other: CvRow = ['q', 'Alpha', '2020', '', { kind: 'employee' }];
    await inWorld(
      [...rows, other],
      async (world) => {
        const moves = await movesOf(world, { closeStale });
        const jobs = (await episodesOf(world, { closeStale })).filter(({ person }) => person !== 'q');
        expect(difference(rows, moves, shownMoves(meant))).toBe('');
        expect(difference(rows, jobs, shownJobs(meant, observed))).toBe('');
      },
      { observedUntil },
    );
  });
});

describe('main path', () => {
  const rows = people(2_000, 21);

  it('has a person at one organisation at most in any month', async () => {
    const jobs = await inWorld(rows, (world) => episodesOf(world), { observedUntil });
    const twice = [...byPerson(rows)].filter(([person]) => {
      const months = jobs
        .filter((job) => job.person === person && job.role === 'main' && job.to !== null)
        .flatMap(({ from, to }) => {
          const first = from === null ? 2015 * 12 : monthOf(from);
          return Array.from({ length: Math.max(monthOf(to ?? '') - first, 0) }, (_, i) => first + i);
        });
      return new Set(months).size < months.length;
    });
    const [shortest] = twice.sort(([, a], [, b]) => a.length - b.length);
    expect(shortest?.[1] ?? []).toEqual([]);
  });

  it('does not depend on the order of rows', async () => {
    const all = await inWorld(rows, async (w) => [await movesOf(w), await episodesOf(w)], { observedUntil });
    const other = await inWorld(shuffled(rows, 5), async (w) => [await movesOf(w), await episodesOf(w)], {
      observedUntil,
    });
    expect(other).toEqual(all);
  });

  it('of one person does not depend on anybody else', async () => {
    const some = rows.filter(([person]) => Number(person.slice(1)) % 5 > 0);
    const kept = new Set(some.map(([person]) => person));
    const all = await inWorld(rows, async (w) => [await movesOf(w), await episodesOf(w)], { observedUntil });
    const alone = await inWorld(some, async (w) => [await movesOf(w), await episodesOf(w)], {
      observedUntil,
    });
    expect(alone).toEqual(all.map((list) => list.filter(({ person }) => kept.has(person))));
  });
});
