import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { MercatoError } from '../errors.js';
import type { LoadOptions } from '../load.js';
import type { Organisation } from '../organisations/index.js';
import type { InputFile } from '../sources/index.js';
import { openWarehouse, type Warehouse } from '../warehouse/index.js';
import { discard, type Effects, placeOf, pseudonymKey } from './effects.js';
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

/** The earlier file that one file replaces; it need not be there any more. */
export function earlierOf(path: string | undefined, files: readonly InputFile[]): LoadOptions['replaces'] {
  if (path === undefined) return undefined;
  const earlier = { name: basename(path), place: placeOf(path) };
  if (files.length !== 1 || files[0]?.place === earlier.place) {
    throw new MercatoError('usage', '--replaces names the earlier vintage of one other file: give both');
  }
  return earlier;
}
