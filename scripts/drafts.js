// npm run drafts ARTICLE EXPECTED.yaml [ARTICLE EXPECTED.yaml …]: how well drafts match what a reader expects of each article, after a build.
// A claim is found where its figure and unit are (without a figure: its check and an organisation); of those found it counts claimants, firmness,
// check and organisations that are right. Hedged statements without figure and kind are left open. Without arguments: the articles of test/draft/articles.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** Parts of a claim that are compared where it is found. */
export const parts = ['claimant', 'firmness', 'check', 'organisations'];

/** Holds the claims of a draft against those expected: which are found and with which parts right, which are missed, which are false. */
export function compare(claims, expected) {
  const open = claims.map((claim) => ({ claim, ...flat(claim) }));
  const missed = [];
  const found = [];
  for (const want of expected) {
    const fits = open.filter((have) => !have.taken && isSame(have, want));
    const [best] = fits.sort((a, b) => right(b, want).length - right(a, want).length);
    if (best === undefined) missed.push(want);
    else {
      best.taken = true;
      found.push({ want, have: best, right: right(best, want), open: unsure(best, want) });
    }
  }
  const rest = open.filter(({ taken }) => !taken);
  // A hedged statement whose kind the draft leaves to the reader is no find.
  const isLeft = ({ figure, claim }) => figure === null && claim.check.none === '?';
  return { found, missed, extra: rest.filter((one) => !isLeft(one)), left: rest.filter(isLeft) };
}

function flat({ figures, claimant, firmness, check, draft }) {
  const organisations = check.of ?? [check.organisation, check.by].filter((id) => id !== undefined);
  const guess = draft?.guesses.check[0]?.value;
  // Where no measure of demand is there yet, the guess says that demand is meant.
  const kind = check.measure ?? check.fact ?? (guess === 'demand' ? guess : check.none);
  return { figure: figures[0] ?? null, claimant: claimant.name, firmness, check: kind, organisations };
}

function isSame(have, want) {
  if (want.figure === null || have.figure === null) {
    return (
      want.figure === have.figure &&
      have.check === want.check &&
      (want.organisations.length === 0 || want.organisations.some((id) => have.organisations.includes(id)))
    );
  }
  return amount(have.figure) === amount(want.figure) && have.figure.unit === want.figure.unit;
}

const scales = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const amount = ({ printed, scale }) => Number(printed) * (scale === undefined ? 1 : scales[scale]);
const plain = (name) => name.toLowerCase().replace(/^(?:the|le|la|les) /, '');
const ordered = ['ratio', 'flows', 'acquired', 'stake_taken', 'part_of'];

function right(have, want) {
  const ids = (list) => (ordered.includes(want.check) ? list : [...list].sort()).join(' ');
  const known = have.organisations.filter((id) => id !== '?');
  return parts.filter((part) => {
    if (part === 'claimant') return plain(have.claimant) === plain(want.claimant);
    // A figure that nothing measures is drafted without organisations; who it is about then stands in the guesses.
    if (part === 'organisations')
      return ids(known) === ids(want.organisations) || ids(guessed(have)) === ids(want.organisations);
    return have[part] === want[part];
  });
}

const guessed = ({ claim }) => (claim.draft?.guesses.organisations ?? []).map(({ value }) => value);
const unsure = (have, want) =>
  parts.filter((part) => part !== 'organisations' && have[part] === '?' && want[part] !== '?');

/** The figures of one comparison or of several together, in a line. */
export function tally(results) {
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  const found = sum((r) => r.found.length);
  const missed = sum((r) => r.missed.length);
  const extra = sum((r) => r.extra.length);
  const each = parts.map(
    (part) => `${part} ${sum((r) => r.found.filter((f) => f.right.includes(part)).length)}`,
  );
  const whole = sum((r) => r.found.filter((f) => f.right.length === parts.length).length);
  return `hits ${found} of ${found + missed}, misses ${missed}, false finds ${extra}, left open ${sum((r) => r.left.length)}; right of the hits: ${each.join(', ')}, all four ${whole}`;
}

async function main(args) {
  const root = join(import.meta.dirname, '..');
  const { draftOf, readArticle } = await import(join(root, 'dist', 'draft', 'index.js'));
  const { mergeRegistries, parseRegistry } = await import(join(root, 'dist', 'organisations', 'index.js'));
  const { shipped } = await import(join(root, 'dist', 'cli', 'shipped.js'));
  const folder = join(root, 'test', 'draft', 'articles');
  const verbose = args.includes('--all');
  const given = args.filter((arg) => arg !== '--all');
  const pairs = given.length > 0 ? pairsOf(given) : articlesIn(folder);
  const results = [];
  for (const [article, expectation] of pairs) {
    const text = readFileSync(expectation, 'utf8');
    const expected = parse(text);
    const beside = join(article, '..', '..', 'registry.yaml');
    const rows =
      (expected.organisations ?? []).length > 0
        ? parseRegistry(JSON.stringify({ organisations: expected.organisations }), expectation)
        : existsSync(beside)
          ? parseRegistry(readFileSync(beside, 'utf8'), beside)
          : [];
    const registry = mergeRegistries(shipped().registry, [rows]);
    const draft = draftOf(readArticle(readFileSync(article), basename(article)), registry, basename(article));
    const result = compare(draft.claims, expected.claims);
    results.push(result);
    const written = JSON.stringify(draft.claims);
    const leaked = (expected.masked ?? []).filter(
      (name) => written.includes(name) || written.includes(name.split(' ').at(-1)),
    );
    const lost = (expected.kept ?? []).filter((name) => !written.includes(name.split(' ').at(-1)));
    console.log(
      `${basename(article)}: ${tally([result])}${leaked.length > 0 ? `; NOT MASKED: ${leaked.join(', ')}` : ''}${lost.length > 0 ? `; masked or absent: ${lost.join(', ')}` : ''}`,
    );
    if (verbose) details(result);
  }
  console.log(`all ${results.length}: ${tally(results)}`);
}

function details({ found, missed, extra }) {
  const said = (one) =>
    `${one.figure === null ? '-' : `${one.figure.printed} ${one.figure.scale ?? ''} ${one.figure.unit}`} | ${one.claimant} | ${one.firmness} | ${one.check} | ${one.organisations.join(' ')}`;
  for (const { want, have, right } of found) {
    if (right.length === parts.length) continue;
    console.log(
      `  differs: ${said(want)}\n     drafted: ${said(have)} (${guessed(have).join(' ')})\n     ${have.claim.draft.sentence}`,
    );
  }
  for (const want of missed) console.log(`  missed: ${said(want)}`);
  for (const have of extra) console.log(`  false: ${said(have)}\n     ${have.claim.draft.sentence}`);
}

function pairsOf(paths) {
  return paths.flatMap((path, i) => (i % 2 === 0 ? [[path, paths[i + 1]]] : []));
}

function articlesIn(folder) {
  return readdirSync(folder)
    .filter((file) => /\.(?:txt|html)$/.test(file))
    .map((file) => [join(folder, file), join(folder, file.replace(/\.\w+$/, '.expected.yaml'))]);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2));
