import type { InputFile } from '../files/index.js';
import { column, type Precision, type Table } from '../records/index.js';
import type { Sql, Warehouse } from '../warehouse/index.js';

export type { InputFile };

/** Columns as they come out of a file, all text, before anything is checked. */
export const incomingColumns = [
  column('ordinal', 'integer', '', 'number of the row in the file, from 1'),
  column('line', 'integer', '', 'line in the file'),
  column('person', 'text', '', 'identifier of the person, with its namespace where it has one'),
  column('employer', 'text', '', 'the employer as written'),
  column('start', 'text', '', 'start as written'),
  column('end', 'text', '', 'end as written; ? is over, date unknown'),
  column('title', 'text', '', 'title as written'),
  column('kind', 'text', '', 'kind of position as written'),
  column('country', 'text', '', 'country as written'),
  column('source', 'text', '', 'source that the row names'),
  column('weight', 'text', '', 'sampling weight as written'),
  column(
    'seen_until',
    'text',
    '',
    'last day somebody saw an open job, YYYY-MM-DD, where that is not observed-until',
  ),
] as const;

/** The fields that `--map` may fill from other columns. */
export const fields = [
  'person',
  'employer',
  'start',
  'end',
  'title',
  'kind',
  'country',
  'source',
  'weight',
  'seen_on',
] as const;
export type Field = (typeof fields)[number];

/** The fields that a kind of file has, and those without which a row says nothing. */
export interface Fields {
  readonly known: readonly Field[];
  readonly required: readonly Field[];
}

/** Fields of a file of spells; the start may be blank. */
export const spellFields: Fields = {
  known: fields.filter((field) => field !== 'seen_on'),
  required: ['person', 'employer', 'start'],
};

/** A row of a file: line and fields. */
export interface IncomingRow extends Readonly<Partial<Record<Field | 'seen_until', string | null>>> {
  readonly line: number;
}

/** A row that cannot be read, with what a person needs to mend it. */
export interface BadRow {
  readonly line: number;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

/** What a reader of any file may tell while it reads. */
export interface FileReading {
  readonly file: InputFile;
  /** The last observed day that the user gives, which goes before what the file says. */
  readonly givenUntil?: string | undefined;
  bad(row: BadRow): void;
  /** Counts a row, or several, to which the named oddity's rule was applied. */
  oddity(rule: string, rows?: number): void;
  /** The last day the file says it observes, `YYYY-MM-DD`. */
  observedUntil(day: string): void;
  /** Says how many rows were read. */
  progress?(rows: number): void;
}

/** What a reader of careers may tell, and what it is told, while it reads. */
export interface Reading extends FileReading {
  /** Whose a file of one person is: as given, else somebody who is in no other file. */
  readonly person: string;
  /** Which column of the file fills a field. */
  readonly map: ReadonlyMap<Field, string>;
  /** Months without a sighting after which a job is another one; 24 unless the user says. */
  readonly gap?: number | undefined;
  /** Whether a person is on the opt-out list, for identifiers that a source does not hand on, such as addresses. */
  optedOut?(identifiers: readonly string[]): boolean;
}

/** A known oddity of a published format, and the rule by which it is read. */
export interface Oddity {
  readonly rule: string;
  readonly meaning: string;
}

/** What every published format says of itself. */
export interface Format {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** What the reader accepts, in words: extension, compression. */
  readonly accepts: string;
  readonly homepage: string;
  /** Licence of the published data; null where it is the user's own. */
  readonly licence: string | null;
  readonly example: string;
  readonly oddities: readonly Oddity[];
  /** Extension of the files, where the publisher ships a folder; a row of careers that two of them give is counted. */
  readonly folder?: string;
}

/** One published format of careers. `rows` streams a file; `select` lets the engine read it. */
export interface Source extends Format {
  /** Whether the user may map columns. */
  readonly mappable: boolean;
  /** What `--map` may fill, where that is not what a file of spells has. */
  readonly fields?: Fields;
  /** Whether it joins sightings into spells, so that `--gap` means something. */
  readonly joins?: boolean;
  /** Precision of dates that are written to the day, where the publisher says so; else it is measured. */
  readonly dayPrecision?: Precision;
  /** Whether a file tells of one person and does not say of whom. */
  readonly isOnePerson?: true;
  readonly rows?: (reading: Reading) => AsyncIterable<readonly IncomingRow[]>;
  readonly select?: (reading: Reading, warehouse: Warehouse) => Promise<Sql>;
}

/**
 * A row for the table of a `TableSource`: its line, and the values of the columns after `file` and `line`, in their order; a day
 * is text, `YYYY-MM-DD`.
 */
export interface FilledRow {
  readonly line: number;
  readonly values: readonly (string | number | boolean | null)[];
}

/**
 * One published format that tells of no person and fills a table of its own. Its reader checks and types the rows; what it cannot
 * read it hands to `reading.bad`.
 */
export interface TableSource extends Format {
  /** The table; its first columns are `file` and `line`. */
  readonly fills: Table;
  /** Columns that say which row it is, where a second row of the same with other values is bad. */
  readonly key?: readonly string[];
  rows(reading: FileReading): AsyncIterable<readonly FilledRow[]>;
}
