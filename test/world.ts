import { createHash } from 'node:crypto';
import { buildCareers, type CareerTables } from '../src/careers/index.js';
import { withDerived } from '../src/derived.js';
import { load } from '../src/load.js';
import type { Organisation, PeerSet } from '../src/organisations/index.js';
import { formatMonth } from '../src/records/index.js';
import { type Scoping, scopeOf } from '../src/scope.js';
import { csv } from '../src/sources/csv.js';
import { type InputFile, pseudonymOf } from '../src/sources/index.js';
import type { Desk } from '../src/subjects.js';
import { name, openWarehouse, raw, sql } from '../src/warehouse/index.js';

/** What a line of a CV may say besides who, where and when. */
interface CvMore {
  readonly title?: string;
  readonly kind?: string;
  readonly country?: string;
  readonly source?: string;
  readonly weight?: string;
}

/** A line of a CV: person, employer, start (`''` unknown), end (`''` open, `?` over on an unknown date). */
export type CvRow = readonly [person: string, employer: string, start: string, end: string, more?: CvMore];

export interface WorldOptions {
  /** `YYYY-MM-DD`; by default the last day of 2024. */
  readonly observedUntil?: string;
  readonly registry?: readonly Organisation[];
  readonly peers?: readonly PeerSet[];
}

/** A desk over literal rows that knows who its people are. */
export interface World extends Desk {
  /** The identifier of a person, by pseudonym. */
  readonly people: ReadonlyMap<string, string>;
  readonly derived: Map<string, CareerTables>;
}

/** A move by titles, months as `YYYY-MM`. */
export interface SeenMove {
  readonly person: string;
  readonly from: string;
  readonly to: string;
  readonly left: string;
  readonly joined: string;
  readonly gap: number;
  /** Those that are true, in the order of the columns. */
  readonly flags: string;
}

/** An episode by its organisation's title, months as `YYYY-MM`, null where unknown. */
export interface SeenEpisode {
  readonly person: string;
  readonly organisation: string;
  readonly founder: boolean;
  readonly start: string | null;
  readonly end: string | null;
  readonly status: 'ended' | 'open' | 'unknown';
  readonly censored: string | null;
  readonly role: 'main' | 'side' | 'overlapping_open';
  readonly from: string | null;
  readonly to: string | null;
}

const key = new Uint8Array(32).fill(7);
const fileName = 'world.csv';

/** Loads literal rows into a warehouse in memory, as `mercato load csv` does. */
export async function worldOf(rows: readonly CvRow[], options: WorldOptions = {}): Promise<World> {
  const registry = options.registry ?? [];
  const warehouse = await openWarehouse(':memory:', { mode: 'write' });
  await load(warehouse, {
    source: csv,
    files: [fileOf(csvOf(rows))],
    registry,
    key,
    map: new Map(),
    observedUntil: options.observedUntil ?? '2024-12-31',
    skipBad: 0,
    simulated: false,
  });
  const people = new Map(rows.map(([person]) => [pseudonymOf(key, person, `file:${fileName}`), person]));
  const known = async () => ({ registry, peers: options.peers ?? [] });
  return { warehouse, known, people, derived: new Map() };
}

/** Does something with a world and closes it. */
export async function inWorld<T>(
  rows: readonly CvRow[],
  work: (world: World) => Promise<T>,
  options: WorldOptions = {},
): Promise<T> {
  const world = await worldOf(rows, options);
  try {
    return await work(world);
  } finally {
    await world.warehouse.close();
  }
}

