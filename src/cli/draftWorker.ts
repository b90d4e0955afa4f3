import { parentPort, workerData } from 'node:worker_threads';
import { MercatoError } from '../errors.js';
import { type Drafting, draftAnswer } from '../server/index.js';

/** Drafts one text, told when it starts, and ends. */
const { text, registry, lang } = workerData as Drafting;
try {
  parentPort?.postMessage({ draft: await draftAnswer({ text, registry, lang }) });
} catch (error) {
  if (!(error instanceof MercatoError)) throw error;
  parentPort?.postMessage({ wrong: error.message });
}
