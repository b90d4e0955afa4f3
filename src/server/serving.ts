import type { LRUCache } from 'lru-cache';
import type { Claim, KeptVerdict } from '../claims/index.js';
import type { Desk } from '../subjects.js';
import type { DraftAnswer, Drafting } from './drafting.js';

/** An organisation that may be named to readers: one of the registry, or one with enough people in the data. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly kind: string | null;
  readonly registered: boolean;
  /** People with a spell there; null below the least count that is shown. */
  readonly people: number | null;
}

/** One state of a database, open to read, and what is served from it. */
export interface Snapshot {
  readonly desk: Desk;
  /** The same tables in another session: for what is worked out ahead, or once for all, and is not cancelled by who leaves. */
  readonly behind: Desk;
  /** Version of the data. */
  readonly version: string;
  readonly organisations: readonly Listed[];
  /** What was published of flows of the states before, and where it is kept; nothing is where there is none. */
  readonly record?: { read(): Promise<string>; write(lines: string): Promise<void> };
  /** Answers already worked out, as JSON. */
  readonly answers: LRUCache<string, string>;
}

/** What follows from a state alone: worked out once for each. */
export function onceFor<T>(work: (snapshot: Snapshot) => T): (snapshot: Snapshot) => T {
  const known = new WeakMap<Snapshot, { readonly found: T }>();
  return (snapshot) => {
    const before = known.get(snapshot) ?? { found: work(snapshot) };
    known.set(snapshot, before);
    return before.found;
  };
}

/** How far a state is prepared, that which is served or the one after it. */
export interface Preparing {
  readonly version: string;
  readonly done: number;
  readonly of: number;
}

/** What a server serves, and within which limits. */
export interface Serving {
  /** The state that is served now; a later call may give a newer one. */
  snapshot(): Snapshot;
  /** What is worked out ahead now; null where all is. */
  preparing(): Preparing | null;
  readonly claims: readonly Claim[];
  /** The verdicts that were kept beside the database, oldest first. */
  history(): Promise<readonly KeptVerdict[]>;
  /** Drafts the claims of a text, without holding up those who ask for something else. */
  draft(drafting: Drafting, signal: AbortSignal): Promise<DraftAnswer>;
  /** The least count of people that is shown. */
  readonly minCell: number;
  /** What whoever asks must show; nobody is asked where there is none. */
  readonly token?: string | undefined;
  /** Names by which the server may be called; a page elsewhere that resolves its own name to this machine is refused. */
  readonly hosts: ReadonlySet<string>;
  /** A file of the page, by its path; null where there is none. */
  asset(path: string): Promise<{ readonly body: Uint8Array; readonly type: string } | null>;
  /** Milliseconds after which an answer is given up. */
  readonly patience: number;
}
