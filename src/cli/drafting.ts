import { Worker } from 'node:worker_threads';
import { MercatoError } from '../errors.js';
import type { DraftAnswer, Drafting } from '../server/index.js';

/** Texts that are drafted at once; more wait for nobody. */
const most = 2;

type Told = { readonly draft: DraftAnswer } | { readonly wrong: string };

/**
 * Drafts texts beside the server, so that a long one keeps nobody waiting.
 *
 * @param patience milliseconds after which a text is given up
 */
export function drafter(patience: number): (drafting: Drafting, signal: AbortSignal) => Promise<DraftAnswer> {
  let running = 0;
  return async (drafting, signal) => {
    if (running >= most) {
      throw new MercatoError('cancelled', `${most} texts are being drafted already; try again in a moment`);
    }
    running += 1;
    const worker = new Worker(new URL('./draftWorker.js', import.meta.url), {
      workerData: drafting,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    try {
      return await answered(worker, patience, signal);
    } finally {
      running -= 1;
      await worker.terminate();
    }
  };
}

function answered(worker: Worker, patience: number, signal: AbortSignal): Promise<DraftAnswer> {
  return new Promise((resolve, reject) => {
    const giveUp = (why: string): void => reject(new MercatoError('cancelled', why));
    const timer = setTimeout(
      () => giveUp(`no draft within ${Math.round(patience / 1000)} s; post a part of the text`),
      patience,
    );
    signal.addEventListener('abort', () => giveUp('cancelled: nobody waits for the answer'));
    worker.once('message', (told: Told) => {
      if ('draft' in told) resolve(told.draft);
      else reject(new MercatoError('parameter', told.wrong));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      giveUp('the draft ended before its end; post a part of the text');
    });
  });
}
