import { claimedOf } from '../claims/index.js';
import type { ReleasedRow } from '../release/index.js';
import type { ShownClaim, ShownEstimate } from './disclose.js';
import { formatNumber } from './format.js';
import type { Frame } from './frame.js';
import { reasonOf, relaysOf } from './reasons.js';
import type { Sheet } from './table.js';

/** Every claim on a line. */
export function claimsSheet(frame: Frame, claims: readonly ShownClaim[]): Sheet {
  const { lang, w } = frame;
  return {
    name: 'claims',
    caption: w.claims.claimsTable,
    folded: true,
    columns: [
      { name: 'claim', kind: 'text' },
      { name: 'verdict', kind: 'text', say: w.claims.verdicts },
      { name: 'says', kind: 'text' },
      { name: 'claimant', kind: 'text' },
      { name: 'role', kind: 'text', filed: true },
      { name: 'stake', kind: 'text', filed: true },
      { name: 'where', kind: 'text', filed: true },
      { name: 'said_on', kind: 'day' },
      { name: 'relays', kind: 'text', filed: true },
      { name: 'firmness', kind: 'text', say: w.claims.firmness },
      { name: 'figure', kind: 'text' },
      { name: 'on_people', kind: 'text', say: w.claims.on, filed: true },
      { name: 'reason', kind: 'text' },
      { name: 'source', kind: 'text', filed: true },
    ],
    rows: claims.map((shown) => ({
      claim: shown.claim.id,
      verdict: shown.verdict,
      says: shown.claim.says[lang],
      claimant: shown.claim.claimant.name[lang],
      role: shown.claim.claimant.role?.[lang] ?? null,
      stake: shown.claim.claimant.stake?.[lang] ?? null,
      where: shown.claim.where[lang],
      said_on: shown.claim.on,
      relays: relaysOf(shown, lang) || null,
      firmness: shown.claim.firmness,
      figure: claimedOf(shown.claim)[lang],
      on_people: shown.on,
      reason: reasonOf(shown, lang),
      source: shown.claim.source,
    })),
    of: sheetSource(frame, 'claims'),
  };
}

/** Every definition of every claim that is measured, as far as it may be shown. */
export function estimatesSheet(frame: Frame, claims: readonly ShownClaim[]): Sheet {
  const { w } = frame;
  return {
    name: 'estimates',
    caption: w.claims.estimatesTable,
    folded: true,
    columns: [
      { name: 'claim', kind: 'text' },
      { name: 'figure', kind: 'text' },
      { name: 'under', kind: 'text' },
      { name: 'outcome', kind: 'text', say: w.claims.verdicts },
      { name: 'value', kind: 'figure' },
      { name: 'limits', kind: 'figure', limits: ['value_low', 'value_high'] },
      { name: 'counts', kind: 'text' },
    ],
    rows: claims.flatMap((shown) => shown.estimates.map((estimate) => estimateRow(frame, shown, estimate))),
    of: sheetSource(frame, 'estimates'),
  };
}

function estimateRow({ lang, w, material }: Frame, { claim }: ShownClaim, e: ShownEstimate): ReleasedRow {
  const row = {
    claim: claim.id,
    figure: claimedOf(claim)[lang],
    under: e.definition[lang],
    outcome: e.outcome,
  };
  if (e.hidden !== null) {
    const cell = { withheld: e.hidden === 'few' ? `n<${material.minCell}` : w.claims.notShown };
    return { ...row, value: cell, value_low: cell, value_high: cell, counts: cell };
  }
  const known: Readonly<Record<string, string>> = w.columns;
  const counts = Object.entries(e.counts).map(
    ([name, count]) => `${known[name] ?? name} ${formatNumber(count, 'count', lang)}`,
  );
  return { ...row, value: e.value, value_low: e.low, value_high: e.high, counts: counts.join(', ') || null };
}

/** What a table of claims says of where it comes from. */
export function sheetSource({ material }: Frame, measure: string): Sheet['of'] {
  return { measure, parameters: {}, data: material.data, notes: [], minCell: material.minCell };
}
