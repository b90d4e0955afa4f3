import * as z from 'zod';
import { verdicts } from '../claims/index.js';
import { dataLine } from '../dataLine.js';
import { answersTo, followedMonths, rangeNote, type Told, words } from '../report/index.js';
import { inTurn } from '../turn.js';
import { type Endpoint, langParameter, wordsOf } from './endpoint.js';
import { verdictsOf } from './verdicts.js';

const form = z.object({
  heading: z.string(),
  lead: z.string(),
  notes: z.array(z.string()).describe('what to bear in mind when reading the answers'),
  questions: z.array(
    z.object({
      asks: z.string(),
      short: z.array(z.string()).describe('the answer, in sentences'),
      measured: z.array(z.string()),
      claims: z.array(
        z.object({ id: z.string(), verdict: z.enum(verdicts), says: z.string(), claimant: z.string() }),
      ),
      changed: z
        .array(z.string())
        .describe('what the measures beyond ratios changed for claims that bear on it'),
      missing: z.array(z.string()).describe('what is missing for more of an answer'),
    }),
  ),
});
/** The four questions with their answers. */
export type QuestionsAnswer = z.output<typeof form>;

/** The four questions of June 2025. */
export const questions: Endpoint = {
  path: '/api/questions',
  summary: 'The four questions of June 2025, answered from measures and verdicts, or with what is missing',
  parameters: [langParameter],
  answer: form,
  async run(asking) {
    const { snapshot, serving, lang } = asking;
    const w = words[lang];
    const claimed = await verdictsOf(asking);
    const data = await inTurn(snapshot.behind.warehouse, () => dataLine(snapshot.behind));
    const told: Told = { lang, w, data, minCell: serving.minCell, months: followedMonths, wages: false };
    const range = rangeNote(told, claimed);
    return wordsOf(
      {
        heading: w.questions.heading,
        lead: w.questions.lead,
        notes: [...(data.simulated ? [w.questions.simulated] : []), ...(range === '' ? [] : [range])],
        questions: (answersTo(told, claimed) ?? []).map((answer) => ({
          asks: answer.asks,
          short: answer.short,
          measured: answer.measured.map((line) => `${line}.`),
          claims: answer.claims.map(({ claim, verdict }) => ({
            id: claim.id,
            verdict,
            says: claim.says[lang],
            claimant: claim.claimant.name[lang],
          })),
          changed: answer.changed,
          missing: answer.missing,
        })),
      },
      lang,
    );
  },
};
