import { crc32, deflateRawSync } from 'node:zlib';
import { pack } from 'tar-stream';
import type { InputFile } from '../../src/files/index.js';

/** A file that is only in memory, handed over in pieces. */
export function fileOf(name: string, content: string | Uint8Array, piece = 1000): InputFile {
  const bytes = Buffer.from(content as Uint8Array);
  const slice = async function* (start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let at = start; at < end; at += piece) yield bytes.subarray(at, Math.min(at + piece, end));
  };
  return {
    name,
    path: `/nowhere/${name}`,
    place: name,
    sha256: name,
    open: () => slice(0, bytes.length),
    anywhere: { size: bytes.length, slice },
  };
}

/** A member to be: its name, its content, and what makes it odd. */
export interface Planned {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly type?: 'file' | 'directory' | 'symlink' | 'link' | 'fifo';
  readonly linkname?: string;
}

/** A tar as a packer writes it. */
export async function tarOf(members: readonly Planned[]): Promise<Buffer> {
  const tar = pack();
  for (const { content = '', ...header } of members) {
    tar.entry(header, Buffer.from(content as Uint8Array));
  }
  tar.finalize();
  const parts: Uint8Array[] = [];
  for await (const part of tar) parts.push(part);
  return Buffer.concat(parts);
}

/** A member of a zip: `mode` as Unix has it, `says` a size that is not its own, `flags` such as the password's. */
export interface PlannedZip {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly mode?: number;
  readonly says?: number;
  readonly flags?: number;
}

/** A zip, byte by byte, so that it may lie. */
export function zipOf(members: readonly PlannedZip[]): Buffer {
  const local: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', mode = 0o100644, says, flags = 0x800 } of members) {
    const bytes = Buffer.from(content as Uint8Array);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(says ?? bytes.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), shared, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(at, 10);
    list.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), shared, tail, path);
    local.push(entry);
    at += entry.length;
  }
  const central = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, central, Buffer.from('PK\x05\x06'), end]);
}
