import { MercatoError } from '../errors.js';
import type { Answer } from './endpoint.js';
import type { Snapshot } from './serving.js';

/** An answer that is being worked out, and how many wait for it. */
interface Pending {
  readonly answer: Promise<Answer>;
  readonly stop: AbortController;
  waiting: number;
}

const pending = new WeakMap<Snapshot, Map<string, Pending>>();

/**
 * An answer that was worked out before, or is being worked out for somebody else, or is worked out now. The query ends when the
 * last who waits has left, or when patience has run out.
 *
 * @throws MercatoError `cancelled` where it took too long
 */
export async function answerOnce(
  snapshot: Snapshot,
  key: string,
  client: AbortSignal,
  patience: number,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const known = snapshot.answers.get(key);
  if (known !== undefined) return { json: known };
  const running = pending.get(snapshot) ?? new Map<string, Pending>();
  pending.set(snapshot, running);
  const mine = running.get(key) ?? started(snapshot, running, key, work);
  mine.waiting += 1;
  let left = false;
  const leave = (): void => {
    if (left) return;
    left = true;
    mine.waiting -= 1;
    if (mine.waiting === 0) mine.stop.abort();
  };
  client.addEventListener('abort', leave);
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      leave();
      const seconds = Math.round(patience / 1000);
      reject(
        new MercatoError('cancelled', `no answer within ${seconds} s; ask of fewer organisations or years`),
      );
    }, patience);
  });
  try {
    return await Promise.race([mine.answer, tooLong]);
  } finally {
    clearTimeout(timer);
    client.removeEventListener('abort', leave);
    left = true;
  }
}

function started(
  snapshot: Snapshot,
  running: Map<string, Pending>,
  key: string,
  work: (signal: AbortSignal) => Promise<Answer>,
): Pending {
  const stop = new AbortController();
  const answer = work(stop.signal)
    .then((found) => {
      if ('json' in found) snapshot.answers.set(key, found.json);
      return found;
    })
    .finally(() => running.delete(key));
  answer.catch(() => undefined);
  const mine: Pending = { answer, stop, waiting: 0 };
  running.set(key, mine);
  return mine;
}
