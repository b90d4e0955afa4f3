import { spellTable } from '../records/index.js';
import { sql, type Warehouse } from '../warehouse/index.js';
import { type Disagreement, disagreements } from './disagreement.js';

/** What is loaded from one file. */
export interface FileStatus {
  readonly source: string;
  readonly file: string;
  readonly version: string;
  readonly observed_until: string;
  readonly simulated: boolean;
  /** Spells it gave. */
  readonly spells: number;
  /** The table it fills, and the rows it gave to it. */
  readonly fills: string;
  readonly rows: number;
  readonly bad_rows: number;
  readonly oddities: { readonly [rule: string]: number };
}

/** What is loaded: counts of every table, and the files with the oddities met in them. */
export interface Loaded {
  readonly people: number;
  readonly spells: number;
  readonly organisations: number;
  readonly episodes: number;
  readonly moves: number;
  readonly sources: readonly FileStatus[];
}

/** Two vintages of a source: how many moves the later one knows, of people in both and until the earlier one ends, and how many of these that knew. */
export interface Vintages {
  readonly source: string;
  readonly earlier: string;
  readonly later: string;
  readonly followed: number;
  readonly known: number;
  readonly withdrawn: number;
}

/** What is loaded, and how far it agrees. */
export interface Status extends Loaded {
  /** Vintages that were replaced by later ones. */
  readonly vintages: readonly Vintages[];
  /** What sources say differently of the same people. */
  readonly disagreements: readonly Disagreement[];
}

/** Counts what is loaded; moves with a gap of at most 3 months. */
export async function loadedOf(warehouse: Warehouse): Promise<Loaded> {
  const [counts] = await warehouse.query<{ [table: string]: number }>(sql`select
    (select count(*) from person) as people, (select count(*) from spell) as spells,
    (select count(*) from organisation where met) as organisations, (select count(*) from episode) as episodes,
    (select count(*) from move where gap <= 3) as moves`);
  const files = await warehouse.query<Omit<FileStatus, 'oddities' | 'spells'> & { number: number }>(
    sql`select file as number, source, name as file, substr(version, 1, 12) as version, observed_until, simulated, fills,
        "rows", bad_rows from file order by source, name, version`,
  );
  const oddities = await warehouse.query<{ file: number; rule: string; rows: number }>(
    sql`select file, rule, rows from oddity order by file, rule`,
  );
  return {
    people: counts?.people ?? 0,
    spells: counts?.spells ?? 0,
    organisations: counts?.organisations ?? 0,
    episodes: counts?.episodes ?? 0,
    moves: counts?.moves ?? 0,
    sources: files.map(({ number, ...file }) => ({
      ...file,
      spells: file.fills === spellTable.name ? file.rows : 0,
      oddities: Object.fromEntries(oddities.filter((o) => o.file === number).map((o) => [o.rule, o.rows])),
    })),
  };
}

/** Counts what is loaded, and what sources say differently, which takes a look at every spell. */
export async function statusOf(warehouse: Warehouse): Promise<Status> {
  const vintages = await warehouse.query<{ [column in keyof Vintages]: Vintages[column] }>(
    sql`select source, earlier, later, cast(sum(followed) as integer) as followed, cast(sum(known) as integer) as known,
        cast(sum(withdrawn) as integer) as withdrawn
      from vintage group by source, earlier, later order by source, later, earlier`,
  );
  return { ...(await loadedOf(warehouse)), vintages, disagreements: await disagreements(warehouse) };
}
