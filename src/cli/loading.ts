import { existsSync } from 'node:fs';
import { type FileReport, type LoadOptions, load } from '../load.js';
import { openWarehouse } from '../warehouse/index.js';
import { discard, type Effects, pseudonymKey } from './effects.js';
import { shipped } from './shipped.js';

/** Loads into the database at a path, with its key and the registry that ships; a new one is removed where that fails. */
export async function loadInto(
  database: string,
  options: Omit<LoadOptions, 'registry' | 'key'>,
  effects: Effects,
): Promise<readonly FileReport[]> {
  const isNew = !existsSync(database);
  const key = await pseudonymKey(effects, database);
  const { MERCATO_MEMORY: memory } = effects.env;
  const warehouse = await openWarehouse(database, { mode: 'write', memory, signal: effects.signal });
  try {
    try {
      return await load(warehouse, { ...options, registry: shipped().registry, key });
    } finally {
      await warehouse.close();
    }
  } catch (error) {
    if (isNew) await discard(database);
    throw error;
  }
}
