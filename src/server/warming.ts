import { levels, views } from '../records/index.js';
import type { Asking } from './endpoint.js';
import { releasedOf, served } from './measures.js';
import { doubtfulNames } from './names.js';
import type { Serving, Snapshot } from './serving.js';
import { status } from './status.js';
import { verdictsOf } from './verdicts.js';

type Work = (asking: Asking) => Promise<unknown>;
type Parameters = { readonly [name: string]: string | readonly string[] };

/** What the views open with where nobody has chosen. */
const first = {
  from: 'google-deepmind',
  to: 'anthropic',
  one: 'anthropic',
  flows: 12,
  headcount: 8,
} as const;

/**
 * Works out what a state is asked for first, what takes longest and what all claims come to, one after the other and behind whoever asks;
 * so that nobody waits for it afterwards. What cannot be worked out is passed over: whoever asks for it is told why.
 *
 * @param tell is told how many of how many are done
 */
export async function warmUp(
  snapshot: Snapshot,
  serving: Serving,
  signal: AbortSignal,
  tell: (done: number, of: number) => void,
): Promise<void> {
  const works = worksOf(snapshot);
  const asking = {
    serving: { ...serving, patience: Number.POSITIVE_INFINITY },
    snapshot,
    desk: snapshot.behind,
    path: {},
    query: new Map(),
    lang: 'en',
    signal,
    begun: () => undefined,
  } as const;
  for (const [done, work] of works.entries()) {
    tell(done, works.length);
    if (signal.aborted) return;
    await work(asking).catch(() => undefined);
  }
  tell(works.length, works.length);
}

function worksOf({ organisations }: Snapshot): readonly Work[] {
  const shown = organisations.filter(({ people }) => people !== null).map(({ id }) => id);
  const known = (id: string): boolean => shown.includes(id);
  const duel = known(first.from) && known(first.to) ? [first.from, first.to] : shown.slice(0, 2);
  const one = known(first.one) ? [first.one] : [];
  const stances = levels.flatMap((level) => views.map((view) => ({ level, view })));
  return [
    (asking) => status.run(asking),
    ...(shown.length > 1
      ? [
          measured('flows', { organisation: shown.slice(0, first.flows) }),
          measured('headcount', { organisation: shown.slice(0, first.headcount), by: 'year' }),
          measured('ratio', { organisation: duel, by: 'year' }),
        ]
      : []),
    ...(one.length > 0
      ? [
          measured('headcount', { organisation: one, by: 'year' }),
          measured('flows', { organisation: one }),
          measured('retention', { organisation: one, months: '24', curve: 'true' }),
        ]
      : []),
    // The tables of a level and a view are derived by the first question.
    ...(shown.length > 1
      ? stances.map((stance) => measured('ratio', { organisation: duel, ...stance }))
      : []),
    (asking) => verdictsOf(asking),
    measured('coverage', {}),
    (asking) => doubtfulNames.run(asking),
  ];
}

function measured(name: string, parameters: Parameters): Work {
  const query = new Map(Object.entries(parameters).map(([key, value]) => [key, [value].flat()]));
  return async (asking) => {
    const measure = served.find((each) => each.name === name);
    if (measure !== undefined) await releasedOf(measure, { ...asking, query }, []);
  };
}
