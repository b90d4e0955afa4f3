import { type CheckedClaim, checkClaims, type Known } from '../claims/index.js';
import { MercatoError } from '../errors.js';
import { type Claimed, claimedByYears } from '../report/index.js';
import { answerOnce } from './answers.js';
import { type Asking, jsonOf } from './endpoint.js';
import { publishedOf } from './published.js';
import type { Snapshot } from './serving.js';

/** What is checked already of a snapshot, so that a check that was given up goes on where it was. */
interface Progress {
  readonly checked: Map<string, CheckedClaim>;
  readonly known: Known;
}

const begun = new WeakMap<Snapshot, Progress>();

/**
 * Every claim with its verdict, as it may be shown: checked once for a snapshot, for all who wait.
 *
 * @throws MercatoError `cancelled` where nobody waits any more, or patience has run out; the next who asks need not begin anew
 */
export async function verdictsOf(asking: Pick<Asking, 'snapshot' | 'serving' | 'signal'>): Promise<Claimed> {
  const { snapshot, serving, signal } = asking;
  const answer = await answerOnce(snapshot, 'claims', signal, serving.patience, async (stop) => {
    const progress = begun.get(snapshot) ?? { checked: new Map(), known: new Map() };
    begun.set(snapshot, progress);
    const checked = await checkedOf(asking, progress, stop);
    const { behind } = snapshot;
    const published = () => publishedOf(snapshot, serving.minCell);
    const claimed = await claimedByYears(behind, checked, serving.minCell, progress.known, stop, published);
    begun.delete(snapshot);
    return jsonOf(claimed);
  });
  return JSON.parse('json' in answer ? answer.json : '') as Claimed;
}

async function checkedOf(
  { snapshot, serving }: Pick<Asking, 'snapshot' | 'serving'>,
  { checked, known }: Progress,
  signal: AbortSignal,
): Promise<readonly CheckedClaim[]> {
  const { claims, minCell } = serving;
  const desk = snapshot.behind;
  const { registry } = await desk.known();
  for (const { id } of claims) {
    if (signal.aborted) throw new MercatoError('cancelled', 'cancelled: nobody waits for the answer');
    if (checked.has(id)) continue;
    const only = new Set([id]);
    const [found] = await checkClaims(claims, { desk, registry, minimum: Math.max(5, minCell), only, known });
    if (found !== undefined) checked.set(id, found);
  }
  return claims.flatMap(({ id }) => checked.get(id) ?? []);
}
