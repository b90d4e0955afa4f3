import type { Words } from '../measures/index.js';
import type { Claim, Uncheckable } from './claim.js';

/** What becomes of a claim. */
export const verdicts = [
  'reproduced',
  'compatible',
  'depends on the definition',
  'contradicted',
  'too little data',
  'not checkable',
] as const;
export type Verdict = (typeof verdicts)[number];

/** Verdicts as readers of each language see them, told of a claim (in French, of an affirmation). */
export const verdictWords: Readonly<Record<Verdict, Words>> = {
  reproduced: { en: 'reproduced', fr: 'reproduite' },
  compatible: { en: 'compatible', fr: 'compatible' },
  'depends on the definition': { en: 'depends on the definition', fr: 'dépend de la définition' },
  contradicted: { en: 'contradicted', fr: 'contredite' },
  'too little data': { en: 'too little data', fr: 'trop peu de données' },
  'not checkable': { en: 'not checkable', fr: 'non vérifiable' },
};

/** The words for all verdicts in a language. */
export function verdictsIn(lang: keyof Words): Readonly<Record<Verdict, string>> {
  const words = verdicts.map((verdict) => [verdict, verdictWords[verdict][lang]]);
  return Object.fromEntries(words) as Record<Verdict, string>;
}

/** What one admissible definition says of a claim. */
export type Outcome = Extract<Verdict, 'reproduced' | 'compatible' | 'contradicted' | 'too little data'>;

/** A claim measured under one admissible definition. */
export interface Estimate {
  /** The definition in words. */
  readonly definition: Words;
  /** In the unit of the claim's figure; null where it cannot be worked out. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The counts that it rests on, by column of the measure. */
  readonly counts: { readonly [column: string]: number };
  readonly outcome: Outcome;
}

/** What follows from a claim without data: implied counts, arithmetic, a conflict with another claim, a fact of the registry. */
export interface DatalessCheck {
  readonly kind: 'implied counts' | 'arithmetic' | 'conflict' | 'registry';
  /** What is found, in a sentence or two. */
  readonly says: Words;
  /** The numbers in it, by name. */
  readonly numbers: { readonly [name: string]: number | null };
  /** Claims that it involves besides this one. */
  readonly claims: readonly string[];
  /** Address that it rests on, where it rests on one. */
  readonly source?: string;
  /** For a fact: whether the registry agrees; absent where nothing is decided. */
  readonly outcome?: Extract<Outcome, 'reproduced' | 'compatible' | 'contradicted'>;
}

/** What became of a prediction, as it is recorded. */
export interface RecordedOutcome {
  /** The claim that predicts. */
  readonly claim: string;
  readonly on: string;
  readonly says: Words;
  readonly source: string;
}

/** A claim with its verdict and everything that it rests on. */
export interface CheckedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** Whose careers: of real people, of simulated ones, or nobody's. */
  readonly on: 'observed' | 'simulated' | 'none';
  /** Why, in a sentence or two that a reader can follow; on simulated people it begins by saying so. */
  readonly reason: Words;
  /** Why nothing can be checked. */
  readonly uncheckable?: Uncheckable;
  /** The policy by which a claim about a person is refused. */
  readonly policy?: string;
  readonly estimates: readonly Estimate[];
  readonly checks: readonly DatalessCheck[];
  /** Measured figures to read beside the claim; they bear no verdict. */
  readonly beside: readonly { readonly says: Words }[];
  /** For a prediction: outcomes recorded of all predictions of this claimant, this claim's first. Listed, never scored. */
  readonly outcomes?: readonly RecordedOutcome[];
  /** Version of the data, of the registry where no data is loaded. */
  readonly version: string;
}
