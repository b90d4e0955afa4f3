import { ask, type Result } from '../ask.js';
import { type DataLine, dataLine } from '../dataLine.js';
import { MercatoError } from '../errors.js';
import type { Words } from '../measures/index.js';
import type { Desk } from '../subjects.js';
import type { Asked, Claim } from './claim.js';
import type { Admissible } from './definitions.js';
import { measureNamed } from './ledger.js';
import { inBoth } from './print.js';
import type { Asking, Reading } from './reading.js';

/** Puts questions about a claim to the data. */
export interface Asker {
  /** What the answers of a measure rest on; null where nothing is loaded that it reads. */
  readonly rests: (asked: Asked) => Promise<DataLine | null>;
  /** Answers to the questions of all definitions, or what is missing where none has one; and whether they are of weighted people. */
  readonly put: (admitted: Admissible) => Promise<{
    readonly readings: readonly Reading[];
    readonly missing: Words | null;
    readonly weighted: boolean;
  }>;
}

/** Answers that are known, by question: claims often ask the same. */
export type Known = Map<string, Promise<Result>>;

/**
 * Who asks the desk about a claim.
 *
 * @param known answers of the claims before
 * @throws MercatoError `claim`, with file and line, where the claim asks what a measure cannot take
 */
export function asker(desk: Desk, claim: Claim, known: Known): Asker {
  return {
    async rests({ measure }) {
      try {
        return await dataLine(desk, {}, measureNamed(measure)?.reads);
      } catch (error) {
        if (isNothingLoaded(error)) return null;
        throw error;
      }
    },
    async put({ askings }) {
      const readings: Reading[] = [];
      let missing: Words | null = null;
      let weighted = false;
      for (const asking of askings) {
        const answers = await answersTo(desk, asking, claim, known);
        if ('none' in answers) missing ??= answers.none;
        else {
          readings.push(...asking.read(answers.results));
          weighted ||= answers.results.some(({ notes }) => notes.some(({ code }) => code === 'weighted'));
        }
      }
      return { readings, missing, weighted };
    },
  };
}

type Answers = { readonly results: readonly Result[] } | { readonly none: Words };

async function answersTo(
  desk: Desk,
  { measure, questions }: Asking,
  claim: Claim,
  known: Known,
): Promise<Answers> {
  const results: Result[] = [];
  try {
    for (const question of questions) {
      const key = JSON.stringify([measure.name, question]);
      const answer = known.get(key) ?? ask(desk, measure, question);
      known.set(key, answer);
      results.push(await answer);
    }
  } catch (error) {
    if (isNothingLoaded(error)) return { none: nothingLoaded };
    if (!(error instanceof MercatoError)) throw error;
    const { organisation } = error.data;
    if (typeof organisation === 'string') return { none: await nobodyThere(desk, organisation) };
    if (error.code !== 'parameter' && error.code !== 'usage') throw error;
    throw new MercatoError('claim', `claim ${claim.id} (${claim.at}): ${error.message}`, { cause: error });
  }
  return { results };
}

async function nobodyThere({ known }: Desk, id: string): Promise<Words> {
  const title = (await known()).registry.find((organisation) => organisation.id === id)?.title ?? id;
  return inBoth((lang) =>
    lang === 'en'
      ? `nobody in the data is or was at ${title}`
      : `personne dans les données n’est ni n’a été chez ${title}`,
  );
}

/** What is missing where nothing is loaded that a measure reads. */
export const nothingLoaded: Words = {
  en: 'nothing is loaded that it could be measured on',
  fr: 'rien n’est chargé sur quoi le mesurer',
};

/** Whether an error says that no data are loaded. */
export function isNothingLoaded(error: unknown): boolean {
  return (
    error instanceof MercatoError &&
    error.code === 'warehouse' &&
    /^nothing\b.* is loaded/.test(error.message)
  );
}
