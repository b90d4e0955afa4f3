import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { careers, mercato, observed, place, quick, withDriver } from './command.js';

withDriver();

const claims = `claims:
  - id: acorn-from-birch
    says: {en: Ten go from Birch to Acorn for one who goes back., fr: Dix vont de Birch chez Acorn pour un qui revient.}
    claimant: {name: Gazette, stake: {en: It sells papers., fr: Elle vend du papier.}}
    where: Gazette
    on: 2022-05
    firmness: reported
    check: {measure: ratio, of: [birch, acorn]}
    comparator: equals
    figures: [{printed: "10.0", unit: ratio}]
    disputes: [{claim: 10-meta-innovation, part: whole}]
    source: https://example.org/acorn
`;
const registry = `organisations:
  - {id: acorn, title: Acorn Works, kind: company, source: 'https://example.org/acorn'}
  - {id: birch, title: Birch Labs, kind: company, source: 'https://example.org/birch'}
`;
const kept = 'mercato.duckdb.verdicts.jsonl';
const lines = (cwd: string): string[] => readFileSync(join(cwd, kept), 'utf8').trim().split('\n');

let world: { readonly [name: string]: Uint8Array } = {};

beforeAll(async () => {
  const cwd = place({ 'careers.csv': careers, 'registry.yaml': registry });
  await quick(['load', 'csv', 'careers.csv', ...observed], { cwd });
  expect(await quick(['load', 'organisations', 'registry.yaml'], { cwd })).toMatchObject({ code: 0 });
  const names = ['careers.csv', 'mercato.duckdb', 'mercato.key'];
  world = Object.fromEntries(names.map((name) => [name, readFileSync(join(cwd, name))]));
});

/** A folder with the database of three careers and a file of claims. */
const loaded = (text = claims): string => place({ ...world, 'claims.yaml': text });

describe('mercato check', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = loaded();
  });

  it('prints a verdict and its reason for each claim of a file, in 100 columns, and exits 0', async () => {
    const said = await quick(['check', 'claims.yaml'], { cwd });
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/^claim +verdict +claimed +measured/);
    expect(said.out).toMatch(/^acorn-from-birch +too little data +10\.0 to 1/m);
    expect(said.out).toMatch(/1 moved from Birch Labs to Acorn Works and 2 back until May 2022/);
    expect(said.out).toMatch(/^1 claim: 1 too little data$/m);
    expect(said.out.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(said.out).not.toContain('13a-anthropic');
  });

  it('gives one JSON document with all that a verdict rests on', async () => {
    const said = await quick(['check', 'claims.yaml', '--json', '--lang', 'fr'], { cwd });
    const { check, data, claims: rows } = JSON.parse(said.out);
    expect(check).toMatchObject({ 'too little data': 1, reproduced: 0 });
    expect(data).toMatchObject({ sources: ['csv'], simulated: false, observedUntil: '2022-12-31' });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      id: 'acorn-from-birch',
      verdict: 'too little data',
      on: 'observed',
      claimed: '10,0 pour 1',
      claim: 'Dix vont de Birch chez Acorn pour un qui revient.',
      claimant: { name: 'Gazette', stake: 'Elle vend du papier.' },
      disputes: [{ claim: '10-meta-innovation', part: 'whole' }],
      version: data.version,
    });
    expect(rows[0].reason).toMatch(
      /^1 passage de Birch Labs à Acorn Works et 2 en sens inverse jusqu’en mai 2022/,
    );
    expect(rows[0].estimates[0]).toMatchObject({
      definition: 'jusqu’en mai 2022, propriétaires de chaque mois',
      value: 0.5,
      counts: { forward: 1, backward: 2 },
      outcome: 'too little data',
    });
  });

  it('shows all that one claim rests on', async () => {
    const said = await quick(['check', 'claims.yaml', '--claim', 'acorn-from-birch'], { cwd });
    expect(said.out).toContain('Stake: It sells papers.');
    expect(said.out).toContain('- in 2021, owners of today: ');
    const wrong = await quick(['check', '--claim', '10-meta-inovation'], { cwd });
    expect(wrong).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no such claim: "10-meta-inovation"; did you mean 10-meta-innovation\?/),
    });
  });

  it('writes ClaimReview, signed by whoever publishes it', async () => {
    const args = ['check', 'claims.yaml', '--format', 'claimreview'];
    const signed = [...args, '--publisher', 'The Gazette', '--publisher-url', 'https://example.org'];
    const review = JSON.parse((await quick(signed, { cwd })).out);
    expect(review['@context']).toBe('https://schema.org');
    expect(review['@graph']).toHaveLength(1);
    expect(review['@graph'][0]).toMatchObject({
      '@type': 'ClaimReview',
      identifier: 'acorn-from-birch',
      author: { name: 'The Gazette', url: 'https://example.org' },
    });
    for (const wrong of [
      [...args, '--publisher', 'The Gazette'],
      [...args, '--history'],
      [...args, '--json'],
    ])
      expect(await quick(wrong, { cwd })).toMatchObject({ code: 2, out: '' });
  });

  it('checks what needs no data where there is no database, and keeps nothing', async () => {
    const empty = place();
    const said = await quick(['check'], { cwd: empty });
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/^22-anthropic-founded +reproduced/m);
    expect(said.err).toMatch(/^no database: only what needs no data is checked/);
    expect(existsSync(join(empty, kept))).toBe(false);
    expect(await quick(['check', '--db', 'gone.duckdb'], { cwd: empty })).toMatchObject({ code: 1 });
    expect(await quick(['check', '--history'], { cwd: empty })).toMatchObject({ code: 1 });
  });

  it.each([
    ['an empty file', '', /empty file: bad\.yaml/],
    ['no YAML', '\u0000\u0001{', /bad\.yaml:1/],
    ['another YAML', 'hello: world\n', /missing key: claims \(bad\.yaml:1\)/],
    [
      'a key given twice',
      claims.replace('    where', '    where: here\n    where'),
      /broken YAML: map keys must be unique.*bad\.yaml:\d+/,
    ],
    [
      'a dispute of no claim',
      claims.replace('10-meta', '10-mata'),
      /no such claim: "10-mata-innovation" \(bad\.yaml:2\); did you mean 10-meta-innovation/,
    ],
    [
      'an organisation that nobody knows',
      claims.replace('birch, acorn', 'birch, fig'),
      /unknown organisation: "fig" \(bad\.yaml:2\)/,
    ],
    ['a file of 5 MB', `# ${'a'.repeat(5_000_000)}\n${claims}`, /too large for a file of claims/],
  ])('refuses %s and runs nothing', async (_, text, message) => {
    writeFileSync(join(cwd, 'bad.yaml'), text);
    const said = await quick(['check', 'bad.yaml'], { cwd });
    expect(said).toMatchObject({ code: 1, out: '', err: expect.stringMatching(message) });
  });

  it('lets no text of a file steer the terminal', async () => {
    const at = loaded(claims.replace('name: Gazette', 'name: "Gaz\\e[2Jette"'));
    const said = await quick(['check', 'claims.yaml', '--claim', 'acorn-from-birch'], { cwd: at });
    expect(said.out).toContain('By: Gaz�[2Jette');
    expect(said.out).not.toContain('\u001b');
  });
});

