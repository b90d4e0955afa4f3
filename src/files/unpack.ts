import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { MercatoError } from '../errors.js';
import type { InputFile } from './file.js';

/** Bytes out for one byte in, beyond which a packed file is a bomb; careers and registries stay below 50. */
export const largestRatio = 200;
/** Bytes that may come out of a packed file at any ratio: a small one that repeats itself is no bomb. */
export const freeBytes = 64 * 2 ** 20;

/** The bytes of a file, out of its gzip where its first bytes say that it is one. */
export async function* unpacked(file: InputFile): AsyncGenerator<Uint8Array> {
  const [head, all] = await peeked(file.open(), 2);
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* all;
    return;
  }
  let read = 0;
  let written = 0;
  const counted = (async function* () {
    for await (const bytes of all) {
      read += bytes.length;
      yield bytes;
    }
  })();
  const out = new PassThrough();
  const unzipping = pipeline(Readable.from(counted), createGunzip(), out);
  unzipping.catch((error) => out.destroy(error));
  try {
    for await (const bytes of out) {
      written += bytes.length;
      if (isBomb(read, written)) throw bomb(file.name);
      yield bytes;
    }
  } catch (error) {
    if (error instanceof MercatoError) throw error;
    const what = /unexpected end/i.test(String(error)) ? 'cut-off gzip' : 'broken gzip';
    throw new MercatoError('source', `${what}: ${file.name}; fetch it again`, { cause: error });
  }
}

/** Whether so many bytes cannot honestly come out of so few. */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > freeBytes && unpacked > packed * largestRatio;
}

/** What is said of a bomb; `where` is a file, or a file and its member. */
export function bomb(where: string): MercatoError {
  return new MercatoError(
    'source',
    `grows more than ${largestRatio} times when unpacked: ${where}; unpack it by hand if you trust it`,
  );
}

/** The first bytes, and all of them again. */
async function peeked(
  bytes: AsyncIterable<Uint8Array>,
  length: number,
): Promise<readonly [head: Uint8Array, all: AsyncGenerator<Uint8Array>]> {
  const source = bytes[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.length < length) {
    const next = await source.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  const all = (async function* () {
    try {
      if (head.length > 0) yield head;
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
    } finally {
      await source.return?.();
    }
  })();
  return [head, all];
}
