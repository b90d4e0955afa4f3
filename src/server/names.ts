import * as z from 'zod';
import { doubts } from '../organisations/index.js';
import { inTurn } from '../turn.js';
import { type Endpoint, jsonOf } from './endpoint.js';
import type { Snapshot } from './serving.js';

const most = 200;
const found = new WeakMap<Snapshot, ReturnType<typeof doubts>>();

/** Names of employers that somebody should look at, as far as enough people write them. */
export const doubtfulNames: Endpoint = {
  path: '/api/names',
  summary: 'Names of employers that are least sure, most spells first',
  parameters: [],
  answer: z.object({
    names: z.array(
      z.object({
        doubt: z.enum(['ambiguous', 'unsure', 'unregistered']),
        name: z.string(),
        title: z.string().nullable(),
        how: z.string(),
        score: z.number(),
        spells: z.int(),
        people: z.int(),
      }),
    ),
  }),
  async run({ snapshot, serving }) {
    const names = await namesOf(snapshot);
    return jsonOf({
      names: names
        .filter(({ people }) => people >= serving.minCell)
        .map(({ doubt, name, title, how, score, spells, people }) => ({
          doubt,
          name,
          title,
          how,
          score,
          spells,
          people,
        })),
    });
  },
};

/** Looked for once, for all who ask. */
function namesOf(snapshot: Snapshot): ReturnType<typeof doubts> {
  const { warehouse } = snapshot.behind;
  const names = found.get(snapshot) ?? inTurn(warehouse, () => doubts(warehouse, most));
  found.set(snapshot, names);
  names.catch(() => found.delete(snapshot));
  return names;
}
