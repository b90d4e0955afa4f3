import { describe, expect, it } from 'vitest';
import { parseRegistry } from '../../src/organisations/index.js';
import { formatMonth } from '../../src/records/index.js';
import { writeReport } from '../../src/report/index.js';
import { type CvRow, inWorld } from '../world.js';

const registry = parseRegistry(
  `organisations:
  - id: alpha
    title: Alpha
    kind: company
    events: [{event: acquired, by: omega, announced: '2022-05', on: '2022-07', source: 'https://example.org/alpha'}]
    source: https://example.org/alpha
  - {id: beta, title: Beta, kind: company, source: 'https://example.org/beta'}
  - {id: gamma, title: Gamma, kind: company, source: 'https://example.org/gamma'}
  - {id: omega, title: Omega, kind: company, source: 'https://example.org/omega'}
`,
  'report.yaml',
);

/** So many people a month go from one place to another, from 2019 on; more after a month. */
function going(from: string, to: string, each: number, then = each): CvRow[] {
  const first = 2019 * 12 + 1;
  return Array.from({ length: 70 }, (_, i) => i).flatMap((i) =>
    Array.from({ length: first + i < 2022 * 12 + 7 ? each : then }, (_, n): CvRow[] => [
      [`${from}-${to}-${i}-${n}`, from, formatMonth(first + i - 12), formatMonth(first + i)],
      [`${from}-${to}-${i}-${n}`, to, formatMonth(first + i), ''],
    ]).flat(),
  );
}

const rows = [
  ...going('Alpha', 'Beta', 1, 3),
  ...going('Beta', 'Gamma', 2),
  ...going('Gamma', 'Beta', 1),
  ...going('Gamma', 'Alpha', 1),
];

async function reportOf(given: readonly CvRow[], lang: 'en' | 'fr'): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  await inWorld(
    given,
    async (world) => {
      await writeReport(world, { lang, write: async (name, text) => void files.set(name, text) });
    },
    { registry },
  );
  return files;
}

describe('the section of studies', () => {
  it('studies departures after a takeover, at both of its dates', async () => {
    const files = await reportOf(rows, 'en');
    const [, ...lines] = (files.get('data/studies.csv') ?? '').trim().split('\r\n');
    expect(lines.map((line) => line.split(',').slice(0, 4))).toEqual([
      ['Alpha', 'any other organisation', '2022-05', 'announced'],
      ['Alpha', 'any other organisation', '2022-07', 'effective'],
    ]);
    expect(files.get('index.html')).toContain('Did it work?');
  });

  it('says so where no event can be studied', async () => {
    const files = await reportOf(rows.slice(0, 20), 'fr');
    expect(files.get('index.html')).toContain('Aucun événement avec assez de mois de chaque côté');
    expect(files.has('data/studies.csv')).toBe(false);
  });
});
