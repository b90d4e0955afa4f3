import { type Claim, joinClaims, parseClaims } from '../../src/claims/index.js';
import { parseRegistry } from '../../src/organisations/index.js';
import type { CvRow } from '../world.js';

/** Two rivals, a lab that one of them bought, and a firm at which nobody is. */
export const registry = parseRegistry(
  `organisations:
  - {id: alder, title: Alder, kind: company, source: 'https://example.org/alder'}
  - {id: birch, title: Birch, kind: company, source: 'https://example.org/birch'}
  - id: cedar
    title: Cedar
    kind: company
    parents: [{id: birch, since: 2022-07}]
    events: [{event: acquired, by: birch, on: 2022-07, source: 'https://example.org/cedar'}]
    source: https://example.org/cedar
  - id: dogwood
    title: Dogwood
    kind: company
    events: [{event: founded, on: 2021, source: 'https://example.org/dogwood'}]
    officers: [{name: Vera Lind, office: founder, source: 'https://example.org/dogwood'}]
    source: https://example.org/dogwood
`,
  'trees.yaml',
);

/** So many people who go from one employer to another in a month, after two years at the first. */
export function movers(count: number, from: string, to: string, month: string): readonly CvRow[] {
  const start = `${Number(month.slice(0, 4)) - 2}${month.slice(4)}`;
  return Array.from({ length: count }, (_, i) => `${from}-${to}-${month}-${i}`).flatMap((person): CvRow[] => [
    [person, from, start, month],
    [person, to, month, ''],
  ]);
}

/** Claims as a file has them: the lines that differ from a claim of May 2024 in a gazette. */
export function claimsOf(...texts: readonly string[]): readonly Claim[] {
  const claims = texts.map((text, i) => {
    const own = text.split('\n').map((line) => line.trim());
    const has = (key: string): boolean => own.some((line) => line.startsWith(`${key}:`));
    const usual = [
      `id: claim-${i + 1}`,
      'says: {en: Something is said., fr: Quelque chose est dit.}',
      'claimant: {name: A gazette}',
      'where: A gazette',
      'on: 2024-05',
      'firmness: reported',
      'source: https://example.org/claims',
    ].filter((line) => !has(line.slice(0, line.indexOf(':'))));
    return `  - ${[...usual, ...own].join('\n    ')}\n`;
  });
  const ids = new Set(registry.map(({ id }) => id));
  return joinClaims([parseClaims(`claims:\n${claims.join('')}`, 'claims.yaml')], ids);
}
