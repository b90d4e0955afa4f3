import type * as mercato from '../../src/index.js';

/** Intervals of one kind over many worlds. */
export interface Calibrated {
  readonly interval: string;
  readonly kind: 'exact' | 'approximate' | 'whole';
  readonly worlds: number;
  readonly printed: number;
  readonly held: number;
  readonly below: number;
  readonly above: number;
  readonly coverage: number | null;
  readonly error: number | null;
  readonly least: number;
  readonly most: number;
  readonly good: boolean;
}

/** Events that change nothing, and how many of them are found at 5 %. */
export interface Alarms {
  readonly alarms: string;
  readonly worlds: number;
  readonly printed: number;
  readonly count: number;
  readonly rate: number | null;
  readonly error: number | null;
  readonly most: number;
  readonly good: boolean;
}

export interface Worlds {
  readonly worlds: number;
  readonly people: number;
  readonly seed: number;
  readonly progress?: (part: string, done: number, of: number) => void;
}

export function calibrate(
  library: typeof mercato,
  part: 'careers' | 'study' | 'ranking',
  worlds: Worlds,
): Promise<readonly (Calibrated | Alarms)[]>;
