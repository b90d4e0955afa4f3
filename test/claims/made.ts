import { type Claim, claimSchema } from '../../src/claims/index.js';

/** A claim with what a test is about, and the least of everything else. */
export function made(id: string, rest: Record<string, unknown> = {}): Claim {
  const written = {
    id,
    says: { en: `Claim ${id}.`, fr: `Affirmation ${id}.` },
    claimant: { name: 'The Daily Ferret' },
    where: 'The Daily Ferret',
    on: '2025-06',
    firmness: 'asserted',
    check: { none: 'opinion' },
    source: 'https://example.org/ferret',
    ...rest,
  };
  return { ...claimSchema.parse(written), at: `claims.yaml:${id}` };
}
