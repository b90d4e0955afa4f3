import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { registryIn } from '../derive.js';
import type { Article, Draft } from '../draft/index.js';
import { MercatoError } from '../errors.js';
import type { Organisation } from '../organisations/index.js';
import type { Effects } from './effects.js';
import { databaseOf, languageOf, type Shared, withDesk } from './shared.js';
import { shipped } from './shipped.js';

interface DraftGiven extends Pick<Shared, 'db' | 'json' | 'lang'> {
  readonly out?: string;
  readonly force?: boolean;
  readonly source?: string;
  readonly on?: string;
  readonly model?: string;
}

/** `draft`: an article to a file of claims for a person to correct. */
export function draftCommand(effects: Effects): Command {
  return new Command('draft')
    .argument('<article>', 'a file of text or HTML; - reads standard input')
    .summary('a file of claims drafted from an article')
    .description(
      'Drafts a file of claims from an article in English or French, for a person to correct: what is unsure is ?, and stands beside the sentence and the guesses.\nNames of people who neither make a claim nor hold an office are masked. Nothing of the article is run, fetched or kept.',
    )
    .option('--db <url>', 'database whose organisations count too, by default MERCATO_DB or ./mercato.duckdb')
    .option('--out <file>', 'file to write, instead of standard output')
    .option('--force', 'overwrite the file')
    .option('--source <address>', 'address of the article')
    .option('--on <date>', 'day on which it appeared, YYYY-MM-DD')
    .option(
      '--model <name>',
      'a language model that proposes too, at MERCATO_MODEL_URL; the text leaves this machine',
    )
    .option('--json', 'one JSON document, with the evidence of each claim')
    .addOption(new Option('--lang <lang>', 'language of comments and messages').choices(['en', 'fr']))
    .addHelpText(
      'after',
      '\nExamples:\n  mercato draft article.txt --out claims.yaml\n  mercato draft page.html --json\n  pbpaste | mercato draft -',
    )
    .action((article: string, given: DraftGiven) => draftTo(article, given, effects));
}

async function draftTo(path: string, given: DraftGiven, effects: Effects): Promise<void> {
  if (given.out !== undefined && existsSync(given.out) && !given.force) {
    throw new MercatoError('usage', `file exists: ${given.out}; --force overwrites it`);
  }
  const { draftOf, readArticle, writeDraft } = await import('../draft/index.js');
  const file = path === '-' ? '-' : basename(path);
  const read = readArticle(await bytesOf(path), file);
  const article = {
    ...read,
    ...(given.source === undefined ? {} : { address: given.source }),
    ...(given.on === undefined ? {} : { published: await dayOf(given.on) }),
  };
  const registry = await registryOf(given, effects);
  const lang = languageOf(given, effects);
  const own = draftOf(article, registry, file);
  const draft =
    given.model === undefined
      ? own
      : await proposed(own, { article, registry, file, model: given.model, lang }, effects);
  const text = given.json ? `${JSON.stringify(draft, null, 2)}\n` : writeDraft(draft, file, lang);
  if (given.out === undefined) effects.out(text);
  else await put(given.out, text, given.force === true);
  effects.err(summary(draft, given.out, lang));
}

interface Proposing {
  readonly article: Article;
  readonly registry: readonly Organisation[];
  readonly file: string;
  readonly model: string;
  readonly lang: 'en' | 'fr';
}

/** The draft with what a language model proposes; the draft alone where it fails, so that nothing is lost. */
async function proposed(
  draft: Draft,
  { article, registry, file, model, lang }: Proposing,
  effects: Effects,
): Promise<Draft> {
  const { maskedSentences, promptFor, withProposals } = await import('../draft/index.js');
  const { askModel, modelAddress } = await import('./model.js');
  const { host } = modelAddress(effects);
  effects.err(
    lang === 'fr'
      ? `attention : le texte, sans les noms masqués, quitte cette machine pour ${host}\n`
      : `warning: the text, without the names that are masked, leaves this machine for ${host}\n`,
  );
  const sentences = maskedSentences(article, registry, file);
  try {
    return withProposals(draft, await askModel(model, promptFor(sentences), effects), sentences, registry);
  } catch (error) {
    if (!(error instanceof MercatoError) || error.code !== 'source' || effects.signal.aborted) throw error;
    effects.err(
      lang === 'fr' ? `sans le modèle : ${error.message}\n` : `without the model: ${error.message}\n`,
    );
    return draft;
  }
}

/** The bytes of an article; one that is too large is not read to its end. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const { tooLarge } = await import('../draft/index.js');
  if (path !== '-') {
    const found = await stat(path).catch((cause: unknown) => {
      throw new MercatoError('source', `no such file: ${path}; check the path`, { cause });
    });
    if (found.isDirectory())
      throw new MercatoError('source', `a folder, not a file: ${path}; name an article`);
    tooLarge(found.size, path);
    return readFile(path).catch((cause: unknown) => {
      throw new MercatoError('source', `cannot read: ${path}; check its permissions`, { cause });
    });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += (chunk as Uint8Array).length;
    tooLarge(size, '-');
  }
  return Buffer.concat(chunks);
}

async function dayOf(text: string): Promise<string> {
  const { parseDate } = await import('../records/index.js');
  if (parseDate(text) !== null) return text;
  throw new MercatoError('usage', `invalid --on: "${text}"; write YYYY-MM-DD, YYYY-MM or YYYY`);
}

async function registryOf(given: DraftGiven, effects: Effects): Promise<readonly Organisation[]> {
  const { registry } = shipped();
  if (given.db === undefined && !existsSync(databaseOf(given, effects))) return registry;
  return withDesk(
    given,
    effects,
    async ({ warehouse }) => (await registryIn(warehouse, registry)).organisations,
  );
}

async function put(path: string, text: string, force: boolean): Promise<void> {
  await writeFile(path, text, { flag: force ? 'w' : 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    throw new MercatoError('source', `cannot write: ${path}: ${cause.message}; give another --out`, {
      cause,
    });
  });
}

function summary(
  {
    claims,
    masked,
    sentences,
  }: { readonly claims: readonly unknown[]; readonly masked: number; readonly sentences: number },
  out: string | undefined,
  lang: 'en' | 'fr',
): string {
  const where = out === undefined ? '' : lang === 'fr' ? `, dans ${out}` : `, in ${out}`;
  return lang === 'fr'
    ? `${claims.length} affirmations ébauchées dans ${sentences} phrases, ${masked} noms de personnes masqués${where} ; corrigez chaque ?\n`
    : `${claims.length} claims drafted from ${sentences} sentences, names of ${masked} people masked${where}; correct every ?\n`;
}
