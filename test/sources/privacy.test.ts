import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cncf } from '../../src/sources/cncf.js';
import { csv } from '../../src/sources/csv.js';
import { fingerprintOf, pseudonymOf } from '../../src/sources/index.js';
import { jsonl } from '../../src/sources/jsonl.js';
import { folder, key, loading } from './loading.js';

const row = (person: string, employer = 'Acorn'): string =>
  `person,employer,start\n${person},${employer},2019\n`;

describe('pseudonymOf(key, identifier, namespace)', () => {
  it('is HMAC-SHA-256, as another tool computes it', () => {
    // printf 'github:maudlin' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07 (32 bytes), OpenSSL 3.0
    expect(pseudonymOf(key, 'github:maudlin', 'any.csv')).toBe(
      '70424a32e86a39edc9000fd8b20bb905364e86d9461ca61aeee556921ffd8e28',
    );
  });

  it('does not say who it is without the key', () => {
    expect(pseudonymOf(new Uint8Array(32).fill(8), 'github:maudlin', 'a')).not.toBe(
      pseudonymOf(key, 'github:maudlin', 'a'),
    );
    expect(fingerprintOf(new Uint8Array(32).fill(8))).not.toBe(fingerprintOf(key));
  });

  it('is one for identifiers that name their namespace, whatever the file and the case', () => {
    for (const space of ['github', 'launchpad', 'orcid', 'email']) {
      expect(pseudonymOf(key, `${space}:x`, 'a.csv')).toBe(
        pseudonymOf(key, ` ${space.toUpperCase()}: X `, 'b.csv'),
      );
    }
  });

  it('keeps the same bare identifier of two namespaces apart', () => {
    const property = fc.property(fc.string(), fc.string(), fc.string(), (id, a, b) => {
      fc.pre(a !== b && !/^(github|launchpad|orcid|email):/i.test(id.trim()));
      expect(pseudonymOf(key, id, `${a}.csv`)).not.toBe(pseudonymOf(key, id, `${b}.csv`));
    });
    fc.assert(property);
  });
});

describe('people of two files', () => {
  it('are the same where the identifier says so, in any format', async () => {
    const two = await loading(csv, {
      'a.csv': row('github:maudlin'),
      'b.csv': row('GitHub:maudlin', 'Birch'),
    });
    expect(two.people).toHaveLength(1);
    expect(two.status.people).toBe(1);
    const text = await loading(cncf, { 'c.txt': 'maudlin: m!acorn.example\n\tCedar\n' });
    expect(text.people).toEqual(two.people);
    const lines = await loading(jsonl, {
      'd.jsonl': '{"person":"github:maudlin","employer":"Dogwood","start":"2019"}\n',
    });
    expect(lines.people).toEqual(two.people);
  });

  it('are different where the identifier is bare', async () => {
    const { people } = await loading(csv, { 'a.csv': row('17'), 'b.csv': row('17', 'Birch') });
    expect(people).toHaveLength(2);
  });

  it('are the same where the files share a namespace', async () => {
    const files = { 'a.csv': row('17'), 'b.csv': row('17', 'Birch') };
    const { people } = await loading(csv, files, { namespace: 'census' });
    expect(people).toEqual([pseudonymOf(key, '17', 'census')]);
    const other = await loading(csv, files, { namespace: 'registry' });
    expect(other.people).not.toEqual(people);
  });
});

describe('the database file', () => {
  it('holds no identifier, handle, address or folder of a person, and does hold employers', async () => {
    const database = join(folder, 'private.duckdb');
    const handles = ['maudlin-quillfeather', 'osbert-thistlewood'];
    const text = handles
      .map(
        (h) =>
          `${h}*: ${h}.work!acorn-grove.example\n\tAcorn Grove Works until 2019-02-01\n\tBirch from 2019-02-01\n`,
      )
      .join('');
    await loading(cncf, { 'people.txt': text.repeat(40) }, { database });
    await loading(
      csv,
      {
        'people.csv': `${row('email:Philippa.Larkspur@cedar-hollow.example')}winifred-yarrow-0042,Cedar,2019\n`,
      },
      { database },
    );
    const bytes = Buffer.concat(
      [database, `${database}.wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path)),
    )
      .toString('latin1')
      .toLowerCase();
    expect(bytes).toContain('grove works');
    for (const secret of [
      ...handles,
      'quillfeather',
      'thistlewood',
      'acorn-grove.example',
      'larkspur',
      'cedar-hollow',
      'winifred',
      'yarrow',
      folder.toLowerCase(),
      Buffer.from(key).toString('latin1'),
    ]) {
      expect({ secret, stored: bytes.includes(secret) }).toEqual({ secret, stored: false });
    }
  });
});
