import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MercatoError } from '../../src/errors.js';
import { type InputFile, type MemberLimits, membersOf, packingOf, wholeOf } from '../../src/files/index.js';
import { fileOf, type Planned, type PlannedZip, tarOf, zipOf } from './packing.js';

const two = [
  { name: 'folder/a.txt', content: 'ash'.repeat(1000) },
  { name: 'folder/empty.txt', content: '' },
  { name: 'b.txt', content: 'birch' },
];
const zeros = new Uint8Array(80 * 2 ** 20);

/** Names and contents of all members. */
async function read(file: InputFile, limits: Partial<MemberLimits> = {}): Promise<readonly string[]> {
  const packing = await packingOf(file);
  if (packing === 'none') throw new Error('no archive');
  const found: string[] = [];
  for await (const member of membersOf(file, packing, limits)) {
    const content = (await wholeOf(member.open())).toString();
    found.push(`${member.number} ${member.name} ${content.slice(0, 6)} ${content.length}`);
  }
  return found;
}

async function refusal(file: InputFile, limits: Partial<MemberLimits> = {}): Promise<string> {
  const error = await read(file, limits).then(
    (found) => `read: ${found.join('; ')}`,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(MercatoError);
  expect((error as MercatoError).code).toBe('source');
  return (error as MercatoError).message;
}

const tarRefusal = async (members: readonly Planned[]): Promise<string> =>
  refusal(fileOf('a.tar.gz', gzipSync(await tarOf(members))));
const zipRefusal = (members: readonly PlannedZip[]): Promise<string> =>
  refusal(fileOf('a.zip', zipOf(members)));

describe('packingOf(file)', () => {
  it.each([
    ['a zip', zipOf(two), 'zip'],
    ['an empty zip', zipOf([]), 'zip'],
    ['a gzip of something else', gzipSync('name,place'), 'none'],
    ['text', 'PK is no zip', 'none'],
    ['nothing', '', 'none'],
  ])('tells %s by its content', async (_, content, packing) => {
    expect(await packingOf(fileOf('a', content, 3))).toBe(packing);
  });

  it('tells a tar, in a gzip or not', async () => {
    const tar = await tarOf(two);
    expect(await packingOf(fileOf('a', tar))).toBe('tar');
    expect(await packingOf(fileOf('a', gzipSync(tar)))).toBe('tar');
  });
});

describe('membersOf(file)', () => {
  it.each([1, 511, 100_000])('gives the files of a tar in pieces of %i bytes', async (piece) => {
    const tar = await tarOf([{ name: 'folder/', type: 'directory' }, ...two]);
    const expected = ['2 folder/a.txt ashash 3000', '3 folder/empty.txt  0', '4 b.txt birch 5'];
    expect(await read(fileOf('a.tar', tar, piece))).toEqual(expected);
    expect(await read(fileOf('a.tar.gz', gzipSync(tar), piece))).toEqual(expected);
  });

  it.each([1, 100_000])('gives the files of a zip in pieces of %i bytes', async (piece) => {
    const zip = zipOf([{ name: 'folder/', mode: 0o040755 }, ...two]);
    expect(await read(fileOf('a.zip', zip, piece))).toEqual([
      '2 folder/a.txt ashash 3000',
      '3 folder/empty.txt  0',
      '4 b.txt birch 5',
    ]);
  });

  it('passes over members that nobody opens', async () => {
    const names: string[] = [];
    for await (const { name } of membersOf(fileOf('a.tar', await tarOf(two)), 'tar')) names.push(name);
    expect(names).toEqual(two.map(({ name }) => name));
  });

  it('takes names of more than a hundred letters', async () => {
    const name = `${'long/'.repeat(60)}é.txt`;
    expect(await read(fileOf('a.tar', await tarOf([{ name, content: 'oak' }])))).toEqual([`1 ${name} oak 3`]);
  });

  it('leaves an archive inside closed', async () => {
    const inner = zipOf(two);
    const found = await read(fileOf('a.tar', await tarOf([{ name: 'inner.zip', content: inner }])));
    expect(found).toHaveLength(1);
  });

  it.each(['../out.txt', 'a/../../out.txt', '/etc/out.txt', 'C:/out.txt', 'a\\..\\out.txt', 'a/..'])(
    'refuses the path %s in both',
    async (name) => {
      for (const message of [await tarRefusal([{ name, content: 'x' }]), await zipRefusal([{ name }])]) {
        expect(message).toMatch(/^path leads out of the archive: a\.(tar\.gz|zip): /);
        expect(message).toContain(JSON.stringify(name));
      }
    },
  );

  it('refuses a path before it reads what follows', async () => {
    const bad = await tarOf([{ name: 'good' }, { name: '../x' }]);
    expect(await refusal(fileOf('a.tar', bad))).toContain('"../x"');
  });

  it.each(['symlink', 'link', 'fifo'] as const)('refuses a %s in a tar', async (type) => {
    const message = await tarRefusal([{ name: 'inside', type, linkname: '/etc/hosts' }]);
    expect(message).toBe(`${type} in an archive: a.tar.gz: "inside"; only files and folders are read`);
  });

  it('refuses a symlink and a password in a zip', async () => {
    expect(await zipRefusal([{ name: 'inside', mode: 0o120777, content: '/etc/hosts' }])).toContain(
      'symlink in an archive: a.zip: "inside"',
    );
    expect(await zipRefusal([{ name: 'inside', flags: 1 }])).toContain('locked by a password');
  });

  it('refuses what grows too much', async () => {
    const bytesPerMember = 2 ** 40;
    const bomb = fileOf('a.tar.gz', gzipSync(await tarOf([{ name: 'zeros', content: zeros }])));
    expect(await refusal(bomb, { bytesPerMember })).toContain(
      'grows more than 200 times when unpacked: a.tar.gz',
    );
    const zip = fileOf('a.zip', zipOf([{ name: 'zeros', content: zeros }]));
    expect(await refusal(zip, { bytesPerMember })).toContain(
      'grows more than 200 times when unpacked: a.zip: "zeros"',
    );
  });

  it('refuses a member that is larger than it says', async () => {
    expect(await zipRefusal([{ name: 'zeros', content: zeros, says: 10 }])).toContain(
      'broken member: a.zip: "zeros"',
    );
  });

  it('keeps to the limits', async () => {
    const tar = fileOf('a.tar', await tarOf(two));
    for (const file of [tar, fileOf('a.zip', zipOf(two))]) {
      expect(await refusal(file, { members: 2 })).toContain('archive of more than 2 members');
      expect(await refusal(file, { bytesPerMember: 2999 })).toContain('member of more than 2999 bytes');
      expect(await refusal(file, { bytes: 3004 })).toContain('archive of more than 3004 bytes');
      expect(await read(file, { members: 3, bytesPerMember: 3000, bytes: 3005 })).toHaveLength(3);
    }
  });

  it('refuses a name that would fill the memory', async () => {
    const header = (await tarOf([{ name: 'x'.repeat(300) }])).subarray(0, 512);
    header.write('77777777770\0', 124, 'latin1');
    header.write('        ', 148, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    const file = fileOf('a.tar', Buffer.concat([header, zeros]), 65_536);
    expect(await refusal(file)).toContain('more than 2097152 bytes before a member of the tar: a.tar');
  });

  it('tells a tar that is cut off, wherever it is cut', async () => {
    const tar = await tarOf(two);
    for (const length of [512, 700, 1024, tar.length - 1024, tar.length - 2000]) {
      const message = await refusal(fileOf('a.tar', tar.subarray(0, length)));
      expect(message, String(length)).toBe('cut-off tar: a.tar; fetch it again');
    }
    const gzip = gzipSync(tar);
    const half = await refusal(fileOf('a.tgz', gzip.subarray(0, gzip.length - 30)));
    expect(half).toBe('cut-off gzip: a.tgz; fetch it again');
  });

  it('tells a zip that is cut off or changed', async () => {
    const zip = zipOf(two);
    for (const length of [4, 50, zip.length - 1, zip.length - 30]) {
      expect(await refusal(fileOf('a.zip', zip.subarray(0, length)))).toBe(
        'cut-off zip: a.zip; fetch it again',
      );
    }
    const changed = Buffer.from(zip);
    changed.writeUInt8(changed.readUInt8(14) ^ 1, 14);
    const list = changed.indexOf('PK\x01\x02');
    changed.writeUInt8(changed.readUInt8(list + 16) ^ 1, list + 16);
    expect(await refusal(fileOf('a.zip', changed))).toContain('broken member: a.zip: "folder/a.txt"');
  });

  it('tells a zip whose list points out of the file', async () => {
    const zip = zipOf(two);
    const list = zip.indexOf('PK\x01\x02');
    zip.writeUInt32LE(0xffff_fff0, list + 42);
    expect(await refusal(fileOf('a.zip', zip))).toMatch(/^broken member: a\.zip: "folder\/a\.txt"/);
  });
});