describe('mercato check --history', () => {
  it('says what changed and why, and adds nothing where nothing did', async () => {
    const cwd = loaded();
    await quick(['check', 'claims.yaml'], { cwd });
    await quick(['check', 'claims.yaml'], { cwd });
    expect(lines(cwd)).toHaveLength(1);
    await quick(['load', 'csv', 'careers.csv', '--observed-until', '2022-11-30'], { cwd });
    const said = await quick(['check', 'claims.yaml', '--history', '--json'], { cwd });
    const { history } = JSON.parse(said.out);
    expect(history.map((row: { why: string[] }) => row.why)).toEqual([['first'], ['data']]);
    expect(history[1]).toMatchObject({
      id: 'acorn-from-birch',
      verdict: 'too little data',
      before: 'too little data',
    });
    const table = await quick(['check', 'claims.yaml', '--history', 'acorn-from-birch'], { cwd });
    expect(table.out).toMatch(
      /^acorn-from-birch\n {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}too little data {2}\(first verdict, data [0-9a-f]{12}\)/,
    );
    expect(table.out).toMatch(/\(data [0-9a-f]{12} → [0-9a-f]{12}\)/);
    expect(await quick(['check', 'claims.yaml', '--history', 'acorn-from-brich'], { cwd })).toMatchObject({
      code: 2,
    });
  });

  it('goes on after a write that was cut off, in a line of its own', async () => {
    const cwd = loaded();
    await quick(['check', 'claims.yaml'], { cwd });
    appendFileSync(join(cwd, kept), '{"id":"acorn-from-b');
    await quick(['load', 'csv', 'careers.csv', '--observed-until', '2022-11-30'], { cwd });
    const said = await quick(['check', 'claims.yaml'], { cwd });
    expect(said).toMatchObject({
      code: 0,
      err: expect.stringMatching(/1 line is no verdict and passed over/),
    });
    expect(lines(cwd).map((line) => line.endsWith('}'))).toEqual([true, false, true]);
  });

  it('is whole after processes that wrote at once', async () => {
    const cwd = loaded();
    const both = await Promise.all([
      mercato(['check', 'claims.yaml'], { cwd }),
      mercato(['check', 'claims.yaml'], { cwd }),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    for (const line of lines(cwd)) expect(() => JSON.parse(line)).not.toThrow();
  });

  it('is not kept where its file cannot be written, and the check is done', async () => {
    const cwd = loaded();
    mkdirSync(join(cwd, kept));
    const said = await quick(['check', 'claims.yaml'], { cwd });
    expect(said).toMatchObject({
      code: 0,
      err: expect.stringMatching(/verdicts are not kept: .*; the check itself is done/),
    });
    expect(said.out).toMatch(/^1 claim: 1 too little data$/m);
  });
});
