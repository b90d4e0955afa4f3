import type { Column } from '../records/index.js';
import type { Dialect } from './dialect.js';
import type { Sql } from './sql.js';

/** A row by column name: integers and decimals as numbers, dates as `YYYY-MM-DD`. */
export type Row = { readonly [column: string]: string | number | boolean | null };

/** Values of a block of rows, column by column, in the order of the table. */
export type Block = readonly (readonly (string | number | boolean | null)[])[];

/**
 * Where rows live. One interface for every engine; `test/warehouse/behaviour.ts` is what each must do.
 *
 * @throws MercatoError `warehouse` where the engine refuses, `cancelled` where the signal given at opening fires
 */
export interface Warehouse {
  readonly dialect: Dialect;
  /** Whether what is loaded may change. */
  readonly writable: boolean;
  /** All rows of a query; for few rows. */
  query<R extends Row = Row>(statement: Sql): Promise<R[]>;
  /** Rows of a query block by block, for many rows; column by column. */
  stream(statement: Sql): AsyncIterable<Block>;
  /** Columns that a query would give, with the engine's own type names. */
  columns(query: Sql): Promise<readonly { readonly name: string; readonly type: string }[]>;
  /** A statement without rows. */
  run(statement: Sql): Promise<void>;
  /** Keeps the rows of a query as a table: in the database, or for this session alone. */
  keep(table: string, scope: 'stored' | 'session', query: Sql): Promise<void>;
  /** An empty table. */
  create(table: string, scope: 'stored' | 'session', columns: readonly Column[]): Promise<void>;
  /** Adds blocks of rows to a table made by `create`. */
  append(
    table: string,
    columns: readonly Column[],
    blocks: AsyncIterable<Block> | Iterable<Block>,
  ): Promise<void>;
  drop(table: string): Promise<void>;
  has(table: string): Promise<boolean>;
  /** Everything in `work` or nothing. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Ends the statement that runs, if one does: it is then refused as cancelled. */
  interrupt(): void;
  /** Another session over the same tables: with session tables and an interrupt of its own. It ends with this one. */
  beside(): Promise<Warehouse>;
  close(): Promise<void>;
}

/** How a warehouse is opened. */
export interface OpenOptions {
  /** `copy`: nobody else has it open and nothing is loaded into it, so that what is derived may be stored in it. */
  readonly mode: 'read' | 'write' | 'copy';
  /** Memory the engine may use, such as `3GB`; beyond it, it works on disk. */
  readonly memory?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}
