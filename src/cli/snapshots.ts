import { copyFile, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { dataLine } from '../dataLine.js';
import { registryIn } from '../derive.js';
import { organisationsIn, type Snapshot } from '../server/index.js';
import type { Known } from '../subjects.js';
import { openWarehouse, type Warehouse } from '../warehouse/index.js';
import type { Effects } from './effects.js';
import { shipped } from './shipped.js';

/** Characters of answers that are kept. */
const mostKept = 64 * 1024 * 1024;

/** States of a database that are served one after another. */
export interface Snapshots {
  current(): Snapshot;
  /** Takes the database as it is now, where it has changed and nobody is writing to it. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

interface Opened {
  readonly snapshot: Snapshot;
  readonly warehouse: Warehouse;
  readonly path: string;
}

/**
 * Copies a database and opens the copy, so that it can be served while others load into the database itself.
 *
 * @param patience milliseconds after which nobody waits for an answer from a state that was replaced
 * @throws MercatoError `warehouse` where there is no database, or somebody writes to it
 */
export async function openSnapshots(
  database: string,
  effects: Effects,
  minCell: number,
  patience: number,
): Promise<Snapshots> {
  await sweep(database);
  let seen = await stampOf(database);
  let now = await opened(database, effects, minCell);
  const leaving = new Set<Promise<void>>();
  let refreshing = false;
  const retire = async (old: Opened): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, patience).unref());
    await gone(old);
  };
  return {
    current: () => now.snapshot,
    async refresh() {
      if (refreshing) return;
      refreshing = true;
      try {
        const stamp = await stampOf(database);
        if (stamp === seen) return;
        const next = await opened(database, effects, minCell);
        seen = stamp;
        if (next.snapshot.version === now.snapshot.version) return await gone(next);
        const old = now;
        now = next;
        const left = retire(old).finally(() => leaving.delete(left));
        leaving.add(left);
      } finally {
        refreshing = false;
      }
    },
    async close() {
      await gone(now);
      await sweep(database, process.pid);
    },
  };
}

async function opened(database: string, effects: Effects, minCell: number): Promise<Opened> {
  const memory = effects.env.MERCATO_MEMORY;
  // Held open while it is copied, so that nobody begins to write.
  const original = await openWarehouse(database, { mode: 'read', memory });
  let path: string;
  try {
    const { version } = await dataLine({ warehouse: original });
    path = `${database}.${version}.${process.pid}`;
    await copyFile(database, path);
    await copyFile(`${database}.wal`, `${path}.wal`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  } finally {
    await original.close();
  }
  const warehouse = await openWarehouse(path, { mode: 'read', memory });
  let known: Promise<Known> | undefined;
  const read = async (): Promise<Known> => {
    const { registry, peers } = shipped();
    return { registry: (await registryIn(warehouse, registry)).organisations, peers };
  };
  const desk = { warehouse, known: () => (known ??= read()) };
  const snapshot: Snapshot = {
    desk,
    version: (await dataLine(desk)).version,
    organisations: await organisationsIn(warehouse, minCell),
    answers: new LRUCache({ maxSize: mostKept, sizeCalculation: (text) => text.length + 1 }),
  };
  return { snapshot, warehouse, path };
}

async function gone({ warehouse, path }: Opened): Promise<void> {
  await warehouse.close();
  for (const each of [path, `${path}.wal`]) await rm(each, { force: true });
}

/** Removes copies that a server left which runs no more, or those of one process. */
async function sweep(database: string, own?: number): Promise<void> {
  const folder = dirname(database);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(`${basename(database)}.`)) continue;
    const pid = Number(
      /^[0-9a-f]{12}\.(\d+)(?:\.wal)?$/.exec(name.slice(basename(database).length + 1))?.[1],
    );
    if (!Number.isInteger(pid) || (own === undefined ? runs(pid) : pid !== own)) continue;
    await rm(join(folder, name), { force: true });
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
