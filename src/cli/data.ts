import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { dataLine } from '../dataLine.js';
import { MercatoError, nearest } from '../errors.js';
import { type FileReport, load } from '../load.js';
import { registersOf } from '../organisations/index.js';
import { column, parseDate, spellTable } from '../records/index.js';
import {
  type Field,
  fields,
  formats,
  type Removed,
  type Source,
  sentenceOf,
  sources,
  statusOf,
  type TableSource,
  tableSources,
} from '../sources/index.js';
import { rewriteWarehouse } from '../warehouse/index.js';
import { type Effects, inputFile } from './effects.js';
import { earlierOf, writingTo } from './loading.js';
import { progressOn } from './progress.js';
import { loadRegistry, registerFormats } from './register.js';
import { databaseOf, formatOf, languageOf, type Shared, withDesk, withShared } from './shared.js';
import { grid } from './table.js';

/** Commands about the data itself: load, status. */
export function dataCommands(effects: Effects): Command[] {
  return [loadCommand(effects), statusCommand(effects)];
}

interface LoadGiven extends Shared {
  readonly map?: ReadonlyMap<Field, string>;
  readonly observedUntil?: string;
  readonly skipBad: number;
  readonly gap?: number;
  readonly keepNames?: boolean;
  readonly optOut?: string;
  readonly namespace?: string;
  readonly person?: string;
  readonly replaces?: string;
}

function loadCommand(effects: Effects): Command {
  const listed = [...formats, ...registerFormats]
    .map((s) => `  ${s.name.padEnd(14)} ${s.title}: ${s.accepts}`)
    .join('\n');
  return withShared(new Command('load').argument('<source>', 'format of the files').argument('<files...>'))
    .summary('read files into the warehouse')
    .description(
      `Reads files into the warehouse, in one transaction: all of them or nothing.\nA file that changed replaces what it gave before.\n\nSources:\n${listed}`,
    )
    .option('--map <pairs>', 'columns of the file for the fields, as employer=company,start=from', pairs)
    .option(
      '--observed-until <day>',
      'last day the files observe, YYYY-MM-DD; open jobs are censored there',
      day,
    )
    .option('--skip-bad <n>', 'load although up to n rows are bad; they are listed', count, 0)
    .option('--gap <months>', 'months without a sighting after which a job is another one (24)', months)
    .option(
      '--namespace <name>',
      'files whose bare person ids mean the same people; by default each file by itself',
    )
    .option(
      '--person <id>',
      'whose the file is, for formats of one person: orcid:…, github:…, email:… joins them with other files',
    )
    .option(
      '--replaces <file>',
      'the earlier vintage of the file, loaded from another place: its spells go, and how late moves were reported is kept for delay',
    )
    .option('--keep-names', 'keep identifiers beside the pseudonyms; moves then shows them')
    .option(
      '--opt-out <file>',
      'people who stay out of these files and all later ones: identifiers or SHA-256, one per line',
    )
    .addHelpText(
      'after',
      `\nExamples:\n${[...formats, ...registerFormats].map((s) => `  ${s.example}`).join('\n')}`,
    )
    .action(async (name: string, paths: string[], given: LoadGiven) => {
      if (registerFormats.some((format) => format.name === name))
        return loadRegistry(name, paths, given, effects);
      const { reports, removed } = await loadFiles(sourceNamed(name), paths, given, effects);
      if (formatOf(given) === 'json') {
        const out = removed === undefined ? {} : { removed };
        effects.out(`${JSON.stringify({ files: reports.map(withSentences), ...out }, null, 2)}\n`);
        return;
      }
      if (removed !== undefined) {
        effects.out(`opt-out: ${removed.spells} spells of ${removed.people} people removed\n`);
      }
      for (const report of reports) {
        effects.out(`${report.name}: ${report.outcome}, ${gave(report)}\n`);
        for (const row of report.bad) effects.err(`skipped: ${sentenceOf(report.name, row)}\n`);
      }
    });
}

