import { type Command, Option } from 'commander';
import { MercatoError } from '../errors.js';
import type { Desk, Known } from '../subjects.js';
import { openWarehouse, type Warehouse } from '../warehouse/index.js';
import type { Effects } from './effects.js';
import type { Language } from './table.js';

/** Options of every command that reads or writes a database. */
export interface Shared {
  readonly db?: string;
  readonly json?: boolean;
  readonly format?: 'table' | 'json' | 'csv';
  readonly lang?: Language;
}

/** Adds the shared options to a command. */
export function withShared(command: Command): Command {
  return command
    .option('--db <url>', 'database, by default MERCATO_DB or ./mercato.duckdb')
    .option('--json', 'one JSON document on standard output')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv']))
    .addOption(new Option('--lang <lang>', 'language of notes and pages').choices(['en', 'fr']));
}

/** The database asked for, else the one of the environment, else `./mercato.duckdb`. */
export function databaseOf(shared: Pick<Shared, 'db'>, effects: Effects): string {
  return shared.db ?? effects.env.MERCATO_DB ?? './mercato.duckdb';
}

/** How to print; a table unless told. */
export function formatOf(shared: Shared): 'table' | 'json' | 'csv' {
  if (shared.json && shared.format !== undefined && shared.format !== 'json') {
    throw new MercatoError('usage', `--json and --format ${shared.format} contradict each other; give one`);
  }
  return shared.json ? 'json' : (shared.format ?? 'table');
}

/** The language asked for, else French where the environment is French, else English. */
export function languageOf(shared: Pick<Shared, 'lang'>, { env }: Effects): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return shared.lang ?? (locale.toLowerCase().startsWith('fr') ? 'fr' : 'en');
}

/** Opens the database to read, for as long as the work lasts. */
export async function withDesk<T>(
  shared: Pick<Shared, 'db'>,
  effects: Effects,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const warehouse = await openWarehouse(databaseOf(shared, effects), {
    mode: 'read',
    memory: effects.env.MERCATO_MEMORY,
    signal: effects.signal,
  });
  try {
    return await work(deskOf(warehouse));
  } finally {
    await warehouse.close();
  }
}

/** A warehouse with what is known of organisations, which is read once, when it is first needed. */
export function deskOf(warehouse: Warehouse): Desk {
  const read = async (): Promise<Known> => {
    const { registry, peers } = (await import('./shipped.js')).shipped();
    const { registryIn } = await import('../derive.js');
    return { registry: (await registryIn(warehouse, registry)).organisations, peers };
  };
  let known: Promise<Known> | undefined;
  return {
    warehouse,
    known() {
      known ??= read();
      return known;
    },
  };
}
