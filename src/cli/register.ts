import { readFile, stat } from 'node:fs/promises';
import { MercatoError } from '../errors.js';
import { type Organisation, parseRegister, readRor } from '../organisations/index.js';
import { loadRegisters, type RegisterInput } from '../registers.js';
import { type Effects, inputFile } from './effects.js';
import { writingTo } from './loading.js';
import { progressOn } from './progress.js';
import { databaseOf, formatOf, type Shared } from './shared.js';

/** Formats of the registry, which `load` takes beside the sources of people. */
export const registerFormats = [
  {
    name: 'organisations',
    title:
      'Registry of organisations: names, owners, events, and decisions about spellings; lies over what ships',
    accepts: 'YAML, as in data/organisations',
    example: 'mercato load organisations mine.yaml',
  },
  {
    name: 'ror',
    title: 'Research Organization Registry (ror.org, CC0): lies under what ships',
    accepts: 'the release as published, zip or JSON of schema 2',
    example: 'mercato load ror v2.1-ror-data.zip',
  },
] as const;

/** Largest file of a registry that a person writes. */
const largest = 20_000_000;

/** Adds files of the registry to the database, all of them or none. */
export async function loadRegistry(
  format: string,
  paths: readonly string[],
  given: Shared,
  effects: Effects,
): Promise<void> {
  const registers = await Promise.all(paths.map(format === 'ror' ? rorAt : registerAt));
  const progress = progressOn(effects);
  const reports = await writingTo(databaseOf(given, effects), effects, ({ warehouse, registry, key }) =>
    loadRegisters(warehouse, registers, { registry, key, progress: progress.step }),
  ).finally(progress.done);
  if (formatOf(given) === 'json') {
    effects.out(`${JSON.stringify({ files: reports }, null, 2)}\n`);
    return;
  }
  for (const { name, outcome, organisations, decisions } of reports) {
    effects.out(
      `${name}: ${outcome}, ${counted(organisations, 'organisation')}, ${counted(decisions, 'decision')}\n`,
    );
  }
}

/** A file of the registry that a person wrote. */
export async function registerAt(
  path: string,
): Promise<RegisterInput & { readonly organisations: readonly (readonly Organisation[])[] }> {
  const { name, place, sha256: version } = await inputFile(path);
  if ((await stat(path)).size > largest) {
    throw new MercatoError('source', `too large for a registry: ${name}; is this the right file?`);
  }
  const { organisations, decisions } = parseRegister(await textOf(path, name), name);
  return { file: { authority: 'user', name, place, version }, organisations: [organisations], decisions };
}

async function rorAt(path: string): Promise<RegisterInput> {
  const input = await inputFile(path);
  const { name, place, sha256: version } = input;
  return { file: { authority: 'ror', name, place, version }, organisations: readRor(input), decisions: [] };
}

async function textOf(path: string, name: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    throw new MercatoError('source', `invalid UTF-8 (${name}); convert the file to UTF-8`, { cause });
  }
}

function counted(number: number, one: string): string {
  return `${new Intl.NumberFormat('en-GB').format(number)} ${one}${number === 1 ? '' : 's'}`;
}
