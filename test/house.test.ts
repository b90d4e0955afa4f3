import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measures } from '../src/measures/index.js';
import { formats } from '../src/sources/index.js';

const src = join(import.meta.dirname, '..', 'src');

/** Stages from first to last: a file imports from its own and from those before it. */
const order: readonly (readonly string[])[] = [
  ['errors', 'records', 'stats'],
  ['warehouse', 'files'],
  ['sources'],
  ['organisations'],
  ['careers'],
  ['measures'],
  ['schema'],
  ['derive'],
  [
    'load',
    'registers',
    'forget',
    'given',
    'subjects',
    'turn',
    'derived',
    'scope',
    'counts',
    'dataLine',
    'ask',
  ],
  ['release'],
  ['claims'],
  ['draft'],
  ['report'],
  ['server'],
  ['demo'],
  ['cli'],
];

/** Stages that meet in the columns of tables alone. */
const apart = ['sources', 'organisations', 'careers', 'measures'];
const alone = ['errors', 'records', 'stats'];

const drivers: Readonly<Record<string, string>> = { '@duckdb/node-api': 'warehouse/duckdb.ts' };

/** Touches of the world outside the program, and how to recognise them. */
const effects: Readonly<Record<string, RegExp>> = {
  files: /'node:(?:fs|fs\/promises|os|readline|child_process|worker_threads)'/,
  network: /'node:(?:net|http|https|http2|dns|tls)'|\bfetch\(/,
  process: /\bprocess\./,
  printing: /\bconsole\./,
  clock: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/,
  chance: /\bMath\.random\(|\brandomBytes\(|\brandomUUID\(/,
};

/** Effects outside cli, each with its reason. */
const allowedEffects: Readonly<Record<string, string>> = {
  // The engine makes a file that is not there, even to read it: it has to be asked for first.
  'warehouse/duckdb.ts': 'files',
};

/** Files that open connections, each with its reason. */
const connections: Readonly<Record<string, string>> = {
  'cli/model.ts': 'a user names a language model and its address',
};

/** Files of a folder of objects that are no object themselves. */
const infrastructure: Readonly<Record<string, readonly string[]>> = {
  sources: ['disagreement', 'fill', 'index', 'keep', 'optout', 'pseudonym', 'source', 'stage', 'status'],
  measures: ['index', 'measure'],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort()
  .map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }));

const code = files.map(({ file, text }) => ({ file, code: withoutComments(text) }));

const imports = files.flatMap(({ file, text }) =>
  [
    ...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map((found) => ({ file, from: found[1] ?? found[2] ?? found[3] ?? '' })),
);

const inner = imports
  .filter(({ from }) => from.startsWith('.'))
  .map(({ file, from }) => ({ file, from: resolved(file, from) }));

describe('the house', () => {
  it('imports one way only', () => {
    const place = (stage: string): number => order.findIndex((stages) => stages.includes(stage));
    const wrong = inner.filter(
      ({ file, from }) => file !== 'index.ts' && place(stageOf(from)) > place(stageOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('imports nothing in a circle', () => {
    const left = new Map(
      files.map(({ file }) => [
        file,
        new Set(inner.filter((one) => one.file === file).map(({ from }) => from)),
      ]),
    );
    const free = (): string[] => [...left].filter(([, froms]) => froms.size === 0).map(([file]) => file);
    for (let done = free(); done.length > 0; done = free()) {
      for (const file of done) left.delete(file);
      for (const froms of left.values()) for (const file of done) froms.delete(file);
    }
    expect([...left.keys()]).toEqual([]);
  });

  it('has a place in the order for every file', () => {
    const stages = new Set(files.map(({ file }) => stageOf(file)));
    stages.delete('index');
    expect([...stages].filter((stage) => !order.flat().includes(stage))).toEqual([]);
  });

  it('keeps sources, organisations, careers and measures apart', () => {
    const wrong = inner.filter(
      ({ file, from }) =>
        stageOf(file) !== stageOf(from) && apart.includes(stageOf(file)) && apart.includes(stageOf(from)),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps errors, records and statistics free of everything else', () => {
    const wrong = inner.filter(
      ({ file, from }) => alone.includes(stageOf(file)) && stageOf(file) !== stageOf(from),
    );
    expect(wrong).toEqual([]);
    const packages = imports.filter(
      ({ file, from }) => ['records', 'stats'].includes(stageOf(file)) && !from.startsWith('.'),
    );
    expect(packages).toEqual([]);
  });

  it('names the public library without the command line', () => {
    expect(inner.filter(({ file, from }) => file === 'index.ts' && stageOf(from) === 'cli')).toEqual([]);
  });

  it('enters a folder by its index alone', () => {
    const wrong = inner.filter(
      ({ file, from }) =>
        stageOf(file) !== stageOf(from) && from.includes('/') && !from.endsWith('/index.ts'),
    );
    expect(wrong).toEqual([]);
  });

  it('imports each driver in one file', () => {
    for (const [driver, home] of Object.entries(drivers)) {
      const users = new Set(imports.filter(({ from }) => from === driver).map(({ file }) => file));
      expect([...users]).toEqual([home]);
    }
  });

  it('touches files, process, network, clock and chance in cli alone', () => {
    const found = code
      .filter(({ file }) => stageOf(file) !== 'cli')
      .flatMap(({ file, code }) =>
        Object.entries(effects).flatMap(([effect, pattern]) => (pattern.test(code) ? [[file, effect]] : [])),
      );
    expect(found).toEqual(Object.entries(allowedEffects));
  });

  it('opens a connection in listed files alone', () => {
    expect(code.filter(({ code }) => effects.network?.test(code)).map(({ file }) => file)).toEqual(
      Object.keys(connections),
    );
  });

  it.each([
    ['sources', formats.map((format) => format.name)],
    ['measures', measures.map((measure) => measure.name)],
  ])('lists what the folder %s holds', (folder, listed) => {
    const own = files
      .filter(({ file }) => stageOf(file) === folder)
      .map(({ file }) => file.slice(folder.length + 1, -'.ts'.length))
      .filter((name) => !name.startsWith('_') && !infrastructure[folder]?.includes(name));
    expect([...listed].sort()).toEqual(own.sort());
  });

  it('keeps files to 300 lines and two levels', () => {
    const long = files.filter(({ text }) => text.split('\n').length - 1 > 300).map(({ file }) => file);
    expect(long).toEqual([]);
    expect(files.filter(({ file }) => file.split('/').length > 2)).toEqual([]);
  });

  it('gives a thing no name without a meaning', () => {
    const vague = /(?:^|\/)_?(?:utils?|helpers?|common|types)\.ts$/;
    expect(files.filter(({ file }) => vague.test(file)).map(({ file }) => file)).toEqual([]);
  });

  it('has no default export, no enum and nothing left to do', () => {
    const wrong = files.filter(({ text }) =>
      /^export default\b|^export (?:const )?enum\b|\bTODO\b|\bFIXME\b/m.test(text),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});

function stageOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.ts$/, '');
}

function resolved(file: string, from: string): string {
  const path = new URL(from.replace(/\.js$/, '.ts'), `file:///${file}`).pathname;
  return path.slice(1);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
