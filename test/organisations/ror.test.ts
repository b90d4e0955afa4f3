import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MercatoError } from '../../src/errors.js';
import type { InputFile } from '../../src/files/index.js';
import { type RorOrganisation, readRor } from '../../src/organisations/index.js';
import { fileOf, tarOf, zipOf } from '../files/packing.js';

const ror = (n: number): string => `https://ror.org/0${String(n).padStart(8, '0')}`;
const name = (value: string, types: readonly string[], lang: string | null = null) => ({
  value,
  types,
  lang,
});
const related = (type: string, n: number) => ({ type, id: ror(n), label: 'as it was' });

/** A record of schema 2.1 with every field that the registry writes. */
const record = (n: number, more: object = {}): object => ({
  admin: {
    created: { date: '2018-11-14', schema_version: '1.0' },
    last_modified: { date: '2024-12-11', schema_version: '2.1' },
  },
  domains: [],
  established: 1911,
  external_ids: [{ all: [`grid.${n}.1`], preferred: `grid.${n}.1`, type: 'grid' }],
  id: ror(n),
  links: [],
  locations: [
    { geonames_id: 1, geonames_details: { country_code: 'CH', country_name: 'Switzerland', name: 'X' } },
  ],
  names: [name(`Institute ${n}`, ['label', 'ror_display'], 'en')],
  relationships: [],
  status: 'active',
  types: ['education'],
  ...more,
});

const json = (records: readonly object[]): string => JSON.stringify(records, null, 2);
const fileWith = (...records: readonly object[]): InputFile => fileOf('ror.json', json(records));

async function all(file: InputFile): Promise<readonly RorOrganisation[]> {
  const found: RorOrganisation[] = [];
  for await (const block of readRor(file)) found.push(...block);
  return found;
}

/** The message with which a file is refused, before it gave anything. */
async function refusal(file: InputFile): Promise<string> {
  let given = 0;
  const error = await (async () => {
    for await (const block of readRor(file)) given += block.length;
  })().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(given).toBe(0);
  expect(error).toBeInstanceOf(MercatoError);
  expect((error as MercatoError).code).toBe('source');
  return (error as MercatoError).message;
}

