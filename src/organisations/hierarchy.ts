import type { Level, OrganisationKind, View } from '../records/index.js';

/** An organisation above another from a month up to, not including, another; null is always, or still. */
export interface Link {
  readonly organisation: number;
  readonly parent: number;
  readonly since: number | null;
  readonly until: number | null;
}

/** A stretch of months in which an organisation stands at one and the same other; null is always, or still. */
export interface Standing {
  readonly organisation: number;
  readonly stands: number;
  readonly since: number | null;
  readonly until: number | null;
  /** Number of the stretch of the organisation, from 0. */
  readonly nth: number;
}

/** Organisations above one another in time. */
export interface Hierarchy {
  readonly kinds: ReadonlyMap<number, OrganisationKind | null>;
  readonly links: ReadonlyMap<number, readonly Link[]>;
}

/** More stretches than these cannot be numbered, and no organisation has changed hands so often. */
export const mostStretches = 30;

/** Puts links in order: those of each organisation by when they begin. */
export function hierarchyOf(
  kinds: ReadonlyMap<number, OrganisationKind | null>,
  links: readonly Link[],
): Hierarchy {
  const grouped = new Map<number, Link[]>();
  for (const link of links) grouped.set(link.organisation, [...(grouped.get(link.organisation) ?? []), link]);
  for (const some of grouped.values()) some.sort((a, b) => (a.since ?? 0) - (b.since ?? 0));
  return { kinds, links: grouped };
}

/**
 * Which organisations is one in, in a month: itself, its parent, and so on upwards?
 *
 * @param month `year * 12 + month`, or null for today: links that have not ended
 */
export function lineage({ links }: Hierarchy, organisation: number, month: number | null): readonly number[] {
  const line = [organisation];
  for (let at = organisation; ; ) {
    const link = links.get(at)?.find((each) => holds(each, month));
    if (link === undefined || line.includes(link.parent)) return line;
    line.push(link.parent);
    at = link.parent;
  }
}

/**
 * Where does an organisation stand at a level? `unit` is itself; `company` the nearest of its line that is no lab or unit, else
 * the topmost; `group` the topmost.
 */
export function standsAt(hierarchy: Hierarchy, line: readonly number[], level: Level): number {
  const top = line.at(-1) as number;
  if (level === 'group') return top;
  if (level === 'unit') return line[0] as number;
  return line.find((each) => !isPart(hierarchy.kinds.get(each) ?? null)) ?? top;
}

/**
 * Where do organisations with parents stand over time?
 *
 * Under a named organisation they stand at it, the nearest where several are above them; else at their level. `pro-forma`
 * takes today's links for all time. Rows: one per organisation and stretch, in order; organisations that always stand at themselves are left out.
 *
 * @param named organisations that are named, and so hold all below them
 */
export function standings(
  hierarchy: Hierarchy,
  level: Level,
  view: View,
  named: ReadonlySet<number> = new Set(),
): readonly Standing[] {
  const stand = (line: readonly number[]): number =>
    line.find((each) => named.has(each)) ?? standsAt(hierarchy, line, level);
  return [...hierarchy.links.keys()]
    .sort((a, b) => a - b)
    .flatMap((organisation) => {
      const stretches = stretchesOf(hierarchy, organisation, view, stand);
      return stretches.length === 1 && stretches[0]?.stands === organisation ? [] : stretches;
    });
}

/** Every organisation that is or was above another or itself, by stretches of months. */
export function lines(
  hierarchy: Hierarchy,
  organisations: Iterable<number>,
  view: View,
): readonly Standing[] {
  return [...organisations].flatMap((organisation) => {
    const depth = Math.max(
      ...boundaries(hierarchy, organisation, view).map(
        (month) => lineage(hierarchy, organisation, view === 'pro-forma' ? null : (month ?? 0)).length,
      ),
    );
    return Array.from({ length: depth }, (_, i) => i).flatMap((i) =>
      stretchesOf(hierarchy, organisation, view, (line) => line[i] ?? null),
    );
  });
}

/** Whether the organisations named hold other people than they do at the level. */
export function holdMore(
  hierarchy: Hierarchy,
  level: Level,
  view: View,
  named: ReadonlySet<number>,
): boolean {
  const held = (rows: readonly Standing[]): string =>
    JSON.stringify(rows.filter((row) => named.has(row.stands) || named.has(row.organisation)));
  return held(standings(hierarchy, level, view)) !== held(standings(hierarchy, level, view, named));
}

function stretchesOf(
  hierarchy: Hierarchy,
  organisation: number,
  view: View,
  stand: (line: readonly number[]) => number | null,
): readonly Standing[] {
  const months = boundaries(hierarchy, organisation, view);
  const found: Standing[] = [];
  months.forEach((month, i) => {
    const stands = stand(lineage(hierarchy, organisation, view === 'pro-forma' ? null : (month ?? 0)));
    const until = months[i + 1] ?? null;
    const last = found.at(-1);
    if (last !== undefined && last.stands === stands && last.until === month)
      found[found.length - 1] = { ...last, until };
    else if (stands !== null) found.push({ organisation, stands, since: month, until, nth: found.length });
  });
  if (found.length > mostStretches)
    throw new RangeError(`more than ${mostStretches} changes of parent: ${organisation}`);
  return found;
}

/** Months at which something above an organisation changes, the first being null: always. */
function boundaries(hierarchy: Hierarchy, organisation: number, view: View): readonly (number | null)[] {
  if (view === 'pro-forma') return [null];
  const months = new Set<number>();
  const met = new Set<number>();
  const open = [organisation];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (met.has(at)) continue;
    met.add(at);
    for (const { since, until, parent } of hierarchy.links.get(at) ?? []) {
      for (const month of [since, until]) if (month !== null) months.add(month);
      open.push(parent);
    }
  }
  return [null, ...[...months].sort((a, b) => a - b)];
}

function holds({ since, until }: Link, month: number | null): boolean {
  return month === null
    ? until === null
    : (since ?? 0) <= month && month < (until ?? Number.POSITIVE_INFINITY);
}

function isPart(kind: OrganisationKind | null): boolean {
  return kind === 'lab' || kind === 'unit';
}
