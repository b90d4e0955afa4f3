import { MercatoError } from './errors.js';
import type { Warehouse } from './warehouse/index.js';

const turns = new WeakMap<Warehouse, Promise<unknown>>();

/**
 * Does some work in a session when that before it is done: an interrupt then ends no other's query, and two do not keep what they share
 * under one name.
 */
export function inTurn<T>(warehouse: Warehouse, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(warehouse) ?? Promise.resolve()).catch(() => undefined).then(work);
  turns.set(warehouse, turn);
  return turn;
}

/**
 * Does some work in its turn unless a signal has fired, and ends the statement that runs where it fires meanwhile.
 *
 * @throws MercatoError `cancelled` where the signal fires
 */
export function inTurnUntil<T>(
  warehouse: Warehouse,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  return inTurn(warehouse, async () => {
    if (signal === undefined) return work();
    if (signal.aborted) throw cancelled();
    signal.addEventListener('abort', warehouse.interrupt);
    try {
      const done = await work();
      if (signal.aborted) throw cancelled();
      return done;
    } finally {
      signal.removeEventListener('abort', warehouse.interrupt);
    }
  });
}

/** The error of work that nobody waits for any more. */
export function cancelled(): MercatoError {
  return new MercatoError('cancelled', 'cancelled: nobody waits for the answer');
}
