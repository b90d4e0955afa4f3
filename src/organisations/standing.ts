import { type Level, type OrganisationKind, standingTable, type View } from '../records/index.js';
import { list, onceIn, sql, type Warehouse } from '../warehouse/index.js';
import { fill } from './_fill.js';
import { type Hierarchy, hierarchyOf, type Link, lines, type Standing, standings } from './hierarchy.js';

/** Names of the tables that say where organisations stand. */
export interface StandingTables {
  /** Where organisations stand at the level and the view. */
  readonly standing: string;
  /** What is or was above organisations of the hierarchy and parties to events, and they themselves. */
  readonly line: string;
  /** The topmost owner of each of those. */
  readonly grouping: string;
}

/** What decides where organisations stand. */
export interface Stance {
  readonly level: Level;
  readonly view: View;
  /** Organisations that are named, and so hold all below them. */
  readonly named: ReadonlySet<number>;
}

/** The hierarchy that a database keeps. */
export function hierarchyIn(warehouse: Warehouse): Promise<Hierarchy> {
  return onceIn(warehouse, 'hierarchy', () => readHierarchy(warehouse));
}

async function readHierarchy(warehouse: Warehouse): Promise<Hierarchy> {
  const links = await warehouse.query<Link & { [column: string]: number | null }>(
    sql`select organisation, parent, since, until from parent order by organisation, since nulls first`,
  );
  const linked = [...new Set(links.flatMap(({ organisation, parent }) => [organisation, parent]))];
  const kinds = await warehouse.query<{ organisation: number; kind: OrganisationKind | null }>(
    sql`select organisation, kind from organisation where organisation in ${list(linked)}`,
  );
  return hierarchyOf(new Map(kinds.map(({ organisation, kind }) => [organisation, kind])), links);
}

/** Organisations that are in the hierarchy or have a part in an event with another. */
export async function tiedIn(warehouse: Warehouse, hierarchy: Hierarchy): Promise<ReadonlySet<number>> {
  const parties = await warehouse.query<{ organisation: number }>(
    sql`select organisation from event where other is not null union select other from event where other is not null`,
  );
  const tied = new Set(parties.map(({ organisation }) => organisation));
  for (const [organisation, links] of hierarchy.links) {
    for (const each of [organisation, ...links.map(({ parent }) => parent)]) tied.add(each);
  }
  return tied;
}

/** Keeps where organisations stand, as tables with the columns of `standingTable`; those of owners for this session alone. */
export async function keepStandings(
  warehouse: Warehouse,
  tables: StandingTables,
  hierarchy: Hierarchy,
  { level, view, named }: Stance,
  kept: 'stored' | 'session' = 'session',
): Promise<void> {
  const tied = await tiedIn(warehouse, hierarchy);
  const above = lines(
    hierarchy,
    [...tied].sort((a, b) => a - b),
    view,
  );
  const grouped = standings(hierarchy, 'group', view);
  const apart = new Set(grouped.map(({ organisation }) => organisation));
  const alone = [...tied].filter((organisation) => !apart.has(organisation)).map(itself);
  const keep = (name: string, scope: 'stored' | 'session', rows: readonly Standing[]) =>
    fill(
      warehouse,
      { ...standingTable, name },
      scope,
      rows.map((row) => ({ ...row })),
    );
  await keep(tables.standing, kept, standings(hierarchy, level, view, named));
  await keep(tables.line, 'session', above);
  await keep(tables.grouping, 'session', [...grouped, ...alone]);
}

function itself(organisation: number): Standing {
  return { organisation, stands: organisation, since: null, until: null, nth: 0 };
}
