import type { InputFile } from './file.js';
import { type Member, type MemberLimits, memberLimits } from './member.js';
import { unpacked } from './unpack.js';

/** What a file is by its first bytes; a gzip is what it holds. */
export type Packing = 'zip' | 'tar' | 'none';

const tarMark = 257;

/** What is a file packed in? Its name is not asked. */
export async function packingOf(file: InputFile): Promise<Packing> {
  const start = await headOf(file.open(), 4);
  if (start[0] === 0x50 && start[1] === 0x4b && (start[2] ?? 0) <= 0x07 && (start[3] ?? 0) <= 0x08) {
    return 'zip';
  }
  const head = await headOf(unpacked(file), 512);
  return Buffer.from(head.subarray(tarMark, tarMark + 5)).toString('latin1') === 'ustar' ? 'tar' : 'none';
}

/**
 * Which files does an archive (zip, tar, tar.gz) hold?
 *
 * Rows: one per file, as the archive lists them; folders are passed over, archives inside are not opened, nothing is written
 * to disk. A member of a tar is read whole, and before the next one, or not at all.
 *
 * @throws MercatoError `source`, with file and member, for a path that leads out, a link, a bomb, a cut-off or broken
 *   archive, and beyond the limits
 */
export async function* membersOf(
  file: InputFile,
  packing: Exclude<Packing, 'none'>,
  limits: Partial<MemberLimits> = {},
): AsyncGenerator<Member> {
  const all = { ...memberLimits, ...limits };
  if (packing === 'zip') yield* (await import('./zip.js')).zipMembers(file, all);
  else yield* (await import('./tar.js')).tarMembers(file, unpacked(file), all);
}

/** The whole of a member, for those that are a single record. */
export async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

async function headOf(bytes: AsyncIterable<Uint8Array>, length: number): Promise<Buffer> {
  let head = Buffer.alloc(0);
  for await (const part of bytes) {
    head = Buffer.concat([head, part]);
    if (head.length >= length) break;
  }
  return head;
}