async function loadFiles(
  source: Source | TableSource,
  paths: readonly string[],
  given: LoadGiven,
  effects: Effects,
): Promise<{ readonly reports: readonly FileReport[]; readonly removed: Removed | undefined }> {
  if ('fills' in source) checkWithoutPeople(source, given);
  else checkCareers(source, paths, given);
  const database = databaseOf(given, effects);
  const files = await Promise.all((await filesIn(paths, source)).map(inputFile));
  const twice = files.find((file, i) => files.findIndex((f) => f.place === file.place) < i);
  if (twice) throw new MercatoError('usage', `file named twice: ${twice.name}; name it once`);
  const outs = given.optOut === undefined ? undefined : await inputFile(given.optOut);
  const progress = progressOn(effects);
  let removed: Removed | undefined;
  let gone = 0;
  const left = (people: number): void => {
    gone = people;
  };
  const told = (found: Removed): void => {
    removed = found;
  };
  try {
    const map = given.map ?? new Map();
    const replaces = earlierOf(given.replaces, files);
    const options = { ...given, replaces, map, source, files, simulated: false, progress: progress.step };
    const reports = await writingTo(database, effects, ({ warehouse, ...writing }) =>
      load(warehouse, { ...options, ...writing, optOut: outs, removed: told, left }),
    );
    if ((removed?.people ?? 0) + gone > 0) await rewriteWarehouse(database);
    return { reports, removed };
  } finally {
    progress.done();
  }
}

function checkCareers(source: Source, paths: readonly string[], given: LoadGiven): void {
  if (given.map !== undefined && !source.mappable) {
    throw new MercatoError('usage', `${source.name} has its own format: it takes no --map`);
  }
  if (given.person !== undefined && !source.isOnePerson) {
    throw new MercatoError('usage', `${source.name} says itself whose a spell is: it takes no --person`);
  }
  if (given.person !== undefined && (paths.length > 1 || given.person.trim() === '')) {
    throw new MercatoError('usage', '--person names one person: give an id, and the one file that is theirs');
  }
  if (given.gap !== undefined && !source.joins) {
    throw new MercatoError('usage', `${source.name} has no sightings to join: it takes no --gap`);
  }
}

/** Options that mean nothing where no person is told of. */
const ofPeople = ['map', 'gap', 'namespace', 'person', 'keepNames', 'optOut', 'replaces'] as const;

function checkWithoutPeople({ name }: TableSource, given: LoadGiven): void {
  const strange = ofPeople.find((option) => given[option] !== undefined);
  if (strange === undefined) return;
  const option = strange.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new MercatoError('usage', `${name} tells of no person: it takes no --${option}`);
}

/** What a file gave: `6 spells`, `24642 rows of posting`. */
function gave({ spells, fills, rows }: FileReport): string {
  return fills === spellTable.name ? `${spells} spells` : `${rows} rows of ${fills}`;
}

/** The paths, with the files of a folder for it where the publisher ships one. */
async function filesIn(
  paths: readonly string[],
  { folder }: Source | TableSource,
): Promise<readonly string[]> {
  if (folder === undefined) return paths;
  const listed = paths.map(async (path) => {
    const names = await readdir(path).catch(() => null);
    if (names === null) return [path];
    const files = names.filter((name) => name.endsWith(folder)).sort();
    if (files.length > 0) return files.map((name) => join(path, name));
    throw new MercatoError('source', `no ${folder} files: ${path}; name the folder that holds them`);
  });
  return (await Promise.all(listed)).flat();
}

function withSentences(report: FileReport): object {
  return { ...report, bad: report.bad.map((row) => ({ ...row, message: sentenceOf(report.name, row) })) };
}

