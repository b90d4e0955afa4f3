import type { DraftClaim } from '../src/draft/index.js';

/** A claim that a reader expects a draft to find. */
export interface ExpectedClaim {
  readonly figure: { readonly printed: string; readonly scale?: string; readonly unit: string } | null;
  readonly claimant: string;
  readonly firmness: string;
  readonly check: string;
  readonly organisations: readonly string[];
}
export interface Comparison {
  readonly found: readonly { readonly want: ExpectedClaim; readonly right: readonly string[] }[];
  readonly missed: readonly ExpectedClaim[];
  readonly extra: readonly unknown[];
  readonly left: readonly unknown[];
}
export const parts: readonly string[];
export function compare(claims: readonly DraftClaim[], expected: readonly ExpectedClaim[]): Comparison;
export function tally(results: readonly Comparison[]): string;
