import { existsSync } from 'node:fs';
import type { Organisation } from '../organisations/index.js';
import { openWarehouse, type Warehouse } from '../warehouse/index.js';
import { discard, type Effects, pseudonymKey } from './effects.js';
import { shipped } from './shipped.js';

/** What a load needs beside what it loads. */
export interface Writing {
  readonly warehouse: Warehouse;
  /** Key of the pseudonyms. */
  readonly key: Uint8Array;
  /** The registry that ships. */
  readonly registry: readonly Organisation[];
}

/** Writes into the database at a path, with its key and the registry that ships; a new one is removed where that fails. */
export async function writingTo<T>(
  database: string,
  effects: Effects,
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  const isNew = !existsSync(database);
  const key = await pseudonymKey(effects, database);
  const { MERCATO_MEMORY: memory } = effects.env;
  const warehouse = await openWarehouse(database, { mode: 'write', memory, signal: effects.signal });
  try {
    try {
      return await work({ warehouse, key, registry: shipped().registry });
    } finally {
      await warehouse.close();
    }
  } catch (error) {
    if (isNew) await discard(database);
    throw error;
  }
}
