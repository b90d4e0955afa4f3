import { type Entry, type Extract, extract } from 'tar-stream';
import { MercatoError } from '../errors.js';
import type { InputFile } from './file.js';
import { checkPath, limiter, type Member, type MemberLimits, noFile } from './member.js';

const blockSize = 512;
/** Bytes that may stand before a member: long names and the like, which have to be held in memory. */
const longestHeader = 2 * 2 ** 20;

/**
 * The files in a tar, in their order. Folders are passed over, archives inside are not opened.
 *
 * @param bytes the tar itself, out of its gzip
 * @throws MercatoError `source` for a path that leads out, a link, a device, a cut-off or broken tar, beyond the limits
 */
export async function* tarMembers(
  file: InputFile,
  bytes: AsyncIterable<Uint8Array>,
  limits: MemberLimits,
): AsyncGenerator<Member> {
  const tar = extract();
  const limit = limiter(file, limits);
  const fed = { bytes: 0, due: longestHeader };
  const feeding = feed(tar, fed, file, bytes);
  try {
    for await (const entry of tar) {
      const { name, type, size = 0 } = entry.header;
      const number = limit.member();
      if (!Number.isSafeInteger(size) || size < 0) throw new Error('invalid size');
      fed.due = fed.bytes + size + longestHeader;
      checkPath(file, name);
      if (type !== 'file' && type !== 'contiguous-file' && type !== 'directory') {
        throw noFile(file, name, type ?? 'unknown thing');
      }
      if (type !== 'directory') {
        let opened = false;
        yield {
          number,
          name,
          open: () => {
            opened = true;
            return limit.of(name, contentOf(file, entry));
          },
        };
        if (opened) continue;
      }
      entry.resume();
    }
  } catch (error) {
    throw broken(file, error);
  } finally {
    tar.destroy();
    await feeding;
  }
}

/** Writes the bytes into the reader at its pace. A tar ends in a block of zeros: without one it was cut between two members. */
async function feed(
  tar: Extract,
  fed: { bytes: number; readonly due: number },
  file: InputFile,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  let tail: Uint8Array = new Uint8Array();
  try {
    for await (const part of bytes) {
      if (tar.destroyed) return;
      fed.bytes += part.length;
      if (fed.bytes > fed.due + part.length) throw headless(file);
      tail = part.length >= blockSize ? part : Buffer.concat([tail, part]).subarray(-blockSize);
      if (!tar.write(part)) await turn(tar);
    }
    if (tar.destroyed) return;
    const end = tail.subarray(-blockSize);
    if (end.length < blockSize || end.some((byte) => byte !== 0)) throw new Error('unexpected end of tar');
    tar.end();
  } catch (error) {
    tar.destroy(error as Error);
  }
}

function turn(tar: Extract): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      tar.off('drain', done);
      tar.off('close', done);
      resolve();
    };
    tar.on('drain', done);
    tar.on('close', done);
  });
}

function headless(file: InputFile): MercatoError {
  return new MercatoError(
    'source',
    `more than ${longestHeader} bytes before a member of the tar: ${file.name}; is this the right file?`,
  );
}

/** The same bytes; what breaks while a member is read is told as what breaks between two. */
async function* contentOf(file: InputFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of entry) yield part;
  } catch (error) {
    throw broken(file, error);
  }
}

function broken(file: InputFile, cause: unknown): MercatoError {
  if (cause instanceof MercatoError) return cause;
  const what = /unexpected end/i.test(String(cause)) ? 'cut-off tar' : 'broken tar';
  return new MercatoError('source', `${what}: ${file.name}; fetch it again`, { cause });
}
