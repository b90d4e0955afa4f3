import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compare, type ExpectedClaim } from '../../scripts/drafts.js';
import { joinClaims, parseClaims } from '../../src/claims/index.js';
import { shipped } from '../../src/cli/shipped.js';
import { type Draft, draftOf, readArticle, writeDraft } from '../../src/draft/index.js';
import { mergeRegistries, parseRegistry } from '../../src/organisations/index.js';

const folder = join(import.meta.dirname, 'articles');
const invented = parseRegistry(
  readFileSync(join(import.meta.dirname, 'registry.yaml'), 'utf8'),
  'registry.yaml',
);
const registry = mergeRegistries(shipped().registry, [invented]);
const article = (text: string) => readArticle(new TextEncoder().encode(text), 'a.txt');
const drafted = (text: string): Draft => draftOf(article(text), invented, 'a.txt');

/** Figure, claimant, firmness and check of each claim. */
const said = (draft: Draft): readonly string[] =>
  draft.claims.map(({ figures: [figure], claimant, firmness, check }) => {
    const kind =
      'measure' in check
        ? `${check.measure} ${check.of.join(' ')}`
        : 'fact' in check
          ? `${check.fact} ${check.organisation} ${check.by ?? ''}`.trim()
          : check.none;
    return `${figure ? `${figure.printed} ${figure.scale ?? ''} ${figure.unit}`.replace('  ', ' ') : '-'} | ${claimant.name} | ${firmness} | ${kind}`;
  });

const articles = readdirSync(folder).filter((file) => /\.(?:txt|html)$/.test(file));

describe.each(articles)('the draft of %s', (file) => {
  const expected = parse(readFileSync(join(folder, file.replace(/\.\w+$/, '.expected.yaml')), 'utf8')) as {
    readonly lang: string;
    readonly claims: readonly ExpectedClaim[];
    readonly masked: readonly string[];
    readonly kept: readonly string[];
  };
  let draft: Draft;
  beforeAll(() => {
    draft = draftOf(readArticle(readFileSync(join(folder, file)), file), registry, file);
  });

  it('finds nearly all claims and invents none', () => {
    const { found, missed, extra } = compare(draft.claims, expected.claims);
    expect(draft.lang).toBe(expected.lang);
    expect(missed.length).toBeLessThanOrEqual(1);
    expect(extra).toEqual([]);
    const parts = found.flatMap(({ right }) => right).length;
    expect(parts / (found.length * 4)).toBeGreaterThanOrEqual(0.75);
  });

  it('masks private people and keeps those who claim or hold an office', () => {
    const written = writeDraft(draft, file, 'en') + JSON.stringify(draft);
    for (const name of expected.masked)
      for (const part of name.split(' ')) expect(written).not.toContain(part);
    for (const name of expected.kept) expect(written).toContain(name);
  });
});

describe('draftOf()', () => {
  it('makes a claim of each element of a list of ratios', () => {
    const text =
      'Pour 6 ingénieurs venus de Brightmoor et 3,5 de Norvik qui rejoignent Quillan, la société n’en perd qu’un, selon les chiffres.';
    expect(said(drafted(text))).toEqual([
      '6 ratio | ? | reported | ratio brightmoor quillan',
      '3.5 ratio | ? | reported | ratio norvik quillan',
    ]);
  });

  it.each([
    ['Norvik a recruté 30 ingénieurs chez Halden Systems.', 'asserted'],
    ['Norvik aurait recruté 30 ingénieurs chez Halden Systems.', 'conditional'],
    ['Norvik a recruté 30 ingénieurs chez Halden Systems, selon des chiffres publiés.', 'reported'],
    ['La rumeur dit que Norvik a recruté 30 ingénieurs chez Halden Systems.', 'rumour'],
    ['Norvik va recruter 30 ingénieurs chez Halden Systems.', 'prediction'],
    ['Norvik has reportedly hired 30 engineers from Halden Systems.', 'conditional'],
    ['Norvik has hired 30 engineers from Halden Systems, according to a report.', 'reported'],
    ['Norvik will hire 30 engineers from Halden Systems.', 'prediction'],
  ])('reads from the words how firmly something is said: %s', (text, firmness) => {
    expect(drafted(text).claims.map((claim) => claim.firmness)).toEqual([firmness]);
  });

  it('takes the imperfect for no conditional', () => {
    expect(drafted('Norvik attirait 30 ingénieurs de Halden Systems chaque année.').claims[0]?.firmness).toBe(
      'asserted',
    );
  });

  it('marks what it does not know and says what it guessed', () => {
    const [claim] = drafted('Some 30 engineers have joined Norvik, according to people who know.').claims;
    expect(claim).toMatchObject({ claimant: { name: '?' }, where: '?', on: '?', source: '?' });
    expect(claim?.draft).toMatchObject({
      place: { paragraph: 1, sentence: 1, line: 1 },
      guesses: { check: [{ value: 'flows' }] },
    });
  });

  it('makes no claim of a question, a correction, a rent or the size of a survey', () => {
    const text = `Will Norvik hire 30 engineers from Halden Systems? An earlier version said that Norvik had hired 90 people from Halden Systems.
      He pays a rent of $1,400 a month. The study analysed 5,000 employees of Norvik.`;
    expect(said(drafted(text))).toEqual([]);
  });

  it('gives one person one mark, by any part of the name', () => {
    const text =
      'Norvik has hired 30 people from Halden Systems, among them the engineer Maud Example. Example and Nils Sample, a researcher, might join 12 others at Norvik; Maud is glad.';
    const written = JSON.stringify(drafted(text));
    expect(written).not.toMatch(/Maud|Example|Nils|Sample/);
    expect(written).toMatch(/\[person 1\].*\[person 1\] and \[person 2\]/s);
  });
});

describe('writeDraft()', () => {
  const draft = drafted(
    '"Norvik: has hired 30 people from Halden Systems # now\\n - id: x", said Ilse Varga, the founder of Quillan.',
  );
  const text = writeDraft(draft, 'a.txt', 'en');

  it('writes a file of claims that is refused at the first ?, with its line', () => {
    const line = text.split('\n').findIndex((one) => one.includes('"?"')) + 1;
    expect(() => parseClaims(text, 'draft.yaml')).toThrow(new RegExp(`"\\?" \\(draft\\.yaml:${line}\\)`));
  });

  it('writes a file that is taken once every ? is corrected', () => {
    const corrected = text
      .replace(/on: "\?"/g, 'on: 2025-06')
      .replace(/source: "\?"/g, 'source: https://example.org/a')
      .replaceAll('"?"', 'words');
    const ids = new Set(invented.map(({ id }) => id));
    const [claim] = joinClaims([parseClaims(corrected, 'draft.yaml')], ids);
    expect(claim).toMatchObject({
      check: { measure: 'flows', of: ['halden', 'norvik'] },
      claimant: { name: { en: 'Ilse Varga' } },
    });
  });

  it('keeps the words of an article inside comments', () => {
    expect((parse(text) as { claims: unknown[] }).claims).toHaveLength(1);
  });

  it('writes an empty list where there is nothing to claim', () => {
    expect(writeDraft(drafted('The weather was fine and everybody went home.'), 'a.txt', 'fr')).toMatch(
      /Aucune affirmation.*claims: \[\]/s,
    );
  });
});
