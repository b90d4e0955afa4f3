import { keepCounts } from '../counts.js';
import { levels, views } from '../records/index.js';
import { type Scoping, usualStance } from '../scope.js';
import type { Asking } from './endpoint.js';
import { releasedOf, served } from './measures.js';
import { doubtfulNames } from './names.js';
import { type Opening, openingOf } from './opening.js';
import type { Serving, Snapshot } from './serving.js';
import { status } from './status.js';
import { verdictsOf } from './verdicts.js';

type Work = (asking: Asking) => Promise<unknown>;
type Parameters = { readonly [name: string]: string | readonly string[] };

/** Organisations whose headcount the overview opens with. */
const counted = 8;

/**
 * Works out what a state is asked for first, the leading organisations among it, what takes longest and what all claims come to, one after the other and behind whoever asks;
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
  const works = worksOf(await openingOf(snapshot));
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

function worksOf({ organisation, pair, leading }: Opening): readonly Work[] {
  const stances = levels.flatMap((level) => views.map((view) => ({ level, view })));
  return [
    (asking) => status.run(asking),
    ...(leading.length > 1
      ? [
          measured('flows', { organisation: leading }),
          measured('headcount', { organisation: leading.slice(0, counted), by: 'year' }),
          measured('growth', { organisation: leading }),
        ]
      : []),
    ...(pair === null
      ? []
      : [
          measured('ratio', { organisation: pair, by: 'quarter' }),
          measured('ratio', { organisation: pair, by: 'year' }),
        ]),
    ...(organisation === null ? [] : viewOf(organisation)),
    counting(usualStance),
    (asking) => verdictsOf(asking),
    ...leading.filter((each) => each !== organisation).flatMap(viewOf),
    // The tables of a level and a view are derived by the first question.
    ...(pair === null
      ? []
      : stances.flatMap((stance) => [
          measured('ratio', { organisation: pair, ...stance }),
          counting(stance),
        ])),
    measured('coverage', {}),
    measured('delay', {}),
    (asking) => doubtfulNames.run(asking),
    measured('ranking', {}),
    measured('ranking', { dropped: 'true' }),
  ];
}

/** What the view of an organisation asks. */
function viewOf(organisation: string): readonly Work[] {
  return [
    measured('headcount', { organisation, by: 'year' }),
    measured('flows', { organisation }),
    measured('retention', { organisation, months: '24', curve: 'true' }),
    measured('exits', { organisation, months: '24' }),
    measured('growth', { organisation, by: 'year' }),
  ];
}

function counting(stance: Pick<Scoping, 'level' | 'view'>): Work {
  return ({ desk }) => keepCounts(desk, stance);
}

function measured(name: string, parameters: Parameters): Work {
  const query = new Map(Object.entries(parameters).map(([key, value]) => [key, [value].flat()]));
  return async (asking) => {
    const measure = served.find((each) => each.name === name);
    if (measure !== undefined) await releasedOf(measure, { ...asking, query }, []);
  };
}
