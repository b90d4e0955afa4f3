import * as z from 'zod';
import { dataLine } from '../dataLine.js';
import { loadedOf, sources, tableSources } from '../sources/index.js';
import { type Endpoint, jsonOf } from './endpoint.js';

/** What is served: the data, its sources with their licences, and what is withheld. */
export const status: Endpoint = {
  path: '/api/status',
  summary: 'What is loaded: sources, licences, versions and counts, and the least count that is shown',
  parameters: [],
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
  }),
  async run({ snapshot, serving }) {
    const { warehouse } = snapshot.desk;
    const data = await dataLine(snapshot.desk);
    const counts = await loadedOf(warehouse);
    const shown = (count: number): number | null => (count < serving.minCell ? null : count);
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
    });
  },
};
