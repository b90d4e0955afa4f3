import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import {
  type CheckedClaim,
  type Claim,
  checkClaims,
  claimReviewOf,
  isNothingLoaded,
  joinClaims,
  parseClaims,
  registryVersion,
} from '../claims/index.js';
import { type DataLine, dataLine } from '../dataLine.js';
import { MercatoError, nearest } from '../errors.js';
import type { Organisation } from '../organisations/index.js';
import type { Desk } from '../subjects.js';
import { type Effects, inputFile } from './effects.js';
import { keepVerdicts } from './kept.js';
import { progressOn } from './progress.js';
import { databaseOf, languageOf, type Shared, withDesk } from './shared.js';
import { shipped, shippedClaims } from './shipped.js';

interface CheckGiven extends Pick<Shared, 'db' | 'json' | 'lang'> {
  readonly format?: 'table' | 'json' | 'claimreview';
  readonly claim?: readonly string[];
  readonly history?: true | readonly string[];
  readonly publisher?: string;
  readonly publisherUrl?: string;
}

/** Largest file of claims that a person writes. */
const largest = 4_000_000;

/** `check`: verdicts on claims, and how they came to change. */
export function checkCommand(effects: Effects): Command {
  return new Command('check')
    .argument('[files...]', 'files of claims in YAML; by default the claims that ship')
    .summary('which claims of the press hold up')
    .description(
      'Checks claims against the data, the registry, arithmetic and one another, and says for each which verdict it gets and why.\nWithout files: the claims that ship. Without a database: the checks that need no data.\nVerdicts are kept beside the database, in DATABASE.verdicts.jsonl. Exits 0 whatever the verdicts are.',
    )
    .option('--claim <ids...>', 'only these claims, with all that they rest on')
    .option('--history [ids...]', 'how verdicts came to change, of all claims or of these')
    .option('--db <url>', 'database, by default MERCATO_DB or ./mercato.duckdb')
    .option('--json', 'one JSON document on standard output')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'claimreview']))
    .option('--publisher <name>', 'who publishes the ClaimReview and answers for it')
    .option('--publisher-url <url>', 'address of the publisher')
    .addOption(new Option('--lang <lang>', 'language of reasons').choices(['en', 'fr']))
    .addHelpText(
      'after',
      '\nExamples:\n  mercato check\n  mercato check claims.yaml --db careers.duckdb --lang fr\n  mercato check --claim 13a-anthropic-from-deepmind\n  mercato check --history --json\n  mercato check --format claimreview --publisher "The Gazette" --publisher-url https://example.org',
    )
    .action((files: string[], given: CheckGiven) => checkTo(files, given, effects));
}

async function checkTo(files: readonly string[], given: CheckGiven, effects: Effects): Promise<void> {
  const format = formatOf(given);
  publisherOf(given);
  const own = await Promise.all(files.map(claimsAt));
  const none =
    given.db === undefined && effects.env.MERCATO_DB === undefined && !existsSync(databaseOf(given, effects));
  if (none) {
    if (given.history !== undefined) {
      throw new MercatoError(
        'warehouse',
        `no database: ${databaseOf(given, effects)}; verdicts are kept beside one, name it with --db`,
      );
    }
    const { registry } = shipped();
    const demo = existsSync('./mercato-demo.duckdb')
      ? 'the demo is checked with --db ./mercato-demo.duckdb'
      : 'see mercato load, or try mercato demo';
    effects.err(`no database: only what needs no data is checked; ${demo}\n`);
    return printed(await run(own, given, { registry }, effects), given, format, null, registry, effects);
  }
  await withDesk(given, effects, async (desk) => {
    const { registry } = await desk.known();
    const data = await dataLine(desk).catch((error: unknown) => {
      if (!isNothingLoaded(error)) throw error;
      effects.err('nothing is loaded: only what needs no data is checked\n');
      return null;
    });
    const on = data === null ? { registry } : { registry, desk };
    await printed(await run(own, given, on, effects), given, format, data, registry, effects);
  });
}

