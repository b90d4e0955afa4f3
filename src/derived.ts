import type { Desk } from './subjects.js';
import { inTurn } from './turn.js';
import type { Warehouse } from './warehouse/index.js';

/** Tables that are derived when they are first asked for. */
export interface Derivation {
  readonly key: string;
  readonly tables: readonly string[];
  /** Derives them in a session; stored ones are there for every session. */
  derive(warehouse: Warehouse, kept: 'stored' | 'session'): Promise<void>;
}

interface Derived {
  readonly tables: readonly string[];
  readonly done: Promise<void>;
  users: number;
}

/** Derivations that are kept; an older one is done again when it is asked for. */
const mostKept = 24;
const derivations = new WeakMap<Warehouse, Map<string, Derived>>();

/**
 * Does some work over derived tables, which are derived before where they are not there. Whoever asks meanwhile waits for the same
 * derivation, and it is carried to its end though all who asked have left.
 */
export async function withDerived<T>(
  desk: Desk,
  [wanted, ...others]: readonly Derivation[],
  work: () => Promise<T>,
): Promise<T> {
  if (wanted === undefined) return work();
  const { warehouse, aside } = desk;
  const place = aside ?? warehouse;
  const kept = derivations.get(place) ?? new Map<string, Derived>();
  derivations.set(place, kept);
  const mine = kept.get(wanted.key) ?? begun(place, wanted, aside === undefined ? 'session' : 'stored');
  kept.delete(wanted.key);
  kept.set(wanted.key, mine);
  mine.users += 1;
  try {
    await mine.done.catch((error) => {
      if (kept.get(wanted.key) === mine) kept.delete(wanted.key);
      throw error;
    });
    return await withDerived(desk, others, work);
  } finally {
    mine.users -= 1;
    await dropOldest(place, kept);
  }
}

function begun(place: Warehouse, { tables, derive }: Derivation, scope: 'stored' | 'session'): Derived {
  const done = inTurn(place, () => derive(place, scope));
  done.catch(() => undefined);
  return { tables, done, users: 0 };
}

/** Drops the tables used longest ago, where they are too many and nobody uses them. */
async function dropOldest(place: Warehouse, kept: Map<string, Derived>): Promise<void> {
  for (const [key, { tables, users }] of kept) {
    if (kept.size <= mostKept) return;
    if (users > 0) continue;
    kept.delete(key);
    await inTurn(place, async () => {
      for (const table of tables) await place.drop(table);
    });
  }
}