/** Transitions between two organisations, by person and month of joining; gaps of any length. */
export async function movesOf(world: World, { closeStale = false } = {}): Promise<SeenMove[]> {
  const { move } = await tablesOf(world, closeStale);
  const flags = ['was_concurrent', 'by_precision', 'via_state', 'is_return'];
  const rows = await world.warehouse.query(
    sql`select p.pseudonym, a.title as left_title, b.title as joined_title, m.left_month, m.joined_month, m.gap, m.known_start,
      ${raw(flags.map((flag) => `m.${flag}`).join(', '))}
      from ${name(move)} as m join person as p on p.person = m.person
      join organisation as a on a.organisation = m.from_organisation
      join organisation as b on b.organisation = m.to_organisation`,
  );
  return rows
    .map((row) => ({
      person: world.people.get(String(row.pseudonym)) ?? '',
      from: String(row.left_title),
      to: String(row.joined_title),
      left: monthText(row.left_month) ?? '',
      joined: monthText(row.joined_month) ?? '',
      gap: Number(row.gap),
      flags: [
        ...flags.filter((flag) => row[flag] === true),
        ...(row.known_start ? [] : ['unknown_start']),
      ].join(' '),
    }))
    .sort((a, b) => compare(moveKey(a), moveKey(b)));
}

/** Every episode, by person, start and end. */
export async function episodesOf(world: World, { closeStale = false } = {}): Promise<SeenEpisode[]> {
  const { episode } = await tablesOf(world, closeStale);
  const rows = await world.warehouse.query(
    sql`select p.pseudonym, o.title, e.* from ${name(episode)} as e join person as p on p.person = e.person
      join organisation as o on o.organisation = e.organisation`,
  );
  return rows
    .map(
      (row): SeenEpisode => ({
        person: world.people.get(String(row.pseudonym)) ?? '',
        organisation: String(row.title),
        founder: row.founder === true,
        start: monthText(row.start_month),
        end: monthText(row.end_month),
        status: row.open ? 'open' : row.end_month === null ? 'unknown' : 'ended',
        censored: monthText(row.censored_month),
        role: row.main ? 'main' : row.open ? 'overlapping_open' : 'side',
        from: monthText(row.from_month),
        to: monthText(row.to_month),
      }),
    )
    .sort((a, b) => compare(episodeKey(a), episodeKey(b)));
}

/** Where moves stand in the order of `movesOf`. */
export function moveKey(move: SeenMove): string {
  return [move.person, move.joined, move.left, move.from, move.to].join('|');
}

/** Where episodes stand in the order of `episodesOf`. */
export function episodeKey(e: SeenEpisode): string {
  return [
    e.person,
    e.start ?? '',
    e.status === 'open' ? '~' : (e.end ?? e.censored ?? ''),
    e.organisation,
  ].join('|');
}

/** A month count as `YYYY-MM`; null where there is none. */
function monthText(month: unknown): string | null {
  return typeof month === 'number' && month > 0 ? formatMonth(month) : null;
}

/** Rows as the text of a CSV file. */
export function csvOf(rows: readonly CvRow[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const weighted = rows.some(([, , , , more]) => more?.weight !== undefined);
  const weight = (more: CvMore) => (weighted ? [more.weight] : []);
  const lines = rows.map(([person, employer, start, end, more = {}]) =>
    [person, employer, start, end, more.title, more.kind, more.country, more.source, ...weight(more)]
      .map((text) => cell(text ?? ''))
      .join(','),
  );
  return [
    `person,employer,start,end,title,kind,country,source${weighted ? ',weight' : ''}`,
    ...lines,
    '',
  ].join('\n');
}

function fileOf(text: string): InputFile {
  const hash = createHash('sha256').update(text).digest('hex');
  const bytes = new TextEncoder().encode(text);
  return {
    name: fileName,
    path: fileName,
    place: fileName,
    sha256: hash,
    async *open() {
      yield bytes;
    },
  };
}

async function tablesOf(world: World, closeStale: boolean): Promise<CareerTables> {
  if (!closeStale) return { episode: 'episode', move: 'move' };
  const tables = { episode: 'stale_episode', move: 'stale_move' };
  if (!world.derived.has('stale')) {
    await buildCareers(world.warehouse, tables, 'session', { closeStale });
    world.derived.set('stale', tables);
  }
  return tables;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The tables of everybody's careers at a level and a view. */
export async function derivedAt(world: World, scoping: Scoping): Promise<CareerTables> {
  const { tables, derivation } = await scopeOf(world.warehouse, [], [], scoping);
  return withDerived(world, [derivation], async () => tables);
}
