import { onceFor } from './serving.js';

/** Whom the views open with where nobody has chosen, by id. */
export interface Opening {
  readonly organisation: string | null;
  /** Whence and where to. */
  readonly pair: readonly [string, string] | null;
  /** Those with most people, most first. */
  readonly leading: readonly string[];
}

/** The organisations of the claim that the press printed most. */
const printed = { from: 'google-deepmind', to: 'anthropic' } as const;

/** Most organisations that a view opens with. */
const most = 12;

/** Whom do the views open with? Those of the claim that was printed most where the data has people of them, else those with most people. */
export const openingOf = onceFor(({ organisations }): Opening => {
  const shown = organisations.filter(({ people }) => people !== null).map(({ id }) => id);
  const [first, second] = shown;
  const { from, to } = printed;
  return {
    organisation: shown.includes(to) ? to : (first ?? null),
    pair:
      shown.includes(from) && shown.includes(to)
        ? [from, to]
        : first === undefined || second === undefined
          ? null
          : [first, second],
    leading: shown.slice(0, most),
  };
});
