import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { claimsPage, claimsSchemaFile } from '../scripts/claims.js';
import { measuresPage, sourcesPage } from '../scripts/docs.js';
import { claimsFileSchema } from '../src/claims/index.js';
import { measures } from '../src/measures/index.js';
import * as records from '../src/records/index.js';
import { commonOddities, formats, sources, tableSources } from '../src/sources/index.js';

const root = join(import.meta.dirname, '..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');
const documents = ['README.md', 'README.fr.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const pages = ['claims.md', 'definitions.md', 'measures.md', 'sources.md'].map((page) => `docs/${page}`);
const rewrite = 'build, then run node scripts/docs.js';

const sourceFiles = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort();

describe('generated pages', () => {
  it('say of measures what the objects say', () => {
    expect(read('docs/measures.md') === measuresPage(measures), rewrite).toBe(true);
  });

  it('say of sources what the objects say', () => {
    expect(read('docs/sources.md') === sourcesPage(sources, tableSources, commonOddities), rewrite).toBe(
      true,
    );
  });

  it('say of claims what their schema says', () => {
    expect(read('docs/claims.md') === claimsPage(claimsFileSchema), rewrite).toBe(true);
    expect(read('data/claims/schema.json') === claimsSchemaFile(claimsFileSchema), rewrite).toBe(true);
  });
});

describe.each(measures.map((measure) => [measure.name, measure] as const))('measure %s', (name, measure) => {
  it('has title, question and definition in both languages', () => {
    for (const words of [measure.title, measure.question, measure.definition]) {
      expect(words.en).not.toBe('');
      expect(words.fr).not.toBe('');
      expect(words.fr).not.toBe(words.en);
    }
  });

  it('has columns in snake_case, each with a meaning', () => {
    expect(measure.columns.length).toBeGreaterThan(0);
    expect(new Set(measure.columns.map((c) => c.name)).size).toBe(measure.columns.length);
    for (const column of measure.columns) {
      expect(column.name).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
      expect(column.meaning, column.name).not.toBe('');
    }
  });

  it('has parameters, each with a meaning', () => {
    const schema = z.toJSONSchema(measure.parameters, { io: 'input', unrepresentable: 'any' });
    const properties = Object.entries(schema.properties ?? {}) as [string, { description?: string }][];
    expect(properties.length).toBeGreaterThan(0);
    expect(properties.filter(([, { description }]) => !description)).toEqual([]);
  });

  it('has a citation, what it reads, and examples of its own command', () => {
    expect(measure.citation).not.toBe('');
    expect(measure.grain).not.toBe('');
    expect(measure.reads.length).toBeGreaterThan(0);
    expect(measure.examples.length).toBeGreaterThan(0);
    for (const example of measure.examples) expect(example).toMatch(new RegExp(`^mercato ${name}\\b`));
  });
});

describe.each(formats.map((format) => [format.name, format] as const))('source %s', (name, source) => {
  it('has title, description, what it accepts, home and licence', () => {
    for (const text of [source.title, source.description, source.accepts]) expect(text).not.toBe('');
    expect(source.homepage).toMatch(/^https:\/\//);
    expect(source.licence).not.toBe('');
  });

  it('has an example of its own and a rule for every oddity', () => {
    expect(source.example).toMatch(new RegExp(`^mercato load ${name}\\b`));
    for (const { rule, meaning } of [...source.oddities, ...commonOddities]) {
      expect(rule).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(meaning).not.toBe('');
    }
  });
});

describe('records', () => {
  it('have a meaning for every table and column', () => {
    const tables = Object.values(records).filter((one): one is records.Table => isTable(one));
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      expect(table.grain, table.name).not.toBe('');
      expect(table.columns.filter((c) => c.meaning === '').map((c) => c.name)).toEqual([]);
    }
  });
});

describe('the library', () => {
  it('has a docstring above every exported function, constant, class and interface', () => {
    const bare = sourceFiles
      .filter((file) => !/(?:^|\/)_/.test(file))
      .flatMap((file) => undocumented(read('src', file)).map((name) => `src/${file}: ${name}`));
    expect(bare).toEqual([]);
  });

  it('keeps its public names', async () => {
    expect(Object.keys(await import('../src/index.js')).sort()).toMatchSnapshot();
  });
});

describe('the documents', () => {
  it('name every command in both languages', () => {
    const [english, french] = ['README.md', 'README.fr.md'].map((file) => commandsIn(read(file)));
    expect(french).toEqual(english);
    const used = new Set(english?.map((command) => command.replace(/^mercato (\S+).*/, '$1')));
    expect(commandNames().filter((name) => !used.has(name))).toEqual([]);
    const known = [...commandNames(), '--help', 'MEASURE'];
    expect([...used].filter((name) => !known.includes(name) && !name.startsWith('npm'))).toEqual([]);
  });

  it('name every environment variable in both languages', () => {
    const used = sourceFiles
      .filter((file) => file.startsWith('cli/'))
      .flatMap((file) =>
        [...read('src', file).matchAll(/\benv\.([A-Z][A-Z_]*)/g)].map((found) => found[1] ?? ''),
      );
    expect(used).toContain('MERCATO_DB');
    for (const file of ['README.md', 'README.fr.md']) {
      const text = read(file);
      expect(
        [...new Set(used)].filter((name) => !text.includes(`\`${name}\``)),
        file,
      ).toEqual([]);
    }
  });

  it.each([...documents, ...pages])('%s links to what is there', (document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:)([^)#]*)(#[^)]*)?\)/g)];
    const folder = join(root, document, '..');
    const broken = links
      .map((found) => found[1] ?? '')
      .filter((path) => path && !existsSync(join(folder, path)));
    expect(broken).toEqual([]);
  });

  it('are short where they promise to be', () => {
    expect(read('ARCHITECTURE.md').split('\n').length).toBeLessThan(200);
  });

  it('define every cause, state, kind and flag', () => {
    const text = read('docs/definitions.md');
    const flags = ['was_concurrent', 'by_precision', 'via_state', 'return', 'overlapping_open'];
    const words = [...records.causes, ...records.states, ...records.kinds, ...flags];
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });
});

function isTable(one: unknown): one is records.Table {
  return typeof one === 'object' && one !== null && 'grain' in one && 'columns' in one;
}

/** Exported names without a docstring right above; a comment for the linter may stand between. */
function undocumented(text: string): string[] {
  const lines = text.split('\n');
  const declared = /^export (?:async |abstract )?(?:function\*?|const|class|interface) (\w+)/;
  return lines.flatMap((line, i) => {
    const name = declared.exec(line)?.[1];
    if (name === undefined) return [];
    let above = i - 1;
    while (lines[above]?.trim().startsWith('//')) above--;
    return lines[above]?.trimEnd().endsWith('*/') ? [] : [name];
  });
}

/** Commands that a document names, in code blocks and in the text, in order. */
function commandsIn(text: string): string[] {
  const found = text.matchAll(
    /`((?:npx )?mercato [^`\n]+|npm [^`\n]+)`|^\s*(?:\$ )?((?:npx )?mercato .+|npm .+)$/gm,
  );
  return [...new Set([...found].map((one) => (one[1] ?? one[2] ?? '').replace(/^npx /, '').trim()))].sort();
}

/** Every command: those of the measures, and those that the command line adds. */
function commandNames(): string[] {
  const own = sourceFiles
    .filter((file) => file.startsWith('cli/'))
    .flatMap((file) =>
      [...read('src', file).matchAll(/new Command\('(\w+)'\)/g)].map((found) => found[1] ?? ''),
    );
  return [...measures.map((measure) => measure.name), ...own.filter((name) => name !== 'mercato')];
}
