import { buildCareers } from './careers/index.js';
import type { Context, Note, Subject } from './measures/index.js';
import {
  type Hierarchy,
  hierarchyIn,
  holdMore,
  keepStandings,
  lineage,
  lines,
} from './organisations/index.js';
import { episodeTable, type Level, moveTable, type View } from './records/index.js';
import { nobodyAt } from './subjects.js';
import { list, sql, type Warehouse } from './warehouse/index.js';

/** Parameters that decide which derived tables answer. */
export interface Scoping {
  readonly level: Level;
  readonly view: View;
  readonly closeStale: boolean;
}

/** The derived tables that answer a question, and what they hold. */
export type Scope = Pick<Context, 'tables' | 'taken'>;

/** The stored tables, for questions that ask nothing of careers. */
export const stored: Scope = {
  tables: { episode: episodeTable.name, move: moveTable.name, standing: 'standing' },
  taken: [],
};

/**
 * Which tables answer a question? The stored ones where level, view and named organisations ask for nothing else; else tables
 * of this session, of everybody at a level and a view, or of the people of the organisations named, which hold all below them.
 *
 * @param everybody whether people who were never at the organisations named are kept as well
 * @throws MercatoError `parameter` where nobody is at or below an organisation that is named
 */
export async function scopeOf(
  warehouse: Warehouse,
  subjects: readonly Subject[],
  members: readonly number[],
  { level, view, closeStale }: Scoping,
  everybody = false,
): Promise<Scope> {
  const hierarchy = await hierarchyIn(warehouse);
  await checkPeople(warehouse, hierarchy, subjects);
  const { named, own, key: held } = heldBy(hierarchy, subjects, members, { level, view, closeStale });
  const key = own && everybody ? `${held}_all` : held;
  const usual = level === 'company' && view === 'point-in-time' && !closeStale && !own;
  const tables = {
    ...(usual
      ? { episode: episodeTable.name, move: moveTable.name }
      : { episode: `episode_${key}`, move: `move_${key}` }),
    standing: `standing_${key}`,
  };
  if (!(await warehouse.has(tables.standing)) || !(await warehouse.has(tables.episode))) {
    const standings = { standing: tables.standing, line: 'line', grouping: 'grouping' };
    await keepStandings(warehouse, standings, hierarchy, { level, view, named: own ? named : new Set() });
    if (!usual) {
      await buildCareers(
        warehouse,
        tables,
        'session',
        { closeStale, ...(own && !everybody ? { at: [...named] } : {}) },
        standings,
      );
    }
    for (const table of [standings.line, standings.grouping]) await warehouse.drop(table);
  }
  await keepRecent(warehouse, tables, usual);
  return { tables, taken: own ? takenOf(hierarchy, subjects, view) : [] };
}

/** Scopes of a session that are kept; an older one is built again when it is asked for. */
const mostKept = 24;
const kept = new WeakMap<Warehouse, Map<string, readonly string[]>>();

/** Remembers a scope as the one used last, and drops the tables of the one used longest ago where they are too many. */
async function keepRecent(warehouse: Warehouse, tables: Context['tables'], usual: boolean): Promise<void> {
  const scopes = kept.get(warehouse) ?? new Map<string, readonly string[]>();
  kept.set(warehouse, scopes);
  const own = [tables.standing, ...(usual ? [] : [tables.episode, tables.move])];
  const before = scopes.get(tables.standing) ?? [];
  scopes.delete(tables.standing);
  scopes.set(tables.standing, [...new Set([...before, ...own])]);
  for (const [oldest, gone] of scopes) {
    if (scopes.size <= mostKept) return;
    scopes.delete(oldest);
    for (const table of gone) await warehouse.drop(table);
  }
}

/** Where organisations stand for a question that asks nothing of careers, and so of no people. */
export async function placesOf(
  warehouse: Warehouse,
  subjects: readonly Subject[],
  members: readonly number[],
  { level, view }: Pick<Scoping, 'level' | 'view'>,
): Promise<Scope> {
  const hierarchy = await hierarchyIn(warehouse);
  const { named, own, key } = heldBy(hierarchy, subjects, members, { level, view, closeStale: false });
  const standings = { standing: `standing_${key}`, line: 'line', grouping: 'grouping' };
  if (!(await warehouse.has(standings.standing))) {
    await keepStandings(warehouse, standings, hierarchy, { level, view, named: own ? named : new Set() });
    for (const table of [standings.line, standings.grouping]) await warehouse.drop(table);
  }
  const tables = { ...stored.tables, standing: standings.standing };
  await keepRecent(warehouse, tables, true);
  return { tables, taken: own ? takenOf(hierarchy, subjects, view) : [] };
}

/** Organisations that are named, whether they hold others for that, and the name of the tables that say so. */
function heldBy(
  hierarchy: Hierarchy,
  subjects: readonly Subject[],
  members: readonly number[],
  { level, view, closeStale }: Scoping,
) {
  const named = new Set([...subjects.map(({ organisation }) => organisation), ...members]);
  const own = named.size > 0 && holdMore(hierarchy, level, view, named);
  const held = own ? [...named].sort() : [];
  const key = [level, view.replaceAll('-', '_'), ...(closeStale ? ['closed'] : []), ...held].join('_');
  return { named, own, key };
}

/** Notes on what organisations hold. */
export function scopeNotes({ taken }: Context): readonly Note[] {
  return taken.map(({ whole, part }) => ({
    code: 'less_the_other',
    en: `${part} is counted for itself and not in ${whole}, which is above it and named beside it.`,
    fr: `${part} est compté pour soi et non dans ${whole}, qui est au-dessus et nommé à côté.`,
  }));
}

async function checkPeople(
  warehouse: Warehouse,
  hierarchy: Hierarchy,
  subjects: readonly Subject[],
): Promise<void> {
  const met = new Set(await peopled(warehouse, subjects, hierarchy));
  const empty = subjects.find((subject) => !met.has(subject));
  if (empty) throw nobodyAt(empty.title, empty.id);
}

/** Which of some organisations have people in the data, themselves or below them? Rows: in the order given. */
export async function peopled<Named extends { readonly organisation: number }>(
  warehouse: Warehouse,
  subjects: readonly Named[],
  known?: Hierarchy,
): Promise<readonly Named[]> {
  if (subjects.length === 0) return [];
  const hierarchy = known ?? (await hierarchyIn(warehouse));
  const below = (top: number): number[] =>
    [...hierarchy.links.keys()].filter((each) =>
      lines(hierarchy, [each], 'point-in-time').some(({ stands }) => stands === top),
    );
  const asked = subjects.map((subject) => ({
    subject,
    held: [subject.organisation, ...below(subject.organisation)],
  }));
  const met = await warehouse.query<{ organisation: number }>(
    sql`select organisation from organisation where met and organisation in ${list(asked.flatMap(({ held }) => held))}`,
  );
  const found = new Set(met.map(({ organisation }) => organisation));
  return asked.flatMap(({ subject, held }) => (held.some((each) => found.has(each)) ? [subject] : []));
}

/** Organisations named that are or were below another that is named. */
function takenOf(hierarchy: Hierarchy, subjects: readonly Subject[], view: View): Scope['taken'] {
  return subjects.flatMap((part) => {
    const above =
      view === 'pro-forma'
        ? lineage(hierarchy, part.organisation, null)
        : lines(hierarchy, [part.organisation], view).map(({ stands }) => stands);
    return subjects
      .filter(
        (whole) =>
          whole !== part && whole.organisation !== part.organisation && above.includes(whole.organisation),
      )
      .map((whole) => ({ whole: whole.title, part: part.title }));
  });
}
