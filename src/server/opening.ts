import { type Registered, registeredIn, related } from './registered.js';
import { onceFor } from './serving.js';

/** Whom the views open with where nobody has chosen, by id. */
export interface Opening {
  readonly organisation: string | null;
  /** Whence and where to. */
  readonly pair: readonly [string, string] | null;
  /** Those with most people, most first; none of them above another. */
  readonly leading: readonly string[];
}

/** The organisations of the claim that the press printed most. */
const printed = { from: 'google-deepmind', to: 'anthropic' } as const;

/** Most organisations that a view opens with. */
const most = 12;

/**
 * Whom do the views open with? Those of the claim that was printed most where the data has people of them, else those with most people; of a
 * whole and a part of it the larger alone, since flows of one tell of the other and would be withheld.
 */
export const openingOf = onceFor(async (snapshot): Promise<Opening> => {
  const { organisations } = snapshot;
  const shown = organisations.filter(({ people }) => people !== null).map(({ id }) => id);
  const leading = unrelated(shown, await registeredIn(snapshot));
  const [first, second] = leading;
  const { from, to } = printed;
  return {
    organisation: shown.includes(to) ? to : (first ?? null),
    pair:
      shown.includes(from) && shown.includes(to)
        ? [from, to]
        : first === undefined || second === undefined
          ? null
          : [first, second],
    leading,
  };
});

/** Organisations in their order, without those that are, or were, above or below one before them. */
function unrelated(ids: readonly string[], registered: Registered): readonly string[] {
  const chosen: string[] = [];
  for (const id of ids) {
    if (chosen.length === most) break;
    if (!chosen.some((other) => related(id, other, registered))) chosen.push(id);
  }
  return chosen;
}
