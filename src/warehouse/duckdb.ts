import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import { MercatoError } from '../errors.js';
import type { Column, ColumnType } from '../records/index.js';
import { explained } from './_refusal.js';
import { duckdbDialect } from './dialect.js';
import { join, name, raw, render, type Sql, sql } from './sql.js';
import type { Block, OpenOptions, Row, Warehouse } from './warehouse.js';

const blockSize = 2048;

const engineTypes: Readonly<
  Record<Exclude<ColumnType, 'curve'>, { readonly ddl: string; readonly type: DuckDBType }>
> = {
  integer: { ddl: 'bigint', type: BIGINT },
  month: { ddl: 'bigint', type: BIGINT },
  number: { ddl: 'double', type: DOUBLE },
  text: { ddl: 'varchar', type: VARCHAR },
  date: { ddl: 'date', type: VARCHAR },
  boolean: { ddl: 'boolean', type: BOOLEAN },
};

function engineTypeOf({ name, type }: Column): { readonly ddl: string; readonly type: DuckDBType } {
  if (type === 'curve') throw new RangeError(`no table holds curves: ${name}`);
  return engineTypes[type];
}

/** Opens a DuckDB file, or `:memory:`. Nothing is fetched: extensions that are not built in stay out. */
export async function openDuckdb(path: string, options: OpenOptions): Promise<Warehouse> {
  const reading = options.mode === 'read' && path !== ':memory:';
  if (options.mode !== 'write' && path !== ':memory:' && !existsSync(path)) {
    throw new MercatoError('warehouse', `no database: ${path}; load something first: mercato load --help`);
  }
  try {
    const instance = await DuckDBInstance.create(path, {
      access_mode: reading ? 'READ_ONLY' : 'READ_WRITE',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'false',
      memory_limit: options.memory ?? '3GB',
    });
    const connection = await instance.connect();
    return new DuckdbWarehouse(instance, connection, options.mode === 'write', !reading, options.signal);
  } catch (error) {
    throw explained(error, path, undefined);
  }
}

/** Writes a DuckDB file anew, so that nothing that was deleted stays in its free blocks; it is replaced in one step. */
export async function rewriteDuckdb(path: string): Promise<void> {
  const anew = `${path}.new`;
  const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  try {
    rmSync(anew, { force: true });
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      await connection.run(`attach ${quoted(path)} as before`);
      await connection.run('checkpoint before');
      await connection.run(`attach ${quoted(anew)} as after`);
      await connection.run('copy from database before to after');
      await connection.run('detach after');
      chmodSync(anew, statSync(path).mode);
      renameSync(anew, path);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } catch (error) {
    rmSync(anew, { force: true });
    throw explained(error, path, undefined);
  }
}

class DuckdbWarehouse implements Warehouse {
  readonly dialect = duckdbDialect;

  constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    readonly writable: boolean,
    private readonly stores: boolean,
    private readonly signal: AbortSignal | undefined,
    private readonly first?: DuckdbWarehouse,
  ) {
    signal?.addEventListener('abort', this.interrupt);
  }

  readonly interrupt = (): void => this.connection.interrupt();

  private readonly running = new Set<Promise<unknown>>();
  private readonly others = new Set<DuckdbWarehouse>();
  private closed = false;

  private async trying<T>(statement: Sql | undefined, work: () => Promise<T>): Promise<T> {
    if (this.signal?.aborted) throw new MercatoError('cancelled', 'cancelled; nothing was changed');
    if (this.closed) throw new MercatoError('cancelled', 'cancelled: the database is closed');
    const doing = work();
    this.running.add(doing);
    try {
      return await doing;
    } catch (error) {
      if (this.signal?.aborted) {
        throw new MercatoError('cancelled', 'cancelled; nothing was changed', { cause: error });
      }
      throw explained(error, undefined, statement);
    } finally {
      this.running.delete(doing);
    }
  }

  async query<R extends Row = Row>(statement: Sql): Promise<R[]> {
    return this.trying(statement, async () => {
      const result = await this.connection.run(...bound(statement));
      const names = result.deduplicatedColumnNames();
      const rows: R[] = [];
      for (const chunk of await result.fetchAllChunks()) {
        const columns = chunk.getColumns();
        const count = chunk.rowCount;
        for (let i = 0; i < count; i++) {
          const row: { [column: string]: string | number | boolean | null } = {};
          for (let c = 0; c < names.length; c++) row[names[c] as string] = plain(columns[c]?.[i] ?? null);
          rows.push(row as R);
        }
      }
      return rows;
    });
  }

  async *stream(statement: Sql): AsyncGenerator<Block> {
    const result = await this.trying(statement, () => this.connection.stream(...bound(statement)));
    while (true) {
      const chunk = await this.trying(statement, () => result.fetchChunk());
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getColumns().map((values) => values.map(plain));
    }
  }

  async columns(query: Sql): Promise<readonly { readonly name: string; readonly type: string }[]> {
    return this.trying(query, async () => {
      const statement = sql`select * from (${query}) limit 0`;
      const result = await this.connection.run(...bound(statement));
      const types = result.columnTypes();
      return result.columnNames().map((column, i) => ({ name: column, type: String(types[i]) }));
    });
  }

  async run(statement: Sql): Promise<void> {
    await this.trying(statement, () => this.connection.run(...bound(statement)));
  }

  async keep(table: string, scope: 'stored' | 'session', query: Sql): Promise<void> {
    await this.run(
      sql`create or replace ${raw(scope === 'session' ? 'temp ' : '')}table ${name(table)} as ${query}`,
    );
  }

  async create(table: string, scope: 'stored' | 'session', columns: readonly Column[]): Promise<void> {
    const definitions = columns.map((c) => sql`${name(c.name)} ${raw(engineTypeOf(c).ddl)}`);
    const kind = raw(scope === 'session' ? 'temp ' : '');
    await this.run(sql`create or replace ${kind}table ${name(table)} (${join(definitions)})`);
  }

  async append(
    table: string,
    columns: readonly Column[],
    blocks: AsyncIterable<Block> | Iterable<Block>,
  ): Promise<void> {
    const types = columns.map((c) => engineTypeOf(c).type);
    if (columns.some((c) => c.type === 'date')) throw new RangeError(`cannot append dates: ${table}`);
    const place = this.stores ? [] : ['main', 'temp'];
    const appender = await this.trying(undefined, () => this.connection.createAppender(table, ...place));
    for await (const block of blocks) {
      if (this.signal?.aborted) throw new MercatoError('cancelled', 'cancelled; nothing was changed');
      const rows = block[0]?.length ?? 0;
      for (let from = 0; from < rows; from += blockSize) {
        const chunk = DuckDBDataChunk.create(types);
        chunk.setColumns(block.map((values, i) => encoded(values.slice(from, from + blockSize), columns[i])));
        appender.appendDataChunk(chunk);
      }
    }
    await this.trying(undefined, async () => appender.closeSync());
  }

  async drop(table: string): Promise<void> {
    await this.run(sql`drop table if exists ${name(table)}`);
  }

  async has(table: string): Promise<boolean> {
    const rows = await this.query(sql`select 1 as found from duckdb_tables() where table_name = ${table}`);
    return rows.length > 0;
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    await this.run(raw('begin'));
    try {
      const result = await work();
      await this.run(raw('commit'));
      return result;
    } catch (error) {
      await this.connection.run('rollback').catch(() => undefined);
      throw error;
    }
  }

  async beside(): Promise<Warehouse> {
    if (this.closed) throw new MercatoError('cancelled', 'cancelled: the database is closed');
    const { instance, writable, stores, signal } = this;
    const other = new DuckdbWarehouse(
      instance,
      await instance.connect(),
      writable,
      stores,
      signal,
      this.first ?? this,
    );
    (this.first ?? this).others.add(other);
    return other;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.signal?.removeEventListener('abort', this.interrupt);
    this.closed = true;
    await Promise.all([...this.others].map((other) => other.close()));
    // A statement runs on where its connection is closed under it, and one that has not begun misses an interrupt.
    const again = setInterval(this.interrupt, 20);
    await Promise.allSettled(this.running);
    clearInterval(again);
    this.connection.closeSync();
    this.first?.others.delete(this);
    if (this.first === undefined) this.instance.closeSync();
  }
}

/**
 * A statement and its values. Whole numbers stand in the text: the engine plans a statement with values twice, before and after it
 * knows them.
 */
function bound(statement: Sql): [text: string, values?: DuckDBValue[], types?: DuckDBType[]] {
  const { values } = statement;
  const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);
  const text = render(statement, (i) => (isWhole(values[i - 1]) ? `cast(${values[i - 1]} as bigint)` : '?'));
  const others = values.filter((value) => !isWhole(value));
  if (others.length === 0) return [text];
  const typeOf = (value: unknown): DuckDBType =>
    typeof value === 'number' ? DOUBLE : typeof value === 'boolean' ? BOOLEAN : VARCHAR;
  return [text, others, others.map(typeOf)];
}

function encoded(
  values: readonly (string | number | boolean | null)[],
  column: Column | undefined,
): DuckDBValue[] {
  const whole = column?.type === 'integer' || column?.type === 'month';
  return values.map((value) => (whole && typeof value === 'number' ? BigInt(value) : value));
}

function plain(value: DuckDBValue): string | number | boolean | null {
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (number < 2 ** 53 && number > -(2 ** 53)) return number;
    if (value !== 2n ** 53n && value !== -(2n ** 53n)) throw new RangeError(`integer beyond 2^53: ${value}`);
    return number;
  }
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  throw new RangeError(`no plain value: ${String(value)}`);
}
