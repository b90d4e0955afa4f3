import type { DatalessCheck } from '../claims/index.js';
import type { ShownClaim } from './disclose.js';

/** How a claim stands to another. */
export interface Link {
  readonly from: ShownClaim;
  readonly to: ShownClaim;
  readonly kind: 'disputes' | 'mutates' | 'conflicts' | 'differs';
  /** Parts disputed; the quantity for a relay that changes it. */
  readonly parts: readonly ('figure' | 'scope' | 'receipt' | 'whole' | 'quantity')[];
}

/**
 * Which claims stand against one another?
 *
 * Disputes, relays that change a claim; and between two that neither links yet, conflicts that a check found, or another figure that rounding
 * allows. Rows: in the order of the claims; a conflict once.
 */
export function linksOf(claims: readonly ShownClaim[]): readonly Link[] {
  const byId = new Map(claims.map((shown) => [shown.claim.id, shown]));
  const links: Link[] = [];
  for (const from of claims) {
    const { disputes, mutates } = from.claim;
    for (const id of new Set(disputes.map(({ claim }) => claim))) {
      const to = byId.get(id);
      const parts = disputes.filter(({ claim }) => claim === id).map(({ part }) => part);
      if (to) links.push({ from, to, kind: 'disputes', parts });
    }
    const changed = mutates && byId.get(mutates.claim);
    if (changed) links.push({ from, to: changed, kind: 'mutates', parts: ['quantity'] });
  }
  for (const from of claims) {
    for (const check of from.checks) {
      const kind = conflictIn(check);
      if (kind === null) continue;
      for (const id of check.claims) {
        const to = byId.get(id);
        if (to && to !== from && !links.some((link) => joins(link, from, to)))
          links.push({ from, to, kind, parts: [] });
      }
    }
  }
  return links;
}

/** Claims that links join, group by group, the largest first; in each the claim that most stand against first. */
export function groupsOf(links: readonly Link[]): readonly (readonly ShownClaim[])[] {
  const groups: Set<ShownClaim>[] = [];
  for (const { from, to } of links) {
    const met = groups.filter((group) => group.has(from) || group.has(to));
    const whole = new Set([...met.flatMap((group) => [...group]), from, to]);
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push(whole);
  }
  const against = (shown: ShownClaim): number => links.filter(({ to }) => to === shown).length;
  return groups
    .map((group) => [...group].sort((a, b) => against(b) - against(a)))
    .sort((a, b) => b.length - a.length);
}

function conflictIn({ kind, numbers }: DatalessCheck): 'conflicts' | 'differs' | null {
  if (kind !== 'conflict') return null;
  if (numbers.agrees === 0) return 'conflicts';
  return numbers.agrees === 1 && numbers.figure !== numbers.other ? 'differs' : null;
}

function joins({ from, to }: Link, one: ShownClaim, other: ShownClaim): boolean {
  return (from === one && to === other) || (from === other && to === one);
}
