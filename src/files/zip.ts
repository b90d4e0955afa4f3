import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  parseExtraFields,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import { MercatoError } from '../errors.js';
import type { InputFile, RandomAccess } from './file.js';
import { checkPath, limiter, type Member, type MemberLimits, noFile, placeOf } from './member.js';
import { bomb, isBomb } from './unpack.js';

const linkMode = 0o120000;
const typeMask = 0o170000;

/**
 * The files in a zip, in the order of its list. Folders are passed over, archives inside are not opened; a member may be
 * opened at any time, and its checksum is compared.
 *
 * @throws MercatoError `source` for a path that leads out, a link, a bomb, a password, a cut-off or broken zip, beyond the
 *   limits
 */
export async function* zipMembers(file: InputFile, limits: MemberLimits): AsyncGenerator<Member> {
  if (file.anywhere === undefined) throw broken(file, new Error('no random access'));
  const limit = limiter(file, limits);
  try {
    const zip = await fromRandomAccessReaderPromise(new Reader(file.anywhere), file.anywhere.size, {
      autoClose: false,
      decodeStrings: false,
    });
    for await (const entry of zip.eachEntry()) {
      const number = limit.member();
      const name = nameOf(entry);
      checkPath(file, name);
      const mode = (entry.externalFileAttributes >>> 16) & typeMask;
      if (mode === linkMode) throw noFile(file, name, 'symlink');
      if (name.endsWith('/')) continue;
      yield { number, name, open: () => limit.of(name, contentOf(file, zip, entry, name)) };
    }
  } catch (error) {
    throw error instanceof MercatoError ? error : broken(file, error);
  }
}

async function* contentOf(
  file: InputFile,
  zip: ZipFile,
  entry: Entry,
  name: string,
): AsyncGenerator<Uint8Array> {
  const where = placeOf(file, name);
  if (entry.isEncrypted()) {
    throw new MercatoError('source', `locked by a password: ${where}; unpack it and load the member`);
  }
  if (isBomb(entry.compressedSize, entry.uncompressedSize)) throw bomb(where);
  let sum = 0;
  try {
    for await (const bytes of await zip.openReadStreamPromise(entry)) {
      sum = crc32(bytes, sum);
      yield bytes;
    }
    if (sum !== entry.crc32) throw new Error('wrong checksum');
  } catch (error) {
    if (error instanceof MercatoError) throw error;
    throw new MercatoError('source', `broken member: ${where}; fetch the file again`, { cause: error });
  }
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    parseExtraFields(entry.extraFieldRaw),
    true,
  );
}

/** Places come out of the file itself: one outside it is an error of the stream, never of the caller. */
class Reader extends RandomAccessReader {
  readonly #file: RandomAccess;

  constructor(file: RandomAccess) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#read(start, end));
  }

  async *#read(start: number, end: number): AsyncGenerator<Buffer> {
    if (!(start >= 0 && start <= end && end <= this.#file.size)) throw new Error('unexpected end of zip');
    for await (const part of this.#file.slice(start, end)) {
      yield Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    }
  }
}

function broken(file: InputFile, cause: unknown): MercatoError {
  const what = /truncated|unexpected e/i.test(String(cause)) ? 'cut-off zip' : 'broken zip';
  return new MercatoError('source', `${what}: ${file.name}; fetch it again`, { cause });
}
