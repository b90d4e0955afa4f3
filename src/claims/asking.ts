import { ask, type Result } from '../ask.js';
import { MercatoError } from '../errors.js';
import type { AnyMeasure, Words } from '../measures/index.js';
import type { Desk } from '../subjects.js';
import type { Claim } from './claim.js';
import type { Admissible, Asking, Reading } from './definitions.js';
import { inBoth } from './print.js';

/** Puts the questions of all definitions; what is missing where nobody in the data is at an organisation. */
export type Asker = (admitted: Admissible) => Promise<{
  readonly readings: readonly Reading[];
  readonly missing: Words | null;
}>;

/** Puts questions about a claim to a desk; without one nothing is read.
 *
 * @throws MercatoError `claim`, with file and line, where the claim asks what a measure cannot take
 */
export function asker(desk: Desk | undefined, claim: Claim): Asker {
  return async ({ askings }) => {
    const readings: Reading[] = [];
    let missing: Words | null = null;
    for (const asking of askings) {
      if (desk === undefined) break;
      const answers = await answersTo(desk, asking, claim);
      if (Array.isArray(answers)) readings.push(...asking.read(answers));
      else missing ??= answers as Words;
    }
    return { readings, missing };
  };
}

async function answersTo(
  desk: Desk,
  { measure, questions }: Asking,
  claim: Claim,
): Promise<readonly Result[] | Words> {
  const results: Result[] = [];
  try {
    for (const question of questions) results.push(await ask(desk, measure as AnyMeasure, question));
  } catch (error) {
    if (!(error instanceof MercatoError)) throw error;
    if (typeof error.data.organisation === 'string') return nobodyThere(desk, error.data.organisation);
    if (error.code === 'warehouse' && /^nothing is loaded/.test(error.message)) return noSource(measure);
    if (error.code !== 'parameter' && error.code !== 'usage') throw error;
    throw new MercatoError('claim', `claim ${claim.id} (${claim.at}): ${error.message}`, { cause: error });
  }
  return results;
}

async function nobodyThere({ known }: Desk, id: string): Promise<Words> {
  const title = (await known()).registry.find((organisation) => organisation.id === id)?.title ?? id;
  return inBoth((lang) =>
    lang === 'en'
      ? `nobody in the data is or was at ${title}`
      : `personne dans les données n’est ni n’a été chez ${title}`,
  );
}

function noSource({ title }: AnyMeasure): Words {
  return {
    en: `nothing is loaded that it could be measured on (${title.en})`,
    fr: `rien n’est chargé sur quoi le mesurer (${title.fr})`,
  };
}