describe('readRor(file)', () => {
  it('gives an organisation with its names, domains, kind and parent', async () => {
    const zurich = record(1, {
      domains: ['Oak.example'],
      links: [
        { type: 'website', value: 'https://www.eiche.example/' },
        { type: 'website', value: 'https://city.example/oak' },
        { type: 'wikipedia', value: 'https://en.wikipedia.org/wiki/Oak' },
      ],
      names: [
        name('OAK', ['acronym']),
        name('Oak Institute', ['alias']),
        name('Oak Institute of Zurich', ['label', 'ror_display'], 'en'),
        name('Eichen-Institut  Zürich', ['label'], 'de'),
        name('橡树研究所', ['label'], 'zh'),
        name('Zurich Oaks', ['alias']),
      ],
      relationships: [related('parent', 2), related('related', 2), related('successor', 2)],
    });
    const [found, parent] = await all(fileWith(zurich, record(2, { relationships: [related('child', 1)] })));
    expect(found).toEqual({
      id: 'ror-000000001',
      title: 'Oak Institute of Zurich',
      kind: 'university',
      names: [
        { name: 'Oak Institute of Zurich', lang: 'en' },
        { name: 'Eichen-Institut Zürich', lang: 'de' },
        { name: '橡树研究所', lang: 'zh' },
      ],
      aliases: ['Oak Institute', 'Zurich Oaks'],
      acronyms: ['OAK'],
      domains: ['oak.example', 'eiche.example'],
      officers: [],
      parents: [{ id: 'ror-000000002', where: expect.stringMatching(/^ror\.json:\d+$/) }],
      events: [],
      authority: 'ror',
      status: 'active',
      source: 'https://ror.org/000000001',
      where: expect.stringMatching(/^ror\.json:\d+$/),
    });
    expect(parent?.parents).toEqual([]);
  });

  it.each([
    [['company'], 'company'],
    [['education', 'funder'], 'university'],
    [['funder', 'government'], 'government'],
    [['facility'], 'lab'],
    [['facility', 'nonprofit'], 'non-profit'],
    [['archive'], 'non-profit'],
    [['healthcare'], 'non-profit'],
    [['other'], 'non-profit'],
    [['something new'], 'non-profit'],
    [[], 'non-profit'],
  ])('takes %j for a %s', async (types, kind) => {
    expect((await all(fileWith(record(1, { types })))).map((o) => o.kind)).toEqual([kind]);
  });

  it('leaves out withdrawn records, also as parents, and keeps inactive ones', async () => {
    const found = await all(
      fileWith(
        record(1, { relationships: [related('parent', 2), related('parent', 3)] }),
        record(2, { status: 'withdrawn' }),
        record(3, { status: 'inactive' }),
      ),
    );
    expect(found.map((o) => [o.id, o.status, o.parents.map((p) => p.id).join()])).toEqual([
      ['ror-000000001', 'active', 'ror-000000003'],
      ['ror-000000003', 'inactive', ''],
    ]);
  });

  it('takes no parent where there are several', async () => {
    const two = [related('parent', 2), related('parent', 3)];
    const [found] = await all(fileWith(record(1, { relationships: two }), record(2), record(3)));
    expect(found?.parents).toEqual([]);
  });

  it('gives a domain of two organisations to neither', async () => {
    const found = await all(
      fileWith(
        record(1, { domains: ['both.example', 'one.example'] }),
        record(2, { links: [{ type: 'website', value: 'https://both.example' }] }),
        record(3, { status: 'withdrawn', domains: ['one.example'] }),
      ),
    );
    expect(found.map((o) => o.domains)).toEqual([['one.example'], []]);
  });

  it('takes hostile names as text and no nonsense for a domain', async () => {
    const names = [
      name('=HYPERLINK("https://evil.example")', ['ror_display']),
      name('<script>alert(1)</script>', ['alias']),
      name("'); drop table organisation; --", ['alias']),
      name('\u202eesrever', ['label'], 'he'),
      name('one\nline', ['alias']),
    ];
    const links = ['javascript:alert(1)', 'not a link', 'https://[::1]/', 'https://localhost/'].map(
      (value) => ({
        type: 'website',
        value,
      }),
    );
    const [found] = await all(fileWith(record(1, { names, links, domains: ['no domain', '../x'] })));
    expect(found?.title).toBe('=HYPERLINK("https://evil.example")');
    expect(found?.aliases).toEqual([
      '<script>alert(1)</script>',
      "'); drop table organisation; --",
      'one line',
    ]);
    expect(found?.domains).toEqual([]);
  });

  it('keeps a prototype out', async () => {
    const text = json([record(1)]).replace('"admin"', '"__proto__": {"polluted": true}, "admin"');
    expect(await all(fileOf('ror.json', text))).toHaveLength(1);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    ['in pieces of one byte', fileOf('ror.json', `\ufeff${json([record(1), record(2)])}`, 1)],
    ['on one line', fileOf('ror.json', JSON.stringify([record(1), record(2)]))],
    ['in a gzip', fileOf('ror.json.gz', gzipSync(json([record(1), record(2)])))],
    [
      'in the zip as published',
      fileOf(
        'v1.50-2024-07-29-ror-data.zip',
        zipOf([
          { name: 'v1.50-2024-07-29-ror-data.csv', content: 'id,name' },
          {
            name: 'v1.50-2024-07-29-ror-data.json',
            content: '[{"id": "https://ror.org/000000001", "name": "X"}]',
          },
          { name: 'v1.50-2024-07-29-ror-data_schema_v2.json', content: json([record(1), record(2)]) },
          { name: '__MACOSX/._v1.50-2024-07-29-ror-data_schema_v2.json', content: 'x' },
        ]),
      ),
    ],
    [
      'in a zip of one',
      fileOf('a.zip', zipOf([{ name: 'ror-data.json', content: json([record(1), record(2)]) }])),
    ],
  ])('reads it %s', async (_, file) => {
    expect((await all(file)).map((o) => o.title)).toEqual(['Institute 1', 'Institute 2']);
  });

  it('reads an empty list', async () => {
    expect(await all(fileOf('ror.json', '[]'))).toEqual([]);
  });

  it('reads fifty thousand, 240 MB of text, in half as much memory', async () => {
    const padding = 'x'.repeat(4000);
    const count = 50_000;
    const open = async function* (): AsyncGenerator<Uint8Array> {
      for (let n = 0; n < count; n++) {
        const relationships = n === 0 ? [] : [related('parent', n - 1)];
        const text = JSON.stringify(record(n, { relationships, padding }));
        yield Buffer.from(`${n === 0 ? '[' : ',\n'}${text}`);
      }
      yield Buffer.from(']');
    };
    let found = 0;
    let most = 0;
    const before = process.memoryUsage().heapUsed;
    for await (const block of readRor({ ...fileOf('ror.json', ''), open })) {
      found += block.length;
      if (found % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(found).toBe(count);
    expect(most).toBeLessThan(120 * 2 ** 20);
  }, 60_000);
});

describe('readRor refuses', () => {
  it('a relation to what is not there, with both', async () => {
    const message = await refusal(fileWith(record(1), record(2, { relationships: [related('related', 9)] })));
    expect(message).toContain(`${ror(2)} has a relation to what is not there: ${ror(9)} (ror.json:`);
  });

  it('a cycle of parents, and takes one that joins none', async () => {
    const up = (n: number) => ({ relationships: [related('parent', n)] });
    expect(
      await refusal(fileWith(record(4, up(1)), record(1, up(2)), record(2, up(3)), record(3, up(1)))),
    ).toMatch(/^its own parent in the end: https:\/\/ror\.org\/00000000[123] \(ror\.json:\d+\)/);
    expect(await all(fileWith(record(1, up(3)), record(2, up(3)), record(3)))).toHaveLength(3);
  });

  it('an address used twice', async () => {
    expect(await refusal(fileWith(record(1), record(2), record(1)))).toContain(
      `address used twice: ${ror(1)}`,
    );
  });

  it.each([
    [
      'JSON that breaks off',
      json([record(1), record(2)]).slice(0, -40),
      /^(?:cut-off|broken) JSON \(ror\.json:\d+\)/,
    ],
    ['a missing end', json([record(1)]).slice(0, -2), /^cut-off JSON \(ror\.json:\d+\)/],
    ['a missing comma', json([record(1)]).replace('"active",', '"active"'), /^broken JSON \(ror\.json:\d+\)/],
    ['more after the end', `${json([record(1)])}\n[]`, /^broken JSON/],
    ['one object', JSON.stringify(record(1)), /^broken JSON \(ror\.json:1\)/],
    ['nothing', '', /^no list of organisations \(ror\.json:1\)/],
    ['text', 'id,name\n1,x', /^broken JSON \(ror\.json:1\)/],
    ['a number in the list', '[7]', /^no ROR record: record: .* \(ror\.json:1\)/],
    [
      'schema 1',
      `[{"id": "${ror(1)}", "name": "X"}]`,
      /^ROR schema 1 \(ror\.json:1\); take the file with schema_v2/,
    ],
    ['a foreign address', json([record(1, { id: 'https://evil.example/1' })]), /^no ROR record: id: /],
    ['no display name', json([record(1, { names: [name('X', ['label'])] })]), /^no ROR record: names: /],
    [
      'a blank name',
      json([record(1, { names: [name(' ', ['ror_display'])] })]),
      /^no ROR record: names\.0\.value: /,
    ],
    ['a new status', json([record(1, { status: 'sold' })]), /^no ROR record: status: /],
  ])('%s, with its line', async (_, content, message) => {
    expect(await refusal(fileOf('ror.json', content))).toMatch(message);
  });

  it('bytes that are no UTF-8', async () => {
    const bytes = Buffer.from(json([record(1, { names: [name('Zürich', ['ror_display'])] })]), 'latin1');
    expect(await refusal(fileOf('ror.json', bytes))).toMatch(/^broken JSON \(ror\.json:\d+\)/);
  });

  it('names the line of what is broken', async () => {
    const text = json([record(1), record(2)]);
    const at = text.slice(0, text.lastIndexOf('"active"')).split('\n').length;
    const broken = `${text.slice(0, text.lastIndexOf('"active"'))}active${text.slice(text.lastIndexOf('"active"') + 8)}`;
    expect(await refusal(fileOf('ror.json', broken))).toContain(`(ror.json:${at})`);
  });

  it.each([
    ['a path that leads out', [{ name: '../ror.json', content: '[]' }], 'path leads out of the archive'],
    ['no JSON', [{ name: 'ror.csv', content: 'x' }], 'no JSON in the zip'],
    [
      'two of them',
      [{ name: 'a.json' }, { name: 'b.json' }],
      'several JSON files: ror.zip: "a.json", "b.json"',
    ],
    ['a bomb', [{ name: 'ror.json', content: `[${' '.repeat(80 * 2 ** 20)}]` }], 'grows more than 200 times'],
  ])('a zip with %s', async (_, members, message) => {
    expect(await refusal(fileOf('ror.zip', zipOf(members)))).toContain(message);
  });

  it('a zip that is cut off, and a tar', async () => {
    const zip = zipOf([{ name: 'ror.json', content: json([record(1)]) }]);
    expect(await refusal(fileOf('ror.zip', zip.subarray(0, -30)))).toBe(
      'cut-off zip: ror.zip; fetch it again',
    );
    expect(await refusal(fileOf('ror.tar', await tarOf([{ name: 'ror.json', content: '[]' }])))).toContain(
      'a tar',
    );
  });
});
