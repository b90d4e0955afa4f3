import type { PayClaim } from '../claims/index.js';
import type { DataLine } from '../dataLine.js';
import type { Released, ReleasedCell } from '../release/index.js';
import type { Rule } from './choose.js';
import type { ShownClaim } from './disclose.js';
import type { Pair } from './pairs.js';

/** A loaded source: its files, the last day it observes and the rows it gave. */
export interface Loaded {
  readonly source: string;
  readonly files: number;
  readonly rows: number;
  readonly observedUntil: string;
}

/** All that the report shows, released. */
export interface Material {
  readonly data: DataLine;
  readonly minCell: number;
  readonly loaded: readonly Loaded[];
  readonly people: number;
  readonly hires: ReleasedCell;
  /** Moves of other causes. */
  readonly others: ReleasedCell;
  readonly organisations: number;
  /** First year with a move; null where nobody moves. */
  readonly since: string | null;
  /** By which rule organisations were chosen. */
  readonly rule: Rule;
  /** Titles, most people first: all that are compared, those in the picture, those that are followed in time. */
  readonly compared: readonly string[];
  readonly shown: readonly string[];
  readonly followed: readonly string[];
  readonly flows: Released;
  readonly pairs: readonly Pair[];
  /** Flows of all causes, of those compared and of the largest takeovers and their like. */
  readonly moved: Released;
  readonly ratios: Released;
  readonly retention: Released;
  /** Where those go who leave, of the same hires; and hires to exits of the last whole years. */
  readonly exits: Released;
  readonly growth: Released;
  /** Whom people who move prefer, everybody. */
  readonly ranking: Released;
  readonly headcount: Released;
  readonly coverage: Released;
  /** Everybody's hires among those named and all others, with totals; null where nobody is named. */
  readonly totals: Released | null;
  /** What happened to those that are followed, as far as the data observes. */
  readonly timeline: Released;
  /** What some events of those compared did to flows; null where none is in the data. */
  readonly studies: Released | null;
  /** Base wages in filings of those that are followed; null where no filings are loaded. */
  readonly pay: Released | null;
  /** How late moves are reported. */
  readonly delay: Released;
  readonly months: number;
  /** Claims with their verdicts; null where none are given. */
  readonly claimed: Claimed | null;
}

/** Claims with their verdicts, and what the report's own tables say of the organisations that they name. */
export interface Claimed {
  readonly claims: readonly ShownClaim[];
  /** Claims of pay. */
  readonly pay: readonly PayClaim[];
  /** Ratios of the pairs that are named, with `from_id` and `to_id`. */
  readonly ratios: Released;
  /** Retentions of the organisations that are named, with `id`. */
  readonly retention: Released;
  /** What goes beyond ratios of the organisations that the questions name. */
  readonly inferred: Inferred;
}

/** What goes beyond a ratio, for the questions: who is preferred, what hires to exits are made of, and what the campaign changed. */
export interface Inferred {
  readonly ranking: Released | null;
  /** One row per organisation asked about, with its `id`. */
  readonly growth: Released | null;
  readonly study: Released | null;
}
