import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ClaimAnswer, ClaimsAnswer } from '../../src/server/index.js';
import { useApi } from '../app/api.js';
import { useWords } from '../app/language.js';
import { Link } from '../app/link.js';
import type { Interval } from '../charts/forest.js';
import { Verdict } from '../controls/verdict.js';
import { duel as words } from '../words/duel.js';

/** Claims about two organisations. */
export function useSaid(a: string, b: string): UseQueryResult<ClaimsAnswer> {
  return useApi<ClaimsAnswer>('/api/claims', { organisation: [a, b] });
}

/** What the press said of two organisations, each with its verdict; nothing where it said nothing. */
export function Said({ claims }: { readonly claims: readonly ClaimAnswer[] }): ReactNode {
  const w = useWords(words);
  if (claims.length === 0) return null;
  return (
    <section>
      <h2>{w.said}</h2>
      <p className="lead">{w.saidLead}</p>
      <ul className="told">
        {claims.map((claim) => (
          <li key={claim.id}>
            <Verdict of={claim.verdict} />
            <span>
              {claim.figures.length > 0 && (
                <>
                  <strong>{claim.claimed}</strong>
                  {' — '}
                </>
              )}
              <Link to={`/claims?id=${encodeURIComponent(claim.id)}`}>{claim.says}</Link>{' '}
              <span className="soft">({claim.claimant.name})</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Flow ratios that were printed, in the direction that is shown, each once. */
export function printedOf(
  claims: readonly ClaimAnswer[],
  from: string,
  label: (who: string) => string,
): readonly Interval[] {
  const rows = claims.flatMap((claim) => {
    const [figure] = claim.figures;
    if (claim.measure !== 'ratio' || figure?.unit !== 'ratio' || figure.amount <= 0) return [];
    const amount = claim.of[0]?.title === from ? figure.amount : 1 / figure.amount;
    return [{ label: label(claim.claimant.name), value: amount, low: amount, high: amount, printed: true }];
  });
  return rows.filter((row, nth) => rows.findIndex(({ value }) => value === row.value) === nth);
}
