// Writes docs/measures.md, docs/sources.md, docs/claims.md and data/claims/schema.json from the objects in dist; with --check
// it writes nothing and exits 1 where one differs. `node scripts/docs.js`, after a build.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { claimsPage, claimsSchemaFile } from './claims.js';
import { code, fence, list, page, table } from './markdown.js';

const generated =
  '<!-- Written by scripts/docs.js from the objects in src. Edit those, build, and run it again. -->';

const takes = {
  none: 'It names no organisation.',
  any: 'It names any number of organisations; none means all.',
  pair: 'It names two organisations, A and B.',
};

/** The page of measures: every measure with its question, definition, parameters, columns, citation and examples. */
export function measuresPage(measures) {
  return page([
    '# Measures',
    generated,
    'One question each. Words such as *move*, *main job* and *gap* mean what [definitions.md](definitions.md) says. ' +
      '`mercato explain MEASURE` prints the same text, and the SQL that would run.',
    table(
      ['measure', 'question'],
      measures.map((m) => [`[\`${m.name}\`](#${m.name})`, m.question.en]),
    ),
    'Every command of a measure also takes `--db`, `--json`, `--format table|json|csv`, `--lang en|fr` and `--top N`, the rows to print. ' +
      'Library and JSON name a parameter in camelCase (`maxGap`), the command line with hyphens (`--max-gap`).',
    ...measures.flatMap(measureSection),
  ]);
}

/** The page of sources: every format with what it accepts, its licence, its oddities and the rule for each. */
export function sourcesPage(sources, tableSources, commonOddities) {
  return page([
    '# Sources',
    generated,
    'One published format each. Every source of careers gives spells: `person`, `employer`, `start`, and optionally `end`, `title`, `kind`, `country`, `source`. ' +
      'Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and `YYYY~` for a year that may be 24 months off either way. ' +
      'A blank start is unknown, a blank end is open, `?` as an end is over on an unknown date.',
    table(
      ['source', 'what'],
      [...sources, ...tableSources].map((s) => [`[\`${s.name}\`](#${s.name})`, s.title]),
    ),
    `Some tell of no person: ${tableSources.map((s) => code(s.name)).join(', ')}. Each fills a table of its own, takes no options about people, ` +
      'and changes no career: results about careers do not name it, and its measures name nothing else.',
    '## Oddities of any format',
    'An oddity is no bad row: a rule reads it, and `mercato status` counts it, file by file.',
    oddityTable(commonOddities),
    ...[...sources, ...tableSources].flatMap(sourceSection),
  ]);
}

function measureSection(measure) {
  const { name, title, question, definition, grain, reads, columns, citation, examples } = measure;
  return [
    `## ${name}`,
    `**${title.en}.** ${question.en}`,
    definition.en,
    `*En français.* **${title.fr}.** ${question.fr} ${definition.fr}`,
    [
      `${takes[measure.subjects]} Rows: ${grain}. Reads: ${reads.map(code).join(', ')}.`,
      ...(measure.local ? ['It shows single people and never leaves the machine by report.'] : []),
    ].join(' '),
    '### Parameters',
    table(['option', 'default', 'meaning'], parametersOf(measure)),
    '### Columns',
    table(
      ['column', 'type', 'unit', 'meaning'],
      columns.map((c) => [code(c.name), c.type, c.unit, c.meaning]),
    ),
    `### Method`,
    citation,
    '### Examples',
    fence(examples),
  ].map((text) => (text.startsWith('### ') ? `${text} of \`${name}\`` : text));
}

function parametersOf(measure) {
  const schema = z.toJSONSchema(measure.parameters, { io: 'input', unrepresentable: 'any' });
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const values = property.enum ? `: ${property.enum.join(', ')}` : '';
    return [code(flag), defaultOf(property.default), `${property.description ?? ''}${values}`];
  });
}

function defaultOf(value) {
  if (value === undefined || value === false) return '';
  return code(Array.isArray(value) ? value.join(',') : String(value));
}

function sourceSection(source) {
  const { name, title, description, accepts, licence, homepage, example, mappable, oddities, fills } = source;
  return [
    `## ${name}`,
    `**${title}.** ${description}`,
    list([
      `Accepts: ${accepts}.`,
      `Licence: ${licence ?? 'that of your own data'}.`,
      `Home: <${homepage}>`,
      ...(fills === undefined ? [] : [`Fills the table ${code(fills.name)}, ${fills.grain}.`]),
      mappable
        ? 'Other column names are mapped with `--map field=column,…`.'
        : 'The format is fixed: no `--map`.',
    ]),
    oddities.length === 0 ? 'No oddities of its own.' : oddityTable(oddities),
    fence([example]),
  ];
}

function oddityTable(oddities) {
  return table(
    ['oddity', 'rule'],
    oddities.map((o) => [code(o.rule), o.meaning]),
  );
}

if (process.argv[1] === import.meta.filename) {
  const { claimsFileSchema, commonOddities, measures, sources, tableSources } = await import(
    '../dist/index.js'
  );
  const files = {
    'docs/measures.md': measuresPage(measures),
    'docs/sources.md': sourcesPage(sources, tableSources, commonOddities),
    'docs/claims.md': claimsPage(claimsFileSchema),
    'data/claims/schema.json': claimsSchemaFile(claimsFileSchema),
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(import.meta.dirname, '..', name);
    if (!process.argv.includes('--check')) writeFileSync(path, text);
    else if (readFileSync(path, 'utf8') !== text) {
      console.error(`${name} is not up to date; run node scripts/docs.js`);
      process.exitCode = 1;
    }
  }
}