function statusCommand(effects: Effects): Command {
  return withShared(new Command('status').summary('what is loaded'))
    .description(
      'What is loaded: people, spells, organisations, moves; files with their versions, the table each fills and its rows, and oddities; where two sources tell different careers of the same people.',
    )
    .addHelpText('after', '\nExamples:\n  mercato status\n  mercato status --json')
    .action((given: Shared) =>
      withDesk(given, effects, async ({ warehouse }) => {
        const data = await dataLine({ warehouse });
        const status = await statusOf(warehouse);
        const registers = (await registersOf(warehouse)).map((row) => ({ ...row }));
        const old = effects.now() - 365 * 86_400_000;
        const files = status.sources.map((file) => ({
          ...file,
          stale: Date.parse(file.observed_until) < old,
        }));
        if (formatOf(given) === 'json') {
          effects.out(
            `${JSON.stringify({ ...status, data_version: data.version, sources: files, registers }, null, 2)}\n`,
          );
          return;
        }
        const lang = languageOf(given, effects);
        const { people, spells, organisations, episodes, moves } = status;
        const counts = [{ people, spells, organisations, episodes, moves }];
        const rows = files.map(({ oddities, spells: _, ...file }) => ({
          ...file,
          oddities: Object.entries(oddities)
            .map(([rule, rows]) => `${rule} ${rows}`)
            .join(', '),
        }));
        effects.out(`${grid(columnsOf(counts), counts, lang)}\n\n${grid(columnsOf(rows), rows, lang)}\n`);
        if (registers.length > 0) effects.out(`\n${grid(columnsOf(registers), registers, lang)}\n\n`);
        if (status.vintages.length > 0) {
          const replaced = status.vintages.map((row) => ({ ...row }));
          effects.out(`\n${grid(columnsOf(replaced), replaced, lang)}\n`);
        }
        if (status.disagreements.length > 0) {
          const pairs = status.disagreements.map((row) => ({
            ...row,
            one: row.one ?? 'all',
            other: row.other ?? 'all',
          }));
          effects.out(
            `\nPeople whom two sources know, and of them those of whom they tell different careers:\n`,
          );
          effects.out(`${grid(columnsOf(pairs), pairs, lang)}\n\n`);
        }
        effects.out(`Data version ${data.version}. Stale: observed until more than a year ago.\n`);
      }),
    );
}

/** Columns of rows made on the spot, by their values, text or numbers. */
export function columnsOf(rows: readonly { readonly [column: string]: unknown }[]) {
  return Object.entries(rows[0] ?? {}).map(([name, value]) =>
    column(
      name,
      typeof value !== 'number'
        ? 'text'
        : rows.every((row) => Number.isInteger(row[name]))
          ? 'integer'
          : 'number',
      '',
      '',
    ),
  );
}

function sourceNamed(name: string): Source | TableSource {
  const source = sources.find((s) => s.name === name) ?? tableSources.find((s) => s.name === name);
  if (source) return source;
  const names = [...formats, ...registerFormats].map((s) => s.name);
  const near = nearest(name, names);
  const fix = near === null ? `one of ${names.join(', ')}` : `did you mean ${near}?`;
  throw new MercatoError('usage', `unknown source: "${name}"; ${fix}`);
}

function pairs(text: string): ReadonlyMap<Field, string> {
  return new Map(
    text.split(',').map((pair) => {
      const [field = '', ...name] = pair.split('=');
      const known = fields.find((f) => f === field.trim());
      if (known === undefined)
        throw new InvalidArgumentError(`No field ${field}: one of ${fields.join(', ')}.`);
      if (name.join('=').trim() === '') throw new InvalidArgumentError(`Write ${field}=COLUMN.`);
      return [known, name.join('=').trim()] as const;
    }),
  );
}

function day(text: string): string {
  if (parseDate(text)?.precision !== 'day') throw new InvalidArgumentError('Write a day, YYYY-MM-DD.');
  return text;
}

function months(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Write a whole number of months from 1.');
  return Number(text);
}

/** A whole number from 0, as an option is written. */
export function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Write a whole number from 0.');
  return Number(text);
}
