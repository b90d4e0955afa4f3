import { type Level, type OrganisationKind, standingTable, type View } from '../records/index.js';
import { list, sql, type Warehouse } from '../warehouse/index.js';
import { fill } from './_fill.js';
import { type Hierarchy, hierarchyOf, type Link, lines, type Standing, standings } from './hierarchy.js';

/** Names of the session tables that say where organisations stand. */
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
export async function hierarchyIn(warehouse: Warehouse): Promise<Hierarchy> {
  const links = await warehouse.query<Link & { [column: string]: number | null }>(
    sql`select organisation, parent, since, until from parent order by organisation, since nulls first`,
  );
  const linked = [...new Set(links.flatMap(({ organisation, parent }) => [organisation, parent]))];
  const kinds = await warehouse.query<{ organisation: number; kind: OrganisationKind | null }>(
    sql`select organisation, kind from organisation where organisation in ${list(linked)}`,
  );
  return hierarchyOf(new Map(kinds.map(({ organisation, kind }) => [organisation, kind])), links);
}

/** Keeps where organisations stand, as session tables with the columns of `standingTable`. */
export async function keepStandings(
  warehouse: Warehouse,
  tables: StandingTables,
  hierarchy: Hierarchy,
  { level, view, named }: Stance,
): Promise<void> {
  const parties = await warehouse.query<{ organisation: number }>(
    sql`select organisation from event where other is not null union select other from event where other is not null`,
  );
  const tied = new Set(parties.map(({ organisation }) => organisation));
  for (const [organisation, links] of hierarchy.links) {
    for (const each of [organisation, ...links.map(({ parent }) => parent)]) tied.add(each);
  }
  const above = lines(
    hierarchy,
    [...tied].sort((a, b) => a - b),
    view,
  );
  const grouped = standings(hierarchy, 'group', view);
  const apart = new Set(grouped.map(({ organisation }) => organisation));
  const alone = [...tied].filter((organisation) => !apart.has(organisation)).map(itself);
  const keep = (name: string, rows: readonly Standing[]) =>
    fill(
      warehouse,
      { ...standingTable, name },
      'session',
      rows.map((row) => ({ ...row })),
    );
  await keep(tables.standing, standings(hierarchy, level, view, named));
  await keep(tables.line, above);
  await keep(tables.grouping, [...grouped, ...alone]);
}

function itself(organisation: number): Standing {
  return { organisation, stands: organisation, since: null, until: null, nth: 0 };
}
