import { MercatoError } from '../errors.js';
import type { InputFile } from './file.js';

/** A file inside an archive. */
export interface Member {
  /** Its place in the archive, from 1; folders count too. */
  readonly number: number;
  /** Its path inside the archive. */
  readonly name: string;
  /** Its bytes. In a tar: whole, and before the next member is asked for, or not at all. */
  open(): AsyncIterable<Uint8Array>;
}

/** How much an archive may hold before it is taken for a bomb. */
export interface MemberLimits {
  readonly members: number;
  /** Units: bytes, unpacked. */
  readonly bytesPerMember: number;
  /** Units: bytes, unpacked, of all members that are opened. */
  readonly bytes: number;
}

/** Room for ORCID's public data file: twenty million members, hundreds of gigabytes, each member a single record. */
export const memberLimits: MemberLimits = {
  members: 100_000_000,
  bytesPerMember: 64 * 2 ** 20,
  bytes: 4 * 2 ** 40,
};

/** A file and its member, for messages; hostile names are cut and escaped. */
export function placeOf(file: InputFile, member: string): string {
  return `${file.name}: ${JSON.stringify(member.slice(0, 120))}`;
}

/**
 * Refuses a member whose path leads out of the archive: absolute, with a drive, a backslash, `..` or a zero byte.
 *
 * @throws MercatoError `source`
 */
export function checkPath(file: InputFile, member: string): void {
  const escapes =
    /^\/|^[A-Za-z]:|\\|\0/.test(member) || member.split('/').includes('..') || member.trim() === '';
  if (escapes) {
    throw new MercatoError(
      'source',
      `path leads out of the archive: ${placeOf(file, member)}; do not trust this file`,
    );
  }
}

/** What is said of a member that is a link or a device. */
export function noFile(file: InputFile, member: string, type: string): MercatoError {
  return new MercatoError(
    'source',
    `${type} in an archive: ${placeOf(file, member)}; only files and folders are read`,
  );
}

/** Counts members and their bytes against the limits. */
export function limiter(file: InputFile, limits: MemberLimits) {
  let members = 0;
  let bytes = 0;
  const tooMuch = (what: string, where: string): MercatoError =>
    new MercatoError('source', `${what}: ${where}; is this the right file?`);
  return {
    /** @throws MercatoError `source` beyond the number of members */
    member(): number {
      members++;
      if (members > limits.members)
        throw tooMuch(`archive of more than ${limits.members} members`, file.name);
      return members;
    },
    /** The same bytes. @throws MercatoError `source` beyond the bytes of a member or of all */
    async *of(name: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      let own = 0;
      for await (const part of source) {
        own += part.length;
        bytes += part.length;
        if (own > limits.bytesPerMember) {
          throw tooMuch(`member of more than ${limits.bytesPerMember} bytes`, placeOf(file, name));
        }
        if (bytes > limits.bytes) throw tooMuch(`archive of more than ${limits.bytes} bytes`, file.name);
        yield part;
      }
    },
  };
}
