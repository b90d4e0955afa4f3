import type { Comparator, Firmness } from '../claims/index.js';
import type { Guess } from './guess.js';
import type { Quantity } from './numbers.js';

/** Anything that the person who corrects the draft must say. */
export type Unsure = '?';

/** What would check a drafted claim; a part that is not known is `?`. */
export type DraftCheck =
  | {
      readonly measure: string;
      readonly of: readonly string[];
      readonly parameters?: { readonly [name: string]: unknown };
    }
  | { readonly fact: string; readonly organisation: string; readonly on?: string; readonly by?: string }
  | { readonly none: string };

/** A claim as drafted from an article: the form of a claim, in which anything may be `?`, and what helps to correct it. */
export interface DraftClaim {
  readonly id: string;
  readonly says: { readonly en: string; readonly fr: string };
  readonly claimant: { readonly name: string; readonly role?: string; readonly organisation?: string };
  readonly where: string;
  readonly on: string;
  readonly firmness: Firmness | Unsure;
  readonly check: DraftCheck;
  readonly figures: readonly Quantity['figure'][];
  readonly comparator?: Comparator | Unsure;
  readonly scope?: readonly { readonly word: string; readonly effect: string }[];
  readonly source: string;
  readonly draft: Evidence;
}

/** What a drafted claim rests on. */
export interface Evidence {
  /** As in the article, with the names of private people masked. */
  readonly sentence: string;
  readonly place: { readonly paragraph: number; readonly sentence: number; readonly line: number };
  /** Other sentences that say the same. */
  readonly again: readonly number[];
  /** Guesses for each part that was not read off, the surest first; those below 0.5 are not written into the claim. */
  readonly guesses: { readonly [part: string]: readonly Guess<string>[] };
}

/** The least score at which a guess is written into the claim. */
export const sureEnough = 0.5;

/** The first guess where it is sure enough, else `?`. */
export function orUnsure<T extends string>(guesses: readonly Guess<T>[]): T | Unsure {
  const [first] = guesses;
  return first !== undefined && first.score >= sureEnough ? first.value : '?';
}