/** Checks the claims of the files, or those that ship; links between them reach across all. */
async function run(
  own: readonly (readonly Claim[])[],
  given: CheckGiven,
  on: { readonly registry: readonly Organisation[]; readonly desk?: Desk },
  effects: Effects,
): Promise<readonly CheckedClaim[]> {
  const replaced = new Set(own.flat().map(({ id }) => id));
  const ships = shippedClaims().filter(({ id }) => !replaced.has(id));
  const all = joinClaims([ships, ...own], new Set(on.registry.map(({ id }) => id)));
  const asked = chosen(own.length === 0 ? all : own.flat(), given.claim);
  const progress = progressOn(effects);
  try {
    const checked = await checkClaims(all, {
      ...on,
      only: new Set(asked.map(({ id }) => id)),
      progress(_, done) {
        if (effects.signal.aborted) throw new MercatoError('cancelled', 'cancelled; nothing was changed');
        progress.step('claims', done);
      },
    });
    progress.step('claims', checked.length);
    return checked;
  } finally {
    progress.done();
  }
}

async function printed(
  checked: readonly CheckedClaim[],
  given: CheckGiven,
  format: 'table' | 'json' | 'claimreview',
  data: DataLine | null,
  registry: readonly Organisation[],
  effects: Effects,
): Promise<void> {
  const lang = languageOf(given, effects);
  const history =
    data === null
      ? []
      : await keepVerdicts(databaseOf(given, effects), checked, registryVersion(registry), effects);
  if (given.history !== undefined) {
    const ids = given.history === true ? undefined : new Set(given.history);
    const { historyPage } = await import('./changes.js');
    effects.out(historyPage(history, ids, format, lang));
    return;
  }
  if (format === 'claimreview') {
    const publisher = publisherOf(given);
    const review = claimReviewOf(checked, lang, { registry, ...(publisher ? { publisher } : {}) });
    effects.out(`${JSON.stringify(review, null, 2)}\n`);
    return;
  }
  const pages = await import('./checked.js');
  if (format === 'json') effects.out(pages.checkedJson(checked, data, lang));
  else effects.out(pages.checkedTable(checked, data, lang, given.claim !== undefined));
}

function chosen(claims: readonly Claim[], ids: readonly string[] | undefined): readonly Claim[] {
  if (ids === undefined) return claims;
  return ids.map((id) => {
    const found = claims.find((claim) => claim.id === id);
    if (found) return found;
    const near = nearest(
      id,
      claims.map((claim) => claim.id),
    );
    const fix =
      near !== null
        ? `did you mean ${near}?`
        : /\.ya?ml$/.test(id)
          ? 'files go before --claim'
          : 'mercato check lists them';
    throw new MercatoError('parameter', `no such claim: ${JSON.stringify(id)}; ${fix}`);
  });
}

async function claimsAt(path: string): Promise<readonly Claim[]> {
  const { name } = await inputFile(path);
  const { size } = await stat(path);
  if (size > largest) {
    throw new MercatoError('source', `too large for a file of claims: ${name}; is this the right file?`);
  }
  const text = await readFile(path, 'utf8');
  if (text.trim() === '') {
    throw new MercatoError('source', `empty file: ${name}; write claims, as docs/claims.md shows`);
  }
  return parseClaims(text, basename(path));
}

function publisherOf({ publisher: name, publisherUrl: url }: CheckGiven) {
  if (name === undefined && url === undefined) return null;
  if (name === undefined || url === undefined || !/^https?:\/\/\S+$/.test(url)) {
    throw new MercatoError(
      'usage',
      'a publisher has a name and an address: --publisher NAME --publisher-url https://…',
    );
  }
  return { name, url };
}

function formatOf({ json, format }: CheckGiven): 'table' | 'json' | 'claimreview' {
  if (json && format !== undefined && format !== 'json') {
    throw new MercatoError('usage', `--json and --format ${format} contradict each other; give one`);
  }
  return json ? 'json' : (format ?? 'table');
}
