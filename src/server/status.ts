import * as z from 'zod';
import { type DataLine, dataLine } from '../dataLine.js';
import { loadedOf, sources, tableSources } from '../sources/index.js';
import { inTurn } from '../turn.js';
import { type Endpoint, jsonOf } from './endpoint.js';
import { openingOf } from './opening.js';
import type { Snapshot } from './serving.js';

/** What is served: the data, its sources with their licences, and what is withheld. */
export const status: Endpoint = {
  path: '/api/status',
  summary: 'What is loaded: sources, licences, versions and counts, and the least count that is shown',
  parameters: [],
  changes: true,
  answer: z.object({
    version: z.string(),
    observed_until: z.string(),
    simulated: z.boolean(),
    min_cell: z.int(),
    people: z.int().nullable(),
    spells: z.int().nullable(),
    organisations: z.int(),
    episodes: z.int().nullable(),
    moves: z.int().nullable(),
    sources: z.array(
      z.object({
        source: z.string(),
        title: z.string(),
        fills: z.string().describe('the table that it fills: spell, posting or filing'),
        licence: z.string().nullable(),
        homepage: z.string(),
        files: z.int(),
        spells: z.int().nullable(),
        observed_until: z.string(),
      }),
    ),
    opens_with: z
      .object({
        organisation: z.string().nullable(),
        pair: z.array(z.string()).length(2).nullable(),
        leading: z.array(z.string()),
      })
      .describe('whom the views open with where nobody has chosen, by id; null where the data has none'),
    preparing: z
      .object({ version: z.string(), done: z.int(), of: z.int() })
      .nullable()
      .describe('answers that are worked out ahead, of these data or of newer ones; null where all are'),
  }),
  async run({ snapshot, serving }) {
    const { data, counts } = await loadedIn(snapshot);
    const shown = (count: number): number | null => (count < serving.minCell ? null : count);
    const opening = await openingOf(snapshot);
    const names = [...new Set(counts.sources.map(({ source }) => source))];
    return jsonOf({
      version: data.version,
      observed_until: data.observedUntil,
      simulated: data.simulated,
      min_cell: serving.minCell,
      people: shown(counts.people),
      spells: shown(counts.spells),
      organisations: counts.organisations,
      episodes: shown(counts.episodes),
      moves: shown(counts.moves),
      sources: names.map((name) => {
        const files = counts.sources.filter(({ source }) => source === name);
        const known = [...sources, ...tableSources].find((source) => source.name === name);
        return {
          source: name,
          title: known?.title ?? name,
          fills: files[0]?.fills ?? '',
          licence: known?.licence ?? null,
          homepage: known?.homepage ?? '',
          files: files.length,
          spells: shown(files.reduce((sum, { spells }) => sum + spells, 0)),
          observed_until:
            files
              .map((f) => f.observed_until)
              .sort()
              .at(-1) ?? '',
        };
      }),
      opens_with: opening,
      preparing: serving.preparing(),
    });
  },
};

type Loaded = { readonly data: DataLine; readonly counts: Awaited<ReturnType<typeof loadedOf>> };
const loaded = new WeakMap<Snapshot, Promise<Loaded>>();

/** What is loaded does not change with a state: it is counted once. */
function loadedIn(snapshot: Snapshot): Promise<Loaded> {
  const { behind } = snapshot;
  const before = loaded.get(snapshot);
  if (before !== undefined) return before;
  const now = inTurn(behind.warehouse, async () => ({
    data: await dataLine(behind),
    counts: await loadedOf(behind.warehouse),
  }));
  loaded.set(snapshot, now);
  now.catch(() => loaded.delete(snapshot));
  return now;
}
