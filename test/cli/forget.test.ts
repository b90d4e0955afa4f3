import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { observed, place, quick, withDriver } from './command.js';

withDriver();

const careers = `person,employer,start,end
github:maudlin-quill,Acorn Works,2019-01,2020-06
github:maudlin-quill,Birch Labs,2020-07,
github:nils-larkspur,Acorn Works,2019-01,2020-06
github:nils-larkspur,Birch Labs,2020-07,
`;

async function loaded(options: readonly string[] = []): Promise<string> {
  const cwd = place({ 'careers.csv': careers });
  const { code, err } = await quick(['load', 'csv', 'careers.csv', ...observed, ...options], { cwd });
  expect({ code, err }).toMatchObject({ code: 0 });
  return cwd;
}

const bytesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

describe('mercato load --keep-names', () => {
  it('lets moves show identifiers, and no report', async () => {
    const cwd = await loaded(['--keep-names']);
    const moves = await quick(['moves', 'Acorn Works', 'Birch Labs'], { cwd });
    expect(moves.out).toContain('github:maudlin-quill');
    const report = await quick(['report', '--out', 'report'], { cwd });
    expect(report.code).toBe(0);
    expect(bytesIn(join(cwd, 'report'))).toContain('Acorn Works');
    expect(bytesIn(join(cwd, 'report'))).not.toContain('maudlin');
  });

  it('is off unless asked', async () => {
    const cwd = await loaded();
    const moves = await quick(['moves', 'Acorn Works', 'Birch Labs'], { cwd });
    expect(moves.out).toContain('Birch Labs');
    expect(moves.out).not.toContain('maudlin');
  });
});

describe('mercato load --opt-out', () => {
  it('says what it removed of what was loaded, and leaves nothing of it in the file', async () => {
    const cwd = await loaded(['--keep-names']);
    const more = place({ 'out.txt': 'github:maudlin-quill\n', 'more.csv': careers });
    const files = ['load', 'csv', join(more, 'more.csv'), '--opt-out', join(more, 'out.txt'), ...observed];
    const { out, code } = await quick(files, { cwd });
    expect({ out, code }).toEqual({
      out: 'opt-out: 2 spells of 1 people removed\nmore.csv: loaded, 2 spells\n',
      code: 0,
    });
    expect(readFileSync(join(cwd, 'mercato.duckdb'), 'latin1')).not.toContain('maudlin-quill');
    const missing = await quick(['load', 'csv', 'careers.csv', '--opt-out', 'none.txt', ...observed], {
      cwd,
    });
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('no such file: none.txt') });
  });
});

describe('mercato load of a file again', () => {
  it('leaves nothing in the database file of somebody whom a list of SHA-256 now keeps out', async () => {
    const cwd = await loaded(['--keep-names']);
    const hash = createHash('sha256').update('maudlin-quill').digest('hex');
    const list = join(place({ 'out.txt': `${hash}\n` }), 'out.txt');
    const again = await quick(
      ['load', 'csv', 'careers.csv', '--keep-names', '--opt-out', list, ...observed],
      { cwd },
    );
    expect(again.out).toContain('careers.csv: replaced, 2 spells\n');
    const bytes = readFileSync(join(cwd, 'mercato.duckdb'), 'latin1');
    expect(bytes).toContain('nils-larkspur');
    expect(bytes).not.toContain('maudlin-quill');
  });
});

describe('mercato forget', () => {
  it('says how many spells it removed and does not repeat the name; a later load keeps the person out', async () => {
    const cwd = await loaded(['--keep-names']);
    const first = await quick(['forget', 'github:Maudlin-Quill'], { cwd });
    expect(first).toMatchObject({
      code: 0,
      out: 'removed 2 spells; the person is kept out from now on\n',
    });
    expect(first.err).not.toContain('maudlin');
    expect(readFileSync(join(cwd, 'mercato.duckdb'), 'latin1')).not.toContain('maudlin-quill');
    await quick(['load', 'csv', 'careers.csv', '--skip-bad', '1', ...observed], { cwd });
    const status = JSON.parse((await quick(['status', '--json'], { cwd })).out);
    expect(status).toMatchObject({ people: 1, spells: 2, moves: 1, sources: [{ spells: 2 }] });
    const again = await quick(['forget', 'github:maudlin-quill', '--json'], { cwd });
    expect(JSON.parse(again.out)).toEqual({ removed: { people: 0, spells: 0 } });
    const unknown = await quick(['forget', 'github:nobody-there'], { cwd });
    expect(unknown.out).toBe('nobody by that identifier was there; they are kept out from now on\n');
  });

  it('refuses a bare identifier, the key of another installation and a database that is not there', async () => {
    const cwd = await loaded();
    const bare = await quick(['forget', 'maudlin-quill'], { cwd });
    expect(bare.code).not.toBe(0);
    expect(bare.err).toContain('an identifier without a namespace');
    expect(bare.err).not.toContain('maudlin');
    const empty = await quick(['forget', 'github: '], { cwd });
    expect(empty).toMatchObject({
      code: 2,
      err: expect.stringContaining('a namespace without an identifier'),
    });
    const elsewhere = place({ 'other.key': `${'ab'.repeat(32)}\n` });
    const env = { MERCATO_KEY: join(elsewhere, 'other.key') };
    const other = await quick(['forget', 'github:maudlin-quill'], { cwd, env });
    expect(other.code).not.toBe(0);
    expect(other.err).toContain('the key is not the one of this database');
    const none = await quick(['forget', 'github:maudlin-quill', '--db', 'none.duckdb'], { cwd });
    expect(none.err).toBe('mercato: no database: none.duckdb; give it with --db\n');
    expect(readdirSync(cwd)).not.toContain('none.duckdb');
  });
});

describe('mercato load --gap', () => {
  it('is for sightings alone, and a number of months', async () => {
    const cwd = place({ 'careers.csv': careers });
    const csv = await quick(['load', 'csv', 'careers.csv', '--gap', '12'], { cwd });
    expect(csv).toMatchObject({ code: 2, err: expect.stringContaining('takes no --gap') });
    const none = await quick(['load', 'sightings', 'careers.csv', '--gap', '0'], { cwd });
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('from 1') });
  });
});
