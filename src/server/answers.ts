import { MercatoError } from '../errors.js';
import type { Answer } from './endpoint.js';
import type { Snapshot } from './serving.js';

/** An answer that is being worked out, and how many wait for it. */
interface Pending {
  readonly answer: Promise<Answer>;
  readonly stop: AbortController;
  /** Resolves when the answers before it are given. */
  readonly begun: Promise<void>;
  waiting: number;
}

/** Works out an answer; says when it begins, where others come before. */
type Work = (signal: AbortSignal, begun: () => void) => Promise<Answer>;

const pending = new WeakMap<Snapshot, Map<string, Pending>>();

/** How many times as long as for its own answer somebody waits for those of others before. */
const turns = 10;

/**
 * An answer that was worked out before, or is being worked out for somebody else, or is worked out now. The query ends when the
 * last who waits has left, or when patience has run out: with the answer itself, or with those before it.
 *
 * @throws MercatoError `cancelled` where it took too long
 */
export async function answerOnce(
  snapshot: Snapshot,
  key: string,
  client: AbortSignal,
  patience: number,
  work: Work,
): Promise<Answer> {
  const known = snapshot.answers.get(key);
  if (known !== undefined) return { json: known };
  const running = pending.get(snapshot) ?? new Map<string, Pending>();
  pending.set(snapshot, running);
  const before = running.get(key);
  // One that everybody has left is being ended, and gives nothing.
  const joins = before !== undefined && !before.stop.signal.aborted;
  const mine = joins ? before : started(snapshot, running, key, work);
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
    const giveUpAfter = (wait: number): void => {
      if (!Number.isFinite(wait)) return;
      timer = setTimeout(() => {
        leave();
        const seconds = Math.round(wait / 1000);
        reject(
          new MercatoError(
            'cancelled',
            `no answer within ${seconds} s; ask of fewer organisations or years, or later`,
          ),
        );
      }, wait);
    };
    giveUpAfter(patience * turns);
    void mine.begun.then(() => {
      clearTimeout(timer);
      if (!left) giveUpAfter(patience);
    });
  });
  try {
    return await Promise.race([mine.answer, tooLong]);
  } finally {
    clearTimeout(timer);
    client.removeEventListener('abort', leave);
    left = true;
  }
}

function started(snapshot: Snapshot, running: Map<string, Pending>, key: string, work: Work): Pending {
  const stop = new AbortController();
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const answer = work(stop.signal, begin)
    .then((found) => {
      if ('json' in found) snapshot.answers.set(key, found.json);
      return found;
    })
    .finally(() => {
      if (running.get(key)?.stop === stop) running.delete(key);
    });
  answer.catch(() => undefined);
  const mine: Pending = { answer, stop, begun, waiting: 0 };
  running.set(key, mine);
  return mine;
}
