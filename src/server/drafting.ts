import * as z from 'zod';
import { figureIn } from '../claims/index.js';
import { MercatoError } from '../errors.js';
import type { Organisation } from '../organisations/index.js';
import type { Lang } from '../report/index.js';

/** The form of claims drafted from a text. */
export const draftForm = z.object({
  lang: z.enum(['en', 'fr']).describe('the language of the article'),
  sentences: z.int(),
  masked: z.int().describe('people whose names are masked'),
  claims: z.array(
    z.object({
      id: z.string(),
      sentence: z.string().describe('as in the article, with the names of private people masked'),
      line: z.int(),
      claimant: z.string(),
      on: z.string(),
      firmness: z.string(),
      comparator: z.string().nullable(),
      figures: z.array(z.string()).describe('figures as a reader of the language would print them'),
      check: z.string().describe('what would check it'),
      of: z.array(z.string()).describe('ids of the organisations'),
      names: z.array(z.string()).describe('their names; ? where it is not sure'),
    }),
  ),
  yaml: z.string().describe('the draft as a file of claims for a person to correct; ? where it is not sure'),
});

/** Claims drafted from a text. */
export type DraftAnswer = z.output<typeof draftForm>;

/** A text to draft, and what it is read with. */
export interface Drafting {
  readonly text: string;
  readonly registry: readonly Organisation[];
  /** Language of the figures and of the comments in the file. */
  readonly lang: Lang;
}

/**
 * The claims of a text as drafted. It may take seconds, in which nothing else is done.
 *
 * @throws MercatoError `parameter` where it is no text, or of another language
 */
export async function draftAnswer({ text, registry, lang }: Drafting): Promise<DraftAnswer> {
  const { draftOf, readArticle, writeDraft } = await import('../draft/index.js');
  const draft = asAsked(() => draftOf(readArticle(new TextEncoder().encode(text), 'text'), registry, 'text'));
  return {
    lang: draft.lang,
    sentences: draft.sentences,
    masked: draft.masked,
    claims: draft.claims.map(({ id, claimant, on, firmness, comparator, figures, check, draft: own }) => {
      const of = 'measure' in check ? [...check.of] : 'fact' in check ? [check.organisation] : [];
      return {
        id,
        sentence: own.sentence,
        line: own.place.line,
        claimant: claimant.name,
        on,
        firmness,
        comparator: comparator ?? null,
        figures: figures.map(({ unit, ...figure }) =>
          unit === '?' ? `${figure.printed} ?` : figureIn({ ...figure, unit }, lang),
        ),
        check: 'measure' in check ? check.measure : 'fact' in check ? check.fact : check.none,
        of,
        names: of.map((id) => registry.find((one) => one.id === id)?.title ?? id),
      };
    }),
    yaml: writeDraft(draft, 'text', lang),
  };
}

/** What is wrong with the text is the caller's to mend. */
function asAsked<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof MercatoError && error.code === 'source') {
      throw new MercatoError('parameter', error.message, { cause: error });
    }
    throw error;
  }
}
