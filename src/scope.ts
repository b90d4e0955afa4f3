import { buildCareers } from './careers/index.js';
import type { Derivation } from './derived.js';
import {
  type Context,
  type CountTables,
  countSteps,
  leastJobs,
  type Note,
  type Subject,
} from './measures/index.js';
import {
  type Hierarchy,
  hierarchyIn,
  holdMore,
  keepStandings,
  lineage,
  lines,
  standings,
  tiedIn,
} from './organisations/index.js';
import { arrivalTable, episodeTable, type Level, moveTable, type View } from './records/index.js';
import { nobodyAt } from './subjects.js';
import { list, onceIn, sql, upTo, type Warehouse } from './warehouse/index.js';

/** Parameters that decide which derived tables answer. */
export interface Scoping {
  readonly level: Level;
  readonly view: View;
  readonly closeStale: boolean;
}

/** The tables that answer a question, what they hold, and how they are derived where they are not there. */
export interface Scope extends Pick<Context, 'tables' | 'taken'> {
  readonly derivation: Derivation;
  /** What is counted over these tables for questions to come, and how; null where nothing is. */
  readonly counts: { readonly tables: CountTables; readonly derivation: Derivation } | null;
}

/** The stored tables, for questions that ask nothing of careers. */
export const stored: Scope = {
  tables: {
    episode: episodeTable.name,
    move: moveTable.name,
    arrival: arrivalTable.name,
    standing: 'standing',
  },
  taken: [],
  derivation: { key: '', tables: [], derive: async () => undefined },
  counts: null,
};

interface Lasting {
  readonly everybody?: boolean;
  readonly lasting?: boolean;
  readonly least?: number | undefined;
}

/**
 * Which tables answer a question? The stored ones where level, view and named organisations ask for nothing else; else tables
 * that are derived, of everybody at a level and a view, or of the people of the organisations named, which hold all below them.
 *
 * @param everybody whether the tables hold everybody also where organisations named hold others
 * @param lasting whether tables that are derived are there for questions to come, and worth being laid out for them
 * @param least main jobs from which on an organisation is counted ahead
 * @throws MercatoError `parameter` where nobody is at or below an organisation that is named
 */
export async function scopeOf(
  warehouse: Warehouse,
  subjects: readonly Subject[],
  members: readonly number[],
  asked: Scoping,
  { everybody = false, lasting = false, least = leastJobs }: Lasting = {},
): Promise<Scope> {
  const hierarchy = await hierarchyIn(warehouse);
  await checkPeople(warehouse, hierarchy, subjects);
  const scoping = (await isUsual(warehouse, hierarchy, asked)) ? { ...asked, ...usualStance } : asked;
  const { named, own, key: held } = heldBy(hierarchy, subjects, members, scoping);
  const whole = everybody && own;
  const key = whole ? `${held}_everybody` : held;
  const { level, view, closeStale } = scoping;
  const isStored = level === usualStance.level && view === usualStance.view && !closeStale && !own;
  const standing = `standing_${key}`;
  const move = `move_${key}`;
  const arrival = lasting ? `arrival_${key}` : move;
  const tables = isStored
    ? { ...stored.tables, standing }
    : { episode: `episode_${key}`, move, arrival, standing };
  return {
    tables,
    taken: own ? takenOf(hierarchy, subjects, asked.view) : [],
    derivation: {
      key,
      tables: isStored ? [standing] : [...new Set([tables.episode, move, arrival, standing])],
      async derive(place, kept) {
        const standings = { standing, line: 'line', grouping: 'grouping' };
        const stance = { level, view, named: own ? named : new Set<number>() };
        await keepStandings(place, standings, hierarchy, stance, kept);
        if (!isStored) {
          const at = own && !whole ? { at: [...named] } : {};
          const { episode } = tables;
          const built = lasting ? { episode, move, arrival } : { episode, move };
          await buildCareers(place, built, kept, { closeStale, ...at }, standings);
        }
        for (const table of [standings.line, standings.grouping]) await place.drop(table);
      },
    },
    counts: lasting && !own ? countsOf(tables, key, least) : null,
  };
}

