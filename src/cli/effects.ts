import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, type Stats } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { MercatoError } from '../errors.js';
import type { InputFile } from '../files/index.js';

/** Everything outside the program: files, environment, output, interruption. Commands get it as an argument. */
export interface Effects {
  readonly env: { readonly [name: string]: string | undefined };
  readonly signal: AbortSignal;
  /** Whether standard error is a terminal, so that progress may overwrite itself. */
  readonly terminal: boolean;
  out(text: string): void;
  err(text: string): void;
  now(): number;
}

/** A file to load, with the hash of its content. */
export async function inputFile(path: string): Promise<InputFile> {
  const absolute = resolve(path);
  const found = await stat(absolute).catch((cause: unknown): Stats => {
    throw new MercatoError('source', `no such file: ${path}; check the path`, { cause });
  });
  if (found.isDirectory()) throw new MercatoError('source', `a folder, not a file: ${path}; name its files`);
  const hash = createHash('sha256');
  try {
    for await (const bytes of createReadStream(absolute)) hash.update(bytes);
  } catch (cause) {
    throw new MercatoError('source', `cannot read: ${path}; check its permissions`, { cause });
  }
  return {
    name: basename(absolute),
    path: absolute,
    place: placeOf(absolute),
    sha256: hash.digest('hex'),
    open: () => createReadStream(absolute),
    anywhere: {
      size: found.size,
      slice: (start, end) => createReadStream(absolute, { start, end: end - 1 }),
    },
  };
}

/** What a file is known by when it is loaded again, wherever its content has gone. */
export function placeOf(path: string): string {
  return createHash('sha256').update(resolve(path)).digest('hex');
}

/**
 * The key of the pseudonyms: the file that `MERCATO_KEY` names, else `mercato.key` beside the database; made where a
 * database is new, with mode 0600.
 */
export async function pseudonymKey(effects: Effects, database: string): Promise<Uint8Array> {
  const path = effects.env.MERCATO_KEY ?? join(dirname(resolve(database)), 'mercato.key');
  if (!existsSync(path)) {
    if (existsSync(database)) {
      throw new MercatoError(
        'parameter',
        `no key file: ${path}; ${database} needs the one it was made with, name it with MERCATO_KEY`,
      );
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    effects.err(`made a key for pseudonyms: ${path}; keep it, without it the same people get other ids\n`);
  }
  const key = (await readFile(path, 'utf8')).trim();
  if (key.length < 32) {
    throw new MercatoError('parameter', `key too short: ${path}; 32 characters or more`);
  }
  return new TextEncoder().encode(key);
}

/** Writes a file, with its folder. */
export async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Removes a database that a failed first load left empty. */
export async function discard(database: string): Promise<void> {
  for (const path of [database, `${database}.wal`, `${database}.tmp`]) {
    await rm(path, { force: true, recursive: true });
  }
}
