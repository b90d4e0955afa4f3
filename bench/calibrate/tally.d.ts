export interface Counts {
  readonly worlds: number;
  readonly printed: number;
  readonly held: number;
  readonly below: number;
  readonly above: number;
}

export function tally(): {
  readonly counts: Counts;
  add(interval: { readonly low: number | null; readonly high: number | null }, truth: number): void;
};
