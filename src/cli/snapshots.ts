import { copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { dataLine } from '../dataLine.js';
import { organisationsIn, type Preparing, type Snapshot } from '../server/index.js';
import { openWarehouse, type Warehouse } from '../warehouse/index.js';
import type { Effects } from './effects.js';
import { deskOf } from './shared.js';

/** Characters of answers that are kept. */
const mostKept = 64 * 1024 * 1024;

/** States of a database that are served one after another. */
export interface Snapshots {
  current(): Snapshot;
  /** Begins to prepare the state that is served. */
  begin(): void;
  /** How far the state is prepared that is served, or the one that takes over next; null where all is done. */
  preparing(): Preparing | null;
  /** Takes the database as it is now, where it has changed and nobody is writing to it. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** Works out of a state what is asked first, and tells how far it is. */
export type Prepare = (
  snapshot: Snapshot,
  signal: AbortSignal,
  tell: (done: number, of: number) => void,
) => Promise<void>;

/** Milliseconds after which a newer state takes over, prepared or not. */
const mostPreparing = 300_000;

interface Opened {
  readonly snapshot: Snapshot;
  readonly warehouse: Warehouse;
  readonly path: string;
  /** Fires when it is closed. */
  readonly gone: AbortController;
}

/**
 * Copies a database and opens the copy, so that it can be served while others load into the database itself.
 *
 * A newer state takes over when it is prepared; the first is served at once and prepared meanwhile.
 *
 * @param patience milliseconds after which nobody waits for an answer from a state that was replaced
 * @throws MercatoError `warehouse` where there is no database, or somebody writes to it
 */
export async function openSnapshots(
  database: string,
  effects: Effects,
  minCell: number,
  patience: number,
  prepare: Prepare,
): Promise<Snapshots> {
  await sweep(database);
  let seen = await stampOf(database);
  let last = seen;
  let now = await opened(database, effects, minCell);
  let refreshing: Promise<void> | undefined;
  let preparing: Preparing | null = null;
  const end = new AbortController();
  const prepared = async ({ snapshot, gone }: Opened): Promise<void> => {
    const { version } = snapshot;
    const signal = AbortSignal.any([end.signal, gone.signal]);
    await prepare(snapshot, signal, (done, of) => {
      preparing = done < of ? { version, done, of } : null;
    });
    if (preparing?.version === version) preparing = null;
  };
  const retire = async (old: Opened): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, patience).unref());
    await closed(old);
  };
  const take = async (): Promise<void> => {
    const stamp = await stampOf(database);
    // What has just been written to may be written to again: a copy would stand in the way.
    const settled = stamp === last;
    last = stamp;
    if (stamp === seen || !settled) return;
    if ((await versionIn(database)) !== now.snapshot.version) {
      const old = now;
      const next = await opened(database, effects, minCell);
      const ready = prepared(next);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, mostPreparing);
        end.signal.addEventListener('abort', () => resolve());
      });
      await Promise.race([ready, late]);
      clearTimeout(timer);
      now = next;
      void retire(old).catch(() => undefined);
    }
    seen = stamp;
  };
  return {
    current: () => now.snapshot,
    begin: () => void prepared(now).catch(() => undefined),
    preparing: () => preparing,
    async refresh() {
      refreshing ??= take().finally(() => {
        refreshing = undefined;
      });
      return refreshing;
    },
    async close() {
      end.abort();
      await refreshing?.catch(() => undefined);
      await closed(now);
      await sweep(database, process.pid);
    },
  };
}

let copies = 0;

async function versionIn(database: string): Promise<string> {
  const warehouse = await openWarehouse(database, { mode: 'read' });
  try {
    return (await dataLine({ warehouse })).version;
  } finally {
    await warehouse.close();
  }
}

async function opened(database: string, effects: Effects, minCell: number): Promise<Opened> {
  const memory = effects.env.MERCATO_MEMORY;
  // Held open while it is copied, so that nobody begins to write.
  const original = await openWarehouse(database, { mode: 'read', memory });
  let path: string;
  try {
    const { version } = await dataLine({ warehouse: original });
    // A state may come back while its former copy is still read.
    path = `${database}.${version}.${process.pid}-${copies++}`;
    await copyFile(database, path);
    await copyFile(`${database}.wal`, `${path}.wal`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  } finally {
    await original.close();
  }
  const warehouse = await openWarehouse(path, { mode: 'copy', memory });
  const aside = await warehouse.beside();
  const { known } = deskOf(warehouse);
  await known();
  const desk = { warehouse, aside, known };
  const snapshot: Snapshot = {
    desk,
    behind: { warehouse: await warehouse.beside(), aside, known },
    version: (await dataLine(desk)).version,
    organisations: await organisationsIn(warehouse, minCell),
    record: recordBeside(database, effects),
    answers: new LRUCache({ maxSize: mostKept, sizeCalculation: (text) => text.length + 1 }),
  };
  return { snapshot, warehouse, path, gone: new AbortController() };
}

/** The record of published flows beside a database; a folder that takes no file is a warning. */
function recordBeside(database: string, effects: Effects): NonNullable<Snapshot['record']> {
  const path = `${database}.published.jsonl`;
  return {
    read: () => readFile(path, 'utf8').catch(() => ''),
    write: (lines) =>
      writeFile(path, lines).catch((error: Error) => {
        effects.err(
          `published flows are not kept: ${error.message}; the next version is not held against this one\n`,
        );
      }),
  };
}

async function closed({ warehouse, path, gone }: Opened): Promise<void> {
  gone.abort();
  await warehouse.close();
  for (const each of [path, `${path}.wal`, `${path}.tmp`]) await rm(each, { force: true, recursive: true });
}

/** Removes copies that a server left which runs no more, or those of one process. */
async function sweep(database: string, own?: number): Promise<void> {
  const folder = dirname(database);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(`${basename(database)}.`)) continue;
    const pid = Number(
      /^[0-9a-f]{12}\.(\d+)-\d+(?:\.wal|\.tmp)?$/.exec(name.slice(basename(database).length + 1))?.[1],
    );
    if (!Number.isInteger(pid) || (own === undefined ? runs(pid) : pid !== own)) continue;
    await rm(join(folder, name), { force: true, recursive: true });
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function stampOf(database: string): Promise<string> {
  const found = await stat(database).catch(() => null);
  return found === null ? '' : `${found.mtimeMs} ${found.size} ${found.ino}`;
}