/** Counts of everybody whose jobs are in a table. */
function countsOf(careers: Scope['tables'], key: string, least: number): NonNullable<Scope['counts']> {
  const kinds = Object.keys(countSteps) as (keyof CountTables)[];
  const tables = Object.fromEntries(kinds.map((kind) => [kind, `${kind}_${key}`])) as unknown as CountTables;
  return {
    tables,
    derivation: {
      key: tables.monthly,
      tables: Object.values(tables),
      async derive(place, kept) {
        for (const kind of kinds)
          await place.keep(tables[kind], kept, upTo(countSteps[kind](careers, least)));
      },
    },
  };
}

/** Where and by whose owners careers are stored. */
export const usualStance = { level: 'company', view: 'point-in-time' } as const;

/** Whether the stored tables hold what a level and a view ask for: so where nobody is at an organisation that stands elsewhere then. */
async function isUsual(
  warehouse: Warehouse,
  hierarchy: Hierarchy,
  { level, view }: Scoping,
): Promise<boolean> {
  const met = await onceIn(warehouse, 'met and tied', async () => {
    const tied = [...(await tiedIn(warehouse, hierarchy))];
    const rows = await warehouse.query<{ organisation: number }>(
      sql`select organisation from organisation where met and organisation in ${list(tied)}`,
    );
    return new Set(rows.map(({ organisation }) => organisation));
  });
  if (met.size === 0) return true;
  // Owners of today are others than those of each month for causes, too.
  if (view !== usualStance.view) return false;
  const stands = (at: Level): string =>
    JSON.stringify(standings(hierarchy, at, view).filter(({ organisation }) => met.has(organisation)));
  return stands(level) === stands(usualStance.level);
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
  const standing = `place_${key}`;
  return {
    tables: { ...stored.tables, standing },
    taken: own ? takenOf(hierarchy, subjects, view) : [],
    derivation: {
      key: standing,
      tables: [standing],
      async derive(place, kept) {
        const standings = { standing, line: 'line', grouping: 'grouping' };
        const stance = { level, view, named: own ? named : new Set<number>() };
        await keepStandings(place, standings, hierarchy, stance, kept);
        for (const table of [standings.line, standings.grouping]) await place.drop(table);
      },
    },
    counts: null,
  };
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
export function scopeNotes({ taken }: Pick<Context, 'taken'>): readonly Note[] {
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
  const below = await onceIn(warehouse, 'below', async () => belowIn(hierarchy));
  const asked = subjects.map((subject) => ({
    subject,
    held: [subject.organisation, ...(below.get(subject.organisation) ?? [])],
  }));
  const met = await warehouse.query<{ organisation: number }>(
    sql`select organisation from organisation where met and organisation in ${list(asked.flatMap(({ held }) => held))}`,
  );
  const found = new Set(met.map(({ organisation }) => organisation));
  return asked.flatMap(({ subject, held }) => (held.some((each) => found.has(each)) ? [subject] : []));
}

/** Organisations that are or were below each one. */
function belowIn(hierarchy: Hierarchy): ReadonlyMap<number, readonly number[]> {
  const below = new Map<number, number[]>();
  for (const each of hierarchy.links.keys()) {
    const above = new Set(lines(hierarchy, [each], 'point-in-time').map(({ stands }) => stands));
    for (const top of above) below.set(top, [...(below.get(top) ?? []), each]);
  }
  return below;
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

/** Whether figures take the sampling weights of the data. */
export function weightNotes(
  { weighs, local }: { readonly weighs?: boolean; readonly local?: boolean },
  { weighted }: Context,
): readonly Note[] {
  if (!weighted || local) return [];
  return [
    weighs
      ? {
          code: 'weighted',
          en: 'People carry sampling weights: shares, ratios, rates and curves are of weighted people, their limits by people; counts are of people, and columns named weighted_, where they are shown, of their weights.',
          fr: 'Les personnes portent des poids de sondage : parts, rapports, taux et courbes sont ceux des personnes pondérées, leurs limites par personne ; les nombres comptent des personnes, et les colonnes nommées weighted_, là où elles sont montrées, leurs poids.',
        }
      : {
          code: 'weights_ignored',
          en: 'People carry sampling weights, which this measure leaves aside: it counts everybody as one.',
          fr: 'Les personnes portent des poids de sondage, que cette mesure laisse de côté : chacune y compte pour une.',
        },
  ];
}
