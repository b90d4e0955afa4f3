import * as z from 'zod';
import { draftForm } from './drafting.js';
import { type Endpoint, jsonOf, langParameter } from './endpoint.js';

const body = z.strictObject({
  text: z.string().min(1).describe('an article in English or French, as text or HTML'),
});

/** Drafts the claims of a text that is posted; nothing of it is kept. */
export const drafted: Endpoint = {
  path: '/api/draft',
  method: 'post',
  body,
  summary:
    'Drafts the claims of a text, by its words alone; nothing of it is kept, and a person must correct it',
  parameters: [langParameter],
  answer: draftForm,
  async run({ serving, snapshot, lang, signal, body: posted }) {
    const { text } = body.parse(posted);
    const { registry } = await snapshot.desk.known();
    return jsonOf(await serving.draft({ text, registry, lang }, signal));
  },
};
