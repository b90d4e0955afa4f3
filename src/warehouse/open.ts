import { MercatoError } from '../errors.js';
import type { OpenOptions, Warehouse } from './warehouse.js';

/**
 * Opens the warehouse that a URL names: the path of a DuckDB file, or `:memory:`. The engine is loaded here and not before.
 *
 * @throws MercatoError `warehouse` where there is no such database, or another process holds it
 */
export async function openWarehouse(url: string, options: OpenOptions): Promise<Warehouse> {
  const scheme = /^([a-z][a-z0-9+]+):\/\//.exec(url)?.[1];
  if (scheme !== undefined) {
    throw new MercatoError('warehouse', `no engine for: ${scheme}:// (--db); give the path of a DuckDB file`);
  }
  const { openDuckdb } = await import('./duckdb.js');
  return openDuckdb(url, options);
}

/**
 * Writes the database at a path anew, so that nothing of what was deleted is left in the bytes of its file. Nobody may have it
 * open.
 *
 * @throws MercatoError `warehouse` where another process holds it or the disk is full; the database is then as it was
 */
export async function rewriteWarehouse(path: string): Promise<void> {
  const { rewriteDuckdb } = await import('./duckdb.js');
  await rewriteDuckdb(path);
}
